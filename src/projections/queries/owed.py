"""The list of what is owed, which other figures count in too."""

import datetime
from typing import Final

from projections import obligations
from projections.queries.listing import Filter, Listing

OBLIGATIONS: Final = Listing(
    "obligations",
    obligations.OBLIGATIONS,
    zh="应办事项",
    en="Obligations",
    order=("due",),
    newest_first=False,
    filters={
        "status": Filter("t.status = {value}", zh="状态", en="status"),
        "owner": Filter("t.owner = {value}", zh="责任单位", en="who owes it"),
        "owed_to": Filter("t.owed_to = {value}", zh="权利单位", en="whom it is owed to"),
        "mechanism": Filter("t.mechanism = {value}", zh="机制", en="mechanism"),
        "matter": Filter("t.stream = {value}", zh="事项", en="stream it lives in"),
        "family": Filter(
            "split_part(t.stream, '/', 1) = {value}", zh="事项类别", en="family of the stream"
        ),
        "due_from": Filter("t.due >= {value}", datetime.date, zh="到期日起", en="due on or after"),
        "due_until": Filter(
            "t.due <= {value}", datetime.date, zh="到期日止", en="due on or before"
        ),
        "counted": Filter(
            "(t.status not in ('withdrawn', 'superseded')) = {value}", bool, zh="计入", en="counted"
        ),
        "on_time": Filter(
            "(t.status = 'fulfilled' and t.late_working_days = 0) = {value}",
            bool,
            zh="按期办结",
            en="fulfilled on time",
        ),
    },
    hidden=("case_tag",),
)
