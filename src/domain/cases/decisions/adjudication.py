"""Investigation up to its end, and adjudication by other people: the decisions."""

from collections.abc import Iterable

from domain import handlers
from domain.account import invalid
from domain.cases import chains, commands, errors, events, guards
from domain.cases.account import Account
from domain.cases.decisions import decision, sign_off
from domain.cases.state import FILED, Case
from domain.cases.values import Disposition
from domain.context import Context
from domain.ids import PersonId
from domain.model import Draft
from domain.streams import StreamState

Stream = StreamState[Case]


def suspend_investigation(
    stream: Stream, command: commands.SuspendInvestigation, context: Context
) -> Iterable[Draft]:
    """A person is a fugitive or in custody: the one-year clock stands (R 215)."""
    account = guards.known(stream, context)
    guards.by_handlers(account)
    guards.at(account, "investigating", "reinvestigating")
    if guards.person(account, command.person).suspended is not None:
        raise invalid("person", "已登记在逃或留置", "it was recorded already")
    account.tell(
        events.InvestigationSuspended(
            **account.frame(), person=command.person, ground=command.ground
        )
    )
    return account


def restart_investigation(
    stream: Stream, command: commands.RestartInvestigation, context: Context
) -> Iterable[Draft]:
    """The fugitive is back, or custody ended: with the last of them the clock begins anew (R 215)."""
    account = guards.known(stream, context)
    guards.by_handlers(account)
    guards.at(account, *FILED)
    ground = guards.person(account, command.person).suspended
    if ground is None:
        raise invalid("person", "未登记在逃或留置", "nothing of the kind was recorded")
    account.tell(events.SuspensionEnded(**account.frame(), person=command.person, ground=ground))
    if all(each.suspended is None for each in account.case.persons):
        account.tell(events.InvestigationRestarted(**account.frame()))
    return account


def show_facts(stream: Stream, command: commands.ShowFacts, context: Context) -> Iterable[Draft]:
    """Put the facts to a person, by two of the handling party; the person signs a view (R 217)."""
    account = guards.known(stream, context)
    guards.by_handlers(account)
    guards.at(account, "investigating", "reinvestigating")
    guards.person(account, command.person)
    keep_out = guards.keep_out(account.case, context)
    handlers.two_people(context, account.acting, command.shown_by, keep_out)
    account.tell(
        events.FactsShown(
            **account.frame(),
            person=command.person,
            shown_by=command.shown_by,
            signed=command.signed,
            view=command.view,
        )
    )
    return account


def propose_sanctions(
    stream: Stream, command: commands.ProposeSanctions, context: Context
) -> Iterable[Draft]:
    """Propose what is right for each person, once handler, head and meeting have signed it off."""
    account = guards.known(stream, context)
    guards.by_handlers(account)
    guards.at(account, "investigating")
    guards.by_two(account)
    sign_off.required(account, "sanction")
    _for_each(account, command.dispositions, account.case.named)
    account.tell(
        events.SanctionsProposed(
            **account.frame(), dispositions=command.dispositions, text=command.text
        )
    )
    return account


def _for_each(
    account: Account, dispositions: tuple[Disposition, ...], persons: tuple[PersonId, ...]
) -> None:
    """Refuse unless there is exactly one disposition for each of ``persons``, and each is whole."""
    if sorted(each.person for each in dispositions) != sorted(persons):
        raise invalid(
            "dispositions", "须对每名人员各列一项", "there is one for each person, no more"
        )
    for each in dispositions:
        _whole(account, each)


def _whole(account: Account, disposition: Disposition) -> None:
    """A sanction goes with the result, and with what the person is: two tracks, matched (§1.16)."""
    person = guards.person(account, disposition.person)
    sanctioned = bool(disposition.sanctions())
    if sanctioned != (disposition.result == "sanctioned"):
        raise invalid("dispositions", "处分与处理结果不符", "sanction and result do not agree")
    if disposition.party is not None and not person.party_member:
        raise invalid(
            "dispositions", "非党员不给予党纪处分", "no Party sanction without membership"
        )
    if disposition.state is not None and not person.public_official:
        raise invalid(
            "dispositions", "非公职人员不给予政务处分", "no governmental sanction without office"
        )
    if disposition.procuratorate and disposition.result == "withdrawn":
        raise invalid("dispositions", "撤销案件的不移送起诉", "what is withdrawn is not prosecuted")


def send(stream: Stream, command: commands.Send, context: Context) -> Iterable[Draft]:
    """Send the case to adjudication, never to the handlers' own party (R 217, 222).

    Facts were put to every person, a proposal was made, and the sending signed off; the sheets go
    along, to case supervision too.
    """
    account = guards.known(stream, context)
    guards.by_handlers(account)
    guards.at(account, "investigating")
    guards.by_two(account)
    guards.may_adjudicate(account, command.to)
    _facts_shown(account)
    if not account.case.proposed:
        raise errors.NotProposed
    sign_off.required(account, "sending")
    account.tell(events.Sent(**account.frame(), to=command.to, materials=command.materials))
    sign_off.forward(account, command.to)
    return account


def _facts_shown(account: Account) -> None:
    open_still = account.case.open_persons
    missing = [
        each.person
        for each in account.case.persons
        if each.person in open_still and not each.facts_shown
    ]
    if missing:
        raise errors.FactsNotShown(persons="、".join(missing))


def accept_adjudication(
    stream: Stream, command: commands.AcceptAdjudication, context: Context
) -> Iterable[Draft]:
    """Accept: two or more people of the adjudicating party, or lent to it, who never handled it (R 222).

    One month runs from here (R 224).
    """
    account = guards.known(stream, context)
    guards.by_adjudicating_party(account)
    guards.at(account, "sent")
    judging, lent = guards.judging(account.case, context), guards.lent_to_adjudicate(account)
    handlers.two_people(context, account.acting, command.adjudicators, judging, lent=lent)
    account.tell(
        events.AdjudicationAccepted(**account.adjudication(), adjudicators=command.adjudicators)
    )
    return account


def return_incomplete(
    stream: Stream, command: commands.ReturnIncomplete, context: Context
) -> Iterable[Draft]:
    """Send it back before acceptance; it is sent again once complete, signed off anew."""
    account = guards.known(stream, context)
    guards.by_adjudicating_party(account)
    guards.at(account, "sent")
    account.tell(events.AdjudicationReturned(**account.adjudication(), reason=command.reason))
    return account


def require_supplement(
    stream: Stream, command: commands.RequireSupplement, context: Context
) -> Iterable[Draft]:
    """退回补充调查: the clock of adjudication stands meanwhile (R 226)."""
    account = guards.known(stream, context)
    guards.by_adjudicators(account)
    guards.at(account, "adjudicating")
    account.tell(events.SupplementRequired(**account.adjudication(), reason=command.reason))
    return account


def complete_supplement(
    stream: Stream, command: commands.CompleteSupplement, context: Context
) -> Iterable[Draft]:
    """The supplemented case is back; the clock runs on with what was left (R 226)."""
    account = guards.known(stream, context)
    guards.by_handlers(account)
    guards.at(account, "supplementing")
    account.tell(events.SupplementCompleted(**account.adjudication(), materials=command.materials))
    return account


def require_reinvestigation(
    stream: Stream, command: commands.RequireReinvestigation, context: Context
) -> Iterable[Draft]:
    """退回重新调查: the facts are put to the persons anew (R 226)."""
    account = guards.known(stream, context)
    guards.by_adjudicators(account)
    guards.at(account, "adjudicating")
    account.tell(events.ReinvestigationRequired(**account.adjudication(), reason=command.reason))
    return account


def complete_reinvestigation(
    stream: Stream, command: commands.CompleteReinvestigation, context: Context
) -> Iterable[Draft]:
    """The case, investigated anew, is back; the clock begins anew (R 226)."""
    account = guards.known(stream, context)
    guards.by_handlers(account)
    guards.at(account, "reinvestigating")
    _facts_shown(account)
    account.tell(
        events.ReinvestigationCompleted(**account.adjudication(), materials=command.materials)
    )
    return account


def report_adjudication(
    stream: Stream, command: commands.ReportAdjudication, context: Context
) -> Iterable[Draft]:
    """The report, signed by every adjudicator; two at least (R 222)."""
    account = guards.known(stream, context)
    guards.by_adjudicators(account)
    guards.at(account, "adjudicating")
    if len(account.case.adjudicators) < 2:
        raise handlers.NeedsTwoHandlers
    missing = [one for one in account.case.adjudicators if one not in command.signed_by]
    if missing:
        raise errors.AdjudicatorSignaturesMissing(persons="、".join(missing))
    account.tell(
        events.AdjudicationReported(
            **account.adjudication(), signed_by=command.signed_by, report=command.report
        )
    )
    return account


def deliberate(stream: Stream, command: commands.Deliberate, context: Context) -> Iterable[Draft]:
    """集体审议: for each person still open, what is asked, and the chain it climbs by the rules of the day.

    People of the adjudicating party and those lent to it deliberate, more than half agreeing, none of
    whom handled the case (R 222). What was decided on one track stands: it is only matched. Raises
    `NoApprovalChain`.
    """
    account = guards.known(stream, context)
    guards.by_adjudicating_party(account)
    guards.at(account, "reported")
    present = tuple(each.member for each in command.views)
    guards.attendance(
        present + tuple(a.member for a in command.absent), command.views, command.absent
    )
    judging, lent = guards.judging(account.case, context), guards.lent_to_adjudicate(account)
    handlers.two_people(context, account.acting, present, judging, lent=lent)
    agree = guards.agreeing(command.views)
    if agree * 2 <= len(command.views) + len(command.absent):
        raise errors.NoMajority(agree=agree, entitled=len(command.views) + len(command.absent))
    _for_each(account, command.dispositions, account.case.open_persons)
    account.tell(
        events.Deliberated(
            **account.adjudication(),
            views=command.views,
            absent=command.absent,
            dispositions=command.dispositions,
            chains=tuple(_chains(account, command.dispositions)),
            conclusion=command.conclusion,
        )
    )
    for each in command.dispositions:
        decision.go_on(account, each.person)
    return account


def _chains(
    account: Account, dispositions: tuple[Disposition, ...]
) -> Iterable[events.SanctionChain]:
    day = account.context.occurred.date
    for each in dispositions:
        person = guards.person(account, each.person)
        asked = dict(each.sanctions())
        for standing in person.sanctions:
            if (
                standing.status == "decided"
                and asked.pop(standing.track, None) != standing.sanction
            ):
                raise invalid("dispositions", "已生效的处分不变", "a decided sanction stands")
        for track, sanction in asked.items():
            chain = chains.chain_of(account, person, track, sanction, day)
            yield events.SanctionChain(
                person=each.person, track=track, sanction=sanction, chain=chain
            )
