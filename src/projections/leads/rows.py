"""The rows of the register of leads."""

import datetime
from typing import Any, Final, NamedTuple

from projections.model import Table


class Lead(NamedTuple):
    """A lead. ``party`` is who has it now, since ``party_since``; days are counted at query time.

    ``subjects`` lists person, name and post (commitments), pseudonym, unit, post level; ``numbers``
    one number per organ, annulled ones kept; ``number`` is the newest. ``source`` is that of the first
    level, ``hand_overs`` say from whom it came to each further one: which party and person, by which
    document, when, how far it is, and which papers it lacks. ``found_on`` is the day on which a department
    with a procedure of its own found it. ``superior_informed`` is the day of the latest report to the
    level above (上报). ``tabled`` is the meeting that has it on its agenda; ``resolved_at`` the one that
    resolved on it last, and ``resolution`` what became of that: open, met, departed_from, withdrawn.
    """

    scope: str
    stage: str
    number: str | None
    number_organ: str | None
    number_year: int | None
    number_serial: int | None
    numbers: list[dict[str, Any]]
    source: str
    regime: str
    secrecy: str
    report: str | None
    subjects: list[dict[str, Any]]
    persons: tuple[str, ...]
    content: str | None
    sender: str | None
    document: str | None
    hand_overs: list[dict[str, Any]]
    rule: str | None
    found_on: datetime.date | None
    received: datetime.date
    received_by: str
    holder: str
    handling_party: str | None
    party: str
    party_since: datetime.date
    handlers: tuple[str, ...]
    keeper: str | None
    verifiers: tuple[str, ...]
    acknowledged: datetime.date | None
    submission: str | None
    awaiting_party: str | None
    awaiting_role: str | None
    way: str | None
    way_basis: str | None
    way_approved: datetime.date | None
    result: str | None
    measure: str | None
    four_forms: int | None
    ended: datetime.date | None
    review_on: datetime.date | None
    origin: str | None
    parts: tuple[str, ...]
    linked: tuple[str, ...]
    merged_into: str | None
    case_stream: str | None
    superior_informed: datetime.date | None
    annulled: str | None
    tabled: str | None
    resolved_at: str | None
    resolved: datetime.date | None
    resolved_way: str | None
    resolution_owner: str | None
    resolution_due: datetime.date | None
    resolution: str | None


class LeadStatus(NamedTuple):
    """All that an observer learns of a lead: received, under_way, closed, and since when."""

    scope: str
    status: str
    since: datetime.date


class LeadDuplicate(NamedTuple):
    """Whether a lead repeats another: for case supervision only (RC 14)."""

    scope: str
    status: str
    matches: int
    of: str | None
    reason: str | None


class LeadReporter(NamedTuple):
    """Who reported (R 299, RC 47); ``name`` and ``contact`` are commitments."""

    scope: str
    person: str | None
    name: str
    contact: str
    report: str
    kept_by: str
    granted: list[dict[str, Any]]
    notified: tuple[str, ...]


LEADS: Final = Table(
    "leads",
    Lead,
    classes=("lead",),
    indexes=(
        ("jurisdiction", "received", "stream"),
        ("jurisdiction", "party", "received", "stream"),
    ),
    as_of_indexes=(("jurisdiction", "received", "stream"),),
)
LEAD_STATUS: Final = Table(
    "lead_status",
    LeadStatus,
    classes=("lead",),
    indexes=(("jurisdiction", "since", "stream"),),
)
LEAD_DUPLICATES: Final = Table("lead_duplicates", LeadDuplicate, classes=("duplicate",))
LEAD_REPORTERS: Final = Table("lead_reporters", LeadReporter, classes=("reporter",))
