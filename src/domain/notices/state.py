"""Where a notice stands, folded from its events.

issued → annulled. Each addressee has a way of its own: addressed → acknowledged; asked → replied →
returned → replied → accepted.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import Final, Literal

from domain.ids import PartyId
from domain.model import Concerns, Event
from domain.notices import events

Stage = Literal["new", "issued", "annulled"]
ReplyStage = Literal["none", "asked", "replied", "returned", "accepted"]

NOBODY: Final = PartyId("")
"""The issuer while nothing was issued."""

STAGE_NAMES: Final[dict[Stage, tuple[str, str]]] = {
    "new": ("尚未印发", "not issued yet"),
    "issued": ("已印发", "issued"),
    "annulled": ("已作废", "annulled"),
}
"""Each stage in Chinese and English, for refusals."""

REPLY_NAMES: Final[dict[ReplyStage, tuple[str, str]]] = {
    "none": ("未要求反馈", "no answer asked"),
    "asked": ("待反馈", "an answer is awaited"),
    "replied": ("已反馈", "answered"),
    "returned": ("反馈已退回", "the answer was returned"),
    "accepted": ("反馈已采纳", "the answer was accepted"),
}
"""How far a party's answer is, in Chinese and English, for refusals."""


@dataclass(frozen=True, slots=True)
class Notice:
    """One notice. ``pending`` have it to sign for; ``replies`` says how far each answer is."""

    stage: Stage = "new"
    issuer: PartyId = NOBODY
    addressees: tuple[PartyId, ...] = ()
    pending: tuple[PartyId, ...] = ()
    replies: Mapping[PartyId, ReplyStage] = field(default_factory=lambda: MappingProxyType({}))

    @property
    def concerns(self) -> Concerns:
        """Issuer and addressees."""
        circle = tuple(dict.fromkeys((self.issuer, *self.addressees)))
        return Concerns(parties=circle, visibility="notice")

    def reply(self, party: PartyId) -> ReplyStage:
        """How far a party's answer is."""
        return self.replies.get(party, "none")


def evolve(state: Notice, event: Event) -> Notice:
    """The notice after one of its events; any other event is a fault in the log."""
    match event:
        case events.Issued(issuer=issuer, parties=parties):
            return Notice("issued", issuer, addressees=parties)
        case events.Addressed(to=party):
            return replace(state, pending=(*state.pending, party))
        case events.Acknowledged(by=party):
            return replace(state, pending=tuple(each for each in state.pending if each != party))
        case events.ReplyAsked(to=party):
            return _replied(state, party, "asked")
        case events.Replied(by=party):
            return _replied(state, party, "replied")
        case events.ReplyReturned(by=party):
            return _replied(state, party, "returned")
        case events.ReplyAccepted(by=party):
            return _replied(state, party, "accepted")
        case events.Corrected():
            return state
        case events.Annulled():
            return replace(state, stage="annulled", pending=())
        case _:
            raise TypeError(f"no event of a notice: {type(event).__name__}")


def _replied(state: Notice, party: PartyId, stage: ReplyStage) -> Notice:
    return replace(state, replies=MappingProxyType({**state.replies, party: stage}))
