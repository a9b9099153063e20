"""What waits for whom between group and unit committee."""

from typing import Final

from domain.model import Event, Recorded
from domain.unit_committees import events
from projections.inbox_items import INBOX, done, nothing_left, wait
from projections.model import Handler
from projections.rows import Rows
from projections.unit_committees.evidence import EVIDENCE


def guided(rows: Rows, event: Recorded[events.Guided]) -> None:
    """The committee is to sign."""
    e = event.event
    wait(rows, event, "acknowledge_guidance", e.committee, from_party=e.group, title=e.topics)


def acknowledged(rows: Rows, _: Recorded[events.Acknowledged]) -> None:
    """It did."""
    done(rows, "acknowledge_guidance")


def found(rows: Rows, event: Recorded[events.FindingRecorded]) -> None:
    """The committee is to answer a finding."""
    e = event.event
    item = f"answer_finding:{e.finding}"
    wait(rows, event, item, e.committee, from_party=e.group, title=e.title, due=e.due)


def answered(rows: Rows, event: Recorded[events.FindingAnswered]) -> None:
    """The group is to judge the answer."""
    e = event.event
    done(rows, f"answer_finding:{e.finding}")
    wait(rows, event, f"judge_answer:{e.finding}", e.group, from_party=e.committee)


def returned(rows: Rows, event: Recorded[events.AnswerReturned]) -> None:
    """The committee is to answer again."""
    e = event.event
    done(rows, f"judge_answer:{e.finding}")
    item = f"answer_finding:{e.finding}"
    wait(rows, event, item, e.committee, from_party=e.group, title=e.reason, due=e.due)


def accepted(rows: Rows, event: Recorded[events.AnswerAccepted]) -> None:
    """Settled."""
    done(rows, f"judge_answer:{event.event.finding}")


def enlisted(rows: Rows, event: Recorded[events.Enlisted | events.EnlistmentExtended]) -> None:
    """The group is to end it by its last day."""
    e = event.event
    item = f"end_enlistment:{e.enlistment}"
    title = e.scope if isinstance(e, events.Enlisted) else e.reason
    wait(rows, event, item, e.group, from_party=e.committee, title=title, due=e.until)


def ended(rows: Rows, event: Recorded[events.EnlistmentEnded]) -> None:
    """It did; nothing is confirmed any more."""
    done(rows, f"end_enlistment:{event.event.enlistment}")


def closed(rows: Rows, event: Recorded[events.EvidenceClosed]) -> None:
    """What was not confirmed stays so."""
    scope = event.event.concerns.visibility
    for row in rows.all(INBOX):
        if row.scope == scope:
            done(rows, row.item)


HANDLERS: Final[dict[type[Event], Handler]] = {
    events.Guided: guided,
    events.Acknowledged: acknowledged,
    events.FindingRecorded: found,
    events.FindingAnswered: answered,
    events.AnswerReturned: returned,
    events.AnswerAccepted: accepted,
    events.Enlisted: enlisted,
    events.EnlistmentExtended: enlisted,
    events.EnlistmentEnded: ended,
    events.EvidenceClosed: closed,
    **EVIDENCE.inbox(),
    events.Concluded: nothing_left,
    events.Annulled: nothing_left,
}
