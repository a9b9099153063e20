"""What waits for whom around a complaint: always the one next step.

What a reporter is to be told is owed (``obligations``); it stands in no inbox, so that no title tells.
"""

from typing import Any, Final

from domain.complaints import events
from domain.complaints.events import ComplaintEvent
from domain.model import Event, Recorded
from projections.inbox_items import done_kinds, nothing_left, wait
from projections.model import Handler
from projections.rows import Rows


def _next(rows: Rows, event: Recorded[Any], item: str, party: str | None, **told: Any) -> None:
    done_kinds(rows, *STEPS)
    if party is not None:
        wait(rows, event, item, party, **told)


def kept(rows: Rows, event: Recorded[ComplaintEvent]) -> None:
    """The petitions office is to go on: register, decide, hand over, judge the result."""
    e = event.event
    numbered = not isinstance(e, events.ForwardReturned) or e.registered
    item = _KEEPER[type(e)] if numbered else _KEEPER[events.Received]
    title = e.about if isinstance(e, events.Received) else getattr(e, "reason", None)
    _next(rows, event, item, e.kept_by, from_party=getattr(e, "by", None), title=title)


def handed(rows: Rows, event: Recorded[ComplaintEvent]) -> None:
    """The handling party is to go on: sign, conclude, return the result."""
    e = event.event
    _next(
        rows,
        event,
        _HANDLER[type(e)],
        e.handling_party,
        from_party=e.kept_by,
        title=getattr(e, "reason", None),
    )


def assigned(rows: Rows, event: Recorded[events.Assigned]) -> None:
    """An assignment of the petitions office's own waits for a signature; one from above does not."""
    if event.event.to != event.event.kept_by:
        handed(rows, event)


def forwarded(rows: Rows, event: Recorded[events.Forwarded]) -> None:
    """The other organ is to accept it or send it back."""
    e = event.event
    _next(rows, event, "answer_forward", e.to, from_party=e.kept_by, title=e.reason)


def no_step_left(rows: Rows, _: Recorded[Event]) -> None:
    """It has come to an end; what is overdue about it goes on standing there."""
    done_kinds(rows, *STEPS)


_KEEPER: Final[dict[type[Event], str]] = {
    events.Received: "register_complaint",
    events.Registered: "decide_complaint",
    events.ForwardReturned: "decide_complaint",
    events.Accepted: "hand_over_complaint",
    events.Declined: "hand_over_complaint",
    events.ResultReturned: "judge_result",
}
_HANDLER: Final[dict[type[Event], str]] = {
    events.HandedOver: "sign_complaint",
    events.Assigned: "sign_complaint",
    events.Acknowledged: "conclude_complaint",
    events.ResultSentBack: "conclude_complaint",
    events.RecheckAsked: "conclude_complaint",
    events.Concluded: "return_result",
}
STEPS: Final = ("answer_forward", *_KEEPER.values(), *_HANDLER.values())
"""Every step that can be the next."""

_ENDS: Final = (
    events.NotAccepted,
    events.KeptAsRepeat,
    events.TakenOver,
    events.Closed,
)

HANDLERS: Final[dict[type[Event], Handler]] = {
    events.Forwarded: forwarded,
    **dict.fromkeys(_KEEPER, kept),
    **dict.fromkeys(_HANDLER, handed),
    events.Assigned: assigned,
    **dict.fromkeys(_ENDS, no_step_left),
    events.Annulled: nothing_left,
}
