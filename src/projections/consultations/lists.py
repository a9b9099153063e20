"""The lists of consultations."""

from typing import Final

from projections.consultations import register
from projections.queries.filters import COUNTED, KIND, STAGE, STATUS
from projections.queries.listing import Filter, Listing

_CONVENER: Final = Filter("t.convener = {value}", zh="召集单位", en="convener")
_HELD_FROM: Final = Filter("t.held >= {value}::date", zh="召开日起", en="held on or after")
_HELD_UNTIL: Final = Filter("t.held <= {value}::date", zh="召开日止", en="held on or before")

CONSULTATIONS: Final = Listing(
    "consultations",
    register.CONSULTATIONS,
    zh="会商",
    en="Consultations",
    order=("planned",),
    filters={
        "kind": KIND,
        "stage": STAGE,
        "convener": _CONVENER,
        "held_from": _HELD_FROM,
        "held_until": _HELD_UNTIL,
        "counted": COUNTED,
    },
)

CONSULTATION_STATUS: Final = Listing(
    "consultation-status",
    register.CONSULTATION_STATUS,
    zh="受邀会商",
    en="Consultations one was invited to",
    order=("planned",),
    level="status",
)

CONSULTATION_MEMBERS: Final = Listing(
    "consultation-members",
    register.CONSULTATION_MEMBERS,
    zh="会商参加单位",
    en="Who was to come to consultations, and came",
    order=("party",),
    newest_first=False,
    filters={
        "matter": Filter("t.stream = {value}", zh="会议", en="meeting"),
        "kind": KIND,
        "convener": _CONVENER,
        "held_from": _HELD_FROM,
        "held_until": _HELD_UNTIL,
        "party_kinds": Filter(
            "exists (select from read.parties as p where p.jurisdiction = t.jurisdiction"
            " and p.code = t.party and p.kind = any(string_to_array({value}, ','))"
            " and p.from_position <= coalesce(%(as_of)s::bigint, p.from_position)"
            " and (p.until_position is null or p.until_position > %(as_of)s::bigint))",
            zh="成员类别(逗号分隔)",
            en="kinds of members, separated by commas",
        ),
        "attendance": Filter(
            "t.attendance = {value}", zh="出席情况", en="invited, present, absent, sat_in"
        ),
        "member": Filter("(t.attendance <> 'sat_in') = {value}", bool, zh="成员", en="member"),
    },
)

CONSULTATION_PACKS: Final = Listing(
    "consultation-packs",
    register.CONSULTATION_PACKS,
    zh="会议材料",
    en="What the packs of meetings told of each body",
    order=("begins", "reporter"),
    filters={
        "matter": Filter("t.stream = {value}", zh="会议", en="meeting"),
        "reporter": Filter("t.reporter = {value}", zh="单位", en="body"),
        "period": Filter("t.period = {value}", zh="周期", en="period"),
    },
)

ACTION_ITEMS: Final = Listing(
    "action-items",
    register.ACTION_ITEMS,
    zh="议定事项",
    en="Action items",
    order=("due",),
    newest_first=False,
    filters={
        "owner": Filter("t.owner = {value}", zh="责任单位", en="owner"),
        "status": STATUS,
    },
)
