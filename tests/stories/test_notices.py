"""重要情况通报 (mechanism 8): a group tells its host's Party group and unit committee, who answer."""

from dataclasses import dataclass

from tests.api.installation import Member
from tests.stories.place import Place, code, columns, path_of, sees_nothing, waits

NOTICE = {
    "kind": "important_matters",
    "title": "学校配餐管理专项监督发现的情况",
    "text": "三所学校配餐招标程序不规范。",
    "parties": ["pg-education", "uc-education"],
    "reply_due": "2026-03-20",
}

ANSWERS = ("party", "stage", "text", "returned", "replied")
OF_GROUP = ("pg-education", "accepted", "责任人已批评教育。", 1, "2026-03-24")
OF_COMMITTEE = ("uc-education", "accepted", "已开展自查。", 0, "2026-03-26")
OWED = [
    ("pg-education", "acknowledgement", "fulfilled", 0),
    ("pg-education", "better-reply", "fulfilled", 0),
    ("pg-education", "reply", "fulfilled", 0),
    ("sg-education", "judgement", "fulfilled", 0),
    ("sg-education", "judgement", "fulfilled", 0),
    ("sg-education", "judgement", "fulfilled", 0),
    ("uc-education", "acknowledgement", "fulfilled", 15),
    ("uc-education", "reply", "fulfilled", 4),
]


@dataclass
class Cast:
    """Who acts, and the notice they act upon."""

    group: Member
    deputy: Member
    secretary: Member
    committee: Member
    other: Member
    notice: str


def tell(place: Place) -> Cast:
    """The group tells; both addressees see what is to be done, another group sees nothing."""
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
    return Cast(group, deputy, secretary, committee, other, notice)


def sign_and_correct(place: Place, cast: Cast) -> None:
    """The Party group signs once; the group corrects what it told."""
    place.pass_to("2026-03-04")
    cast.secretary.do(f"{cast.notice}/acknowledge", {})
    again = code(cast.secretary, f"{cast.notice}/acknowledge", {})
    assert again == (409, "nothing_to_sign")
    right = {
        "reason": "校数有误",
        "approved_by": cast.deputy.person,
        "text": "两所学校配餐招标程序不规范。",
    }
    cast.group.do(f"{cast.notice}/correct", right)


def answer(place: Place, cast: Cast) -> str:
    """The Party group answers, is asked for more, answers again; the committee is late."""
    notice, group, secretary = cast.notice, cast.group, cast.secretary
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
    cast.committee.do(f"{notice}/reply", {"text": "已开展自查。"})
    last = group.do(f"{notice}/accept_reply", {"party": "uc-education"})
    return str(last["token"])


def annulled(cast: Cast) -> None:
    """A second notice, to the Party group alone, was a mistake: its number is kept, nothing is owed."""
    told = cast.group.do(
        "notices", NOTICE | {"parties": ["pg-education"], "reply_due": "2026-04-10"}
    )
    owed = cast.group.see("obligations", token=told["token"], mechanism="notices", status="open")
    assert columns(owed, "owner", "rule") == [
        ("pg-education", "acknowledgement"),
        ("pg-education", "reply"),
    ]
    why = {"reason": "重复印发", "approved_by": cast.deputy.person}
    told = cast.group.do(f"{path_of(told)}/annul", why)
    listed = cast.secretary.see("notices", token=told["token"])
    assert columns(listed, "number", "stage") == [
        ("〔2026〕1号", "issued"),
        ("〔2026〕2号", "annulled"),
    ]
    owed = cast.group.see("obligations", mechanism="notices", status="withdrawn")
    assert columns(owed, "owner", "rule") == [
        ("pg-education", "acknowledgement"),
        ("pg-education", "reply"),
    ]
    assert cast.secretary.see("parties/pg-education/inbox")["items"] == []
    assert columns(cast.committee.see("notices"), "number") == [("〔2026〕1号",)]


def test_a_notice_of_important_matters(place: Place) -> None:
    """The Party group's answer comes back once; the committee's is four working days late."""
    cast = tell(place)
    sign_and_correct(place, cast)
    seen = cast.group.see(cast.notice, token=answer(place, cast))
    assert (seen["stage"], seen["pending"]) == ("issued", [])
    assert seen["text"] == "两所学校配餐招标程序不规范。"
    group, secretary, other = cast.group, cast.secretary, cast.other
    assert columns(group.see("notice-replies"), *ANSWERS) == [OF_GROUP, OF_COMMITTEE]
    assert columns(secretary.see("notice-replies"), *ANSWERS) == [OF_GROUP]
    assert columns(cast.committee.see("notice-replies"), *ANSWERS) == [OF_COMMITTEE]
    owed = group.see("obligations", mechanism="notices")
    assert columns(owed, "owner", "rule", "status", "late_working_days") == OWED
    for member in (group, secretary, cast.committee):
        assert waits(member) == [], member.party
    annulled(cast)
    sees_nothing(other, cast.notice, "notices", "notice-replies")
