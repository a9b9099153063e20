"""What follows from each action around a secondment, or why it is refused.

Basis: learning by doing, by a case, by an inspection (以干代训、以案代训、以巡代训), mentors (导师帮带) and
practice elsewhere (实践锻炼), of the cadres of the groups as one body (DOMAIN.md §5 mechanism 28). It is
cadre data; to read a matter of the host a person needs an appointment there, which this does not give.
"""

from collections.abc import Iterable

from domain import mending
from domain.context import Context
from domain.model import Draft
from domain.secondments import commands, events, guards
from domain.secondments.account import Account
from domain.secondments.state import Secondment
from domain.streams import StreamState

Stream = StreamState[Secondment]


def propose(stream: Stream, command: commands.Propose, context: Context) -> Iterable[Draft]:
    """Propose that a person learns at another body; their own is to agree.

    Raises `NotForSecondments`, `UnknownParty`, `InvalidField`.
    """
    account = Account(stream, context)
    guards.may_propose(account, command)
    account.tell(
        events.Proposed(
            **account.plain(),
            organiser=account.acting,
            home=command.home,
            host=command.host,
            person=command.person,
            kind=command.kind,
            begins=command.begins,
            until=command.until,
            purpose=command.purpose,
        )
    )
    return account


def agree(stream: Stream, _: commands.Agree, context: Context) -> Iterable[Draft]:
    """Let the person go; the host is to take them in on the day."""
    account = Account(stream, context)
    guards.step_of(account, account.state.home, "proposed")
    account.tell(events.Agreed(**account.frame(), begins=account.state.begins))
    return account


def decline(stream: Stream, command: commands.Decline, context: Context) -> Iterable[Draft]:
    """Send the proposal back; the organiser proposes other days, or withdraws it."""
    account = Account(stream, context)
    guards.step_of(account, account.state.home, "proposed")
    account.tell(events.Declined(**account.frame(), reason=command.reason))
    return account


def revise(stream: Stream, command: commands.Revise, context: Context) -> Iterable[Draft]:
    """Propose other days."""
    account = Account(stream, context)
    guards.step_of(account, account.state.organiser, "declined")
    guards.days_fit(account, command.begins, command.until)
    account.tell(events.Revised(**account.frame(), begins=command.begins, until=command.until))
    return account


def begin(stream: Stream, command: commands.Begin, context: Context) -> Iterable[Draft]:
    """Take the person in, with a mentor of the host's own."""
    account = Account(stream, context)
    state = account.state
    guards.step_of(account, state.host, "agreed")
    guards.works_at(account, command.mentor, state.host, "mentor", context.occurred.date)
    account.tell(
        events.Begun(
            **account.frame(),
            person=state.person,
            kind=state.kind,
            mentor=command.mentor,
            until=state.until,
        )
    )
    return account


def extend(stream: Stream, command: commands.Extend, context: Context) -> Iterable[Draft]:
    """Let the person stay until a later day; the home body says so, whose person it is."""
    account = Account(stream, context)
    guards.step_of(account, account.state.home, "begun")
    guards.ends_after(command.until, account.state.until)
    account.tell(events.Extended(**account.frame(), until=command.until, reason=command.reason))
    return account


def send_back(stream: Stream, command: commands.SendBack, context: Context) -> Iterable[Draft]:
    """Let the person go back, and say what one thinks of their work and learning."""
    account = Account(stream, context)
    state = account.state
    guards.step_of(account, state.host, "begun")
    account.tell(events.SentBack(**account.frame(), person=state.person))
    account.tell(events.Appraised(**account.frame(), person=state.person, text=command.appraisal))
    return account


def withdraw(stream: Stream, command: commands.Withdraw, context: Context) -> Iterable[Draft]:
    """Withdraw the proposal, before the person arrived."""
    account = Account(stream, context)
    guards.step_of(account, account.state.organiser, "proposed", "declined", "agreed")
    account.tell(events.Withdrawn(**account.frame(), reason=command.reason))
    return account


def correct(stream: Stream, command: commands.Correct, context: Context) -> Iterable[Draft]:
    """更正: by the host, appraisal and mentor; by the organiser, purpose and days (DOMAIN.md §1.12).

    What is owed follows the days.
    """
    account = Account(stream, context)
    guards.corrects(account, command)
    by = mending.approval(command)
    rest = {name: getattr(command, name) for name in ("mentor", "purpose", "begins", "until")}
    if any(rest.values()):
        account.tell(events.Corrected(**account.frame(), **by, **rest))
    if command.begins is not None and account.state.stage == "agreed":
        account.tell(events.ArrivalMoved(**account.frame(), begins=command.begins))
    if command.until is not None and account.state.stage == "begun":
        account.tell(events.ReturnMoved(**account.frame(), until=command.until))
    if command.appraisal is not None:
        account.tell(
            events.AppraisalCorrected(
                **account.frame(), **by, person=account.state.person, text=command.appraisal
            )
        )
    return account


def annul(stream: Stream, command: commands.Annul, context: Context) -> Iterable[Draft]:
    """作废: it counts no more, what is owed is withdrawn."""
    account = Account(stream, context)
    organiser = account.state.organiser
    guards.step_of(account, organiser, "proposed", "declined", "agreed", "begun", "sent_back")
    account.tell(
        events.Annulled(**account.frame(), reason=command.reason, approved_by=command.approved_by)
    )
    return account
