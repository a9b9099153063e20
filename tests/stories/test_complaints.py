"""检举控告 (RC 14-21, R 198-209): a letter is told apart, handed over, sent back and answered."""

from collections import Counter
from dataclasses import dataclass
from typing import Any

from tests.api.installation import Member
from tests.stories.place import Place, code, columns, lists_of, path_of, sees_nothing, waits

NAMED = {
    "name": "张某某",
    "post": "市第三中学总务处主任",
    "standing": {"post_level": "unit_managed", "unit": "education"},
}
LETTER = {
    "channel": "letter",
    "report": "real_name",
    "about": "食堂招标",
    "content": "反映学校食堂招标中的利益输送。",
    "subjects": [NAMED],
    "reporter": {"name": "李某某", "contact": "某街道某号"},
}
AGAIN = {
    "channel": "web",
    "report": "anonymous",
    "about": "食堂招标",
    "content": "网上再次反映同一问题。",
    "subjects": [NAMED],
}
VISIT = {
    "channel": "visit",
    "report": "anonymous",
    "about": "村级财务",
    "content": "来访反映村级财务不公开。",
}
ABOVE = {**AGAIN, "subjects": [{**NAMED, "standing": {"post_level": "province_managed"}}]}
OWED = [
    ("cc-lanshan", "forwarded", "fulfilled", 2),
    ("petitions", "accepted", "fulfilled", 2),
    ("petitions", "hand-over", "fulfilled", 0),
    ("petitions", "hand-over", "fulfilled", 0),
    ("petitions", "pass-up", "fulfilled", 1),
    ("petitions", "repeat-notice", "fulfilled", 0),
    ("petitions", "review-of-result", "fulfilled", 0),
    ("petitions", "review-of-result", "fulfilled", 0),
    ("petitions", "triage", "fulfilled", 0),
    ("petitions", "triage", "fulfilled", 0),
    ("petitions", "triage", "fulfilled", 0),
    ("sg-education", "acknowledgement", "fulfilled", 0),
    ("sg-education", "better-result", "fulfilled", 0),
    ("sg-education", "quarterly-result", "fulfilled", 0),
    ("sg-education", "quarterly-result", "fulfilled", 0),
    ("sg-education", "recheck", "open", None),
    ("sg-education", "result", "fulfilled", 0),
    ("sg-education", "result", "superseded", None),
    ("sg-health", "acknowledgement", "fulfilled", 0),
]


@dataclass
class Cast:
    """Who acts, and the letter they act upon."""

    keeper: Member
    chief: Member
    handler: Member
    head: Member
    other: Member
    secretary: Member
    county: Member
    letter: str
    stream: str


def receive(place: Place) -> Cast:
    """A letter comes in, and what may not be entered does not."""
    keeper = place.member("许专管员", "petitions", "keeper")
    chief = place.member("高主任", "petitions", "head")
    handler = place.member("孔承办", "sg-education", "handler")
    head = place.member("郑组长", "sg-education", "head")
    other = place.member("冯组长", "sg-health", "head")
    secretary = place.member("李书记", "pg-education", "head")
    county = place.member("曹专管员", "cc-lanshan", "keeper")
    assert code(handler, "complaints", LETTER) == (403, "not_authorised")
    assert code(keeper, "complaints", ABOVE) == (422, "belongs_above")
    told = keeper.do("complaints", LETTER)
    letter = path_of(told)
    keeper.do(f"{letter}/register", {})
    right = {"reason": "事项有误", "approved_by": chief.person, "about": "食堂采购招标"}
    keeper.do(f"{letter}/correct", right)
    return Cast(keeper, chief, handler, head, other, secretary, county, letter, str(told["stream"]))


def pass_up_unread(place: Place, cast: Cast) -> None:
    """Two of the level above came in too: a day and a count, and a working day late upward."""
    aside = {"day": "2026-03-02", "count": 2}
    more = {**aside, "occurred": {"date": "2026-03-02"}}
    assert code(cast.keeper, "unread-reports", more) == (422, "nothing_else_may_be_entered")
    assert cast.keeper.post("unread-reports", {**aside, "content": "某事"}).status_code == 422
    unread = path_of(cast.keeper.do("unread-reports", aside))
    place.pass_to("2026-03-10")
    cast.keeper.do(f"{unread}/pass_up", {"day": "2026-03-10"})
    three = {"count": 3, "approved_by": cast.chief.person}
    told = cast.keeper.do(f"{unread}/correct", three)
    seen = cast.keeper.see("unread-reports", token=told["token"])
    assert columns(seen, "stage", "received", "reports", "passed_up") == [
        ("passed_up", "2026-03-02", 3, "2026-03-10")
    ]
    assert cast.head.see("unread-reports")["items"] == []


def find_who_handles(place: Place, cast: Cast) -> None:
    """One group gives it back, the other signs for it; a lead is opened because of it."""
    keeper, letter = cast.keeper, cast.letter
    place.pass_to("2026-03-04")
    keeper.do(f"{letter}/accept", {})
    to_host = {"to": "education"}
    assert code(keeper, f"{letter}/hand_over", to_host) == (403, "not_to_the_reported")
    keeper.do(f"{letter}/hand_over", {"to": "sg-health"})
    cast.other.do(f"{letter}/decline", {"reason": "不属本组监督范围"})
    assert code(cast.other, f"{letter}/acknowledge", {}) == (404, "not_found")
    told = keeper.do(f"{letter}/hand_over", {"to": "sg-education"})
    waiting = cast.head.see("parties/sg-education/inbox", token=told["token"])
    assert columns(waiting, "kind", "from_party") == [("sign_complaint", "petitions")]
    cast.handler.do(f"{letter}/acknowledge", {})
    lead = {
        "source": "report.letter",
        "regime": "both",
        "secrecy": "secret",
        **{name: LETTER[name] for name in ("report", "content", "subjects", "reporter")},
    }
    raised = keeper.do("leads", lead)
    keeper.do(f"{letter}/raise_lead", {"lead": raised["stream"]})
    open_lead = {"result": "verified", "text": "属实。"}
    assert code(cast.handler, f"{letter}/conclude", open_lead) == (409, "leads_still_open")
    twice = {"reason": "与在办线索重复录入", "approved_by": cast.chief.person}
    keeper.do(f"{path_of(raised)}/annul", twice)


def send_others_elsewhere(cast: Cast) -> None:
    """The web report repeats the letter; the visit is the county's, who is two working days late."""
    keeper = cast.keeper
    again = path_of(keeper.do("complaints", AGAIN))
    keeper.do(f"{again}/register", {})
    keeper.do(f"{again}/keep_as_repeat", {"of": cast.stream})
    keeper.do(f"{again}/notify_repeat", {})
    told = keeper.do("complaints", VISIT)
    visit = path_of(told)
    forward = {"to": "cc-lanshan", "reason": "县管事项", "document": "临纪信转〔2026〕1号"}
    keeper.do(f"{visit}/forward", forward)
    assert code(cast.handler, f"{visit}/take_over", {}) == (404, "not_found")


def county_takes_over(place: Place, cast: Cast) -> None:
    """Due on the 11th, five working days after the 4th; taken over on the 13th."""
    place.pass_to("2026-03-13")
    (waiting,) = cast.county.see("parties/cc-lanshan/inbox")["items"]
    assert (waiting["kind"], waiting["from_party"]) == ("answer_forward", "petitions")
    visit = f"complaints/{waiting['stream'].partition('/')[2]}"
    cast.county.do(f"{visit}/take_over", {})
    assert cast.county.see("complaint-reporters")["items"] == []


def conclude(place: Place, cast: Cast) -> None:
    """Returned within the quarter, sent back, and better; the reporter learns of the acceptance late."""
    letter, handler, keeper = cast.letter, cast.handler, cast.keeper
    place.pass_to("2026-03-25")
    keeper.do(f"{letter}/notify_reporter", {"notice": "accepted"})
    early = {"notice": "result"}
    assert code(keeper, f"{letter}/notify_reporter", early) == (409, "wrong_state")
    place.pass_to("2026-03-30")
    handler.do(f"{letter}/conclude", {"result": "partly_verified", "text": "条款有排他性。"})
    handler.do(f"{letter}/return_result", {})
    place.pass_to("2026-04-01")
    keeper.do(f"{letter}/send_back", {"reason": "未说明责任人处理情况"})
    place.pass_to("2026-04-08")
    handler.do(f"{letter}/conclude", {"result": "verified", "text": "责任人已受处理。"})
    handler.do(f"{letter}/return_result", {})
    keeper.do(f"{letter}/close", {})


def tell_the_reporter(place: Place, cast: Cast) -> str:
    """The approved handler knows who reported, the head of the group does not; then an objection."""
    letter, handler = cast.letter, cast.handler
    assert handler.see("complaint-reporters")["items"] == []
    refused = code(handler, f"{letter}/notify_reporter", {"notice": "result"})
    assert refused == (403, "not_the_handling_party")
    grant = {"approved_by": cast.chief.person, "reason": "当面反馈", "until": "2026-04-10"}
    told = cast.keeper.do(f"{letter}/grant_reporter_access", grant)
    seen = handler.see("complaint-reporters", token=told["token"])
    assert columns(seen, "name", "contact") == [("李某某", "某街道某号")]
    assert cast.head.see("complaint-reporters")["items"] == []
    handler.do(f"{letter}/notify_reporter", {"notice": "result"})
    objection = {"ground": "objection", "text": "认为处理过轻。"}
    last = cast.keeper.do(f"{letter}/ask_recheck", objection)
    place.pass_to("2026-04-13")
    assert handler.see("complaint-reporters")["items"] == []
    return str(last["token"])


def see_nothing(cast: Cast, member: Member) -> None:
    """Neither the letter nor that there is one, in no list and no feed."""
    assert member.get(cast.letter).status_code == 404
    inbox = f"parties/{member.party}/inbox"
    for path in ("complaints", "complaint-reporters", "flows", "leads", inbox):
        assert "食堂" not in str(member.see(path)["items"]), path
        assert cast.stream not in str(member.see(path)["items"]), path
    assert "食堂" not in str(member.see(f"parties/{member.party}/timeline")["items"])


def by_stage(seen: dict[str, Any]) -> Counter[str]:
    return Counter(item["stage"] for item in seen["items"])


def test_complaints(place: Place) -> None:
    """Of three reports one is handled, one repeats it, one is the county's; three went up unread."""
    cast = receive(place)
    find_who_handles(place, cast)
    send_others_elsewhere(cast)
    pass_up_unread(place, cast)
    county_takes_over(place, cast)
    conclude(place, cast)
    token = tell_the_reporter(place, cast)
    keeper = cast.keeper
    seen = keeper.see(cast.letter, token=token)
    assert (seen["number"], seen["about"]) == ("〔2026〕1号", "食堂采购招标")
    assert (seen["stage"], seen["result"], seen["quarter"]) == ("handling", "verified", "2026-Q2")
    assert (seen["sent_back"], seen["rechecks"], seen["content"]) == (1, 1, LETTER["content"])
    listed = keeper.see("complaints")
    assert by_stage(listed) == Counter(handling=1, repeat_kept=1, forwarded=1)
    assert len(keeper.see("complaints", repeats=cast.stream)["items"]) == 1
    assert by_stage(cast.handler.see("complaints")) == Counter(handling=1, repeat_kept=1)
    assert by_stage(cast.county.see("complaints")) == Counter(forwarded=1)
    (reporter,) = keeper.see("complaint-reporters")["items"]
    assert [(each["notice"], each["by"]) for each in reporter["told"]] == [
        ("accepted", "petitions"),
        ("result", "sg-education"),
    ]
    owed = [
        row
        for mechanism in ("intake", "handling", "reporters")
        for row in columns(
            keeper.see("obligations", mechanism=f"complaint-{mechanism}"),
            *("owner", "rule", "status", "late_working_days"),
        )
    ]
    assert sorted(owed, key=str) == sorted(OWED, key=str)
    assert [
        o["status"] for o in keeper.see("obligations", mechanism="real-name-reports")["items"]
    ] == ["withdrawn"]
    assert waits(cast.head) == [("conclude_complaint", "petitions")]
    for member in (keeper, cast.county, cast.other, cast.chief):
        assert waits(member) == [], member.party
    see_nothing(cast, cast.other)  # which signed for it and gave it back
    see_nothing(cast, cast.secretary)
    for each in listed["items"]:
        sees_nothing(cast.secretary, path_of(each), *lists_of(cast.letter))
