"""What a scheme is made of: parties, rules, routes and the rest, as `domain.scheme` gives them."""

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final, Literal

from domain.calendar import ExtendedBy, Limit
from domain.ids import PartyId
from domain.model import Value
from domain.period_limits import PeriodLimit
from domain.periods import Cadence
from domain.submission import Seat

PartyKind = Literal[
    "superiorCommission",
    "commission",
    "peerCommission",
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

STATIONED: Final[tuple[PartyKind, ...]] = ("stationedGroup", "dispatchedBody")
"""派驻(派出)机构: the organ's bodies at units and in zones, a county's pooled groups among them."""

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

MeetingKind = Literal[
    "party_group",
    "topical",
    "quarterly_analysis",
    "lead_assessment",
    "joint_sweep",
    "joint_meeting",
    "secretary_hearing",
    "leader_scheduling",
    "assisting_leader_meeting",
]
"""与驻在单位党组会商 · 专题会商 · 派驻监督情况分析会 · 问题线索研判处置会 · 线索联合排查 · 联席会议 ·
书记听汇报 · 分管领导调度会 · 协管领导例会."""

ResponsibleLevel = Literal[
    "party_group", "principal_head", "other_leaders", "section_heads", "desk_officers"
]
"""Whose responsibility it is in a unit: 党委(党组) · 主要负责人 · 班子其他成员 · 科室负责人 · 具体经办人."""

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

    ``supervising_office`` oversees a group, ``stationed_group`` is stationed at a unit, ``entered_by``
    enters the acts of a party not on the system, ``supervision`` is which of the nine kinds a department is.
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
    each party of the kinds ``each``, then in a stream of family ``opens``, or in one of its own that
    events of other streams count in: ``counts_for`` is their field that says whose share it is, and
    ``counts_in`` the one that says of which period (else `domain.obligations.counting`). ``owner``,
    ``owed_to`` and ``EscalationRule.to`` are paths of `domain.obligations.paths`; ``due`` is a limit, the
    end of the running period (``end of quarter``), a limit from there (``end of quarter plus 5 days``),
    for a cadence one from its beginning (``start of year plus 1 month``), or such a path to a date;
    ``match`` ties an event to the obligation it ends (default: the same stream), and ``requires`` says
    which values that event must have besides. ``procedure`` is a path to a party: where that one has a
    `Procedure`, its time and basis take the place of the rule's: its ``feedback``, or what ``due`` names
    of it (``procedure.days``), and then without a procedure nothing is owed. A limit from the end of a
    period counts from that in which the event happened, or from the one that ``counts_from`` names
    (``event.period``, a code); any other limit may count from a day that it names. What is ``statutory``
    no city makes longer (`domain.scheme_changes`). ``longest`` is the whole time with all that
    ``extended_by`` gives; of a statutory rule that says nothing of it nobody gives any.
    """

    mechanism: str
    id: str
    title: Phrase
    basis: str
    owner: str
    owed_to: str
    due: Limit | PeriodLimit | str
    counts_from: str | None = None
    on: tuple[str, ...] = ()
    when: Mapping[str, str | int | bool] = field(default_factory=dict)
    every: Cadence | None = None
    each: tuple[PartyKind, ...] = ()
    opens: str | None = None
    counts_for: str | None = None
    counts_in: str | None = None
    fulfilled_by: tuple[str, ...] = ()
    withdrawn_by: tuple[str, ...] = ()
    stopped_by: tuple[str, ...] = ()
    resumed_by: tuple[str, ...] = ()
    restarted_by: tuple[str, ...] = ()
    match: tuple[str, ...] = ()
    requires: Mapping[str, str | int | bool] = field(default_factory=dict)
    escalate: tuple[EscalationRule, ...] = ()
    custody: bool = False
    statutory: bool = False
    extended_by: ExtendedBy = "approval"
    longest: Limit | None = None
    procedure: str | None = None
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
class ProcedureField:
    """One field that what a department supplies or shares must have, by a code of the scheme."""

    code: str
    title: Phrase


@dataclass(frozen=True, slots=True, kw_only=True)
class Procedure:
    """How one department works with the discipline bodies: its own procedure of the 21.

    ``receives`` within ``days`` of its finding what the department ``sends`` in this ``form``: a letter
    whose list names each of the ``papers``; ``feedback`` is the time for telling it the result;
    ``contact`` is the post to ask for, never a name. ``fields`` are the minimum of what it supplies when
    asked and of the findings it shares.
    """

    department: PartyId
    sends: Phrase
    form: Phrase
    receives: PartyId
    days: Limit
    feedback: Limit
    contact: Phrase
    basis: str
    papers: tuple[Phrase, ...] = ()
    fields: tuple[ProcedureField, ...] = ()

    def missing(self, titles: Iterable[str]) -> tuple[Phrase, ...]:
        """The papers that no line of a list names, in Chinese or in English."""
        lines = tuple(titles)
        return tuple(
            paper
            for paper in self.papers
            if not any(paper.zh in line or paper.en in line for line in lines)
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Area:
    """An area (片区): groups that work together under a lead group; each group stands in one area."""

    code: str
    title: Phrase
    groups: tuple[PartyId, ...]
    lead: PartyId
    basis: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TrainingBrand:
    """A brand of training (培训品牌), and which kinds of parties hold sessions of it."""

    code: str
    title: Phrase
    organisers: tuple[PartyKind, ...]
    basis: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ChainStep:
    """A step of the responsibility chain (八步强责): who owes it, within ``due`` of the step before it."""

    code: str
    title: Phrase
    levels: tuple[ResponsibleLevel, ...]
    due: Limit
    basis: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RouteRule:
    """An approval route as written: seats may name ``self`` or a relation of it as their party.

    ``self`` is the submitting party, ``self.supervising_office`` its supervising office. It holds
    for ``submitters`` of these kinds, for all where none is named.
    """

    code: str
    submitters: tuple[PartyKind, ...]
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

    Cadres of ``post_level`` are managed by ``managed_by``; leads about them belong to the parties of
    ``competent``, others verify them only ``by_approval``. All three name parties or kinds of them.
    """

    post_level: str
    title: Phrase
    managed_by: str
    competent: tuple[str, ...]
    by_approval: tuple[str, ...]
    basis: str
    begins: datetime.date | None = None
    ends: datetime.date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SignOffRule:
    """三级把关 as a scheme asks for it: of which kinds of parties, before what, by whose meeting.

    ``reviewers`` are the seats that review, the regular one first, then substitutes: one reviews only
    where the guards leave nobody in those before it. ``members`` are the roles whose holders sit in the
    group meeting, ``quorum`` the share of them that has to be there (2, 3 for «2/3»).
    """

    submitters: tuple[PartyKind, ...]
    title: Phrase
    matters: tuple[str, ...]
    reviewers: tuple[Seat, ...]
    members: tuple[str, ...]
    quorum: tuple[int, int]
    basis: str
    begins: datetime.date | None = None
    ends: datetime.date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ApprovalChain:
    """One row of the dated table of approval chains: who decides a sanction, after whom.

    It holds on a ``track`` for these ``sanctions`` of cadres of these ``post_levels`` whose organ is of
    these kinds (none named: of any). ``steps`` are pairs of a body – ``organ``, ``handling`` or the code
    of a party – and what it does; the last decides.
    """

    code: str
    title: Phrase
    track: str
    sanctions: tuple[str, ...]
    post_levels: tuple[str, ...]
    organs: tuple[PartyKind, ...]
    steps: tuple[tuple[str, str], ...]
    basis: str
    begins: datetime.date | None = None
    ends: datetime.date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MemberGroup:
    """Kinds of parties that sit in a meeting together as one kind of member."""

    title: Phrase
    kinds: tuple[PartyKind, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting:
    """A kind of meeting whose members the scheme fixes, such as the joint meeting (联席会议)."""

    kind: MeetingKind
    title: Phrase
    basis: str
    members: tuple[MemberGroup, ...]
