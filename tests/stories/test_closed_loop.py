"""及时移送—集中管理—分类处置—结果反馈: a department's lead goes round and comes back (mechanism 11)."""

from dataclasses import dataclass
from typing import Any

import pytest

from tests.api.installation import Member
from tests.stories.place import Place, code, columns, path_of

LEAD: dict[str, Any] = {
    "source": "audit",
    "regime": "both",
    "secrecy": "internal",
    "subjects": [
        {
            "name": "丁某",
            "post": "财务科科长",
            "standing": {"post_level": "unit_managed", "unit": "education"},
        }
    ],
    "content": "食堂采购未按规定询价。",
}
HAND_OVER: dict[str, Any] = {
    "to_party": "cs",
    "document": "临审移〔2026〕1号",
    "reason": "按协同流程移送",
    "materials": [{"title": "审计移送处理书", "pages": 12}, {"title": "审计取证单", "pages": 30}],
}


@dataclass
class Cast:
    """The department, case supervision with its approvers, the group, and others."""

    clerk: Member
    keeper: Member
    approvers: list[Member]
    group_keeper: Member
    group_head: Member
    handlers: list[Member]
    outsiders: list[Member]
    lead: str


def refused_by_procedure(clerk: Member, lead: str, token: str) -> None:
    """Not to the unit's group but to case supervision, and not without the sheet of evidence."""
    assert code(clerk, f"{lead}/transfer", HAND_OVER | {"to_party": "sg-education"}) == (
        422,
        "goes_elsewhere",
    )
    short = HAND_OVER | {"materials": HAND_OVER["materials"][:1]}
    assert code(clerk, f"{lead}/transfer", short) == (422, "papers_missing")
    owed = clerk.see("obligations", owner="audit", token=token)
    assert columns(owed, "rule", "owed_to", "status") == [("departments-hand-over", "cs", "open")]


def another_procedure(place: Place, group_keeper: Member) -> None:
    """Found on the same day, the education bureau owes it sooner, to its group, with another paper."""
    bureau = place.member("吕科长", "education", "liaison")
    other = {"subjects": [LEAD["subjects"][0] | {"name": "戊某"}], "found_on": "2026-02-13"}
    lead = path_of(bureau.do("leads", LEAD | other | {"source": "functional_department"}))
    letter = HAND_OVER | {"to_party": "sg-education", "document": "临教移〔2026〕1号"}
    assert code(bureau, f"{lead}/transfer", letter) == (422, "papers_missing")
    sheets = [{"title": "检查底稿", "pages": 4}]
    bureau.do(f"{lead}/transfer", letter | {"materials": sheets})
    group_keeper.do(f"{lead}/acknowledge_transfer", {"transfer": 1})
    back = {"transfer": 1, "reason": "不属纪检监察机关管辖"}
    told = group_keeper.do(f"{lead}/return_transfer", back)
    inbox = bureau.see("parties/education/inbox", token=told["token"])
    assert columns(inbox, "kind", "from_party", "title") == [
        ("see_to_returned", "sg-education", "不属纪检监察机关管辖")
    ]
    owed = bureau.see("obligations", owner="education", token=told["token"])
    assert columns(owed, "rule", "owed_to", "due", "late_working_days") == [
        ("departments-hand-over", "sg-education", "2026-02-27", 2),
        ("see-to-returned", "commission", "2026-03-09", None),
    ]
    again = {"to_party": "so-2", "document": "临教移〔2026〕2号", "materials": sheets}
    told = bureau.do(f"{lead}/transfer", letter | again)
    assert bureau.see("parties/education/inbox", token=told["token"])["items"] == []
    owed = bureau.see("obligations", owner="education", status="fulfilled")
    assert columns(owed, "rule", "late_working_days") == [
        ("departments-hand-over", 2),
        ("see-to-returned", 0),
    ]


def hand_over(place: Place, found_on: str) -> Cast:
    """Signed for a day late and sent back, because a signature is missing; sent again whole."""
    clerk = place.member("周联络", "audit", "liaison")
    keeper = place.member("王专管", "cs", "keeper")
    approvers = [
        place.member("钱主任", "cs", "head"),
        place.member("孙副书记", "commission", "leader_in_charge"),
        place.member("李书记", "commission", "principal_head"),
    ]
    group_keeper = place.member("赵内勤", "sg-education", "keeper")
    group_head = place.member("郑组长", "sg-education", "head")
    handlers = [place.member(name, "sg-education", "handler") for name in ("甲办", "乙办")]
    outsiders = [
        place.member("冯组长", "sg-health", "head"),
        place.member("陈联络", "finance", "liaison"),
        place.member("褚书记", "pg-education", "head"),
    ]
    another_procedure(place, group_keeper)
    found = clerk.do("leads", LEAD | {"found_on": found_on})
    lead = path_of(found)
    waits(clerk, "hand_over", found)
    refused_by_procedure(clerk, lead, found["token"])
    sent = clerk.do(f"{lead}/transfer", HAND_OVER)
    waits(keeper, "acknowledge_transfer", sent)
    place.pass_to("2026-03-06")
    keeper.do(f"{lead}/acknowledge_transfer", {"transfer": 1})
    back = {"transfer": 1, "reason": "取证单未签章", "missing": ["审计取证单(签章)"]}
    waits(clerk, "complete_papers", keeper.do(f"{lead}/return_transfer", back))
    whole = [*HAND_OVER["materials"], {"title": "审计取证单(签章)", "pages": 33}]
    clerk.do(f"{lead}/transfer", HAND_OVER | {"document": "临审移〔2026〕2号", "materials": whole})
    keeper.do(f"{lead}/acknowledge_transfer", {"transfer": 2})
    keeper.do(f"{lead}/accept", {"transfer": 2})
    return Cast(clerk, keeper, approvers, group_keeper, group_head, handlers, outsiders, lead)


def waits(member: Member, kind: str, told: dict[str, Any]) -> None:
    """What was just done waits in the inbox of somebody's party."""
    inbox = member.see(f"parties/{member.party}/inbox", token=told["token"])
    kinds = [item["kind"] for item in inbox["items"]]
    assert kind in kinds, (member.party, kinds)


def repeats_nothing(cast: Cast, elsewhere: Member, hidden: str, told: dict[str, Any]) -> None:
    """Case supervision learns that one other lead names the person, not which; it is another matter."""
    keeper, lead = cast.keeper, cast.lead
    waits(keeper, "check_duplicate", told)
    seen = keeper.see("lead-duplicates")
    assert columns(seen, "status", "matches", "of") == [("suspected", 1, None)]
    for path in ("lead-duplicates", "leads", f"{lead}/history", "parties/cs/inbox"):
        assert hidden not in str(keeper.see(path)["items"]), path
    for other in (hidden, hidden[:-4] + "0000"):
        assert code(keeper, f"{lead}/confirm_duplicate", {"of": other}) == (404, "not_found")
    assert code(elsewhere, f"{lead}/dismiss_duplicate", {"reason": "x"}) == (404, "not_found")
    told = keeper.do(f"{lead}/dismiss_duplicate", {"reason": "同名不同事"})
    seen = keeper.see("lead-duplicates", token=told["token"])
    assert columns(seen, "status", "of", "reason") == [("dismissed", None, "同名不同事")]
    for member in (cast.clerk, cast.group_keeper, elsewhere, *cast.outsiders):
        assert member.see("lead-duplicates")["items"] == [], member.party
    assert elsewhere.get(lead).status_code == 404
    assert columns(elsewhere.see("leads"), "stream", "duplicate") == [(hidden, None)]


def manage(place: Place, cast: Cast, acknowledged: str) -> None:
    """Numbered, allocated on three signatures, and by nobody else; the group signs on this day."""
    lead, keeper = cast.lead, cast.keeper
    elsewhere = place.member("孟书记", "cc-lanshan", "head")
    earlier = elsewhere.do("leads", LEAD | {"source": "found_in_supervision"})
    place.settle()
    told = keeper.do(f"{lead}/register", {})
    repeats_nothing(cast, elsewhere, str(earlier["stream"]), told)
    assert cast.group_head.get(lead).status_code == 404
    first, second = (member.person for member in cast.handlers)
    allocation = {
        "handling_party": "sg-education",
        "handlers": [first, second],
        "keeper": cast.group_keeper.person,
    }
    head, leader, principal = cast.approvers
    waits(head, "sign", keeper.do(f"{lead}/propose_allocation", allocation))
    assert code(leader, f"{lead}/opine", {"opinion": "agree"})[0] == 404
    waits(leader, "sign", head.do(f"{lead}/opine", {"opinion": "agree"}))
    leader.do(f"{lead}/opine", {"opinion": "agree"})
    assert code(keeper, f"{lead}/allocate", {})[0] == 403
    waits(cast.group_keeper, "acknowledge", principal.do(f"{lead}/allocate", {}))
    place.pass_to(acknowledged)
    cast.group_keeper.do(f"{lead}/acknowledge", {})


def dispose(place: Place, cast: Cast) -> str:
    """Closed at triage; what was entered wrongly is corrected; the department hears it and confirms."""
    lead, (handler, _) = cast.lead, cast.handlers
    place.pass_to("2026-03-20")
    disposal = {"way": "closed", "closing": "triage"}
    handler.do(f"{lead}/propose_disposal", {"disposal": disposal, "plan": "无可查性。"})
    cast.group_head.do(f"{lead}/opine", {"opinion": "agree"})
    mended = {"version": 1, "reason": "密级误录", "secrecy": "secret"}
    own = mended | {"approved_by": cast.group_head.person}
    assert code(handler, f"{lead}/correct", own)[0] == 403
    cast.keeper.do(f"{lead}/correct", mended | {"approved_by": cast.approvers[0].person})
    feedback = {"transfer": 2, "result": "not_handled", "text": "不具可查性,已了结。"}
    assert code(cast.clerk, f"{lead}/feed_back", feedback)[0] == 403
    waits(cast.clerk, "confirm_feedback", cast.keeper.do(f"{lead}/feed_back", feedback))
    place.pass_to("2026-03-24")
    return str(cast.clerk.do(f"{lead}/confirm_feedback", {"transfer": 2})["token"])


@pytest.mark.parametrize(
    ("found_on", "acknowledged", "late"),
    [("2026-02-13", "2026-03-10", 0), ("2026-02-06", "2026-03-12", 2)],
)
def test_a_departments_lead_goes_round_and_comes_back(
    place: Place, found_on: str, acknowledged: str, late: int
) -> None:
    """Every leg is owed by somebody; the department sees how it stands, and nothing of what is in it."""
    cast = hand_over(place, found_on)
    manage(place, cast, acknowledged)
    token = dispose(place, cast)
    flows = cast.clerk.see("flows", kind="lead_transfer", token=token)
    assert columns(flows, "document", "status", "acknowledged", "result") == [
        ("临审移〔2026〕1号", "returned", "2026-03-06", None),
        ("临审移〔2026〕2号", "closed", "2026-03-06", "not_handled"),
    ]
    assert cast.clerk.see("leads", token=token)["items"] == []
    status = cast.clerk.see("lead-status", token=token)
    assert columns(status, "status", "since") == [("closed", "2026-03-20")]
    history = cast.keeper.see(f"{cast.lead}/history", limit=200)["items"]
    signed = [each["actor"] for each in history if "opinion_given" in each["type"]]
    assert signed == [member.person for member in (*cast.approvers, cast.group_head)]
    assert "丁某" not in str(cast.clerk.see(f"{cast.lead}/history")["items"])
    owed = cast.keeper.see("obligations", family="lead", limit=200, token=token)
    assert columns(owed, "owner", "rule", "status", "late_working_days") == [
        ("audit", "completion", "fulfilled", 0),
        ("audit", "confirmation", "fulfilled", 0),
        ("audit", "departments-hand-over", "fulfilled", late),
        ("commission", "signature", "fulfilled", 0),
        ("commission", "signature", "fulfilled", 0),
        ("cs", "allocation", "fulfilled", 0),
        ("cs", "duplicate-check", "fulfilled", 0),
        ("cs", "feedback", "fulfilled", 0),
        ("cs", "receipt", "fulfilled", 0),
        ("cs", "receipt", "fulfilled", 1),
        ("cs", "registration-after-transfer", "fulfilled", 0),
        ("cs", "signature", "fulfilled", 0),
        ("sg-education", "acknowledgement", "fulfilled", late),
        ("sg-education", "opinion-and-plan", "fulfilled", 0),
    ]
    register = cast.keeper.see("leads", token=token)
    assert columns(register, "number", "stage", "handling_party", "secrecy", "found_on") == [
        ("〔2026〕1号", "closed", "sg-education", "secret", found_on)
    ]
    assert [leg["missing"] for leg in register["items"][0]["hand_overs"]] == [
        ["审计取证单(签章)"],
        [],
    ]
    for member in (cast.clerk, cast.keeper, cast.group_keeper):
        assert member.see(f"parties/{member.party}/inbox")["items"] == [], member.party
    for outsider in cast.outsiders:
        assert outsider.get(cast.lead).status_code == 404
        for path in ("leads", "lead-status", "flows", f"parties/{outsider.party}/timeline"):
            assert "lead" not in str(outsider.see(path)["items"]), path
