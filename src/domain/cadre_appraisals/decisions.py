"""What follows from each action in a cadre appraisal, or why it is refused.

Basis: 派驻机构干部考核考察办法 (the interview on Wuhu), DOMAIN.md §5 mechanism 28: cadre appraisal apart from
body assessment; four grades. The dispatching organ approves (RS 3: the group is part of it). Leaders and the
person read it, nobody else; what precedes the grade the person does not.
"""

import datetime
from collections.abc import Iterable
from typing import Final

from domain.cadre_appraisals import commands, events, guards
from domain.cadre_appraisals.account import Account
from domain.cadre_appraisals.commands import Grade
from domain.cadre_appraisals.state import CadreAppraisal, Stage
from domain.context import Context
from domain.ids import StreamId
from domain.model import Draft
from domain.persons import account as persons
from domain.persons import readings
from domain.streams import StreamState

Stream = StreamState[CadreAppraisal]

REASON: Final = "被考核人 the person who is appraised"
"""Why the person may read the appraisal, as the grant says it."""


STANDING: Final[tuple[Stage, ...]] = (
    "opened",
    "summarised",
    "told",
    "objected",
    "answered",
    "concluded",
)
"""The stages of an appraisal that counts."""


def open_(stream: Stream, command: commands.Open, context: Context) -> Iterable[Draft]:
    """Open it, ask host Party groups for their view, and let the person read what is told to them.

    Raises `NotForAppraisals`, `NotOnesOwn`, `UnknownParty`, `UnknownPerson`, `InvalidField`.
    """
    account = Account(stream, context)
    guards.opens(account, command)
    person = persons.Account(context.streams[StreamId(command.person)], context)
    grant = readings.grant(
        person,
        account.stream,
        scope="content",
        reason=REASON,
        approved_by=command.approved_by,
        expires=datetime.date(context.occurred.date.year + 1, 12, 31),
    )
    account.tell(
        events.Opened(
            **account.plain(),
            organiser=account.acting,
            group=command.group,
            person=command.person,
            year=command.year,
            leading=guards.leads(account, command),
            summary_by=command.summary_by,
            grant=grant,
            approved_by=command.approved_by,
        )
    )
    for party in command.views_from:
        account.tell(
            events.ViewAsked(
                **account.frame(), asked=party, person=command.person, due=command.views_by
            )
        )
    return (*account, *person)


def summarise(stream: Stream, command: commands.Summarise, context: Context) -> Iterable[Draft]:
    """Sum up the year: by the person alone. Raises `OnlyThePerson`."""
    account = Account(stream, context)
    guards.by_person(account, "opened")
    account.tell(
        events.Summarised(
            **account.frame(),
            text=command.text,
            proposer=account.state.proposer,
            balloted=account.state.balloted,
        )
    )
    return account


def return_summary(
    stream: Stream, command: commands.ReturnSummary, context: Context
) -> Iterable[Draft]:
    """Send the summary back, by who proposes the grade."""
    account = Account(stream, context)
    guards.by(account, account.state.proposer, "summarised")
    guards.proposal_at(account, "none", "returned")
    account.tell(
        events.SummaryReturned(
            **account.frame(), person=account.state.person, reason=command.reason
        )
    )
    return account


def record_ballot(
    stream: Stream, command: commands.RecordBallot, context: Context
) -> Iterable[Draft]:
    """Record what colleagues voted, by who proposes the grade."""
    account = Account(stream, context)
    guards.by(account, account.state.proposer, "opened", "summarised")
    guards.proposal_at(account, "none", "returned")
    guards.adds_up(command.ballot)
    account.tell(events.BallotRecorded(**account.frame(), ballot=command.ballot))
    return account


def give_view(stream: Stream, command: commands.GiveView, context: Context) -> Iterable[Draft]:
    """The view of the host Party group, once."""
    account = Account(stream, context)
    guards.may_give_view(account)
    account.tell(events.ViewGiven(**account.frame(), asked=account.acting, text=command.text))
    return account


def propose(stream: Stream, command: commands.Propose, context: Context) -> Iterable[Draft]:
    """Propose a grade, after summary and ballot: the group, and for its leaders the organiser."""
    account = Account(stream, context)
    guards.by(account, account.state.proposer, "summarised")
    guards.proposal_at(account, "none", "returned")
    guards.balloted(account)
    account.tell(
        events.GradeProposed(
            **account.frame(),
            proposer=account.acting,
            approver=account.founding,
            grade=command.grade,
            text=command.text,
        )
    )
    return account


def return_proposal(
    stream: Stream, command: commands.ReturnProposal, context: Context
) -> Iterable[Draft]:
    """The dispatching organ sends the proposal back."""
    account = Account(stream, context)
    guards.by(account, account.founding, "summarised")
    guards.proposal_at(account, "proposed")
    account.tell(
        events.ProposalReturned(
            **account.frame(), proposer=account.state.proposer, reason=command.reason
        )
    )
    return account


def approve(stream: Stream, command: commands.Approve, context: Context) -> Iterable[Draft]:
    """The dispatching organ approves the grade, and the person is told."""
    account = Account(stream, context)
    guards.by(account, account.founding, "summarised")
    guards.proposal_at(account, "proposed")
    guards.from_today(account, command.objection_until, "objection_until")
    account.tell(
        events.GradeApproved(
            **account.frame(),
            approver=account.acting,
            grade=_grade(account),
            objection_until=command.objection_until,
        )
    )
    return account


def object_(stream: Stream, command: commands.Object, context: Context) -> Iterable[Draft]:
    """Object to the grade, once, within the window. Raises `OnlyThePerson`, `ObjectionTooLate`."""
    account = Account(stream, context)
    guards.by_person(account, "told")
    guards.within_window(account)
    account.tell(events.Objected(**account.frame(), approver=account.founding, text=command.text))
    return account


def answer_objection(
    stream: Stream, command: commands.AnswerObjection, context: Context
) -> Iterable[Draft]:
    """Answer the objection: the grade stands, or another takes its place."""
    account = Account(stream, context)
    guards.by(account, account.founding, "objected")
    before = _grade(account)
    grade = command.grade or before
    account.tell(
        events.ObjectionAnswered(
            **account.frame(),
            approver=account.acting,
            grade=grade,
            changed=grade != before,
            text=command.text,
        )
    )
    return account


def conclude(stream: Stream, _: commands.Conclude, context: Context) -> Iterable[Draft]:
    """Put it on file. Raises `ObjectionStillPossible` before the window is over."""
    account = Account(stream, context)
    guards.by(account, account.state.organiser, "told", "answered")
    guards.window_closed(account)
    account.tell(events.Concluded(**account.frame(), grade=_grade(account)))
    return account


def correct(stream: Stream, command: commands.Correct, context: Context) -> Iterable[Draft]:
    """更正 (DOMAIN.md §1.12): the ballot, by who recorded it, before the grade is approved."""
    account = Account(stream, context)
    guards.by(account, account.state.proposer, "opened", "summarised")
    guards.balloted(account)
    guards.adds_up(command.ballot)
    account.tell(
        events.Corrected(
            **account.frame(),
            reason=command.reason,
            approved_by=command.approved_by,
            ballot=command.ballot,
        )
    )
    return account


def annul(stream: Stream, command: commands.Annul, context: Context) -> Iterable[Draft]:
    """作废: no grade stands, what is owed is withdrawn."""
    account = Account(stream, context)
    guards.by(account, account.state.organiser, *STANDING)
    account.tell(
        events.Annulled(**account.frame(), reason=command.reason, approved_by=command.approved_by)
    )
    return account


def _grade(account: Account) -> Grade:
    """The grade that was proposed or stands; a stage past the proposal has one."""
    if account.state.grade is None:
        raise account.wrong_state("尚未提出等次", "no grade is proposed")
    return account.state.grade
