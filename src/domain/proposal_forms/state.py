"""Where a proposal form stands, folded from its events.

issued → annulled; its addressee goes the way of `domain.asking`.
"""

import datetime
from dataclasses import dataclass, field, replace
from typing import Final, Literal

from domain.asking import Asked
from domain.asking_legs import LegEvent, Legs, Recalled
from domain.ids import NOBODY, PartyId, StreamId
from domain.model import Concerns, Event
from domain.proposal_forms import events
from domain.task_orders.commands import Supervision

Stage = Literal["new", "issued", "annulled"]


STAGE_NAMES: Final[dict[Stage, tuple[str, str]]] = {
    "new": ("尚未发出", "not issued yet"),
    "issued": ("已发出", "issued"),
    "annulled": ("已作废", "annulled"),
}
"""Each stage in Chinese and English, for refusals."""


@dataclass(frozen=True, slots=True)
class ProposalForm:
    """One proposal, from ``issuer`` to ``addressee``, because of an order of ``ordered_by`` or of none."""

    stage: Stage = "new"
    issuer: PartyId = NOBODY
    addressee: PartyId = NOBODY
    task_order: StreamId | None = None
    ordered_by: PartyId | None = None
    asked: Asked = field(default_factory=Asked)
    legs: Legs = field(default_factory=Legs)
    supervision: Supervision = "stationed"
    issued: datetime.date | None = None

    @property
    def concerns(self) -> Concerns:
        """Issuer, addressee, and who issued the order it came of."""
        ends = (self.issuer, self.addressee, self.ordered_by)
        circle = tuple(dict.fromkeys(party for party in ends if party is not None))
        return Concerns(parties=circle, visibility="proposal_form")

    @property
    def running(self) -> bool:
        """Whether it was not annulled."""
        return self.stage == "issued"


def evolve(state: ProposalForm, event: Event) -> ProposalForm:
    """The proposal after one of its events; any other event is a fault in the log."""
    match event:
        case events.Issued(issuer=issuer, to=to, task_order=order, ordered_by=ordered_by):
            form = ProposalForm("issued", issuer, to, order, ordered_by)
            return replace(form, supervision=event.supervision, issued=event.occurred.date)
        case events.Corrected():
            return state
        case events.Annulled():
            return replace(state, stage="annulled", asked=state.asked.withdrawn())
        case Recalled(to=party):
            return replace(state, legs=state.legs.after(event), asked=state.asked.without(party))
        case LegEvent():
            return replace(state, legs=state.legs.after(event))
        case _:
            return replace(state, asked=state.asked.after(event))
