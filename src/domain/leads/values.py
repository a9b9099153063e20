"""The small values that lead commands and events share, with the codes of the field."""

import datetime
from dataclasses import dataclass
from typing import Annotated, Final, Literal

from annotated_types import Ge, Le, MinLen

from domain.ids import PartyId, PersonId
from domain.model import Code, Personal, PseudonymOf, Text, Value

Source = Literal[
    "report.letter",
    "report.visit",
    "report.phone",
    "report.web",
    "superior_assigned",
    "subordinate_submitted",
    "peer_transferred",
    "found_in_supervision",
    "found_in_investigation",
    "inspection",
    "audit",
    "judicial",
    "law_enforcement",
    "functional_department",
    "self_surrender",
    "data_rule",
]
"""The source channels (CCDI 2017; R 198-200, 202), and a data rule's hit confirmed by a person.

Of other commissions: 上级交办 · 下级报送 · 外地纪检监察机关移送. A lead has one source per level (§2 A7).
"""

Secrecy = Literal["internal", "secret", "highly_secret", "top_secret"]
"""内部 · 秘密 · 机密 · 绝密."""

Regime = Literal["party", "state", "both"]
"""Whose rules govern: Party discipline (RD), state supervision (R), or both."""

ReportForm = Literal["real_name", "signed_unverifiable", "anonymous"]
"""实名 · 署名但无法核实 (counts as anonymous) · 匿名 (R 209)."""

Matter = Literal["allocation", "reallocation", "disposal", "outcome"]
"""What a submission on a lead asks approval for."""

Closing = Literal["triage", "unfounded", "light_measure", "cleared"]
"""How a lead is closed: at first sight, unfounded, with a light measure (R 208, 231), cleared."""

LightMeasure = Literal["talk_reminder", "criticism", "self_examination", "admonition"]
"""谈话提醒 · 批评教育 · 责令检查 · 诫勉 (R 208, 231)."""

Milestone = Literal["received", "under_way", "closed"]
"""All that the sender of a hand-over learns while it is handled: the status, never the content."""

FeedbackResult = Literal["verified", "partly_verified", "unverified", "not_handled"]
"""查实 · 部分查实 · 查否 · 未予办理: what the sender is told at the end."""

News = Literal[
    "delivered",
    "acknowledged",
    "accepted",
    "returned",
    "registered",
    "received",
    "under_way",
    "closed",
    "fed_back",
    "confirmed",
    "recalled",
    "urged",
    "urging_answered",
]
"""What one end of a hand-over between jurisdictions tells the other: its steps, milestones among them, and
what either end urges (催办督办) and answers."""

ReminderKind = Literal["reminder", "oversight"]
"""催办 · 督办."""

Resolved = Literal["disposal", "report", "tabling", "nothing"]
"""What a meeting's resolution asks for: that way approved, the way in hand reported, to be tabled anew."""

RecusalGround = Literal["near_relative", "witness", "interest", "other"]
"""The grounds of recusal (SL 67; «near relative»: R 325)."""

InformedManner = Literal[
    "written_reply", "democratic_life_meeting", "told_unit", "cleared_in_public"
]
"""How a result is told: to the person, at the democratic-life meeting, to the unit, by clearing."""

CASE_FILED: Final = "case_filed"
"""立案: the decision to file a case. No way of disposal (R 204), yet a possible end."""

TRANSFERRED: Final = "transferred"
"""移送: hand over to the competent organisation (R 199, 201)."""

SHELVED: Final = "shelved"
CLOSED: Final = "closed"
APPROPRIATE_INQUIRY: Final = "appropriate_inquiry"
INTERVIEW: Final = "interview"
WRITTEN_INQUIRY: Final = "written_inquiry"
PRELIMINARY_VERIFICATION: Final = "preliminary_verification"


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing(Value):
    """What decides who is competent for a reported person (干部管理权限): nothing that names them.

    ``post_level`` is a row of the scheme's dated table, which says by whom such cadres are managed;
    ``unit`` is the person's unit where it is a party of the scheme.
    """

    post_level: Code
    unit: PartyId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject(Value):
    """被反映人: a reported person, with name and post sealed under the person's own key."""

    person: PersonId | None = None
    name: Personal
    pseudonym: Annotated[str | None, PseudonymOf("name")] = None
    post: Personal
    standing: Standing


@dataclass(frozen=True, slots=True, kw_only=True)
class SubjectReference(Value):
    """A reported person as a split-off part carries them on; name and post stay sealed elsewhere."""

    person: PersonId
    pseudonym: str | None = None
    standing: Standing


@dataclass(frozen=True, slots=True, kw_only=True)
class Reporter(Value):
    """检举控告人: strictly secret (R 299, RC 47), in a visibility class of its own."""

    person: PersonId | None = None
    name: Personal
    pseudonym: Annotated[str | None, PseudonymOf("name")] = None
    contact: Personal


@dataclass(frozen=True, slots=True, kw_only=True)
class Disposal(Value):
    """A way proposed for a lead, at the start (disposal) or as the result of a way (outcome).

    ``closing`` and ``measure`` go with ``closed``, ``review_on`` with ``shelved``, ``to_party``
    with ``transferred``, ``group`` (the members) with ``preliminary_verification``; ``four_forms``
    is the class 1–4 of the four forms, given with every outcome.
    """

    way: Code
    closing: Closing | None = None
    measure: LightMeasure | None = None
    review_on: datetime.date | None = None
    to_party: PartyId | None = None
    group: tuple[PersonId, ...] = ()
    four_forms: Annotated[int, Ge(1), Le(4)] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Material(Value):
    """One line of the list that goes with a hand-over: what, how many pages, whether sealed."""

    title: Text
    pages: Annotated[int, Ge(1)]
    sealed: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Part(Value):
    """The persons that leave a lead for a part of their own, and who holds that part."""

    persons: Annotated[tuple[PersonId, ...], MinLen(1)]
    reason: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class ReleasedSubject(Value):
    """A reported person as released to another jurisdiction.

    ``post_level`` is the row of that one's table, where it is another than in the lead: two cities
    each have a table of their own, and a city-managed cadre of the one is none of the other.
    """

    person: PersonId
    name: Personal
    post: Personal
    post_level: Code | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReferredSubject(Value):
    """A reported person as referred to another jurisdiction: sealed anew there, under its own id."""

    person: PersonId
    name: Personal
    post: Personal
    post_level: Code
