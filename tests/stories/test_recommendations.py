"""纪检监察建议 (R 39, 235, 236; SL 71): from the draft to its end, and who knows what of it."""

from dataclasses import dataclass
from typing import Any

import pytest

from tests.api.installation import Member
from tests.stories.place import Place, code, columns, path_of, sees_nothing, waits

TERMS = {
    "deadline": "2026-05-29",
    "feedback": "书面反馈整改情况",
    "feedback_due": "2026-06-05",
    "objection_within": "10 days",
    "objection_manner": "书面提出",
}
CHAIN = [{"level": "party_organisation", "party": "pg-education", "post": "党组"}]
DIGEST = "0" * 64
AGREE = {"opinion": "agree"}


@dataclass
class Cast:
    """Who acts, and the recommendation they act upon."""

    clerk: Member
    head: Member
    leader: Member
    finance: Member
    secretary: Member
    office: Member
    observer: Member
    other: Member
    paper: str
    problems: list[str]


def content(problems: list[str]) -> dict[str, Any]:
    return {
        "kind": "discipline_inspection",
        "title": "加强学校配餐监管",
        "problems": problems,
        "advice": "完善招标制度,公开招标。",
        "addressee": "pg-education",
        "verifier": "so-2",
        "terms": TERMS,
    }


def draft(place: Place, problems: list[str]) -> Cast:
    """Drafted and consulted on; the finance bureau reads its question and nothing else."""
    people = {
        "clerk": place.member("王干事", "sg-education", "handler"),
        "head": place.member("郑组长", "sg-education", "head"),
        "leader": place.member("何常委", "commission", "leader_in_charge"),
        "finance": place.member("陈局长", "finance", "head"),
        "secretary": place.member("李书记", "pg-education", "head"),
        "office": place.member("周主任", "so-2", "head"),
        "observer": place.member("赵书记", "cc-lanshan", "head"),
        "other": place.member("冯组长", "sg-health", "head"),
    }
    told = people["clerk"].do(
        "recommendations",
        {
            "content": content(problems),
            "facts": "三所学校未公开招标。",
            "observers": ["cc-lanshan"],
        },
    )
    cast = Cast(**people, paper=path_of(told), problems=problems)
    ask = {"parties": ["finance"], "text": "请就招标管理提出意见。", "due": "2026-03-10"}
    told = cast.clerk.do(f"{cast.paper}/consult", ask)
    asked = cast.finance.see("recommendation-consultations", token=told["token"])
    assert columns(asked, "party", "title", "due") == [
        ("finance", "加强学校配餐监管", "2026-03-10")
    ]
    assert cast.finance.see("recommendations")["items"] == []
    submit = code(cast.clerk, f"{cast.paper}/submit_for_approval", {})
    assert submit == (409, "consultation_pending")
    place.pass_to("2026-03-06")
    cast.finance.do(f"{cast.paper}/answer_consultation", {"view": "amend", "text": "补充依据。"})
    return cast


def approve(place: Place, cast: Cast) -> None:
    """Sent back once by the leader in charge, a day late; who drafted it cannot sign."""
    paper, clerk = cast.paper, cast.clerk
    clerk.do(f"{paper}/submit_for_approval", {})
    assert code(clerk, f"{paper}/opine", AGREE) == (403, "signer_barred")
    assert code(cast.secretary, f"{paper}/opine", AGREE) == (404, "not_found")
    cast.head.do(f"{paper}/opine", AGREE)
    place.pass_to("2026-03-12")
    cast.leader.do(f"{paper}/opine", {"opinion": "return", "text": "措施不具体。"})
    better = {"content": content(cast.problems), "reason": "补充措施"}
    clerk.do(f"{paper}/redraft", better)
    clerk.do(f"{paper}/submit_for_approval", {})
    cast.head.do(f"{paper}/opine", AGREE)
    told = cast.leader.do(f"{paper}/opine", AGREE)
    known = cast.head.see("recommendation-approvals", token=told["token"])
    opinions = [(o["party"], o["opinion"]) for o in known["items"][0]["opinions"]]
    assert opinions == [
        ("sg-education", "agree"),
        ("commission", "return"),
        ("sg-education", "agree"),
        ("commission", "agree"),
    ]


def deliver(place: Place, cast: Cast) -> None:
    """Nobody outside knows of it before it is delivered; the objection leads to a revision."""
    paper, head, secretary = cast.paper, cast.head, cast.secretary
    place.pass_to("2026-03-16")
    head.do(f"{paper}/issue", {})
    assert secretary.get(paper).status_code == 404
    how = {"manner": "face_to_face", "received_by": "党组书记", "place": "市教育局会议室"}
    told = head.do(f"{paper}/deliver", how)
    seen = secretary.see(paper, token=told["token"])
    assert (seen["number"], seen["feedback_due"]) == ("〔2026〕1号", "2026-06-05")
    assert seen["objection_until"] == "2026-03-26"
    place.pass_to("2026-03-26")
    secretary.do(f"{paper}/raise_objection", {"text": "其中一项不属本局职责。"})
    kept = cast.problems[:-1]
    revise = {"reason": "异议部分成立", "approved_by": cast.leader.person, "problems": kept}
    assert code(secretary, f"{paper}/revise", revise) == (403, "not_the_issuer")
    head.do(f"{paper}/revise", revise)
    right = {
        "reason": "标题有误",
        "approved_by": cast.leader.person,
        "title": "加强市属学校配餐监管",
    }
    head.do(f"{paper}/correct", right)
    cast.problems = kept


def plan(place: Place, cast: Cast) -> list[str]:
    """One rectification item for each problem that was left; none can be forgotten."""
    place.pass_to("2026-04-10")
    measures = [{"text": "整改到位", "due": "2026-05-29"}]
    items = [
        {"problem": number, "responsible": CHAIN, "measures": measures}
        for number, _ in enumerate(cast.problems, start=1)
    ]
    short = code(cast.secretary, f"{cast.paper}/submit_plan", {"items": items + items[:1]})
    assert short == (422, "plan_incomplete")
    told = cast.secretary.do(f"{cast.paper}/submit_plan", {"items": items})
    register = cast.office.see("rectifications", token=told["token"])
    assert columns(register, "title", "stage", "origin") == sorted(
        (problem, "planned", "recommendation") for problem in cast.problems
    )
    return [
        item["stream"].replace("rectification/", "rectifications/") for item in register["items"]
    ]


def rectify(cast: Cast, items: list[str]) -> None:
    """Each item shown, verified by the second body, signed off; one stays open for a while."""
    shown = {"evidence": [{"title": "整改材料", "digest": DIGEST, "measure": 1}]}
    for item in items:
        cast.secretary.do(f"{item}/file_evidence", shown)
        cast.secretary.do(f"{item}/report_completion", {"text": "已完成。"})
        cast.office.do(f"{item}/verify", {"manner": "documents", "text": "属实。"})
    for item in items[1:]:
        cast.head.do(f"{item}/sign_off", {})


def feed_back(place: Place, cast: Cast, items: list[str]) -> str:
    """Two working days late; more is demanded once; signed off when the last item is."""
    paper, head, secretary = cast.paper, cast.head, cast.secretary
    place.pass_to("2026-06-09")
    secretary.do(f"{paper}/feed_back", {"text": "已逐项整改。"})
    more = {"reason": "制度尚未建立", "deadline": "2026-06-30"}
    assert code(cast.office, f"{paper}/demand_further", more) == (403, "not_the_issuer")
    head.do(f"{paper}/demand_further", more)
    rectify(cast, items)
    place.pass_to("2026-06-26")
    secretary.do(f"{paper}/feed_back", {"text": "制度已建立。"})
    head.do(f"{paper}/accept_feedback", {})
    assert code(head, f"{paper}/sign_off", {}) == (409, "items_open")
    head.do(f"{items[0]}/sign_off", {})
    return str(head.do(f"{paper}/sign_off", {})["token"])


@pytest.mark.parametrize("problems", [["招标不规范", "监管不到位"], ["甲", "乙", "丙"]], ids=len)
def test_a_recommendation(place: Place, problems: list[str]) -> None:
    """Returned once, corrected once, answered late once: as many items as problems were left."""
    cast = draft(place, problems)
    approve(place, cast)
    deliver(place, cast)
    items = plan(place, cast)
    token = feed_back(place, cast, items)
    seen = cast.secretary.see(cast.paper, token=token)
    assert (seen["stage"], seen["title"], seen["demands"]) == (
        "signed_off",
        "加强市属学校配餐监管",
        1,
    )
    assert (len(seen["items"]), seen["days"]) == (len(problems) - 1, 102)
    owed = cast.head.see("obligations", mechanism="recommendation", owner="pg-education")
    assert columns(owed, "rule", "status", "late_working_days") == [
        ("acknowledgement", "fulfilled", 15),
        ("feedback", "fulfilled", 2),
        ("feedback", "superseded", None),
        ("further-feedback", "fulfilled", 0),
        ("plan", "fulfilled", 0),
        ("plan", "withdrawn", None),
    ]
    knows_its_own_only(cast)


def test_of_a_refused_recommendation_the_superior_is_told(place: Place) -> None:
    """SL 71: who refuses without reason is ordered to comply; that is owed within five working days."""
    cast = draft(place, ["招标不规范", "监管不到位"])
    approve(place, cast)
    deliver(place, cast)
    place.pass_to("2026-04-10")
    refusal = {"reason": "逾期不报整改方案,经督促仍不整改"}
    of_superior = {"superior": "city-committee", "document": "临纪函〔2026〕8号"}
    early = code(cast.head, f"{cast.paper}/notify_superior", of_superior)
    assert early == (409, "wrong_state")
    assert code(cast.secretary, f"{cast.paper}/record_refusal", refusal) == (403, "not_the_issuer")
    assert code(cast.clerk, f"{cast.paper}/record_refusal", refusal) == (403, "not_authorised")
    told = cast.head.do(f"{cast.paper}/record_refusal", refusal)
    assert ("tell_superior", None) in waits(cast.head, cast.paper, token=told["token"])
    place.pass_to("2026-04-20")
    told = cast.head.do(f"{cast.paper}/notify_superior", of_superior)
    for member in (cast.head, cast.secretary):
        seen = member.see(cast.paper, token=told["token"])
        assert (seen["stage"], seen["superior"]) == ("refused", "city-committee")
    owed = cast.leader.see("obligations", mechanism="recommendation", owner="sg-education")
    superior = {"items": [each for each in owed["items"] if each["rule"] == "superior"]}
    assert columns(superior, "owed_to", "status", "late_working_days") == [
        ("commission", "fulfilled", 1)
    ]
    assert ("tell_superior", None) not in waits(cast.head, cast.paper)
    status = cast.observer.see("recommendation-status")
    assert columns(status, "stage") == [("refused",)]
    sees_nothing(cast.other, cast.paper, "recommendations", "recommendation-status")


def knows_its_own_only(cast: Cast) -> None:
    """Status for the joint meeting's member, nothing for another group, no inside for the addressee."""
    status = cast.observer.see("recommendation-status")
    assert columns(status, "stage", "number") == [("signed_off", "〔2026〕1号")]
    for path in ("recommendations", "recommendation-approvals", "rectifications"):
        assert cast.observer.see(path)["items"] == [], path
    assert cast.secretary.see("recommendation-approvals")["items"] == []
    inside = str(cast.secretary.see(f"{cast.paper}/history")["items"])
    assert "recommendation.issued" in inside
    for kind in ("drafted", "consultation", "opinion_given", "submitted"):
        assert f"recommendation.{kind}" not in inside, kind
    assert cast.other.get(cast.paper).status_code == 404
    for path in ("recommendations", "recommendation-status", "rectifications", "flows"):
        assert cast.other.see(path)["items"] == [], path
    assert cast.secretary.see("parties/pg-education/inbox")["items"] == []
