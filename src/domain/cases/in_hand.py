"""What of a case is in a person's hands, and how it goes to another (first-hour needs: a leaver's work)."""

from collections.abc import Iterable
from typing import Final

from domain import handlers, in_hand
from domain.cases import events, guards
from domain.cases.account import Account
from domain.cases.state import FILED, Case, Stage
from domain.context import Context
from domain.ids import PartyId, PersonId
from domain.in_hand import Part, Succession
from domain.model import Draft
from domain.streams import StreamState

HANDLED: Final[tuple[Stage, ...]] = ("opened", *FILED, "decided")
"""While named people handle it."""

ADJUDICATED: Final[tuple[Stage, ...]] = (
    "adjudicating",
    "supplementing",
    "reinvestigating",
    "reported",
    "deliberated",
)
"""While named people adjudicate it."""


def known(stream: StreamState[Case], context: Context) -> Account:
    """The account, for whoever may know the file; else `NotFound` or `BarredFromCase`."""
    account = guards.known(stream, context)
    guards.inside(account)
    return account


def parts(
    stream: StreamState[Case], office: PartyId, person: PersonId, context: Context
) -> tuple[Part, ...]:
    """Handler and keeper of the party that handles it, adjudicator of the one that adjudicates."""
    case = stream.state
    handling = case.stage in HANDLED and case.handling_party == office
    judging = case.stage in ADJUDICATED and case.adjudicator == office
    return in_hand.held(
        person,
        context,
        (
            ("handler", case.handlers if handling else ()),
            ("keeper", _keeper(case) if handling else ()),
            ("adjudicator", case.adjudicators if judging else ()),
        ),
    )


def give(stream: StreamState[Case], succession: Succession, context: Context) -> Iterable[Draft]:
    """Put another in the leaver's place, where they handle or keep it and where they adjudicate.

    Raises `BarredFromCase`, `ApproverCannotHandle`, `HandlerMayNotJudge`, `NeedsTwoHandlers`.
    """
    account = Account(stream, context)
    has = parts(stream, succession.office, succession.leaver, context)
    if {"handler", "keeper"} & set(has):
        _handled(account, succession)
    if "adjudicator" in has:
        _adjudicated(account, succession)
    return account


def _handled(account: Account, succession: Succession) -> None:
    case, context = account.case, account.context
    people = succession.succeeded(case.handlers, context)
    in_hand.two_left(people, succession, context, guards.keep_out(case, context))
    handlers.no_approver(context, people, guards.judges(case), besides=case.handlers)
    (keeper,) = succession.succeeded(_keeper(case), context) or (succession.taker,)
    account.tell(
        events.HandlersAssigned(
            **account.frame(), handlers=people, keeper=keeper, reason=succession.reason
        )
    )


def _adjudicated(account: Account, succession: Succession) -> None:
    case, context = account.case, account.context
    people = succession.succeeded(case.adjudicators, context)
    in_hand.two_left(people, succession, context, guards.judging(case, context))
    account.tell(
        events.AdjudicatorsAssigned(
            **account.adjudication(), adjudicators=people, reason=succession.reason
        )
    )


def _keeper(case: Case) -> tuple[PersonId, ...]:
    return () if case.keeper is None else (case.keeper,)


IN_HAND: Final = in_hand.InHand(known=known, parts=parts, give=give)
