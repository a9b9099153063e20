"""The lists of unit committees, and which of them nobody guided or looked into."""

from typing import Final

from projections.queries.coverage import Coverage
from projections.queries.filters import STAGE, STATIONED_GROUP
from projections.queries.listing import Filter, Listing
from projections.unit_committees import register

_COMMITTEE: Final = Filter("t.committee = {value}", zh="机关纪委", en="unit committee")

UNIT_COMMITTEES: Final = Listing(
    "unit-committees",
    register.UNIT_COMMITTEES,
    zh="机关纪委指导",
    en="Guidance of unit committees",
    order=("guided",),
    filters={"stage": STAGE, "committee": _COMMITTEE, "stationed_group": STATIONED_GROUP},
)
UNIT_COMMITTEE_INSPECTIONS: Final = Listing(
    "unit-committee-inspections",
    register.UNIT_COMMITTEE_INSPECTIONS,
    zh="对机关纪委的督促检查",
    en="Inspections of unit committees",
    order=("inspected",),
    filters={"committee": _COMMITTEE, "stationed_group": STATIONED_GROUP},
)
UNIT_COMMITTEE_FINDINGS: Final = Listing(
    "unit-committee-findings",
    register.UNIT_COMMITTEE_FINDINGS,
    zh="机关纪委检查问题",
    en="Findings about unit committees",
    order=("due",),
    newest_first=False,
    filters={"stage": STAGE, "committee": _COMMITTEE, "stationed_group": STATIONED_GROUP},
)
UNIT_COMMITTEE_ENLISTMENTS: Final = Listing(
    "unit-committee-enlistments",
    register.UNIT_COMMITTEE_ENLISTMENTS,
    zh="机关纪委人员抽调",
    en="Enlistments of unit committees",
    order=("until",),
    newest_first=False,
    filters={
        "stage": STAGE,
        "committee": _COMMITTEE,
        "stationed_group": STATIONED_GROUP,
        "person": Filter("{value} = any(t.people)", zh="人员", en="person"),
    },
)
UNIT_COMMITTEE_MATTERS: Final = Listing(
    "unit-committee-matters",
    register.UNIT_COMMITTEE_MATTERS,
    zh="抽调服务的事项",
    en="Matters that enlistments serve",
    order=("since",),
    filters={"matter": Filter("t.case_tag = {value}", zh="事项", en="matter")},
)
JOINT_EVIDENCE: Final = Listing(
    "joint-evidence",
    register.JOINT_EVIDENCE,
    zh="联合取证",
    en="Joint evidence",
    order=("recorded",),
    filters={
        "stage": STAGE,
        "kind": Filter("t.kind = {value}", zh="证据种类", en="kind of evidence"),
    },
)

COVERAGE: Final = Coverage(
    "unit-committee-coverage",
    register.UNIT_COMMITTEES,
    zh="机关纪委指导和督促检查覆盖情况",
    en="Which unit committees were guided or looked into, and how often looked into in all",
    expected="select c.stationed_group, c.code as committee from committees as c",
    keys=("stationed_group", "committee"),
    match="t.committee = x.committee and t.stage in ('guided', 'concluded')",
    day="guided",
    in_period=(
        "(t.guided between %(begins)s and %(ends)s or exists ("
        " select from read.unit_committee_inspections as i"
        " where i.jurisdiction = t.jurisdiction and i.stream = t.stream"
        " and i.inspected between %(begins)s and %(ends)s"
        " and (%(as_of)s::bigint is null or i.from_position <= %(as_of)s)))"
    ),
    figures={"inspections": "coalesce(sum(t.inspections), 0)::bigint"},
    kept_from="commission",
)
