"""What has to be true before an action on a lead. Each guard raises the refusal it needs."""

import datetime
from collections.abc import Iterable
from typing import Final, Literal

from domain import handlers as handling
from domain.account import invalid
from domain.between import HandledElsewhere, NotDeliveredYet
from domain.context import Context
from domain.errors import NotFound
from domain.ids import PartyId, PersonId, StreamId, family_of
from domain.leads import between, circle, errors
from domain.leads.account import Account
from domain.leads.state import STAGES, HandOver, Lead, Stage
from domain.leads.values import CASE_FILED, TRANSFERRED, Disposal, SubjectReference
from domain.oversight import COMMITTEE_KIND
from domain.scheme import Authority, DisposalWay, Party
from domain.streams import StreamState

STAFF: Final = handling.STAFF
KEEPING: Final = handling.KEEPING
EXCHANGING: Final = handling.EXCHANGING
is_any: Final = handling.is_any


def known(stream: StreamState[Lead], context: Context) -> Account:
    """The account of a lead for an actor who may know of it.

    Raises `NotFound` for whoever has nothing to do with it and for those it names, so that nobody
    learns of its existence by trying (R 299); `BarredFromLead` for a recused person.
    """
    account = Account(stream, context)
    lead, jurisdiction = stream.state, context.jurisdiction
    if context.acting not in parties_with_access(lead, context) or is_any(
        context.actor, named(lead, context), context
    ):
        raise NotFound(stream=stream.stream)
    if is_any(context.actor, recused(lead, context), context):
        raise errors.BarredFromLead(person=context.actor)
    if jurisdiction.scheme is None:
        raise account.wrong_state("尚无方案", "there is no scheme yet")
    return account


def parties_with_access(lead: Lead, context: Context) -> frozenset[PartyId]:
    """Every party that knows of the lead: its circle, both ends of hand-overs, the petitions keeper."""
    ends = (party for leg in lead.transfers for party in (leg.from_party, leg.to_party))
    kept = () if lead.confidence is None else (lead.confidence.kept_by,)
    return frozenset((*circle.insiders(lead, context.jurisdiction), *ends, *kept))


def lineage(lead: Lead, context: Context) -> Iterable[Lead]:
    """The lead and those it came from: what it was split off from, what was merged into it, and theirs.

    Whoever keeps out of one of them keeps out of the lead, for as long: it is the same matter.
    """
    yield lead
    seen: set[StreamId] = set()
    waiting = set(lead.sources)
    while waiting:
        seen |= waiting
        context.streams.require(waiting)  # all of a generation at once
        states: list[Lead] = [context.streams[source].state for source in sorted(waiting)]
        yield from states
        waiting = {source for state in states for source in state.sources} - seen


def named(lead: Lead, context: Context) -> tuple[PersonId, ...]:
    """Whom the lead is or ever was about, and who reported it: its past names them still (R 299)."""
    return tuple(person for each in lineage(lead, context) for person in each.named)


def recused(lead: Lead, context: Context) -> tuple[PersonId, ...]:
    """Who keeps out of the lead: recused, or asked to be and not yet decided on (SL 67)."""
    kept_out = (
        person
        for each in lineage(lead, context)
        for person in (*each.recused, *each.recusals_asked)
    )
    return tuple(dict.fromkeys(kept_out))


def barred(person: PersonId, lead: Lead, context: Context) -> bool:
    """Whether a person must keep out: recused, asked to be, named in it, or its reporter (SL 67)."""
    return is_any(person, (*recused(lead, context), *named(lead, context)), context)


def at(account: Account, *stages: Stage) -> None:
    """Refuse unless the lead stands in one of ``stages`` and is not being handed over."""
    lead = account.lead
    if lead.stage not in stages:
        raise account.wrong_state(*STAGES[lead.stage])
    if lead.in_transit is not None:
        raise errors.InTransit(to_party=lead.in_transit.to_party)


def undecided(account: Account) -> None:
    """Refuse while a submission on the lead is under way."""
    if account.lead.climbing is not None and account.lead.pending is not None:
        raise errors.SubmissionUnderWay(matter=account.lead.pending.matter)


def by_party(account: Account, party: PartyId | None, *wanted: str) -> None:
    """Refuse unless ``party`` acts, in the person of one who holds one of the roles."""
    handling.by_party(account.context, party, *wanted)


def by_case_supervision(account: Account) -> PartyId:
    """The case supervision of the lead's level, which must be acting through its own people."""
    office = circle.case_supervision(account.lead.holder, account.jurisdiction)
    by_party(account, office, *KEEPING)
    return account.context.acting


def by_handlers(account: Account) -> PartyId:
    """The handling party, which must be acting through a handler or the keeper of this lead, or one lent."""
    context, lead = account.context, account.lead
    by_party(account, lead.handling_party, *STAFF)
    if context.request.command.on_behalf is None and not handling.is_one_of(
        context, (*lead.handlers, lead.keeper)
    ):
        raise context.refused(
            zh="须由本线索承办人或专管人员办理", en="it is for its handlers to do"
        )
    return context.acting


def not_a_unit_committee(account: Account, party: PartyId) -> None:
    """Raise `NotForAUnitCommittee`: it assists when enlisted, and never sees the register (RS 18, 19)."""
    if account.jurisdiction.party(party).kind == COMMITTEE_KIND:
        raise errors.NotForAUnitCommittee(party=party)


def two_handlers(
    account: Account, party: PartyId, handlers: tuple[PersonId, ...], keeper: PersonId | None
) -> PersonId:
    """The keeper, if two clean people of the party handle and one keeps (R 77, RD 23, SL 67).

    Who newly handles it has approved nothing in it (R 289).
    """
    context, lead = account.context, account.lead
    found = handling.two_handlers(context, party, handlers, keeper, _kept_out_of(account))
    handling.no_approver(context, handlers, lead.signers, besides=lead.handlers)
    return found


def fit_to_handle(account: Account, party: PartyId, people: Iterable[PersonId]) -> None:
    """Refuse people who are not in office in the party, or who must keep out (SL 67, R 295)."""
    handling.fit_to_handle(account.context, party, people, _kept_out_of(account))


def _kept_out_of(account: Account) -> handling.KeepOut:
    def keep_out(person: PersonId) -> errors.BarredFromLead | None:
        out = barred(person, account.lead, account.context)
        return errors.BarredFromLead(person=person) if out else None

    return keep_out


Competence = Literal["competent", "by_approval"]


def competence(
    account: Account, party: PartyId, subjects: Iterable[SubjectReference]
) -> Competence:
    """Whether a party may handle all these persons, by the table of the day (DOMAIN.md §1.16).

    Raises `NotCompetent` naming those for whom it may not: the lead goes elsewhere, or splits.
    """
    found = account.jurisdiction.party(party)
    day = account.context.occurred.date
    by_person = {
        subject.person: _for(account, found, subject, authority(account, subject, day))
        for subject in subjects
    }
    outside = [person for person, answer in by_person.items() if answer is None]
    if outside:
        raise errors.NotCompetent(party=party, persons="、".join(outside))
    return "by_approval" if "by_approval" in by_person.values() else "competent"


def authority(account: Account, subject: SubjectReference, day: datetime.date) -> Authority:
    """The row of the cadre management table for a person; raises `PostLevelUnknown`."""
    level = subject.standing.post_level
    row = account.scheme.authority_for(level, day)
    if row is None:
        raise errors.PostLevelUnknown(post_level=level, on=day)
    return row


def _for(
    account: Account, party: Party, subject: SubjectReference, row: Authority
) -> Competence | None:
    """Whether a party is competent for a person: a group named by its kind, for its own units only."""
    names = {party.code, party.kind}
    if party.kind == "stationedGroup" and not _is_stationed_at(account, party, subject):
        names = {party.code}
    if names & set(row.competent):
        return "competent"
    return "by_approval" if names & set(row.by_approval) else None


def _is_stationed_at(account: Account, group: Party, subject: SubjectReference) -> bool:
    unit = subject.standing.unit
    return unit is not None and account.jurisdiction.party(unit).stationed_group == group.code


def way_in_force(account: Account, way: str) -> DisposalWay | None:
    """The way under the lead's regime on the day of the act; None for filing and handing over.

    Those two are no ways of disposal in the sense of R 204, yet decisions a lead may lead to
    (R 199, 201, 211). Raises `WayNotInForce`.
    """
    if way in (CASE_FILED, TRANSFERRED):
        return None
    day, regime = account.context.occurred.date, account.lead.regime
    ways = account.scheme.disposal_ways(regime, day)
    found = ways.get(way)
    if found is None:
        raise errors.WayNotInForce(way=way, regime=regime, on=day, ways="、".join(ways))
    return found


def approved(account: Account, way: str) -> Disposal:
    """The approved disposal in hand, if it is of that way; raises `NotApproved`."""
    disposal = account.lead.disposal
    if account.lead.stage != "handling" or disposal is None or disposal.way != way:
        raise errors.NotApproved(way=way)
    undecided(account)
    return disposal


def subject(account: Account, person: PersonId) -> SubjectReference:
    """The reported person of that id; raises `InvalidField`."""
    found = next((item for item in account.lead.subjects if item.person == person), None)
    if found is None:
        raise invalid(
            "person", "不是本线索的被反映人", "it is none of the persons this lead is about"
        )
    return found


def leg(account: Account, serial: int) -> HandOver:
    """The hand-over of that serial; `InvalidField` where the acting party is at neither end."""
    found = account.lead.transfer(serial)
    if found is None or account.context.acting not in (found.from_party, found.to_party):
        raise invalid("transfer", "没有该次移送", "there is no such hand-over")
    return found


def here(leg: HandOver, end: PartyId) -> None:
    """Refuse what is for an end of the hand-over to do that is in another jurisdiction."""
    if leg.abroad is not None and end != between.own_end(leg):
        raise HandledElsewhere(jurisdiction=leg.abroad.jurisdiction)


def is_there(leg: HandOver) -> None:
    """Raise `NotDeliveredYet` while a hand-over is under way to another jurisdiction."""
    if leg.abroad is not None and not leg.abroad.delivered:
        raise NotDeliveredYet(jurisdiction=leg.abroad.jurisdiction)


def asks_in_time(account: Account, day: datetime.date | None) -> None:
    """Raise `InvalidField` for an answer that would be due before it is asked."""
    if day is not None and day < account.context.occurred.date:
        raise invalid("reply_by", "早于催办日期", "it lies before the act itself")


def whole(leg: HandOver) -> None:
    """Refuse to take a part of what came from another jurisdiction (R 201: the sender splits it)."""
    if leg.abroad is not None:
        raise errors.WholeLeadOnly


def ours(account: Account, leg: HandOver) -> None:
    """Refuse to accept from elsewhere whom this jurisdiction does not manage (DOMAIN.md §1.16)."""
    if leg.abroad is None:
        return
    foreign = {channel.party for channel in account.scheme.channels.values()}
    day = account.context.occurred.date
    rows = {item.person: authority(account, item, day) for item in account.lead.subjects}
    outside = [
        person for person, row in rows.items() if {*row.competent, *row.by_approval} <= foreign
    ]
    if outside:
        raise errors.NotCompetent(party=leg.to_party, persons="、".join(outside))


def insiders(account: Account) -> tuple[PartyId, ...]:
    """The parties concerned with the lead's content, not with its status only."""
    return circle.insiders(account.lead, account.jurisdiction)


def inside(account: Account) -> None:
    """Refuse a party that knows the status only, as if the lead did not exist."""
    if account.context.acting not in insiders(account):
        raise NotFound(stream=account.stream)


def other_lead(stream: StreamId, context: Context) -> Account:
    """Another lead that the acting party is concerned with; else `NotFound`, if it exists or not."""
    if family_of(stream) != "lead":
        raise NotFound(stream=stream)
    found = context.streams[stream]
    if found.version == 0:
        raise NotFound(stream=stream)
    account = known(found, context)
    inside(account)
    return account
