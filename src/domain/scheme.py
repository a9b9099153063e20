"""The coordination scheme: what a city writes down about who works with whom, as data.

A scheme sets parties, limits, routes, visibility, numbering – never states or actions, which are
code. `domain.scheme_parts` says what it is made of, `domain.scheme_text` reads it.
"""

import datetime
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Literal

from domain.calendar import Limit
from domain.ids import JurisdictionCode, PartyId
from domain.registry import Catalogue
from domain.scheme_assessments import AssessmentGrade, Indicator
from domain.scheme_channels import Channel
from domain.scheme_parts import (
    ApprovalChain,
    Area,
    Authority,
    Basis,
    ChainStep,
    DisposalWay,
    Mechanism,
    Meeting,
    Numbering,
    Party,
    PartyKind,
    Phrase,
    Procedure,
    Regime,
    RouteRule,
    Rule,
    SignOffRule,
    TrainingBrand,
    VisibilityClass,
)
from domain.scheme_procedures import System
from domain.scheme_reports import ReportForm
from domain.scheme_scoring import Scoring
from domain.scheme_text import SchemeError, read_scheme
from domain.submission import Level, Route, Seat


def _in_force(begins: datetime.date | None, ends: datetime.date | None, on: datetime.date) -> bool:
    return (begins is None or begins <= on) and (ends is None or on <= ends)


@dataclass(frozen=True, kw_only=True)
class Scheme:
    """A whole scheme. Two schemes of the same text are equal and decide alike."""

    id: str
    title: Phrase
    basis: Basis
    late_entry: Limit
    parties: Mapping[PartyId, Party]
    roles: Mapping[str, Phrase]
    mechanisms: tuple[Mechanism, ...]
    procedures: Mapping[PartyId, Procedure]
    areas: tuple[Area, ...]
    channels: Mapping[JurisdictionCode, Channel]
    systems: tuple[System, ...]
    training_brands: tuple[TrainingBrand, ...]
    meetings: tuple[Meeting, ...]
    report_forms: tuple[ReportForm, ...]
    chain_steps: tuple[ChainStep, ...]
    scoring: Scoring | None
    routes: tuple[RouteRule, ...]
    visibility: Mapping[str, VisibilityClass]
    numberings: tuple[Numbering, ...]
    ways: tuple[DisposalWay, ...]
    authorities: tuple[Authority, ...]
    sign_offs: tuple[SignOffRule, ...]
    approval_chains: tuple[ApprovalChain, ...]
    indicators: tuple[Indicator, ...]
    assessment_grades: tuple[AssessmentGrade, ...]

    @staticmethod
    def parse(text: str, catalogue: Catalogue | None = None) -> "Scheme":
        """Read a scheme from TOML; `SchemeError` lists every fault with place and fix.

        With a ``catalogue`` the events and paths that it names are checked too: so it is adopted.
        Without, as when the log is replayed, a name that this version does not know is no fault.
        """
        return _parsed(text, catalogue)

    @cached_property
    def rules(self) -> Mapping[str, Rule]:
        """Every rule by ``mechanism.id``."""
        return {rule.key: rule for mechanism in self.mechanisms for rule in mechanism.rules}

    @cached_property
    def rules_on(self) -> Mapping[str, tuple[Rule, ...]]:
        """The rules under which an event makes something owed, by its name ``lead.transferred``."""
        return _grouped((name, rule) for rule in self.rules.values() for name in rule.on)

    @cached_property
    def reaching(self) -> Mapping[str, frozenset[str]]:
        """The match fields by which an event may end obligations of another stream, by its name."""
        fields: defaultdict[str, set[str]] = defaultdict(set)
        for rule in self.rules.values():
            for name in rule.ending:
                fields[name].update(path.removeprefix("event.") for path in rule.match)
        return {name: frozenset(found) for name, found in fields.items() if found}

    @cached_property
    def counting(self) -> Mapping[str, tuple[Rule, ...]]:
        """The rules of a cadence for which an event counts in whatever stream, by its name."""
        counted = (rule for rule in self.periodic if rule.counts_for is not None)
        return _grouped((name, rule) for rule in counted for name in rule.fulfilled_by)

    @cached_property
    def periodic(self) -> tuple[Rule, ...]:
        """The rules of a cadence."""
        return tuple(rule for rule in self.rules.values() if rule.every is not None)

    def of_kind(self, kind: str) -> tuple[Party, ...]:
        """The parties of a kind, in the order of the scheme."""
        return tuple(party for party in self.parties.values() if party.kind == kind)

    def area(self, code: str) -> Area | None:
        """The area (片区) of that code."""
        return next((area for area in self.areas if area.code == code), None)

    def area_of(self, group: PartyId) -> Area | None:
        """The area (片区) that a group stands in; None where it stands in none."""
        return next((area for area in self.areas if group in area.groups), None)

    def channel_to(self, party: PartyId) -> Channel | None:
        """The channel to the jurisdiction that a party is here, if it is one."""
        return next((each for each in self.channels.values() if each.party == party), None)

    def minimum(self, supplier: PartyId, other: PartyId) -> tuple[str, ...]:
        """The fields that what one party supplies to or shares with another must have, each once.

        Those of its procedure, and those of each system that both are of.
        """
        procedure = self.procedures.get(supplier)
        parts = [] if procedure is None else [procedure.fields]
        parts += [each.fields for each in self.systems if {supplier, other} <= each.parties]
        return tuple(dict.fromkeys(field.code for part in parts for field in part))

    def training_brand(self, code: str) -> TrainingBrand | None:
        """The brand of training of that code."""
        return next((brand for brand in self.training_brands if brand.code == code), None)

    def meeting(self, kind: str) -> Meeting | None:
        """The meeting of that kind, where the scheme fixes its members."""
        return next((meeting for meeting in self.meetings if meeting.kind == kind), None)

    def report_form(self, kind: str, reporter: PartyKind) -> ReportForm | None:
        """The figures that a kind of report has, where the scheme says so."""
        forms = (each for each in self.report_forms if each.kind == kind)
        return next((each for each in forms if reporter in each.reporters), None)

    def disposal_ways(self, regime: Regime, on: datetime.date) -> Mapping[str, DisposalWay]:
        """The ways of disposal of a regime on a day: six under R 204-205 since 2025-06-01.

        ``both`` gives what either regime has.
        """
        return {
            way.code: way
            for way in self.ways
            if (regime in (way.regime, "both") or way.regime == "both")
            and _in_force(way.begins, way.ends, on)
        }

    def route(self, name: str, *, submitter: Party) -> Route | None:
        """The approval route of that name for a submitting party, or None if there is none.

        Of several the first that is for parties of its kind, or for all.
        """
        rule = next(
            (
                route
                for route in self.routes
                if route.code == name
                and (not route.submitters or submitter.kind in route.submitters)
            ),
            None,
        )
        if rule is None:
            return None
        levels = [
            tuple(seat for seat in (_seated(s, submitter) for s in seats) if seat is not None)
            for seats in rule.levels
        ]
        cosigners = (_seated(seat, submitter) for seat in rule.cosigners)
        return Route(
            code=name,
            levels=tuple(Level(seats=seats) for seats in levels if seats),
            cosigners=tuple(seat for seat in cosigners if seat is not None),
        )

    def numbering(self, organ: PartyId, kind: str) -> Numbering | None:
        """How ``organ`` numbers things of a kind."""
        return self._numbering.get((organ, kind))

    @cached_property
    def _numbering(self) -> Mapping[tuple[PartyId, str], Numbering]:
        return {(numbering.organ, numbering.kind): numbering for numbering in self.numberings}

    def authority_for(self, post_level: str, on: datetime.date) -> Authority | None:
        """The row of the cadre management table for a post level on a day."""
        return next(
            (
                row
                for row in self.authorities
                if row.post_level == post_level and _in_force(row.begins, row.ends, on)
            ),
            None,
        )

    def rank(self, post_level: str) -> int:
        """How high a post level stands, 0 the highest: the table of authority lists them so."""
        levels = list(dict.fromkeys(row.post_level for row in self.authorities))
        return levels.index(post_level) if post_level in levels else len(levels)

    def sign_off(self, kind: PartyKind, on: datetime.date) -> SignOffRule | None:
        """The three-level sign-off asked of a kind of party on a day, or None if none is asked."""
        return next(
            (
                rule
                for rule in self.sign_offs
                if (not rule.submitters or kind in rule.submitters)
                and _in_force(rule.begins, rule.ends, on)
            ),
            None,
        )

    def reviewers(self, rule: SignOffRule, *, submitter: Party) -> tuple[Seat, ...]:
        """Who reviews for a party: the regular seat, then the substitutes, as far as it has them."""
        seats = (_seated(seat, submitter) for seat in rule.reviewers)
        return tuple(seat for seat in seats if seat is not None)

    def approval_chain(
        self, track: str, sanction: str, *, post_level: str, organ: PartyKind, on: datetime.date
    ) -> ApprovalChain | None:
        """The chain of a sanction by post level and kind of organ on a day (PS 6, PGR 4)."""
        return next(
            (
                row
                for row in self.approval_chains
                if row.track == track
                and sanction in row.sanctions
                and post_level in row.post_levels
                and (not row.organs or organ in row.organs)
                and _in_force(row.begins, row.ends, on)
            ),
            None,
        )

    def readers(self, visibility: str, level: Literal["content", "status"]) -> frozenset[str]:
        """The roles that may read a class; ``obligation:<id>`` is of class ``obligation``."""
        found = self.visibility.get(visibility.partition(":")[0])
        if found is None:
            return frozenset()
        return found.content if level == "content" else found.content | found.status


def _grouped(pairs: Iterable[tuple[str, Rule]]) -> Mapping[str, tuple[Rule, ...]]:
    groups: defaultdict[str, list[Rule]] = defaultdict(list)
    for name, rule in pairs:
        groups[name].append(rule)
    return {name: tuple(rules) for name, rules in groups.items()}


def _seated(seat: Seat, submitter: Party) -> Seat | None:
    """Put the party in place of ``self`` or its supervising office; None if it has none."""
    match str(seat.party):
        case "self":
            return Seat(party=submitter.code, role=seat.role)
        case "self.supervising_office":
            party = submitter.supervising_office
        case _:
            return seat
    return None if party is None else Seat(party=party, role=seat.role)


@lru_cache(maxsize=32)
def _parsed(text: str, catalogue: Catalogue | None) -> Scheme:
    """One scheme for one text: jurisdictions of the same scheme share it."""
    return Scheme(**read_scheme(text, catalogue))


__all__ = [
    "Area",
    "Authority",
    "DisposalWay",
    "Meeting",
    "Numbering",
    "Party",
    "PartyKind",
    "Phrase",
    "Procedure",
    "Regime",
    "Rule",
    "Scheme",
    "SchemeError",
    "VisibilityClass",
]
