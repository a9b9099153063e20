"""The rows of the register of cases."""

import datetime
from typing import Any, Final, NamedTuple

from projections.model import Table


class Case(NamedTuple):
    """A case. ``decision`` is a commitment; ``suspended`` are persons who are fugitive or in custody.

    ``returned``, ``supplements`` and ``reinvestigations`` count how often it went back.
    """

    scope: str
    stage: str
    number: str | None
    number_organ: str | None
    number_year: int | None
    number_serial: int | None
    leads: tuple[str, ...]
    sources: tuple[str, ...]
    persons: tuple[str, ...]
    handling_party: str
    handlers: tuple[str, ...]
    keeper: str
    opened: datetime.date
    filed: datetime.date | None
    document: str | None
    decision: str | None
    suspended: tuple[str, ...]
    adjudicator: str | None
    adjudicators: tuple[str, ...]
    sent: datetime.date | None
    accepted: datetime.date | None
    returned: int
    supplements: int
    reinvestigations: int
    reported: datetime.date | None
    deliberated: datetime.date | None
    decided: datetime.date | None
    archived: datetime.date | None
    volumes: int | None
    withdrawal_reported: datetime.date | None
    reason: str | None


class CaseStatus(NamedTuple):
    """All that an observer learns of a case: opened, under_way, decided, closed, and since when."""

    scope: str
    status: str
    since: datetime.date


class CasePerson(NamedTuple):
    """A person of a case; ``name``, ``post`` and ``view`` are commitments, ``sources`` those of its leads.

    ``counted`` says that they count as sanctioned: decided so, and a sanction stands.
    """

    scope: str
    person: str
    name: str
    pseudonym: str | None
    post: str
    posts: list[dict[str, Any]]
    party_member: bool
    public_official: bool
    suspended: str | None
    facts_shown: datetime.date | None
    facts_signed: bool | None
    view: str | None
    stage: str
    result: str | None
    four_forms: int | None
    party_sanction: str | None
    state_sanction: str | None
    counted: bool
    decided: datetime.date | None
    recommendation: str | None
    procuratorate: bool
    transferred: datetime.date | None
    sources: tuple[str, ...]


class Sanction(NamedTuple):
    """A sanction of one person on one track: climbing → decided → annulled, or returned."""

    scope: str
    person: str
    name: str | None
    track: str
    sanction: str
    status: str
    chain: str
    rule_set: str
    organ: str
    step: int
    steps: int
    awaiting: str | None
    number: str | None
    decided_by: str | None
    decided: datetime.date | None
    served: datetime.date | None
    executed: datetime.date | None
    reason: str | None


class CaseSignOff(NamedTuple):
    """A sheet of the three-level sign-off: opened → reviewed → agreed | rejected, or returned.

    Where nobody may review it is stuck from the beginning.

    ``statement``, ``review``, ``conclusion`` and the texts in ``views`` are commitments.
    """

    scope: str
    sheet: int
    matters: tuple[str, ...]
    stage: str
    handler: str
    statement: str
    opened: datetime.date
    reviewer_party: str | None
    reviewer_role: str | None
    reviewer: str | None
    review: str | None
    reviewed: datetime.date | None
    views: list[dict[str, Any]]
    absent: list[dict[str, Any]]
    entitled: int | None
    agree: int | None
    dissent: int | None
    conclusion: str | None
    held: datetime.date | None


class CaseApproval(NamedTuple):
    """A step of an approval chain, as the body sees it: awaited → agreed | returned | withdrawn."""

    scope: str
    person: str
    name: str | None
    post: str | None
    track: str
    step: int
    body: str
    act: str
    sanction: str
    four_forms: int
    chain: str
    rule_set: str
    asked_by: str
    status: str
    awaited: datetime.date
    given: datetime.date | None
    meeting: dict[str, Any] | None


class CaseDecision(NamedTuple):
    """A decision as it was served on the organ: standing → annulled; ``report`` is a commitment."""

    scope: str
    person: str
    name: str | None
    post: str | None
    track: str
    sanction: str
    number: str
    decided_by: str
    organ: str
    document: str
    status: str
    served: datetime.date
    announced: bool | None
    executed: datetime.date | None
    report: str | None
    reason: str | None


class CaseRecovery(NamedTuple):
    """Money that was ordered to be brought in, in fen."""

    scope: str
    recovery: int
    person: str
    kind: str
    document: str
    ordered_fen: int
    received_fen: int
    ordered: datetime.date
    completed: datetime.date | None


CASES: Final = Table(
    "cases",
    Case,
    classes=("case",),
    indexes=(
        ("jurisdiction", "opened", "stream"),
        ("jurisdiction", "handling_party", "opened", "stream"),
    ),
)
CASE_STATUS: Final = Table(
    "case_status", CaseStatus, classes=("case",), indexes=(("jurisdiction", "since", "stream"),)
)
CASE_PERSONS: Final = Table(
    "case_persons",
    CasePerson,
    key=("person",),
    classes=("case",),
    indexes=(("jurisdiction", "decided", "stream"), ("jurisdiction", "person")),
)
SANCTIONS: Final = Table(
    "sanctions",
    Sanction,
    key=("person", "track"),
    classes=("case",),
    indexes=(("jurisdiction", "decided", "stream"),),
)
CASE_SIGN_OFFS: Final = Table(
    "case_sign_offs",
    CaseSignOff,
    key=("sheet",),
    classes=("case_sign_off",),
    indexes=(("jurisdiction", "opened", "stream"),),
)
CASE_APPROVALS: Final = Table(
    "case_approvals",
    CaseApproval,
    key=("person", "track", "step"),
    classes=("case_approval",),
    indexes=(("jurisdiction", "awaited", "stream"),),
)
CASE_DECISIONS: Final = Table(
    "case_decisions",
    CaseDecision,
    key=("person", "track"),
    classes=("case_decision",),
    indexes=(("jurisdiction", "served", "stream"),),
)
CASE_RECOVERIES: Final = Table(
    "case_recoveries",
    CaseRecovery,
    key=("recovery",),
    classes=("case",),
    indexes=(("jurisdiction", "ordered", "stream"),),
)
