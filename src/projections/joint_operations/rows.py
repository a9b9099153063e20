"""The rows of joint operations: the operation, who was asked and lent, who does what, what came of it."""

import datetime
from typing import Any, Final, NamedTuple

from projections.model import Table


class JointOperation(NamedTuple):
    """An operation: proposed → returned → approved → open → concluded, or annulled.

    ``plan`` and ``outcome`` are commitments; ``lent`` are the people who are with it now, ``recovered``
    is in fen.
    """

    scope: str
    stage: str
    number: str | None
    number_organ: str | None
    number_year: int | None
    number_serial: int | None
    kind: str
    cooperation: str
    title: str
    plan: str
    proposer: str
    lead_body: str
    area: str | None
    matters: tuple[str, ...]
    parties: tuple[str, ...]
    proposed: datetime.date
    returned: int
    approved: datetime.date | None
    opinions: list[dict[str, Any]]
    opened: datetime.date | None
    until: datetime.date
    joined: tuple[str, ...]
    declined: tuple[str, ...]
    lent: int
    results: int
    recovered: int
    outcome: str | None
    concluded: datetime.date | None
    reason: str | None


class JointInvitation(NamedTuple):
    """A party that was asked to join: asked → joined | declined."""

    scope: str
    party: str
    lead_body: str
    title: str
    kind: str
    cooperation: str
    until: datetime.date
    stage: str
    asked: datetime.date
    answered: datetime.date | None
    reason: str | None


class JointLending(NamedTuple):
    """A person lent: offered → lent → returned, or declined. Who works where, and until when."""

    scope: str
    lending: int
    home: str
    person: str
    lead_body: str
    duty: str
    document: str | None
    pool: str | None
    stage: str
    offered: datetime.date
    until: datetime.date
    admitted: datetime.date | None
    returned: datetime.date | None
    reason: str | None


class JointShare(NamedTuple):
    """A member's share of the work: asked → answered → returned → accepted; ``report`` a commitment."""

    scope: str
    party: str
    lead_body: str
    text: str
    due: datetime.date
    stage: str
    report: str | None
    reported: datetime.date | None
    returned: int
    reason: str | None
    accepted: datetime.date | None


class JointResult(NamedTuple):
    """What came of it; ``amount`` in fen."""

    scope: str
    result: int
    by: str
    kind: str
    text: str
    reference: str | None
    amount: int | None
    recorded: datetime.date


JOINT_OPERATIONS: Final = Table(
    "joint_operations",
    JointOperation,
    classes=("joint_operation",),
    indexes=(("jurisdiction", "proposed", "stream"),),
)
JOINT_INVITATIONS: Final = Table(
    "joint_invitations", JointInvitation, key=("party",), classes=("joint_invitation",)
)
JOINT_LENDINGS: Final = Table(
    "joint_lendings",
    JointLending,
    key=("lending",),
    classes=("joint_lending",),
    indexes=(("jurisdiction", "home", "until"),),
)
JOINT_SHARES: Final = Table(
    "joint_shares", JointShare, key=("party",), classes=("joint_operation",)
)
JOINT_RESULTS: Final = Table(
    "joint_results", JointResult, key=("result",), classes=("joint_operation",)
)
