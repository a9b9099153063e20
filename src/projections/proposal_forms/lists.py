"""The lists of proposal forms."""

from typing import Final

from projections.proposal_forms import register
from projections.queries.filters import COUNTED, STAGE
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
        "supervision": Filter(
            "t.supervision = {value}", zh="四项监督", en="which of the four supervisions"
        ),
        "task_order": Filter("t.task_order = {value}", zh="任务单", en="the order it came of"),
        "meeting": Filter("t.meeting = {value}", zh="会议", en="the meeting it came of"),
        "counted": COUNTED,
    },
)
