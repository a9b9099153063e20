"""The lists of joint operations."""

from typing import Final

from projections.joint_operations import rows
from projections.queries.filters import KIND, PERSON, STAGE
from projections.queries.listing import Filter, Listing

_LEAD_BODY: Final = Filter("t.lead_body = {value}", zh="牵头单位", en="lead body")

JOINT_OPERATIONS: Final = Listing(
    "joint-operations",
    rows.JOINT_OPERATIONS,
    zh="联动协作",
    en="Joint operations",
    order=("proposed",),
    filters={
        "kind": KIND,
        "cooperation": Filter("t.cooperation = {value}", zh="协作内容", en="what is done together"),
        "stage": STAGE,
        "lead_body": _LEAD_BODY,
        "area": Filter("t.area = {value}", zh="片区", en="area"),
        "matter": Filter("{value} = any(t.matters)", zh="所涉事项", en="matter served"),
    },
)
JOINT_INVITATIONS: Final = Listing(
    "joint-invitations",
    rows.JOINT_INVITATIONS,
    zh="联动邀请",
    en="Invitations to joint operations",
    order=("asked",),
    filters={
        "party": Filter("t.party = {value}", zh="受邀单位", en="who was asked"),
        "stage": STAGE,
    },
)
JOINT_LENDINGS: Final = Listing(
    "joint-lendings",
    rows.JOINT_LENDINGS,
    zh="人员借用",
    en="People lent",
    order=("until",),
    filters={
        "home": Filter("t.home = {value}", zh="派出单位", en="home of the person"),
        "person": PERSON,
        "lead_body": _LEAD_BODY,
        "stage": STAGE,
    },
)
JOINT_SHARES: Final = Listing(
    "joint-shares",
    rows.JOINT_SHARES,
    zh="联动分工",
    en="Shares of joint operations",
    order=("due",),
    newest_first=False,
    filters={
        "party": Filter("t.party = {value}", zh="承担单位", en="who has it"),
        "stage": STAGE,
    },
)
JOINT_RESULTS: Final = Listing(
    "joint-results",
    rows.JOINT_RESULTS,
    zh="联动成果",
    en="Results of joint operations",
    order=("recorded",),
    filters={"kind": KIND},
)
