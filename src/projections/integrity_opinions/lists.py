"""The list of integrity opinions."""

from typing import Final

from projections.integrity_opinions import register
from projections.queries.filters import STAGE
from projections.queries.listing import Filter, Listing

INTEGRITY_OPINIONS: Final = Listing(
    "integrity-opinions",
    register.INTEGRITY_OPINIONS,
    zh="廉政意见",
    en="Integrity opinions",
    order=("asked",),
    filters={
        "asked_by": Filter("t.asked_by = {value}", zh="征求单位", en="who asks"),
        "unit": Filter("t.unit = {value}", zh="人选所在单位", en="the person's unit"),
        "stationed_group": Filter("t.stationed_group = {value}", zh="回复组", en="who answers"),
        "stage": STAGE,
        "person": Filter("t.person = {value}", zh="人选", en="person"),
    },
)
