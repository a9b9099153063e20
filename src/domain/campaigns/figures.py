"""What a campaign came to: counted from its state, never written (DOMAIN.md §5 mechanisms 12, 26, 31)."""

import datetime
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Final

from domain.campaigns.state import LIVE, Campaign, Finding
from domain.campaigns.values import Figures
from domain.ids import StreamId

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


def leads_of(state: Campaign, span: Span) -> tuple[StreamId, ...]:
    """The different leads that findings became within a span."""
    found = (each.matter for each in _in(state, span, "lead") if each.matter is not None)
    return tuple(dict.fromkeys(found))


def counted(
    state: Campaign,
    span: Span,
    *,
    annulled: Collection[StreamId] = (),
    filed: Collection[StreamId] = (),
) -> Figures:
    """The figures of a span; ``annulled`` and ``filed`` are leads that ended so.

    The list itself is counted whole; screened, found, settled, done and recovered by their days. A
    finding that was settled in the span is counted under what came of it, whenever it was found.
    """
    objects = state.counted
    screened = [each for each in objects if each.state == "screened" and span.has(each.since)]
    leads = [lead for lead in leads_of(state, span) if lead not in annulled]
    live = [each for each in state.findings if each.state in LIVE]
    return Figures(
        objects=len(objects),
        screened=len(screened),
        unscreened=sum(each.is_open for each in objects),
        amount=sum(each.line.amount or 0 for each in screened),
        findings=sum(span.has(each.found) for each in live),
        unsettled=sum(each.is_open for each in live),
        leads=len(leads),
        cases=sum(lead in filed for lead in leads),
        rectifications=_count(_in(state, span, "rectification")),
        data_rules=_count(_in(state, span, "data_rule")),
        corrections=_count(_in(state, span, *CORRECTED)),
        corrected=_count(_in(state, span, "accepted")),
        systems=sum(span.has(day) for day in state.systems),
        recovered=sum(amount for each in live for day, amount in each.recovered if span.has(day)),
        **_responsibilities(state, span),
    )


def _in(state: Campaign, span: Span, *stages: str) -> Iterable[Finding]:
    return (each for each in state.findings if each.state in stages and span.has(each.since))


def _count(found: Iterable[Finding]) -> int:
    return sum(1 for _ in found)


def _responsibilities(state: Campaign, span: Span) -> dict[str, int]:
    """两个责任: what units and discipline bodies did, apart and together (mechanism 31)."""
    kept = {each.key for each in state.counted}
    done = [each for each in state.measures if span.has(each.day) and each.object in kept]
    units = {each.object for each in done if each.responsibility == "principal"}
    bodies = {each.object for each in done if each.responsibility == "supervisory"}
    return {
        "unit_measures": sum(each.responsibility == "principal" for each in done),
        "body_measures": sum(each.responsibility == "supervisory" for each in done),
        "by_unit": len(units - bodies),
        "by_body": len(bodies - units),
        "by_both": len(units & bodies),
    }
