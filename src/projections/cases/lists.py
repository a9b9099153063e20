"""The lists of cases."""

from typing import Final

from projections.cases import rows
from projections.queries.filters import KIND, NUMBER_YEAR, PERSON, STAGE, STATUS
from projections.queries.led_to import OF_CASES_OF_CAMPAIGN
from projections.queries.listing import Filter, Listing, Pseudonym

_SOURCE: Final = Filter("{value} = any(t.sources)", zh="线索来源", en="source of its leads")
_TRACK: Final = Filter("t.track = {value}", zh="党纪或政务", en="track")
_DECIDED: Final = {
    "decided_from": Filter("t.decided >= {value}::date", zh="决定日起", en="decided on or after"),
    "decided_until": Filter("t.decided <= {value}::date", zh="决定日止", en="decided on or before"),
}

CASES: Final = Listing(
    "cases",
    rows.CASES,
    zh="审查调查案件台账",
    en="Register of cases",
    order=("opened",),
    filters={
        "stage": STAGE,
        "handling_party": Filter("t.handling_party = {value}", zh="承办单位", en="handling party"),
        "adjudicator": Filter("t.adjudicator = {value}", zh="审理单位", en="who adjudicates"),
        "source": _SOURCE,
        "lead": Filter("{value} = any(t.leads)", zh="线索", en="lead"),
        "year": NUMBER_YEAR,
        "in_hand_of": Filter(
            "((t.stage not in ('archived', 'withdrawn', 'annulled')"
            " and ({value} = any(t.handlers) or t.keeper = {value}))"
            " or (t.stage in ('adjudicating', 'supplementing', 'reinvestigating', 'reported',"
            " 'deliberated') and {value} = any(t.adjudicators)))",
            zh="在谁手中",
            en="in whose hands",
        ),
        "standing": Filter(
            "(t.filed is not null and t.stage <> 'annulled') = {value}",
            bool,
            zh="已立案且未作废",
            en="filed and not annulled",
        ),
        "filed_from": Filter("t.filed >= {value}::date", zh="立案日起", en="filed on or after"),
        "filed_until": Filter("t.filed <= {value}::date", zh="立案日止", en="filed on or before"),
    },
)
CASE_STATUS: Final = Listing(
    "case-status",
    rows.CASE_STATUS,
    zh="案件办理状态",
    en="Status of cases",
    order=("since",),
    level="status",
)
CASE_PERSONS: Final = Listing(
    "case-persons",
    rows.CASE_PERSONS,
    zh="被审查调查人",
    en="Persons of cases",
    order=("person",),
    newest_first=False,
    filters={
        "person": PERSON,
        "source": _SOURCE,
        "stage": STAGE,
        "result": Filter("t.result = {value}", zh="处理结果", en="result"),
        "four_forms": Filter("t.four_forms = {value}", int, zh="四种形态", en="form of the four"),
        "standing": Filter(
            "(t.decided is not null and (t.counted or t.result <> 'sanctioned')) = {value}",
            bool,
            zh="已处理且处理有效",
            en="decided, and it stands",
        ),
        "counted": Filter("t.counted = {value}", bool, zh="计入处分", en="counts as sanctioned"),
        "campaign": OF_CASES_OF_CAMPAIGN,
        "name": Filter("t.pseudonym = {value}", Pseudonym, zh="姓名", en="name"),
        **_DECIDED,
    },
)
SANCTIONS: Final = Listing(
    "sanctions",
    rows.SANCTIONS,
    zh="党纪政务处分",
    en="Sanctions",
    order=("person", "track"),
    newest_first=False,
    filters={
        "person": PERSON,
        "track": _TRACK,
        "sanction": Filter("t.sanction = {value}", zh="处分种类", en="sanction"),
        "status": STATUS,
        "organ": Filter("t.organ = {value}", zh="管理单位", en="the organ"),
        **_DECIDED,
    },
)
CASE_SIGN_OFFS: Final = Listing(
    "case-sign-offs",
    rows.CASE_SIGN_OFFS,
    zh="三级把关表",
    en="Sheets of the three-level sign-off",
    order=("opened",),
    filters={"stage": STAGE},
)
CASE_APPROVALS: Final = Listing(
    "case-approvals",
    rows.CASE_APPROVALS,
    zh="处分批准",
    en="What bodies are asked to approve",
    order=("awaited",),
    filters={
        "body": Filter("t.body = {value}", zh="批准单位", en="body"),
        "status": STATUS,
        "track": _TRACK,
    },
)
CASE_DECISIONS: Final = Listing(
    "case-decisions",
    rows.CASE_DECISIONS,
    zh="送达的处分决定",
    en="Decisions served",
    order=("served",),
    filters={
        "organ": Filter("t.organ = {value}", zh="送达单位", en="the organ"),
        "person": PERSON,
        "track": _TRACK,
        "status": STATUS,
    },
)
CASE_RECOVERIES: Final = Listing(
    "case-recoveries",
    rows.CASE_RECOVERIES,
    zh="涉案款项追缴",
    en="Money recovered",
    order=("ordered",),
    filters={
        "kind": KIND,
        "person": PERSON,
        "campaign": OF_CASES_OF_CAMPAIGN,
    },
)
