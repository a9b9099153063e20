"""A lead at a lead assessment meeting (问题线索研判处置会): tabled, resolved on, carried out.

Basis: mechanism 3 of the interview; the resolution advises, the lead's approval route decides (R 204-205).
Whoever handles the lead owes what was resolved: a disposal in that way, the way in hand brought to its
report, or, where it was deferred, that it is tabled anew.
"""

from dataclasses import replace
from typing import Final

from domain.context import Context
from domain.ids import PartyId, StreamId
from domain.leads import events, guards
from domain.leads.account import Account
from domain.leads.carried_out import fields
from domain.leads.circle import case_supervision
from domain.leads.state import Lead, Resolution
from domain.leads.values import SHELVED, Resolved

DEFER: Final = "defer"
"""The resolution that leaves it to a later meeting."""

NOTHING_ASKED: Final[Resolved] = "nothing"


def may_table(lead: StreamId, convener: PartyId, context: Context) -> bool:
    """Whether the acting party may table a lead: it handles it, or convenes and keeps the register.

    Who must keep out of the lead tables nothing of it.
    """
    state: Lead = context.streams[lead].state
    if state.ended or guards.barred(context.actor, state, context):
        return False
    keeps = case_supervision(state.holder, context.jurisdiction)
    convenes = context.acting == convener == keeps
    return convenes or context.acting in (state.holder, state.handling_party)


def table(lead: StreamId, meeting: StreamId, convener: PartyId, context: Context) -> Account:
    """Put it on the agenda of a meeting."""
    account = Account(context.streams[lead], context)
    account.tell(
        events.Tabled(**account.frame(), meeting=meeting, convener=convener, by=account.acting)
    )
    return account


def untable(lead: StreamId, meeting: StreamId, convener: PartyId, context: Context) -> Account:
    """Take it off the agenda of a meeting that is not held; nothing where that does not have it."""
    account = Account(context.streams[lead], context)
    if account.lead.tabled != meeting:
        return account
    before = account.lead.deferred or Resolution(
        meeting=meeting,
        convener=convener,
        way=DEFER,
        asks=NOTHING_ASKED,
        owner=owner_of(account.lead),
        due=context.occurred.date,
    )
    account.tell(events.Untabled(**account.frame(), **fields(before)))
    return account


def resolve(lead: StreamId, resolution: Resolution, text: str, context: Context) -> Account:
    """Tell what a meeting resolved on it, in place of what one before did; nothing of one that has ended."""
    account = Account(context.streams[lead], context)
    if not account.lead.ended:
        before = account.lead.resolution
        if before is not None:
            account.tell(events.ResolutionWithdrawn(**account.frame(), **fields(before)))
        asked = replace(resolution, asks=_asked(account.lead, resolution.way))
        account.tell(events.DisposalResolved(**account.frame(), **fields(asked), text=text))
    return account


def withdraw(lead: StreamId, meeting: StreamId, context: Context) -> Account:
    """Let the standing resolution of a meeting count no more; nothing where another or none stands."""
    account = Account(context.streams[lead], context)
    standing = account.lead.resolution
    if standing is not None and standing.meeting == meeting and not account.lead.ended:
        account.tell(events.ResolutionWithdrawn(**account.frame(), **fields(standing)))
    return account


def owner_of(lead: Lead) -> PartyId:
    """Who carries a resolution out: the party that handles the lead; before there is one, its holder."""
    owner = lead.handling_party or lead.holder
    if owner is None:
        raise AssertionError("a tabled lead has a holder")
    return owner


def _asked(lead: Lead, way: str) -> Resolved:
    """What a resolution asks for, as the lead stands."""
    if way == DEFER:
        return "tabling"
    disposal = lead.disposal if lead.stage == "handling" else None
    in_hand = SHELVED if lead.stage == "shelved" else disposal and disposal.way
    return "report" if way == in_hand else "disposal"
