"""What a body did in the period it is assessed for, counted on its own records.

One figure for each `domain.scheme_assessments.Count`, by the same name; each opens what it counts. Whoever
may read less counts less: the body alone counts all of its own, which is why it declares the figures.
"""

from typing import Any, Final

from domain.scheme_assessments import Count
from projections.daily_supervisions import lists as daily_supervisions
from projections.leads import lists as leads
from projections.quality_reviews.lists import QUALITY_REVIEWS
from projections.queries.figures import Column, Figure
from projections.queries.listing import Listing
from projections.queries.owed import OBLIGATIONS
from projections.recommendations import lists as recommendations

_BODY: Final = Column("body")
_DUE: Final = {
    "owner": _BODY,
    "due_from": Column("begins"),
    "due_until": Column("ends"),
    "counted": True,
}
_REVIEWED: Final = {
    "body": _BODY,
    "completed_from": Column("begins"),
    "completed_until": Column("ends"),
    "stage": "completed",
}


def _figure(name: Count, zh: str, en: str, listing: Listing, **filters: Any) -> Figure:
    return Figure(name=name, zh=zh, en=en, listing=listing, filters=filters)


EVIDENCE: Final[dict[str, tuple[str, ...]]] = {
    OBLIGATIONS.path: (
        "obligation",
        "mechanism",
        "rule",
        "due",
        "status",
        "ended",
        "late_working_days",
    ),
    leads.LEADS.path: ("number", "received", "source"),
    recommendations.RECOMMENDATIONS.path: ("number", "issued", "kind"),
    daily_supervisions.DAILY_SUPERVISIONS.path: ("carried_out", "method"),
    QUALITY_REVIEWS.path: ("completed", "kind", "grade"),
}
"""What an assessor sees of each thing that the body counted: by which it is told, and counted or not.

Nothing that says what it is about, or whom.
"""

FIGURES: Final = (
    _figure("obligations_due", "到期应办事项", "obligations due", OBLIGATIONS, **_DUE),
    _figure(
        "obligations_on_time",
        "按期办结",
        "fulfilled on time",
        OBLIGATIONS,
        **_DUE,
        on_time=True,
    ),
    _figure(
        "lead_obligations_due",
        "到期线索办理事项",
        "obligations of leads due",
        OBLIGATIONS,
        **_DUE,
        family="lead",
    ),
    _figure(
        "lead_obligations_on_time",
        "线索按期办理",
        "of leads fulfilled on time",
        OBLIGATIONS,
        **_DUE,
        family="lead",
        on_time=True,
    ),
    _figure(
        "leads_received",
        "受理线索",
        "leads received",
        leads.LEADS,
        party=_BODY,
        received_from=Column("begins"),
        received_until=Column("ends"),
        counted=True,
    ),
    _figure(
        "recommendations_issued",
        "制发建议书",
        "recommendations issued",
        recommendations.RECOMMENDATIONS,
        issuer=_BODY,
        issued_from=Column("begins"),
        issued_until=Column("ends"),
        counted=True,
    ),
    _figure(
        "daily_supervisions",
        "开展日常监督",
        "daily supervision carried out",
        daily_supervisions.DAILY_SUPERVISIONS,
        stationed_group=_BODY,
        carried_out_from=Column("begins"),
        carried_out_until=Column("ends"),
        counted=True,
    ),
    _figure("cases_reviewed", "完成质量评查", "cases reviewed", QUALITY_REVIEWS, **_REVIEWED),
    _figure(
        "cases_reviewed_excellent",
        "评为优秀",
        "of them excellent",
        QUALITY_REVIEWS,
        **_REVIEWED,
        grade="excellent",
    ),
)
"""The figures of one assessment."""
