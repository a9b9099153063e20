"""What has to be true before an action on a case. Each guard raises the refusal it needs."""

from collections.abc import Iterable
from typing import Final

from domain import handlers
from domain.account import invalid
from domain.cases import circle, errors
from domain.cases.account import Account
from domain.cases.state import STAGES, Case, Person, Sanction, Sheet, Stage
from domain.cases.values import (
    MeetingCorrection,
    MemberAbsence,
    MemberStood,
    MemberView,
    Track,
)
from domain.context import Context
from domain.errors import NotFound
from domain.ids import PartyId, PersonId, StreamId
from domain.leads import guards as leads
from domain.leads.state import Lead
from domain.leads.values import CASE_FILED
from domain.scheme import PartyKind
from domain.scheme_parts import STATIONED
from domain.streams import StreamState

TRACKS: dict[Track, tuple[str, str]] = {
    "party": ("党纪", "Party"),
    "state": ("政务", "governmental"),
}
"""The tracks in Chinese and English."""

ADJUDICATING: Final[tuple[PartyKind, ...]] = (
    "adjudicationOffice",
    "stationedGroup",
    "dispatchedBody",
    "countyCommission",
)
"""Kinds of bodies that adjudicate a case that another one handled."""


def known(stream: StreamState[Case], context: Context) -> Account:
    """The account of a case for an actor who may know of it.

    Raises `NotFound` for those it names, so that nobody learns of it by trying (R 299), and
    `BarredFromCase` for a recused person.
    """
    account = Account(stream, context)
    if handlers.is_any(context.actor, named(stream.state, context), context):
        raise NotFound(stream=stream.stream)
    if handlers.is_any(context.actor, recused(stream.state, context), context):
        raise errors.BarredFromCase(person=context.actor)
    if context.jurisdiction.scheme is None:
        raise account.wrong_state("尚无方案", "there is no scheme yet")
    return account


def leads_of(case: Case, context: Context) -> tuple[Lead, ...]:
    """The leads that a case came from."""
    context.streams.require(case.leads)
    return tuple(context.streams[lead].state for lead in case.leads)


def named(case: Case, context: Context) -> tuple[PersonId, ...]:
    """Whom the case or its leads are about, and who reported it (R 299)."""
    of_leads = (leads.named(lead, context) for lead in leads_of(case, context))
    return tuple(dict.fromkeys((*case.named, *(one for each in of_leads for one in each))))


def recused(case: Case, context: Context) -> tuple[PersonId, ...]:
    """Who keeps out of the case: recused here or in its leads, or asked to be (SL 67)."""
    of_leads = (leads.recused(lead, context) for lead in leads_of(case, context))
    own = (*case.recused, *case.recusals_asked)
    return tuple(dict.fromkeys((*own, *(one for each in of_leads for one in each))))


def keep_out(case: Case, context: Context) -> handlers.KeepOut:
    """Why a person must keep out of a case: recused, named in it, or its reporter (SL 67, R 295)."""
    out = (*recused(case, context), *named(case, context))

    def refusal(person: PersonId) -> errors.BarredFromCase | None:
        barred = handlers.is_any(person, out, context)
        return errors.BarredFromCase(person=person) if barred else None

    return refusal


def investigators(case: Case, context: Context) -> tuple[PersonId, ...]:
    """Who ever handled the case or a lead of it, also lent: they do not judge it (R 222, 289)."""
    of_leads = (lead.handlers for lead in leads_of(case, context))
    lent = (
        context.jurisdiction.ever_lent(matter, case.handling_party)
        for matter in (*case.leads, context.request.target)
    )
    everybody = (case.handled, *of_leads, *lent)
    return tuple(dict.fromkeys(one for each in everybody for one in each))


def judging(case: Case, context: Context) -> handlers.KeepOut:
    """Why a person may not review, adjudicate or approve: they keep out, or they investigated (R 222)."""
    out, worked = keep_out(case, context), investigators(case, context)

    def refusal(person: PersonId) -> errors.BarredFromCase | errors.HandlerMayNotJudge | None:
        if handlers.is_any(person, worked, context):
            return errors.HandlerMayNotJudge(person=person)
        found = out(person)
        return found if isinstance(found, errors.BarredFromCase) else None

    return refusal


def judges(case: Case) -> tuple[PersonId, ...]:
    """Who adjudicates a case, and who reviewed a sheet of it: they do not handle it (R 222, 289)."""
    reviewers = (each.reviewed_by for each in case.sheets if each.reviewed_by is not None)
    return (*case.adjudicators, *reviewers)


def judged_by_actor(account: Account) -> None:
    """Refuse an actor who investigated, or must keep out; an act entered from a letter is its party's."""
    context = account.context
    if context.request.command.on_behalf is not None:
        return
    refusal = judging(account.case, context)(context.actor)
    if refusal is not None:
        raise refusal


def at(account: Account, *stages: Stage) -> None:
    """Refuse unless the case stands in one of ``stages``."""
    account.stands(account.case.stage, *stages, names=STAGES)


def by_keeping(account: Account) -> None:
    """Refuse unless the handling party acts through who keeps its register or leads it."""
    handlers.by_party(account.context, account.case.handling_party, *handlers.KEEPING)


def by_handlers(account: Account) -> None:
    """Refuse unless the handling party acts through a handler or the keeper of this case."""
    context, case = account.context, account.case
    handlers.by_party(context, case.handling_party, *handlers.STAFF)
    if context.request.command.on_behalf is None and not handlers.is_one_of(
        context, (*case.handlers, case.keeper)
    ):
        raise context.refused(zh="须由本案承办人或专管人员办理", en="it is for its handlers to do")


def by_two(account: Account) -> None:
    """Refuse while a recusal left fewer than two handlers (R 77)."""
    if len(account.case.handlers) < 2 or account.case.keeper is None:
        raise handlers.NeedsTwoHandlers


def by_adjudicators(account: Account) -> None:
    """Refuse unless the adjudicating party acts, through one who adjudicates this case."""
    context, case = account.context, account.case
    handlers.by_party(context, case.adjudicator, *handlers.STAFF)
    if context.request.command.on_behalf is None and not handlers.is_one_of(
        context, case.adjudicators
    ):
        raise context.refused(zh="须由本案审理人员办理", en="it is for its adjudicators to do")


def by_adjudicating_party(account: Account) -> PartyId:
    """The adjudicating party, which must be acting through somebody who never handled the case."""
    handlers.by_party(account.context, account.case.adjudicator, *handlers.STAFF)
    judged_by_actor(account)
    return account.acting


def lent_to_adjudicate(account: Account) -> tuple[PersonId, ...]:
    """Who is lent to the adjudicating party for this case: they adjudicate with its people (§5.15)."""
    context = account.context
    return context.jurisdiction.lent_to(account.acting, account.stream, context.occurred.date)


def inside(account: Account) -> None:
    """Refuse a party that knows the status only, as if the case did not exist."""
    if account.acting not in circle.insiders(account.case, account.jurisdiction):
        raise NotFound(stream=account.stream)


def may_adjudicate(account: Account, party: PartyId) -> None:
    """Refuse a party that cannot adjudicate: the handlers' own, or one that is no adjudicating body.

    Groups of an area (片区) adjudicate for each other, and no group from outside it: raises
    `AdjudicatorOutsideTheArea`.
    """
    kind = account.jurisdiction.party(party).kind
    if party == account.case.handling_party or kind not in ADJUDICATING:
        raise errors.CannotAdjudicate(party=party)
    area = account.scheme.area_of(account.case.handling_party)
    if area is not None and kind in STATIONED and party not in area.groups:
        raise errors.AdjudicatorOutsideTheArea(
            party=party, title_zh=area.title.zh, title_en=area.title.en
        )


def filing_lead(stream: StreamId, context: Context) -> Lead:
    """A lead that the acting party handles and whose end is filing, proposed or decided.

    Raises `LeadNotForFiling` – the same for a lead that there is not – and `LeadHasCase`.
    """
    refusal = errors.LeadNotForFiling(lead=stream)
    if not stream.startswith("lead/"):
        raise refusal
    found = context.streams[stream]
    lead: Lead = found.state
    if found.version == 0 or context.acting != lead.handling_party:
        raise refusal
    proposed = None if lead.pending is None else lead.pending.disposal
    ways = [each.way for each in (lead.disposal, proposed) if each is not None]
    if lead.stage not in ("acknowledged", "handling", "case_filed") or CASE_FILED not in ways:
        raise refusal
    without_case(stream, lead, context)
    return lead


def without_case(stream: StreamId, lead: Lead, context: Context) -> None:
    """Refuse a lead that became a case already, unless that was annulled."""
    if lead.case is None:
        return
    other: Case = context.streams[lead.case].state
    if other.stage != "annulled":
        raise errors.LeadHasCase(lead=stream, case=lead.case)


def person(account: Account, person: PersonId) -> Person:
    """The person of that id; raises `InvalidField`."""
    found = account.case.person(person)
    if found is None:
        raise invalid("person", "不是本案的被审查调查人", "it is none of the persons of this case")
    return found


def sanction(account: Account, who: PersonId, track: Track, *statuses: str) -> Sanction:
    """The person's sanction on a track, in one of ``statuses``; raises `NoSuchSanction`."""
    found = person(account, who).sanction(track)
    if found is None or found.status not in statuses:
        zh, en = TRACKS[track]
        raise errors.NoSuchSanction(track_zh=zh, track_en=en)
    return found


def sheet(account: Account, serial: int, *statuses: str) -> Sheet:
    """The sheet of that serial, in one of ``statuses``; raises `InvalidField`."""
    found = account.case.sheet(serial)
    if found is None or found.status not in statuses:
        raise invalid("sheet", "没有处于此环节的把关表", "there is no such sheet at this stage")
    return found


def attendance(
    entitled: Iterable[PersonId],
    views: tuple[MemberView, ...],
    absent: tuple[MemberAbsence, ...],
) -> None:
    """Refuse unless each member is present with a view or absent with a reason, exactly once."""
    listed = [*(each.member for each in views), *(each.member for each in absent)]
    wrong = set(listed) ^ set(entitled) | {one for one in listed if listed.count(one) > 1}
    if wrong:
        raise errors.AttendanceWrong(persons="、".join(sorted(wrong)))


def gave_view(account: Account, sheet: Sheet) -> PersonId:
    """The member of its meeting who acts, and gave a view there; others are refused."""
    context = account.context
    handlers.by_party(context, account.case.handling_party)
    for each in sheet.stood:
        if each.stood != "absent" and account.is_any(context.actor, (each.member,)):
            return each.member
    raise context.refused(
        zh="须由发表意见的人员办理", en="it is for the member who gave the view to do"
    )


def stood(sheet: Sheet, right: MeetingCorrection) -> tuple[MemberStood, ...]:
    """How the members that a correction names stood in the record; raises `InvalidField` unless each did."""
    named = [
        *(each.member for each in right.views),
        *(each.member for each in right.absent),
    ]
    was = tuple(each for each in sheet.stood if each.member in named)
    if not named or len(was) != len(named):
        raise invalid(
            "meeting", "每名组务会成员只更正一次", "correct each member of the meeting once"
        )
    return was


def agreeing(views: tuple[MemberView, ...]) -> int:
    """How many agree."""
    return sum(each.view == "agree" for each in views)
