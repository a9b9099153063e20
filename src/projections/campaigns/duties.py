"""What units and discipline bodies do in a campaign: duties, measures, new rules (两个责任)."""

from dataclasses import asdict
from typing import Any, Final

from domain.campaigns import events
from domain.campaigns.values import Paper
from domain.model import Event, Recorded
from projections.campaigns import shares
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

Told = events.UnitEngaged | events.DutyWithdrawn | events.MeasureRecorded | events.MeasureCorrected
"""What says whose object it is."""


def unit_engaged(rows: Rows, event: Recorded[events.UnitEngaged]) -> None:
    """A unit was told what is its own to do on an object."""
    e = event.event
    row = _duty(rows, e, e.object)._replace(task=e.task, due=e.due)
    rows.put(CAMPAIGN_DUTIES, row)


def duty_withdrawn(rows: Rows, event: Recorded[events.DutyWithdrawn]) -> None:
    """It is not its own to do any more."""
    e = event.event
    rows.put(CAMPAIGN_DUTIES, _duty(rows, e, e.object)._replace(task=None, due=None))


def same(_rows: Rows, _: Recorded[events.DutyMet | events.DutyReopened]) -> None:
    """What is owed shows in the obligations; what was done, in the measures."""


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
        counted=False,
        annulled=None,
        reason=None,
    )
    _count(rows, e, row)


def measure_mended(
    rows: Rows, event: Recorded[events.MeasureCorrected | events.MeasureAnnulled]
) -> None:
    """更正 and 作废: it was done on another object, otherwise, or not at all."""
    e = event.event
    row = rows.get(CAMPAIGN_MEASURES, e.measure)
    if row is None:
        raise LookupError(f"measure {e.measure} was never added")
    row = _uncount(rows, e, row)._replace(reason=e.reason)
    if isinstance(e, events.MeasureAnnulled):
        rows.put(CAMPAIGN_MEASURES, row._replace(annulled=e.occurred.date))
        return
    papers = row.papers if e.papers is None else papers_of(e.papers)
    row = row._replace(object=e.object, kind=e.kind or row.kind, text=e.text or row.text)
    _count(rows, e, row._replace(papers=papers))


def object_struck(rows: Rows, e: events.ObjectStruck) -> None:
    """An object is none any more: nor does what was done on it count."""
    duty = rows.get(CAMPAIGN_DUTIES, e.object)
    if duty is not None:
        rows.put(CAMPAIGN_DUTIES, duty._replace(counted=False))
    for measure in rows.all(CAMPAIGN_MEASURES):
        if measure.object == e.object:
            _uncount(rows, e, measure)


def _count(
    rows: Rows, e: events.MeasureRecorded | events.MeasureCorrected, row: CampaignMeasure
) -> None:
    """It counts, where its object does."""
    listed = rows.get(CAMPAIGN_OBJECTS, row.object)
    row = row._replace(counted=listed is not None and listed.state != "struck")
    rows.put(CAMPAIGN_MEASURES, row)
    rows.put(CAMPAIGN_DUTIES, _duty(rows, e, row.object))
    if row.counted:
        _tally(rows, e, row, 1)


def _uncount(rows: Rows, e: events.CampaignEvent, row: CampaignMeasure) -> CampaignMeasure:
    """It does not, from now on; the row after."""
    if row.counted:
        _tally(rows, e, row, -1)
    row = row._replace(counted=False)
    rows.put(CAMPAIGN_MEASURES, row)
    return row


def _tally(rows: Rows, e: events.CampaignEvent, row: CampaignMeasure, by: int) -> None:
    """One thing done more, or fewer: on the object, of the party."""
    duty = rows.get(CAMPAIGN_DUTIES, row.object)
    if duty is None:
        raise LookupError(f"what was done on object {row.object} was never added")
    if row.responsibility == "principal":
        duty = duty._replace(unit_measures=duty.unit_measures + by)
        shares.did(rows, row.object, unit=by)
        shares.add(rows, e, row.by, shares.UNIT, measures=by)
    else:
        duty = duty._replace(body_measures=duty.body_measures + by)
        shares.did(rows, row.object, body=by)
        shares.add(rows, e, row.by, shares.SCREENER, measures=by)
    rows.put(CAMPAIGN_DUTIES, duty)


def _duty(rows: Rows, e: Told, key: int) -> CampaignDuty:
    known = rows.get(CAMPAIGN_DUTIES, key)
    if known is not None:
        told = known.unit == e.unit
        return known if told else known._replace(unit=e.unit, task=None, due=None)
    listed = rows.get(CAMPAIGN_OBJECTS, key)
    title = None if listed is None else listed.title
    return CampaignDuty(e.concerns.visibility, key, title, e.unit, None, None, 0, 0, True)


def system_adopted(rows: Rows, event: Recorded[events.SystemAdopted]) -> None:
    """A unit adopted a new rule."""
    e = event.event
    row = CampaignSystem(
        scope=e.concerns.visibility,
        system=e.system,
        unit=e.unit,
        by=e.by,
        title=e.title,
        number=e.number,
        adopted=e.adopted,
        paper=_paper(e.paper),
        annulled=None,
        reason=None,
    )
    rows.put(CAMPAIGN_SYSTEMS, row)
    shares.add(rows, e, e.unit, shares.UNIT, systems=1)


def system_mended(
    rows: Rows, event: Recorded[events.SystemCorrected | events.SystemAnnulled]
) -> None:
    """更正 and 作废: its title, number, day or paper; or that there is none."""
    e = event.event
    row = rows.get(CAMPAIGN_SYSTEMS, e.system)
    if row is None:
        raise LookupError(f"rule {e.system} was never adopted")
    row = row._replace(reason=e.reason)
    if isinstance(e, events.SystemAnnulled):
        row = row._replace(annulled=e.occurred.date)
        shares.add(rows, e, e.unit, shares.UNIT, systems=-1)
    else:
        row = row._replace(
            title=e.title or row.title,
            number=e.number or row.number,
            adopted=e.adopted or row.adopted,
            paper=_paper(e.paper) or row.paper,
        )
    rows.put(CAMPAIGN_SYSTEMS, row)


def _paper(paper: Paper | None) -> dict[str, Any] | None:
    return None if paper is None else asdict(paper)


HANDLERS: Final[dict[type[Event], Handler]] = {
    events.UnitEngaged: unit_engaged,
    events.DutyWithdrawn: duty_withdrawn,
    events.DutyMet: same,
    events.DutyReopened: same,
    events.MeasureRecorded: measure_recorded,
    events.MeasureCorrected: measure_mended,
    events.MeasureAnnulled: measure_mended,
    events.SystemAdopted: system_adopted,
    events.SystemCorrected: system_mended,
    events.SystemAnnulled: system_mended,
}
"""By type of event."""
