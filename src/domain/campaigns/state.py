"""Where a campaign stands, folded from its events.

planned → listed → closed → looked_back; any → annulled. Its objects are worked off one by one
(`domain.worklist`): listed → assigned → screened, or struck. So are its findings: open → lead |
rectification | data_rule | nothing, or by correction on the spot: asked → answered → returned →
answered → accepted (the stages of `domain.asking`).
"""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import ClassVar, Final, Literal

from domain.campaigns import events, quarter_events
from domain.campaigns.values import Kind, ObjectLine
from domain.ids import NOBODY, PartyId, StreamId
from domain.model import Event
from domain.responsibility import Responsibility
from domain.worklist import Entry, Worklist

Stage = Literal["new", "planned", "listed", "closed", "looked_back", "annulled"]
ObjectStage = Literal["listed", "assigned", "screened", "struck"]
FindingStage = Literal[
    "open",
    "lead",
    "rectification",
    "data_rule",
    "nothing",
    "asked",
    "answered",
    "returned",
    "accepted",
    "annulled",
]


STAGE_NAMES: Final[dict[Stage, tuple[str, str]]] = {
    "new": ("尚未部署", "not planned yet"),
    "planned": ("已部署,清单未确定", "planned, its list not fixed"),
    "listed": ("清单已确定", "the list is fixed"),
    "closed": ("已结束", "closed"),
    "looked_back": ("已回头看", "looked back upon"),
    "annulled": ("已作废", "annulled"),
}
"""Each stage in Chinese and English, for refusals."""

OBJECT_NAMES: Final[dict[str, tuple[str, str]]] = {
    "listed": ("未分派", "not assigned"),
    "assigned": ("待筛查", "to be screened"),
    "screened": ("已筛查", "screened"),
    "struck": ("已剔除", "struck off"),
}
"""How far an object is, in Chinese and English, for refusals."""

FINDING_NAMES: Final[dict[str, tuple[str, str]]] = {
    "open": ("待处理", "not settled"),
    "lead": ("已转问题线索", "became a lead"),
    "rectification": ("已转整改事项", "became a rectification item"),
    "data_rule": ("已转数据规则", "became a data rule"),
    "nothing": ("无需处理", "nothing to be done"),
    "asked": ("待整改", "to be put right"),
    "answered": ("已报告整改", "reported as put right"),
    "returned": ("整改已退回", "the correction was returned"),
    "accepted": ("已核实整改", "verified as put right"),
    "annulled": ("已作废", "annulled"),
}
"""How far a finding is, in Chinese and English, for refusals."""

RECORD_NAMES: Final[dict[str, tuple[str, str]]] = {
    "recorded": ("已登记", "recorded"),
    "adopted": ("已登记", "recorded"),
    "annulled": ("已作废", "annulled"),
}
"""How a measure or a new rule stands, in Chinese and English, for refusals."""

LIVE: Final = tuple(stage for stage in FINDING_NAMES if stage != "annulled")
"""The stages of a finding that counts."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CampaignObject(Entry):
    """An object of the list; ``party`` screens it, under an assignment."""

    ENDS: ClassVar = frozenset({"screened", "struck"})

    line: ObjectLine
    assignment: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding(Entry):
    """A finding on an object; ``party`` screened it. ``recovered`` is money that came back, in fen."""

    ENDS: ClassVar = frozenset(
        {"lead", "rectification", "data_rule", "nothing", "accepted", "annulled"}
    )

    object: int
    found: datetime.date
    reported: datetime.date | None = None
    """When the unit first said that it put it right."""
    matter: StreamId | None = None
    recovered: tuple[tuple[datetime.date, int], ...] = ()
    """Each sum with its day."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure(Entry):
    """Something that ``party`` did on an object, under whose responsibility: recorded, or annulled."""

    object: int
    responsibility: Responsibility


@dataclass(frozen=True, slots=True, kw_only=True)
class System(Entry):
    """A new rule of a unit, of which ``party`` told: adopted, or annulled."""

    unit: PartyId


@dataclass(frozen=True, slots=True, kw_only=True)
class Duty:
    """What is a unit's own to do on an object, by a day: kept by a measure ``after`` those before it."""

    object: int
    unit: PartyId
    task: str
    due: datetime.date
    after: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Campaign:
    """One campaign. ``over`` are the assignments that were completed or withdrawn.

    ``screeners`` are all that ever had objects, ``bodies`` the discipline bodies among them and the
    organiser; ``units`` were told what is theirs to do, or to put right.
    """

    stage: Stage = "new"
    kind: Kind = "special_supervision"
    organiser: PartyId = NOBODY
    begins: datetime.date = datetime.date.min
    ends: datetime.date = datetime.date.max
    consulted: bool = False
    objects: Worklist[CampaignObject] = field(default_factory=Worklist)
    findings: Worklist[Finding] = field(default_factory=Worklist)
    assignments: int = 0
    over: frozenset[int] = frozenset()
    screeners: tuple[PartyId, ...] = ()
    bodies: tuple[PartyId, ...] = ()
    units: tuple[PartyId, ...] = ()
    duties: tuple[Duty, ...] = ()
    measures: Worklist[Measure] = field(default_factory=Worklist)
    systems: Worklist[System] = field(default_factory=Worklist)
    periods: tuple[str, ...] = ()
    asked: str = ""
    """The quarter whose report is owed; none before the list is fixed."""

    @property
    def counted(self) -> tuple[CampaignObject, ...]:
        """The objects that were not struck."""
        return tuple(entry for entry in self.objects if entry.state != "struck")

    @property
    def undone(self) -> tuple[Duty, ...]:
        """The duties of units that did nothing on their objects since they were told."""
        done = [each for each in self.measures if is_done(each, "principal")]
        return tuple(
            duty
            for duty in self.duties
            if not any(each.object == duty.object and each.key > duty.after for each in done)
        )

    def screeners_of(self, unit: PartyId) -> tuple[PartyId, ...]:
        """Who screens a unit's objects."""
        return _once(entry.party for entry in self.objects if entry.line.unit == unit)

    def left(self, assignment: int) -> tuple[CampaignObject, ...]:
        """The objects under an assignment."""
        return tuple(entry for entry in self.objects if entry.assignment == assignment)


def is_done(measure: Measure, responsibility: Responsibility) -> bool:
    """Whether a measure counts, under that responsibility."""
    return measure.state == "recorded" and measure.responsibility == responsibility


def _once(parties: Iterable[PartyId | None]) -> tuple[PartyId, ...]:
    return tuple(dict.fromkeys(party for party in parties if party is not None))


def evolve(state: Campaign, event: Event) -> Campaign:
    """The campaign after one of its events; any other event is a fault in the log."""
    match event:
        case events.Planned(kind=kind, organiser=organiser):
            planned = Campaign(stage="planned", kind=kind, organiser=organiser, bodies=(organiser,))
            return replace(planned, begins=event.begins, ends=event.ends)
        case events.Joined():
            return _joined(state, event)
        case events.Consulted():
            return replace(state, consulted=True)
        case events.ListFixed():
            return replace(state, stage="listed")
        case events.AssignmentWithdrawn() | events.AssignmentCompleted():
            return replace(state, over=state.over | {event.assignment})
        case events.Closed():
            return replace(state, stage="closed")
        case events.LookedBack():
            return replace(state, stage="looked_back")
        case events.Annulled():
            return replace(state, stage="annulled")
        case (
            events.Corrected() | events.DutyMet() | events.DutyReopened() | events.SystemCorrected()
        ):
            return state
        case _:
            return _worked_off(state, event)


def _joined(state: Campaign, event: events.Joined) -> Campaign:
    if event.part == "unit":
        return replace(state, units=_once((*state.units, event.by)))
    state = replace(state, screeners=_once((*state.screeners, event.by)))
    if event.responsibility is None:
        return state
    return replace(state, bodies=_once((*state.bodies, event.by)))


def _worked_off(state: Campaign, event: Event) -> Campaign:
    match event:
        case events.ObjectStruck(object=key):
            struck = state.objects.moved(key, "struck", event.occurred.date)
            return replace(_without_duty(state, key), objects=struck)
        case (
            events.ObjectListed()
            | events.ObjectCorrected()
            | events.Screened()
            | events.ScreeningReturned()
        ):
            return replace(state, objects=_objects(state.objects, event))
        case events.ObjectsAssigned():
            return _assigned(state, event)
        case events.Reported(period=period):
            return replace(state, periods=(*state.periods, period))
        case quarter_events.ReportAsked(period=period):
            return replace(state, asked=period)
        case quarter_events.UnitReported():
            return state
        case events.UnitEngaged(object=key):
            others, after = _without_duty(state, key).duties, len(state.measures)
            duty = Duty(object=key, unit=event.unit, task=event.task, due=event.due, after=after)
            return replace(state, duties=(*others, duty))
        case events.DutyWithdrawn(object=key):
            return _without_duty(state, key)
        case events.MeasureRecorded() | events.MeasureCorrected() | events.MeasureAnnulled():
            return replace(state, measures=_measures(state.measures, event))
        case events.SystemAdopted() | events.SystemAnnulled():
            return replace(state, systems=_systems(state.systems, event))
        case _:
            return replace(state, findings=_findings(state.findings, event))


def _without_duty(state: Campaign, key: int) -> Campaign:
    return replace(state, duties=tuple(each for each in state.duties if each.object != key))


def _measures(
    measures: Worklist[Measure],
    event: events.MeasureRecorded | events.MeasureCorrected | events.MeasureAnnulled,
) -> Worklist[Measure]:
    match event:
        case events.MeasureRecorded():
            measure = Measure(
                key=event.measure,
                state="recorded",
                since=event.occurred.date,
                party=event.by,
                object=event.object,
                responsibility=event.responsibility,
            )
        case events.MeasureCorrected():
            measure = replace(measures[event.measure], object=event.object)
        case events.MeasureAnnulled():
            measure = replace(measures[event.measure], state="annulled")
    return measures.with_entry(measure)


def _systems(
    systems: Worklist[System], event: events.SystemAdopted | events.SystemAnnulled
) -> Worklist[System]:
    key, day = event.system, event.occurred.date
    if isinstance(event, events.SystemAnnulled):
        return systems.moved(key, "annulled", day)
    return systems.with_entry(
        System(key=key, state="adopted", since=day, party=event.by, unit=event.unit)
    )


def _objects(
    objects: Worklist[CampaignObject],
    event: events.ObjectListed
    | events.ObjectCorrected
    | events.Screened
    | events.ScreeningReturned,
) -> Worklist[CampaignObject]:
    key, day = event.object, event.occurred.date
    match event:
        case events.ObjectListed(line=line):
            return objects.with_entry(CampaignObject(key=key, state="listed", since=day, line=line))
        case events.ObjectCorrected(line=line):
            return objects.with_entry(replace(objects[key], line=line))
        case events.Screened():
            return objects.moved(key, "screened", day)
        case events.ScreeningReturned():
            return objects.moved(key, "assigned", day)


def _assigned(state: Campaign, event: events.ObjectsAssigned) -> Campaign:
    objects = state.objects
    for key in event.objects:
        moved = objects.moved(key, "assigned", event.occurred.date, party=event.to)
        objects = moved.with_entry(replace(moved[key], assignment=event.assignment))
    return replace(state, objects=objects, assignments=event.assignment)


def _findings(findings: Worklist[Finding], event: Event) -> Worklist[Finding]:
    match event:
        case events.Found(finding=key, object=of, by=party):
            day = event.occurred.date
            return findings.with_entry(
                Finding(key=key, state="open", since=day, found=day, party=party, object=of)
            )
        case events.FindingSettled(finding=key, outcome=outcome, matter=matter):
            moved = findings.moved(key, outcome, event.occurred.date)
            return moved.with_entry(replace(moved[key], matter=matter))
        case events.RecoveryRecorded(finding=key, amount=amount):
            entry = findings[key]
            sums = (*entry.recovered, (event.occurred.date, amount))
            return findings.with_entry(replace(entry, recovered=sums))
        case events.RecoveryCorrected(finding=key, recovery=number, amount=amount):
            entry = findings[key]
            right = (entry.recovered[number - 1][0], amount)
            sums = (*entry.recovered[: number - 1], right, *entry.recovered[number:])
            return findings.with_entry(replace(entry, recovered=sums))
        case events.FindingAnnulled(finding=key):
            return findings.moved(key, "annulled", event.occurred.date)
        case _:
            return _correction(findings, event)


def _correction(findings: Worklist[Finding], event: Event) -> Worklist[Finding]:
    match event:
        case events.CorrectionAsked():
            state = "asked"
        case events.CorrectionReported(finding=key):
            state, found = "answered", findings[key]
            first = found.reported or event.occurred.date
            findings = findings.with_entry(replace(found, reported=first))
        case events.CorrectionReturned():
            state = "returned"
        case events.CorrectionVerified():
            state = "accepted"
        case _:
            raise TypeError(f"no event of a campaign: {type(event).__name__}")
    return findings.moved(event.finding, state, event.occurred.date)
