"""The lists of assessments: how each stands, what each indicator earned, and the grades for the peers."""

from typing import Final

from projections.assessments import register
from projections.queries.filters import STAGE
from projections.queries.listing import Filter, Listing

_BODY: Final = Filter("t.body = {value}", zh="被考核单位", en="body")
_PERIOD: Final = Filter("t.period = {value}", zh="考核期", en="period")

ASSESSMENTS: Final = Listing(
    "assessments",
    register.ASSESSMENTS,
    zh="统一考核",
    en="Assessments",
    order=("opened",),
    filters={"body": _BODY, "period": _PERIOD, "stage": STAGE},
)

ASSESSMENT_POINTS: Final = Listing(
    "assessment-points",
    register.ASSESSMENT_POINTS,
    zh="考核指标得分",
    en="What each indicator earned",
    order=("serial",),
    newest_first=False,
    filters={
        "matter": Filter("t.stream = {value}", zh="考核", en="assessment"),
        "body": _BODY,
        "period": _PERIOD,
        "indicator": Filter("t.indicator = {value}", zh="指标", en="indicator"),
    },
)

ASSESSMENT_GRADES: Final = Listing(
    "assessment-grades",
    register.ASSESSMENT_GRADES,
    zh="考核等次",
    en="Grades",
    order=("graded",),
    filters={
        "body": _BODY,
        "period": _PERIOD,
        "grade": Filter("t.grade = {value}", zh="等次", en="grade"),
        "stage": STAGE,
    },
)
