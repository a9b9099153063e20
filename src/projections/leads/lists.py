"""The lists of leads."""

import datetime
from typing import Final

from projections.leads import rows
from projections.queries.filters import NUMBER_YEAR, STAGE, SUBJECT_NAME
from projections.queries.lead_clocks import DUE, OVERDUE
from projections.queries.led_to import CASE_STANDING, LEADS_OF_CAMPAIGN
from projections.queries.listing import Beside, Filter, Listing

_PARTY: Final = Filter("t.party = {value}", zh="当前承办单位", en="the party that has it now")

LEAD_DUPLICATES: Final = Listing(
    "lead-duplicates",
    rows.LEAD_DUPLICATES,
    zh="疑似重复线索",
    en="Leads that may repeat another",
)

LEADS: Final = Listing(
    "leads",
    rows.LEADS,
    zh="问题线索台账",
    en="Register of leads",
    order=("received",),
    filters={
        "stage": STAGE,
        "party": _PARTY,
        "holder": Filter("t.holder = {value}", zh="管理单位", en="the party that keeps it"),
        "handler": Filter("{value} = any(t.handlers)", zh="承办人", en="handler"),
        "in_hand_of": Filter(
            "(t.stage in ('acknowledged', 'handling', 'shelved')"
            " and ({value} = any(t.handlers) or t.keeper = {value}"
            " or {value} = any(t.verifiers)))",
            zh="在谁手中",
            en="in whose hands",
        ),
        "standing": Filter(
            "(t.stage not in ('annulled', 'merged')) = {value}",
            bool,
            zh="未作废未并案",
            en="neither annulled nor merged",
        ),
        "source": Filter("t.source = {value}", zh="来源", en="source"),
        "way": Filter("t.way = {value}", zh="处置方式", en="way of disposal"),
        "result": Filter("t.result = {value}", zh="处置结果", en="result"),
        "year": NUMBER_YEAR,
        "serial": Filter(
            "t.number_serial = {value}", int, zh="编号序号", en="serial of the number"
        ),
        "in_hand": Filter("(t.ended is null) = {value}", bool, zh="在办", en="not ended"),
        "counted": Filter("(t.annulled is null) = {value}", bool, zh="计入", en="counted"),
        "received_from": Filter(
            "t.received >= {value}", datetime.date, zh="受理日起", en="received on or after"
        ),
        "received_until": Filter(
            "t.received <= {value}", datetime.date, zh="受理日止", en="received on or before"
        ),
        "campaign": LEADS_OF_CAMPAIGN,
        "case_standing": CASE_STANDING,
        "due_until": Filter(
            f"({DUE} <= {{value}})", datetime.date, zh="到期日止", en="something due on or before"
        ),
        "overdue": Filter(f"({OVERDUE}) = {{value}}", bool, zh="逾期", en="something overdue"),
        "to_assess": Filter(
            f"(t.tabled is null and t.ended is null and (t.stage = 'shelved' or {DUE} <= {{value}}"
            " or (t.resolution = 'open' and t.resolved_way = 'defer')))",
            datetime.date,
            zh="拟提请研判(至该日到期、暂存、留待研究)",
            en="to be assessed: due by that day, shelved, or deferred",
        ),
        "resolved_at": Filter("t.resolved_at = {value}", zh="研判会议", en="meeting that resolved"),
        "resolution": Filter("t.resolution = {value}", zh="研判意见落实", en="what became of that"),
        "name": SUBJECT_NAME,
    },
    computed={
        "days": "greatest(0, coalesce(t.ended, {day}) - t.party_since)",
        "due": DUE,
        "past_due": OVERDUE,
    },
    computed_types={"due": "date", "past_due": "boolean"},
    beside=(Beside(LEAD_DUPLICATES, {"duplicate": "status", "duplicate_of": "of"}),),
    on_record=True,
)

LEAD_STATUS: Final = Listing(
    "lead-status",
    rows.LEAD_STATUS,
    zh="移送线索的办理状态",
    en="Status of leads that were handed over",
    order=("since",),
    level="status",
)

LEAD_REPORTERS: Final = Listing(
    "lead-reporters", rows.LEAD_REPORTERS, zh="检举控告人", en="Who reported", on_record=True
)
