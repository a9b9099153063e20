"""Approval by the chain, decision, execution, and setting a sanction right: the decisions."""

from collections.abc import Iterable

from domain import handlers
from domain.account import invalid
from domain.cases import chains, commands, errors, events, guards
from domain.cases.account import Account
from domain.cases.decisions import sign_off
from domain.cases.state import Case, Person, Recovery, Sanction
from domain.cases.values import Meeting
from domain.context import Context
from domain.ids import PersonId
from domain.model import Draft
from domain.streams import StreamState

Stream = StreamState[Case]


def go_on(account: Account, who: PersonId) -> None:
    """Say whose turn it is for a person, or that it is decided for them, and perhaps for all."""
    person = guards.person(account, who)
    climbing = [each for each in person.sanctions if each.status == "climbing"]
    for each in climbing:
        _await(account, person, each)
    if climbing or person.disposition is None or person.stage == "decided":
        return
    disposition = person.disposition
    account.tell(
        events.PersonDecided(
            **account.frame(),
            person=who,
            result=disposition.result,
            four_forms=disposition.four_forms,
            party_sanction=disposition.party,
            state_sanction=disposition.state,
            recommendation=disposition.recommendation,
            procuratorate=disposition.procuratorate,
        )
    )
    if all(each.stage == "decided" for each in account.case.persons):
        account.tell(events.Decided(**account.frame()))


def _await(account: Account, person: Person, sanction: Sanction) -> None:
    step, disposition = sanction.awaited, person.disposition
    account.tell(
        events.ApprovalAwaited(
            **account.frame(),
            person=person.person,
            track=sanction.track,
            step=sanction.step,
            body=step.body,
            act=step.act,
            sanction=sanction.sanction,
            four_forms=1 if disposition is None else disposition.four_forms,
            chain=sanction.chain.code,
            rule_set=sanction.chain.rule_set,
            asked_by=account.case.adjudicator or account.case.handling_party,
        )
    )
    if account.jurisdiction.party(step.body).kind == "adjudicationOffice":
        sign_off.forward(account, account.case.adjudicator, step.body)


def give_approval(
    stream: Stream, command: commands.GiveApproval, context: Context
) -> Iterable[Draft]:
    """A body decides collectively on its step (PS 5-7; PGR 3-4); with the last the sanction stands.

    Returned, the adjudicating body deliberates anew for this person. Raises `NotTheBody`,
    `NotCollective`, `HandlerMayNotJudge`, `NoSuchSanction`.
    """
    account = guards.known(stream, context)
    guards.at(account, "reported", "deliberated")
    sanction = guards.sanction(account, command.person, command.track, "climbing")
    step = sanction.awaited
    if context.acting != step.body:
        raise errors.NotTheBody(body=step.body, party=context.acting)
    handlers.by_party(context, step.body, *handlers.STAFF)
    guards.judged_by_actor(account)
    _collective(command.meeting, agreed=command.opinion == "agree")
    climbing = guards.person(account, command.person).sanctions
    others = [each for each in climbing if each.status == "climbing" and each is not sanction]
    account.tell(
        events.ApprovalGiven(
            **account.frame(),
            person=command.person,
            track=command.track,
            step=sanction.step,
            body=step.body,
            act=step.act,
            opinion=command.opinion,
            meeting=command.meeting,
            text=command.text,
        )
    )
    if command.opinion == "return":
        _withdraw_rest(account, command.person, others)
        return account
    if sanction.at_last_step:
        _decide(account, command.person, sanction)
        _once_matched(account, command.person)
    else:
        climbed = guards.sanction(account, command.person, command.track, "climbing")
        _await(account, guards.person(account, command.person), climbed)
    return account


def _withdraw_rest(account: Account, who: PersonId, others: list[Sanction]) -> None:
    """The tracks are matched: where one goes back, the other is asked no longer (§1.16)."""
    for each in others:
        account.tell(
            events.ApprovalWithdrawn(
                **account.frame(),
                person=who,
                track=each.track,
                step=each.step,
                body=each.awaited.body,
                act=each.awaited.act,
            )
        )


def _collective(meeting: Meeting, *, agreed: bool) -> None:
    """A sanction is decided by a body, never by one person (PGR 3), effective with it (PS 5)."""
    whole = 2 <= meeting.present <= meeting.entitled < meeting.present * 2
    counted = meeting.in_favour <= meeting.present
    if not whole or not counted or agreed != (meeting.in_favour * 2 > meeting.entitled):
        raise errors.NotCollective(
            entitled=meeting.entitled, present=meeting.present, in_favour=meeting.in_favour
        )


def _decide(account: Account, who: PersonId, sanction: Sanction) -> None:
    body = sanction.awaited.body
    year = account.context.occurred.date.year
    account.tell(
        events.SanctionDecided(
            **account.frame(),
            person=who,
            track=sanction.track,
            sanction=sanction.sanction,
            number=account.jurisdiction.next_number(body, "sanction", year),
            decided_by=body,
            organ=sanction.chain.organ,
            chain=sanction.chain.code,
            rule_set=sanction.chain.rule_set,
        )
    )


def _once_matched(account: Account, who: PersonId) -> None:
    """With the last track decided it is decided for the person; the other track is not asked again."""
    person = guards.person(account, who)
    if not any(each.status == "climbing" for each in person.sanctions):
        go_on(account, who)


def serve_decision(
    stream: Stream, command: commands.ServeDecision, context: Context
) -> Iterable[Draft]:
    """Serve the decision on the person and the organ (R 233: within a month); the organ reads it now."""
    account = guards.known(stream, context)
    guards.by_handlers(account)
    sanction = guards.sanction(account, command.person, command.track, "decided")
    if sanction.served_on is not None:
        raise account.wrong_state("决定已送达", "the decision was served already")
    account.tell(
        events.DecisionServed(
            **account.frame(),
            person=command.person,
            track=command.track,
            organ=sanction.chain.organ,
            sanction=sanction.sanction,
            sanction_number=str(sanction.number),
            decided_by=sanction.chain.steps[-1].body,
            document=command.document,
        )
    )
    return account


def report_execution(
    stream: Stream, command: commands.ReportExecution, context: Context
) -> Iterable[Draft]:
    """The organ reports that the decision was announced and carried out (R 233: within a month)."""
    account = guards.known(stream, context)
    sanction = guards.sanction(account, command.person, command.track, "decided")
    handlers.by_party(context, sanction.chain.organ, *handlers.STAFF)
    if sanction.served_on is None or sanction.executed:
        raise account.wrong_state("决定未送达或已执行", "not served yet, or executed already")
    account.tell(
        events.ExecutionReported(
            **account.frame(),
            person=command.person,
            track=command.track,
            organ=sanction.chain.organ,
            announced=command.announced,
            report=command.report,
        )
    )
    return account


def order_recovery(
    stream: Stream, command: commands.OrderRecovery, context: Context
) -> Iterable[Draft]:
    """Order that money is confiscated, recovered or given back (R 240: within a month); in fen."""
    account = guards.known(stream, context)
    guards.by_handlers(account)
    guards.at(account, "deliberated", "decided")
    guards.person(account, command.person)
    if command.amount < 1:
        raise invalid("amount", "金额须大于零", "the amount has to be above nothing")
    account.tell(
        events.RecoveryOrdered(
            **account.frame(),
            recovery=len(account.case.recoveries) + 1,
            person=command.person,
            kind=command.kind,
            amount=command.amount,
            document=command.document,
        )
    )
    return account


def record_recovery(
    stream: Stream, command: commands.RecordRecovery, context: Context
) -> Iterable[Draft]:
    """Money came in on an order; more than was ordered is refused, the last fen completes it."""
    account = guards.known(stream, context)
    guards.by_handlers(account)
    order = _order(account, command.recovery)
    total = order.received + command.amount
    if total > order.ordered:
        raise invalid("amount", "超过应追缴金额", "that is more than was ordered")
    account.tell(
        events.RecoveryRecorded(
            **account.frame(),
            recovery=order.serial,
            amount=command.amount,
            total=total,
            receipt=command.receipt,
        )
    )
    if total == order.ordered:
        account.tell(events.RecoveryCompleted(**account.frame(), recovery=order.serial))
    return account


def _order(account: Account, serial: int) -> Recovery:
    if not 1 <= serial <= len(account.case.recoveries):
        raise invalid("recovery", "没有该项追缴", "there is no such order")
    return account.case.recoveries[serial - 1]


def transfer_to_procuratorate(
    stream: Stream, command: commands.TransferToProcuratorate, context: Context
) -> Iterable[Draft]:
    """Hand a person's offence over for prosecution, where that was decided; once."""
    account = guards.known(stream, context)
    guards.by_handlers(account)
    person = guards.person(account, command.person)
    disposition = person.disposition
    if person.stage != "decided" or disposition is None or not disposition.procuratorate:
        raise account.wrong_state("未决定移送检察机关", "no transfer was decided for them")
    if person.transferred:
        raise account.wrong_state("已移送检察机关", "handed over already")
    account.tell(
        events.TransferredToProcuratorate(
            **account.frame(), person=command.person, document=command.document
        )
    )
    return account


def correct_sanction(
    stream: Stream, command: commands.CorrectSanction, context: Context
) -> Iterable[Draft]:
    """更正 a sanction that was entered wrongly; one that needs another chain is decided anew.

    Raises `OtherChain`.
    """
    account = guards.known(stream, context)
    guards.by_keeping(account)
    sanction = guards.sanction(account, command.person, command.track, "decided")
    if command.sanction == sanction.sanction:
        raise invalid("sanction", "没有更正内容", "nothing is corrected")
    person = guards.person(account, command.person)
    day = sanction.laid_out
    chain = chains.chain_of(account, person, command.track, command.sanction, day)
    if chain.code != sanction.chain.code:
        raise errors.OtherChain(chain=chain.code)
    account.tell(
        events.SanctionCorrected(
            **account.frame(),
            person=command.person,
            track=command.track,
            former=sanction.sanction,
            sanction=command.sanction,
            reason=command.reason,
            document=command.document,
            approved_by=command.approved_by,
        )
    )
    return account


def annul_sanction(
    stream: Stream, command: commands.AnnulSanction, context: Context
) -> Iterable[Draft]:
    """撤销处分: it no longer counts, nothing is owed because of it, its number is kept (§1.15)."""
    account = guards.known(stream, context)
    guards.by_keeping(account)
    sanction = guards.sanction(account, command.person, command.track, "decided")
    number = sanction.number
    if number is None:
        raise account.wrong_state("尚无处分文号", "it has no number yet")
    account.tell(
        events.SanctionAnnulled(
            **account.frame(),
            person=command.person,
            track=command.track,
            sanction=sanction.sanction,
            annulled_number=number,
            reason=command.reason,
            document=command.document,
            approved_by=command.approved_by,
        )
    )
    return account
