"""The coordination scheme: what a city writes down about who works with whom, as data.

A scheme sets parties, limits, routes, visibility, numbering – never states or actions, which are
code. `domain.scheme_text` reads it; this module says what it means.
"""

import datetime
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Literal, Self

from domain.calendar import Limit
from domain.ids import PartyId
from domain.model import Value
from domain.periods import Cadence
from domain.registry import Catalogue
from domain.submission import Level, Route, Seat

PartyKind = Literal[
    "commission",
    "countyCommission",
    "partyCommittee",
    "generalOffice",
    "caseSupervisionOffice",
    "petitionsOffice",
    "supervisionOffice",
    "investigationOffice",
    "adjudicationOffice",
    "organisationOffice",
    "inspectionOffice",
    "inspectionTeam",
    "stationedGroup",
    "dispatchedBody",
    "workCommittee",
    "hostUnit",
    "partyGroup",
    "unitDisciplineCommittee",
    "department",
    "other",
]
"""What a party is (glossary, DOMAIN.md §3). A department may at the same time be a host unit."""

SupervisionKind = Literal[
    "peoples_congress",
    "democratic",
    "administrative",
    "judicial",
    "audit",
    "finance_accounting",
    "statistics",
    "mass",
    "public_opinion",
]
"""The nine kinds of supervision with which the discipline bodies coordinate (R 24)."""

Regime = Literal["party", "state", "both"]
"""Whose rule it is: Party discipline (RD, RC …), the state's (SL, R …), or both."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase(Value):
    """One text in both languages."""

    zh: str
    en: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Party(Value):
    """A party of the scheme.

    ``supervising_office`` oversees a stationed group, ``stationed_group`` is stationed at a unit,
    ``entered_by`` enters the acts of a party that is not on the system, ``supervision`` is which of
    the nine kinds a department is.
    """

    code: PartyId
    kind: PartyKind
    zh: str
    en: str
    on_system: bool = True
    supervising_office: PartyId | None = None
    stationed_group: PartyId | None = None
    entered_by: PartyId | None = None
    supervision: SupervisionKind | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Basis:
    """What a scheme rests on: issuing organ, document number, date."""

    organ: Phrase
    document: str
    date: datetime.date


@dataclass(frozen=True, slots=True, kw_only=True)
class EscalationRule:
    """When nothing comes: after this much time past the due date, this party learns of it."""

    after: Limit
    to: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One kind of obligation within a mechanism.

    It arises ``on`` events (``lead.transferred``) for which ``when`` holds, or ``every`` period for
    each party of kind ``each``, then in a stream of family ``opens``. ``owner``, ``owed_to`` and
    ``EscalationRule.to`` are paths of `domain.obligations.paths`; ``due`` is a limit, or such a path
    to a date; ``match`` ties an event to the obligation it ends (default: the same stream).
    """

    mechanism: str
    id: str
    title: Phrase
    basis: str
    owner: str
    owed_to: str
    due: Limit | str
    on: tuple[str, ...] = ()
    when: Mapping[str, str | int | bool]
    every: Cadence | None = None
    each: PartyKind | None = None
    opens: str | None = None
    fulfilled_by: tuple[str, ...] = ()
    withdrawn_by: tuple[str, ...] = ()
    stopped_by: tuple[str, ...] = ()
    resumed_by: tuple[str, ...] = ()
    restarted_by: tuple[str, ...] = ()
    match: tuple[str, ...] = ()
    escalate: tuple[EscalationRule, ...] = ()
    custody: bool = False
    begins: datetime.date | None = None
    ends: datetime.date | None = None

    @property
    def key(self) -> str:
        """The rule within its scheme: ``lead-closed-loop.receipt``."""
        return f"{self.mechanism}.{self.id}"

    @property
    def ending(self) -> frozenset[str]:
        """Every event that may change an obligation of this rule."""
        return frozenset(
            (
                *self.on,
                *self.fulfilled_by,
                *self.withdrawn_by,
                *self.stopped_by,
                *self.resumed_by,
                *self.restarted_by,
            )
        )

    def in_force(self, on: datetime.date) -> bool:
        """Whether the rule is in force on a day: what happened is judged by the rules of its day."""
        return (self.begins is None or self.begins <= on) and (self.ends is None or on <= self.ends)


@dataclass(frozen=True, slots=True, kw_only=True)
class Mechanism:
    """A mechanism of the scheme: what it is called, what it rests on, what is owed under it."""

    id: str
    title: Phrase
    basis: str
    rules: tuple[Rule, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Procedure:
    """How one department works with the discipline bodies: its own procedure of the 21.

    ``receives`` within ``days`` what the department ``sends`` in this ``form``; ``feedback`` is the
    time for telling it the result; ``contact`` is the post to ask for, never a name.
    """

    department: PartyId
    sends: Phrase
    form: Phrase
    receives: PartyId
    days: Limit
    feedback: Limit
    contact: Phrase
    basis: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RouteRule:
    """An approval route as written: seats may name ``self`` or a relation of it as their party.

    ``self`` is the submitting party, ``self.supervising_office`` its supervising office.
    """

    code: str
    title: Phrase
    basis: str
    levels: tuple[tuple[Seat, ...], ...]
    cosigners: tuple[Seat, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class VisibilityClass:
    """Which roles of a concerned party may read a class of content, and which the status only."""

    content: frozenset[str]
    status: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Numbering:
    """How an organ numbers one kind of thing: ``临纪线〔{year}〕{serial}号``."""

    organ: PartyId
    kind: str
    format: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DisposalWay:
    """One way of disposing of a lead, under one regime, within its effective dates."""

    code: str
    title: Phrase
    regime: Regime
    basis: str
    begins: datetime.date | None = None
    ends: datetime.date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Authority:
    """One row of the table of cadre management authority (干部管理权限), dated.

    Cadres of ``post_level`` are managed by ``managed_by``; leads about them belong to the parties
    of these kinds or codes in ``competent``. Others may verify them only ``by_approval``.
    """

    post_level: str
    title: Phrase
    managed_by: PartyId
    competent: tuple[str, ...]
    by_approval: tuple[str, ...]
    basis: str
    begins: datetime.date | None = None
    ends: datetime.date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Template:
    """A document template by name: which file prints which kind of document."""

    code: str
    title: Phrase
    file: str


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
    routes: Mapping[str, RouteRule]
    visibility: Mapping[str, VisibilityClass]
    numberings: tuple[Numbering, ...]
    ways: tuple[DisposalWay, ...]
    authorities: tuple[Authority, ...]
    templates: Mapping[str, Template]

    @classmethod
    def parse(cls, text: str, catalogue: Catalogue | None = None) -> Self:
        """Read a scheme from TOML; `SchemeError` lists every fault with place and fix.

        With a ``catalogue`` the events and paths that it names are checked too: so it is adopted.
        Without, as when the log is replayed, a name that this version does not know is no fault.
        """
        raise NotImplementedError

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
    def periodic(self) -> tuple[Rule, ...]:
        """The rules of a cadence."""
        return tuple(rule for rule in self.rules.values() if rule.every is not None)

    def of_kind(self, kind: str) -> tuple[Party, ...]:
        """The parties of a kind, in the order of the scheme."""
        return tuple(party for party in self.parties.values() if party.kind == kind)

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
        """The approval route of that name for a submitting party, or None if there is none."""
        rule = self.routes.get(name)
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
