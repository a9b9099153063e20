"""What each party did in a campaign (两个责任): its share, and on each object whether unit and body did.

A unit's row is the organiser's to read, who screens reads its own: a unit learns nothing of findings. The
leads that findings became are counted when asked, for they may be annulled (`projections.queries.led_to`).
"""

from typing import Final

from domain.campaigns import events
from domain.campaigns.figures import CORRECTED
from domain.campaigns.values import Part
from domain.model import Recorded
from projections.campaigns.rows import (
    CAMPAIGN_CORRECTIONS,
    CAMPAIGN_OBJECTS,
    CAMPAIGN_SHARES,
    CampaignFinding,
    CampaignShare,
)
from projections.rows import Rows

UNIT: Final[Part] = "unit"
SCREENER: Final[Part] = "screener"


def joined(rows: Rows, event: Recorded[events.Joined]) -> None:
    """A party takes part: it did nothing yet."""
    e = event.event
    if rows.get(CAMPAIGN_SHARES, e.by, e.part) is None:
        rows.put(CAMPAIGN_SHARES, _none_yet(e.organiser, e.by, e.part, e.responsibility))


def _none_yet(organiser: str, party: str, part: Part, duty: str | None) -> CampaignShare:
    own = part == SCREENER and party != organiser
    scope = f"campaign_object:{party}" if own else "campaign_object"
    return CampaignShare(scope, party, part, duty, 0, 0, 0, 0, 0, 0)


def add(rows: Rows, e: events.CampaignEvent, party: str, part: Part, **more: int) -> CampaignShare:
    """Add to a party's share; give it."""
    row = rows.get(CAMPAIGN_SHARES, party, part)
    if row is None:
        row = _none_yet(e.organiser, party, part, "principal" if part == UNIT else "supervisory")
    row = row._replace(**{name: getattr(row, name) + count for name, count in more.items()})
    rows.put(CAMPAIGN_SHARES, row)
    return row


def did(rows: Rows, key: int, *, unit: int = 0, body: int = 0) -> None:
    """Its unit, or a discipline body, did so many things more on an object."""
    row = rows.get(CAMPAIGN_OBJECTS, key)
    if row is None:
        raise LookupError(f"object {key} was never added")
    row = row._replace(unit_did=row.unit_did + unit, body_did=row.body_did + body)
    rows.put(CAMPAIGN_OBJECTS, row)


def found(rows: Rows, e: events.Found) -> None:
    """A finding more; that of a discipline body is something it did."""
    share = add(rows, e, e.by, SCREENER, findings=1)
    if share.responsibility is not None:
        did(rows, e.object, body=1)


def recovered(
    rows: Rows, e: events.RecoveryRecorded | events.RecoveryCorrected, amount: int
) -> None:
    """Money came back; or more of it, or less, than was said."""
    add(rows, e, e.by, SCREENER, recovered=amount)


def asked(rows: Rows, e: events.CorrectionAsked) -> None:
    """A unit is to put something right."""
    add(rows, e, e.by, SCREENER, corrections=1)
    add(rows, e, e.unit, UNIT, corrections=1)


def reported(rows: Rows, key: int) -> None:
    """A unit said for the first time that it put a finding right: it did something on the object."""
    did(rows, key, unit=1)


def verified(rows: Rows, e: events.CorrectionVerified) -> None:
    """A correction was verified."""
    add(rows, e, e.by, SCREENER, corrected=1)
    add(rows, e, e.unit, UNIT, corrected=1)


def annulled(rows: Rows, e: events.FindingAnnulled, finding: CampaignFinding) -> None:
    """A finding falls away, with what was asked because of it, reported, verified and brought back."""
    asked = int(finding.state in CORRECTED)
    corrected = int(finding.state == "accepted")
    share = add(
        rows,
        e,
        e.by,
        SCREENER,
        findings=-1,
        corrections=-asked,
        corrected=-corrected,
        recovered=-finding.recovered,
    )
    correction = rows.get(CAMPAIGN_CORRECTIONS, e.finding)
    if correction is not None:
        add(rows, e, correction.unit, UNIT, corrections=-asked, corrected=-corrected)
    was_reported = correction is not None and correction.reported is not None
    body = 0 if share.responsibility is None else -1
    did(rows, finding.object, body=body, unit=-int(was_reported))
