"""The lists of campaigns."""

from typing import Final

from projections.campaigns import rows
from projections.queries.filters import KIND, STAGE
from projections.queries.led_to import LEADS_FOUND, STANDING
from projections.queries.listing import Filter, Listing
from projections.queries.on_file import PHOTOS_ON_FILE, WITH_PHOTOS_ON_FILE

_MATTER: Final = Filter("t.stream = {value}", zh="专项", en="campaign")
_STATE: Final = Filter("t.state = {value}", zh="状态", en="state")
_PERIOD: Final = Filter("t.period = {value}", zh="季度", en="quarter")
_DECISION: Final = Filter(
    "t.decision_document = {value}", zh="决策部署文号", en="document of the decision"
)

CAMPAIGNS: Final = Listing(
    "campaigns",
    rows.CAMPAIGNS,
    zh="专项监督台账",
    en="Campaigns",
    order=("planned",),
    filters={
        "kind": KIND,
        "stage": STAGE,
        "organiser": Filter("t.organiser = {value}", zh="牵头单位", en="organiser"),
        "decision": _DECISION,
    },
)
CAMPAIGN_STATUS: Final = Listing(
    "campaign-status",
    rows.CAMPAIGN_STATUS,
    zh="参与的专项监督",
    en="Campaigns one takes part in",
    order=("planned",),
    level="status",
)
CAMPAIGN_OBJECTS: Final = Listing(
    "campaign-objects",
    rows.CAMPAIGN_OBJECTS,
    zh="筛查清单",
    en="Objects to be screened",
    order=("object",),
    newest_first=False,
    filters={
        "matter": _MATTER,
        "state": _STATE,
        "counted": Filter("(t.state <> 'struck') = {value}", bool, zh="计入", en="counted"),
        "open": Filter(
            "(t.state in ('listed', 'assigned')) = {value}", bool, zh="未筛查", en="not screened"
        ),
        "party": Filter("t.party = {value}", zh="筛查单位", en="who screens"),
        "unit": Filter("t.unit = {value}", zh="责任单位", en="unit"),
        "kind": KIND,
        "done_by": Filter(
            "case when t.unit_did > 0 and t.body_did > 0 then 'both' when t.unit_did > 0 then 'unit'"
            " when t.body_did > 0 then 'body' else 'nobody' end = {value}",
            zh="履责方",
            en="who did something: unit, body, both, nobody",
        ),
    },
)
CAMPAIGN_FINDINGS: Final = Listing(
    "campaign-findings",
    rows.CAMPAIGN_FINDINGS,
    zh="筛查发现的问题",
    en="Findings of campaigns",
    order=("finding",),
    newest_first=False,
    filters={
        "matter": _MATTER,
        "state": _STATE,
        "counted": Filter("(t.state <> 'annulled') = {value}", bool, zh="计入", en="counted"),
        "open": Filter(
            "(t.state in ('open', 'asked', 'answered', 'returned')) = {value}",
            bool,
            zh="未处理",
            en="not settled",
        ),
        "party": Filter("t.party = {value}", zh="筛查单位", en="who screens"),
        "object": Filter("t.object = {value}", int, zh="清单序号", en="object"),
        "standing": STANDING,
        "recurred": Filter("t.recurred = {value}", bool, zh="反弹", en="came back"),
        "photos_on_file": WITH_PHOTOS_ON_FILE,
    },
    computed={"photos_on_file": PHOTOS_ON_FILE},
    computed_types={"photos_on_file": "boolean"},
    hidden=("case_tag",),
)
CAMPAIGN_CORRECTIONS: Final = Listing(
    "campaign-corrections",
    rows.CAMPAIGN_CORRECTIONS,
    zh="督促整改事项",
    en="What units are to put right",
    order=("due",),
    newest_first=False,
    filters={
        "matter": _MATTER,
        "unit": Filter("t.unit = {value}", zh="责任单位", en="unit"),
        "stage": STAGE,
    },
    computed={"photos_on_file": PHOTOS_ON_FILE},
    computed_types={"photos_on_file": "boolean"},
)
CAMPAIGN_DUTIES: Final = Listing(
    "campaign-duties",
    rows.CAMPAIGN_DUTIES,
    zh="两个责任履行情况",
    en="Both responsibilities, object by object",
    order=("object",),
    newest_first=False,
    filters={
        "matter": _MATTER,
        "unit": Filter("t.unit = {value}", zh="责任单位", en="unit"),
        "counted": Filter("t.counted = {value}", bool, zh="计入", en="counted"),
    },
)
CAMPAIGN_SHARES: Final = Listing(
    "campaign-shares",
    rows.CAMPAIGN_SHARES,
    zh="各方履责汇总",
    en="What each party did in campaigns",
    order=("party",),
    newest_first=False,
    filters={
        "matter": _MATTER,
        "party": Filter("t.party = {value}", zh="单位", en="party"),
        "part": Filter("t.part = {value}", zh="参加方式", en="as what it takes part"),
        "responsibility": Filter(
            "t.responsibility = {value}", zh="责任类别", en="whose responsibility"
        ),
    },
    computed={"leads": LEADS_FOUND},
)
CAMPAIGN_MEASURES: Final = Listing(
    "campaign-measures",
    rows.CAMPAIGN_MEASURES,
    zh="履责记录",
    en="What units and discipline bodies did",
    order=("done",),
    filters={
        "matter": _MATTER,
        "responsibility": Filter(
            "t.responsibility = {value}", zh="责任类别", en="whose responsibility"
        ),
        "counted": Filter("t.counted = {value}", bool, zh="计入", en="counted"),
        "unit": Filter("t.unit = {value}", zh="责任单位", en="unit"),
    },
)
CAMPAIGN_SYSTEMS: Final = Listing(
    "campaign-systems",
    rows.CAMPAIGN_SYSTEMS,
    zh="建章立制成果",
    en="New rules that units adopted",
    order=("adopted",),
    filters={
        "matter": _MATTER,
        "unit": Filter("t.unit = {value}", zh="责任单位", en="unit"),
        "counted": Filter("(t.annulled is null) = {value}", bool, zh="计入", en="counted"),
    },
)
CAMPAIGN_REPORTS: Final = Listing(
    "campaign-reports",
    rows.CAMPAIGN_REPORTS,
    zh="专项季度报告",
    en="Quarterly reports of campaigns",
    order=("period",),
    filters={"matter": _MATTER, "period": _PERIOD, "decision": _DECISION},
)
CAMPAIGN_UNIT_STATES: Final = Listing(
    "campaign-unit-states",
    rows.CAMPAIGN_UNIT_STATES,
    zh="决策部署各单位每季度落实状况",
    en="How far each unit is with a decision, quarter by quarter",
    order=("period", "unit"),
    newest_first=False,
    filters={
        "matter": _MATTER,
        "period": _PERIOD,
        "decision": _DECISION,
        "unit": Filter("t.unit = {value}", zh="单位", en="unit"),
        "carried_out": Filter(
            "t.carried_out = {value}",
            zh="落实状况",
            en="not_checked, checking, deviating, corrected, carried_out",
        ),
    },
)
