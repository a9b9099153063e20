"""The lists of task orders, and what a meeting's figures count in them."""

from typing import Final

from projections.queries.filters import (
    COUNTED,
    ISSUED_FROM,
    ISSUED_UNTIL,
    STAGE,
    SUPERVISION,
)
from projections.queries.listing import Filter, Listing
from projections.task_orders import register

_MEETING: Final = Filter("t.meeting = {value}", zh="会议", en="the meeting it came of")
_ISSUER: Final = Filter("t.issuer = {value}", zh="下达单位", en="issuer")
_PARTY: Final = Filter("t.party = {value}", zh="承办单位", en="the party asked")

TASK_ORDERS: Final = Listing(
    "task-orders",
    register.TASK_ORDERS,
    zh="任务单",
    en="Task orders",
    order=("issued",),
    filters={
        "stage": STAGE,
        "issuer": _ISSUER,
        "issued_from": ISSUED_FROM,
        "issued_until": ISSUED_UNTIL,
        "supervision": SUPERVISION,
        "meeting": _MEETING,
        "pending": Filter("{value} = any(t.pending)", zh="未签收单位", en="still to sign"),
        "counted": COUNTED,
    },
)

FEEDBACK_FORMS: Final = Listing(
    "feedback-forms",
    register.FEEDBACK_FORMS,
    zh="反馈单",
    en="Feedback forms",
    order=("due",),
    newest_first=False,
    filters={
        "party": _PARTY,
        "issuer": _ISSUER,
        "issued_from": ISSUED_FROM,
        "issued_until": ISSUED_UNTIL,
        "supervision": SUPERVISION,
        "stage": STAGE,
        "timeliness": Filter(
            "t.timeliness = {value}", zh="是否按期", en="open, missing, on_time, late, withdrawn"
        ),
        "meeting": _MEETING,
        "returned": Filter("(t.returned > 0) = {value}", bool, zh="曾退回", en="was returned"),
        "counted": Filter("(t.timeliness <> 'withdrawn') = {value}", bool, zh="计入", en="counted"),
    },
)

FOLLOW_UPS: Final = Listing(
    "follow-ups",
    register.FOLLOW_UPS,
    zh="部门任务落实跟进",
    en="Follow-ups of departments",
    order=("due",),
    newest_first=False,
    filters={
        "party": _PARTY,
        "issuer": _ISSUER,
        "issued_from": ISSUED_FROM,
        "issued_until": ISSUED_UNTIL,
        "department": Filter("t.department = {value}", zh="部门", en="department"),
        "progress": Filter("t.progress = {value}", zh="落实进展", en="how far it is"),
        "meeting": _MEETING,
        "done": Filter(
            "(t.times > 0 and t.reason is null) = {value}", bool, zh="已跟进", en="was followed up"
        ),
    },
)
