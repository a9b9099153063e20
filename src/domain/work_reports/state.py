"""Where a work report stands, folded from its events.

(due) → submitted → returned → submitted → accepted; any → annulled → submitted anew. Circulation
runs on its own: each party it is circulated to acknowledges it once. Being due is an obligation, not a state.
"""

from dataclasses import dataclass, replace
from typing import Final, Literal

from domain.figures import Figures
from domain.ids import NOBODY, PartyId
from domain.model import Concerns, Event
from domain.work_reports import events
from domain.work_reports.commands import Kind

Stage = Literal["new", "submitted", "returned", "accepted", "annulled"]


STAGE_NAMES: Final[dict[Stage, tuple[str, str]]] = {
    "new": ("尚未报送", "not handed in yet"),
    "submitted": ("已报送", "handed in"),
    "returned": ("已退回", "returned"),
    "accepted": ("已接收", "accepted"),
    "annulled": ("已作废", "annulled"),
}
"""Each stage in Chinese and English, for refusals."""


@dataclass(frozen=True, slots=True)
class WorkReport:
    """One report from one party to one party. ``pending`` have it to acknowledge.

    ``figures`` are those that it gave last.
    """

    stage: Stage = "new"
    reporter: PartyId = NOBODY
    receiver: PartyId = NOBODY
    circulated: tuple[PartyId, ...] = ()
    pending: tuple[PartyId, ...] = ()
    kind: Kind = "topical"
    period: str = ""
    figures: Figures = ()

    @property
    def concerns(self) -> Concerns:
        """Reporter, receiver, and those it was circulated to."""
        circle = tuple(dict.fromkeys((self.reporter, self.receiver, *self.circulated)))
        return Concerns(parties=circle, visibility="work_report")


def evolve(state: WorkReport, event: Event) -> WorkReport:
    """The report after one of its events; any other event is a fault in the log."""
    match event:
        case events.Submitted(reporter=reporter, to=receiver):
            report = WorkReport("submitted", reporter, receiver)
            about = replace(report, kind=event.kind, period=event.period)
            return replace(about, figures=event.figures)
        case events.Returned():
            return replace(state, stage="returned")
        case events.Resubmitted(figures=figures):
            return replace(state, stage="submitted", figures=figures)
        case events.Accepted():
            return replace(state, stage="accepted")
        case events.Circulated(to=party):
            return replace(
                state,
                circulated=(*state.circulated, party),
                pending=(*state.pending, party),
            )
        case events.Acknowledged(by=party):
            return replace(state, pending=tuple(each for each in state.pending if each != party))
        case events.Corrected(figures=figures):
            return state if figures is None else replace(state, figures=figures)
        case events.Annulled():
            return replace(state, stage="annulled", pending=())
        case _:
            raise TypeError(f"no event of a work report: {type(event).__name__}")
