"""An organiser has bodies nominate by a day: each nominates, or says that it has none to propose.

One of the few shapes of daily work (DESIGN.md): whom a talent pool takes (`domain.talent_pools`), what a
selection chooses from (`domain.selections`). A nomination is between its body and the organiser, who
judges it or returns it: nominated → judged, or returned → nominated anew. What is nominated, and how it is
judged, is the family's; by when each step is owed stands in the scheme.
"""

import datetime
from abc import abstractmethod
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Protocol, TypeVar

from domain import account, asking
from domain.account import invalid
from domain.ids import PartyId
from domain.model import Concerns, Event, Text


@dataclass(frozen=True, slots=True, kw_only=True)
class OrganisedEvent(Event):
    """Base of them all: who has bodies nominate."""

    organiser: PartyId


@dataclass(frozen=True, slots=True, kw_only=True)
class BodyEvent(OrganisedEvent):
    """Base of what happened with one body that nominates."""

    party: PartyId


@dataclass(frozen=True, slots=True, kw_only=True)
class Invited(BodyEvent):
    """A body is to nominate by a day."""

    nominate_by: datetime.date


@dataclass(frozen=True, slots=True, kw_only=True)
class Waived(BodyEvent):
    """A body has none to propose."""

    reason: Text


class Nomination(Protocol):
    """One nomination: of which body."""

    @property
    def party(self) -> PartyId:
        """The body whose nomination it is."""


class Organised(Protocol):
    """The state of what bodies nominate for. Nominations count from 1."""

    @property
    def organiser(self) -> PartyId:
        """Who has them nominate."""

    @property
    def parties(self) -> tuple[PartyId, ...]:
        """Who is to nominate."""

    @property
    def waived(self) -> tuple[PartyId, ...]:
        """Who has none to propose."""

    @property
    def nominations(self) -> Sequence[Nomination]:
        """What or whom they nominated."""


class Invitation(Protocol):
    """The command that opens it: which bodies nominate until when."""

    @property
    def parties(self) -> tuple[PartyId, ...]:
        """Who is to nominate."""

    @property
    def nominate_by(self) -> datetime.date:
        """The last day on which it is in time."""


S = TypeVar("S", bound=Organised)


class Account(account.Account[S]):
    """What a decision adds to one matter for which bodies nominate."""

    def among(self, after: S, parties: tuple[PartyId, ...], visibility: str) -> Concerns:
        """These bodies, the organiser and the commission."""
        circle = (after.organiser, *parties, self.founding)
        return Concerns(parties=tuple(dict.fromkeys(circle)), visibility=visibility)

    def frame(self) -> dict[str, Any]:
        """The fields that every step after the first has."""
        return {**self.plain(), "organiser": self.state.organiser}

    @abstractmethod
    def about(self, number: int) -> dict[str, Any]:
        """The fields that every step of one nomination has."""


def asks_others(account: Account[Any], command: Invitation) -> None:
    """Raise `UnknownParty`; `InvalidField` for the organiser itself, one named twice, a day gone by."""
    asking.of_others(account, command.parties)
    if command.nominate_by < account.context.occurred.date:
        raise invalid("nominate_by", "早于本次办理日期", "the day lies before the act itself")


@dataclass(frozen=True, slots=True, kw_only=True)
class Nominating:
    """A family's own events of nominating, and the steps that tell them; who may take one is its guards'."""

    invited: type[Invited]
    waived: type[Waived]
    returned: Callable[..., BodyEvent]
    revised: Callable[..., BodyEvent]

    def invite(self, account: Account[Any], command: Invitation) -> None:
        """Each body is to nominate by the day."""
        for party in command.parties:
            day = command.nominate_by
            account.tell(self.invited(**account.frame(), party=party, nominate_by=day))

    def waive(self, account: Account[Any], reason: Text) -> None:
        """The acting body has none to propose. Raises `WrongState` for one that nominated, or waived."""
        state = account.state
        if account.acting in (*state.waived, *(each.party for each in state.nominations)):
            raise account.wrong_state("已推荐或已说明", "nominated, or waived already")
        account.tell(self.waived(**account.frame(), party=account.acting, reason=reason))

    def return_nomination(self, account: Account[Any], number: int, reason: Text) -> None:
        """Send a nomination back; a better one is owed."""
        account.tell(self.returned(**account.about(number), reason=reason))

    def revise(self, account: Account[Any], number: int, merits: str) -> None:
        """The body says the merits anew."""
        account.tell(self.revised(**account.about(number), merits=merits))
