"""How a lead goes from party to party: handed over, allocated, urged."""

from typing import Final

from domain.leads import events
from domain.leads.events.transfer import HandOverEvent
from domain.model import Event, Recorded
from projections.flow_items import FLOWS, annulled, move, send
from projections.model import Handler
from projections.rows import Rows


def transfer_moved(rows: Rows, event: Recorded[HandOverEvent | events.Recalled]) -> None:
    """移送, and how the hand-over goes on."""
    e, day = event.event, event.event.occurred.date
    flow = f"lead_transfer:{e.transfer}"
    match e:
        case events.Transferred():
            ends = (e.from_party, e.to_party)
            send(rows, event, flow, ends, title=e.reason, document=e.document)
        case events.TransferAcknowledged():
            move(rows, flow, status="acknowledged", acknowledged=day)
        case events.PapersDemanded(papers=papers):
            move(rows, flow, reason="、".join(papers))
        case events.Accepted():
            move(rows, flow, status="accepted", answered=day)
        case events.PartAccepted():
            move(rows, flow, status="accepted", answered=day, reason=e.reason)
        case events.Returned():
            move(rows, flow, status="returned", answered=day, closed=day, reason=e.reason)
        case events.MilestoneReached():
            move(rows, flow, milestone=e.milestone)
        case events.ResultFedBack():
            move(rows, flow, status="fed_back", fed_back=day, result=e.result)
        case events.FeedbackConfirmed():
            move(rows, flow, status="closed", closed=day)
        case events.Recalled():
            move(rows, flow, status="withdrawn", closed=day, reason=e.reason)


def allocated(rows: Rows, event: Recorded[events.Allocated | events.Reallocated]) -> None:
    """分办: from who holds a lead to who is to handle it; an earlier one ends."""
    e = event.event
    for row in rows.all(FLOWS):
        if row.kind == "lead_allocation" and row.closed is None:
            rows.put(FLOWS, row._replace(status="withdrawn", closed=e.occurred.date))
    flow = f"lead_allocation:{event.originator_version}"
    send(rows, event, flow, (e.holder, e.handling_party))


def allocation_answered(
    rows: Rows, event: Recorded[events.Acknowledged | events.AllocationReturned]
) -> None:
    """签收, or given back."""
    e, day = event.event, event.event.occurred.date
    for row in rows.all(FLOWS):
        if row.kind != "lead_allocation" or row.closed is not None:
            continue
        match e:
            case events.Acknowledged():
                rows.put(FLOWS, row._replace(status="acknowledged", acknowledged=day))
            case events.AllocationReturned():
                changed = row._replace(status="returned", answered=day, closed=day, reason=e.reason)
                rows.put(FLOWS, changed)


def reminded(rows: Rows, event: Recorded[events.Reminded]) -> None:
    """催办 · 督办."""
    e = event.event
    send(rows, event, f"reminder:{e.reminder}", (e.from_party, e.to_party), title=e.about)


def hand_over_urged(rows: Rows, event: Recorded[events.HandOverUrged]) -> None:
    """催办 · 督办 between the ends of a hand-over in two jurisdictions."""
    e = event.event
    send(rows, event, f"reminder:{e.reminder}", (e.by, e.to), title=e.about)


def reminder_answered(
    rows: Rows, event: Recorded[events.ReminderAnswered | events.UrgingAnswered]
) -> None:
    """The reminded party said where the matter stands."""
    e, day = event.event, event.event.occurred.date
    move(rows, f"reminder:{e.reminder}", status="closed", answered=day, closed=day)


HANDLERS: Final[dict[type[Event], Handler]] = {
    events.Transferred: transfer_moved,
    events.TransferAcknowledged: transfer_moved,
    events.PapersDemanded: transfer_moved,
    events.Accepted: transfer_moved,
    events.PartAccepted: transfer_moved,
    events.Returned: transfer_moved,
    events.MilestoneReached: transfer_moved,
    events.ResultFedBack: transfer_moved,
    events.FeedbackConfirmed: transfer_moved,
    events.Recalled: transfer_moved,
    events.Allocated: allocated,
    events.Reallocated: allocated,
    events.Acknowledged: allocation_answered,
    events.AllocationReturned: allocation_answered,
    events.Reminded: reminded,
    events.ReminderAnswered: reminder_answered,
    events.HandOverUrged: hand_over_urged,
    events.UrgingAnswered: reminder_answered,
    events.Annulled: annulled,
}
