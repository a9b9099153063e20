"""Working with departments (mechanisms 10, 23): data asked of a host unit, a finding shared by audit."""

from dataclasses import dataclass
from typing import Any, Final

from tests.api.installation import Member
from tests.stories.place import Place, code, columns, path_of, sees_nothing

REQUEST: Final[dict[str, Any]] = {
    "kind": "data",
    "title": "调取学校配餐采购合同清单",
    "text": "请提供各学校配餐供应商和金额。",
    "basis": "学校配餐管理专项监督方案",
    "to": "education",
    "office": "finance",
    "fields": ["supplier", "amount"],
    "due": "2026-03-13",
}
FINDING: Final[dict[str, Any]] = {
    "kind": "finding",
    "title": "通报配餐专项审计发现",
    "text": "两所学校未经招标。",
    "basis": "审计报告第三部分",
    "to": "sg-education",
    "items": [
        {"field": "unit", "text": "市第一中学"},
        {"field": "period", "text": "2025年度"},
        {"field": "amount", "text": "一百二十万元"},
        {"field": "clause", "text": "采购管理办法第八条"},
    ],
    "due": "2026-03-20",
}
SHOWN: Final = ("kind", "stage", "issuer", "addressee", "answered", "returned", "outcome")


@dataclass
class Cast:
    """Who acts, and what they act upon."""

    group: Member
    deputy: Member
    unit: Member
    audit: Member
    accounts: Member
    figures: Member
    other: Member
    request: str = ""
    finding: str = ""


def gather(place: Place) -> Cast:
    """Everybody takes office."""
    return Cast(
        group=place.member("郑组长", "sg-education", "head"),
        deputy=place.member("钱副组长", "sg-education", "deputy_head"),
        unit=place.member("周科长", "education", "liaison"),
        audit=place.member("吴科长", "audit", "liaison"),
        accounts=place.member("施科长", "finance", "liaison"),
        figures=place.member("孔科长", "statistics", "liaison"),
        other=place.member("冯组长", "sg-health", "head"),
    )


def ask(place: Place, cast: Cast) -> None:
    """The group asks the unit's finance department, and corrects what it wrote; the unit is late."""
    outsider = dict(REQUEST, to="sg-education", office=None)
    assert code(cast.unit, "department-requests", outsider) == (403, "not_authorised")
    cast.request = path_of(cast.group.do("department-requests", REQUEST))
    right = {
        "reason": "表述有误",
        "approved_by": cast.deputy.person,
        "text": "请提供供应商和金额。",
    }
    told = cast.group.do(f"{cast.request}/correct", right)
    seen = cast.unit.see(cast.request, token=told["token"])
    assert (seen["text"], seen["fields"]) == ("请提供供应商和金额。", ["supplier", "amount"])
    waiting = cast.unit.see("parties/education/inbox")
    assert columns(waiting, "kind", "due") == [
        ("answer_department_request", "2026-03-13"),
        ("sign_department_request", None),
    ]
    assert cast.other.get(cast.request).status_code == 404
    place.pass_to("2026-03-17")
    overdue = cast.group.see("obligations", owner="education", status="overdue")
    assert columns(overdue, "rule") == [("acknowledgement",), ("answer",)]


def supply(cast: Cast) -> None:
    """A field is missing: refused. What comes is returned once, and supplied anew."""
    half = {"items": [{"field": "supplier", "text": "甲公司"}]}
    assert code(cast.unit, f"{cast.request}/answer", half) == (422, "fields_missing")
    whole = {"items": [*half["items"], {"field": "amount", "reason": "尚未结算"}]}
    cast.unit.do(f"{cast.request}/answer", whole)
    cast.group.do(f"{cast.request}/return_answer", {"reason": "请按合同金额填报"})
    better = {"items": [*half["items"], {"field": "amount", "text": "八十万元"}]}
    cast.unit.do(f"{cast.request}/answer", better)
    told = cast.group.do(f"{cast.request}/accept_answer", {})
    seen = cast.group.see(cast.request, token=told["token"])
    assert [(item["field"], item["text"]) for item in seen["supplied"]] == [
        ("supplier", "甲公司"),
        ("amount", "八十万元"),
    ]


def share(cast: Cast) -> str:
    """Each department has the minimum of its procedure; audit learns what became of what it shared."""
    short = dict(FINDING, items=FINDING["items"][:1])
    for member, missing in (
        (cast.audit, "period、amount、clause"),
        (cast.accounts, "period、project、amount"),
        (cast.figures, "enterprise、period、indicator、deviation"),
    ):
        refused = member.post("department-requests", short)
        assert refused.json()["code"] == "fields_missing", member.party
        assert refused.json()["zh"]["detail"] == f"缺少字段:{missing}。"
    cast.finding = path_of(cast.audit.do("department-requests", FINDING))
    unsaid = code(cast.group, f"{cast.finding}/answer", {})
    assert unsaid == (422, "invalid_field")
    cast.group.do(f"{cast.finding}/answer", {"outcome": "supervision"})
    return str(cast.audit.do(f"{cast.finding}/accept_answer", {})["token"])


def again(cast: Cast) -> None:
    """Asked once more, with a day put right before anybody answered; then it turns out not to be needed."""
    told = cast.group.do("department-requests", REQUEST | {"due": "2026-03-20"})
    request = path_of(told)
    right = {"reason": "期限有误", "approved_by": cast.deputy.person}
    told = cast.group.do(f"{request}/correct", {**right, "due": "2026-03-24"})
    waiting = cast.unit.see("parties/education/inbox", token=told["token"])
    assert columns(waiting, "kind", "due") == [
        ("answer_department_request", "2026-03-24"),
        ("sign_department_request", None),
    ]
    told = cast.group.do(f"{request}/annul", {**right, "reason": "已从其他渠道取得"})
    seen = cast.unit.see("department-requests", token=told["token"])
    assert columns(seen, "stage") == [("accepted",), ("annulled",)]
    owed = cast.unit.see("obligations", mechanism="department-requests", status="withdrawn")
    assert columns(owed, "owner", "rule") == [
        ("education", "acknowledgement"),
        ("education", "answer"),
    ]
    assert cast.unit.see("parties/education/inbox")["items"] == []


def test_data_are_supplied_and_a_finding_is_taken_up(place: Place) -> None:
    """The unit is two working days late and comes back once; neither department sees the other's."""
    cast = gather(place)
    ask(place, cast)
    supply(cast)
    token = share(cast)
    request = ("data", "accepted", "sg-education", "education", "2026-03-17", 1, None)
    finding = ("finding", "accepted", "audit", "sg-education", "2026-03-17", 0, "supervision")
    seen = cast.group.see("department-requests", token=token)
    assert columns(seen, *SHOWN) == [request, finding]
    assert columns(cast.unit.see("department-requests"), *SHOWN) == [request]
    assert columns(cast.audit.see("department-requests"), *SHOWN) == [finding]
    owed = cast.group.see("obligations", mechanism="department-requests")
    assert columns(owed, "owner", "rule", "status", "late_working_days") == [
        ("audit", "judgement", "fulfilled", 0),
        ("education", "acknowledgement", "fulfilled", 9),
        ("education", "answer", "fulfilled", 2),
        ("education", "better-answer", "fulfilled", 0),
        ("sg-education", "acknowledgement", "fulfilled", 0),
        ("sg-education", "answer", "fulfilled", 0),
        ("sg-education", "judgement", "fulfilled", 0),
        ("sg-education", "judgement", "fulfilled", 0),
    ]
    for party, member in (("sg-education", cast.group), ("education", cast.unit)):
        assert member.see(f"parties/{party}/inbox")["items"] == []
    again(cast)
    for matter in (cast.request, cast.finding):
        sees_nothing(cast.other, matter, "department-requests")


def sent_back(place: Place, cast: Cast) -> None:
    """Asked of the wrong department of the unit, then without its basis: each time it goes out again."""
    group, unit = cast.group, cast.unit
    cast.request = path_of(group.do("department-requests", REQUEST))
    back = {"ground": "wrong_department", "reason": "采购合同由审计科保管"}
    assert code(group, f"{cast.request}/send_back", back)[0] in {403, 409}
    assert code(cast.other, f"{cast.request}/send_back", back) == (404, "not_found")
    told = unit.do(f"{cast.request}/send_back", back)
    waiting = group.see("parties/sg-education/inbox", token=told["token"])
    assert columns(waiting, "kind", "from_party", "title") == [
        ("redirect", "education", "采购合同由审计科保管")
    ]
    assert unit.see("parties/education/inbox")["items"] == []
    answer = {"items": [{"field": each, "text": "……"} for each in REQUEST["fields"]]}
    assert code(unit, f"{cast.request}/answer", answer) == (409, "wrong_state")
    place.pass_to("2026-03-06")
    late = unit.see("obligations", mechanism="department-requests", status="overdue")
    assert columns(late, "owner", "rule", "due") == [("sg-education", "redirect", "2026-03-05")]
    right = {"reason": "部门有误", "approved_by": cast.deputy.person, "office": "audit"}
    assert code(group, f"{cast.request}/correct", right) == (422, "invalid_field")
    group.do(f"{cast.request}/correct", right | {"due": "2026-03-13"})
    unit.do(f"{cast.request}/acknowledge", {})
    unit.do(f"{cast.request}/send_back", {"ground": "papers_missing", "reason": "未附方案"})
    again = {"reason": "未附方案", "approved_by": cast.deputy.person, "text": "方案见附件。"}
    told = group.do(f"{cast.request}/correct", again | {"due": "2026-03-16"})
    waiting = unit.see("parties/education/inbox", token=told["token"])
    assert columns(waiting, "kind", "due") == [
        ("answer_department_request", "2026-03-16"),
        ("sign_department_request", None),
    ]


def test_what_is_for_another_department_or_lacks_papers_comes_back(place: Place) -> None:
    """Put right a working day late, answered two working days late; another group learns nothing of it."""
    cast = gather(place)
    sent_back(place, cast)
    place.pass_to("2026-03-18")
    answer = {"items": [{"field": each, "text": f"{each}若干"} for each in REQUEST["fields"]]}
    cast.unit.do(f"{cast.request}/answer", answer)
    token = str(cast.group.do(f"{cast.request}/accept_answer", {})["token"])
    (row,) = cast.unit.see("department-requests", token=token)["items"]
    names = ("stage", "office", "times_sent_back", "ground", "returned", "due", "answered", "text")
    assert tuple(row[name] for name in names) == (
        "accepted",
        "audit",
        2,
        None,
        0,
        "2026-03-16",
        "2026-03-18",
        "方案见附件。",
    )
    owed = cast.group.see("obligations", mechanism="department-requests")
    assert columns(owed, "owner", "rule", "status", "late_working_days") == [
        ("education", "acknowledgement", "fulfilled", 0),
        ("education", "acknowledgement", "fulfilled", 0),
        ("education", "acknowledgement", "fulfilled", 6),
        ("education", "answer", "fulfilled", 2),
        ("education", "answer", "withdrawn", None),
        ("education", "answer", "withdrawn", None),
        ("sg-education", "judgement", "fulfilled", 0),
        ("sg-education", "redirect", "fulfilled", 0),
        ("sg-education", "redirect", "fulfilled", 1),
    ]
    flows = cast.group.see("flows", limit=100)
    assert columns(flows, "kind", "from_party", "status") == [
        ("department_answer", "education", "accepted"),
        ("department_request", "sg-education", "closed"),
    ]
    for member in (cast.group, cast.unit):
        assert member.see(f"parties/{member.party}/inbox")["items"] == []
    for member in (cast.other, cast.audit, cast.accounts):
        sees_nothing(member, cast.request, "department-requests")
