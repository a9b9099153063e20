"""What is asked of a party in another jurisdiction: its events and commands, and how far each leg is.

A family's own are kinds of those here, as with `domain.asking`; `domain.asking_between` decides.
"""

from dataclasses import dataclass, replace
from typing import Annotated, Final, Literal, NamedTuple, Protocol

from annotated_types import Ge, MinLen

from domain import asking
from domain.attachments.commands import Releases
from domain.between import Abroad, Obstacle, Origin
from domain.ids import JurisdictionCode, PartyId, PersonId, StreamId
from domain.model import Command, Concerns, Event, Text
from domain.serials import Serial

News = Literal[
    "delivered",
    "acknowledged",
    "answered",
    "answer_returned",
    "answer_accepted",
    "corrected",
    "closed",
    "annulled",
    "recalled",
    "files_sent",
]
"""What one end tells the other: it arrived, was signed for and answered there; all else happened here."""

OF_ADDRESSEE: Final = ("delivered", "acknowledged", "answered")


# --- events -----------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class LegEvent(Event):
    """Something about what goes to, or came for, one addressee; ``leg`` counts those abroad from 1."""

    issuer: PartyId
    to: PartyId
    leg: Serial


@dataclass(frozen=True, slots=True, kw_only=True)
class Dispatched(LegEvent):
    """It was sent to the jurisdiction that ``to`` is, where it is the stream ``there``; a family adds what.

    ``document`` is its number here. It is the first dispatch of the leg.
    """

    jurisdiction: JurisdictionCode
    there: StreamId
    document: Text

    @property
    def sender(self) -> PartyId:
        """Who sent it."""
        return self.issuer


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrived(LegEvent):
    """It came from the jurisdiction that ``issuer`` is: its number there, and the one it got here."""

    origin: Origin
    document: Text
    registered: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class NewsSent(LegEvent):
    """One end tells the other what happened, as its ``dispatch``; a family adds what it says.

    ``there`` and ``leg_there`` say which leg of which matter it is in the other log.
    """

    jurisdiction: JurisdictionCode
    there: StreamId
    leg_there: Serial
    dispatch: Serial
    news: News
    number: Text | None = None
    reason: Text | None = None

    @property
    def sender(self) -> PartyId:
        """The end that tells it."""
        return self.to if self.news in OF_ADDRESSEE else self.issuer


@dataclass(frozen=True, slots=True, kw_only=True)
class NewsArrived(LegEvent):
    """The other end told what happened there."""

    origin: Origin
    news: News
    number: Text | None = None
    reason: Text | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DeliveryFailed(LegEvent):
    """A dispatch of ``by`` did not reach the other jurisdiction; it is to be sent again or recalled."""

    by: PartyId
    jurisdiction: JurisdictionCode
    dispatch: Serial
    attempt: Annotated[int, Ge(1)]
    obstacle: Obstacle


@dataclass(frozen=True, slots=True, kw_only=True)
class Resent(LegEvent):
    """A dispatch is sent once more."""

    by: PartyId
    dispatch: Serial
    attempt: Annotated[int, Ge(2)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Recalled(LegEvent):
    """What was not delivered was taken back: nothing is asked of that party any more."""

    reason: Text
    approved_by: PersonId

    @property
    def answerable(self) -> PartyId:
        """Whose obligations it speaks of."""
        return self.to


# --- commands ---------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class SendFiles(Command):
    """发送附件: files attached to it follow it to another jurisdiction, ``party`` here, where it is."""

    party: PartyId
    attachments: Annotated[Releases, MinLen(1)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Resend(Command):
    """再次发送: what could not be delivered to another jurisdiction, ``party`` here, is sent once more."""

    party: PartyId


@dataclass(frozen=True, slots=True, kw_only=True)
class Recall(Command):
    """撤回: take back what was not delivered to another jurisdiction."""

    party: PartyId
    reason: Text
    approved_by: PersonId


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeIn(Command):
    """Enter what another jurisdiction sent: by whom there, under which number. The courier sends it."""

    origin: Origin
    issuer: PartyId
    document: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeNews(Command):
    """Enter what the other end tells; a family adds what it says. The courier sends it."""

    leg: Serial
    origin: Origin
    news: News
    number: Text | None = None
    reason: Text | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportFailure(Command):
    """Say that a dispatch could not be delivered, at its how manieth attempt. The courier sends it."""

    leg: Serial
    dispatch: Serial
    attempt: Annotated[int, Ge(1)]
    obstacle: Obstacle


# --- state ------------------------------------------------------------------------------------------


class Leg(NamedTuple):
    """One addressee and the other end of its leg; ``number`` counts those of a matter from 1."""

    number: int
    to: PartyId
    there: Abroad

    def ends(self, issuer: PartyId) -> tuple[PartyId, PartyId]:
        """The end that is here, and the other one; ``issuer`` asks."""
        return (issuer, self.to) if self.there.outgoing else (self.to, issuer)


@dataclass(frozen=True, slots=True)
class Legs:
    """The legs of a matter, in their order."""

    every: tuple[Leg, ...] = ()

    def after(self, event: LegEvent) -> "Legs":
        """After one of the events above."""
        match event:
            case Dispatched():
                return self._put(event, Abroad.to(event.jurisdiction, event.there))
            case Arrived():
                return self._put(event, Abroad.of(event.origin))
            case NewsSent():
                return self._put(event, replace(self._there(event), sent=event.dispatch))
            case NewsArrived():
                return self._put(event, self._there(event).heard(event.origin.dispatch))
            case DeliveryFailed():
                return self._put(event, replace(self._there(event), failed=event.dispatch))
            case Resent():
                return self._put(event, self._there(event).again(event.dispatch))
            case Recalled():
                back = replace(self._there(event), failed=None, recalled=event.reason)
                return self._put(event, back)
            case _:
                raise TypeError(f"no leg goes on by it: {type(event).__name__}")

    def _there(self, event: LegEvent) -> Abroad:
        return self.every[event.leg - 1].there

    def _put(self, event: LegEvent, there: Abroad) -> "Legs":
        leg = Leg(event.leg, event.to, there)
        return Legs((*self.every[: event.leg - 1], leg, *self.every[event.leg :]))

    @property
    def incoming(self) -> Leg | None:
        """The leg by which the matter came here from another jurisdiction, if it did."""
        return next((leg for leg in self.every if not leg.there.outgoing), None)

    @property
    def outgoing(self) -> tuple[Leg, ...]:
        """The legs by which it went to other jurisdictions and was not taken back."""
        return tuple(leg for leg in self.every if leg.there.outgoing and not leg.there.recalled)


class State(Protocol):
    """What the state of such a family has."""

    @property
    def issuer(self) -> PartyId:
        """Who asks."""

    @property
    def asked(self) -> asking.Asked:
        """What is asked of whom."""

    @property
    def concerns(self) -> Concerns:
        """Whom what was asked concerns."""

    @property
    def legs(self) -> Legs:
        """The addressees in other jurisdictions, or that from which it came."""

    @property
    def running(self) -> bool:
        """Whether it is neither closed nor annulled."""
