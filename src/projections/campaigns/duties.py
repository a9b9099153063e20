"""What units and discipline bodies do in a campaign: duties, measures, new rules (两个责任)."""

from dataclasses import asdict
from typing import Final

from domain.campaigns import events
from domain.model import Event, Recorded
from projections.campaigns.rows import (
    CAMPAIGN_DUTIES,
    CAMPAIGN_MEASURES,
    CAMPAIGN_OBJECTS,
    CAMPAIGN_SYSTEMS,
    CampaignDuty,
    CampaignMeasure,
    CampaignSystem,
    papers_of,
)
from projections.model import Handler
from projections.rows import Rows


def unit_engaged(rows: Rows, event: Recorded[events.UnitEngaged]) -> None:
    """A unit was told what is its own to do."""
    e = event.event
    for key in e.objects:
        row = _duty(rows, e, key)._replace(task=e.task, due=e.due)
        rows.put(CAMPAIGN_DUTIES, row)


def measure_recorded(rows: Rows, event: Recorded[events.MeasureRecorded]) -> None:
    """A unit or a discipline body did something on an object."""
    e = event.event
    row = CampaignMeasure(
        scope=e.concerns.visibility,
        measure=e.measure,
        object=e.object,
        unit=e.unit,
        by=e.by,
        responsibility=e.responsibility,
        kind=e.kind,
        text=e.text,
        papers=papers_of(e.papers),
        done=e.occurred.date,
        counted=True,
    )
    rows.put(CAMPAIGN_MEASURES, row)
    duty = _duty(rows, e, e.object)
    if e.responsibility == "principal":
        duty = duty._replace(unit_measures=duty.unit_measures + 1)
    else:
        duty = duty._replace(body_measures=duty.body_measures + 1)
    rows.put(CAMPAIGN_DUTIES, duty)


def _duty(rows: Rows, e: events.UnitEngaged | events.MeasureRecorded, key: int) -> CampaignDuty:
    known = rows.get(CAMPAIGN_DUTIES, key)
    if known is not None:
        told = known.unit == e.unit
        return known if told else known._replace(unit=e.unit, task=None, due=None)
    listed = rows.get(CAMPAIGN_OBJECTS, key)
    title = None if listed is None else listed.title
    return CampaignDuty(e.concerns.visibility, key, title, e.unit, None, None, 0, 0, True)


def not_counted(rows: Rows, key: int) -> None:
    """An object was struck off the list: nor does what was done on it count any longer."""
    duty = rows.get(CAMPAIGN_DUTIES, key)
    if duty is not None:
        rows.put(CAMPAIGN_DUTIES, duty._replace(counted=False))
    for measure in rows.all(CAMPAIGN_MEASURES):
        if measure.object == key:
            rows.put(CAMPAIGN_MEASURES, measure._replace(counted=False))


def system_adopted(rows: Rows, event: Recorded[events.SystemAdopted]) -> None:
    """A unit adopted a new rule."""
    e = event.event
    paper = None if e.paper is None else asdict(e.paper)
    row = CampaignSystem(
        e.concerns.visibility, e.system, e.unit, e.title, e.number, e.adopted, paper
    )
    rows.put(CAMPAIGN_SYSTEMS, row)


HANDLERS: Final[dict[type[Event], Handler]] = {
    events.UnitEngaged: unit_engaged,
    events.MeasureRecorded: measure_recorded,
    events.SystemAdopted: system_adopted,
}
"""By type of event."""
