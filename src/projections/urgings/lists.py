"""The lists of urgings."""

from typing import Final

from projections.queries.listing import Filter, Listing
from projections.urgings import register

URGINGS: Final = Listing(
    "urgings",
    register.URGINGS,
    zh="催办督办",
    en="Urgings",
    order=("urged",),
    filters={
        "kind": Filter("t.kind = {value}", zh="类型", en="kind"),
        "stage": Filter("t.stage = {value}", zh="阶段", en="stage"),
        "issuer": Filter("t.issuer = {value}", zh="催办单位", en="who urges"),
        "addressee": Filter("t.addressee = {value}", zh="被催办单位", en="who is urged"),
        "matter": Filter("t.matter = {value}", zh="事项", en="the matter it is about"),
    },
    hidden=("case_tag",),
)
