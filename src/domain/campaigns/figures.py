"""What a campaign came to: counted from its state, never written (DOMAIN.md §5 mechanisms 12, 26, 31)."""

import datetime
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from domain.campaigns.state import LIVE, Campaign, Finding, Measure, is_done
from domain.campaigns.values import CarriedOut, Figures, Part, Share, UnitState
from domain.ids import PartyId, StreamId
from domain.responsibility import Responsibility

CORRECTED: Final = ("asked", "answered", "returned", "accepted")
"""The states of a finding that is put right on the spot."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """The days of which something is counted, both included."""

    first: datetime.date = datetime.date.min
    last: datetime.date = datetime.date.max

    def has(self, day: datetime.date) -> bool:
        """Whether a day lies in it."""
        return self.first <= day <= self.last


@dataclass(frozen=True, slots=True, kw_only=True)
class Ended:
    """What became of leads by now: those annulled, and those in which a case was filed."""

    annulled: Collection[StreamId] = ()
    filed: Collection[StreamId] = ()


STANDING: Final = Ended()
"""As if every lead still counted and none had led to a case."""


def leads_of(state: Campaign, span: Span) -> tuple[StreamId, ...]:
    """The different leads that findings became within a span."""
    return _leads(_in(state.findings, span, "lead"))


def counted(state: Campaign, span: Span, ended: Ended = STANDING) -> Figures:
    """The figures of a span, with the leads as they ``ended``.

    The list itself is counted whole; screened, found, settled, done and recovered by their days. A
    finding that was settled in the span is counted under what came of it, whenever it was found.
    """
    objects = state.counted
    screened = [each for each in objects if each.state == "screened" and span.has(each.since)]
    leads = [lead for lead in leads_of(state, span) if lead not in ended.annulled]
    live = [each for each in state.findings if each.state in LIVE]
    shares = _shares(state, span, ended)
    return Figures(
        objects=len(objects),
        screened=len(screened),
        unscreened=sum(each.is_open for each in objects),
        amount=sum(each.line.amount or 0 for each in screened),
        findings=sum(span.has(each.found) for each in live),
        unsettled=sum(each.is_open for each in live),
        leads=len(leads),
        cases=sum(lead in ended.filed for lead in leads),
        rectifications=_count(_in(live, span, "rectification")),
        data_rules=_count(_in(live, span, "data_rule")),
        corrections=_count(_in(live, span, *CORRECTED)),
        corrected=_count(_in(live, span, "accepted")),
        systems=sum(share.systems for share in shares),
        recovered=_recovered(live, span),
        shares=shares,
        **_responsibilities(state, span),
    )


def unit_states(state: Campaign, span: Span) -> Iterator[tuple[PartyId, UnitState]]:
    """How far each unit is, by what was checked at it and what came of its deviations (mechanism 30)."""
    for unit in dict.fromkeys(each.line.unit for each in state.counted):
        if unit is not None:
            yield unit, _unit_state(state, unit, span)


def _unit_state(state: Campaign, unit: PartyId, span: Span) -> UnitState:
    own = {each.key: each for each in state.counted if each.line.unit == unit}
    screened = sum(each.state == "screened" for each in own.values())
    live = [each for each in state.findings if each.object in own and each.state in LIVE]
    deviations = [each for each in live if each.state != "nothing"]
    is_open = sum(each.is_open for each in deviations)
    ended = (each for each in deviations if not each.is_open)
    return UnitState(
        objects=len(own),
        screened=screened,
        deviations=len(deviations),
        open=is_open,
        corrected=sum(each.state == "accepted" for each in deviations),
        found=sum(span.has(each.found) for each in deviations),
        closed=sum(span.has(each.since) for each in ended),
        carried_out=_carried_out(len(own), screened, len(deviations), is_open),
    )


def _carried_out(objects: int, screened: int, deviations: int, is_open: int) -> CarriedOut:
    if not screened:
        return "not_checked"
    if is_open:
        return "deviating"
    if screened < objects:
        return "checking"
    return "corrected" if deviations else "carried_out"


def _in(found: Iterable[Finding], span: Span, *stages: str) -> Iterable[Finding]:
    return (each for each in found if each.state in stages and span.has(each.since))


def _count(found: Iterable[Finding]) -> int:
    return sum(1 for _ in found)


def _leads(found: Iterable[Finding]) -> tuple[StreamId, ...]:
    return tuple(dict.fromkeys(each.matter for each in found if each.matter is not None))


def _recovered(found: Iterable[Finding], span: Span) -> int:
    return sum(amount for each in found for day, amount in each.recovered if span.has(day))


def _done(state: Campaign, span: Span, responsibility: Responsibility) -> list[Measure]:
    """The measures of a span on objects that count."""
    kept = {each.key for each in state.counted}
    return [
        each
        for each in state.measures
        if is_done(each, responsibility) and span.has(each.since) and each.object in kept
    ]


def _responsibilities(state: Campaign, span: Span) -> dict[str, int]:
    """两个责任: what units and discipline bodies did, apart and together (mechanism 31)."""
    live = [each for each in state.findings if each.state in LIVE]
    of_units = _done(state, span, "principal")
    of_bodies = _done(state, span, "supervisory")
    units = {each.object for each in of_units}
    units |= {each.object for each in live if each.reported and span.has(each.reported)}
    bodies = {each.object for each in of_bodies}
    bodies |= {each.object for each in live if each.party in state.bodies and span.has(each.found)}
    return {
        "unit_measures": len(of_units),
        "body_measures": len(of_bodies),
        "by_unit": len(units - bodies),
        "by_body": len(bodies - units),
        "by_both": len(units & bodies),
    }


def _shares(state: Campaign, span: Span, ended: Ended) -> tuple[Share, ...]:
    """What each party did, units first; the organiser among those that screen, once it did something."""
    told_of = (each.unit for each in state.systems)
    units = dict.fromkeys((*state.units, *told_of, *_acted(state, "principal")))
    screeners = dict.fromkeys((*state.screeners, *_acted(state, "supervisory")))
    return (
        *(_share(state, unit, "unit", span, ended) for unit in units),
        *(_share(state, party, "screener", span, ended) for party in screeners),
    )


def _acted(state: Campaign, responsibility: Responsibility) -> list[PartyId]:
    """Who did something under a responsibility, whether or not they were told to."""
    acted = (each for each in state.measures if each.responsibility == responsibility)
    return [each.party for each in acted if each.party is not None]


def _share(state: Campaign, party: PartyId, part: Part, span: Span, ended: Ended) -> Share:
    live = [each for each in state.findings if each.state in LIVE]
    found: list[Finding] = []
    if part == "unit":
        responsibility: Responsibility | None = "principal"
        asked = [each for each in live if state.objects[each.object].line.unit == party]
    else:
        responsibility = "supervisory" if party in state.bodies else None
        asked = found = [each for each in live if each.party == party]
    leads = [each for each in _leads(_in(found, span, "lead")) if each not in ended.annulled]
    done = () if responsibility is None else _done(state, span, responsibility)
    own = [each for each in state.systems if part == "unit" and each.unit == party]
    return Share(
        party=party,
        part=part,
        responsibility=responsibility,
        measures=sum(each.party == party for each in done),
        findings=sum(span.has(each.found) for each in found),
        leads=len(leads),
        cases=sum(lead in ended.filed for lead in leads),
        corrections=_count(_in(asked, span, *CORRECTED)),
        corrected=_count(_in(asked, span, "accepted")),
        systems=sum(each.state == "adopted" and span.has(each.since) for each in own),
        recovered=_recovered(found, span),
    )
