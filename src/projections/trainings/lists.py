"""The lists of training sessions and of who came, and which group's people had none."""

from typing import Final

from projections.queries.coverage import Coverage
from projections.queries.filters import STAGE
from projections.queries.listing import Filter, Listing
from projections.trainings import register

_BRAND: Final = Filter("t.brand = {value}", zh="培训品牌", en="brand")

TRAININGS: Final = Listing(
    "trainings",
    register.TRAININGS,
    zh="教育培训",
    en="Training sessions",
    order=("planned",),
    filters={
        "brand": _BRAND,
        "organiser": Filter("t.organiser = {value}", zh="举办单位", en="organiser"),
        "stage": STAGE,
    },
)

ATTENDANCES: Final = Listing(
    "training-attendances",
    register.ATTENDANCES,
    zh="参训情况",
    en="Who was named for training and who came",
    order=("planned",),
    filters={
        "party": Filter("t.party = {value}", zh="参训单位", en="body invited"),
        "brand": _BRAND,
        "stage": STAGE,
    },
    computed={
        "absent": "cardinality(array(select unnest(t.named) except select unnest(t.came)))",
    },
)

COVERAGE: Final = Coverage(
    "training-coverage",
    register.ATTENDANCES,
    zh="派驻机构干部参训覆盖情况",
    en="How often people of each group were trained",
    expected="select g.code as stationed_group from groups as g",
    keys=("stationed_group",),
    match="t.party = x.stationed_group and t.stage = 'held' and cardinality(t.came) > 0",
    day="held",
)
