"""The lists of secondments and appraisals, and which group sent nobody to learn elsewhere."""

from typing import Final

from projections.queries.coverage import Coverage
from projections.queries.filters import KIND, STAGE
from projections.queries.listing import Filter, Listing
from projections.secondments import register

_HOME: Final = Filter("t.home = {value}", zh="派出单位", en="home body")
_HOST: Final = Filter("t.host = {value}", zh="接收单位", en="host")

SECONDMENTS: Final = Listing(
    "secondments",
    register.SECONDMENTS,
    zh="跟班锻炼",
    en="Secondments",
    order=("begins",),
    filters={
        "kind": KIND,
        "home": _HOME,
        "host": _HOST,
        "stage": STAGE,
        "mentor": Filter("t.mentor = {value}", zh="导师", en="mentor"),
    },
)

APPRAISALS: Final = Listing(
    "secondment-appraisals",
    register.APPRAISALS,
    zh="锻炼鉴定",
    en="Appraisals of secondments",
    order=("appraised",),
    filters={"home": _HOME, "host": _HOST},
)

COVERAGE: Final = Coverage(
    "secondment-coverage",
    register.SECONDMENTS,
    zh="派驻机构干部跟班锻炼覆盖情况",
    en="How often people of each group learned at another body",
    expected="select g.code as stationed_group from groups as g",
    keys=("stationed_group",),
    match="t.home = x.stationed_group and t.stage in ('begun', 'sent_back')",
    day="begun",
    kept_from="office",
)
