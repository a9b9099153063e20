"""The lists of joint enforcements."""

from typing import Final

from projections.joint_enforcements import register
from projections.queries.filters import STAGE
from projections.queries.listing import Filter, Listing

JOINT_ENFORCEMENTS: Final = Listing(
    "joint-enforcements",
    register.JOINT_ENFORCEMENTS,
    zh="联合监督执纪",
    en="Joint enforcements",
    order=("begins",),
    filters={
        "stage": STAGE,
        "head": Filter("t.head = {value}", zh="牵头单位", en="who leads"),
        "partner": Filter("{value} = any(t.partners)", zh="参加单位", en="partner"),
    },
)

JOINT_ENFORCEMENT_PLANS: Final = Listing(
    "joint-enforcement-plans",
    register.JOINT_ENFORCEMENT_PLANS,
    zh="联合监督执纪实施方案",
    en="Plans of joint enforcements",
)

JOINT_ENFORCEMENT_SHARES: Final = Listing(
    "joint-enforcement-shares",
    register.JOINT_ENFORCEMENT_SHARES,
    zh="联合监督执纪任务",
    en="Shares of joint enforcements",
    order=("due",),
    newest_first=False,
    filters={
        "owner": Filter("t.owner = {value}", zh="承担单位", en="owner"),
        "stage": STAGE,
    },
)

JOINT_ENFORCEMENT_RESULTS: Final = Listing(
    "joint-enforcement-results",
    register.JOINT_ENFORCEMENT_RESULTS,
    zh="联合监督执纪结果",
    en="Results of joint enforcements",
    order=("recorded",),
)
