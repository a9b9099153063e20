"""Where a notice stands, folded from its events.

issued → annulled. Each addressee has a way of its own (`domain.asking`).
"""

from dataclasses import dataclass, field, replace
from typing import Final, Literal

from domain.asking import Asked
from domain.ids import NOBODY, PartyId
from domain.model import Concerns, Event
from domain.notices import events

Stage = Literal["new", "issued", "annulled"]


STAGE_NAMES: Final[dict[Stage, tuple[str, str]]] = {
    "new": ("尚未印发", "not issued yet"),
    "issued": ("已印发", "issued"),
    "annulled": ("已作废", "annulled"),
}
"""Each stage in Chinese and English, for refusals."""


@dataclass(frozen=True, slots=True)
class Notice:
    """One notice, and what it asks of its addressees."""

    stage: Stage = "new"
    issuer: PartyId = NOBODY
    addressees: tuple[PartyId, ...] = ()
    asked: Asked = field(default_factory=Asked)

    @property
    def concerns(self) -> Concerns:
        """Issuer and addressees."""
        circle = tuple(dict.fromkeys((self.issuer, *self.addressees)))
        return Concerns(parties=circle, visibility="notice")


def evolve(state: Notice, event: Event) -> Notice:
    """The notice after one of its events; any other event is a fault in the log."""
    match event:
        case events.Issued(issuer=issuer, parties=parties):
            return Notice("issued", issuer, addressees=parties)
        case events.Corrected():
            return state
        case events.Annulled():
            return replace(state, stage="annulled", asked=state.asked.withdrawn())
        case _:
            return replace(state, asked=state.asked.after(event))
