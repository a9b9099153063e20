"""室组地联合 (mechanism 15): an office leads, brings a group along and spurs a district; people are lent.

Whoever is lent sees the matter while lent, and nothing afterwards.
"""

from dataclasses import dataclass
from typing import Any

from tests.api.installation import Member
from tests.stories.leads import receive
from tests.stories.place import Place, code, columns, path_of, sees_nothing

LEAD = {
    "source": "found_in_supervision",
    "regime": "both",
    "secrecy": "internal",
    "subjects": [
        {
            "name": "赵某",
            "post": "某学校总务主任",
            "standing": {"post_level": "unit_managed", "unit": "education"},
        }
    ],
    "content": "三所学校配餐招标涉嫌串通。",
}
LATE = {"mechanism": "joint-operations", "status": "overdue"}
PROPOSAL = {
    "kind": "office_group_locality",
    "cooperation": "investigation",
    "title": "学校配餐领域联合核查",
    "plan": "分三组核查账目。",
    "lead_body": "so-2",
    "parties": ["cc-lanshan"],
    "until": "2026-04-30",
}
OWED = [
    ("cc-lanshan", "answer", "fulfilled", 0),
    ("cc-lanshan", "better-share", "fulfilled", 0),
    ("cc-lanshan", "share", "fulfilled", 2),
    ("commission", "approval", "fulfilled", 0),
    ("commission", "approval", "fulfilled", 0),
    ("sg-health", "people", "fulfilled", 0),
    ("sg-health", "people", "fulfilled", 0),
    ("so-2", "admission", "fulfilled", 0),
    ("so-2", "admission", "fulfilled", 0),
    ("so-2", "admission", "fulfilled", 0),
    ("so-2", "conclusion", "fulfilled", 0),
    ("so-2", "conclusion", "superseded", None),
    ("so-2", "judgement", "fulfilled", 0),
    ("so-2", "judgement", "fulfilled", 0),
    ("so-2", "opening", "fulfilled", 0),
    ("so-2", "return", "fulfilled", 0),
    ("so-2", "return", "fulfilled", 2),
]
LENT = [
    ("cc-lanshan", "declined", None),
    ("cc-lanshan", "returned", "2026-04-01"),
    ("sg-health", "returned", "2026-04-08"),
]


@dataclass
class Cast:
    """Who acts, the lead that it is all about, and the operation."""

    group: Member
    office: Member
    leader: Member
    county: Member
    health: Member
    lead: str
    lead_stream: str
    operation: str

    def may_read(self, member: Member) -> tuple[int, int]:
        """What a member gets of the lead and of the operation."""
        return member.get(self.lead).status_code, member.get(self.operation).status_code


def agree(place: Place) -> Cast:
    """The group proposes with a lead of its own; the leader sends it back once, then approves."""
    group = place.member("郑组长", "sg-education", "head")
    office = place.member("刘主任", "so-2", "head")
    leader = place.member("高常委", "commission", "leader_in_charge")
    county = place.member("田书记", "cc-lanshan", "head")
    health = place.member("冯组长", "sg-health", "head")
    lead = group.do("leads", LEAD)
    proposal = {**PROPOSAL, "matters": [lead["stream"]]}
    unread = {**proposal, "parties": ["cc-lanshan", "sg-education"]}
    assert code(office, "joint-operations", unread) == (404, "not_found")
    misfit = {**proposal, "kind": "group_group"}
    assert code(group, "joint-operations", misfit) == (422, "wrong_formation")
    told = group.do("joint-operations", proposal)
    operation = path_of(told)
    place.settle()
    waiting = leader.see("parties/commission/inbox")
    assert columns(waiting, "kind", "from_party") == [("sign", "sg-education")]
    assert code(group, f"{operation}/opine", {"opinion": "agree"}) == (403, "not_your_turn")
    leader.do(f"{operation}/opine", {"opinion": "return", "text": "请明确期限"})
    assert code(office, f"{operation}/open", {}) == (409, "wrong_state")
    group.do(f"{operation}/resubmit", {"changes": "已明确期限", "until": "2026-04-30"})
    leader.do(f"{operation}/opine", {"opinion": "agree"})
    office.do(f"{operation}/open", {})
    return Cast(group, office, leader, county, health, path_of(lead), lead["stream"], operation)


def come_together(place: Place, cast: Cast) -> None:
    """The district is told what it is asked for, and reads the operation once it has joined."""
    place.settle()
    invited = cast.county.see("joint-invitations")
    assert columns(invited, "title", "stage") == [("学校配餐领域联合核查", "asked")]
    assert cast.may_read(cast.county) == (404, 404)
    assert code(cast.health, f"{cast.operation}/join", {}) == (404, "not_found")
    joined = cast.county.do(f"{cast.operation}/join", {})
    seen = cast.county.see(cast.operation, token=joined["token"])
    assert (seen["number"], seen["joined"]) == ("〔2026〕1号", ["cc-lanshan"])
    assert cast.may_read(cast.county) == (404, 200)


def lend(place: Place, cast: Cast) -> tuple[Member, Member]:
    """Two are lent, by the health group and the district; a third must keep out, and nobody is told why."""
    operation = cast.operation
    clerk = place.member("许干事", "sg-health", "member")
    inspector = place.member("何科长", "cc-lanshan", "member")
    kin = place.member("赵干事", "cc-lanshan", "member")
    recusal = {"person": kin.person, "ground": "near_relative", "reason": "系近亲属"}
    cast.group.do(f"{cast.lead}/declare_recusal", recusal)
    ask = {"home": "sg-health", "count": 1, "duty": "核查账目", "until": "2026-04-03"}
    cast.office.do(f"{operation}/request_people", ask)
    cast.office.do(f"{operation}/request_people", {**ask, "duty": "制作笔录"})
    nobody = {"request": 2, "reason": "其余人员均在专案组"}
    assert code(cast.county, f"{operation}/refuse_people", nobody) == (409, "not_asked")
    cast.health.do(f"{operation}/refuse_people", nobody)
    offer = {"duty": "核查账目", "until": "2026-04-03"}
    cast.health.do(f"{operation}/offer_person", {**offer, "person": clerk.person, "request": 1})
    cast.county.do(f"{operation}/offer_person", {**offer, "person": kin.person})
    cast.county.do(f"{operation}/offer_person", {**offer, "person": inspector.person})
    assert code(cast.office, f"{operation}/admit_person", {"lending": 1}) == (404, "not_found")
    place.settle()
    assert cast.may_read(clerk) == (404, 404)
    kept_out = code(cast.group, f"{operation}/admit_person", {"lending": 2})
    assert kept_out == (403, "keeps_out_of_the_matter")
    cast.group.do(f"{operation}/decline_offer", {"lending": 2, "reason": "人员已足"})
    for lending in (1, 3):
        cast.group.do(f"{operation}/admit_person", {"lending": lending})
    place.settle()
    assert cast.may_read(clerk) == (200, 200)
    assert cast.may_read(inspector) == (200, 200)
    assert cast.may_read(kin) == (404, 404)
    assert cast.may_read(cast.health) == (404, 404)
    return clerk, inspector


def work(place: Place, cast: Cast) -> None:
    """The district's share is two working days late and comes back once; the title is corrected."""
    operation, county = cast.operation, cast.county
    share = {"party": "cc-lanshan", "text": "核查辖区三所学校", "due": "2026-03-20"}
    cast.office.do(f"{operation}/assign_share", share)
    place.pass_to("2026-03-24")
    late = county.see("obligations", owner="cc-lanshan", **LATE)
    assert columns(late, "rule", "due") == [("share", "2026-03-20")]
    county.do(f"{operation}/report_share", {"text": "两所学校已核查。"})
    refused = code(county, f"{operation}/accept_share", {"party": "cc-lanshan"})
    assert refused == (403, "not_the_lead_body")
    back = {"party": "cc-lanshan", "reason": "尚缺一所学校"}
    cast.office.do(f"{operation}/return_share", back)
    right = {"reason": "标题有误", "approved_by": cast.leader.person, "title": "学校配餐联合核查"}
    cast.office.do(f"{operation}/correct", right)
    assert code(cast.office, f"{operation}/conclude", {"outcome": "x"}) == (
        409,
        "operation_shares_open",
    )
    county.do(f"{operation}/report_share", {"text": "三所学校已核查。"})
    longer = {"until": "2026-05-15", "reason": "追缴未完", "approved_by": cast.leader.person}
    assert code(county, f"{operation}/prolong", longer) == (403, "not_the_lead_body")
    told = cast.office.do(f"{operation}/prolong", longer)
    assert cast.group.see(operation, token=told["token"])["until"] == "2026-05-15"
    cast.office.do(f"{operation}/accept_share", {"party": "cc-lanshan"})
    money = {"kind": "recovered_money", "text": "追缴多收配餐费", "amount": 1250000}
    told = county.do(f"{operation}/record_result", money)
    assert results(cast, told["token"]) == (1, 1250000)
    more = {"kind": "recovered_money", "text": "追缴虚列人工费", "amount": 80000}
    told = cast.office.do(f"{operation}/record_result", more)
    assert results(cast, told["token"]) == (2, 1330000)


def results(cast: Cast, token: str) -> tuple[int, int]:
    """How many results the operation has, and what was recovered, in fen."""
    seen = cast.group.see(cast.operation, token=token)
    return seen["results"], seen["recovered"]


def go_home(place: Place, cast: Cast, clerk: Member, inspector: Member) -> None:
    """One goes home in time; the other's lending lapses: reading ends, though nobody sent them home."""
    operation = cast.operation
    place.pass_to("2026-04-01")
    cast.office.do(f"{operation}/return_person", {"lending": 3, "reason": "核查完成"})
    place.settle()
    assert cast.may_read(inspector) == (404, 200)
    assert cast.may_read(clerk) == (200, 200)
    place.pass_to("2026-04-08")
    assert cast.may_read(clerk) == (404, 404)
    overdue = cast.office.see("obligations", owner="so-2", **LATE)
    assert columns(overdue, "rule", "due") == [("return", "2026-04-03")]
    cast.office.do(f"{operation}/conclude", {"outcome": "串通属实,已提出处置意见。"})


def test_an_office_brings_a_group_along_and_spurs_a_district(place: Place) -> None:
    """Proposed, returned, approved, joined; two lent, one kept out; late, corrected, concluded."""
    cast = agree(place)
    come_together(place, cast)
    clerk, inspector = lend(place, cast)
    work(place, cast)
    go_home(place, cast, clerk, inspector)
    place.settle()
    seen = cast.group.see(cast.operation)
    figures = ("stage", "title", "returned", "lent", "results", "recovered", "matters")
    ended = ["concluded", "学校配餐联合核查", 1, 0, 2, 1330000, [cast.lead_stream]]
    assert [seen[name] for name in figures] == ended
    owed = cast.office.see("obligations", mechanism="joint-operations")
    lent = cast.leader.see("joint-lendings")
    assert columns(lent, "home", "stage", "returned") == LENT
    everybody = (cast.group, cast.office, cast.leader, cast.county, cast.health)
    known = {
        (o["owner"], o["rule"], o["status"], o["late_working_days"], o["obligation"])
        for member in everybody
        for o in member.see("obligations", mechanism="joint-operations")["items"]
    }
    assert sorted(each[:4] for each in known) == OWED
    assert {o["rule"] for o in owed["items"]} < {each[1] for each in known}
    check_who_sees_nothing(place, cast, clerk, inspector)


def check_who_sees_nothing(place: Place, cast: Cast, *sent_home: Member) -> None:
    """Not those who went home, nor another group, nor the host unit: in no list, feed or inbox."""
    other = place.member("蔡组长", "sg-finance", "head")
    host = place.member("李书记", "pg-education", "head")
    place.settle()
    clerk, inspector = sent_home
    assert cast.may_read(inspector) == (404, 200)
    assert inspector.see("leads")["items"] == []
    for member in (clerk, cast.health):
        assert cast.may_read(member) == (404, 404)
        for path in ("leads", "joint-operations", "joint-shares", "joint-results"):
            assert member.see(path)["items"] == [], (member.party, path)
    hidden = [f"joint-{each}" for each in ("operations", "shares", "results", "invitations")]
    for member in (other, host):
        for matter in (cast.operation, cast.lead):
            sees_nothing(member, matter, "leads", *hidden, "joint-lendings", "flows")
    assert columns(cast.health.see("joint-lendings"), "home") == [("sg-health",)]
    for member in (cast.office, cast.county, cast.health):
        assert member.see(f"parties/{member.party}/inbox")["items"] == [], member.party


def in_hand(keeper: Member, head: Member, second: Member) -> str:
    """A lead that a group allocated to two of its own, and acknowledged."""
    lead = receive(keeper, "赵某", unit="state-assets")
    path = path_of({"stream": lead})
    team = {"handlers": [keeper.person, second.person], "keeper": keeper.person}
    keeper.do(f"{path}/register", {})
    keeper.do(f"{path}/propose_allocation", {"handling_party": keeper.party, **team})
    head.do(f"{path}/allocate", {})
    keeper.do(f"{path}/acknowledge", {})
    return lead


def test_who_is_lent_works_on_the_matter_and_approves_nothing(place: Place) -> None:
    """They act from home, with the handlers, in that matter alone; sent home they find nothing there."""
    group = place.member("郑组长", "sg-state-assets", "head")
    keeper = place.member("周管案", "sg-state-assets", "handler", "keeper")
    second = place.member("李承办", "sg-state-assets", "handler")
    office = place.member("刘主任", "so-2", "head")
    leader = place.member("高常委", "commission", "leader_in_charge")
    health = place.member("冯组长", "sg-health", "head")
    clerk = place.member("许干事", "sg-health", "deputy_head")
    lead, other = in_hand(keeper, group, second), in_hand(keeper, group, second)
    path = path_of({"stream": lead})
    proposal = {**PROPOSAL, "kind": "office_group", "parties": ["sg-health"], "matters": [lead]}
    operation = path_of(group.do("joint-operations", proposal))
    leader.do(f"{operation}/opine", {"opinion": "agree"})
    office.do(f"{operation}/open", {})
    health.do(f"{operation}/join", {})
    loan = {"person": clerk.person, "duty": "核查账目", "until": "2026-04-03"}
    health.do(f"{operation}/offer_person", loan)
    verify: dict[str, Any] = {
        "disposal": {
            "way": "preliminary_verification",
            "group": [keeper.person, second.person, clerk.person],
        },
        "plan": "核查招标资料。",
    }
    assert code(clerk, f"{path}/propose_disposal", verify) == (404, "not_found")
    group.do(f"{operation}/admit_person", {"lending": 1})
    clerk.do(f"{path}/propose_disposal", verify)
    assert code(health, f"{path}/propose_disposal", verify) == (404, "not_found")
    assert code(clerk, f"{path_of({'stream': other})}/propose_disposal", verify)[0] == 404
    assert code(clerk, f"{path}/opine", {"opinion": "agree"})[0] == 403
    people = {"handlers": [clerk.person, second.person], "keeper": keeper.person, "reason": "协助"}
    assert code(clerk, f"{path}/assign_handlers", people) == (403, "not_authorised")
    group.do(f"{path}/opine", {"opinion": "agree"})
    told = clerk.do(f"{path}/start_verification", {})
    history = group.see(f"{path}/history", token=told["token"])["items"]
    (started,) = [each for each in history if "verification_started" in each["type"]]
    assert (started["actor"], started["party"]) == (clerk.person, "sg-health")
    everybody = verify["disposal"]["group"]
    report = {"signed_by": everybody, "report": "串通属实。"}
    office.do(f"{operation}/return_person", {"lending": 1, "reason": "核查完成"})
    assert code(clerk, f"{path}/report_verification", report) == (404, "not_found")
    keeper.do(f"{path}/report_verification", report)
    place.settle()
    assert (clerk.get(path).status_code, clerk.see("leads")["items"]) == (404, [])
