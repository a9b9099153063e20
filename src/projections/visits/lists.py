"""The lists of visits and concerns, and which group was not visited."""

from typing import Final

from projections.queries.coverage import Coverage
from projections.queries.filters import KIND, STAGE, STATIONED_GROUP
from projections.queries.listing import Filter, Listing
from projections.visits import register

VISITS: Final = Listing(
    "visits",
    register.VISITS,
    zh="走访派驻机构",
    en="Visits to groups",
    order=("visited",),
    filters={
        "visitor": Filter("t.visitor = {value}", zh="走访单位", en="who visited"),
        "stationed_group": STATIONED_GROUP,
        "stage": STAGE,
    },
)

CONCERNS: Final = Listing(
    "concerns",
    register.CONCERNS,
    zh="干部诉求",
    en="Concerns of cadres, the oldest first",
    order=("raised",),
    newest_first=False,
    filters={
        "stationed_group": STATIONED_GROUP,
        "owner": Filter("t.owner = {value}", zh="办理单位", en="who sees to it"),
        "kind": KIND,
        "stage": STAGE,
        "open": Filter("(t.closed is null) = {value}", bool, zh="未办结", en="not closed"),
    },
    computed={"age_days": "coalesce(t.closed, {day}) - t.raised"},
)

COVERAGE: Final = Coverage(
    "visit-coverage",
    register.VISITS,
    zh="派驻机构走访覆盖情况",
    en="How often each group was visited",
    expected="select g.code as stationed_group from groups as g",
    keys=("stationed_group",),
    match="t.stationed_group = x.stationed_group and t.stage <> 'annulled'",
    day="visited",
    kept_from="office",
)
