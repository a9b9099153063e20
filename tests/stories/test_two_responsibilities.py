"""群众身边不正之风专项整治 (mechanism 31): what units did and what groups did, apart and together.

Wuhu has units and groups work at livelihood items under both responsibilities. A measure, a finding, a
correction, a lead, a rule, an urging: each counts for who did it; what was entered wrongly counts no more.
"""

from dataclasses import dataclass
from typing import Any, Final

import pytest

from tests.api.installation import Member
from tests.stories.leads import file_case, receive
from tests.stories.place import Place, code, columns, lists_of, path_of, sees_nothing, waits

PLAN: Final = {
    "kind": "special_supervision",
    "title": "群众身边不正之风和腐败问题集中整治",
    "basis": "民生实事责任清单",
    "begins": "2026-01-01",
    "ends": "2026-12-31",
}
ITEMS: Final = (
    ("学校供餐", "education", "sg-education"),
    ("校服采购", "education", "sg-education"),
    ("医保基金", "health", "sg-health"),
    ("农民工工资", "human-resources", "sg-human-resources"),
)
PARTIES: Final = {
    "office": "so-2",
    "school": "education",
    "clinic": "health",
    "labour": "human-resources",
    "education": "sg-education",
    "health": "sg-health",
    "human_resources": "sg-human-resources",
    "other": "sg-agriculture",
    "stranger": "agriculture",
    "host": "pg-education",
}


@dataclass
class Cast:
    """Who acts for whom, each with a deputy who approves; and the campaign."""

    place: Place
    members: dict[str, Member]
    deputies: dict[str, Member]
    handlers: tuple[Member, Member]
    campaign: str = ""
    urging: str = ""
    lead: str = ""

    @classmethod
    def of(cls, place: Place) -> "Cast":
        members = {name: place.member(name, party, "head") for name, party in PARTIES.items()}
        mending = ("office", "school", "clinic", "education", "health", "human_resources")
        deputies = {
            name: place.member(f"{name} 副职", PARTIES[name], "deputy_head") for name in mending
        }
        handlers = (
            place.member("秦办案", "sg-education", "handler", "keeper"),
            place.member("许办案", "sg-education", "handler", "keeper"),
        )
        return cls(place, members, deputies, handlers)

    def __getitem__(self, name: str) -> Member:
        return self.members[name]

    def act(self, name: str, action: str, **body: Any) -> dict[str, Any]:
        """Somebody acts in the campaign."""
        return self.members[name].do(f"{self.campaign}/{action}", body)

    def mend(self, name: str, action: str, **body: Any) -> dict[str, Any]:
        """Somebody sets right or takes back something in it, with the deputy's approval."""
        return self.act(name, action, **body, approved_by=self.deputies[name].person)

    def refuses(self, name: str, action: str, **body: Any) -> tuple[int, str]:
        """What somebody may not do in it."""
        return code(self.members[name], f"{self.campaign}/{action}", body)


def begin(cast: Cast) -> None:
    """Each livelihood item has its unit and its group; units are told what is theirs to do."""
    office = cast["office"]
    cast.campaign = path_of(office.do("campaigns", PLAN))
    lines = [{"kind": "livelihood", "title": title, "unit": unit} for title, unit, _ in ITEMS]
    cast.act("office", "list_objects", objects=lines)
    cast.act("office", "fix_list")
    for group in dict.fromkeys(group for *_, group in ITEMS):
        own = [n for n, (*_, each) in enumerate(ITEMS, 1) if each == group]
        cast.act("office", "assign", party=group, objects=own, due="2026-06-30")
    for unit in dict.fromkeys(unit for _, unit, _ in ITEMS):
        own = [n for n, (_, each, _) in enumerate(ITEMS, 1) if each == unit]
        duty = {"unit": unit, "objects": own, "task": "开展自查自纠", "due": "2026-03-20"}
        cast.act("office", "engage", **duty)
    waiting = cast["school"].see("parties/education/inbox")
    assert columns(waiting, "item", "title") == [
        ("do_duty:1", "开展自查自纠"),
        ("do_duty:2", "开展自查自纠"),
    ]


def units_act(cast: Cast) -> None:
    """One unit records on the wrong item what it did, and sets it right; one is late, one does nothing."""
    told = cast.act("school", "record_measure", object=1, kind="self_check", text="已办理。")
    waiting = cast["school"].see("parties/education/inbox", token=told["token"])
    assert columns(waiting, "item") == [("do_duty:2",)]
    assert cast.refuses("school", "record_measure", object=3, kind="talk", text="…")[0] == 403
    wrong = {"measure": 1, "object": 2, "reason": "误记在第一项下"}
    approved = {"approved_by": cast.deputies["education"].person}
    assert cast.refuses("education", "correct_measure", **wrong, **approved) == (
        403,
        "not_your_record",
    )
    told = cast.mend("school", "correct_measure", **wrong)
    waiting = cast["school"].see("parties/education/inbox", token=told["token"])
    assert columns(waiting, "item") == [("do_duty:1",)]
    cast.act("school", "record_measure", object=1, kind="correction", text="已整改。")
    cast.act("human_resources", "record_measure", object=4, kind="site_check", text="拟抽查。")
    cast.mend("human_resources", "annul_measure", measure=3, reason="尚未开展")
    cast.act("health", "record_measure", object=3, kind="site_check", text="抽查三家。")
    cast.place.pass_to("2026-03-26")
    overdue = cast["office"].see("obligations", status="overdue", mechanism="campaigns")
    assert columns(overdue, "owner", "rule", "due") == [
        ("health", "unit-duty", "2026-03-20"),
        ("human-resources", "unit-duty", "2026-03-20"),
    ]
    urge(cast)
    cast.act("clinic", "record_measure", object=3, kind="self_check", text="已自查。")


def urge(cast: Cast) -> None:
    """The office that is owed it urges; the neighbour's group may not."""
    reminder = {
        "kind": "reminder",
        "matter": cast.campaign.replace("campaigns/", "campaign/"),
        "to": "health",
        "about": "自查自纠已逾期",
        "due": "2026-03-27",
    }
    assert code(cast["other"], "urgings", reminder) == (404, "not_found")
    urged = path_of(cast["office"].do("urgings", reminder))
    cast["clinic"].do(f"{urged}/answer", {"text": "今日登记。"})
    cast["office"].do(f"{urged}/accept_answer", {})
    cast.urging = urged


def groups_act(cast: Cast, found: bool) -> None:
    """A finding became a lead; another, if there is one, is put right at the second attempt."""
    on_first = [{"text": "留样不规范。"}] if found else []
    cast.act("education", "screen", object=1, findings=on_first)
    cast.act("education", "screen", object=2, findings=[{"text": "指定供应商。"}])
    lead = receive(cast["education"], "钱某", unit="education", level="unit_managed")
    cast.lead = lead
    which = 1 + len(on_first)
    cast.act("education", "settle_finding", finding=which, outcome="lead", matter=lead)
    cast.act("health", "screen", object=3)
    cast.act("human_resources", "screen", object=4)
    if not found:
        return
    ask = {"finding": 1, "text": "请规范留样。", "due": "2026-04-10"}
    cast.act("education", "ask_correction", **ask)
    cast.act("school", "report_correction", finding=1, text="已规范。")
    cast.act("education", "return_correction", finding=1, reason="未附照片")
    cast.act("school", "report_correction", finding=1, text="照片附后。")
    cast.act("education", "verify_correction", finding=1, note="抽查属实。")


def becomes_a_case(cast: Cast) -> None:
    """The group files a case from the lead: who may read the lead counts it, and so does who reports."""
    first = cast.handlers[0]
    token = file_case(cast.lead, cast["education"], cast.handlers, "芜纪驻教立〔2026〕1号")
    (case,) = first.see("cases", token=token)["items"]
    signed_off(cast, path_of(case))
    decided = {"document": "芜纪驻教立〔2026〕1号", "decision": "决定立案审查。"}
    token = str(first.do(f"{path_of(case)}/file", decided)["token"])
    assert cases_counted(cast, "education", token) == 1
    for name in ("office", "health"):
        assert cases_counted(cast, name, token) == 0, name
    for name in ("school", "other"):
        assert cast[name].get(f"{cast.campaign}/figures").status_code == 404


def signed_off(cast: Cast, case: str) -> None:
    """Handler, head and group meeting agree that it is filed."""
    head, (first, second) = cast["education"], cast.handlers
    first.do(f"{case}/open_sign_off", {"matters": ["filing"], "statement": "事实清楚。"})
    head.do(f"{case}/review_sign_off", {"sheet": 1, "opinion": "agree", "text": "同意上会。"})
    members = (head, cast.deputies["education"], first, second)
    views = [{"member": each.person, "view": "agree"} for each in members]
    held = {"sheet": 1, "views": views, "conclusion": "同意立案。"}
    head.do(f"{case}/hold_group_meeting", held)


def cases_counted(cast: Cast, name: str, token: str) -> int:
    """How many cases came of it, as somebody sees; the list that the figure opens holds them."""
    seen = cast[name].see(f"{cast.campaign}/figures", token=token)["figures"]
    (figure,) = (each for each in seen if each["name"] == "cases")
    assert len(cast[name].get(figure["opens"]).json()["items"]) == figure["value"]
    return int(figure["value"])


def case_is_annulled(cast: Cast) -> None:
    """It was opened twice by mistake: the figures of the next report follow, the lead stays one."""
    cast.place.pass_to("2026-04-20")
    (case,) = cast["education"].see("cases")["items"]
    why = {"reason": "重复建卷", "approved_by": cast.deputies["education"].person}
    told = cast.handlers[1].do(f"{path_of(case)}/annul", why)
    assert cases_counted(cast, "education", told["token"]) == 0
    last = cast.act("office", "report", period="2026-Q2", summary="一案作废。")
    reports = cast["office"].see("campaign-reports", token=last["token"])["items"]
    told_of = {each["period"]: by_party(each["whole"]["shares"]) for each in reports}
    assert told_of["2026-Q1"]["sg-education"] == (1, 1)
    assert told_of["2026-Q2"]["sg-education"] == (1, 0)
    assert sorted((each["period"], each["whole"]["cases"]) for each in reports) == [
        ("2026-Q1", 1),
        ("2026-Q2", 0),
    ]


def by_party(shares: list[dict[str, Any]]) -> dict[str, tuple[int, int]]:
    """Leads and cases of each party's share."""
    return {each["party"]: (each["leads"], each["cases"]) for each in shares}


def rules_are_adopted(cast: Cast) -> None:
    """One unit's number was wrong; what the other group told of was a draft only."""
    rule = {"unit": "education", "title": "校园餐管理办法", "adopted": "2026-03-24"}
    cast.act("school", "adopt_system", **rule, number="教〔2026〕8号")
    cast.mend("school", "correct_system", system=1, number="教〔2026〕9号", reason="文号有误")
    cast.act("health", "adopt_system", unit="health", title="基金监管细则", adopted="2026-03-25")
    annul = {"system": 2, "reason": "仅为征求意见稿"}
    approved = {"approved_by": cast.deputies["clinic"].person}
    assert cast.refuses("clinic", "annul_system", **annul, **approved) == (403, "not_your_record")
    cast.mend("health", "annul_system", **annul)


def close(cast: Cast) -> dict[str, Any]:
    """What a unit did not do keeps it open, until it is taken back with approval."""
    done = {"summary": "四项办结。", "look_back_on": "2026-10-30"}
    assert cast.refuses("office", "close", **done) == (409, "duties_undone")
    assert cast.refuses("labour", "close", **done) == (403, "not_the_organiser")
    cast.mend("office", "withdraw_duty", object=4, reason="并入根治欠薪专项")
    cast.act("office", "report", period="2026-Q1", summary="同向发力。")
    case_is_annulled(cast)
    return cast.act("office", "close", **done)


SHARE: Final = ("party", "measures", "findings", "corrections", "corrected", "systems", "leads")


@pytest.mark.parametrize("found", [True, False], ids=["both", "unit-alone"])
def test_both_responsibilities_are_counted(wuhu: Place, found: bool) -> None:
    """One finding more or less, and the figures follow: apart, together, and party by party."""
    cast, one = Cast.of(wuhu), int(found)
    begin(cast)
    units_act(cast)
    groups_act(cast, found)
    becomes_a_case(cast)
    rules_are_adopted(cast)
    last = close(cast)
    office = cast["office"]
    seen = office.see(f"{cast.campaign}/figures", token=last["token"])["figures"]
    counted = {each["name"]: each["value"] for each in seen}
    names = ("unit_measures", "body_measures", "by_unit", "by_body", "by_both", "urgings")
    assert [counted[name] for name in names] == [3, 1, 1 - one, 0, 2 + one, 1]
    for each in seen:
        if each["name"] in names:
            assert len(office.get(each["opens"]).json()["items"]) == each["value"], each
    shares = columns(office.see("campaign-shares"), *SHARE)
    assert shares == [
        ("education", 2, 0, one, one, 1, 0),
        ("health", 1, 0, 0, 0, 0, 0),
        ("human-resources", 0, 0, 0, 0, 0, 0),
        ("sg-education", 0, 1 + one, one, one, 0, 1),
        ("sg-health", 1, 0, 0, 0, 0, 0),
        ("sg-human-resources", 0, 0, 0, 0, 0, 0),
    ]
    (report,) = office.see("campaign-reports", period="2026-Q1")["items"]
    told = sorted(tuple(each[name] for name in SHARE) for each in report["whole"]["shares"])
    assert told == shares
    owed_and_kept(cast)
    who_sees_what(cast, one)


def owed_and_kept(cast: Cast) -> None:
    """Each unit's duties, item by item; nothing waits for anybody but the look-back."""
    ended = cast["office"].see("obligations", mechanism="campaigns", limit=100)
    names = ("rule", "owner", "status", "late_working_days")
    duties = [each for each in columns(ended, *names) if each[0] == "unit-duty"]
    assert duties == [
        ("unit-duty", "education", "fulfilled", 0),
        ("unit-duty", "education", "fulfilled", 0),
        ("unit-duty", "education", "fulfilled", 0),
        ("unit-duty", "health", "fulfilled", 4),
        ("unit-duty", "human-resources", "withdrawn", None),
    ]
    for name, member in cast.members.items():
        left = [("look_back", None)] if name == "office" else []
        assert waits(member, cast.campaign) == left, name
        assert waits(member, cast.urging) == [], name


def who_sees_what(cast: Cast, one: int) -> None:
    """A unit what was done on its items, a group its own share; a neighbour and the host nothing."""
    duties = columns(cast["school"].see("campaign-duties"), "object", "unit_measures")
    assert duties == [(1, 1), (2, 1)]
    measures = cast["labour"].see("campaign-measures")
    assert columns(measures, "object", "by", "counted", "reason") == [
        (4, "sg-human-resources", False, "尚未开展")
    ]
    assert columns(cast["school"].see("campaign-systems"), "number", "reason") == [
        ("教〔2026〕9号", "文号有误")
    ]
    assert len(cast["school"].see("campaign-corrections")["items"]) == one
    assert columns(cast["health"].see("campaign-shares"), "party") == [("sg-health",)]
    assert columns(cast["health"].see("campaign-systems"), "title", "annulled") == [
        ("基金监管细则", "2026-03-26")
    ]
    for unit in ("school", "clinic", "labour"):
        for hidden in ("campaign-objects", "campaign-findings", "campaign-shares", "leads"):
            assert cast[unit].see(hidden)["items"] == [], (unit, hidden)
    for name in ("other", "stranger", "host"):
        for matter in (cast.campaign, cast.urging):
            sees_nothing(cast[name], matter, *lists_of(matter))
        lead = f"leads/{cast.lead.partition('/')[2]}"
        sees_nothing(cast[name], lead, "leads", "cases")
