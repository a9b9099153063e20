"""The lists of inspection links."""

from typing import Final

from projections.inspection_links import register
from projections.queries.filters import KIND, STAGE, STATIONED_BODY
from projections.queries.listing import Filter, Listing

INSPECTION_LINKS: Final = Listing(
    "inspection-links",
    register.INSPECTION_LINKS,
    zh="巡察联动",
    en="Inspection links",
    order=("begins",),
    filters={
        "team": Filter("t.team = {value}", zh="巡察组", en="inspection team"),
        "group": STATIONED_BODY,
        "unit": Filter("{value} = any(t.units)", zh="被巡察单位", en="inspected unit"),
        "deputy": Filter("t.deputy = {value}", zh="副组长", en="deputy team leader"),
        "stage": STAGE,
    },
)
INSPECTION_STEPS: Final = Listing(
    "inspection-steps",
    register.INSPECTION_STEPS,
    zh="巡察联动事项",
    en="What group and team do together",
    order=("begun",),
    filters={
        "kind": KIND,
        "stage": STAGE,
    },
)
PASSED_LEADS: Final = Listing(
    "passed-leads",
    register.PASSED_LEADS,
    zh="交由巡察组了解的线索",
    en="Leads passed for understanding",
    order=("due",),
    newest_first=False,
    filters={
        "lead": Filter("t.case_tag = {value}", zh="线索", en="lead"),
        "team": Filter("t.team = {value}", zh="巡察组", en="inspection team"),
        "stage": STAGE,
    },
)
INSPECTION_PROBLEMS: Final = Listing(
    "inspection-problems",
    register.INSPECTION_PROBLEMS,
    zh="提请写入巡察报告的问题",
    en="Problems for the inspection report",
    order=("put_forward",),
    filters={
        "unit": Filter("t.unit = {value}", zh="单位", en="unit"),
        "stage": STAGE,
    },
)
