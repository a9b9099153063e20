"""What is on its way between parties: the rows of the flows, and how they come and go."""

import datetime
from typing import Any, Final, NamedTuple

from domain.ids import family_of
from domain.model import Event, Recorded
from projections.model import Table
from projections.rows import Rows


class Flow(NamedTuple):
    """One thing on its way from one party to another.

    ``kind``: lead_transfer, lead_allocation, reminder, case_adjudication, case_approval, case_decision,
    reexamination_outcome, work_report, circulation, action_item, original, and of each thing asked
    (`projections.asked`) the thing and its answer.
    ``status``: sent → acknowledged → accepted | returned → fed_back → closed, as far as the kind has
    them; ``withdrawn`` where the ground went away. ``milestone`` is all a lead's sender learns.
    """

    scope: str
    flow: str
    kind: str
    family: str
    from_party: str
    to_party: str
    title: str | None
    document: str | None
    status: str
    milestone: str | None
    sent: datetime.date
    acknowledged: datetime.date | None
    answered: datetime.date | None
    fed_back: datetime.date | None
    closed: datetime.date | None
    result: str | None
    reason: str | None


FLOWS: Final = Table(
    "flows",
    Flow,
    key=("flow",),
    indexes=(
        ("jurisdiction", "sent", "stream", "flow"),
        ("jurisdiction", "from_party", "sent"),
        ("jurisdiction", "to_party", "sent"),
    ),
)


def send(
    rows: Rows,
    event: Recorded[Any],
    flow: str,
    ends: tuple[str, str],
    *,
    title: str | None = None,
    document: str | None = None,
    status: str = "sent",
) -> None:
    """Something is on its way between the ``ends``: from the first to the second."""
    e = event.event
    row = Flow(
        scope=e.concerns.visibility,
        flow=flow,
        kind=flow.partition(":")[0],
        family=family_of(event.originator_id),
        from_party=ends[0],
        to_party=ends[1],
        title=title,
        document=document,
        status=status,
        milestone=None,
        sent=e.occurred.date,
        acknowledged=None,
        answered=None,
        fed_back=None,
        closed=None,
        result=None,
        reason=None,
    )
    rows.put(FLOWS, row)


def move(rows: Rows, flow: str, **changes: Any) -> None:
    """It went on; what never began does not."""
    row = rows.get(FLOWS, flow)
    if row is not None:
        rows.put(FLOWS, row._replace(**changes))


def annulled(rows: Rows, event: Recorded[Event]) -> None:
    """What was annulled does not count. A hand-over goes on until its sender knows of it."""
    for row in rows.all(FLOWS):
        if row.closed is None and row.kind != "lead_transfer":
            rows.put(FLOWS, row._replace(status="withdrawn", closed=event.event.occurred.date))
