"""What goes between jurisdictions, of whatever family: where it goes, whose turn it is, what is refused.

Each end has the matter in a log of its own, under its own number, and the other end is a party here. What is
sent is an event of the sender's log, and one dispatch of a *leg*: a matter on its way to one other end. Both
ends count what they sent and what came; a courier carries what is not there yet (ADR 0006).
"""

from dataclasses import dataclass, replace
from typing import Annotated, Any, Final, Literal

from annotated_types import MaxLen, MinLen

from domain.account import Account
from domain.errors import AlreadyExists, NotFound, Refusal, Status
from domain.ids import JurisdictionCode, PartyId, StreamId, derived_id, family_of, stream_id
from domain.model import Value
from domain.scheme_channels import Channel
from domain.serials import Serial
from domain.streams import StreamState

FIRST: Final = 1
"""The dispatch of a leg that is the matter itself; what follows is news of it."""


Obstacle = Literal["unknown", "moved", "not_accepted", "refused", "erased", "damaged"]
"""Why something did not reach another jurisdiction: none of that code here · closed or moved away ·
its scheme accepts nothing of the kind from here · refused otherwise · the text was erased since · a file that
goes with it is missing or altered in the store."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin(Value):
    """From where something came: the log, the matter there, which leg of it, its how manieth dispatch.

    ``proof`` is the hash of the record there, as the record behind it names it: with both logs it is
    proved that this is what was sent, and the commitments there and here can be opened side by side.
    """

    source: Annotated[str, MinLen(3), MaxLen(200)]
    stream: StreamId
    leg: Serial
    dispatch: Serial
    proof: Annotated[str, MinLen(71), MaxLen(71)]

    @property
    def jurisdiction(self) -> JurisdictionCode:
        """The jurisdiction: the second part of its source."""
        return JurisdictionCode(self.source.partition("/")[2])


@dataclass(frozen=True, slots=True, kw_only=True)
class Abroad:
    """The other end of a leg, which is in another jurisdiction.

    ``stream`` and ``leg`` say which it is there, ``outgoing`` that it was sent from here. Dispatches
    are counted at each end: ``sent`` went from here, ``arrived`` came, in this order. ``failed`` is the one
    that could not be delivered, ``resent`` those that were sent once more, ``recalled`` why it was
    taken back.
    """

    jurisdiction: JurisdictionCode
    stream: StreamId
    leg: int
    outgoing: bool
    sent: int = 0
    arrived: int = 0
    failed: int | None = None
    resent: tuple[int, ...] = ()
    recalled: str | None = None

    @classmethod
    def to(cls, jurisdiction: JurisdictionCode, stream: StreamId) -> "Abroad":
        """The other end of what was sent from here: one leg of a matter that begins there."""
        return cls(jurisdiction=jurisdiction, stream=stream, leg=1, outgoing=True, sent=FIRST)

    @classmethod
    def of(cls, origin: Origin) -> "Abroad":
        """The other end of what came here."""
        return cls(
            jurisdiction=origin.jurisdiction,
            stream=origin.stream,
            leg=origin.leg,
            outgoing=False,
            arrived=origin.dispatch,
        )

    def heard(self, dispatch: int) -> "Abroad":
        """After news came: the matter is there then, whatever was said of that; no other dispatch need be."""
        return replace(self, arrived=dispatch, failed=None if self.failed == FIRST else self.failed)

    def again(self, dispatch: int) -> "Abroad":
        """After a dispatch was sent once more."""
        return replace(self, failed=None, resent=(*self.resent, dispatch))

    def attempt(self, dispatch: int) -> int:
        """At its how manieth attempt a dispatch is."""
        return 1 + self.resent.count(dispatch)

    @property
    def delivered(self) -> bool:
        """Whether the matter itself is known to be there."""
        return not self.outgoing or self.arrived > 0


def arrival(source: str, stream: StreamId, leg: int) -> StreamId:
    """The stream of a matter in the log that it is sent to, of the same family.

    It follows from the leg, not from a command: whatever is sent how often, it exists once.
    """
    return stream_id(family_of(stream), derived_id("referral", source, stream, leg))


def channel_to(account: Account[Any], party: PartyId) -> Channel | None:
    """The channel by which things of this family go to a party, if that is another jurisdiction."""
    scheme = account.jurisdiction.scheme
    channel = None if scheme is None else scheme.channel_to(party)
    return channel if channel is not None and family_of(account.stream) in channel.sends else None


def taken_from(account: Account[Any], stream: StreamState[Any], origin: Origin) -> Channel:
    """The channel by which a matter comes that is to be taken in as this stream.

    Raises `NoChannel` where the scheme takes in nothing of the kind from there; `AlreadyExists` for what
    came before: its stream follows from the leg.
    """
    channel = account.scheme.channels.get(origin.jurisdiction)
    if channel is None or family_of(stream.stream) not in channel.accepts:
        raise NoChannel(other=origin.jurisdiction)
    if stream.version > 0:
        raise AlreadyExists(stream=stream.stream)
    if stream.stream != arrival(origin.source, origin.stream, origin.leg):
        raise NotFound(stream=stream.stream)
    return channel


def in_turn(there: Abroad, origin: Origin) -> None:
    """Raise `OutOfTurn` for news that is not the next of its leg."""
    if origin.stream != there.stream or origin.dispatch != there.arrived + 1:
        raise OutOfTurn(dispatch=origin.dispatch)


def under_way(there: Abroad, dispatch: int, attempt: int) -> None:
    """Raise `OutOfTurn` for a dispatch that is not under way (any more)."""
    lost = (
        (there.recalled is None or dispatch != FIRST)
        and there.failed is None
        and dispatch <= there.sent
        and attempt == there.attempt(dispatch)
    )
    if not lost or (there.outgoing and dispatch == FIRST and there.arrived > 0):
        raise OutOfTurn(dispatch=dispatch)


class HandledElsewhere(Refusal):
    """It is for the other jurisdiction to do, in its own log; what it does is told here by itself."""

    code = "handled_elsewhere"
    status = Status.CONFLICT
    zh = "此项由其他辖区({jurisdiction})在其本级办理,结果自动回传。"
    en = "The other end of this is in «{jurisdiction}», which acts in its own log."
    next_zh = "请等待对方办理。"
    next_en = "Wait for what it tells."


class NoChannel(Refusal):
    """The scheme has no channel for it: nothing of the kind may go there, or come from there."""

    code = "no_channel"
    status = Status.UNPROCESSABLE
    zh = "现行方案没有与“{other}”之间往来此类事项的渠道。"
    en = "The scheme in force has no channel for this with «{other}»."
    next_zh = "请核对单位;确需建立渠道的,先修订方案 [channel]。"
    next_en = "Check whom you mean; if there is to be a channel, the scheme gets a [channel] first."


class OutOfTurn(Refusal):
    """Something from another jurisdiction came twice, or before what was sent ahead of it."""

    code = "out_of_turn"
    status = Status.CONFLICT
    zh = "来自其他辖区的第{dispatch}件已收到,或其前件尚未收到。"
    en = "No. {dispatch} from the other jurisdiction is here already, or one before it is not."
    next_zh = "无需处理,传递进程按顺序补送。"
    next_en = "Nothing needs to be done: the courier brings them in order."


class NotDeliveredYet(Refusal):
    """What is corrected or urged is still under way to another jurisdiction, or did not get there."""

    code = "not_delivered_yet"
    status = Status.CONFLICT
    zh = "此件尚未送达其他辖区({jurisdiction})。"
    en = "It has not reached «{jurisdiction}» yet."
    next_zh = "请待送达后办理;未能送达的,先再次发送或撤回。"
    next_en = "Wait until it is there; what could not be delivered is sent again or recalled first."


REFUSALS: Final = (HandledElsewhere, NoChannel, OutOfTurn, NotDeliveredYet)
