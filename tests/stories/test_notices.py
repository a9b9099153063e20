"""重要情况通报 (mechanism 8): a group tells its host's Party group and unit committee, who answer."""

from tests.api.installation import Member
from tests.stories.place import Place, columns, path_of

NOTICE = {
    "kind": "important_matters",
    "title": "学校配餐管理专项监督发现的情况",
    "text": "三所学校配餐招标程序不规范。",
    "parties": ["pg-education", "uc-education"],
    "reply_due": "2026-03-20",
}


def code(member: Member, path: str, body: object) -> tuple[int, str]:
    """Status and code of a refusal."""
    answer = member.post(path, body)
    return answer.status_code, answer.json()["code"]


def test_a_notice_of_important_matters(place: Place) -> None:
    """The Party group's answer comes back once; the committee's is four working days late."""
    group = place.member("郑组长", "sg-education", "head")
    deputy = place.member("钱副组长", "sg-education", "deputy_head")
    secretary = place.member("李书记", "pg-education", "head")
    committee = place.member("孙书记", "uc-education", "head")
    other = place.member("冯组长", "sg-health", "head")

    told = group.do("notices", NOTICE)
    notice = path_of(told)
    assert columns(secretary.see("notices", token=told["token"]), "number", "text") == [
        ("〔2026〕1号", "三所学校配餐招标程序不规范。")
    ]
    waiting = secretary.see("parties/pg-education/inbox")
    assert columns(waiting, "kind", "from_party", "due") == [
        ("answer_notice", "sg-education", "2026-03-20"),
        ("sign_notice", "sg-education", None),
    ]
    assert other.get(notice).status_code == 404
    assert code(other, f"{notice}/acknowledge", {}) == (404, "not_found")

    place.pass_to("2026-03-04")
    secretary.do(f"{notice}/acknowledge", {})
    assert code(secretary, f"{notice}/acknowledge", {}) == (409, "nothing_to_sign")
    right = {
        "reason": "校数有误",
        "approved_by": deputy.person,
        "text": "两所学校配餐招标程序不规范。",
    }
    group.do(f"{notice}/correct", right)

    place.pass_to("2026-03-18")
    secretary.do(f"{notice}/reply", {"text": "已责成重新招标。"})
    accept = {"party": "pg-education"}
    assert code(secretary, f"{notice}/accept_reply", accept) == (403, "not_the_issuer")
    group.do(f"{notice}/return_reply", {"party": "pg-education", "reason": "未说明责任人"})
    place.pass_to("2026-03-24")
    secretary.do(f"{notice}/reply", {"text": "责任人已批评教育。"})
    group.do(f"{notice}/accept_reply", accept)

    place.pass_to("2026-03-26")
    overdue = group.see("parties/uc-education/obligations", status="overdue")
    assert columns(overdue, "rule", "due") == [
        ("acknowledgement", "2026-03-05"),
        ("reply", "2026-03-20"),
    ]
    committee.do(f"{notice}/reply", {"text": "已开展自查。"})
    last = group.do(f"{notice}/accept_reply", {"party": "uc-education"})

    seen = group.see(notice, token=last["token"])
    assert (seen["stage"], seen["pending"]) == ("issued", [])
    assert seen["text"] == "两所学校配餐招标程序不规范。"
    answers = ("party", "stage", "text", "returned", "replied")
    first = ("pg-education", "accepted", "责任人已批评教育。", 1, "2026-03-24")
    second = ("uc-education", "accepted", "已开展自查。", 0, "2026-03-26")
    assert columns(group.see("notice-replies"), *answers) == [first, second]
    assert columns(secretary.see("notice-replies"), *answers) == [first]
    assert columns(committee.see("notice-replies"), *answers) == [second]
    owed = group.see("obligations", mechanism="notices")
    assert columns(owed, "owner", "rule", "status", "late_working_days") == [
        ("pg-education", "acknowledgement", "fulfilled", 0),
        ("pg-education", "better-reply", "fulfilled", 0),
        ("pg-education", "reply", "fulfilled", 0),
        ("sg-education", "judgement", "fulfilled", 0),
        ("sg-education", "judgement", "fulfilled", 0),
        ("sg-education", "judgement", "fulfilled", 0),
        ("uc-education", "acknowledgement", "fulfilled", 15),
        ("uc-education", "reply", "fulfilled", 4),
    ]
    for party, member in (("sg-education", group), ("pg-education", secretary)):
        assert member.see(f"parties/{party}/inbox")["items"] == []
    for path in ("notices", "notice-replies", "flows", "parties/sg-health/timeline"):
        assert "notice" not in str(other.see(path)["items"]), path
    assert other.get(notice).status_code == 404
