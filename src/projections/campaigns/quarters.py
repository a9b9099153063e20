"""Each quarter of a campaign as it was reported: its figures, and how far each unit was with a decision."""

from dataclasses import asdict
from typing import Final

from domain.campaigns import events, quarter_events
from domain.model import Event, Recorded
from projections.campaigns.rows import (
    CAMPAIGN_REPORTS,
    CAMPAIGN_UNIT_STATES,
    CAMPAIGNS,
    Campaign,
    CampaignReport,
    CampaignUnitState,
)
from projections.model import Handler
from projections.rows import Rows


def reported(rows: Rows, event: Recorded[events.Reported]) -> None:
    """A quarter was reported."""
    e = event.event
    row = CampaignReport(
        scope=e.concerns.visibility,
        period=e.period,
        organiser=e.organiser,
        to=e.to,
        decision_document=_campaign(rows).decision_document,
        reported=e.occurred.date,
        summary=e.summary,
        quarter=asdict(e.quarter),
        whole=asdict(e.whole),
    )
    rows.put(CAMPAIGN_REPORTS, row)


def unit_reported(rows: Rows, event: Recorded[quarter_events.UnitReported]) -> None:
    """How far a unit is."""
    e, campaign = event.event, _campaign(rows)
    row = CampaignUnitState(
        scope=e.concerns.visibility,
        period=e.period,
        unit=e.unit,
        decision_document=campaign.decision_document,
        title=campaign.title,
        organiser=e.organiser,
        reported=e.occurred.date,
        carried_out=e.state.carried_out,
        objects=e.state.objects,
        screened=e.state.screened,
        deviations=e.state.deviations,
        open_deviations=e.state.open,
        corrected=e.state.corrected,
        found_in_quarter=e.state.found,
        closed_in_quarter=e.state.closed,
    )
    rows.put(CAMPAIGN_UNIT_STATES, row)


def _campaign(rows: Rows) -> Campaign:
    row = rows.get(CAMPAIGNS)
    if row is None:
        raise LookupError("the campaign was never planned")
    return row


HANDLERS: Final[dict[type[Event], Handler]] = {
    events.Reported: reported,
    quarter_events.UnitReported: unit_reported,
}
