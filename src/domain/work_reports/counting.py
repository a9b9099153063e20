"""The figures of a report: counted from the log when it is handed in, never typed (mechanism 25).

They are what the reporter itself has or did: the joint meetings that it convened, the orders that it gave
and what was fed back on them, the proposals made because of them or by it, its daily supervision, leads and
cases. What happened in the period is counted, as it stands when it is counted.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final, get_args

from domain.consultations.state import Consultation
from domain.context import Context
from domain.figures import Figure
from domain.ids import PartyId, StreamId
from domain.leads.state import Lead
from domain.periods import CadencePeriod
from domain.scheme_parts import STATIONED, PartyKind
from domain.streams import StreamState
from domain.task_orders.commands import Supervision
from domain.task_orders.state import TaskOrder

SUPERVISIONS: Final[tuple[Supervision, ...]] = get_args(Supervision)

MEMBERS: Final[Mapping[str, tuple[PartyKind, ...]]] = {
    "members_commission": ("commission",),
    "members_county": ("countyCommission",),
    "members_office": (
        "generalOffice",
        "organisationOffice",
        "caseSupervisionOffice",
        "petitionsOffice",
        "supervisionOffice",
        "investigationOffice",
        "adjudicationOffice",
    ),
    "members_stationed": (*STATIONED, "workCommittee"),
    "members_inspection": ("inspectionOffice",),
}
"""The five kinds of members of a joint meeting."""

ASKED: Final = "task_order.feedback_asked"


@dataclass(frozen=True, slots=True)
class Span:
    """Whose report it is, about which period."""

    context: Context
    reporter: PartyId
    period: CadencePeriod

    def streams(self, event: str, day: str) -> list[StreamState[Any]]:
        """The streams whose ``day`` lies in the period, among those with such an event since it began."""
        first, last = self.period.first_day, self.period.last_day
        found = self.context.having(event, since=first)
        days = ((stream, getattr(stream.state, day)) for stream in found)
        return [stream for stream, at in days if at is not None and first <= at <= last]


def counted(names: Iterable[str], span: Span) -> tuple[Figure, ...]:
    """The figures of these names, in their order."""
    names = tuple(names)
    values: dict[str, int] = {}
    for prefixes, count in _PARTS:
        if any(name.startswith(prefixes) for name in names):
            values |= count(span)
    return tuple(Figure(count=name, value=values[name]) for name in names)


def _meetings(span: Span) -> dict[str, int]:
    found = (stream.state for stream in span.streams("consultation.held", "held"))
    meetings: list[Consultation] = [
        each
        for each in found
        if each.kind == "joint_meeting"
        and each.convener == span.reporter
        and each.stage in ("held", "concluded")
    ]
    invited = [party for each in meetings for party in (each.convener, *each.invited)]
    present = sum(
        party in each.present for each in meetings for party in (each.convener, *each.invited)
    )
    members, parties = set(invited), span.context.jurisdiction.parties
    kinds = [parties[party].kind for party in members if party in parties]
    return {
        "meetings": len(meetings),
        "members": len(members),
        "present": present,
        "absent": len(invited) - present,
        **{name: sum(kind in group for kind in kinds) for name, group in MEMBERS.items()},
    }


def _orders(span: Span) -> dict[str, int]:
    orders: list[StreamState[TaskOrder]] = [
        each
        for each in span.streams("task_order.issued", "issued")
        if each.state.issuer == span.reporter and each.state.stage != "annulled"
    ]
    asked = [(order, party) for order in orders for party in order.state.asked.answers]
    times = [_timeliness(order, party) for order, party in asked]
    follow_ups = [each for order in orders for each in order.state.follow_ups.values()]
    return {
        "orders": len(orders),
        **_served("orders", (order.state.supervision for order in orders)),
        "orders_closed": sum(order.state.stage == "closed" for order in orders),
        "feedback": len(asked),
        **_served("feedback", (order.state.supervision for order, _ in asked)),
        **{name: times.count(name) for name in ("on_time", "late", "missing", "not_due")},
        "follow_ups": len(follow_ups),
        "followed_up": sum(each.done for each in follow_ups),
    }


def _timeliness(order: StreamState[TaskOrder], party: PartyId) -> str:
    """In time or late is what was owed by then: the scheme counts it in working days."""
    if order.state.asked.answer(party) != "asked":
        return "late" if (ASKED, party) in order.late else "on_time"
    owed = (each for each in order.obligations.values() if each.arisen.cause == ASKED)
    overdue = any(each.owner == party and each.status == "overdue" for each in owed)
    return "missing" if overdue else "not_due"


def _proposals(span: Span) -> dict[str, int]:
    found = (stream.state for stream in span.streams("proposal_form.issued", "issued"))
    forms = [
        each
        for each in found
        if span.reporter in (each.issuer, each.ordered_by) and each.stage != "annulled"
    ]
    return {
        "proposals": len(forms),
        **_served("proposals", (each.supervision for each in forms)),
        "proposals_accepted": sum(
            each.asked.answer(each.addressee) == "accepted" for each in forms
        ),
    }


def _daily(span: Span) -> dict[str, int]:
    found = (s.state for s in span.streams("daily_supervision.recorded", "carried_out"))
    records = [each for each in found if each.group == span.reporter and each.stage != "annulled"]
    return {
        "daily_supervisions": len(records),
        **_served("daily", (each.supervision for each in records)),
    }


def _leads(span: Span) -> dict[str, int]:
    streams: dict[StreamId, StreamState[Lead]] = {
        stream.stream: stream
        for event in ("lead.received", "lead.split_off")
        for stream in span.streams(event, "received")
    }
    own = [
        stream
        for stream in streams.values()
        if (stream.state.handling_party or stream.state.holder) == span.reporter
        and stream.state.stage != "annulled"
    ]
    return {
        "leads_received": len(own),
        "leads_in_hand": sum(not stream.state.ended for stream in own),
        "leads_overdue": sum(
            any(
                owed.status == "overdue" and owed.arisen.owner == span.reporter
                for owed in stream.obligations.values()
            )
            for stream in own
        ),
    }


def _cases(span: Span) -> dict[str, int]:
    found = (stream.state for stream in span.streams("case.filed", "filed"))
    own = (each for each in found if each.handling_party == span.reporter)
    return {"cases_filed": sum(each.stage != "annulled" for each in own)}


def _served(name: str, supervisions: Iterable[Supervision]) -> dict[str, int]:
    """How many serve each of the four supervisions."""
    found = tuple(supervisions)
    return {f"{name}_{code}": found.count(code) for code in SUPERVISIONS}


_PARTS: Final[tuple[tuple[tuple[str, ...], Callable[[Span], dict[str, int]]], ...]] = (
    (("meetings", "members", "present", "absent"), _meetings),
    (("orders", "feedback", "on_time", "late", "missing", "not_due", "follow"), _orders),
    (("proposals",), _proposals),
    (("daily",), _daily),
    (("leads",), _leads),
    (("cases",), _cases),
)
"""What begins like this is counted like that."""
