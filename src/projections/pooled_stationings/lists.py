"""The lists of pooled stationings."""

from typing import Final

from projections.pooled_stationings import register
from projections.queries.filters import MATTER, PERSON, STAGE
from projections.queries.listing import Filter, Listing

_GROUP: Final = {"group": Filter("t.stationed_group = {value}", zh="综合派驻组", en="pooled group")}
_PERSON: Final = {"person": PERSON}
_STAGE: Final = {"stage": STAGE}
_UNIT: Final = {"unit": Filter("t.unit = {value}", zh="单位", en="unit")}

POOLED_STATIONINGS: Final = Listing(
    "pooled-stationings",
    register.POOLED_STATIONINGS,
    zh="综合派驻",
    en="Pooled stationings",
    order=("established",),
    filters={**_GROUP, **_STAGE},
)
POOL_ASSIGNMENTS: Final = Listing(
    "pool-assignments",
    register.POOL_ASSIGNMENTS,
    zh="综合派驻人员安排",
    en="Who has which unit",
    order=("begun",),
    filters={**_GROUP, **_PERSON, **_UNIT, **_STAGE},
)
POOL_MATTERS: Final = Listing(
    "pool-matters",
    register.POOL_MATTERS,
    zh="综合派驻办案安排",
    en="Who has which matter",
    order=("begun",),
    filters={
        **_GROUP,
        **_PERSON,
        **_STAGE,
        "matter": MATTER,
    },
    hidden=("case_tag",),
)
POOL_UNITS: Final = Listing(
    "pool-units",
    register.POOL_UNITS,
    zh="派驻单位力量",
    en="How many have each unit",
    order=("unit",),
    newest_first=False,
    filters={
        **_GROUP,
        **_UNIT,
        "empty": Filter("(t.people = 0) = {value}", bool, zh="无人负责", en="without anybody"),
    },
)
POOL_WORKLOADS: Final = Listing(
    "pool-workloads",
    register.POOL_WORKLOADS,
    zh="人员工作量",
    en="How much each person has",
    order=("running",),
    filters={**_GROUP, **_PERSON},
)
