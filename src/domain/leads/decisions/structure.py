"""Leads that split, merge or are linked; corrected and annulled ones: the decisions."""

from collections.abc import Iterable
from dataclasses import replace

from domain.account import invalid
from domain.context import Context
from domain.ids import PartyId, StreamId
from domain.leads import circle, commands, errors, events, guards
from domain.leads.account import Account
from domain.leads.decisions import effects
from domain.leads.state import Lead, Stage
from domain.leads.values import Part
from domain.model import Draft
from domain.streams import StreamState

Stream = StreamState[Lead]

OPEN: tuple[Stage, ...] = (
    "received",
    "registered",
    "allocated",
    "acknowledged",
    "handling",
    "shelved",
)
"""Stages of a lead that has not ended."""


def split(stream: Stream, command: commands.Split, context: Context) -> Iterable[Draft]:
    """Let persons leave for leads of their own (R 201, DOMAIN.md §1.16), each part its own stream.

    The part is held by whoever holds the lead, which registers, allocates or transfers it.
    """
    account = guards.known(stream, context)
    holder = account.holder
    guards.by_party(account, holder, *guards.EXCHANGING)
    guards.at(account, *OPEN)
    guards.undecided(account)
    leaving = [person for part in command.parts for person in part.persons]
    if len(leaving) != len(set(leaving)):
        raise errors.NoPersonLeft
    register = circle.is_discipline_body(holder, account.jurisdiction)
    opened: list[Draft] = []
    for part in command.parts:
        opened += split_off(account, part, holder=holder, to_register=register)[1]
    return (*account, *opened)


def split_off(
    account: Account, part: Part, *, holder: PartyId, to_register: bool
) -> tuple[StreamId, Account]:
    """Tell that persons left, and give the new lead's id and its account with its first event."""
    lead, context = account.lead, account.context
    leaving = tuple(guards.subject(account, person) for person in part.persons)
    if len(set(part.persons)) != len(part.persons) or len(leaving) >= len(lead.subjects):
        raise errors.NoPersonLeft
    new = context.new_stream("lead", f"part-{len(lead.parts) + 1}")
    account.tell(
        events.Split(**account.frame(), part=new, persons=part.persons, reason=part.reason)
    )
    opened = Account(context.streams[new], context)
    opened.tell(
        events.SplitOff(
            **opened.frame(holder=holder),
            origin=account.stream,
            source=lead.source,
            regime=lead.regime,
            secrecy=lead.secrecy,
            subjects=leaving,
            reason=part.reason,
            to_register=to_register,
        )
    )
    return new, opened


def merge(stream: Stream, command: commands.Merge, context: Context) -> Iterable[Draft]:
    """Handle others with this lead (并案): same holder, none of them ended or being handed over.

    Each one that is merged ends, keeps its numbers, and passes its persons on.
    """
    account = guards.known(stream, context)
    guards.by_party(account, account.lead.holder, *guards.KEEPING)
    guards.at(account, "registered", "allocated", "acknowledged", "handling")
    guards.undecided(account)
    if len(set(command.others)) != len(command.others) or stream.stream in command.others:
        raise invalid("others", "每件只列一次,不含本件", "list each other lead once, not this one")
    context.streams.require(command.others)
    drafts: list[Draft] = []
    for other in command.others:
        drafts += _merged(account, guards.other_lead(other, context), command.reason)
    return (*account, *drafts)


def _merged(account: Account, other: Account, reason: str) -> Iterable[Draft]:
    guards.at(other, "received", "registered", "allocated", "acknowledged")
    guards.undecided(other)
    if other.lead.holder != account.lead.holder:
        raise invalid(
            "others", "保管部门不同,不能并案", "another party holds it: they cannot merge"
        )
    other.tell(events.Merged(**other.frame(), into=account.stream, reason=reason))
    account.tell(
        events.Absorbed(
            **account.frame(),
            other=other.stream,
            subjects=other.lead.subjects,
            recused=guards.recused(other.lead, account.context),
            reason=reason,
        )
    )
    return other


def link(stream: Stream, command: commands.Link, context: Context) -> Iterable[Draft]:
    """Note that two leads have to do with each other, by a party concerned with both."""
    account = guards.known(stream, context)
    context.require_role(*guards.STAFF)
    guards.inside(account)
    other = guards.other_lead(command.other, context)
    if command.other == stream.stream or command.other in account.lead.linked:
        raise invalid("other", "系本件或已关联", "it is this lead, or linked already")
    account.tell(events.Linked(**account.frame(), other=other.stream, reason=command.reason))
    other.tell(events.Linked(**other.frame(), other=account.stream, reason=command.reason))
    return (*account, *other)


def correct(stream: Stream, command: commands.Correct, context: Context) -> Iterable[Draft]:
    """Correct what a version says (更正, DOMAIN.md §1.12): a day or particulars, with an approval.

    The original stays; what was owed because of that version gets its new due date.
    """
    account = guards.known(stream, context)
    guards.by_party(account, account.lead.holder, *guards.EXCHANGING)
    if not 1 <= command.version <= stream.version:
        raise invalid("version", "没有该版本", "the lead has no such version")
    if (command.person is None) != (command.standing is None):
        raise invalid("standing", "人员与职级须一并填写", "person and standing go together")
    changes = (command.happened, command.source, command.secrecy, command.standing)
    if all(change is None for change in changes):
        raise invalid("happened", "未说明更正内容", "it says nothing to be corrected")
    if command.happened is not None and command.happened.date > context.today:
        raise invalid("happened", "晚于今日", "it lies after today")
    if command.person is not None and command.standing is not None:
        corrected = guards.subject(account, command.person)
        guards.authority(
            account, replace(corrected, standing=command.standing), context.occurred.date
        )
    account.tell(
        events.Corrected(
            **account.frame(),
            version=command.version,
            reason=command.reason,
            approved_by=command.approved_by,
            happened=command.happened,
            source=command.source,
            secrecy=command.secrecy,
            person=command.person,
            standing=command.standing,
        )
    )
    return account


def annul(stream: Stream, command: commands.Annul, context: Context) -> Iterable[Draft]:
    """Annul a lead entered by mistake (作废): its numbers stay, marked; nothing is owed any more."""
    account = guards.known(stream, context)
    guards.by_party(account, account.lead.holder, *guards.KEEPING)
    guards.at(account, *OPEN)
    if account.lead.climbing is not None:
        guards.undecided(account)
    account.tell(
        events.Annulled(
            **account.frame(),
            reason=command.reason,
            approved_by=command.approved_by,
            annulled_numbers=account.lead.numbers,
        )
    )
    effects.reach(account, "closed")
    return account
