"""The rows of campaigns (专项监督/整治): the register, objects, findings, corrections, what was done."""

import datetime
from dataclasses import asdict
from typing import Any, Final, NamedTuple

from domain.campaigns.values import Paper
from projections.model import Table


class Campaign(NamedTuple):
    """A campaign: planned → listed → closed → looked_back; ``summary`` and ``review`` are commitments."""

    scope: str
    stage: str
    kind: str
    title: str
    basis: str
    decision: dict[str, Any] | None
    decision_document: str | None
    organiser: str
    begins: datetime.date
    ends: datetime.date
    planned: datetime.date
    consultation: str | None
    fixed: datetime.date | None
    screeners: tuple[str, ...]
    units: tuple[str, ...]
    summary: str | None
    closed: datetime.date | None
    look_back_on: datetime.date | None
    looked_back: datetime.date | None
    result: str | None
    review: str | None
    reason: str | None


class CampaignStatus(NamedTuple):
    """What a department or unit that takes part learns of the campaign."""

    scope: str
    stage: str
    kind: str
    title: str
    organiser: str
    planned: datetime.date


class CampaignObject(NamedTuple):
    """An object of the list: listed → assigned → screened, or struck. Money in fen."""

    scope: str
    object: int
    kind: str
    title: str
    unit: str | None
    decided: datetime.date | None
    amount: int | None
    clause: str | None
    state: str
    party: str | None
    assignment: int | None
    due: datetime.date | None
    screened: datetime.date | None
    screened_by: str | None
    findings: int
    note: str | None
    returned: int
    reason: str | None
    unit_did: int
    body_did: int


class CampaignFinding(NamedTuple):
    """A finding: open → what came of it, or put right on the spot; ``text`` is a commitment."""

    scope: str
    case_tag: str | None
    finding: int
    object: int
    party: str
    found: datetime.date
    text: str
    place: str | None
    photos: list[dict[str, Any]]
    state: str
    settled: datetime.date | None
    matter: str | None
    rule: str | None
    reason: str | None
    recovered: int
    recurred: bool


class CampaignCorrection(NamedTuple):
    """What a unit is to put right: asked → answered → returned → answered → accepted."""

    scope: str
    finding: int
    unit: str
    by: str
    stage: str
    text: str
    due: datetime.date
    report: str | None
    papers: list[dict[str, Any]]
    reported: datetime.date | None
    returned: int
    reason: str | None
    note: str | None
    photos: list[dict[str, Any]]
    verified: datetime.date | None


class CampaignDuty(NamedTuple):
    """What a unit was told is its own to do on an object, and what both sides did on it."""

    scope: str
    object: int
    title: str | None
    unit: str
    task: str | None
    due: datetime.date | None
    unit_measures: int
    body_measures: int
    counted: bool


class CampaignShare(NamedTuple):
    """What a party did in the campaign, as a unit or as who screens. Money in fen."""

    scope: str
    party: str
    part: str
    responsibility: str | None
    measures: int
    findings: int
    corrections: int
    corrected: int
    systems: int
    recovered: int


class CampaignMeasure(NamedTuple):
    """Something done on an object, under the unit's responsibility or that of supervision.

    ``reason`` says why it was corrected, or annulled.
    """

    scope: str
    measure: int
    object: int
    unit: str
    by: str
    responsibility: str
    kind: str
    text: str
    papers: list[dict[str, Any]]
    done: datetime.date
    counted: bool
    annulled: datetime.date | None
    reason: str | None


class CampaignSystem(NamedTuple):
    """A new rule that a unit adopted; ``by`` told of it, ``reason`` why it was corrected, or annulled."""

    scope: str
    system: int
    unit: str
    by: str
    title: str
    number: str | None
    adopted: datetime.date
    paper: dict[str, Any] | None
    annulled: datetime.date | None
    reason: str | None


class CampaignReport(NamedTuple):
    """A quarter's report: the figures of the quarter and of the whole, as counted on its day."""

    scope: str
    period: str
    organiser: str
    to: str
    decision_document: str | None
    reported: datetime.date
    summary: str
    quarter: dict[str, Any]
    whole: dict[str, Any]


class CampaignUnitState(NamedTuple):
    """How far a unit was with a decision from above, as counted for a quarter's report."""

    scope: str
    period: str
    unit: str
    decision_document: str | None
    title: str
    organiser: str
    reported: datetime.date
    carried_out: str
    objects: int
    screened: int
    deviations: int
    open_deviations: int
    corrected: int
    found_in_quarter: int
    closed_in_quarter: int


_BY_CAMPAIGN: Final = (("jurisdiction", "stream"),)

CAMPAIGNS: Final = Table(
    "campaigns",
    Campaign,
    classes=("campaign",),
    indexes=(("jurisdiction", "planned", "stream"),),
)
CAMPAIGN_STATUS: Final = Table("campaign_status", CampaignStatus, classes=("campaign",))
CAMPAIGN_OBJECTS: Final = Table(
    "campaign_objects",
    CampaignObject,
    key=("object",),
    classes=("campaign_object",),
    indexes=_BY_CAMPAIGN,
)
CAMPAIGN_FINDINGS: Final = Table(
    "campaign_findings",
    CampaignFinding,
    key=("finding",),
    classes=("campaign_object",),
    indexes=(*_BY_CAMPAIGN, ("jurisdiction", "matter")),
)
CAMPAIGN_CORRECTIONS: Final = Table(
    "campaign_corrections",
    CampaignCorrection,
    key=("finding",),
    classes=("campaign_correction",),
    indexes=_BY_CAMPAIGN,
)
CAMPAIGN_DUTIES: Final = Table(
    "campaign_duties",
    CampaignDuty,
    key=("object",),
    classes=("campaign_unit",),
    indexes=_BY_CAMPAIGN,
)
CAMPAIGN_SHARES: Final = Table(
    "campaign_shares",
    CampaignShare,
    key=("party", "part"),
    classes=("campaign_object",),
    indexes=_BY_CAMPAIGN,
)
CAMPAIGN_MEASURES: Final = Table(
    "campaign_measures",
    CampaignMeasure,
    key=("measure",),
    classes=("campaign_unit",),
    indexes=_BY_CAMPAIGN,
)
CAMPAIGN_SYSTEMS: Final = Table(
    "campaign_systems",
    CampaignSystem,
    key=("system",),
    classes=("campaign_unit",),
    indexes=_BY_CAMPAIGN,
)
CAMPAIGN_REPORTS: Final = Table(
    "campaign_reports",
    CampaignReport,
    key=("period",),
    classes=("campaign_report",),
    indexes=_BY_CAMPAIGN,
)

CAMPAIGN_UNIT_STATES: Final = Table(
    "campaign_unit_states",
    CampaignUnitState,
    key=("period", "unit"),
    classes=("campaign_report",),
    indexes=(*_BY_CAMPAIGN, ("jurisdiction", "decision_document")),
)

TABLES: Final[tuple[Table[Any], ...]] = (
    CAMPAIGNS,
    CAMPAIGN_STATUS,
    CAMPAIGN_OBJECTS,
    CAMPAIGN_FINDINGS,
    CAMPAIGN_CORRECTIONS,
    CAMPAIGN_DUTIES,
    CAMPAIGN_SHARES,
    CAMPAIGN_MEASURES,
    CAMPAIGN_SYSTEMS,
    CAMPAIGN_REPORTS,
    CAMPAIGN_UNIT_STATES,
)
"""Every table of campaigns."""


def papers_of(papers: tuple[Paper, ...]) -> list[dict[str, Any]]:
    """Files as rows show them: title and digest."""
    return [asdict(paper) for paper in papers]
