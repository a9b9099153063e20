"""The lists of trees of responsibility, and who has none: the gaps are what is missing at each level."""

from typing import Final

from projections.queries.coverage import Coverage
from projections.queries.filters import STAGE
from projections.queries.listing import Filter, Listing
from projections.responsibility_trees import register

_PARTY_GROUP: Final = Filter("t.party_group = {value}", zh="党委(党组)", en="Party group")

RESPONSIBILITY_TREES: Final = Listing(
    "responsibility-trees",
    register.RESPONSIBILITY_TREES,
    zh="主体责任层级清单",
    en="Trees of responsibility, with how many lists are missing",
    order=("year", "party_group"),
    filters={
        "party_group": _PARTY_GROUP,
        "year": Filter("t.year = {value}", int, zh="年度", en="year"),
        "stage": STAGE,
    },
)

RESPONSIBILITY_LISTS: Final = Listing(
    "responsibility-lists",
    register.RESPONSIBILITY_LISTS,
    zh="各级党组织责任清单",
    en="Party organisations down the tree, and their lists",
    order=("party_group", "level"),
    newest_first=False,
    filters={
        "party_group": _PARTY_GROUP,
        "level": Filter("t.level = {value}", int, zh="层级", en="level"),
        "stage": STAGE,
        "gaps": Filter(
            "(t.stage in ('missing', 'returned') or t.missing_below > 0) = {value}",
            bool,
            zh="本级或下级缺清单",
            en="lacking its list, or one below it",
        ),
    },
)

COVERAGE: Final = Coverage(
    "responsibility-tree-coverage",
    register.RESPONSIBILITY_TREES,
    zh="党委(党组)主体责任层级清单覆盖情况",
    en="Which Party groups began the lists of the year, and how many lists are missing",
    expected="select p.stationed_group, p.code as party_group from party_groups as p",
    keys=("stationed_group", "party_group"),
    match="t.party_group = x.party_group and t.stage = 'open'",
    day="opened",
    in_period="t.year between extract(year from %(begins)s::date) and extract(year from %(ends)s::date)",
    figures={
        "organisations": "coalesce(sum(t.organisations), 0)::bigint",
        "missing": "coalesce(sum(t.missing), 0)::bigint",
    },
)
