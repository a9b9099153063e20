"""Every list that can be read, by its path under the jurisdiction. ``api`` loops over it."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from projections import (
    access,
    consultations,
    flow_rows,
    inbox_items,
    lead_rows,
    notices,
    obligations,
    organisation,
    timeline,
    work_reports,
)
from projections.queries.listing import Filter, Listing, Pseudonym

_PARTY: Final = Filter("t.party = {value}", zh="当前承办单位", en="the party that has it now")

LEADS: Final = Listing(
    "leads",
    lead_rows.LEADS,
    zh="问题线索台账",
    en="Register of leads",
    order=("received",),
    filters={
        "stage": Filter("t.stage = {value}", zh="阶段", en="stage"),
        "party": _PARTY,
        "holder": Filter("t.holder = {value}", zh="管理单位", en="the party that keeps it"),
        "handler": Filter("{value} = any(t.handlers)", zh="承办人", en="handler"),
        "source": Filter("t.source = {value}", zh="来源", en="source"),
        "way": Filter("t.way = {value}", zh="处置方式", en="way of disposal"),
        "result": Filter("t.result = {value}", zh="处置结果", en="result"),
        "year": Filter("t.number_year = {value}", int, zh="编号年份", en="year of the number"),
        "serial": Filter(
            "t.number_serial = {value}", int, zh="编号序号", en="serial of the number"
        ),
        "received_from": Filter(
            "t.received >= {value}::date", zh="受理日起", en="received on or after"
        ),
        "received_until": Filter(
            "t.received <= {value}::date", zh="受理日止", en="received on or before"
        ),
        "name": Filter(
            "t.subjects @> jsonb_build_array(jsonb_build_object('pseudonym', {value}::text))",
            Pseudonym,
            zh="被反映人姓名",
            en="name of a reported person",
        ),
    },
)
LEAD_STATUS: Final = Listing(
    "lead-status",
    lead_rows.LEAD_STATUS,
    zh="移送线索的办理状态",
    en="Status of leads that were handed over",
    order=("since",),
    level="status",
)
LEAD_DUPLICATES: Final = Listing(
    "lead-duplicates",
    lead_rows.LEAD_DUPLICATES,
    zh="疑似重复线索",
    en="Leads that may repeat another",
)
LEAD_REPORTERS: Final = Listing(
    "lead-reporters", lead_rows.LEAD_REPORTERS, zh="检举控告人", en="Who reported"
)
CONSULTATIONS: Final = Listing(
    "consultations",
    consultations.CONSULTATIONS,
    zh="会商",
    en="Consultations",
    order=("planned",),
    filters={
        "kind": Filter("t.kind = {value}", zh="类型", en="kind"),
        "stage": Filter("t.stage = {value}", zh="阶段", en="stage"),
        "convener": Filter("t.convener = {value}", zh="召集单位", en="convener"),
    },
)
CONSULTATION_STATUS: Final = Listing(
    "consultation-status",
    consultations.CONSULTATION_STATUS,
    zh="受邀会商",
    en="Consultations one was invited to",
    order=("planned",),
    level="status",
)
ACTION_ITEMS: Final = Listing(
    "action-items",
    consultations.ACTION_ITEMS,
    zh="议定事项",
    en="Action items",
    order=("due",),
    newest_first=False,
    filters={
        "owner": Filter("t.owner = {value}", zh="责任单位", en="owner"),
        "status": Filter("t.status = {value}", zh="状态", en="status"),
    },
)
WORK_REPORTS: Final = Listing(
    "work-reports",
    work_reports.WORK_REPORTS,
    zh="工作报告",
    en="Work reports",
    order=("submitted",),
    filters={
        "reporter": Filter("t.reporter = {value}", zh="报告单位", en="reporter"),
        "period": Filter("t.period = {value}", zh="报告期", en="period"),
        "stage": Filter("t.stage = {value}", zh="阶段", en="stage"),
    },
)
NOTICES: Final = Listing(
    "notices",
    notices.NOTICES,
    zh="通报",
    en="Notices",
    order=("issued",),
    filters={
        "kind": Filter("t.kind = {value}", zh="类型", en="kind"),
        "issuer": Filter("t.issuer = {value}", zh="印发单位", en="issuer"),
        "pending": Filter("{value} = any(t.pending)", zh="未签收单位", en="still to sign"),
        "stage": Filter("t.stage = {value}", zh="阶段", en="stage"),
    },
)
NOTICE_REPLIES: Final = Listing(
    "notice-replies",
    notices.NOTICE_REPLIES,
    zh="通报反馈",
    en="Answers to notices",
    order=("replied",),
    filters={
        "party": Filter("t.party = {value}", zh="反馈单位", en="who answers"),
        "stage": Filter("t.stage = {value}", zh="阶段", en="stage"),
    },
)
FLOWS: Final = Listing(
    "flows",
    flow_rows.FLOWS,
    zh="往来流转",
    en="What went between parties",
    order=("sent",),
    filters={
        "kind": Filter("t.kind = {value}", zh="类型", en="kind"),
        "status": Filter("t.status = {value}", zh="状态", en="status"),
        "from_party": Filter("t.from_party = {value}", zh="发出单位", en="sender"),
        "to_party": Filter("t.to_party = {value}", zh="接收单位", en="addressee"),
    },
)
OBLIGATIONS: Final = Listing(
    "obligations",
    obligations.OBLIGATIONS,
    zh="应办事项",
    en="Obligations",
    order=("due",),
    newest_first=False,
    filters={
        "status": Filter("t.status = {value}", zh="状态", en="status"),
        "owner": Filter("t.owner = {value}", zh="责任单位", en="who owes it"),
        "owed_to": Filter("t.owed_to = {value}", zh="权利单位", en="whom it is owed to"),
        "mechanism": Filter("t.mechanism = {value}", zh="机制", en="mechanism"),
        "matter": Filter("t.stream = {value}", zh="事项", en="stream it lives in"),
        "due_until": Filter("t.due <= {value}::date", zh="到期日止", en="due on or before"),
    },
    hidden=("case_tag",),
)
TIMELINE: Final = Listing(
    "timeline",
    timeline.TIMELINE,
    zh="时间线",
    en="Timeline",
    order=("position",),
    filters={
        "matter": Filter("t.stream = {value}", zh="事项", en="stream"),
        "party": Filter("t.party = {value}", zh="行为单位", en="the party that acted"),
        "type": Filter("t.type = {value}", zh="事件类型", en="type of event"),
        "late": Filter("(t.late is not null) = {value}", bool, zh="补录", en="entered late"),
    },
)
INBOX: Final = Listing(
    "inbox",
    inbox_items.INBOX,
    zh="待办",
    en="What waits for a party",
    order=("since",),
    newest_first=False,
    filters={"party": Filter("t.party = {value}", zh="单位", en="party")},
    hidden=("case_tag",),
)
HISTORY: Final = replace(TIMELINE, newest_first=False)
"""The timeline of one matter, read from its beginning."""

FEED: Final = replace(
    HISTORY,
    filters={
        "behind": Filter("t.position > {value}", int),
        "reached": Filter("t.position <= {value}", int),
    },
)
"""What comes behind a position, in order: the stream of events."""

PARTIES: Final = Listing(
    "parties",
    access.PARTIES,
    zh="单位",
    en="Parties",
    order=("code",),
    newest_first=False,
    filters={
        "kind": Filter("t.kind = {value}", zh="类别", en="kind"),
        "code": Filter("t.code = {value}", zh="代码", en="code"),
    },
)
PERSONS: Final = Listing(
    "persons",
    organisation.PERSONS,
    zh="人员",
    en="Persons",
    order=("registered",),
    newest_first=False,
)
APPOINTMENTS: Final = Listing(
    "appointments",
    access.APPOINTMENTS,
    zh="任职",
    en="Appointments",
    order=("begins",),
    newest_first=False,
    filters={
        "person": Filter("t.stream = {value}", zh="人员", en="person"),
        "party": Filter("t.party = {value}", zh="单位", en="party"),
        "role": Filter("t.role = {value}", zh="职务", en="role"),
    },
)
SCHEMES: Final = Listing(
    "schemes", organisation.SCHEMES, zh="方案", en="Schemes", order=("version",)
)
AREAS: Final = Listing(
    "areas",
    organisation.AREAS,
    zh="片区",
    en="Areas",
    order=("version",),
    filters={
        "group": Filter("{value} = any(t.groups)", zh="派驻机构", en="group"),
        "version": Filter("t.version = {value}", int, zh="方案版本", en="version of the scheme"),
    },
)

LISTINGS: Final[tuple[Listing, ...]] = (
    LEADS,
    LEAD_STATUS,
    LEAD_DUPLICATES,
    LEAD_REPORTERS,
    CONSULTATIONS,
    CONSULTATION_STATUS,
    ACTION_ITEMS,
    WORK_REPORTS,
    NOTICES,
    NOTICE_REPLIES,
    FLOWS,
    OBLIGATIONS,
    PARTIES,
    PERSONS,
    APPOINTMENTS,
    SCHEMES,
    AREAS,
)
"""Lists with a path of their own; ``TIMELINE`` is read by party, by matter and as a stream."""

STATUS_OF: Final[Mapping[str, Listing]] = {
    "leads": LEAD_STATUS,
    "consultations": CONSULTATION_STATUS,
}
"""What a reader gets of one matter who may know its status only."""
