"""What waits for whom around a joint theme: to confirm a step, to record the next one, to solve problems."""

from typing import Final

from domain.joint_themes import events
from domain.joint_themes.state import STEP_OF
from domain.model import Event, Recorded
from projections.inbox_items import done, done_kinds, nothing_left, wait
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
    done_kinds(rows, "record_step", "another_theme")
    _TO_CONFIRM[type(event.event)](rows, event)


def confirmed(rows: Rows, event: Recorded[events.StepConfirmed]) -> None:
    """The next step waits for the one of the two that owes it: the group reviews the effect."""
    e = event.event
    _TO_CONFIRM[type(e)](rows, event)
    if e.next_step is not None:
        owes = e.group if e.next_step == "effect" else e.committee
        wait(rows, event, f"record_step:{e.next_step}", owes)


def sent_back(rows: Rows, event: Recorded[events.StepSentBack]) -> None:
    """It is to be recorded anew."""
    e = event.event
    _TO_CONFIRM[type(e)](rows, event)
    wait(rows, event, f"record_step:{e.step}", e.to, from_party=e.by, title=e.reason)


def problem_found(rows: Rows, event: Recorded[events.ProblemFound]) -> None:
    """The committee is to solve it."""
    e = event.event
    item = f"settle_problem:{e.problem}"
    wait(rows, event, item, e.committee, from_party=e.group, title=e.title)


def problem_settled(rows: Rows, event: Recorded[events.ProblemSettled]) -> None:
    """Both hold that it did."""
    done(rows, f"settle_problem:{event.event.problem}")


def annulled(rows: Rows, event: Recorded[events.ThemeAnnulled]) -> None:
    """Nothing is left of it; but for the period another theme may be owed."""
    e = event.event
    nothing_left(rows, event)
    if e.owed_again:
        wait(rows, event, "another_theme", e.committee, from_party=e.group, title=e.reason)


HANDLERS: Final[dict[type[Event], Handler]] = {
    **dict.fromkeys(STEP_OF, recorded),
    events.StepConfirmed: confirmed,
    events.StepSentBack: sent_back,
    events.ProblemFound: problem_found,
    events.ProblemSettled: problem_settled,
    events.ThemeAnnulled: annulled,
}
"""By event."""
