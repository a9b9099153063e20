"""What follows from each action on a work report, or why it is refused.

Basis: the cadence of the scheme (quarterly and half-yearly reports, DOMAIN.md §5 mechanisms 2, 18,
25; stationed bodies report regularly, A4). The period, its due date and «missed» belong to the
obligation that the clock opened in the same stream.
"""

from collections.abc import Iterable

from domain.account import invalid
from domain.context import Context
from domain.figures import Figures
from domain.model import Draft
from domain.periods import CadencePeriod
from domain.streams import StreamState
from domain.work_reports import commands, counting, errors, events, guards
from domain.work_reports.account import Account
from domain.work_reports.commands import Kind
from domain.work_reports.state import WorkReport

Stream = StreamState[WorkReport]


def submit(stream: Stream, command: commands.Submit, context: Context) -> Iterable[Draft]:
    """Hand in a report. In a stream that the cadence opened it has to be the one owed there.

    Raises `UnknownParty`, `InvalidField` for a report to oneself, `NotTheReporter` and
    `NotWhatIsOwed` where the cadence owes another.
    """
    account = Account(stream, context)
    guards.another(account, command)
    guards.period_fits(command)
    guards.is_owed(stream, account, command)
    figures = _figures(account, command.kind, command.period)
    span = CadencePeriod.parse(command.period) if figures else None
    account.tell(
        events.Submitted(
            **account.plain(),
            kind=command.kind,
            period=command.period,
            reporter=account.acting,
            to=command.to,
            title=command.title,
            summary=command.summary,
            document=command.document,
            figures=figures,
            begins=None if span is None else span.first_day,
            ends=None if span is None else span.last_day,
        )
    )
    return account


def return_(stream: Stream, command: commands.Return, context: Context) -> Iterable[Draft]:
    """Send it back to be made better; the revised report is owed from now on."""
    account = Account(stream, context)
    guards.at(account, "submitted")
    guards.by_receiver(account)
    account.tell(events.Returned(**account.frame(), reason=command.reason))
    return account


def resubmit(stream: Stream, command: commands.Resubmit, context: Context) -> Iterable[Draft]:
    """Hand in the revised report, saying what was changed; also in place of an annulled one."""
    account = Account(stream, context)
    guards.at(account, "returned", "annulled")
    guards.by_reporter(account)
    account.tell(
        events.Resubmitted(
            **account.frame(),
            changes=command.changes,
            summary=command.summary,
            document=command.document,
            figures=_figures(account, account.state.kind, account.state.period),
        )
    )
    return account


def _figures(account: Account, kind: Kind, period: str) -> Figures:
    """What the report's form asks for, counted from the log as it stands now."""
    reporter = account.jurisdiction.party(account.acting)
    form = account.scheme.report_form(kind, reporter.kind)
    if form is None:
        return ()
    span = counting.Span(account.context, reporter.code, CadencePeriod.parse(period))
    return counting.counted(form.figures, span)


def accept(stream: Stream, command: commands.Accept, context: Context) -> Iterable[Draft]:
    """Take the report as sufficient, with an instruction (批示) where there is one."""
    account = Account(stream, context)
    guards.at(account, "submitted")
    guards.by_receiver(account)
    account.tell(events.Accepted(**account.frame(), instruction=command.instruction))
    return account


def circulate(stream: Stream, command: commands.Circulate, context: Context) -> Iterable[Draft]:
    """Pass it round; each party acknowledges. Raises `InvalidField` for one that has it already."""
    account = Account(stream, context)
    guards.at(account, "accepted")
    guards.by_receiver(account)
    for party in command.parties:
        context.jurisdiction.party(party)
        if party in account.state.concerns.parties:
            raise invalid("parties", f"“{party}”已有此报告", f"{party} has the report already")
        account.tell(events.Circulated(**account.plain(), circulator=account.acting, to=party))
    return account


def acknowledge(stream: Stream, _: commands.Acknowledge, context: Context) -> Iterable[Draft]:
    """Sign for a circulated report, once. Raises `NotCirculated`."""
    account = Account(stream, context)
    guards.at(account, "accepted")
    if account.acting not in account.state.pending:
        raise errors.NotCirculated(party=account.acting)
    account.tell(events.Acknowledged(**account.plain(), by=account.acting))
    return account


def correct(stream: Stream, command: commands.Correct, context: Context) -> Iterable[Draft]:
    """更正: what the report said wrongly. Raises `InvalidField` where nothing is corrected.

    Figures are counted anew, not said anew; the same figures correct nothing.
    """
    account = Account(stream, context)
    guards.at(account, "submitted", "accepted")
    guards.by_reporter(account)
    state = account.state
    figures = _figures(account, state.kind, state.period) if command.recount else None
    guards.corrects(command, state.figures, figures)
    account.tell(
        events.Corrected(
            **account.plain(),
            reason=command.reason,
            approved_by=command.approved_by,
            title=command.title,
            summary=command.summary,
            document=command.document,
            figures=figures,
        )
    )
    return account


def annul(stream: Stream, command: commands.Annul, context: Context) -> Iterable[Draft]:
    """作废: the report was entered by mistake; what is owed from it is withdrawn."""
    account = Account(stream, context)
    guards.at(account, "submitted", "returned", "accepted")
    guards.by_reporter(account)
    account.tell(
        events.Annulled(**account.frame(), reason=command.reason, approved_by=command.approved_by)
    )
    return account
