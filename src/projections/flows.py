"""What goes between parties: who sent what to whom, when, and how far it is."""

from typing import Final

from domain.consultations import events as consultations
from domain.leads import events as leads
from domain.leads.events.transfer import HandOverEvent
from domain.model import Event, Recorded
from domain.work_reports import events as work_reports
from projections import flows_asked
from projections.asked import ASKINGS
from projections.flow_rows import FLOWS, move, send
from projections.model import Handler, ReadModel
from projections.rows import Rows


def transfer_moved(rows: Rows, event: Recorded[HandOverEvent]) -> None:
    """移送, and how the hand-over goes on."""
    e, day = event.event, event.event.occurred.date
    flow = f"lead_transfer:{e.transfer}"
    match e:
        case leads.Transferred():
            ends = (e.from_party, e.to_party)
            send(rows, event, flow, ends, title=e.reason, document=e.document)
        case leads.TransferAcknowledged():
            move(rows, flow, status="acknowledged", acknowledged=day)
        case leads.Accepted():
            move(rows, flow, status="accepted", answered=day)
        case leads.PartAccepted():
            move(rows, flow, status="accepted", answered=day, reason=e.reason)
        case leads.Returned():
            move(rows, flow, status="returned", answered=day, closed=day, reason=e.reason)
        case leads.MilestoneReached():
            move(rows, flow, milestone=e.milestone)
        case leads.ResultFedBack():
            move(rows, flow, status="fed_back", fed_back=day, result=e.result)
        case leads.FeedbackConfirmed():
            move(rows, flow, status="closed", closed=day)


def allocated(rows: Rows, event: Recorded[leads.Allocated | leads.Reallocated]) -> None:
    """分办: from who holds a lead to who is to handle it; an earlier one ends."""
    e = event.event
    for row in rows.all(FLOWS):
        if row.kind == "lead_allocation" and row.closed is None:
            rows.put(FLOWS, row._replace(status="withdrawn", closed=e.occurred.date))
    flow = f"lead_allocation:{event.originator_version}"
    send(rows, event, flow, (e.holder, e.handling_party))


def allocation_answered(
    rows: Rows, event: Recorded[leads.Acknowledged | leads.AllocationReturned]
) -> None:
    """签收, or given back."""
    e, day = event.event, event.event.occurred.date
    for row in rows.all(FLOWS):
        if row.kind != "lead_allocation" or row.closed is not None:
            continue
        match e:
            case leads.Acknowledged():
                rows.put(FLOWS, row._replace(status="acknowledged", acknowledged=day))
            case leads.AllocationReturned():
                changed = row._replace(status="returned", answered=day, closed=day, reason=e.reason)
                rows.put(FLOWS, changed)


def reminded(rows: Rows, event: Recorded[leads.Reminded]) -> None:
    """催办 · 督办."""
    e = event.event
    send(rows, event, f"reminder:{e.reminder}", (e.from_party, e.to_party), title=e.about)


def reminder_answered(rows: Rows, event: Recorded[leads.ReminderAnswered]) -> None:
    """The reminded party said where the matter stands."""
    e, day = event.event, event.event.occurred.date
    move(rows, f"reminder:{e.reminder}", status="closed", answered=day, closed=day)


def report_submitted(
    rows: Rows, event: Recorded[work_reports.Submitted | work_reports.Resubmitted]
) -> None:
    """A report on its way; a revised one goes the same way again."""
    e = event.event
    match e:
        case work_reports.Submitted():
            send(rows, event, "work_report:1", (e.reporter, e.to), title=e.title)
        case work_reports.Resubmitted():
            move(rows, "work_report:1", status="sent", answered=None, closed=None, reason=None)


def report_answered(
    rows: Rows, event: Recorded[work_reports.Accepted | work_reports.Returned]
) -> None:
    """Taken as sufficient, or sent back."""
    e, day = event.event, event.event.occurred.date
    match e:
        case work_reports.Accepted():
            move(rows, "work_report:1", status="accepted", answered=day, closed=day)
        case work_reports.Returned():
            move(rows, "work_report:1", status="returned", answered=day, reason=e.reason)


def circulated(rows: Rows, event: Recorded[work_reports.Circulated]) -> None:
    """传阅: one more party is to sign for the report."""
    e = event.event
    send(rows, event, f"circulation:{e.to}", (e.circulator, e.to))


def circulation_acknowledged(rows: Rows, event: Recorded[work_reports.Acknowledged]) -> None:
    """It was signed for."""
    e, day = event.event, event.event.occurred.date
    move(rows, f"circulation:{e.by}", status="closed", acknowledged=day, closed=day)


def item_assigned(
    rows: Rows,
    event: Recorded[consultations.ActionItemAssigned | consultations.ActionItemCorrected],
) -> None:
    """A consultation's action item: from whom it is owed to, to who took it on."""
    e = event.event
    flow, ends = f"action_item:{e.item}", (e.owed_to, e.owner)
    known = rows.get(FLOWS, flow)
    if known is None or known.to_party != e.owner:
        send(rows, event, flow, ends, title=e.text)
    else:
        move(rows, flow, title=e.text)


def item_moved(
    rows: Rows,
    event: Recorded[
        consultations.ActionItemReported
        | consultations.ActionItemReturned
        | consultations.ActionItemConfirmed
    ],
) -> None:
    """Reported, sent back, done."""
    e, day = event.event, event.event.occurred.date
    flow = f"action_item:{e.item}"
    match e:
        case consultations.ActionItemReported():
            move(rows, flow, status="fed_back", fed_back=day)
        case consultations.ActionItemReturned():
            move(rows, flow, status="returned", reason=e.reason)
        case consultations.ActionItemConfirmed():
            move(rows, flow, status="closed", closed=day)


def annulled(rows: Rows, event: Recorded[Event]) -> None:
    """What was annulled does not count. A hand-over goes on until its sender knows of it."""
    for row in rows.all(FLOWS):
        if row.closed is None and row.kind != "lead_transfer":
            rows.put(FLOWS, row._replace(status="withdrawn", closed=event.event.occurred.date))


_HANDLERS: dict[type[Event], Handler] = {
    **flows_asked.HANDLERS,
    **{asking.annulled: annulled for asking in ASKINGS},
    leads.Transferred: transfer_moved,
    leads.TransferAcknowledged: transfer_moved,
    leads.Accepted: transfer_moved,
    leads.PartAccepted: transfer_moved,
    leads.Returned: transfer_moved,
    leads.MilestoneReached: transfer_moved,
    leads.ResultFedBack: transfer_moved,
    leads.FeedbackConfirmed: transfer_moved,
    leads.Allocated: allocated,
    leads.Reallocated: allocated,
    leads.Acknowledged: allocation_answered,
    leads.AllocationReturned: allocation_answered,
    leads.Reminded: reminded,
    leads.ReminderAnswered: reminder_answered,
    leads.Annulled: annulled,
    work_reports.Submitted: report_submitted,
    work_reports.Resubmitted: report_submitted,
    work_reports.Accepted: report_answered,
    work_reports.Returned: report_answered,
    work_reports.Circulated: circulated,
    work_reports.Acknowledged: circulation_acknowledged,
    work_reports.Annulled: annulled,
    consultations.ActionItemAssigned: item_assigned,
    consultations.ActionItemCorrected: item_assigned,
    consultations.ActionItemReported: item_moved,
    consultations.ActionItemReturned: item_moved,
    consultations.ActionItemConfirmed: item_moved,
    consultations.Annulled: annulled,
}

MODEL: Final = ReadModel(name="flows", version=2, tables=(FLOWS,), handlers=_HANDLERS)
