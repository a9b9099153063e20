"""What of a lead is in a person's hands, and how it goes to another (first-hour needs: a leaver's work)."""

from collections.abc import Iterable
from typing import Final

from domain import handlers, in_hand
from domain.context import Context
from domain.ids import PartyId, PersonId
from domain.in_hand import Part, Succession
from domain.leads import errors, events, guards
from domain.leads.account import Account
from domain.leads.decisions import climbing
from domain.leads.state import Lead, Stage
from domain.model import Draft
from domain.streams import StreamState

HANDLED: Final[tuple[Stage, ...]] = ("acknowledged", "handling", "shelved")
"""While named people handle it."""


def known(stream: StreamState[Lead], context: Context) -> Account:
    """The account, for whoever may know the lead's content; else `NotFound` or `BarredFromLead`."""
    account = guards.known(stream, context)
    guards.inside(account)
    return account


def parts(
    stream: StreamState[Lead], office: PartyId, person: PersonId, context: Context
) -> tuple[Part, ...]:
    """Handler, keeper, one of the group that verifies, or nothing."""
    lead = stream.state
    if lead.stage not in HANDLED or lead.handling_party != office:
        return ()
    seats: tuple[tuple[Part, tuple[PersonId, ...]], ...] = (
        ("handler", lead.handlers),
        ("keeper", _keeper(lead)),
        ("verifier", lead.verifiers),
    )
    return in_hand.held(person, context, seats)


def give(stream: StreamState[Lead], succession: Succession, context: Context) -> Iterable[Draft]:
    """Put another in the leaver's place: clean, no approver of it, and two still handle it and verify.

    Raises `BarredFromLead`, `ApproverCannotHandle`, `NeedsTwoHandlers`, `InTransit`.
    """
    account = Account(stream, context)
    guards.at(account, *HANDLED)
    has = parts(stream, succession.office, succession.leaver, context)
    if {"handler", "keeper"} & set(has):
        _handled(account, succession)
    if "verifier" in has:
        group = _with_taker(account, account.lead.verifiers, succession)
        account.tell(
            events.VerificationGroupChanged(
                **account.frame(), group=group, reason=succession.reason
            )
        )
    climbing.await_again(account)
    return account


def _handled(account: Account, succession: Succession) -> None:
    lead = account.lead
    people = _with_taker(account, lead.handlers, succession)
    (keeper,) = succession.succeeded(_keeper(lead), account.context) or (succession.taker,)
    account.tell(
        events.HandlersAssigned(
            **account.frame(), handlers=people, keeper=keeper, reason=succession.reason
        )
    )


def _with_taker(
    account: Account, people: tuple[PersonId, ...], succession: Succession
) -> tuple[PersonId, ...]:
    lead, context = account.lead, account.context
    changed = succession.succeeded(people, context)
    in_hand.two_left(changed, succession, context, _keep_out(lead, context))
    handlers.no_approver(context, changed, lead.signers, besides=people)
    return changed


def _keep_out(lead: Lead, context: Context) -> handlers.KeepOut:
    def refusal(person: PersonId) -> errors.BarredFromLead | None:
        barred = guards.barred(person, lead, context)
        return errors.BarredFromLead(person=person) if barred else None

    return refusal


def _keeper(lead: Lead) -> tuple[PersonId, ...]:
    return () if lead.keeper is None else (lead.keeper,)


IN_HAND: Final = in_hand.InHand(known=known, parts=parts, give=give)
