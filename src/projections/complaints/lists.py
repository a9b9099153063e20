"""The lists of complaints."""

from typing import Final

from projections.complaints import rows
from projections.queries.filters import NUMBER_YEAR, STAGE, SUBJECT_NAME
from projections.queries.listing import Filter, Listing

COMPLAINTS: Final = Listing(
    "complaints",
    rows.COMPLAINTS,
    zh="检举控告台账",
    en="Register of complaints",
    order=("received",),
    filters={
        "stage": STAGE,
        "channel": Filter("t.channel = {value}", zh="渠道", en="channel"),
        "report": Filter("t.report = {value}", zh="实名或匿名", en="real-name or anonymous"),
        "party": Filter("t.handling_party = {value}", zh="承办单位", en="who handles it"),
        "repeats": Filter("t.repeats = {value}", zh="重复于", en="the one it repeats"),
        "lead": Filter("{value} = any(t.leads)", zh="问题线索", en="a lead raised from it"),
        "quarter": Filter("t.quarter = {value}", zh="办结季度", en="quarter of conclusion"),
        "result": Filter("t.result = {value}", zh="处理结果", en="result"),
        "year": NUMBER_YEAR,
        "name": SUBJECT_NAME,
    },
)

COMPLAINT_REPORTERS: Final = Listing(
    "complaint-reporters", rows.COMPLAINT_REPORTERS, zh="检举控告人", en="Who reported"
)
