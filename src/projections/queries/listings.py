"""Every list that can be read, by its path under the jurisdiction. ``api`` loops over it."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from projections import (
    access,
    dispatch_items,
    flow_items,
    inbox_items,
    organisation,
    timeline,
)
from projections.families import PROJECTIONS
from projections.queries.figures import Figures
from projections.queries.listing import Filter, Listing
from projections.queries.owed import OBLIGATIONS

FLOWS: Final = Listing(
    "flows",
    flow_items.FLOWS,
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
_FAMILY: Final = Filter("t.family = {value}", zh="事项类别", en="family of the matter")
DISPATCHES: Final = Listing(
    "dispatches",
    dispatch_items.DISPATCHES,
    zh="发往其他辖区",
    en="What was sent to other jurisdictions",
    order=("sent",),
    filters={
        "family": _FAMILY,
        "jurisdiction": Filter(
            "t.to_jurisdiction = {value}", zh="对方辖区", en="the other jurisdiction"
        ),
        "status": Filter("t.status = {value}", zh="状态", en="status"),
    },
)
ARRIVALS: Final = Listing(
    "arrivals",
    dispatch_items.ARRIVALS,
    zh="来自其他辖区",
    en="What came from other jurisdictions",
    order=("arrived",),
    filters={
        "family": _FAMILY,
        "jurisdiction": Filter(
            "t.from_jurisdiction = {value}", zh="对方辖区", en="the other jurisdiction"
        ),
        "news": Filter("t.news = {value}", zh="办理情况", en="news"),
    },
)
TIMELINE: Final = Listing(
    "timeline",
    timeline.TIMELINE,
    zh="时间线",
    en="Timeline",
    order=("position",),
    filters={
        "matter": Filter("t.stream = {value}", zh="事项", en="stream"),
        "party": Filter(
            "(t.party = {value} and t.scope <> 'reading')", zh="行为单位", en="the party that acted"
        ),
        "type": Filter("t.type = {value}", zh="事件类型", en="type of event"),
        "late": Filter("(t.late is not null) = {value}", bool, zh="补录", en="entered late"),
    },
    on_record=True,
)
"""What happened; who read what has a list of its own and is no news (ADR 0009)."""


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
        "behind": Filter("(t.position > {value} and t.scope <> 'reading')", int),
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
PROCEDURES: Final = Listing(
    "procedures",
    organisation.PROCEDURES,
    zh="职能部门工作流程",
    en="Procedures of the departments, newest scheme first",
    order=("version",),
    filters={
        "version": Filter("t.version = {value}", int, zh="方案版本", en="version of the scheme"),
        "department": Filter("t.department = {value}", zh="部门", en="department"),
        "supervision": Filter("t.supervision = {value}", zh="监督类别", en="kind of supervision"),
    },
)

LISTINGS: Final[tuple[Listing, ...]] = (
    *(listing for each in PROJECTIONS for listing in each.lists),
    FLOWS,
    DISPATCHES,
    ARRIVALS,
    OBLIGATIONS,
    PARTIES,
    PERSONS,
    APPOINTMENTS,
    SCHEMES,
    PROCEDURES,
    AREAS,
)
"""Lists with a path of their own; ``TIMELINE`` is read by party, by matter and as a stream."""

STATUS_OF: Final[Mapping[str, Listing]] = {
    each.lists[0].path: each.status for each in PROJECTIONS if each.status is not None
}
"""What a reader gets of one matter who may know its status only."""

FIGURES: Final[Mapping[str, Figures]] = {
    each.lists[0].path: Figures(of=each.lists[0], figures=each.figures, reported=each.reported)
    for each in PROJECTIONS
    if each.figures
}
"""What is counted about the matters of a collection."""
