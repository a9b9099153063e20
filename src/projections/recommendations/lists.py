"""The lists of recommendations."""

from typing import Final

from projections.queries.filters import KIND, NUMBER_YEAR, STAGE, STATUS
from projections.queries.listing import Filter, Listing
from projections.recommendations import register

RECOMMENDATIONS: Final = Listing(
    "recommendations",
    register.RECOMMENDATIONS,
    zh="纪检监察建议台账",
    en="Register of recommendations",
    order=("drafted",),
    filters={
        "stage": STAGE,
        "kind": KIND,
        "issuer": Filter("t.issuer = {value}", zh="提出单位", en="issuer"),
        "addressee": Filter("t.addressee = {value}", zh="被建议单位", en="addressee"),
        "due_until": Filter(
            "t.feedback_due <= {value}::date", zh="反馈到期日止", en="feedback due on or before"
        ),
        "year": NUMBER_YEAR,
        "issued_from": Filter("t.issued >= {value}::date", zh="制发日起", en="issued on or after"),
        "issued_until": Filter(
            "t.issued <= {value}::date", zh="制发日止", en="issued on or before"
        ),
        "counted": Filter(
            "(t.stage not in ('annulled', 'withdrawn')) = {value}", bool, zh="计入", en="counted"
        ),
    },
    computed={"days": "coalesce(t.signed_off, {day}) - t.delivered"},
)

RECOMMENDATION_STATUS: Final = Listing(
    "recommendation-status",
    register.RECOMMENDATION_STATUS,
    zh="纪检监察建议状态",
    en="Status of recommendations",
    order=("since",),
    level="status",
)

RECOMMENDATION_APPROVALS: Final = Listing(
    "recommendation-approvals",
    register.RECOMMENDATION_APPROVALS,
    zh="纪检监察建议呈批",
    en="How recommendations were approved",
    order=("since",),
    filters={"status": STATUS},
)

RECOMMENDATION_CONSULTATIONS: Final = Listing(
    "recommendation-consultations",
    register.RECOMMENDATION_CONSULTATIONS,
    zh="建议稿征求意见",
    en="Departments consulted on recommendations",
    order=("asked",),
    filters={"party": Filter("t.party = {value}", zh="被征求意见单位", en="who was asked")},
)
