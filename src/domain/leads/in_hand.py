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
    """Handler, keeper, or neither."""
    lead = stream.state
    if lead.stage not in HANDLED or lead.handling_party != office:
        return ()
    return in_hand.held(person, context, (("handler", lead.handlers), ("keeper", _keeper(lead))))


def give(stream: StreamState[Lead], succession: Succession, context: Context) -> Iterable[Draft]:
    """Put another in the leaver's place: clean, no approver of it, and two still handle it.

    Raises `BarredFromLead`, `ApproverCannotHandle`, `NeedsTwoHandlers`, `InTransit`.
    """
    account = Account(stream, context)
    lead = account.lead
    guards.at(account, *HANDLED)
    people = succession.succeeded(lead.handlers, context)
    in_hand.two_left(people, succession, context, _keep_out(lead, context))
    handlers.no_approver(context, people, lead.signers, besides=lead.handlers)
    (keeper,) = succession.succeeded(_keeper(lead), context) or (succession.taker,)
    account.tell(
        events.HandlersAssigned(
            **account.frame(), handlers=people, keeper=keeper, reason=succession.reason
        )
    )
    climbing.await_again(account)
    return account


def _keep_out(lead: Lead, context: Context) -> handlers.KeepOut:
    def refusal(person: PersonId) -> errors.BarredFromLead | None:
        barred = guards.barred(person, lead, context)
        return errors.BarredFromLead(person=person) if barred else None

    return refusal


def _keeper(lead: Lead) -> tuple[PersonId, ...]:
    return () if lead.keeper is None else (lead.keeper,)


IN_HAND: Final = in_hand.InHand(known=known, parts=parts, give=give)
