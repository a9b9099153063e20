"""How guidance, findings and joint evidence go between group and unit committee."""

from typing import Final

from domain.model import Event, Recorded
from domain.unit_committees import events
from projections.flow_items import annulled, move, send
from projections.model import Handler
from projections.rows import Rows
from projections.unit_committees.evidence import EVIDENCE


def guided(rows: Rows, event: Recorded[events.Guided]) -> None:
    """Guidance on its way to the committee."""
    e = event.event
    send(rows, event, "committee_guidance", (e.group, e.committee), title=e.topics)


def acknowledged(rows: Rows, event: Recorded[events.Acknowledged]) -> None:
    """Signed for."""
    day = event.event.occurred.date
    move(rows, "committee_guidance", status="acknowledged", acknowledged=day)


def found(rows: Rows, event: Recorded[events.FindingRecorded]) -> None:
    """A finding on its way to the committee."""
    e = event.event
    send(rows, event, f"committee_finding:{e.finding}", (e.group, e.committee), title=e.title)


def answered(rows: Rows, event: Recorded[events.FindingAnswered]) -> None:
    """Answered."""
    e, day = event.event, event.event.occurred.date
    move(rows, f"committee_finding:{e.finding}", status="fed_back", answered=day, fed_back=day)


def judged(rows: Rows, event: Recorded[events.AnswerReturned | events.AnswerAccepted]) -> None:
    """Sent back, or settled."""
    e, day = event.event, event.event.occurred.date
    match e:
        case events.AnswerReturned():
            move(rows, f"committee_finding:{e.finding}", status="returned", reason=e.reason)
        case events.AnswerAccepted():
            move(rows, f"committee_finding:{e.finding}", status="closed", closed=day)


def concluded(rows: Rows, event: Recorded[events.Concluded]) -> None:
    """The guidance is over."""
    move(rows, "committee_guidance", status="closed", closed=event.event.occurred.date)


HANDLERS: Final[dict[type[Event], Handler]] = {
    events.Guided: guided,
    events.Acknowledged: acknowledged,
    events.FindingRecorded: found,
    events.FindingAnswered: answered,
    events.AnswerReturned: judged,
    events.AnswerAccepted: judged,
    **EVIDENCE.flows(),
    events.Concluded: concluded,
    events.Annulled: annulled,
}
