"""The lists of consultations."""

from typing import Final

from projections.consultations import register
from projections.queries.listing import Filter, Listing

CONSULTATIONS: Final = Listing(
    "consultations",
    register.CONSULTATIONS,
    zh="会商",
    en="Consultations",
    order=("planned",),
    filters={
        "kind": Filter("t.kind = {value}", zh="类型", en="kind"),
        "stage": Filter("t.stage = {value}", zh="阶段", en="stage"),
        "convener": Filter("t.convener = {value}", zh="召集单位", en="convener"),
    },
)

CONSULTATION_STATUS: Final = Listing(
    "consultation-status",
    register.CONSULTATION_STATUS,
    zh="受邀会商",
    en="Consultations one was invited to",
    order=("planned",),
    level="status",
)

ACTION_ITEMS: Final = Listing(
    "action-items",
    register.ACTION_ITEMS,
    zh="议定事项",
    en="Action items",
    order=("due",),
    newest_first=False,
    filters={
        "owner": Filter("t.owner = {value}", zh="责任单位", en="owner"),
        "status": Filter("t.status = {value}", zh="状态", en="status"),
    },
)
