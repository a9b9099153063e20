"""What came of a meeting: its members, the orders it gave, how they were fed back, what was proposed.

The numbers of the quarterly analysis report (一会三单一报告, mechanism 25) are these; each is counted in
a list, and opens it.
"""

from typing import Any, Final

from projections.consultations import lists
from projections.leads.lists import LEADS
from projections.proposal_forms import lists as proposal_forms
from projections.queries.figures import MATTER, Figure
from projections.queries.listing import Listing
from projections.task_orders import lists as task_orders


def _members(name: str, zh: str, en: str, **filters: Any) -> Figure:
    return Figure(
        name=name,
        zh=zh,
        en=en,
        listing=lists.CONSULTATION_MEMBERS,
        filters={"matter": MATTER, **filters},
    )


def _of(listing: Listing, name: str, zh: str, en: str, **filters: Any) -> Figure:
    return Figure(name=name, zh=zh, en=en, listing=listing, filters={"meeting": MATTER, **filters})


_ORDERS: Final = task_orders.TASK_ORDERS
_FORMS: Final = task_orders.FEEDBACK_FORMS
_FOLLOW_UPS: Final = task_orders.FOLLOW_UPS
_PROPOSALS: Final = proposal_forms.PROPOSAL_FORMS

FIGURES: Final = (
    _members("members", "成员单位", "members", member=True),
    _members("present", "出席", "present", attendance="present"),
    _members("absent", "缺席", "absent", attendance="absent"),
    _of(_ORDERS, "orders", "任务单", "task orders", counted=True),
    _of(_ORDERS, "closed", "已办结任务单", "task orders closed", stage="closed"),
    *(
        _of(_ORDERS, f"orders_{code}", zh, en, supervision=code, counted=True)
        for code, zh, en in (
            ("discipline", "其中纪律监督", "of them discipline supervision"),
            ("supervisory", "其中监察监督", "of them supervisory supervision"),
            ("stationed", "其中派驻监督", "of them stationed supervision"),
            ("inspection", "其中巡察监督", "of them inspection"),
        )
    ),
    _of(_FORMS, "feedback", "应反馈", "feedback forms owed", counted=True),
    _of(_FORMS, "on_time", "按期反馈", "fed back on time", timeliness="on_time"),
    _of(_FORMS, "late", "逾期反馈", "fed back late", timeliness="late"),
    _of(_FORMS, "missing", "逾期未反馈", "missing", timeliness="missing"),
    _of(_FORMS, "open", "未到期", "not due yet", timeliness="open"),
    _of(_FORMS, "returned", "曾退回反馈单", "returned", returned=True, counted=True),
    _of(_FOLLOW_UPS, "follow_ups", "跟进部门", "departments to follow up"),
    _of(_FOLLOW_UPS, "followed_up", "已跟进", "departments followed up", done=True),
    *(
        Figure(
            name=name,
            zh=zh,
            en=en,
            listing=LEADS,
            filters={"resolved_at": MATTER, **filters},
        )
        for name, zh, en, filters in (
            ("resolved", "研判线索", "leads resolved on", {}),
            ("resolutions_met", "研判意见已落实", "resolutions met", {"resolution": "met"}),
            ("resolutions_open", "研判意见未落实", "resolutions open", {"resolution": "open"}),
        )
    ),
    _of(_PROPOSALS, "proposals", "建议单", "proposal forms", counted=True),
    _of(_PROPOSALS, "proposals_accepted", "建议已采纳答复", "answered well", stage="accepted"),
)
"""The figures of one meeting."""
