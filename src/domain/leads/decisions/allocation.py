"""Who handles a lead: the decisions."""

from collections.abc import Iterable

from domain import roles
from domain.account import invalid
from domain.context import Context
from domain.handlers import recusal_decider
from domain.ids import PartyId, PersonId
from domain.leads import circle, commands, events, guards
from domain.leads.account import Account
from domain.leads.decisions import climbing
from domain.leads.state import Lead, Stage
from domain.model import Draft
from domain.streams import StreamState
from domain.submission import NoSubmission

Stream = StreamState[Lead]

ALLOCATED: tuple[Stage, ...] = ("allocated", "acknowledged", "handling")
"""Stages in which another party may take over."""


def propose_allocation(
    stream: Stream, command: commands.ProposeAllocation, context: Context
) -> Iterable[Draft]:
    """Propose who handles (RD 23): competent for every person (DOMAIN.md §1.16), people clean.

    What a stationed group or a county registered itself, its own head allocates by the same route.
    """
    account = guards.known(stream, context)
    guards.by_party(account, _allocator(account), *guards.KEEPING)
    guards.at(account, "registered")
    guards.undecided(account)
    _may_handle(account, command)
    account.tell(
        events.AllocationProposed(
            **account.frame(),
            **climbing.opening(account, "allocation"),
            proposed_party=command.handling_party,
            handlers=command.handlers,
            keeper=command.keeper,
        )
    )
    climbing.await_next(account)
    return account


def _allocator(account: Account) -> PartyId | None:
    """Case supervision for its own level; what another body holds, that body allocates itself."""
    holder = account.lead.holder
    office = circle.case_supervision(holder, account.jurisdiction)
    return office if holder == office else holder


def _may_handle(
    account: Account, command: commands.ProposeAllocation | commands.ProposeReallocation
) -> None:
    party = command.handling_party
    guards.competence(account, party, account.lead.subjects)
    if command.handlers or command.keeper is not None:
        guards.two_handlers(account, party, command.handlers, command.keeper)


def allocate(stream: Stream, _: commands.Allocate, context: Context) -> Iterable[Draft]:
    """Agree to the proposed allocation as it stands; one confirmation, many leads (batch)."""
    account = guards.known(stream, context)
    pending = account.lead.pending
    if pending is None or pending.matter not in ("allocation", "reallocation"):
        raise NoSubmission
    climbing.opine(account, "agree", text=None, mandate=None)
    return account


def propose_reallocation(
    stream: Stream, command: commands.ProposeReallocation, context: Context
) -> Iterable[Draft]:
    """Propose another handling party; the former one leaves the circle when it is approved."""
    account = guards.known(stream, context)
    guards.by_party(account, _allocator(account), *guards.KEEPING)
    guards.at(account, *ALLOCATED)
    guards.undecided(account)
    if command.handling_party == account.lead.handling_party:
        raise invalid("handling_party", "与现承办部门相同", "it handles the lead already")
    _may_handle(account, command)
    account.tell(
        events.ReallocationProposed(
            **account.frame(),
            **climbing.opening(account, "reallocation"),
            proposed_party=command.handling_party,
            handlers=command.handlers,
            keeper=command.keeper,
            reason=command.reason,
        )
    )
    climbing.await_next(account)
    return account


def acknowledge(stream: Stream, command: commands.Acknowledge, context: Context) -> Iterable[Draft]:
    """Sign for the lead (R 203: every hand signs). Two handlers and a keeper stand from now on."""
    account = guards.known(stream, context)
    party = account.lead.handling_party
    guards.by_party(account, party, *guards.EXCHANGING)
    guards.at(account, "allocated")
    guards.undecided(account)
    handlers = command.handlers or account.lead.handlers
    keeper = guards.two_handlers(
        account, context.acting, handlers, command.keeper or account.lead.keeper
    )
    account.tell(events.Acknowledged(**account.frame(), handlers=handlers, keeper=keeper))
    return account


def return_lead(stream: Stream, command: commands.ReturnLead, context: Context) -> Iterable[Draft]:
    """Give an allocated lead back: not ours, moved away, a conflict (退还); allocation begins anew."""
    account = guards.known(stream, context)
    guards.by_party(account, account.lead.handling_party, *guards.KEEPING)
    guards.at(account, "allocated", "acknowledged")
    guards.undecided(account)
    account.tell(
        events.AllocationReturned(
            **account.frame(handling_party=None),
            returned_by=context.acting,
            reason=command.reason,
        )
    )
    return account


def assign_handlers(
    stream: Stream, command: commands.AssignHandlers, context: Context
) -> Iterable[Draft]:
    """Name other people of the handling party: a leaver, a recusal, a secondment."""
    account = guards.known(stream, context)
    guards.by_party(account, account.lead.handling_party, *guards.KEEPING)
    guards.at(account, "acknowledged", "handling", "shelved")
    keeper = guards.two_handlers(account, context.acting, command.handlers, command.keeper)
    account.tell(
        events.HandlersAssigned(
            **account.frame(), handlers=command.handlers, keeper=keeper, reason=command.reason
        )
    )
    climbing.await_again(account)
    return account


def declare_recusal(
    stream: Stream, command: commands.DeclareRecusal, context: Context
) -> Iterable[Draft]:
    """Say that a person has to keep out (SL 67, R 295); they take no part until it is decided."""
    account = guards.known(stream, context)
    _open(account)
    context.require_role(*guards.STAFF)
    context.jurisdiction.registered(command.person)
    if command.person in (*account.lead.recused, *account.lead.recusals_asked):
        raise invalid("person", "已提出或已决定回避", "it was asked or decided already")
    account.tell(
        events.RecusalDeclared(
            **account.frame(),
            person=command.person,
            decided_by=_decider(account, command.person),
            ground=command.ground,
            reason=command.reason,
        )
    )
    climbing.await_again(account)
    return account


def decide_recusal(
    stream: Stream, command: commands.DecideRecusal, context: Context
) -> Iterable[Draft]:
    """Decide on a recusal: the principal head, on the principal head the level above (R 296).

    The level above is a party of the scheme (the city's Party committee), usually entered for it.
    """
    account = guards.known(stream, context)
    if account.lead.stage != "merged":  # it still keeps out of the lead that it went into
        _open(account)
    if command.person not in account.lead.recusals_asked:
        raise invalid("person", "未提出回避", "no recusal was asked for them")
    decider = _decider(account, command.person)
    if decider is None:
        raise context.refused(
            zh="方案中没有可以决定其回避的上级", en="the scheme has no level above to decide it"
        )
    context.require_role(roles.PRINCIPAL_HEAD, of=decider)
    account.tell(
        events.RecusalDecided(
            **account.frame(),
            person=command.person,
            granted=command.granted,
            reason=command.reason,
        )
    )
    climbing.await_again(account)
    return account


def _decider(account: Account, person: PersonId) -> PartyId | None:
    """Whose principal head decides: of the organ at the lead's level; on that head, the level above."""
    holder = account.lead.holder
    own = holder is not None and account.jurisdiction.party(holder).kind in circle.OWN_REGISTER
    return recusal_decider(account.context, person, organ=holder if own else None)


def _open(account: Account) -> None:
    if account.lead.ended:
        raise account.wrong_state("已办结", "ended")
