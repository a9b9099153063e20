"""The lists of integrity plans, and who has no plan, or no activity, in a strand."""

from typing import Final

from projections.integrity_plans import register
from projections.queries.coverage import Coverage
from projections.queries.filters import STAGE, STATIONED_BODY
from projections.queries.listing import Filter, Listing

_OF: Final = {
    "committee": Filter("t.committee = {value}", zh="机关纪委", en="committee"),
    "group": STATIONED_BODY,
    "period": Filter("t.period = {value}", zh="周期", en="period"),
}

INTEGRITY_PLANS: Final = Listing(
    "integrity-plans",
    register.INTEGRITY_PLANS,
    zh="“四廉共育”计划",
    en="Integrity plans, with what was reviewed in each strand",
    order=("period", "committee"),
    filters={
        **_OF,
        "whole": Filter(
            "(least(t.party_building, t.education, t.reflection, t.family) > 0) = {value}",
            bool,
            zh="四个方面均已评审",
            en="something reviewed in every strand",
        ),
    },
)

INTEGRITY_ACTIVITIES: Final = Listing(
    "integrity-activities",
    register.INTEGRITY_ACTIVITIES,
    zh="“四廉共育”活动",
    en="Activities of the four strands",
    order=("due",),
    newest_first=False,
    filters={
        **_OF,
        "strand": Filter("t.strand = {value}", zh="方面", en="strand"),
        "stage": STAGE,
        "rating": Filter("t.rating = {value}", zh="评价", en="rating"),
    },
)

_EXPECTED: Final = (
    "select c.stationed_group, c.code as committee, s.strand from committees as c cross join"
    " (values ('party_building'), ('education'), ('reflection'), ('family')) as s (strand)"
)
_KEYS: Final = ("stationed_group", "committee", "strand")

PLANNED: Final = Coverage(
    "integrity-plan-coverage",
    register.INTEGRITY_ACTIVITIES,
    zh="机关纪委“四廉共育”计划覆盖情况",
    en="How many activities each committee has planned in each strand",
    expected=_EXPECTED,
    keys=_KEYS,
    match=(
        "t.committee = x.committee and t.strand = x.strand"
        " and t.stage in ('agreed', 'held', 'returned', 'reviewed')"
    ),
    day="due",
)

REVIEWED: Final = Coverage(
    "integrity-activity-coverage",
    register.INTEGRITY_ACTIVITIES,
    zh="机关纪委“四廉共育”活动覆盖情况",
    en="How many activities of each committee were held and reviewed in each strand",
    expected=_EXPECTED,
    keys=_KEYS,
    match="t.committee = x.committee and t.strand = x.strand and t.stage = 'reviewed'",
    day="held",
    figures={"attended": "coalesce(sum(t.attended), 0)::bigint"},
)
