"""The lists of guidance contact, and which group nobody was in contact with."""

from typing import Final

from projections.guidance_links import register
from projections.queries.coverage import Coverage
from projections.queries.filters import STAGE, STATIONED_GROUP
from projections.queries.listing import Filter, Listing

_OFFICE: Final = Filter("t.office = {value}", zh="联系室", en="office")

GUIDANCE_LINKS: Final = Listing(
    "guidance-links",
    register.GUIDANCE_LINKS,
    zh="指导联系",
    en="Which office is linked with which group, under which leader",
    order=("office", "stationed_group"),
    newest_first=False,
    filters={
        "office": _OFFICE,
        "stationed_group": STATIONED_GROUP,
        "leader": Filter("t.leader = {value}", zh="联系领导", en="leader"),
        "stage": STAGE,
    },
)

GUIDANCE_CONTACTS: Final = Listing(
    "guidance-contacts",
    register.GUIDANCE_CONTACTS,
    zh="联系记录",
    en="Log of contacts",
    order=("contacted",),
    filters={
        "office": _OFFICE,
        "stationed_group": STATIONED_GROUP,
        "manner": Filter("t.manner = {value}", zh="方式", en="manner"),
        "stage": STAGE,
    },
)

COVERAGE: Final = Coverage(
    "guidance-coverage",
    register.GUIDANCE_CONTACTS,
    zh="派驻机构指导联系覆盖情况",
    en="How often each group was in contact with its office",
    expected="select g.supervising_office, g.code as stationed_group from groups as g",
    keys=("supervising_office", "stationed_group"),
    match="t.stationed_group = x.stationed_group and t.stage = 'recorded'",
    day="contacted",
)
