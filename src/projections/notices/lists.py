"""The lists of notices."""

from typing import Final

from projections.notices import register
from projections.queries.listing import Filter, Listing

NOTICES: Final = Listing(
    "notices",
    register.NOTICES,
    zh="通报",
    en="Notices",
    order=("issued",),
    filters={
        "kind": Filter("t.kind = {value}", zh="类型", en="kind"),
        "issuer": Filter("t.issuer = {value}", zh="印发单位", en="issuer"),
        "pending": Filter("{value} = any(t.pending)", zh="未签收单位", en="still to sign"),
        "stage": Filter("t.stage = {value}", zh="阶段", en="stage"),
    },
)

NOTICE_REPLIES: Final = Listing(
    "notice-replies",
    register.NOTICE_REPLIES,
    zh="通报反馈",
    en="Answers to notices",
    order=("replied",),
    filters={
        "party": Filter("t.party = {value}", zh="反馈单位", en="who answers"),
        "stage": Filter("t.stage = {value}", zh="阶段", en="stage"),
    },
)
