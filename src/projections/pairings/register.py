"""What offices and their groups did together, quarter by quarter.

A cadence of the scheme opens the stream of a pair's quarter: so a quarter without any shows too.
"""

import datetime
from typing import Final, NamedTuple

from domain.ids import family_of
from domain.model import Event, Recorded
from domain.obligations.events import Arisen
from domain.pairings import events
from projections.model import Handler, ReadModel, Table
from projections.rows import Rows


class Pairing(NamedTuple):
    """A quarter of one pair. The four counts, and their sum, are of confirmed activities only."""

    scope: str
    office: str
    stationed_group: str
    period: str
    joint_supervision: int
    shared_information: int
    joint_training: int
    shared_results: int
    counted: int
    waiting: int


class PairingActivity(NamedTuple):
    """Something done together: recorded → confirmed, or disputed → recorded; any → annulled.

    ``text`` is a commitment.
    """

    scope: str
    activity: int
    office: str
    stationed_group: str
    period: str
    form: str
    title: str
    text: str | None
    operation: str | None
    by: str
    happened: datetime.date
    stage: str
    reason: str | None


PAIRINGS: Final = Table(
    "pairings",
    Pairing,
    classes=("pairing", "obligation"),
    indexes=(("jurisdiction", "period", "stream"),),
)
PAIRING_ACTIVITIES: Final = Table(
    "pairing_activities",
    PairingActivity,
    key=("activity",),
    classes=("pairing",),
    indexes=(("jurisdiction", "happened", "stream"),),
)


def quarter_opened(rows: Rows, event: Recorded[Arisen]) -> None:
    """The cadence asks a pair for joint work in a quarter; so far there is none."""
    e = event.event
    if e.period is None or family_of(event.originator_id) != "pairing":
        return
    if rows.get(PAIRINGS) is None:
        row = Pairing(e.concerns.visibility, e.owed_to, e.owner, e.period, 0, 0, 0, 0, 0, 0)
        rows.put(PAIRINGS, row)


def recorded(rows: Rows, event: Recorded[events.Recorded]) -> None:
    """One side recorded an activity, or told anew the one that came back, of the day on which it was."""
    e = event.event
    before = rows.get(PAIRING_ACTIVITIES, e.activity)
    row = PairingActivity(
        scope=e.concerns.visibility,
        activity=e.activity,
        office=e.office,
        stationed_group=e.group,
        period=e.period,
        form=e.form,
        title=e.title,
        text=e.text,
        operation=e.operation,
        by=e.by,
        happened=e.occurred.date if before is None else before.happened,
        stage="recorded",
        reason=None,
    )
    rows.put(PAIRING_ACTIVITIES, row)
    _count(rows, row)


def changed(rows: Rows, event: Recorded[events.PairingEvent]) -> None:
    """Confirmed, disputed, corrected, annulled. One never recorded is a fault: `LookupError`."""
    e = event.event
    row = rows.get(PAIRING_ACTIVITIES, e.activity)
    if row is None:
        raise LookupError("the activity was never a record")
    row = _changed(row, e)
    rows.put(PAIRING_ACTIVITIES, row)
    _count(rows, row)


def _changed(row: PairingActivity, e: events.PairingEvent) -> PairingActivity:
    match e:
        case events.Confirmed():
            return row._replace(stage="confirmed")
        case events.Disputed():
            return row._replace(stage="disputed", reason=e.reason)
        case events.Corrected():
            return row._replace(
                form=e.form or row.form, title=e.title or row.title, text=e.text or row.text
            )
        case events.ActivityAnnulled():
            return row._replace(stage="annulled", reason=e.reason)
        case _:
            raise TypeError(f"no event of a pairing: {type(e).__name__}")


def _count(rows: Rows, of: PairingActivity) -> None:
    """Count the quarter anew: figures are never written by hand."""
    activities = rows.all(PAIRING_ACTIVITIES)
    forms = [each.form for each in activities if each.stage == "confirmed"]
    row = Pairing(
        scope=of.scope,
        office=of.office,
        stationed_group=of.stationed_group,
        period=of.period,
        joint_supervision=forms.count("joint_supervision"),
        shared_information=forms.count("shared_information"),
        joint_training=forms.count("joint_training"),
        shared_results=forms.count("shared_results"),
        counted=len(forms),
        waiting=sum(each.stage == "recorded" for each in activities),
    )
    rows.put(PAIRINGS, row)


_HANDLERS: Final[dict[type[Event], Handler]] = {
    Arisen: quarter_opened,
    events.Recorded: recorded,
    events.Confirmed: changed,
    events.Disputed: changed,
    events.Corrected: changed,
    events.ActivityAnnulled: changed,
}

MODEL: Final = ReadModel(
    name="pairings", version=1, tables=(PAIRINGS, PAIRING_ACTIVITIES), handlers=_HANDLERS
)
