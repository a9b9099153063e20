"""What waits for whom around a joint theme: to confirm a step, and to record the next one."""

from typing import Final

from domain.joint_themes import events
from domain.joint_themes.state import STEP_OF
from domain.model import Event, Recorded
from projections.inbox_items import done_kinds, nothing_left, wait
from projections.model import Handler
from projections.rows import Rows
from projections.two_sides import TwoSided

STEPS: Final = TwoSided(
    item="confirm_step",
    flow="joint_theme_step",
    serial="record",
    recorded=tuple(STEP_OF),
    confirmed=(events.StepConfirmed,),
    sent_back=(events.StepSentBack,),
)
"""The five steps, each recorded by one side."""

_TO_CONFIRM: Final = STEPS.inbox()


def recorded(rows: Rows, event: Recorded[events.StepRecorded]) -> None:
    """It was recorded; the other side is to confirm it."""
    done_kinds(rows, "record_step")
    _TO_CONFIRM[type(event.event)](rows, event)


def confirmed(rows: Rows, event: Recorded[events.StepConfirmed]) -> None:
    """The next step is the committee's, which owes it."""
    e = event.event
    _TO_CONFIRM[type(e)](rows, event)
    if e.next_step is not None:
        wait(rows, event, f"record_step:{e.next_step}", e.committee)


def sent_back(rows: Rows, event: Recorded[events.StepSentBack]) -> None:
    """It is to be recorded anew."""
    e = event.event
    _TO_CONFIRM[type(e)](rows, event)
    wait(rows, event, f"record_step:{e.step}", e.to, from_party=e.by, title=e.reason)


HANDLERS: Final[dict[type[Event], Handler]] = {
    **dict.fromkeys(STEP_OF, recorded),
    events.StepConfirmed: confirmed,
    events.StepSentBack: sent_back,
    events.ThemeAnnulled: nothing_left,
}
"""By event."""
