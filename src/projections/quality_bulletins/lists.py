"""The lists of bulletins on case quality."""

from typing import Final

from projections.quality_bulletins import register
from projections.queries.filters import STAGE
from projections.queries.listing import Filter, Listing

_BODY: Final = Filter("t.body = {value}", zh="被通报单位", en="the body it tells of")
_BULLETIN: Final = Filter("t.stream = {value}", zh="通报", en="bulletin")

QUALITY_BULLETINS: Final = Listing(
    "quality-bulletins",
    register.QUALITY_BULLETINS,
    zh="案件质量通报",
    en="Bulletins on case quality",
    order=("issued",),
    filters={
        "period": Filter("t.period = {value}", zh="月份", en="month"),
        "stage": STAGE,
    },
)

QUALITY_BULLETIN_CASES: Final = Listing(
    "quality-bulletin-cases",
    register.QUALITY_BULLETIN_CASES,
    zh="通报的案件",
    en="Cases that bulletins tell of",
    order=("review",),
    filters={"body": _BODY, "bulletin": _BULLETIN},
)

QUALITY_BULLETIN_RUNNING: Final = Listing(
    "quality-bulletin-running",
    register.QUALITY_BULLETIN_RUNNING,
    zh="通报的在办事项",
    en="Running matters that bulletins tell of",
    order=("item",),
    newest_first=False,
    filters={"body": _BODY, "bulletin": _BULLETIN, "stage": STAGE},
)

QUALITY_BULLETIN_ITEMS: Final = Listing(
    "quality-bulletin-items",
    register.QUALITY_BULLETIN_ITEMS,
    zh="通报的问题",
    en="Findings that bulletins tell of",
    order=("review", "finding"),
    newest_first=False,
    filters={"body": _BODY, "bulletin": _BULLETIN},
)
