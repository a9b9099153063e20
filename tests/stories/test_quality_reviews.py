"""案件质量共同体 (mechanism 6): a running case is reviewed, answered, and told of in the bulletin."""

from dataclasses import dataclass
from typing import Any

import pytest

from tests.api.installation import Member
from tests.stories.place import Place, code, columns, lists_of, path_of, sees_nothing, waits

LEAD = {
    "source": "found_in_supervision",
    "regime": "both",
    "secrecy": "internal",
    "subjects": [
        {
            "name": "张某某",
            "post": "科员",
            "standing": {"post_level": "unit_managed", "unit": "education"},
        }
    ],
    "content": "日常监督发现报销凭证疑点。",
}
FINDINGS = [
    (1, "signature-missing", "signature_missing", 5, False, "accepted"),
    (2, "evidence-unsupported", None, 10, False, "accepted"),
    (3, "file-incomplete", None, 4, False, "struck"),
]
AGAIN = [
    (1, "evidence-unsupported", 20, 0, True),
    (2, "file-incomplete", 4, 1, False),
]
OWED = [
    ("adjudication", "completion", "fulfilled", 0),
    ("adjudication", "judgement", "fulfilled", 0),
    ("adjudication", "judgement", "fulfilled", 0),
    ("adjudication", "judgement", "fulfilled", 0),
    ("adjudication", "objection", "fulfilled", 0),
    ("sg-education", "better-reply", "fulfilled", 0),
    ("sg-education", "reply", "fulfilled", 0),
    ("sg-education", "reply", "fulfilled", 2),
    ("sg-education", "reply", "withdrawn", None),
]
FIGURES = ("reviews", "running", "findings", "repeated", "signature_missing", "qualified")
UNREVIEWED = ("unreviewed", "unreviewed_overdue", "unreviewed_returned", "unreviewed_unsigned")
ANSWERED = [
    ("adjudication", "running-judgement", "fulfilled", 0),
    ("adjudication", "running-judgement", "fulfilled", 0),
    ("sg-housing", "running-better-reply", "fulfilled", 0),
    ("sg-housing", "running-reply", "fulfilled", 2),
]

IN_TIME = [
    ("adjudication", "running-judgement", "fulfilled", 0),
    ("sg-housing", "running-reply", "fulfilled", 0),
    ("sg-housing", "running-reply", "open", None),
]


@dataclass
class Cast:
    """Who acts, and the two reviews of the education group."""

    reviewer: Member
    office: Member
    chief: Member
    head: Member
    handler: Member
    other: Member
    first: str
    first_stream: str
    lead: str
    keeper: Member
    housing: Member
    unreviewed: str
    again: str = ""
    late: str = ""


def lead_waits_for_a_signature(place: Place) -> Cast:
    """The group's lead waits for its head to sign, who has three working days; then it is reviewed."""
    reviewer = place.member("靳评查", "adjudication", "handler")
    office = place.member("储主任", "adjudication", "head")
    chief = place.member("苗书记", "commission", "principal_head")
    head = place.member("郑组长", "sg-education", "head")
    handler = place.member("孔承办", "sg-education", "handler")
    second = place.member("卫承办", "sg-education", "handler")
    keeper = place.member("韩专管", "sg-education", "keeper")
    other = place.member("冯组长", "sg-health", "head")
    found = handler.do("leads", LEAD)
    lead = path_of(found)
    keeper.do(f"{lead}/register", {})
    people = {"handlers": [handler.person, second.person], "keeper": keeper.person}
    keeper.do(f"{lead}/propose_allocation", {"handling_party": "sg-education", **people})
    place.pass_to("2026-03-09")
    opening = {
        "kind": "daily",
        "subject": found["stream"],
        "body": "sg-education",
        "title": "三月日常评查第一件",
    }
    assert code(other, "quality-reviews", opening) == (403, "not_authorised")
    elsewhere = {**opening, "body": "sg-health"}
    assert code(reviewer, "quality-reviews", elsewhere) == (404, "not_found")
    told = reviewer.do("quality-reviews", opening)
    stream = str(told["stream"])
    housing, unreviewed = nobody_reviews(place)
    return Cast(
        reviewer,
        office,
        chief,
        head,
        handler,
        other,
        path_of(told),
        stream,
        found["stream"],
        keeper,
        housing,
        unreviewed,
    )


def nobody_reviews(place: Place) -> tuple[Member, str]:
    """Another group's lead waits for a signature as well; the head of the group, and the lead."""
    head = place.member("孟组长", "sg-housing", "head")
    keeper = place.member("房专管", "sg-housing", "keeper")
    handlers = [place.member(name, "sg-housing", "handler") for name in ("房甲", "房乙")]
    standing = {"post_level": "unit_managed", "unit": "housing"}
    subject = {"name": "李某某", "post": "科员", "standing": standing}
    found = keeper.do("leads", LEAD | {"subjects": [subject]})
    keeper.do(f"{path_of(found)}/register", {})
    people = {"handlers": [each.person for each in handlers], "keeper": keeper.person}
    allocation = {"handling_party": "sg-housing", **people}
    keeper.do(f"{path_of(found)}/propose_allocation", allocation)
    return head, str(found["stream"])


def nobody_acknowledges(place: Place, head: Member) -> str:
    """A lead of the same group is allocated, and nobody signs for it in time; its stream."""
    keeper = place.member("房内勤", "sg-housing", "keeper")
    standing = {"post_level": "unit_managed", "unit": "housing"}
    subject = {"name": "王某某", "post": "科员", "standing": standing}
    found = keeper.do("leads", LEAD | {"subjects": [subject]})
    lead = path_of(found)
    keeper.do(f"{lead}/register", {})
    keeper.do(f"{lead}/propose_allocation", {"handling_party": "sg-housing"})
    head.do(f"{lead}/allocate", {})
    return str(found["stream"])


def find(cast: Cast, review: str, *criteria: str) -> None:
    """Findings that somebody has to look for."""
    for criterion in criteria:
        found = {"criterion": criterion, "text": f"评查发现:{criterion}"}
        cast.reviewer.do(f"{review}/record_finding", found)


def review_and_answer(place: Place, cast: Cast) -> str:
    """One answer comes back, one is two working days late, one finding does not stand."""
    first, reviewer, head = cast.first, cast.reviewer, cast.head
    find(cast, first, "evidence-unsupported", "file-incomplete")
    told = reviewer.do(f"{first}/complete", {"opinion": "程序有瑕疵。"})
    waiting = head.see("parties/sg-education/inbox", token=told["token"])
    assert [item["kind"] for item in waiting["items"]].count("answer_finding") == 3
    place.pass_to("2026-03-11")
    wrong = {"finding": 3, "text": "目录在补充卷中。"}
    head.do(f"{first}/object", wrong)
    decided = {"finding": 3, "upheld": True, "reason": "补充卷确有目录"}
    assert code(head, f"{first}/decide_objection", decided) == (403, "not_the_reviewer")
    reviewer.do(f"{first}/decide_objection", decided)
    head.do(f"{first}/reply", {"finding": 1, "text": "已提醒签字。"})
    reviewer.do(f"{first}/return_reply", {"finding": 1, "reason": "未附签字件"})
    head.do(f"{first}/reply", {"finding": 1, "text": "已签字并附件。"})
    reviewer.do(f"{first}/accept_reply", {"finding": 1})
    place.pass_to("2026-03-25")
    head.do(f"{first}/reply", {"finding": 2, "text": "已补充凭证。"})
    told = reviewer.do(f"{first}/accept_reply", {"finding": 2})
    return str(told["token"])


def review_again(cast: Cast) -> tuple[str, str]:
    """Another lead of the group has the same fault, which costs twice; one it had repaired itself."""
    found = cast.handler.do("leads", LEAD)
    cast.again = str(found["stream"])
    opening = {
        "kind": "special",
        "subject": found["stream"],
        "body": "sg-education",
        "title": "三月专项评查第一件",
    }
    second = path_of(cast.reviewer.do("quality-reviews", opening))
    repair = {"criterion": "file-incomplete", "text": "已补齐目录。"}
    cast.head.do(f"{second}/report_repair", repair)
    find(cast, second, "evidence-unsupported", "file-incomplete")
    told = cast.reviewer.do(f"{second}/complete", {"opinion": "同类问题再次出现。"})
    return second, str(told["token"])


def tell_of_the_month(place: Place, cast: Cast, second: str) -> dict[str, Any]:
    """The bulletin owed for March, a working day late; what it says follows from the reviews."""
    place.pass_to("2026-04-09")
    owed = cast.office.see("obligations", mechanism="case-quality-community", status="overdue")
    (march,) = (item for item in owed["items"] if item["period"] == "2026-03")
    bulletin = path_of({"stream": march["stream"]})
    reviews = [cast.first_stream, f"quality_review/{second.partition('/')[2]}"]
    issue = {"period": "2026-03", "reviews": reviews, "text": "三月评查情况。"}
    no_day = code(cast.office, f"{bulletin}/issue", issue)
    assert no_day == (422, "invalid_field")
    issue |= {"reply_due": "2026-04-20", "parties": ["sg-health"]}
    wrong_month = {**issue, "period": "2026-02"}
    assert code(cast.office, f"{bulletin}/issue", wrong_month) == (409, "another_period")
    cast.office.do(f"{bulletin}/issue", issue)
    right = {"reason": "引言有误", "approved_by": cast.chief.person, "text": "三月评查两件。"}
    told = cast.office.do(f"{bulletin}/correct", right)
    return cast.office.see(bulletin, token=told["token"])


def running_matter(place: Place, cast: Cast, bulletin: str, *, sent_back: bool) -> None:
    """What nobody reviewed its body answers for itself: in time, or two working days late and once more."""
    running = cast.housing.see("quality-bulletin-running")
    names = ("matter", "body", "overdue", "returned", "signature_missing", "stage")
    faults = (1, 1, 0) if sent_back else (1, 0, 1)
    listed = [(cast.unreviewed, "sg-housing", *faults, "asked")]
    if sent_back:
        listed.append((cast.late, "sg-housing", 1, 0, 0, "asked"))
    assert columns(running, *names) == sorted(listed)
    items = {each["matter"]: each["item"] for each in running["items"]}
    item = items[cast.unreviewed]
    waiting = cast.housing.see("parties/sg-housing/inbox")
    assert "answer_running_matter" in [item["kind"] for item in waiting["items"]]
    for member in (cast.head, cast.other):
        assert member.see("quality-bulletin-running")["items"] == []
    answer = {"item": item, "text": "已签字。"}
    assert code(cast.head, f"{bulletin}/reply", answer) == (403, "not_authorised")
    place.pass_to("2026-04-23" if sent_back else "2026-04-27")
    cast.housing.do(f"{bulletin}/reply", answer)
    if not sent_back:
        cast.office.do(f"{bulletin}/return_reply", {"item": item, "reason": "未说明逾期原因"})
        cast.housing.do(f"{bulletin}/reply", answer | {"text": "已签字,逾期系外出。"})
    told = cast.office.do(f"{bulletin}/accept_reply", {"item": item})
    owed = cast.housing.see(
        "obligations", mechanism="case-quality-review", limit=200, token=told["token"]
    )
    expected = IN_TIME if sent_back else ANSWERED
    assert columns(owed, "owner", "rule", "status", "late_working_days") == expected
    rows = cast.office.see("quality-bulletin-running")["items"]
    (row,) = (each for each in rows if each["matter"] == cast.unreviewed)
    text = "已签字。" if sent_back else "已签字,逾期系外出。"
    assert (row["stage"], row["text"]) == ("accepted", text)


def answer_the_notice(cast: Cast, notice: str, *bodies: str) -> None:
    """Sent as a notice: signed for and answered as one."""
    path = path_of({"stream": notice})
    seen = cast.head.see(path)
    assert (seen["kind"], seen["number"]) == ("bulletin", "〔2026〕1号")
    addressees = ["sg-education", *bodies, "sg-health"]
    assert (seen["text"], seen["addressees"]) == ("三月评查两件。", addressees)
    cast.head.do(f"{path}/reply", {"text": "已逐项整改。"})
    cast.office.do(f"{path}/accept_reply", {"party": "sg-education"})
    told = cast.other.do(f"{path}/acknowledge", {})
    cast.other.see(path, token=told["token"])


@pytest.mark.parametrize("sent_back", [False, True])
def test_quality_reviews(place: Place, sent_back: bool) -> None:
    """Of three findings two stand; a repeated fault costs twice; the bulletin counts both reviews.

    A lead that nobody reviewed is in it too, not allocated in time: unsigned, or sent back and not handed in
    again.
    """
    cast = lead_waits_for_a_signature(place)
    token = review_and_answer(place, cast)
    first = cast.reviewer.see(cast.first, token=token)
    assert (first["score"], first["grade"], first["findings"]) == (85, "qualified", 2)
    findings = cast.head.see("quality-findings", body="sg-education")
    names = ("finding", "criterion", "detected", "deducted", "repaired", "stage")
    assert columns(findings, *names) == FINDINGS
    owed = cast.reviewer.see("obligations", mechanism="case-quality-review")
    assert sorted(columns(owed, "owner", "rule", "status", "late_working_days"), key=str) == sorted(
        OWED, key=str
    )
    second, token = review_again(cast)
    seen = cast.chief.see(second, token=token)
    assert (seen["score"], seen["grade"], seen["repeated"]) == (77, "qualified", 1)
    again = [
        (f["finding"], f["criterion"], f["deducted"], f["given_back"], f["repeats"] is not None)
        for f in cast.head.see("quality-findings")["items"]
        if f["stream"].endswith(second.partition("/")[2])
    ]
    assert sorted(again) == AGAIN
    faults = cast.head.see("quality-faults", criterion="evidence-unsupported")
    assert [item["repeats"] for item in faults["items"]] == [cast.first_stream, None]
    if sent_back:
        unreviewed = path_of({"stream": cast.unreviewed})
        cast.housing.do(f"{unreviewed}/opine", {"opinion": "return", "text": "请补充材料"})
        cast.late = nobody_acknowledges(place, cast.housing)
        ended = {"reason": "重复录入", "approved_by": cast.head.person}
        cast.keeper.do(f"{path_of({'stream': cast.again})}/annul", ended)
    bulletin = tell_of_the_month(place, cast, second)
    returned = (2, 2, 1, 0) if sent_back else (1, 1, 0, 1)
    assert tuple(bulletin[name] for name in UNREVIEWED) == returned
    assert [bulletin[name] for name in FIGURES] == [2, 1 if sent_back else 2, 4, 1, 1, 2]
    answer_the_notice(cast, bulletin["notice"], "sg-housing")
    items = cast.head.see("quality-bulletin-items")
    assert [item["reply_due"] is not None for item in items["items"]].count(True) == 2
    assert len(items["items"]) == 4
    assert len(cast.other.see("quality-bulletins")["items"]) == 1
    for path in ("quality-bulletin-items", "quality-bulletin-cases", "quality-reviews"):
        assert cast.other.see(path)["items"] == [], path
    for path in ("quality-findings", "quality-faults", "leads"):
        assert cast.other.see(path)["items"] == [], path
    assert cast.other.get(cast.first).status_code == 404
    running_matter(place, cast, path_of(bulletin), sent_back=sent_back)
    nothing_is_left(place, cast, (cast.first, second), path_of(bulletin), sent_back=sent_back)


def nothing_is_left(
    place: Place, cast: Cast, reviews: tuple[str, str], bulletin: str, *, sent_back: bool
) -> None:
    """What nobody answered yet waits for its group alone; unit and neighbour see nothing of a review."""
    unit = place.member("李局长", "education", "head")
    place.settle()
    first, second = reviews
    for member in (cast.reviewer, cast.chief):
        for matter in (first, second, bulletin):
            assert waits(member, matter) == [], (member.party, matter)
    assert waits(cast.head, second) == [("answer_finding", "adjudication")] * 2
    assert waits(cast.head, first) == waits(cast.head, bulletin) == []
    left = [("answer_running_matter", "adjudication")] * sent_back
    assert waits(cast.housing, bulletin) == left
    for member in (cast.other, unit):
        for matter in reviews:
            sees_nothing(member, matter, *lists_of(matter))
    sees_nothing(unit, bulletin, *lists_of(bulletin))
