"""Where a joint enforcement stands, folded from its events.

planned → concluded; any → annulled. Partners: asked → agreed | declined. Each share on its own:
assigned → reported → accepted, or returned and reported again.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import Final, Literal

from domain.ids import NOBODY, PartyId
from domain.joint_enforcements import events
from domain.model import Event

Stage = Literal["new", "planned", "concluded", "annulled"]
Joining = Literal["none", "asked", "agreed", "declined"]
ShareStage = Literal["assigned", "reported", "returned", "accepted"]


STAGE_NAMES: Final[dict[Stage, tuple[str, str]]] = {
    "new": ("尚未制定计划", "not planned yet"),
    "planned": ("实施中", "under way"),
    "concluded": ("已办结", "concluded"),
    "annulled": ("已作废", "annulled"),
}
"""Each stage in Chinese and English, for refusals."""

JOINING_NAMES: Final[dict[Joining, tuple[str, str]]] = {
    "none": ("未受邀", "not asked to join"),
    "asked": ("待答复", "asked to join"),
    "agreed": ("已同意参加", "it joined"),
    "declined": ("不参加", "it declined"),
}
"""How far a partner's joining is, for refusals."""

SHARE_NAMES: Final[dict[ShareStage, tuple[str, str]]] = {
    "assigned": ("待完成", "the share is assigned"),
    "reported": ("已报告待审核", "the share is reported"),
    "returned": ("已退回", "the report was returned"),
    "accepted": ("已认可", "the report was accepted"),
}
"""How far a share is, for refusals."""


@dataclass(frozen=True, slots=True)
class Share:
    """A share of the work: who owes it, how far it is, what it found, who else may read it."""

    owner: PartyId
    stage: ShareStage = "assigned"
    problems: int = 0
    handled: int = 0
    released: tuple[PartyId, ...] = ()


@dataclass(frozen=True, slots=True)
class JointEnforcement:
    """One joint enforcement; ``released`` may read its result."""

    stage: Stage = "new"
    head: PartyId = NOBODY
    partners: Mapping[PartyId, Joining] = field(default_factory=lambda: MappingProxyType({}))
    shares: tuple[Share, ...] = ()
    released: tuple[PartyId, ...] = ()

    def joining(self, party: PartyId) -> Joining:
        """How far a partner's joining is."""
        return self.partners.get(party, "none")

    @property
    def open_shares(self) -> int:
        """How many shares are not accepted."""
        return sum(share.stage != "accepted" for share in self.shares)

    @property
    def problems(self) -> int:
        """Problems found in all."""
        return sum(share.problems for share in self.shares)

    @property
    def handled(self) -> int:
        """Persons dealt with in all."""
        return sum(share.handled for share in self.shares)


def evolve(state: JointEnforcement, event: Event) -> JointEnforcement:
    """The joint enforcement after one of its events; any other event is a fault in the log."""
    match event:
        case events.Planned(head=head):
            return JointEnforcement("planned", head)
        case events.PartnerAsked(partner=party):
            return _joined(state, party, "asked")
        case events.Agreed(partner=party):
            return _joined(state, party, "agreed")
        case events.Declined(partner=party):
            return _joined(state, party, "declined")
        case events.PlanWritten() | events.ResultRecorded() | events.Corrected():
            return state
        case events.ResultReleased(to=party):
            return replace(state, released=tuple(dict.fromkeys((*state.released, party))))
        case events.Concluded():
            return replace(state, stage="concluded")
        case events.Annulled():
            return replace(state, stage="annulled")
        case _:
            return replace(state, shares=_shares(state.shares, event))


def _joined(state: JointEnforcement, party: PartyId, joining: Joining) -> JointEnforcement:
    return replace(state, partners=MappingProxyType({**state.partners, party: joining}))


def _shares(shares: tuple[Share, ...], event: Event) -> tuple[Share, ...]:
    match event:
        case events.ShareAssigned(owner=owner):
            return (*shares, Share(owner))
        case events.ShareReported(share=place, problems=problems, handled=handled):
            share = replace(shares[place - 1], stage="reported", problems=problems)
            return _with(shares, place, replace(share, handled=handled))
        case events.ShareCorrected(share=place, problems=problems, handled=handled):
            share = replace(shares[place - 1], problems=problems, handled=handled)
            return _with(shares, place, share)
        case events.ShareReturned(share=place):
            return _with(shares, place, replace(shares[place - 1], stage="returned"))
        case events.ShareAccepted(share=place):
            return _with(shares, place, replace(shares[place - 1], stage="accepted"))
        case events.ShareReleased(share=place, to=party):
            released = tuple(dict.fromkeys((*shares[place - 1].released, party)))
            return _with(shares, place, replace(shares[place - 1], released=released))
        case _:
            raise TypeError(f"no event of a joint enforcement: {type(event).__name__}")


def _with(shares: tuple[Share, ...], place: int, share: Share) -> tuple[Share, ...]:
    return (*shares[: place - 1], share, *shares[place:])
