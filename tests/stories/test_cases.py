"""A group's case with two persons (mechanism 7, DOMAIN.md §4): adjudicated by another group's people."""

from typing import Any

from tests.api.installation import Member
from tests.stories.cases import MATERIALS, Cast, asked, cast, file, open_case, sign_off
from tests.stories.place import Place, code, columns, lists_of, path_of, sees_nothing, waits
from tests.stories.test_campaigns import figures as figures_of


def sent_back(place: Place, actors: Cast) -> None:
    """The first sheet comes back, a day late; no meeting may be held on it."""
    case = actors.case
    actors.act(actors.wang, "open_sign_off", {"matters": ["filing"], "statement": "拟立案。"})
    waiting = actors.see(actors.head, "parties/sg-education/inbox", family="case")
    assert ("review_sheet",) in columns(waiting, "kind")
    place.pass_to("2026-03-06")
    back = {"sheet": 1, "opinion": "return", "text": "职务与管理权限未核清。"}
    actors.act(actors.head, "review_sign_off", back)
    assert again(actors, actors.wang) == [("职务与管理权限未核清。", "handler")]
    assert code(actors.head, f"{case}/review_sign_off", back) == (422, "invalid_field")
    views = [{"member": each.person, "view": "agree"} for each in actors.group]
    held = {"sheet": 1, "views": views, "conclusion": "同意。"}
    assert code(actors.head, f"{case}/hold_group_meeting", held) == (422, "invalid_field")


def again(actors: Cast, member: Member) -> list[tuple[Any, ...]]:
    """Why a sheet is to be opened anew, as the inbox of the group tells one of it."""
    waiting = actors.see(member, "parties/sg-education/inbox", limit=200)["items"]
    own = [each for each in waiting if each["kind"] == "open_sheet_anew"]
    return columns({"items": own}, "title", "role")


def found_in_a_campaign(actors: Cast, lead: str) -> None:
    """The group's own campaign found what the lead is about: money that its case brings in counts there."""
    head = actors.head
    campaign = actors.campaign = path_of(head.do("campaigns", CAMPAIGN))
    line = {"kind": "livelihood", "title": "校舍工程发包", "unit": "education"}
    head.do(f"{campaign}/list_objects", {"objects": [line]})
    head.do(f"{campaign}/fix_list", {})
    own = {"party": "sg-education", "objects": [1], "due": "2026-12-31"}
    head.do(f"{campaign}/assign", own)
    head.do(f"{campaign}/screen", {"object": 1, "findings": [{"text": "拆分发包。"}]})
    settled = {"finding": 1, "outcome": "lead", "matter": lead}
    head.do(f"{campaign}/settle_finding", settled)


CAMPAIGN = {
    "kind": "special_supervision",
    "title": "学校基建领域专项监督",
    "basis": "年度监督计划",
    "begins": "2026-01-01",
    "ends": "2026-12-31",
}


def brought_in(actors: Cast, member: Member) -> int:
    """What cases of the campaign brought in, in fen, as somebody may know."""
    actors.see(member, "parties")
    return figures_of(member, actors.campaign)["case_recovered"]


def send(place: Place, actors: Cast, sheet: int = 2) -> None:
    """Facts shown, sanctions proposed with one dissent, and off to another group."""
    case = actors.case
    place.pass_to("2026-04-13")
    away = {"to": "sg-health", "materials": MATERIALS}
    assert code(actors.wang, f"{case}/send", away) == (409, "facts_not_shown")
    for person in (actors.zhang, actors.zhao):
        shown = {
            "person": person,
            "shown_by": [actors.wang.person, actors.li.person],
            "signed": True,
            "view": "对事实无异议。",
        }
        actors.act(actors.wang, "show_facts", shown)
    proposal = {"dispositions": asked(actors), "text": "建议分别给予处分。"}
    not_signed = (409, "not_signed_off")
    assert code(actors.wang, f"{case}/propose_sanctions", proposal) == not_signed
    sign_off(actors, sheet, "sanction", dissent=True)
    put_right(actors, sheet)
    actors.act(actors.wang, "propose_sanctions", proposal)
    right = {"sheet": sheet, "view": "agree", "reason": "并未弃权"}
    assert code(actors.keeper, f"{case}/correct_view", right) == (409, "wrong_state")
    assert code(actors.wang, f"{case}/send", away) == not_signed
    sign_off(actors, sheet + 1, "sending")
    own = {"to": "sg-education", "materials": MATERIALS}
    assert code(actors.wang, f"{case}/send", own) == (422, "cannot_adjudicate")
    assert actors.judge.get(case).status_code == 404
    actors.act(actors.wang, "send", away)
    waiting = actors.see(actors.judge, "parties/sg-health/inbox")
    assert columns(waiting, "kind", "from_party") == [("accept_case", "sg-education")]
    put_right_with_approval(actors, sheet)
    for member in (actors.judge, actors.supervision):
        with_the_case(actors, member)
    for member in (actors.office, actors.other):
        assert actors.see(member, "case-sign-offs")["items"] == [], member.party


def put_right(actors: Cast, sheet: int) -> None:
    """A member puts the record of their own view right, nobody another's; it is counted anew."""
    case = actors.case
    right = {"sheet": sheet, "view": "abstain", "reason": "本人当时弃权,误记为同意"}
    for member, refusal in (
        (actors.judge, (404, "not_found")),
        (actors.unit, (404, "not_found")),
    ):
        assert code(member, f"{case}/correct_view", right) == refusal
    actors.act(actors.keeper, "correct_view", right)
    seen = actors.see(actors.head, "case-sign-offs", stage="agreed")
    assert (sheet, 3, 1) in columns(seen, "sheet", "agree", "dissent")


def put_right_with_approval(actors: Cast, sheet: int) -> None:
    """What has opened the way already is put right by the case's keeper, and stays agreed to."""
    case = actors.case

    def right(*views: tuple[Member, str]) -> dict[str, Any]:
        given = [{"member": member.person, "view": view} for member, view in views]
        meeting = {"sheet": sheet, "views": given}
        approved = {"reason": "核对录音,更正意见", "approved_by": actors.head.person}
        return {"version": 1, "meeting": meeting, **approved}

    upset = right((actors.deputy, "abstain"), (actors.head, "abstain"))
    assert code(actors.keeper, f"{case}/correct", upset) == (409, "sheet_served")
    actors.act(actors.keeper, "correct", right((actors.keeper, "agree")))
    told = actors.see(actors.supervision, f"{case}/history")["items"]
    reasons = [each["data"]["reason"] for each in told if "meeting_corrected" in each["type"]]
    assert reasons[-1] == "核对录音,更正意见"


def with_the_case(actors: Cast, member: Member) -> None:
    """Who was sent the sheets reads them: each member's view, and what the one who dissented said."""
    seen = actors.see(member, "case-sign-offs")["items"]
    filing, sanction, sending = sorted(seen, key=lambda each: int(each["sheet"]))
    assert sending["sheet"] - filing["sheet"] == len(seen) - 1, member.party
    assert [(each["view"], each["text"]) for each in sanction["views"]] == [
        *[("agree", None)] * 4,
        ("disagree", "量纪偏轻。"),
    ]
    assert (sanction["conclusion"], sanction["statement"]) == ("多数同意。", "事实清楚。")


def adjudicate(place: Place, actors: Cast) -> None:
    """Accepted on 15 April; ten days at the group for supplement do not count; reported in time."""
    case = actors.case
    place.pass_to("2026-04-15")
    judges = {"adjudicators": [actors.judge.person, actors.second.person]}
    actors.act(actors.judge, "accept_adjudication", judges)
    place.pass_to("2026-04-20")
    actors.act(actors.judge, "require_supplement", {"reason": "主体身份证据不足"})
    place.pass_to("2026-04-30")
    duty = {"mechanism": "case-adjudication", "owner": "sg-health"}
    owed = actors.see(actors.judge, "obligations", **duty)
    assert columns(owed, "rule", "status") == [
        ("acceptance", "fulfilled"),
        ("adjudication", "stopped"),
    ]
    actors.act(actors.wang, "complete_supplement", {"materials": MATERIALS})
    owed = actors.see(actors.judge, "obligations", status="open", **duty)
    assert columns(owed, "rule", "due") == [("adjudication", "2026-05-25")]
    place.pass_to("2026-05-25")
    signed = {"signed_by": judges["adjudicators"], "report": "事实清楚,证据确凿。"}
    actors.act(actors.judge, "report_adjudication", signed)
    views = [{"member": each, "view": "agree"} for each in judges["adjudicators"]]
    settled = {"views": views, "dispositions": asked(actors), "conclusion": "同意。"}
    assert code(actors.wang, f"{case}/deliberate", settled) == (403, "not_authorised")
    actors.act(actors.judge, "deliberate", settled)


MEETING = {"document": "会议纪要〔2026〕5号", "entitled": 7, "present": 6, "in_favour": 6}


def approve(actors: Cast) -> None:
    """The Party group agrees and decides in its own name; the group decides on the other track."""

    def give(member: Member, person: str, track: str) -> None:
        body = {"person": person, "track": track, "opinion": "agree", "meeting": MEETING}
        actors.act(member, "give_approval", body)

    seen = actors.see(actors.party, "case-approvals")
    assert columns(seen, "name", "sanction", "act", "status") == [
        ("张某", "serious_warning", "agrees", "awaited"),
        ("赵某", "warning", "agrees", "awaited"),
    ]
    alone = {"document": "批示", "entitled": 1, "present": 1, "in_favour": 1}
    one = {"person": actors.zhao, "track": "party", "opinion": "agree", "meeting": alone}
    assert code(actors.party, f"{actors.case}/give_approval", one) == (422, "not_collective")
    for person in (actors.zhang, actors.zhao):
        for member in (actors.party, actors.office, actors.party):
            give(member, person, "party")
    with_the_case(actors, actors.office)
    give(actors.office, actors.zhang, "state")
    give(actors.deputy, actors.zhang, "state")
    seen = actors.see(actors.head, "sanctions")
    assert columns(seen, "name", "track", "sanction", "status", "decided_by", "number") == [
        ("张某", "party", "serious_warning", "decided", "pg-education", "〔2026〕1号"),
        ("张某", "state", "demerit", "decided", "sg-education", "〔2026〕1号"),
        ("赵某", "party", "warning", "decided", "pg-education", "〔2026〕2号"),
    ]
    assert actors.see(actors.party, "case-decisions")["items"] == []


def execute(place: Place, actors: Cast) -> None:
    """Two are served in time, one five days late; one was entered wrongly; all are carried out."""
    case = actors.case
    on = {"document": "送达回证〔2026〕3号"}
    place.pass_to("2026-06-01")
    for track in ("party", "state"):
        actors.act(actors.wang, "serve_decision", {"person": actors.zhang, "track": track} | on)
    right = {
        "person": actors.zhao,
        "track": "party",
        "sanction": "serious_warning",
        "reason": "决定书载明严重警告",
        "document": "更正〔2026〕1号",
        "approved_by": actors.head.person,
    }
    heavy = right | {"sanction": "expulsion_from_party"}
    assert code(actors.keeper, f"{case}/correct_sanction", heavy) == (409, "other_chain")
    actors.act(actors.keeper, "correct_sanction", right)
    ordered = {"person": actors.zhang, "kind": "recovered", "amount": 3_500_000, "document": "追1"}
    actors.act(actors.wang, "order_recovery", ordered)
    assert brought_in(actors, actors.head) == 0
    paid = {"recovery": 1, "amount": 3_500_000, "receipt": "票据0001"}
    actors.act(actors.wang, "record_recovery", paid)
    assert brought_in(actors, actors.head) == 3_500_000
    for member in (actors.supervision, actors.other, actors.unit):
        assert member.get(f"{actors.campaign}/figures").status_code == 404, member.party
    place.pass_to("2026-07-02")
    actors.act(actors.wang, "serve_decision", {"person": actors.zhao, "track": "party"} | on)
    for person, track in (
        (actors.zhang, "party"),
        (actors.zhang, "state"),
        (actors.zhao, "party"),
    ):
        done = {"person": person, "track": track, "announced": True, "report": "已宣布执行。"}
        actors.act(actors.party, "report_execution", done)
    actors.act(actors.wang, "archive", {"volumes": 4, "document": "卷〔2026〕1号"})


OWED = {
    "case-investigation": [
        ("sg-education", "archive", "fulfilled", 0),
        ("sg-education", "decision", "fulfilled", 0),
    ],
    "case-adjudication": [
        ("sg-education", "supplement", "fulfilled", 0),
        ("sg-health", "acceptance", "fulfilled", 0),
        ("sg-health", "deliberation", "fulfilled", 0),
    ],
    "case-decision": [
        ("pg-education", "party-execution", "fulfilled", 0),
        ("pg-education", "party-execution", "fulfilled", 1),
        ("pg-education", "state-execution", "fulfilled", 1),
        ("sg-education", "approval", "fulfilled", 0),
        ("sg-education", "party-service", "fulfilled", 0),
        ("sg-education", "party-service", "fulfilled", 5),
        ("sg-education", "recovery", "fulfilled", 0),
        ("sg-education", "state-service", "fulfilled", 0),
    ],
    "three-level-sign-off": [
        ("sg-education", "group-meeting", "fulfilled", 0),
        ("sg-education", "group-meeting", "fulfilled", 0),
        ("sg-education", "group-meeting", "fulfilled", 0),
        ("sg-education", "head-review", "fulfilled", 0),
        ("sg-education", "head-review", "fulfilled", 0),
        ("sg-education", "head-review", "fulfilled", 0),
        ("sg-education", "head-review", "fulfilled", 1),
        ("sg-education", "sheet-again", "fulfilled", 0),
    ],
}
"""What the group owes and is owed, by mechanism: owner, rule, status, working days late."""


def counted(actors: Cast, member: Member | None = None) -> list[int]:
    """Leads received, cases filed, persons decided on, persons sanctioned, as somebody may know."""
    seen = actors.see(member or actors.head, "case-figures", period="2026")
    return [each["value"] for each in seen["figures"]]


def figures(actors: Cast) -> None:
    """Who counts as sanctioned is counted: one sanction annulled, one person fewer."""
    persons = actors.see(actors.head, "case-persons", counted=True)
    assert columns(persons, "name", "party_sanction", "state_sanction", "four_forms") == [
        ("张某", "serious_warning", "demerit", 2),
        ("赵某", "serious_warning", None, 2),
    ]
    assert counted(actors) == [1, 1, 2, 2]
    annul = {
        "person": actors.zhao,
        "track": "party",
        "reason": "复查后撤销",
        "document": "撤〔2026〕1号",
        "approved_by": actors.head.person,
    }
    actors.act(actors.keeper, "annul_sanction", annul)
    persons = actors.see(actors.head, "case-persons", counted=True)
    assert columns(persons, "name") == [("张某",)]
    assert counted(actors) == [1, 1, 1, 1]
    assert counted(actors, actors.other) == counted(actors, actors.party) == [0, 0, 0, 0]
    served = actors.see(actors.party, "case-decisions", status="annulled")
    assert columns(served, "name", "number") == [("赵某", "〔2026〕2号")]


def seen_by_each(actors: Cast) -> None:
    """Each party sees its part; the unit and another group see nothing."""
    case = actors.see(actors.head, actors.case)
    assert (case["stage"], case["supplements"], case["volumes"]) == ("archived", 1, 4)
    decisions = actors.see(actors.party, "case-decisions")
    assert columns(decisions, "name", "track", "sanction", "decided_by", "executed") == [
        ("张某", "party", "serious_warning", "pg-education", "2026-07-02"),
        ("张某", "state", "demerit", "sg-education", "2026-07-02"),
        ("赵某", "party", "serious_warning", "pg-education", "2026-07-02"),
    ]
    for path in ("cases", "case-persons", "sanctions", "case-sign-offs", "case-recoveries"):
        assert actors.see(actors.party, path)["items"] == [], path
    assert actors.party.get(actors.case).status_code == 404
    sheets = actors.see(actors.supervision, "case-sign-offs")
    assert columns(sheets, "sheet", "stage", "agree", "dissent") == [
        (2, "agreed", 5, 0),
        (3, "agreed", 4, 1),
        (4, "agreed", 5, 0),
    ]
    assert columns(actors.see(actors.supervision, "case-status"), "status") == [("closed",)]
    assert actors.see(actors.supervision, "cases")["items"] == []
    duty = {"owner": "sg-health", "mechanism": "case-adjudication"}
    clock = actors.see(actors.supervision, "obligations", **duty)
    assert columns(clock, "rule", "status", "due") == [
        ("adjudication", "fulfilled", "2026-05-25"),
        ("adjudication", "superseded", "2026-05-15"),
    ]
    for member in (actors.unit, actors.other):
        sees_nothing(member, actors.case, *lists_of(actors.case))
        archive = {"volumes": 1, "document": "卷1"}
        assert code(member, f"{actors.case}/archive", archive) == (404, "not_found")


def test_a_case_adjudicated_by_another_group(place: Place) -> None:
    """Clock stopped once, one service late, one sanction corrected, one annulled in the end."""
    actors = cast(place)
    source = open_case(actors)
    found_in_a_campaign(actors, source)
    sent_back(place, actors)
    file(actors, source, sheet=2, day="2026-03-06")
    send(place, actors, sheet=3)
    adjudicate(place, actors)
    approve(actors)
    execute(place, actors)
    for mechanism, expected in OWED.items():
        owed = actors.see(actors.head, "obligations", mechanism=mechanism)
        assert columns(owed, "owner", "rule", "status", "late_working_days") == expected
    seen_by_each(actors)
    figures(actors)
    for member in (actors.head, actors.party, actors.judge, actors.office, actors.supervision):
        assert waits(member, actors.case, token=actors.token) == [], member.party
