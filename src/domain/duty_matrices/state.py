"""Where a duty matrix stands, folded from its events.

open → closed; either → annulled. Each share: asked → confirmed; asked → disputed and claimed → upheld →
confirmed; any → withdrawn. Each result: recorded → returned → recorded.
"""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final, Literal

from domain.duty_matrices import events
from domain.ids import NOBODY, PartyId
from domain.model import Event
from domain.responsibility import Responsibility
from domain.serials import put

Stage = Literal["new", "open", "closed", "annulled"]
ShareStage = Literal["asked", "claimed", "disputed", "upheld", "confirmed", "withdrawn"]
ResultStage = Literal["recorded", "returned"]


HOLDING: Final[tuple[ShareStage, ...]] = ("asked", "claimed", "upheld", "confirmed")
"""How far a share is that somebody holds: what is disputed is nobody's, for the time being."""

STAGE_NAMES: Final[dict[Stage, tuple[str, str]]] = {
    "new": ("尚未建立", "not opened yet"),
    "open": ("已建立", "open"),
    "closed": ("已办结", "closed"),
    "annulled": ("已作废", "annulled"),
}
"""Each stage in Chinese and English, for refusals."""

SHARE_NAMES: Final[dict[ShareStage, tuple[str, str]]] = {
    "asked": ("待确认", "to be confirmed"),
    "claimed": ("已认领待核定", "claimed, to be settled"),
    "disputed": ("有异议待核定", "disputed, to be settled"),
    "upheld": ("已核定待确认", "upheld, to be confirmed"),
    "confirmed": ("已确认", "confirmed"),
    "withdrawn": ("已撤回", "withdrawn"),
}
"""How far a share is, in Chinese and English, for refusals."""

RESULT_NAMES: Final[dict[ResultStage, tuple[str, str]]] = {
    "recorded": ("成效已登记", "the result is recorded"),
    "returned": ("成效已退回", "the result was returned"),
}
"""How far a result is, in Chinese and English, for refusals."""


@dataclass(frozen=True, slots=True)
class Share:
    """Whose a duty is, or whose the supervision of an item (no ``duty``), and whether that is settled."""

    item: int
    duty: int | None
    party: PartyId
    responsibility: Responsibility
    stage: ShareStage

    @property
    def held(self) -> bool:
        """Whether somebody holds it."""
        return self.stage in HOLDING


@dataclass(frozen=True, slots=True)
class Result:
    """What came of a share; ``joined`` are the groups whose work it is too."""

    share: int
    stage: ResultStage = "recorded"
    joined: tuple[PartyId, ...] = ()


@dataclass(frozen=True, slots=True)
class DutyMatrix:
    """Livelihood items, their duties, who holds them, what came of it. All are counted from 1.

    ``items`` says of each whether it is pursued, ``duties`` to which item each belongs.
    """

    stage: Stage = "new"
    opener: PartyId = NOBODY
    results_due: datetime.date = datetime.date.min
    items: tuple[bool, ...] = ()
    duties: tuple[int, ...] = ()
    shares: tuple[Share, ...] = ()
    results: tuple[Result, ...] = ()

    @property
    def circle(self) -> tuple[PartyId, ...]:
        """Who keeps it, and whoever was asked or claimed something; also whoever was relieved of it."""
        return tuple(dict.fromkeys((self.opener, *(share.party for share in self.shares))))

    def holders(self, *, item: int | None = None, duty: int | None = None) -> tuple[PartyId, ...]:
        """The units that hold a duty, or the groups that supervise an item."""
        responsibility = "principal" if item is None else "supervisory"
        held = (each for each in self.shares if each.held and each.responsibility == responsibility)
        return tuple(each.party for each in held if item in (None, each.item) and each.duty == duty)

    @property
    def holes(self) -> Iterator[str]:
        """Duties that no unit does, items that no group supervises (职责空白)."""
        for duty, item in enumerate(self.duties, 1):
            if self.items[item - 1] and not self.holders(duty=duty):
                yield f"duty:{duty}"
        for item, pursued in enumerate(self.items, 1):
            if pursued and not self.holders(item=item):
                yield f"item:{item}"

    @property
    def overlaps(self) -> Iterator[str]:
        """Duties that more than one unit holds (职责交叉)."""
        for duty, item in enumerate(self.duties, 1):
            if self.items[item - 1] and len(self.holders(duty=duty)) > 1:
                yield f"duty:{duty}"

    @property
    def unsettled(self) -> Iterator[str]:
        """Shares that are not settled or lack a result, results that came back."""
        told = {result.share for result in self.results}
        for serial, share in enumerate(self.shares, 1):
            if share.stage not in ("confirmed", "withdrawn"):
                yield f"share:{serial}"
            elif share.stage == "confirmed" and serial not in told:
                yield f"result_of_share:{serial}"
        for serial, result in enumerate(self.results, 1):
            if result.stage == "returned":
                yield f"result:{serial}"


def evolve(state: DutyMatrix, event: Event) -> DutyMatrix:
    """The matrix after one of its events; any other event is a fault in the log."""
    match event:
        case events.Opened(opener=opener, results_due=due):
            return DutyMatrix("open", opener, due)
        case events.ItemAdded():
            return replace(state, items=(*state.items, True))
        case events.DutyAdded(item=item):
            return replace(state, duties=(*state.duties, item))
        case events.ItemRemoved(item=item):
            return replace(state, items=put(state.items, item, False))
        case events.ResultEvent():
            return _with_result(state, event)
        case events.ShareEvent():
            return _with_share(state, event)
        case events.Corrected():
            return state
        case events.Closed():
            return replace(state, stage="closed")
        case events.Annulled():
            return replace(state, stage="annulled")
        case _:
            raise TypeError(f"no event of a duty matrix: {type(event).__name__}")


def _with_share(state: DutyMatrix, event: events.ShareEvent) -> DutyMatrix:
    match event:
        case events.ShareAsked(to=party):
            return _held(state, event, party, "asked")
        case events.ShareClaimed(by=party):
            return _held(state, event, party, "claimed")
        case events.ShareConfirmed():
            return _at(state, event, "confirmed")
        case events.ShareDisputed():
            return _at(state, event, "disputed")
        case events.ShareUpheld():
            return _at(state, event, "upheld")
        case events.ShareWithdrawn():
            return _at(state, event, "withdrawn")
        case _:
            raise TypeError(f"no event of a share: {type(event).__name__}")


def _held(
    state: DutyMatrix, event: events.ShareEvent, party: PartyId, stage: ShareStage
) -> DutyMatrix:
    share = Share(event.item, event.duty, party, event.responsibility, stage)
    return replace(state, shares=(*state.shares, share))


def _at(state: DutyMatrix, event: events.ShareEvent, stage: ShareStage) -> DutyMatrix:
    share = replace(state.shares[event.share - 1], stage=stage)
    return replace(state, shares=put(state.shares, event.share, share))


def _with_result(state: DutyMatrix, event: events.ResultEvent) -> DutyMatrix:
    if isinstance(event, events.ResultRecorded):
        return replace(state, results=(*state.results, Result(event.share)))
    result = state.results[event.result - 1]
    match event:
        case events.ResultJoined(by=group):
            result = replace(result, joined=(*result.joined, group))
        case events.ResultReturned():
            result = replace(result, stage="returned")
        case events.ResultRevised():
            result = replace(result, stage="recorded")
        case _:
            raise TypeError(f"no event of a result: {type(event).__name__}")
    return replace(state, results=put(state.results, event.result, result))
