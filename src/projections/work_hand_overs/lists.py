"""The lists of hand-overs of work."""

from typing import Final

from projections.queries.filters import MATTER, STAGE
from projections.queries.listing import Filter, Listing
from projections.work_hand_overs import register

WORK_HAND_OVERS: Final = Listing(
    "work-hand-overs",
    register.WORK_HAND_OVERS,
    zh="工作交接",
    en="Hand-overs of work",
    order=("drawn_up",),
    filters={
        "stage": STAGE,
        "office": Filter("t.office = {value}", zh="单位", en="office"),
        "leaver": Filter("t.leaver = {value}", zh="移交人", en="who leaves"),
        "taker": Filter("t.taker = {value}", zh="接收人", en="who takes over"),
    },
)

WORK_HAND_OVER_ITEMS: Final = Listing(
    "work-hand-over-items",
    register.WORK_HAND_OVER_ITEMS,
    zh="工作交接清单事项",
    en="Items of hand-overs of work",
    order=("stream", "item"),
    newest_first=False,
    filters={
        "work_hand_over": Filter("t.stream = {value}", zh="交接清单", en="the list"),
        "matter": MATTER,
        "family": Filter("t.family = {value}", zh="事项类别", en="family of the matter"),
        "state": Filter("t.state = {value}", zh="状态", en="state"),
    },
    hidden=("case_tag",),
)

WORK_LEFT: Final = Listing(
    "work-left",
    register.WORK_LEFT,
    zh="离岗未交接的工作",
    en="Work left behind",
    order=("since",),
    filters={
        "stage": STAGE,
        "office": Filter("t.office = {value}", zh="单位", en="office"),
        "leaver": Filter("t.leaver = {value}", zh="离岗人", en="who left"),
    },
)
