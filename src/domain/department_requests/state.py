"""Where a request to a department stands, folded from its events.

issued → annulled; its addressee goes the way of `domain.asking`.
"""

from dataclasses import dataclass, field, replace
from typing import Final, Literal

from domain.asking import Asked
from domain.asking_legs import LegEvent, Legs, Recalled
from domain.department_requests import events
from domain.department_requests.commands import Kind
from domain.ids import NOBODY, PartyId
from domain.model import Concerns, Event

Stage = Literal["new", "issued", "annulled"]


STAGE_NAMES: Final[dict[Stage, tuple[str, str]]] = {
    "new": ("尚未发出", "not issued yet"),
    "issued": ("已发出", "issued"),
    "annulled": ("已作废", "annulled"),
}
"""Each stage in Chinese and English, for refusals."""


@dataclass(frozen=True, slots=True)
class DepartmentRequest:
    """One request, from ``issuer`` to ``addressee``; ``fields`` are those that have to be supplied."""

    stage: Stage = "new"
    kind: Kind = "data"
    issuer: PartyId = NOBODY
    addressee: PartyId = NOBODY
    fields: tuple[str, ...] = ()
    asked: Asked = field(default_factory=Asked)
    legs: Legs = field(default_factory=Legs)

    @property
    def concerns(self) -> Concerns:
        """Its two ends, nobody else."""
        return Concerns(parties=(self.issuer, self.addressee), visibility="department_request")

    @property
    def running(self) -> bool:
        """Whether it was not annulled."""
        return self.stage == "issued"


def evolve(state: DepartmentRequest, event: Event) -> DepartmentRequest:
    """The request after one of its events; any other event is a fault in the log."""
    match event:
        case events.Issued(kind=kind, issuer=issuer, to=to, fields=fields):
            return DepartmentRequest("issued", kind, issuer, to, fields)
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
