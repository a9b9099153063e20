"""What follows from each action on a notice, or why it is refused.

Basis: notice of important matters between a stationed group and its host Party group (重要情况通报,
DOMAIN.md §5 mechanism 8), monthly bulletins whose items are answered (mechanism 6), urging by notice
(督办通报). By when each is signed for and answered stands in the scheme, or in the notice.
"""

from collections.abc import Iterable

from domain import asking
from domain.context import Context
from domain.model import Draft
from domain.notices import commands, events, guards
from domain.notices.account import Account
from domain.notices.state import Notice
from domain.streams import StreamState

Stream = StreamState[Notice]


def issue(stream: Stream, command: commands.Issue, context: Context) -> Iterable[Draft]:
    """Send a notice under the issuer's next number; each addressee is to sign, and to answer if asked.

    Raises `UnknownParty`, `InvalidField`.
    """
    account = Account(stream, context)
    asking.of_others(account, command.parties)
    asking.not_before_today(account, command.reply_due, "reply_due")
    year = context.occurred.date.year
    account.tell(
        events.Issued(
            **account.plain(),
            number=context.jurisdiction.next_number(account.acting, "notice", year),
            kind=command.kind,
            title=command.title,
            text=command.text,
            issuer=account.acting,
            parties=command.parties,
            paper=command.paper,
        )
    )
    for party in command.parties:
        account.tell(events.Addressed(**account.frame(), to=party))
        if command.reply_due is not None:
            account.tell(events.ReplyAsked(**account.frame(), to=party, due=command.reply_due))
    return account


def acknowledge(stream: Stream, _: commands.Acknowledge, context: Context) -> Iterable[Draft]:
    """Sign for a notice, once. Raises `NothingToSign`."""
    account = Account(stream, context)
    guards.at(account, "issued")
    asking.to_sign(account, account.state.asked)
    account.tell(events.Acknowledged(**account.frame(), by=account.acting))
    return account


def reply(stream: Stream, command: commands.Reply, context: Context) -> Iterable[Draft]:
    """Answer. Who answers has the notice: what is not signed for yet is signed for with it."""
    account = Account(stream, context)
    guards.at(account, "issued")
    guards.answered(account, account.acting, "asked", "returned")
    if account.acting in account.state.asked.pending:
        account.tell(events.Acknowledged(**account.frame(), by=account.acting))
    account.tell(
        events.Replied(**account.frame(), by=account.acting, text=command.text, paper=command.paper)
    )
    return account


def return_reply(
    stream: Stream, command: commands.ReturnReply, context: Context
) -> Iterable[Draft]:
    """Send an answer back; a better one is owed from now on."""
    account = Account(stream, context)
    guards.at(account, "issued")
    guards.by_issuer(account)
    guards.answered(account, command.party, "answered")
    account.tell(events.ReplyReturned(**account.frame(), by=command.party, reason=command.reason))
    return account


def accept_reply(
    stream: Stream, command: commands.AcceptReply, context: Context
) -> Iterable[Draft]:
    """Take an answer as sufficient."""
    account = Account(stream, context)
    guards.at(account, "issued")
    guards.by_issuer(account)
    guards.answered(account, command.party, "answered")
    account.tell(events.ReplyAccepted(**account.frame(), by=command.party))
    return account


def correct(stream: Stream, command: commands.Correct, context: Context) -> Iterable[Draft]:
    """更正: what the notice said wrongly (DOMAIN.md §1.12). Raises `InvalidField` for nothing."""
    account = Account(stream, context)
    guards.at(account, "issued")
    guards.by_issuer(account)
    guards.corrects(command)
    account.tell(
        events.Corrected(
            **account.frame(),
            reason=command.reason,
            approved_by=command.approved_by,
            title=command.title,
            text=command.text,
            paper=command.paper,
        )
    )
    return account


def annul(stream: Stream, command: commands.Annul, context: Context) -> Iterable[Draft]:
    """作废: the number is kept (DOMAIN.md §1.15), what is owed is withdrawn."""
    account = Account(stream, context)
    guards.at(account, "issued")
    guards.by_issuer(account)
    account.tell(
        events.Annulled(**account.frame(), reason=command.reason, approved_by=command.approved_by)
    )
    return account
