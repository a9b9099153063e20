"""案件质量通报 (mechanism 6): a filed case is reviewed, its group answers, and the bulletin tells of it.

Whoever else is sent the bulletin learns the figures, and of the case nothing.
"""

from dataclasses import dataclass, replace
from typing import Any, Final

from tests.api.installation import Member
from tests.stories.cases import Cast, cast, file, open_case
from tests.stories.place import Place, code, columns, path_of, sees_nothing, waits

HIDDEN: Final = (
    "cases",
    "case-sign-offs",
    "quality-reviews",
    "quality-findings",
    "quality-bulletin-cases",
    "quality-bulletin-items",
    "quality-bulletin-running",
)


@dataclass
class Review:
    """The case's group, who reviews, and the review."""

    actors: Cast
    reviewer: Member
    case: str
    path: str
    stream: str


def unsigned(actors: Cast) -> tuple[str, str]:
    """Another case of the group, whose sheet the head leaves lying, and its lead. Nobody reviews them."""
    other = replace(actors)
    lead = open_case(other)
    other.act(other.wang, "open_sign_off", {"matters": ["filing"], "statement": "拟立案。"})
    return f"case/{other.case.partition('/')[2]}", lead


def review(place: Place, actors: Cast) -> Review:
    """A running case, by the office that adjudicates, for the group that handles it, and no other."""
    file(actors, open_case(actors))
    reviewer = place.member("靳评查", "adjudication", "handler")
    case = f"case/{actors.case.partition('/')[2]}"
    place.pass_to("2026-03-09")
    opening = {
        "kind": "special",
        "subject": case,
        "body": "sg-education",
        "title": "三月专项评查第一件",
    }
    assert code(actors.head, "quality-reviews", opening) == (403, "not_authorised")
    elsewhere = opening | {"body": "sg-housing"}
    assert code(reviewer, "quality-reviews", elsewhere) == (404, "not_found")
    told = reviewer.do("quality-reviews", opening)
    found = Review(actors, reviewer, case, path_of(told), str(told["stream"]))
    for criterion in ("evidence-unsupported", "file-incomplete"):
        body = {"criterion": criterion, "text": f"评查发现:{criterion}"}
        reviewer.do(f"{found.path}/record_finding", body)
    reviewer.do(f"{found.path}/complete", {"opinion": "证据有待补强。"})
    return found


def answer(place: Place, found: Review) -> None:
    """One answer comes back and is given anew, the other is two working days late."""
    head, reviewer, path = found.actors.head, found.reviewer, found.path
    waiting = head.see("parties/sg-education/inbox", token=reviewer.token, limit=200)
    kinds = [row for row in columns(waiting, "kind") if row == ("answer_finding",)]
    assert len(kinds) == 2
    place.pass_to("2026-03-11")
    reply = {"finding": 1, "text": "已补充凭证。"}
    assert code(found.actors.other, f"{path}/reply", reply) == (404, "not_found")
    head.do(f"{path}/reply", reply)
    back = {"finding": 1, "reason": "未附凭证复印件"}
    assert code(head, f"{path}/return_reply", back) == (403, "not_the_reviewer")
    reviewer.do(f"{path}/return_reply", back)
    head.do(f"{path}/reply", reply | {"text": "已补充凭证并附件。"})
    reviewer.do(f"{path}/accept_reply", {"finding": 1})
    place.pass_to("2026-03-25")
    head.do(f"{path}/reply", {"finding": 2, "text": "目录已补齐。"})
    reviewer.do(f"{path}/accept_reply", {"finding": 2})


def tell(place: Place, found: Review) -> dict[str, Any]:
    """The bulletin of March, sent to the group and to another body besides; its introduction is corrected."""
    office = found.actors.office
    place.pass_to("2026-04-08")
    owed = office.see("obligations", mechanism="case-quality-community", status="open", limit=100)
    (march,) = (item for item in owed["items"] if item["period"] == "2026-03")
    bulletin = path_of({"stream": march["stream"]})
    issue = {
        "period": "2026-03",
        "reviews": [found.stream],
        "text": "三月评查情况。",
        "reply_due": "2026-04-20",
        "parties": ["sg-housing"],
    }
    assert code(found.actors.head, f"{bulletin}/issue", issue)[0] in {403, 404}
    office.do(f"{bulletin}/issue", issue)
    chief = place.member("苗书记", "commission", "principal_head")
    right = {"reason": "引言有误", "approved_by": chief.person, "text": "三月评查一件案件。"}
    told = office.do(f"{bulletin}/correct", right)
    return office.see(bulletin, token=told["token"])


def answer_what_runs(found: Review, bulletin: str, case: str, lead: str) -> None:
    """The case that nobody reviewed lacks a signature, its lead is late by that; the group answers."""
    head, office = found.actors.head, found.actors.office
    told = head.see("quality-bulletin-running")
    assert set(columns(told, "matter", "body", "overdue", "returned", "signature_missing")) == {
        (case, "sg-education", 0, 0, 1),
        (lead, "sg-education", 1, 0, 0),
    }
    for item in (1, 2):
        head.do(f"{bulletin}/reply", {"item": item, "text": "已审核把关。"})
        told = office.do(f"{bulletin}/accept_reply", {"item": item})
    seen = head.see("quality-bulletin-running", token=told["token"])
    assert columns(seen, "item", "stage") == [(1, "accepted"), (2, "accepted")]


def test_a_reviewed_case_is_told_of_and_its_group_answers_for_it(place: Place) -> None:
    """Of two running cases one was reviewed; the other body reads the bulletin, and nothing of either."""
    actors = cast(place)
    found = review(place, actors)
    running, lead = unsigned(actors)
    answer(place, found)
    reviewer = found.reviewer
    owed = reviewer.see("obligations", token=reviewer.token, mechanism="case-quality-review")
    assert columns(owed, "owner", "rule", "status", "late_working_days") == [
        ("adjudication", "completion", "fulfilled", 0),
        ("adjudication", "judgement", "fulfilled", 0),
        ("adjudication", "judgement", "fulfilled", 0),
        ("adjudication", "judgement", "fulfilled", 0),
        ("sg-education", "better-reply", "fulfilled", 0),
        ("sg-education", "reply", "fulfilled", 0),
        ("sg-education", "reply", "fulfilled", 2),
    ]
    bulletin = tell(place, found)
    figures = ("reviews", "running", "findings", "repeated", "unreviewed")
    assert tuple(bulletin[name] for name in figures) == (1, 1, 2, 0, 2)
    assert bulletin["bodies"] == ["sg-education"]
    assert bulletin["parties"] == ["sg-education", "sg-housing"]
    (told,) = actors.head.see("quality-bulletin-cases")["items"]
    assert (told["body"], told["review"], told["running"]) == ("sg-education", found.stream, True)
    items = actors.head.see("quality-bulletin-items")
    assert columns(items, "finding", "criterion", "reply_due") == [
        (1, "evidence-unsupported", None),
        (2, "file-incomplete", None),
    ]
    answer_what_runs(found, path_of(bulletin), running, lead)
    notice = path_of({"stream": bulletin["notice"]})
    actors.head.do(f"{notice}/reply", {"text": "已逐项整改。"})
    told = actors.office.do(f"{notice}/accept_reply", {"party": "sg-education"})
    assert actors.head.see(found.path, token=told["token"])["subject"] == found.case
    other = actors.other
    assert other.see(notice)["text"] == "三月评查一件案件。"
    assert len(other.see("quality-bulletins")["items"]) == 1
    for member in (other, actors.judge, actors.party, actors.unit):
        for matter in (actors.case, path_of({"stream": running}), found.path):
            sees_nothing(member, matter, *HIDDEN)
    assert actors.unit.see("quality-bulletins")["items"] == []
    for matter in (found.path, path_of(bulletin), notice):
        for member in (actors.head, reviewer, actors.office):
            assert waits(member, matter) == [], (member.party, matter)
        sees_nothing(actors.unit, matter, "notices", "notice-replies")
