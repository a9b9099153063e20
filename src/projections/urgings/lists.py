"""The lists of urgings."""

from typing import Final

from projections.queries.filters import COUNTED, KIND, STAGE
from projections.queries.listing import Filter, Listing
from projections.urgings import register

URGINGS: Final = Listing(
    "urgings",
    register.URGINGS,
    zh="催办督办",
    en="Urgings",
    order=("urged",),
    filters={
        "kind": KIND,
        "stage": STAGE,
        "issuer": Filter("t.issuer = {value}", zh="催办单位", en="who urges"),
        "addressee": Filter("t.addressee = {value}", zh="被催办单位", en="who is urged"),
        "counted": COUNTED,
        "matter": Filter("t.matter = {value}", zh="事项", en="the matter it is about"),
    },
    hidden=("case_tag",),
)
