"""The figures of a report, each counted anew and opening what it counts; beside them stands what it said.

What was corrected or annulled since, or recorded after the report, shows as a difference.
"""

from collections.abc import Iterator
from typing import Any, Final

from domain.work_reports.counting import MEMBERS
from projections.cases.lists import CASES
from projections.consultations.lists import CONSULTATION_MEMBERS, CONSULTATIONS
from projections.daily_supervisions.lists import DAILY_SUPERVISIONS
from projections.leads.lists import LEADS
from projections.proposal_forms.lists import PROPOSAL_FORMS
from projections.queries.figures import Column, Figure
from projections.queries.listing import Listing
from projections.task_orders.lists import FEEDBACK_FORMS, FOLLOW_UPS, TASK_ORDERS


class _About:
    """A list, and its filters by which it is asked of whom and from when until when."""

    def __init__(self, listing: Listing, who: str, when: str, **always: Any) -> None:
        self._listing = listing
        self._filters = {
            who: Column("reporter"),
            f"{when}_from": Column("begins"),
            f"{when}_until": Column("ends"),
            **always,
        }

    def count(self, name: str, zh: str, en: str, **filters: Any) -> Figure:
        """How many rows."""
        every = {**self._filters, **filters}
        return Figure(name=name, zh=zh, en=en, listing=self._listing, filters=every)

    def parties(self, name: str, zh: str, en: str, **filters: Any) -> Figure:
        """How many different parties."""
        return Figure(
            name=name,
            zh=zh,
            en=en,
            listing=self._listing,
            filters={**self._filters, **filters},
            aggregate="distinct",
            column="party",
        )

    def served(self, name: str) -> Iterator[Figure]:
        """How many of them serve each of the four supervisions."""
        for code, (zh, en) in _SUPERVISIONS.items():
            yield self.count(f"{name}_{code}", f"其中{zh}", f"of them {en}", supervision=code)


_SUPERVISIONS: Final = {
    "discipline": ("纪律监督", "discipline supervision"),
    "supervisory": ("监察监督", "supervisory supervision"),
    "stationed": ("派驻监督", "stationed supervision"),
    "inspection": ("巡察监督", "inspection"),
}
_KINDS: Final = {
    "members_commission": ("委领导班子成员", "leaders of the commission"),
    "members_county": ("县区纪委监委", "county commissions"),
    "members_office": ("机关部室", "offices of the commission"),
    "members_stationed": ("派驻(出)机构", "stationed and dispatched bodies"),
    "members_inspection": ("巡察办", "the inspection office"),
}

_MEETINGS: Final = _About(CONSULTATIONS, "convener", "held", kind="joint_meeting", counted=True)
_MEMBERS: Final = _About(
    CONSULTATION_MEMBERS, "convener", "held", kind="joint_meeting", member=True
)
_ORDERS: Final = _About(TASK_ORDERS, "issuer", "issued", counted=True)
_FEEDBACK: Final = _About(FEEDBACK_FORMS, "issuer", "issued", counted=True)
_FOLLOW_UPS: Final = _About(FOLLOW_UPS, "issuer", "issued")
_PROPOSALS: Final = _About(PROPOSAL_FORMS, "concerned", "issued", counted=True)
_DAILY: Final = _About(DAILY_SUPERVISIONS, "stationed_group", "carried_out", counted=True)
_LEADS: Final = _About(LEADS, "party", "received", counted=True)
_CASES: Final = _About(CASES, "handling_party", "filed", standing=True)

FIGURES: Final = (
    _MEETINGS.count("meetings", "联席会议", "joint meetings"),
    _MEMBERS.parties("members", "成员单位", "members"),
    *(
        _MEMBERS.parties(name, f"其中{zh}", f"of them {en}", party_kinds=",".join(MEMBERS[name]))
        for name, (zh, en) in _KINDS.items()
    ),
    _MEMBERS.count("present", "出席", "present", attendance="present"),
    _MEMBERS.count("absent", "缺席", "absent", attendance="absent"),
    _ORDERS.count("orders", "任务单", "task orders"),
    *_ORDERS.served("orders"),
    _ORDERS.count("orders_closed", "已办结任务单", "task orders closed", stage="closed"),
    _FEEDBACK.count("feedback", "应反馈", "feedback forms owed"),
    *_FEEDBACK.served("feedback"),
    _FEEDBACK.count("on_time", "按期反馈", "fed back on time", timeliness="on_time"),
    _FEEDBACK.count("late", "逾期反馈", "fed back late", timeliness="late"),
    _FEEDBACK.count("missing", "逾期未反馈", "missing", timeliness="missing"),
    _FEEDBACK.count("not_due", "未到期", "not due yet", timeliness="open"),
    _FOLLOW_UPS.count("follow_ups", "跟进部门", "departments to follow up"),
    _FOLLOW_UPS.count("followed_up", "已跟进", "departments followed up", done=True),
    _PROPOSALS.count("proposals", "建议单", "proposal forms"),
    *_PROPOSALS.served("proposals"),
    _PROPOSALS.count("proposals_accepted", "建议已采纳答复", "answered well", stage="accepted"),
    _DAILY.count("daily_supervisions", "日常监督", "daily supervision"),
    *_DAILY.served("daily"),
    _LEADS.count("leads_received", "受理线索", "leads received"),
    _LEADS.count("leads_in_hand", "在办线索", "of them in hand", in_hand=True),
    _LEADS.count("leads_overdue", "逾期线索", "of them overdue", overdue=True),
    _CASES.count("cases_filed", "立案", "cases filed"),
)
"""One for each `domain.scheme_reports.ReportCount`; a report shows those of its form."""

EVIDENCE: Final[dict[str, tuple[str, ...]]] = {
    CONSULTATIONS.path: ("kind", "convener", "held", "stage"),
    CONSULTATION_MEMBERS.path: ("party", "attendance", "held"),
    TASK_ORDERS.path: ("number", "issued", "due", "supervision", "stage"),
    FEEDBACK_FORMS.path: ("party", "due", "given", "timeliness", "supervision"),
    FOLLOW_UPS.path: ("party", "department", "due", "followed"),
    PROPOSAL_FORMS.path: ("number", "issued", "due", "supervision", "stage"),
    DAILY_SUPERVISIONS.path: ("carried_out", "method", "supervision"),
    LEADS.path: ("number", "received", "source"),
    CASES.path: ("number", "filed"),
}
"""What who reads the report sees of each thing behind a figure: by which it is told, and no content."""
