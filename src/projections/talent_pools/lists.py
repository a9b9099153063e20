"""The lists of talent pools, their members and study groups, and which group has nobody in one."""

from typing import Final

from projections import nominating
from projections.queries.coverage import Coverage
from projections.queries.filters import PERSON, STAGE
from projections.queries.listing import Filter, Listing
from projections.talent_pools import register

_POOL: Final = Filter("t.stream = {value}", zh="人才库", en="pool")
_LEADER: Final = Filter("t.leader = {value}", zh="牵头单位", en="leading body")

TALENT_POOLS: Final = Listing(
    "talent-pools",
    register.TALENT_POOLS,
    zh="人才库",
    en="Talent pools",
    order=("opened",),
    filters={
        "stage": STAGE,
        "area": Filter("t.area = {value}", zh="片区", en="area"),
    },
)

INVITATIONS: Final = nominating.listing(
    "talent-pool-invitations",
    register.INVITATIONS,
    zh="人才库推荐要求",
    en="Who is to nominate for talent pools",
)

MEMBERS: Final = Listing(
    "talent-pool-members",
    register.MEMBERS,
    zh="人才库人员",
    en="Persons nominated to talent pools",
    order=("member",),
    newest_first=False,
    filters={
        "pool": _POOL,
        "stage": STAGE,
        "party": Filter("t.party = {value}", zh="推荐单位", en="nominating body"),
        "person": PERSON,
        "drawn": Filter(
            "(cardinality(t.secondments) > 0) = {value}", bool, zh="已抽调", en="drawn"
        ),
    },
)

STUDY_GROUPS: Final = Listing(
    "study-groups",
    register.STUDY_GROUPS,
    zh="学习小组",
    en="Study groups",
    order=("group",),
    newest_first=False,
    filters={
        "pool": _POOL,
        "stage": STAGE,
        "leader": _LEADER,
        "mentor": Filter("t.mentor = {value}", zh="导师", en="mentor"),
    },
)

STUDY_SESSIONS: Final = Listing(
    "study-sessions",
    register.STUDY_SESSIONS,
    zh="共学记录",
    en="Sessions of study groups",
    order=("held",),
    filters={
        "pool": _POOL,
        "leader": _LEADER,
        "counted": Filter("t.counted = {value}", bool, zh="计入", en="counted"),
    },
)

COVERAGE: Final = Coverage(
    "talent-pool-coverage",
    register.MEMBERS,
    zh="派驻机构干部入库覆盖情况",
    en="How many people of each group are of a pool",
    expected="select g.code as stationed_group from groups as g",
    keys=("stationed_group",),
    match="t.party = x.stationed_group and t.stage = 'admitted'",
    day="admitted",
    kept_from="office",
)
