"""Where a rectification item stands, folded from its events.

raised → assigned → planned → reported → verified → signed_off → settled; from reported and verified it
may be returned, from signed_off and settled reopened; any → annulled.
"""

import datetime
from dataclasses import dataclass, replace
from typing import Final, Literal

from domain.ids import NOBODY, PartyId
from domain.model import Event
from domain.rectifications import events
from domain.rectifications.commands import Outcome, Responsible

Stage = Literal[
    "new",
    "raised",
    "assigned",
    "planned",
    "reported",
    "returned",
    "verified",
    "signed_off",
    "recurred",
    "settled",
    "annulled",
]


BEGINNING: Final = datetime.date.min
"""The day on which it was raised, before it was."""

STAGE_NAMES: Final[dict[Stage, tuple[str, str]]] = {
    "new": ("尚未提出", "not raised yet"),
    "raised": ("待交办", "raised, to be assigned"),
    "assigned": ("已交办", "assigned"),
    "planned": ("整改中", "being rectified"),
    "reported": ("待核验", "reported as done, to be verified"),
    "returned": ("已退回继续整改", "returned for more"),
    "verified": ("已核验待销号", "verified, to be signed off"),
    "signed_off": ("已销号", "signed off"),
    "recurred": ("反弹回潮", "recurred"),
    "settled": ("回头看未反弹", "settled: it held on looking back"),
    "annulled": ("已作废", "annulled"),
}
"""Each stage in Chinese and English, for refusals."""

OPEN: Final[tuple[Stage, ...]] = ("assigned", "planned", "returned")
"""While who rectifies is at work."""


@dataclass(frozen=True, slots=True)
class Rectification:
    """One item. ``witnesses`` filed evidence, ``bodies`` follow it since a report took it up.

    ``shown`` are the measures for which there is evidence, ``chain`` the parties that answer for it.
    """

    stage: Stage = "new"
    raiser: PartyId = NOBODY
    unit: PartyId = NOBODY
    raised: datetime.date = BEGINNING
    observers: tuple[PartyId, ...] = ()
    party: PartyId = NOBODY
    chain: tuple[PartyId, ...] = ()
    responsible: tuple[Responsible, ...] = ()
    verifier: PartyId = NOBODY
    acknowledged: bool = False
    measures: int = 0
    shown: frozenset[int] = frozenset()
    witnesses: tuple[PartyId, ...] = ()
    systems: int = 0
    recoveries: tuple[int, ...] = ()
    round: int = 1
    bodies: tuple[PartyId, ...] = ()
    reports: tuple[str, ...] = ()

    @property
    def rectifying(self) -> tuple[PartyId, ...]:
        """Whose problem it is and whoever answers for it: none of them verifies."""
        parties = (self.unit, self.party, *self.chain)
        return tuple(dict.fromkeys(party for party in parties if party != NOBODY))

    @property
    def unshown(self) -> tuple[int, ...]:
        """The measures without evidence."""
        return tuple(each for each in range(1, self.measures + 1) if each not in self.shown)

    @property
    def recovered(self) -> int:
        """Money recovered in all, in fen."""
        return sum(self.recoveries)

    @property
    def outcomes(self) -> tuple[Outcome, ...]:
        """What it led to, counted from what happened."""
        found: tuple[tuple[Outcome, bool], ...] = (
            ("correction", True),
            ("system_building", self.systems > 0),
            ("recovery", self.recovered > 0),
        )
        return tuple(outcome for outcome, is_one in found if is_one)


def evolve(state: Rectification, event: Event) -> Rectification:
    """The item after one of its events; any other event is a fault in the log."""
    match event:
        case events.ProblemRaised(raiser=raiser, unit=unit, observers=observers, occurred=day):
            return Rectification("raised", raiser, unit, day.date, observers)
        case events.OriginRecorded():
            return state
        case events.Assigned():
            return _assigned(state, event)
        case events.ResponsibleChanged():
            return replace(state, responsible=_responsible(state, event))
        case events.VerifierNamed(verifier=verifier):
            return replace(state, verifier=verifier)
        case events.WrittenIntoReport(body=body, office=office, report=report):
            bodies = tuple(dict.fromkeys((*state.bodies, body, office)))
            return replace(state, bodies=bodies, reports=(*state.reports, report))
        case events.Corrected():
            return _corrected(state, event)
        case events.Annulled():
            return replace(state, stage="annulled")
        case _:
            return _worked(state, event)


def _assigned(state: Rectification, event: events.Assigned) -> Rectification:
    """Who was assigned anew begins anew."""
    kept = (state.raiser, state.unit, state.raised, state.observers)
    fresh = Rectification("assigned", *kept, bodies=state.bodies, reports=state.reports)
    return replace(
        fresh,
        party=event.party,
        chain=tuple(dict.fromkeys(each.party for each in event.responsible)),
        responsible=event.responsible,
        verifier=event.verifier,
        round=state.round,
    )


def _responsible(state: Rectification, event: events.ResponsibleChanged) -> tuple[Responsible, ...]:
    return tuple(
        replace(each, person=event.person)
        if (each.level, each.party) == (event.level, event.office)
        else each
        for each in state.responsible
    )


def _worked(state: Rectification, event: Event) -> Rectification:
    match event:
        case events.Acknowledged():
            return replace(state, acknowledged=True)
        case events.MeasuresSet(measures=measures):
            return replace(state, stage="planned", measures=len(measures), shown=frozenset())
        case events.EvidenceFiled(by=by, evidence=evidence):
            shown = state.shown.union(each.measure for each in evidence if each.measure is not None)
            witnesses = tuple(dict.fromkeys((*state.witnesses, by)))
            return replace(state, shown=shown, witnesses=witnesses)
        case events.SystemAdopted():
            return replace(state, systems=state.systems + 1)
        case events.MoneyRecovered(amount=amount):
            return replace(state, recoveries=(*state.recoveries, amount))
        case _:
            return _judged(state, event)


def _judged(state: Rectification, event: Event) -> Rectification:
    match event:
        case events.CompletionReported():
            return replace(state, stage="reported")
        case events.Verified():
            return replace(state, stage="verified")
        case events.Returned():
            return replace(state, stage="returned")
        case events.SignedOff():
            return replace(state, stage="signed_off")
        case events.LookedBack(result=result):
            return replace(state, stage="settled" if result == "held" else "recurred")
        case events.Reopened(round=number):
            return replace(state, stage="returned", round=number)
        case _:
            raise TypeError(f"no event of a rectification item: {type(event).__name__}")


def _corrected(state: Rectification, event: events.Corrected) -> Rectification:
    right = event.recovery
    if right is None:
        return state
    before, after = state.recoveries[: right.recovery - 1], state.recoveries[right.recovery :]
    return replace(state, recoveries=(*before, right.amount, *after))
