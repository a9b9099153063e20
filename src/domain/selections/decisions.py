"""What follows from each action in a selection, or why it is refused.

Basis: selection of excellent recommendations, supervision projects and handlers of cases
(优秀纪检监察建议书、优秀监督项目、优秀办案能手评选) of the interview on Liuzhou (DOMAIN.md §5 mechanism 28):
what is nominated is the recommendation, the project, the person itself; the choice is open to objections
(公示) before it is published. By when each step is owed stands in the scheme.
"""

from collections.abc import Iterable
from typing import Final

from domain.context import Context
from domain.model import Draft
from domain.nominating import Nominating
from domain.selections import commands, events, guards
from domain.selections.account import Account
from domain.selections.state import Selection
from domain.streams import StreamState

Stream = StreamState[Selection]

NOMINATING: Final = Nominating(
    invited=events.Invited,
    waived=events.Waived,
    returned=events.NominationReturned,
    revised=events.NominationRevised,
)


def open_(stream: Stream, command: commands.Open, context: Context) -> Iterable[Draft]:
    """Each body is to nominate by a day. Raises `NotForSelections`, `UnknownParty`, `InvalidField`."""
    account = Account(stream, context)
    guards.may_open(account, command)
    account.tell(
        events.Opened(
            **account.plain(),
            organiser=account.acting,
            kind=command.kind,
            title=command.title,
            parties=command.parties,
            nominate_by=command.nominate_by,
            places=command.places,
        )
    )
    NOMINATING.invite(account, command)
    return account


def nominate(stream: Stream, command: commands.Nominate, context: Context) -> Iterable[Draft]:
    """Nominate, as long as nothing was chosen: after the day it is late, not refused."""
    account = Account(stream, context)
    guards.stands(account, "opened")
    guards.by(account, *account.state.parties)
    guards.may_nominate(account, command.subject)
    account.tell(
        events.Nominated(
            **account.frame(),
            nomination=len(account.state.nominations) + 1,
            party=account.acting,
            subject=command.subject,
            merits=command.merits,
        )
    )
    return account


def waive(stream: Stream, command: commands.Waive, context: Context) -> Iterable[Draft]:
    """Propose nothing and nobody. Raises `WrongState` for a body that nominated, or waived."""
    account = Account(stream, context)
    guards.stands(account, "opened")
    guards.by(account, *account.state.parties)
    NOMINATING.waive(account, command.reason)
    return account


def return_nomination(
    stream: Stream, command: commands.ReturnNomination, context: Context
) -> Iterable[Draft]:
    """Send a nomination back; a better one is owed."""
    account = Account(stream, context)
    guards.by_organiser(account, "opened")
    guards.nomination_of(account, command.nomination, "nominated")
    NOMINATING.return_nomination(account, command.nomination, command.reason)
    return account


def revise(stream: Stream, command: commands.Revise, context: Context) -> Iterable[Draft]:
    """Say the merits anew: by the body whose nomination it is."""
    account = Account(stream, context)
    guards.stands(account, "opened")
    nomination = guards.nomination_of(account, command.nomination, "returned")
    guards.by(account, nomination.party)
    NOMINATING.revise(account, command.nomination, command.merits)
    return account


def review(stream: Stream, command: commands.Review, context: Context) -> Iterable[Draft]:
    """Put a nomination forward, or do not."""
    account = Account(stream, context)
    guards.by_organiser(account, "opened")
    guards.nomination_of(account, command.nomination, "nominated")
    account.tell(
        events.NominationReviewed(
            **account.about(command.nomination),
            put_forward=command.put_forward,
            reason=command.reason,
        )
    )
    return account


def choose(stream: Stream, command: commands.Choose, context: Context) -> Iterable[Draft]:
    """Choose among those put forward, as many as there are places; then one may object."""
    account = Account(stream, context)
    guards.by_organiser(account, "opened")
    guards.may_choose(account, command)
    nominations = account.state.nominations
    choices = tuple(
        events.Choice(
            nomination=serial,
            party=nominations[serial - 1].party,
            subject=nominations[serial - 1].subject,
        )
        for serial in command.nominations
    )
    account.tell(events.Chosen(**account.frame(), choices=choices, object_by=command.object_by))
    return account


def object_(stream: Stream, command: commands.Object, context: Context) -> Iterable[Draft]:
    """Object to one that was chosen, within the window. Raises `ObjectionsOpen` after it."""
    account = Account(stream, context)
    guards.stands(account, "chosen")
    guards.by(account, *account.state.parties)
    guards.within_the_window(account)
    guards.nomination_of(account, command.nomination, "chosen")
    account.tell(
        events.Objected(
            **account.frame(),
            objection=len(account.state.objections) + 1,
            party=account.acting,
            nomination=command.nomination,
            text=command.text,
        )
    )
    return account


def answer_objection(
    stream: Stream, command: commands.AnswerObjection, context: Context
) -> Iterable[Draft]:
    """Answer an objection; one upheld takes the nomination out."""
    account = Account(stream, context)
    guards.by_organiser(account, "chosen")
    objection = guards.objection_of(account, command.objection)
    account.tell(
        events.ObjectionAnswered(
            **account.frame(),
            objection=command.objection,
            party=objection.party,
            nomination=objection.nomination,
            upheld=command.upheld,
            text=command.text,
        )
    )
    return account


def publish(stream: Stream, _: commands.Publish, context: Context) -> Iterable[Draft]:
    """Publish what is left of the choice. Raises `ObjectionsOpen` before the window is over."""
    account = Account(stream, context)
    guards.by_organiser(account, "chosen")
    guards.after_the_window(account)
    account.tell(events.Published(**account.frame(), choices=account.state.chosen()))
    return account


def correct(stream: Stream, command: commands.Correct, context: Context) -> Iterable[Draft]:
    """更正: the title (DOMAIN.md §1.12)."""
    account = Account(stream, context)
    guards.by_organiser(account, "opened", "chosen", "published")
    account.tell(
        events.Corrected(
            **account.frame(),
            reason=command.reason,
            approved_by=command.approved_by,
            title=command.title,
        )
    )
    return account


def annul(stream: Stream, command: commands.Annul, context: Context) -> Iterable[Draft]:
    """作废: nobody was chosen by it, what is owed is withdrawn."""
    account = Account(stream, context)
    guards.by_organiser(account, "opened", "chosen", "published")
    account.tell(
        events.Annulled(**account.frame(), reason=command.reason, approved_by=command.approved_by)
    )
    return account
