"""The lists of reviews."""

from typing import Final

from projections.quality_reviews import register
from projections.queries.filters import KIND, STAGE
from projections.queries.listing import Filter, Listing

_BODY: Final = Filter("t.body = {value}", zh="被评查单位", en="the reviewed body")
_CRITERION: Final = Filter("t.criterion = {value}", zh="评查项目", en="criterion")

QUALITY_REVIEWS: Final = Listing(
    "quality-reviews",
    register.QUALITY_REVIEWS,
    zh="案件质量评查台账",
    en="Register of case quality reviews",
    order=("opened",),
    filters={
        "body": _BODY,
        "kind": KIND,
        "grade": Filter("t.grade = {value}", zh="等次", en="grade"),
        "stage": STAGE,
        "subject": Filter("t.subject = {value}", zh="被评查件", en="what is reviewed"),
        "bulletin": Filter("t.bulletin = {value}", zh="所列通报", en="the bulletin telling of it"),
        "completed_from": Filter(
            "t.completed >= {value}::date", zh="完成日起", en="completed on or after"
        ),
        "completed_until": Filter(
            "t.completed <= {value}::date", zh="完成日止", en="completed on or before"
        ),
    },
)

QUALITY_FINDINGS: Final = Listing(
    "quality-findings",
    register.QUALITY_FINDINGS,
    zh="评查发现的问题",
    en="Findings of reviews",
    order=("finding",),
    newest_first=False,
    filters={
        "body": _BODY,
        "criterion": _CRITERION,
        "standard": Filter("t.standard = {value}", zh="评查标准", en="standard"),
        "detected": Filter("t.detected = {value}", zh="自动发现", en="found by itself"),
        "stage": STAGE,
    },
)

QUALITY_FAULTS: Final = Listing(
    "quality-faults",
    register.QUALITY_FAULTS,
    zh="案件质量档案",
    en="Faults in the quality records of bodies",
    order=("found",),
    filters={"body": _BODY, "criterion": _CRITERION},
)
