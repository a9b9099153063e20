"""The lists of notices."""

from typing import Final

from projections.notices import register
from projections.queries.filters import KIND, STAGE
from projections.queries.listing import Filter, Listing

NOTICES: Final = Listing(
    "notices",
    register.NOTICES,
    zh="通报",
    en="Notices",
    order=("issued",),
    filters={
        "kind": KIND,
        "issuer": Filter("t.issuer = {value}", zh="印发单位", en="issuer"),
        "pending": Filter("{value} = any(t.pending)", zh="未签收单位", en="still to sign"),
        "stage": STAGE,
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
        "stage": STAGE,
    },
)
