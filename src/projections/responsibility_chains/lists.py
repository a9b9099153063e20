"""The lists of responsibility chains, and who has none; broken is what was returned, excepted, overdue."""

from typing import Final

from projections.queries.coverage import Coverage
from projections.queries.filters import STAGE
from projections.queries.listing import Filter, Listing
from projections.responsibility_chains import register

_PARTY_GROUP: Final = Filter("t.party_group = {value}", zh="党委(党组)", en="Party group")

RESPONSIBILITY_CHAINS: Final = Listing(
    "responsibility-chains",
    register.RESPONSIBILITY_CHAINS,
    zh="强责链条",
    en="Responsibility chains, with how many of their links are broken",
    order=("opened", "party_group"),
    filters={
        "party_group": _PARTY_GROUP,
        "stage": STAGE,
        "broken": Filter("(t.broken > 0) = {value}", bool, zh="有断点", en="with broken links"),
    },
)

RESPONSIBILITY_LINKS: Final = Listing(
    "responsibility-links",
    register.RESPONSIBILITY_LINKS,
    zh="强责链条各步各层级落实情况",
    en="Steps of the chains, level by level",
    order=("party_group", "number"),
    newest_first=False,
    filters={
        "party_group": _PARTY_GROUP,
        "level": Filter("t.level = {value}", zh="层级", en="level"),
        "step": Filter("t.step = {value}", zh="步骤", en="step"),
        "stage": STAGE,
        "broken": Filter("t.broken = {value}", bool, zh="断点", en="broken"),
        "undermined": Filter(
            "t.undermined = {value}", bool, zh="前步已退回", en="taken after a step that came back"
        ),
    },
)

COVERAGE: Final = Coverage(
    "responsibility-chain-coverage",
    register.RESPONSIBILITY_CHAINS,
    zh="党委(党组)强责链条覆盖情况",
    en="How many responsibility chains each Party group opened, and how far they came",
    expected="select p.stationed_group, p.code as party_group from party_groups as p",
    keys=("stationed_group", "party_group"),
    match="t.party_group = x.party_group and t.stage in ('open', 'completed')",
    day="opened",
    figures={
        "completed": "count(*) filter (where t.stage = 'completed')",
        "broken": "coalesce(sum(t.broken), 0)::bigint",
    },
)
