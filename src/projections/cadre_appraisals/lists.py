"""The lists of cadre appraisals."""

from typing import Final

from projections.cadre_appraisals import register
from projections.queries.filters import STAGE, STATIONED_BODY
from projections.queries.listing import Filter, Listing

CADRE_APPRAISALS: Final = Listing(
    "cadre-appraisals",
    register.CADRE_APPRAISALS,
    zh="干部年度考核",
    en="Cadre appraisals",
    order=("year",),
    filters={
        "year": Filter("t.year = {value}", int, zh="考核年度", en="year"),
        "stationed_group": STATIONED_BODY,
        "person": Filter("t.person = {value}", zh="被考核人", en="person"),
        "grade": Filter("t.grade = {value}", zh="等次", en="grade"),
        "stage": STAGE,
    },
)
CADRE_APPRAISAL_VIEWS: Final = Listing(
    "cadre-appraisal-views",
    register.CADRE_APPRAISAL_VIEWS,
    zh="驻在单位党组对干部的意见",
    en="Views of host Party groups in appraisals",
    order=("due",),
    newest_first=False,
    filters={"stage": STAGE},
)
CADRE_APPRAISAL_PROPOSALS: Final = Listing(
    "cadre-appraisal-proposals",
    register.CADRE_APPRAISAL_PROPOSALS,
    zh="民主测评与等次建议",
    en="Ballots and proposed grades",
    order=("begun",),
    filters={"stage": STAGE},
)
