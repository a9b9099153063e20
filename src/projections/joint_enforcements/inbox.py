"""What waits for whom in a joint enforcement."""

from typing import Final

from domain.joint_enforcements import events
from domain.model import Event, Recorded
from projections.inbox_items import done, nothing_left, wait
from projections.model import Handler
from projections.rows import Rows


def planned(rows: Rows, event: Recorded[events.Planned]) -> None:
    """Who leads it is to record what came of it, by the planned day."""
    e = event.event
    wait(rows, event, "record_result", e.head, due=e.ends)


def result_recorded(rows: Rows, _: Recorded[events.ResultRecorded]) -> None:
    """It did."""
    done(rows, "record_result")


def asked(rows: Rows, event: Recorded[events.PartnerAsked]) -> None:
    """A partner is to say whether it joins."""
    e = event.event
    wait(rows, event, f"join:{e.partner}", e.partner, from_party=e.head)


def answered(rows: Rows, event: Recorded[events.Agreed | events.Declined]) -> None:
    """It did."""
    done(rows, f"join:{event.event.partner}")


def assigned(rows: Rows, event: Recorded[events.ShareAssigned]) -> None:
    """The owner is to report its share."""
    e = event.event
    item = f"report_share:{e.share}"
    wait(rows, event, item, e.owner, from_party=e.head, title=e.text, due=e.due)


def reported(rows: Rows, event: Recorded[events.ShareReported]) -> None:
    """Who leads it is to judge the report."""
    e = event.event
    done(rows, f"report_share:{e.share}")
    wait(rows, event, f"judge_share:{e.share}", e.head, from_party=e.owner)


def returned(rows: Rows, event: Recorded[events.ShareReturned]) -> None:
    """The owner is to report again."""
    e = event.event
    done(rows, f"judge_share:{e.share}")
    item = f"report_share:{e.share}"
    wait(rows, event, item, e.owner, from_party=e.head, title=e.reason, due=e.due)


def accepted(rows: Rows, event: Recorded[events.ShareAccepted]) -> None:
    """Done."""
    done(rows, f"judge_share:{event.event.share}")


HANDLERS: Final[dict[type[Event], Handler]] = {
    events.Planned: planned,
    events.ResultRecorded: result_recorded,
    events.PartnerAsked: asked,
    events.Agreed: answered,
    events.Declined: answered,
    events.ShareAssigned: assigned,
    events.ShareReported: reported,
    events.ShareReturned: returned,
    events.ShareAccepted: accepted,
    events.Concluded: nothing_left,
    events.Annulled: nothing_left,
}
