"""问题收集与督促整改 (mechanism 5): a group raises, its host rectifies, a second body verifies."""

from dataclasses import dataclass

import pytest

from tests.api.installation import Member
from tests.stories.place import Place, code, columns, path_of, sees_nothing

PROBLEM = {
    "origin": "daily_supervision",
    "title": "学校配餐招标程序不规范",
    "text": "三所学校未公开招标。",
    "unit": "education",
}
CHAIN = [
    {"level": "party_organisation", "party": "pg-education", "post": "党组"},
    {"level": "leading_member", "party": "pg-education", "post": "分管副局长"},
    {"level": "section_head", "party": "education", "post": "后勤科科长"},
]
ASSIGNMENT = {
    "party": "pg-education",
    "responsible": CHAIN,
    "verifier": "so-2",
    "due": "2026-03-31",
}
DIGEST = "0" * 64
DONE = [
    ("pg-education", "acknowledgement", "fulfilled", 0),
    ("pg-education", "measures", "fulfilled", 0),
    ("pg-education", "rectify", "fulfilled", 0),
    ("pg-education", "rectify", "fulfilled", 2),
    ("sg-education", "assignment", "fulfilled", 0),
    ("sg-education", "sign-off", "fulfilled", 0),
    ("so-2", "verify", "fulfilled", 0),
    ("so-2", "verify", "fulfilled", 0),
]


@dataclass
class Cast:
    """Who acts, and the item they act upon."""

    group: Member
    clerk: Member
    secretary: Member
    office: Member
    inspection: Member
    other: Member
    stranger: Member
    item: str


def raise_it(place: Place) -> Cast:
    """The Party group learns of the problem when it is assigned, not before; another group never."""
    group = place.member("郑组长", "sg-education", "head")
    clerk = place.member("王干事", "sg-education", "member")
    secretary = place.member("李书记", "pg-education", "head")
    office = place.member("周主任", "so-2", "head")
    inspection = place.member("吴主任", "inspection", "head")
    other = place.member("冯组长", "sg-health", "head")
    stranger = place.member("魏书记", "pg-health", "head")
    told = group.do("rectifications", PROBLEM)
    item = path_of(told)
    secretary.see("parties", token=told["token"])
    assert secretary.get(item).status_code == 404
    assert code(other, "rectifications", PROBLEM) == (403, "not_its_unit")
    own = {**ASSIGNMENT, "verifier": "uc-education"}
    assert code(group, f"{item}/assign", own) == (409, "not_a_second_body")
    place.pass_to("2026-03-03")
    told = group.do(f"{item}/assign", ASSIGNMENT)
    waiting = secretary.see("parties/pg-education/inbox", token=told["token"])
    assert columns(waiting, "kind", "from_party", "due") == [
        ("acknowledge_item", "sg-education", None),
        ("plan_measures", "sg-education", None),
        ("rectify", "sg-education", "2026-03-31"),
    ]
    return Cast(group, clerk, secretary, office, inspection, other, stranger, item)


def plan_and_report(place: Place, cast: Cast) -> None:
    """Planned in time; an inspecting body learns of it only by way of a round (mechanism 17)."""
    place.pass_to("2026-03-06")
    measures = [{"text": "重新公开招标", "due": "2026-03-31"}]
    cast.secretary.do(f"{cast.item}/set_measures", {"measures": measures})
    assert cast.inspection.get(cast.item).status_code == 404
    report = {"body": "inspection", "report": "五届市委第九轮巡察报告", "paragraph": "三(二)"}
    assert cast.group.post(f"{cast.item}/write_into_report", report).status_code == 404


def rectify_late(place: Place, cast: Cast, vouchers: list[int]) -> None:
    """Two working days late, and then not enough: the second body sends it back."""
    item, secretary = cast.item, cast.secretary
    place.pass_to("2026-04-02")
    overdue = cast.group.see("parties/pg-education/obligations", status="overdue")
    assert columns(overdue, "rule", "due") == [("rectify", "2026-03-31")]
    done = {"text": "已重新招标。"}
    assert code(secretary, f"{item}/report_completion", done) == (409, "evidence_missing")
    shown = {"evidence": [{"title": "招标公告", "digest": DIGEST, "measure": 1}]}
    secretary.do(f"{item}/file_evidence", shown)
    for amount in vouchers:
        secretary.do(f"{item}/record_recovery", {"amount": amount, "document": "财政票据"})
    told = secretary.do(f"{item}/report_completion", done)
    waiting = cast.office.see("parties/so-2/inbox", token=told["token"])
    assert ("verify_item", "pg-education") in columns(waiting, "kind", "from_party")
    check = {"manner": "on_site", "text": "现场核查属实。"}
    assert code(cast.group, f"{item}/verify", check) == (403, "not_the_verifier")
    back = {"reason": "一所学校尚未招标", "due": "2026-04-15"}
    told = cast.office.do(f"{item}/send_back", back)
    waiting = secretary.see("parties/pg-education/inbox", token=told["token"])
    assert columns(waiting, "kind", "due") == [("rectify", "2026-04-15")]


def rectify_again(place: Place, cast: Cast) -> str:
    """Better this time, with a rule adopted; a recovery is corrected; only a leader signs off."""
    item, secretary = cast.item, cast.secretary
    place.pass_to("2026-04-14")
    rule = {"title": "配餐招标管理办法", "number": "临教发〔2026〕12号", "adopted": "2026-04-10"}
    secretary.do(f"{item}/adopt_system", rule)
    secretary.do(f"{item}/report_completion", {"text": "三所学校均已重新招标。"})
    place.pass_to("2026-04-16")
    cast.office.do(f"{item}/verify", {"manner": "on_site", "text": "现场核查属实。"})
    deputy = place.member("钱副组长", "sg-education", "deputy_head")
    right = {
        "reason": "票据金额误填",
        "approved_by": deputy.person,
        "recovery": {"recovery": 1, "amount": 1_000_000},
    }
    cast.group.do(f"{item}/correct", right)
    assert code(cast.clerk, f"{item}/sign_off", {})[0] == 403
    place.pass_to("2026-04-17")
    return str(cast.group.do(f"{item}/sign_off", {})["token"])


@pytest.mark.parametrize(
    ("vouchers", "recovered"), [([1_250_000, 80_000], 1_080_000), ([1_250_000], 1_000_000)]
)
def test_a_problem_is_rectified(place: Place, vouchers: list[int], recovered: int) -> None:
    """Late once, returned once, corrected once: what it led to and how long it took is counted."""
    cast = raise_it(place)
    plan_and_report(place, cast)
    rectify_late(place, cast, vouchers)
    token = rectify_again(place, cast)
    group, secretary, other = cast.group, cast.secretary, cast.other
    register = ("number", "stage", "outcomes", "recovered", "days_open", "returned")
    outcomes = ["correction", "system_building", "recovery"]
    row = ("〔2026〕1号", "signed_off", outcomes, recovered, 46, 1)
    for member in (group, secretary, cast.office):
        assert columns(member.see("rectifications", token=token), *register) == [row]
        chain = member.see(cast.item)["responsible"]
        assert [{name: each[name] for name in CHAIN[0]} for each in chain] == CHAIN
    owed = group.see("obligations", mechanism="rectification")
    assert columns(owed, "owner", "rule", "status", "late_working_days") == [
        *DONE[:5],
        ("sg-education", "look-back", "open", None),
        *DONE[5:],
    ]
    assert secretary.see("parties/pg-education/inbox")["items"] == []
    for member in (other, cast.stranger, cast.inspection):
        sees_nothing(member, cast.item, "rectifications", "rectification-status")


def test_what_recurred_is_rectified_again(place: Place) -> None:
    """Half a year later it came back: a second round, owed by the same Party group."""
    cast = raise_it(place)
    plan_and_report(place, cast)
    rectify_late(place, cast, [])
    rectify_again_without_money(place, cast)
    place.pass_to("2026-10-12")
    look = {"result": "recurred", "text": "两所学校未公开招标。"}
    assert code(cast.secretary, f"{cast.item}/look_back", look) == (403, "not_the_raiser")
    cast.group.do(f"{cast.item}/look_back", look)
    again = {"ground": "recurred", "reason": "又有两所学校未招标", "due": "2026-11-30"}
    token = cast.group.do(f"{cast.item}/reopen", again)["token"]
    seen = cast.secretary.see(cast.item, token=token)
    assert (seen["stage"], seen["round"], seen["due"]) == ("returned", 2, "2026-11-30")
    waiting = cast.secretary.see("parties/pg-education/inbox")
    assert columns(waiting, "kind", "due") == [("rectify", "2026-11-30")]
    running = cast.secretary.see("rectifications", unit="education")
    assert columns(running, "days_open") == [(224,)]


def rectify_again_without_money(place: Place, cast: Cast) -> None:
    """As before, with nothing to recover; another second body verifies in place of the one named."""
    place.pass_to("2026-04-14")
    first = place.member("沈主任", "so-1", "head")
    cast.secretary.do(f"{cast.item}/report_completion", {"text": "均已重新招标。"})
    named = {"verifier": "so-1", "reason": "原核验人员均在专案组"}
    assert code(cast.office, f"{cast.item}/name_verifier", named) == (403, "not_the_raiser")
    own = {**named, "verifier": "uc-education"}
    assert code(cast.group, f"{cast.item}/name_verifier", own) == (409, "not_a_second_body")
    told = cast.group.do(f"{cast.item}/name_verifier", named)
    check = {"manner": "spot_check", "text": "抽查属实。"}
    assert code(cast.office, f"{cast.item}/verify", check) == (403, "not_the_verifier")
    owed = first.see("obligations", token=told["token"], owner="so-1", mechanism="rectification")
    assert columns(owed, "rule", "status") == [("verify-instead", "open")]
    first.do(f"{cast.item}/verify", check)
    cast.group.do(f"{cast.item}/sign_off", {})
