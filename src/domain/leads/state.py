"""What a lead's events have made of it: the state that decisions look at."""

import datetime
from dataclasses import dataclass, field, replace
from typing import Final, Literal

from domain.between import Abroad
from domain.ids import PartyId, PersonId, StreamId
from domain.leads.values import (
    Closing,
    Disposal,
    Matter,
    Milestone,
    Regime,
    ReportForm,
    Resolved,
    Secrecy,
    Source,
    SubjectReference,
)
from domain.model import Number
from domain.submission import Route, Seat, Submission

Stage = Literal[
    "new",
    "received",
    "registered",
    "allocated",
    "acknowledged",
    "handling",
    "shelved",
    "referred",
    "closed",
    "case_filed",
    "merged",
    "annulled",
]
"""Where a lead stands (DOMAIN.md §4). «shelved» can be reopened, «referred» is with another jurisdiction; the
last four are ends."""

STAGES: Final[dict[Stage, tuple[str, str]]] = {
    "new": ("未受理", "not received"),
    "received": ("已受理", "received"),
    "registered": ("已登记", "registered"),
    "allocated": ("已分办", "allocated"),
    "acknowledged": ("已签收", "acknowledged"),
    "handling": ("处置中", "being handled"),
    "shelved": ("暂存待查", "shelved"),
    "referred": ("已由其他辖区办理", "handled by another jurisdiction"),
    "closed": ("已了结", "closed"),
    "case_filed": ("已立案", "case filed"),
    "merged": ("已并案", "merged"),
    "annulled": ("已作废", "annulled"),
}
"""The stages in Chinese and English."""

ENDS: Final[tuple[Stage, ...]] = ("closed", "case_filed", "merged", "annulled")
"""A lead ends at most once."""

HandOverStatus = Literal[
    "sent", "acknowledged", "accepted", "returned", "fed_back", "confirmed", "recalled"
]
"""The course of one hand-over (DOMAIN.md §4, «Transfer between organisations»)."""

HAND_OVER_STAGES: Final[dict[HandOverStatus, tuple[str, str]]] = {
    "sent": ("已移送", "sent"),
    "acknowledged": ("已签收", "acknowledged"),
    "accepted": ("已接受", "accepted"),
    "returned": ("已退回", "returned"),
    "fed_back": ("已反馈", "fed back"),
    "confirmed": ("已确认反馈", "confirmed"),
    "recalled": ("已撤回", "recalled"),
}
"""The stages of a hand-over in Chinese and English."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HandOver:
    """One hand-over between organisations. ``serial`` counts them from 1; ``missing`` papers are demanded."""

    serial: int
    from_party: PartyId
    to_party: PartyId
    feedback_expected: bool
    status: HandOverStatus = "sent"
    missing: tuple[str, ...] = ()
    milestone: Milestone | None = None
    abroad: Abroad | None = None

    @property
    def unanswered(self) -> bool:
        """Whether the addressee has neither accepted nor returned it."""
        return self.status in ("sent", "acknowledged")

    @property
    def running(self) -> bool:
        """Whether the sender still waits for how it ends."""
        return self.status == "accepted"


@dataclass(frozen=True, slots=True, kw_only=True)
class Pending:
    """What a submission under way asks for: who is to handle, or how to dispose."""

    matter: Matter
    party: PartyId | None = None
    handlers: tuple[PersonId, ...] = ()
    keeper: PersonId | None = None
    disposal: Disposal | None = None
    rule_set: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OwedSignature:
    """An opinion given by word of mouth, still to be signed, whatever became of the submission."""

    matter: Matter
    submitted_by: PartyId
    level: int
    signer: PersonId
    party: PartyId


@dataclass(frozen=True, slots=True, kw_only=True)
class Course:
    """How far the way in hand has come: who was interviewed, asked in writing, what was reported."""

    started: bool = False
    group: tuple[PersonId, ...] = ()
    reported: bool = False
    entrusted: tuple[tuple[PersonId, PartyId], ...] = ()
    interviewed: tuple[PersonId, ...] = ()
    statements_asked: tuple[PersonId, ...] = ()
    inquired: tuple[PersonId, ...] = ()
    unit_heads: tuple[PersonId, ...] = ()
    delivered: tuple[PersonId, ...] = ()
    replied: tuple[PersonId, ...] = ()

    def entrusted_unit(self, person: PersonId) -> PartyId | None:
        """The unit whose head holds the interview with a person, if it was entrusted."""
        return dict(self.entrusted).get(person)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reminder:
    """A reminder that waits for its answer.

    ``transfer`` is the hand-over between whose ends it is, in two jurisdictions; ``there`` its number at the
    end that wrote it.
    """

    serial: int
    from_party: PartyId
    to_party: PartyId
    answered: bool = False
    transfer: int | None = None
    there: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolution:
    """What a lead assessment meeting resolved: the way, and what ``owner`` owes ``convener`` by a day."""

    meeting: StreamId
    convener: PartyId
    way: str
    asks: Resolved
    owner: PartyId
    due: datetime.date


@dataclass(frozen=True, slots=True, kw_only=True)
class Confidence:
    """The reporter's identity: who reported, who keeps it, who else may know by approval."""

    report: ReportForm
    reporter: PersonId | None
    kept_by: PartyId
    granted_to: tuple[PartyId, ...] = ()
    notified: tuple[str, ...] = ()

    @property
    def real_name(self) -> bool:
        """Whether the reporter must be told (R 209)."""
        return self.report == "real_name"


@dataclass(frozen=True, slots=True, kw_only=True)
class Lead:
    """A lead as its events have made it. ``persons_left`` went with a part split off from it.

    ``holder`` manages it at its level, ``addressee`` has the papers while a hand-over is answered,
    ``awaited`` are the signatures last said to be awaited, by number of the level; ``route`` is the
    route of the disposal in force: its outcome climbs the same one (R 207). ``signers`` ever gave an
    opinion on it. ``case`` is what it became. ``tabled`` is the meeting that has it on its agenda,
    ``resolution`` what one resolved and is not carried out, ``deferred`` that which the tabling met.
    """

    stage: Stage = "new"
    holder: PartyId | None = None
    addressee: PartyId | None = None
    handling_party: PartyId | None = None
    handlers: tuple[PersonId, ...] = ()
    keeper: PersonId | None = None
    source: Source = "found_in_supervision"
    regime: Regime = "both"
    secrecy: Secrecy = "internal"
    subjects: tuple[SubjectReference, ...] = ()
    persons_left: tuple[PersonId, ...] = ()
    numbers: tuple[Number, ...] = ()
    confidence: Confidence | None = None
    duplicate: Literal["suspected", "confirmed", "dismissed"] | None = None
    duplicate_of: StreamId | None = None
    origin: StreamId | None = None
    absorbed: tuple[StreamId, ...] = ()
    parts: tuple[StreamId, ...] = ()
    linked: tuple[StreamId, ...] = ()
    submission: Submission | None = None
    pending: Pending | None = None
    awaited: tuple[tuple[int, Seat], ...] = ()
    owed_signatures: tuple[OwedSignature, ...] = ()
    signers: tuple[PersonId, ...] = ()
    approvers: tuple[PartyId, ...] = ()
    route: Route | None = None
    disposal: Disposal | None = None
    course: Course = field(default_factory=Course)
    closing: Closing | None = None
    case: StreamId | None = None
    informed: tuple[PersonId, ...] = ()
    transfers: tuple[HandOver, ...] = ()
    reminders: tuple[Reminder, ...] = ()
    tabled: StreamId | None = None
    resolution: Resolution | None = None
    deferred: Resolution | None = None
    recusals_asked: tuple[PersonId, ...] = ()
    recused: tuple[PersonId, ...] = ()
    recusal_deciders: tuple[PartyId, ...] = ()
    known_by: tuple[PersonId, ...] = ()
    received: datetime.date | None = None

    @property
    def ended(self) -> bool:
        """Whether it came to an end: no other end is possible."""
        return self.stage in ENDS

    @property
    def verifiers(self) -> tuple[PersonId, ...]:
        """The group of the verification in hand, approved or begun, until it is reported (R 207)."""
        disposal, course = self.disposal, self.course
        if self.stage != "handling" or disposal is None or course.reported:
            return ()
        return course.group or disposal.group

    @property
    def concluded(self) -> bool:
        """Whether there is a result to feed back: it ended or is shelved, or one came from elsewhere."""
        elsewhere = any(
            leg.abroad is not None and leg.abroad.outgoing
            for leg in self.transfers
            if leg.status in ("fed_back", "confirmed")
        )
        return self.ended or self.stage == "shelved" or (self.stage == "referred" and elsewhere)

    @property
    def persons(self) -> tuple[PersonId, ...]:
        """The reported persons."""
        return tuple(subject.person for subject in self.subjects)

    @property
    def named(self) -> tuple[PersonId, ...]:
        """Whom it is or ever was about, and who reported it."""
        reporter = None if self.confidence is None else self.confidence.reporter
        about = (*self.persons, *self.persons_left)
        return about if reporter is None else (*about, reporter)

    @property
    def sources(self) -> tuple[StreamId, ...]:
        """The leads that it came from: its origin, and those that were merged into it."""
        return self.absorbed if self.origin is None else (self.origin, *self.absorbed)

    @property
    def climbing(self) -> Submission | None:
        """The submission under way, if any."""
        submission = self.submission
        return submission if submission is not None and submission.status == "climbing" else None

    @property
    def in_transit(self) -> HandOver | None:
        """The hand-over that waits for its addressee's answer, if any."""
        return next((leg for leg in self.transfers if leg.unanswered), None)

    @property
    def senders(self) -> tuple[PartyId, ...]:
        """Who handed it over and follows its status until the feedback is confirmed."""
        return tuple(
            leg.from_party
            for leg in self.transfers
            if leg.status in ("sent", "acknowledged", "accepted", "fed_back")
        )

    def transfer(self, serial: int) -> HandOver | None:
        """The hand-over of that serial."""
        return self.transfers[serial - 1] if 0 < serial <= len(self.transfers) else None

    def with_answer_to(self, serial: int) -> "Lead":
        """The lead after a reminder was answered."""
        reminders = tuple(
            replace(item, answered=True) if item.serial == serial else item
            for item in self.reminders
        )
        return replace(self, reminders=reminders)

    def with_transfer(self, leg: HandOver) -> "Lead":
        """The lead with one hand-over added or changed."""
        legs = (*self.transfers[: leg.serial - 1], leg, *self.transfers[leg.serial :])
        return replace(self, transfers=legs)


NEW: Final = Lead()
"""A lead of which nothing is known yet."""
