"""The rows of the register of complaints."""

import datetime
from typing import Any, Final, NamedTuple

from projections.model import Table


class Complaint(NamedTuple):
    """A complaint; ``content`` and ``text`` (what came of it) are commitments, ``subjects`` as of leads.

    ``quarter`` is the one in which it was concluded, ``returned`` when its result came back (RC 18);
    ``sent_back`` and ``rechecks`` count. Who reported stands elsewhere.
    """

    scope: str
    stage: str
    number: str | None
    number_year: int | None
    number_serial: int | None
    channel: str
    report: str
    about: str
    content: str
    subjects: list[dict[str, Any]]
    sender: str | None
    document: str | None
    kept_by: str
    handling_party: str | None
    received: datetime.date
    assignments: list[dict[str, Any]]
    accepted: datetime.date | None = None
    handed_over: datetime.date | None = None
    forwarded_to: str | None = None
    repeats: str | None = None
    leads: tuple[str, ...] = ()
    result: str | None = None
    text: str | None = None
    concluded: datetime.date | None = None
    quarter: str | None = None
    returned: datetime.date | None = None
    sent_back: int = 0
    rechecks: int = 0
    closed: datetime.date | None = None
    reported_up: datetime.date | None = None
    reason: str | None = None


class ComplaintReporter(NamedTuple):
    """Who reported (R 299, RC 47); ``name`` and ``contact`` are commitments."""

    scope: str
    person: str | None
    name: str
    contact: str
    report: str
    kept_by: str
    granted: list[dict[str, Any]]
    told: list[dict[str, Any]]


COMPLAINTS: Final = Table(
    "complaints",
    Complaint,
    classes=("complaint",),
    indexes=(("jurisdiction", "received", "stream"),),
    as_of_indexes=(("jurisdiction", "received", "stream"),),
)
COMPLAINT_REPORTERS: Final = Table(
    "complaint_reporters", ComplaintReporter, classes=("complaint_reporter",)
)
