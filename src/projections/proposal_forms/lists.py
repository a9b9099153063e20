"""The lists of proposal forms."""

from typing import Final

from projections.proposal_forms import register
from projections.queries.filters import (
    COUNTED,
    ISSUED_FROM,
    ISSUED_UNTIL,
    STAGE,
    SUPERVISION,
)
from projections.queries.listing import Filter, Listing

PROPOSAL_FORMS: Final = Listing(
    "proposal-forms",
    register.PROPOSAL_FORMS,
    zh="建议单",
    en="Proposal forms",
    order=("issued",),
    filters={
        "stage": STAGE,
        "issuer": Filter("t.issuer = {value}", zh="发出单位", en="issuer"),
        "addressee": Filter("t.addressee = {value}", zh="接收单位", en="addressee"),
        "concerned": Filter(
            "{value} in (t.issuer, t.ordered_by)",
            zh="发出单位或任务下达单位",
            en="issuer, or who gave the order it came of",
        ),
        "issued_from": ISSUED_FROM,
        "issued_until": ISSUED_UNTIL,
        "supervision": SUPERVISION,
        "task_order": Filter("t.task_order = {value}", zh="任务单", en="the order it came of"),
        "meeting": Filter("t.meeting = {value}", zh="会议", en="the meeting it came of"),
        "counted": COUNTED,
    },
)
