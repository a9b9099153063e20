"""分类处置: persons of one hand-over go ways of their own, and every step is owed (R 79, 201, 204-208)."""

from dataclasses import dataclass
from typing import Any

from tests.api.installation import Member
from tests.stories.place import Place, code, columns, path_of, sees_nothing
from tests.stories.test_closed_loop import HAND_OVER, LEAD

SCAN = "a1" * 32
AGREE = {"opinion": "agree"}
Row = tuple[str, str, str, int | None]
INTERVIEWED: list[Row] = [
    ("education", "entrusted-interview", "fulfilled", 0),
    ("sg-education", "acknowledgement", "fulfilled", 0),
    ("sg-education", "interview", "fulfilled", 1),
    ("sg-education", "opinion-and-plan", "fulfilled", 0),
    ("sg-education", "outcome-anew", "fulfilled", 1),
    ("sg-education", "report-after-inquiry", "fulfilled", 0),
    *[("sg-education", "signature", "fulfilled", 0)] * 3,
    ("sg-education", "statement", "fulfilled", 0),
    ("sg-education", "telling-the-person", "fulfilled", 0),
]
INQUIRED: list[Row] = [
    *[("commission", "signature", "fulfilled", 0)] * 4,
    *[("cs", "signature", "fulfilled", 0)] * 2,
    ("sg-education", "acknowledgement", "fulfilled", 0),
    ("sg-education", "opinion-and-plan", "fulfilled", 0),
    ("sg-education", "report-after-inquiry", "fulfilled", 0),
    ("sg-education", "shelved-review", "fulfilled", 2),
    ("sg-education", "shelved-review", "open", None),
    *[("sg-education", "signature", "fulfilled", 0)] * 2,
    ("sg-education", "written-inquiry", "fulfilled", 0),
    ("sg-education", "written-inquiry-delivery", "fulfilled", 0),
    ("sg-education", "written-inquiry-reply", "fulfilled", 3),
]
MANAGED: list[Row] = [
    ("audit", "confirmation", "fulfilled", 0),
    ("audit", "departments-hand-over", "fulfilled", 0),
    ("commission", "oral-opinion-signature", "fulfilled", 0),
    *[("commission", "signature", "fulfilled", 0)] * 2,
    ("cs", "allocation", "fulfilled", 0),
    ("cs", "feedback", "fulfilled", 0),
    ("cs", "receipt", "fulfilled", 0),
    ("cs", "registration-after-transfer", "fulfilled", 0),
    ("cs", "signature", "fulfilled", 0),
]
REFUSED: list[Row] = [
    ("audit", "see-to-refused", "fulfilled", 0),
    ("cc-lanshan", "receipt", "fulfilled", 0),
]


@dataclass
class Cast:
    """The department, case supervision, the leaders, the office and the group that handle, and outsiders."""

    clerk: Member
    keeper: Member
    head: Member
    second: Member
    leader: Member
    principal: Member
    office: tuple[Member, Member]
    group_head: Member
    handlers: tuple[Member, Member]
    county: Member
    outsiders: tuple[Member, ...]
    lead: str = ""
    part: str = ""
    refused: str = ""
    interviewed: str = ""
    inquired: str = ""

    def approve(self, lead: str, *signers: Member) -> dict[str, Any]:
        """They agree one after another; what was told last."""
        return [each.do(f"{lead}/opine", AGREE) for each in signers][-1]

    def by_approval(self, lead: str) -> None:
        """The longer way of a city-managed cadre: case supervision is heard before the last level."""
        self.approve(lead, self.group_head, self.leader)
        assert code(self.principal, f"{lead}/opine", AGREE)[1] == "not_your_turn"
        self.head.do(f"{lead}/cosign", AGREE)
        self.principal.do(f"{lead}/opine", AGREE)


def gathered(place: Place) -> Cast:
    first, second = (place.member(name, "sg-education", "handler") for name in ("甲办", "乙办"))
    one, other = (place.member(name, "so-1", "handler") for name in ("丙办", "丁办"))
    return Cast(
        clerk=place.member("周联络", "audit", "liaison"),
        keeper=place.member("王专管", "cs", "keeper"),
        head=place.member("钱主任", "cs", "head"),
        second=place.member("吴内勤", "cs", "handler"),
        leader=place.member("孙副书记", "commission", "leader_in_charge"),
        principal=place.member("李书记", "commission", "principal_head"),
        office=(one, other),
        group_head=place.member("郑组长", "sg-education", "head"),
        handlers=(first, second),
        county=place.member("孟书记", "cc-lanshan", "head"),
        outsiders=(
            place.member("冯组长", "sg-health", "head"),
            place.member("陈联络", "finance", "liaison"),
            place.member("褚书记", "pg-education", "head"),
        ),
    )


def taken_in(cast: Cast) -> None:
    """Of three persons one is the county's; the two others are told apart by who manages them."""
    clerk, keeper, subject = cast.clerk, cast.keeper, LEAD["subjects"][0]
    three = [
        subject,
        subject | {"name": "戊某", "standing": {"post_level": "city_managed", "unit": "education"}},
        subject | {"name": "己某", "standing": {"post_level": "county_managed"}},
    ]
    cast.lead = path_of(clerk.do("leads", LEAD | {"subjects": three}))
    clerk.do(f"{cast.lead}/transfer", HAND_OVER)
    told = keeper.do(f"{cast.lead}/acknowledge_transfer", {"transfer": 1})
    found = keeper.see(cast.lead, token=told["token"])["subjects"]
    who = {each["name"]: each["person"] for each in found}
    cast.interviewed, cast.inquired = who["丁某"], who["戊某"]
    refused = {"persons": [who["己某"]], "reason": "系县管干部"}
    told = keeper.do(f"{cast.lead}/accept_part", {"transfer": 1, "refused": refused})
    (held,) = clerk.see("parties/audit/inbox", token=told["token"])["items"]
    assert (held["kind"], held["from_party"], held["title"]) == (
        "see_to_returned",
        "cs",
        "系县管干部",
    )
    cast.refused = path_of(held)
    elsewhere = HAND_OVER | {"to_party": "cc-lanshan", "document": "临审移〔2026〕2号"}
    clerk.do(f"{cast.refused}/transfer", elsewhere | {"feedback_expected": False})
    cast.county.do(f"{cast.refused}/acknowledge_transfer", {"transfer": 1})
    cast.county.do(f"{cast.refused}/accept", {"transfer": 1})
    keeper.do(f"{cast.lead}/register", {})
    parts = {"parts": [{"persons": [who["戊某"]], "reason": "干部管理权限不同,分别办理"}]}
    assert code(clerk, f"{cast.lead}/split", parts)[0] == 403
    told = keeper.do(f"{cast.lead}/split", parts)
    registered = keeper.see("leads", token=told["token"])["items"]
    (part,) = (each for each in registered if each["stage"] == "received")
    cast.part = path_of(part)
    keeper.do(f"{cast.part}/register", {})


def allocated(cast: Cast) -> None:
    """One by word of mouth and on paper; the other first to an office, then to the group instead."""
    keeper, (first, second) = cast.keeper, cast.handlers
    to_group = {
        "handling_party": "sg-education",
        "handlers": [first.person, second.person],
        "keeper": second.person,
    }
    keeper.do(f"{cast.lead}/propose_allocation", to_group)
    cast.approve(cast.lead, cast.head)
    said = {"signer": cast.leader.person, "heard_by": cast.second.person, **AGREE}
    keeper.do(f"{cast.lead}/record_oral_opinion", said)
    keeper.do(f"{cast.lead}/sign_paper", {"signer": cast.principal.person, "scan": SCAN, **AGREE})
    assert code(keeper, f"{cast.lead}/confirm_paper", {"scan": SCAN})[1] == "invalid_field"
    assert code(first, f"{cast.lead}/acknowledge", {})[0] == 404
    cast.second.do(f"{cast.lead}/confirm_paper", {"scan": SCAN})
    cast.leader.do(f"{cast.lead}/sign_oral_opinion", {})
    first.do(f"{cast.lead}/acknowledge", {})
    one, other = cast.office
    to_office = {
        "handling_party": "so-1",
        "handlers": [one.person, other.person],
        "keeper": other.person,
    }
    signers = (cast.head, cast.leader, cast.principal)
    keeper.do(f"{cast.part}/propose_allocation", to_office)
    cast.approve(cast.part, *signers)
    one.do(f"{cast.part}/acknowledge", {})
    instead = to_group | {"reason": "由派驻机构就近核实"}
    assert code(one, f"{cast.part}/propose_reallocation", instead)[0] == 403
    keeper.do(f"{cast.part}/propose_reallocation", instead)
    told = cast.approve(cast.part, *signers)
    assert one.see("leads", token=told["token"])["items"] == []
    assert one.get(cast.part).status_code == 404
    first.do(f"{cast.part}/acknowledge", {})


def begun(place: Place, cast: Cast) -> None:
    """The letter goes out at once; the interview is begun a day late, and shows as overdue till then."""
    first, person = cast.handlers[0], {"person": cast.inquired}
    interview = {"disposal": {"way": "interview"}, "plan": "委托其单位负责人谈话。"}
    first.do(f"{cast.lead}/propose_disposal", interview)
    cast.approve(cast.lead, cast.group_head)
    inquiry = {"disposal": {"way": "written_inquiry"}, "plan": "向本人函询。"}
    first.do(f"{cast.part}/propose_disposal", inquiry)
    cast.by_approval(cast.part)
    early = {"disposal": {"way": "shelved", "review_on": "2026-06-30"}, "report": "暂存。"}
    assert code(first, f"{cast.part}/propose_outcome", early)[1] == "outcome_too_early"
    letter = {"letter": "临纪函〔2026〕1号", "copies_to": ["education"]}
    first.do(f"{cast.part}/send_written_inquiry", person | letter)
    first.do(f"{cast.part}/record_inquiry_delivery", person)
    place.pass_to("2026-03-17")
    late = first.see("obligations", mechanism="lead-disposal", status="overdue")
    assert columns(late, "rule", "owner", "due") == [("interview", "sg-education", "2026-03-16")]
    entrusted = {"person": cast.interviewed, "unit": "education"}
    first.do(f"{cast.lead}/entrust_interview", entrusted)


def carried_out(place: Place, cast: Cast) -> str:
    """The reply is three days late and shelves it; the interview's outcome is sent back and closes later."""
    first, second = cast.handlers
    place.pass_to("2026-03-26")
    held = {"person": cast.interviewed, "statement_asked": True, "record": "承认询价流于形式。"}
    second.do(f"{cast.lead}/record_interview", held)
    reply = {"person": cast.inquired, "reply": "对采购情况的说明。"}
    unsigned = reply | {"signed_by_unit_head": False}
    assert code(first, f"{cast.part}/record_inquiry_reply", unsigned)[1] == "reply_not_in_order"
    first.do(f"{cast.part}/record_inquiry_reply", reply | {"signed_by_unit_head": True})
    shelved = {"way": "shelved", "review_on": "2026-06-30"}
    aside = {"disposal": shelved, "report": "关键证人在外,暂存待查。"}
    first.do(f"{cast.part}/propose_outcome", aside)
    cast.by_approval(cast.part)
    place.pass_to("2026-04-01")
    statement = {"person": cast.interviewed, "statement": "本人书面说明。"}
    first.do(f"{cast.lead}/record_statement", statement)
    light = {"way": "closed", "closing": "light_measure", "measure": "criticism", "four_forms": 1}
    outcome = {"disposal": light, "report": "情节轻微,建议批评教育。"}
    first.do(f"{cast.lead}/propose_outcome", outcome)
    cast.group_head.do(f"{cast.lead}/opine", {"opinion": "return", "text": "补充询价记录"})
    place.pass_to("2026-04-10")
    first.do(f"{cast.lead}/propose_outcome", outcome)
    cast.approve(cast.lead, cast.group_head)
    told = {"person": cast.interviewed, "manner": "told_unit"}
    first.do(f"{cast.lead}/inform_person", told)
    assert code(first, f"{cast.lead}/inform_person", told)[1] == "invalid_field"
    feedback = {"transfer": 1, "result": "partly_verified", "text": "已批评教育。"}
    cast.keeper.do(f"{cast.lead}/feed_back", feedback)
    cast.clerk.do(f"{cast.lead}/confirm_feedback", {"transfer": 1})
    place.pass_to("2026-07-02")
    again = {"review_on": "2026-12-31", "reason": "证人仍在外"}
    return str(first.do(f"{cast.part}/review_shelved", again)["token"])


def owed(member: Member, lead: str, token: str) -> list[tuple[Any, ...]]:
    """Everything that is or was owed about a lead, as somebody sees it."""
    stream = f"lead/{lead.partition('/')[2]}"
    seen = member.see("obligations", matter=stream, limit=200, token=token)
    return columns(seen, "owner", "rule", "status", "late_working_days")


def test_two_persons_go_two_ways_and_every_step_is_owed(place: Place) -> None:
    """One is interviewed by the unit's head and told the end; the other is asked in writing and shelved."""
    cast = gathered(place)
    taken_in(cast)
    allocated(cast)
    begun(place, cast)
    token = carried_out(place, cast)
    assert owed(cast.group_head, cast.lead, token) == INTERVIEWED
    assert owed(cast.group_head, cast.part, token) == INQUIRED
    managed = [row for row in owed(cast.keeper, cast.lead, token) if row[0] != "sg-education"]
    assert managed == MANAGED
    assert owed(cast.clerk, cast.refused, token) == REFUSED
    register = cast.keeper.see("leads", token=token)
    assert columns(register, "number", "stage", "handling_party") == [
        ("〔2026〕1号", "closed", "sg-education"),
        ("〔2026〕2号", "shelved", "sg-education"),
    ]
    assert columns(cast.clerk.see("lead-status"), "status") == [("closed",), ("received",)]
    flows = cast.clerk.see("flows", kind="lead_transfer")
    assert columns(flows, "document", "status", "result") == [
        ("临审移〔2026〕1号", "closed", "partly_verified"),
        ("临审移〔2026〕2号", "accepted", None),
    ]
    for member, items in (
        (cast.clerk, []),
        (cast.keeper, []),
        (cast.leader, []),
        (cast.county, [("register", None)]),
        (cast.group_head, [("review", "2026-12-31")]),
    ):
        inbox = member.see(f"parties/{member.party}/inbox", limit=200)["items"]
        of_leads = {"items": [item for item in inbox if item["stream"].startswith("lead/")]}
        assert columns(of_leads, "kind", "due") == items, (member.party, inbox)
    for member in cast.outsiders:
        for lead in (cast.lead, cast.part, cast.refused):
            sees_nothing(member, lead, "leads", "lead-status")
