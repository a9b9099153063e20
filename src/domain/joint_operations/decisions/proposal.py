"""Proposing a joint operation, anew too, and opening it: the decisions."""

from collections.abc import Iterable

from domain import matters, roles
from domain.context import Context
from domain.ids import CaseTag, StreamId, family_of
from domain.joint_operations import commands, events, guards
from domain.joint_operations.account import Account
from domain.joint_operations.decisions.approval import APPROVING, ROUTE
from domain.joint_operations.decisions.membership import ask_each
from domain.joint_operations.state import JointOperation
from domain.model import Draft
from domain.streams import StreamState

Stream = StreamState[JointOperation]


def propose(stream: Stream, command: commands.Propose, context: Context) -> Iterable[Draft]:
    """Propose to work together; it climbs to the leader in charge.

    Raises `UnknownParty`, `InvalidField`, `WrongFormation`, `AreaNeeded`, `OutsideTheArea`, `NoRoute`,
    `NotFound` for a matter that the actor may not read, `KeepsOutOfTheMatter`, `HandlerMayNotAdjudicate`,
    `CannotAdjudicate`.
    """
    account = Account(stream, context)
    parties = command.parties
    guards.names_each_once(account, parties, command.lead_body)
    guards.formation(
        account, command.kind, parties, lead_body=command.lead_body, proposer=account.acting
    )
    guards.ahead(account, command.until, "until")
    for matter in command.matters:
        matters.readable(matter, context)
    matters.clean(context.actor, command.matters, context)
    account.tell(
        events.Proposed(
            **account.plain(),
            proposer=account.acting,
            lead_body=command.lead_body,
            kind=command.kind,
            cooperation=command.cooperation,
            title=command.title,
            plan=command.plan,
            parties=parties,
            until=command.until,
            area=command.area,
        )
    )
    for matter in dict.fromkeys(command.matters):
        attached = events.MatterAttached(**account.frame(), matter=matter)
        account.tell(attached, case=_case(matter, context))
    guards.within_area(account, parties)
    guards.cases_to_adjudicate(account)
    guards.adjudicated_by_others(account, (command.lead_body, *parties))
    APPROVING.submit(account, ROUTE)
    return account


def _case(matter: StreamId, context: Context) -> CaseTag | None:
    return CaseTag(matter) if context.catalogue.family[family_of(matter)].is_case else None


def resubmit(stream: Stream, command: commands.Resubmit, context: Context) -> Iterable[Draft]:
    """Propose anew what came back; the proposing party does."""
    account = guards.known(stream, context)
    guards.at(account, "returned")
    guards.by_proposer(account)
    state = account.state
    parties = state.parties if command.parties is None else command.parties
    guards.names_each_once(account, parties, state.lead_body)
    guards.formation(
        account, state.kind, parties, lead_body=state.lead_body, proposer=state.proposer
    )
    guards.within_area(account, parties)
    guards.cases_to_adjudicate(account)
    guards.adjudicated_by_others(account, (state.lead_body, *parties))
    guards.ahead(account, command.until or state.until, "until")
    account.tell(
        events.ProposalRevised(
            **account.frame(),
            changes=command.changes,
            title=command.title,
            plan=command.plan,
            parties=command.parties,
            until=command.until,
        )
    )
    APPROVING.submit(account, ROUTE)
    return account


def open_(stream: Stream, _: commands.Open, context: Context) -> Iterable[Draft]:
    """Take the lead, in the person of a leader of the lead body; the parties are asked to join.

    The number is the lead body's next (DOMAIN.md §1.15).
    """
    account = guards.known(stream, context)
    guards.at(account, "approved")
    guards.by_lead_body(account)
    context.require_role(*roles.LEADING)
    state, year = account.state, context.occurred.date.year
    account.tell(
        events.Opened(
            **account.frame(),
            number=context.jurisdiction.next_number(state.lead_body, "joint_operation", year),
            kind=state.kind,
            until=state.until,
        )
    )
    ask_each(account, state.parties)
    return account
