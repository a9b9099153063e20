"""The lists of duty matrices: holes, overlaps, shares, results of both responsibilities."""

from typing import Final

from projections.duty_matrices import register
from projections.queries.filters import STAGE
from projections.queries.listing import Filter, Listing

_MATRIX: Final = Filter("t.stream = {value}", zh="职责清单", en="matrix")
_ITEM: Final = Filter("t.item = {value}", int, zh="民生实事", en="item")
_HOLE: Final = Filter("t.hole = {value}", bool, zh="职责空白", en="a hole")
_PARTY: Final = Filter("t.party = {value}", zh="单位", en="party")
_RESPONSIBILITY: Final = Filter(
    "t.responsibility = {value}", zh="主体责任或监督责任", en="principal, supervisory"
)

DUTY_MATRICES: Final = Listing(
    "duty-matrices",
    register.DUTY_MATRICES,
    zh="职责清单",
    en="Duty matrices, with holes and overlaps",
    order=("year", "opener"),
    filters={
        "opener": Filter("t.opener = {value}", zh="建立单位", en="keeper"),
        "year": Filter("t.year = {value}", int, zh="年度", en="year"),
        "stage": STAGE,
        "unclear": Filter(
            "(t.holes + t.overlaps > 0) = {value}", bool, zh="尚未厘清", en="not clear yet"
        ),
    },
)

DUTY_ITEMS: Final = Listing(
    "duty-items",
    register.DUTY_ITEMS,
    zh="民生实事",
    en="Livelihood items, the units that do them, the groups that supervise",
    order=("item",),
    newest_first=False,
    filters={
        "matrix": _MATRIX,
        "stage": STAGE,
        "hole": _HOLE,
        "unit": Filter("{value} = any(t.units)", zh="承办单位", en="a unit that does it"),
        "group": Filter("{value} = any(t.groups)", zh="监督单位", en="a group that supervises"),
    },
)

DUTIES: Final = Listing(
    "duties",
    register.DUTIES,
    zh="职责",
    en="Duties of livelihood items, and who holds them",
    order=("duty",),
    newest_first=False,
    filters={
        "matrix": _MATRIX,
        "item": _ITEM,
        "stage": STAGE,
        "hole": _HOLE,
        "overlap": Filter("t.overlap = {value}", bool, zh="职责交叉", en="an overlap"),
        "unit": Filter("{value} = any(t.units)", zh="承办单位", en="a unit that holds it"),
    },
)

DUTY_SHARES: Final = Listing(
    "duty-shares",
    register.DUTY_SHARES,
    zh="分工",
    en="Shares in duty matrices",
    order=("share",),
    newest_first=False,
    filters={
        "matrix": _MATRIX,
        "item": _ITEM,
        "party": _PARTY,
        "responsibility": _RESPONSIBILITY,
        "stage": STAGE,
        "standing": Filter(
            "(t.stage not in ('withdrawn', 'annulled')) = {value}", bool, zh="有效", en="standing"
        ),
        "contested": Filter(
            "(t.disputed or t.claimed) = {value}", bool, zh="有异议或认领", en="disputed or claimed"
        ),
    },
)

DUTY_RESULTS: Final = Listing(
    "duty-results",
    register.DUTY_RESULTS,
    zh="两个责任成效",
    en="Results under both responsibilities",
    order=("recorded",),
    filters={
        "matrix": _MATRIX,
        "item": _ITEM,
        "party": _PARTY,
        "responsibility": _RESPONSIBILITY,
        "achievement": Filter("t.achievement = {value}", zh="类型", en="of what"),
        "stage": STAGE,
        "counted": Filter("(t.stage = 'recorded') = {value}", bool, zh="计入", en="counted"),
        "of_group": Filter(
            "(t.responsibility = 'supervisory' or cardinality(t.joined) > 0) = {value}",
            bool,
            zh="派驻机构参与",
            en="a group's, or joint",
        ),
        "joint": Filter("(cardinality(t.joined) > 0) = {value}", bool, zh="共同成效", en="joint"),
        "returned": Filter("(t.returned > 0) = {value}", bool, zh="曾退回", en="was returned"),
    },
)
