"""干部年度考核 (mechanism 28): a person of a group, apart from bodies; for leaders and the person only."""

from dataclasses import dataclass
from typing import Any

import pytest

from tests.api.installation import Member
from tests.stories.place import Place, code, columns, path_of, sees_nothing, waits

LISTS = ("cadre-appraisals", "cadre-appraisal-views", "cadre-appraisal-proposals")
VOTES = {"voters": 12, "competent": 3, "basically_competent": 1}


@dataclass
class Cast:
    """Who acts, and the appraisal of the clerk."""

    office: Member
    chief: Member
    head: Member
    clerk: Member
    colleague: Member
    secretary: Member
    other: Member
    paper: str


def opening(person: Member, approver: Member) -> dict[str, Any]:
    """What an appraisal of somebody of the group at education is opened with."""
    return {
        "person": person.person,
        "group": "sg-education",
        "year": 2025,
        "summary_by": "2026-03-06",
        "views_from": ["pg-education"],
        "views_by": "2026-03-10",
        "approved_by": approver.person,
    }


def open_(place: Place) -> Cast:
    """Only the organisation office opens it; the person reads it, a colleague does not."""
    office = place.member("金部长", "cadre-office", "head")
    chief = place.member("高书记", "commission", "principal_head")
    head = place.member("郑组长", "sg-education", "head")
    clerk = place.member("甲干事", "sg-education", "member")
    colleague = place.member("乙干事", "sg-education", "member")
    secretary = place.member("李书记", "pg-education", "head")
    other = place.member("冯组长", "sg-health", "head")
    body = opening(clerk, chief)
    assert code(head, "cadre-appraisals", body) == (403, "not_for_appraisals")
    told = office.do("cadre-appraisals", body)
    paper = path_of(told)
    waiting = secretary.see("parties/pg-education/inbox", token=told["token"])
    assert columns(waiting, "kind", "due") == [("give_view", "2026-03-10")]
    assert clerk.see(paper, token=told["token"])["year"] == 2025
    assert colleague.get(paper).status_code == 404
    return Cast(office, chief, head, clerk, colleague, secretary, other, paper)


def gather(place: Place, cast: Cast, excellent: int) -> None:
    """The summary is a day late and comes back once; the view two days late; the ballot is corrected."""
    paper, clerk, head = cast.paper, cast.clerk, cast.head
    summary = {"text": "全年办理问题线索9件。"}
    assert code(cast.colleague, f"{paper}/summarise", summary) == (403, "only_the_person")
    place.pass_to("2026-03-09")
    clerk.do(f"{paper}/summarise", summary)
    head.do(f"{paper}/return_summary", {"reason": "未写廉洁自律情况"})
    clerk.do(f"{paper}/summarise", {"text": "全年办理问题线索9件,严守纪律。"})
    place.pass_to("2026-03-12")
    overdue = cast.office.see("parties/pg-education/obligations", status="overdue")
    assert columns(overdue, "rule", "due") == [("view", "2026-03-10")]
    cast.secretary.do(f"{paper}/give_view", {"text": "敢于监督,作风扎实。"})
    wrong = {"ballot": VOTES | {"excellent": 1}}
    head.do(f"{paper}/record_ballot", wrong)
    right = {"reason": "计票有误", "approved_by": cast.chief.person}
    head.do(f"{paper}/correct", {**right, "ballot": VOTES | {"excellent": excellent}})


def propose(cast: Cast, excellent: int) -> None:
    """Proposed by the group, returned once, approved above: until then the person sees no grade."""
    paper, head, chief = cast.paper, cast.head, cast.chief
    grade = {"grade": "competent", "text": "测评良好。"}
    assert code(cast.office, f"{paper}/propose", grade) == (403, "not_for_appraisals")
    head.do(f"{paper}/propose", grade)
    assert code(head, f"{paper}/approve", {"objection_until": "2026-03-20"})[0] == 403
    chief.do(f"{paper}/return_proposal", {"reason": "请补充理由"})
    token = head.do(f"{paper}/propose", grade | {"text": "测评良好,办案合格。"})["token"]
    assert cast.clerk.see(paper, token=token)["grade"] is None
    for path in LISTS[1:]:
        assert cast.clerk.see(path)["items"] == [], path
    (ballot,) = head.see("cadre-appraisal-proposals")["items"]
    assert (ballot["voters"], ballot["excellent"], ballot["returned"]) == (12, excellent, 1)
    chief.do(f"{paper}/approve", {"objection_until": "2026-03-20"})


@pytest.mark.parametrize("excellent", [8, 5])
def test_a_person_is_appraised_and_told(liuzhou: Place, excellent: int) -> None:
    """An objection changes the grade; each reads their own, and other groups nothing."""
    cast = open_(liuzhou)
    gather(liuzhou, cast, excellent)
    propose(cast, excellent)
    paper, clerk = cast.paper, cast.clerk
    assert code(cast.office, f"{paper}/conclude", {}) == (409, "objection_still_possible")
    clerk.do(f"{paper}/object", {"text": "测评当日在外办案。"})
    answer = {"text": "经复核,予以调整。", "grade": "excellent"}
    cast.chief.do(f"{paper}/answer_objection", answer)
    token = cast.office.do(f"{paper}/conclude", {})["token"]
    row = clerk.see(paper, token=token)
    assert [row[name] for name in ("stage", "grade", "returned", "answer")] == [
        "concluded",
        "excellent",
        1,
        "经复核,予以调整。",
    ]
    (view,) = cast.secretary.see("cadre-appraisal-views")["items"]
    assert (view["stage"], view["text"]) == ("given", "敢于监督,作风扎实。")
    for path in (LISTS[0], LISTS[2]):
        assert cast.secretary.see(path)["items"] == [], path
    in_the_end(cast)


def in_the_end(cast: Cast) -> None:
    """Nothing is left to do, each step was kept or withdrawn; a colleague and another group saw nothing."""
    for member in (cast.office, cast.chief, cast.head, cast.clerk, cast.secretary):
        assert waits(member, cast.paper) == [], member.party
    for path in LISTS:
        assert cast.colleague.see(path)["items"] == [], path
    assert cast.colleague.get(cast.paper).status_code == 404
    sees_nothing(cast.other, cast.paper, *LISTS)
    whole = cast.office.see("obligations", mechanism="cadre-appraisals", family="obligation")
    of_groups = columns(whole, "rule", "status", "share_of")
    assert ("year", "fulfilled", "sg-education") in of_groups
    assert ("year", "open", "sg-health") in of_groups
    stream = cast.paper.replace("cadre-appraisals", "cadre_appraisal")
    owed = cast.office.see("obligations", matter=stream)
    assert columns(owed, "owner", "rule", "status", "late_working_days") == [
        ("cadre-office", "filing", "fulfilled", 0),
        ("commission", "approval", "fulfilled", 0),
        ("commission", "approval", "fulfilled", 0),
        ("pg-education", "view", "fulfilled", 2),
        ("sg-education", "ballot", "fulfilled", 0),
        ("sg-education", "ballot", "withdrawn", None),
        ("sg-education", "proposal", "fulfilled", 0),
        ("sg-education", "proposal", "fulfilled", 0),
        ("sg-education", "proposal", "withdrawn", None),
        ("sg-education", "summary", "fulfilled", 1),
        ("sg-education", "summary-again", "fulfilled", 0),
    ]


def test_who_leads_the_group_does_not_read_how_their_grade_comes_to_be(liuzhou: Place) -> None:
    """Ballot and proposal are made above: by leading the group nobody reads those about themselves."""
    cast = open_(liuzhou)
    told = cast.office.do("cadre-appraisals", opening(cast.head, cast.chief))
    paper = path_of(told)
    cast.head.do(f"{paper}/summarise", {"text": "带领全组办理问题线索31件。"})
    assert code(cast.head, f"{paper}/record_ballot", {"ballot": VOTES})[0] == 403
    cast.office.do(f"{paper}/record_ballot", {"ballot": VOTES})
    token = cast.office.do(f"{paper}/propose", {"grade": "excellent", "text": "突出。"})["token"]
    assert cast.head.see("cadre-appraisal-proposals", token=token)["items"] == []
    assert len(cast.office.see("cadre-appraisal-proposals")["items"]) == 1
    assert columns(cast.head.see("cadre-appraisal-views"), "person") == [(cast.clerk.person,)]
