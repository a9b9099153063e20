"""A case that comes back at each turn, and one that is withdrawn: what is owed then (R 215, 226, 237)."""

from typing import Any, Final

from domain.ids import PersonId
from tests.api.installation import Member
from tests.stories.cases import (
    MATERIALS,
    Cast,
    asked,
    cast,
    disposition,
    file,
    open_case,
    sign_off,
)
from tests.stories.place import Place, code, columns, sees_nothing

HIDDEN: Final = (
    "cases",
    "case-status",
    "case-persons",
    "case-sign-offs",
    "case-approvals",
    "sanctions",
)
MEETING: Final = {"document": "会议纪要〔2026〕7号", "entitled": 7, "present": 6, "in_favour": 6}


def owed(actors: Cast, member: Member, mechanism: str, **asked_for: str) -> list[tuple[Any, ...]]:
    """Rule, status and due day of what somebody knows to be owed under a mechanism."""
    seen = actors.see(member, "obligations", mechanism=mechanism, limit=100, **asked_for)
    return columns(seen, "rule", "status", "due")


def flees_and_comes_back(place: Place, actors: Cast) -> None:
    """A fugitive is back after two weeks: the year begins anew; a recusal is decided on by the commission."""
    case, head = actors.case, actors.head
    chief = place.member("苗书记", "commission", "principal_head")
    gone = {"person": actors.zhao, "ground": "fugitive"}
    assert code(actors.judge, f"{case}/suspend_investigation", gone) == (404, "not_found")
    actors.act(actors.wang, "suspend_investigation", gone)
    place.pass_to("2026-03-16")
    actors.act(actors.wang, "restart_investigation", {"person": actors.zhao})
    assert owed(actors, head, "case-investigation") == [
        ("decision", "open", "2027-03-16"),
        ("decision", "superseded", "2027-03-02"),
    ]
    of = {"person": actors.deputy.person}
    actors.act(actors.li, "declare_recusal", of | {"ground": "interest", "reason": "曾同单位"})
    refused = of | {"granted": False, "reason": "无利害关系"}
    assert code(head, f"{case}/decide_recusal", refused) == (403, "not_authorised")
    actors.act(chief, "decide_recusal", refused)


def show_facts(actors: Cast) -> None:
    """The facts are put to both persons."""
    for person in (actors.zhang, actors.zhao):
        by = [actors.wang.person, actors.li.person]
        shown = {"person": person, "shown_by": by, "signed": True, "view": "无异议。"}
        actors.act(actors.wang, "show_facts", shown)


def voted_down(actors: Cast) -> None:
    """Most of the meeting disagree: the handlers are told why, and open the sheet anew."""
    show_facts(actors)
    both = {"matters": ["sanction", "sending"], "statement": "建议分别给予处分。"}
    actors.act(actors.wang, "open_sign_off", both)
    agree = {"sheet": 2, "opinion": "agree", "text": "同意上会。"}
    actors.act(actors.head, "review_sign_off", agree)
    views = [{"member": each.person, "view": "disagree"} for each in actors.group[1:]]
    views.append({"member": actors.head.person, "view": "agree"})
    held = {"sheet": 2, "views": views, "conclusion": "量纪依据不足。"}
    actors.act(actors.head, "hold_group_meeting", held)
    proposal = {"dispositions": asked(actors), "text": "建议。"}
    refused = (409, "not_signed_off")
    assert code(actors.wang, f"{actors.case}/propose_sanctions", proposal) == refused
    waiting = actors.see(actors.wang, "parties/sg-education/inbox", limit=200)["items"]
    again = [each for each in waiting if each["kind"] == "open_sheet_anew"]
    assert columns({"items": again}, "title", "role") == [("量纪依据不足。", "handler")]
    due = ("sheet-voted-down", "open", "2026-03-30")
    assert due in owed(actors, actors.wang, "three-level-sign-off")
    sign_off(actors, 3, "sanction", "sending")
    due = ("sheet-voted-down", "fulfilled", "2026-03-30")
    assert due in owed(actors, actors.wang, "three-level-sign-off")
    actors.act(actors.wang, "propose_sanctions", proposal)


def returned_incomplete(place: Place, actors: Cast) -> None:
    """Sent back before acceptance: signed off and sent again, on the last day."""
    away = {"to": "sg-health", "materials": MATERIALS}
    actors.act(actors.wang, "send", away)
    missing = {"reason": "缺事实见面材料"}
    refused = (403, "not_authorised")
    assert code(actors.wang, f"{actors.case}/return_incomplete", missing) == refused
    actors.act(actors.judge, "return_incomplete", missing)
    assert owed(actors, actors.judge, "case-adjudication") == [
        ("acceptance", "fulfilled", "2026-03-23"),
        ("sending-again", "open", "2026-04-07"),
    ]
    assert code(actors.wang, f"{actors.case}/send", away) == (409, "not_signed_off")
    place.pass_to("2026-04-07")
    sign_off(actors, 4, "sending")
    actors.act(actors.wang, "send", away)


def investigated_anew(place: Place, actors: Cast) -> list[PersonId]:
    """退回重新调查: facts are put to everybody anew, and the month of adjudication begins anew (R 226)."""
    judges = [actors.judge.person, actors.second.person]
    actors.act(actors.judge, "accept_adjudication", {"adjudicators": judges})
    place.pass_to("2026-04-13")
    actors.act(actors.judge, "require_reinvestigation", {"reason": "主要事实不清"})
    own = {"owner": "sg-education", "status": "open"}
    assert owed(actors, actors.judge, "case-adjudication", **own) == [
        ("re-investigation", "open", "2026-06-15")
    ]
    place.pass_to("2026-05-11")
    back = {"materials": MATERIALS}
    complete = f"{actors.case}/complete_reinvestigation"
    assert code(actors.wang, complete, back) == (409, "facts_not_shown")
    show_facts(actors)
    actors.act(actors.wang, "complete_reinvestigation", back)
    theirs = owed(actors, actors.judge, "case-adjudication", owner="sg-health")
    assert [each for each in theirs if each[0] == "adjudication"] == [
        ("adjudication", "open", "2026-06-11"),
        ("adjudication", "superseded", "2026-05-07"),
    ]
    return judges


def deliberate(actors: Cast, judges: list[PersonId], *dispositions: dict[str, Any]) -> None:
    """The adjudicators agree on these."""
    views = [{"member": each, "view": "agree"} for each in judges]
    settled = {"views": views, "dispositions": dispositions, "conclusion": "同意。"}
    actors.act(actors.judge, "deliberate", settled)


def give(actors: Cast, member: Member, person: str, track: str, opinion: str = "agree") -> None:
    """A body decides on its step; what it returns has no majority."""
    votes = MEETING if opinion == "agree" else MEETING | {"in_favour": 2}
    body = {"person": person, "track": track, "opinion": opinion, "meeting": votes}
    actors.act(member, "give_approval", body)


def returned_by_a_body(place: Place, actors: Cast, judges: list[PersonId]) -> None:
    """The Party group returns one sanction: the other track is asked no longer, both anew."""
    actors.act(actors.judge, "report_adjudication", {"signed_by": judges, "report": "事实清楚。"})
    reported = owed(actors, actors.judge, "case-adjudication", status="open")
    assert reported == [("deliberation", "open", "2026-05-25")]
    heavy, light = asked(actors)
    deliberate(actors, judges, heavy, light)
    give(actors, actors.party, actors.zhang, "party", "return")
    assert owed(actors, actors.party, "case-decision", owner="sg-health") == [
        ("deliberation-anew", "open", "2026-05-25")
    ]
    waiting = actors.see(actors.judge, "parties/sg-health/inbox")
    assert columns(waiting, "kind", "from_party") == [("deliberate_case", "pg-education")]
    place.pass_to("2026-05-26")
    anew = disposition(actors.zhang, "serious_warning", "serious_demerit")
    deliberate(actors, judges, anew | {"procuratorate": True})
    late = actors.see(actors.judge, "obligations", mechanism="case-decision", owner="sg-health")
    assert columns(late, "rule", "status", "late_working_days") == [
        ("deliberation-anew", "fulfilled", 1)
    ]


def decided(actors: Cast) -> None:
    """Every body agrees; who is to be prosecuted is handed over once, nobody else."""
    for person in (actors.zhang, actors.zhao):
        for member in (actors.party, actors.office, actors.party):
            give(actors, member, person, "party")
    give(actors, actors.office, actors.zhang, "state")
    give(actors, actors.deputy, actors.zhang, "state")
    over = {"person": actors.zhang, "document": "移诉〔2026〕1号"}
    other = over | {"person": actors.zhao}
    refused = (409, "wrong_state")
    assert code(actors.wang, f"{actors.case}/transfer_to_procuratorate", other) == refused
    actors.act(actors.wang, "transfer_to_procuratorate", over)
    assert code(actors.wang, f"{actors.case}/transfer_to_procuratorate", over) == refused


def test_a_case_comes_back_at_each_turn_and_is_decided(place: Place) -> None:
    """Voted down, incomplete, investigated anew, returned by the Party group, and decided in the end."""
    actors = cast(place)
    file(actors, open_case(actors))
    flees_and_comes_back(place, actors)
    voted_down(actors)
    returned_incomplete(place, actors)
    judges = investigated_anew(place, actors)
    returned_by_a_body(place, actors, judges)
    decided(actors)
    seen = actors.see(actors.head, actors.case)
    counts = ("stage", "returned", "supplements", "reinvestigations", "suspended")
    assert tuple(seen[each] for each in counts) == ("decided", 1, 0, 1, [])
    sanctions = actors.see(actors.head, "sanctions", status="decided")
    assert columns(sanctions, "name", "track", "sanction") == [
        ("张某", "party", "serious_warning"),
        ("张某", "state", "serious_demerit"),
        ("赵某", "party", "warning"),
    ]
    assert owed(actors, actors.head, "case-investigation") == [
        ("archive", "open", "2026-08-26"),
        ("decision", "fulfilled", "2027-03-16"),
        ("decision", "superseded", "2027-03-02"),
    ]
    for member in (actors.other, actors.unit):
        sees_nothing(member, actors.case, *HIDDEN, token=actors.token)


def test_a_case_is_withdrawn_and_filed_upward_late(place: Place) -> None:
    """R 237: seven working days; a day later nothing else is owed, and observers learn that it is closed."""
    actors = cast(place)
    file(actors, open_case(actors))
    withdrawal = {
        "document": "撤案〔2026〕1号",
        "reason": "不存在违纪违法事实",
        "approved_by": actors.head.person,
    }
    report = {"document": "备案〔2026〕1号"}
    case = actors.case
    assert code(actors.li, f"{case}/withdraw", withdrawal) == (403, "not_authorised")
    assert code(actors.judge, f"{case}/report_withdrawal", report) == (404, "not_found")
    assert code(actors.wang, f"{case}/report_withdrawal", report) == (409, "wrong_state")
    actors.act(actors.keeper, "withdraw", withdrawal)
    assert owed(actors, actors.head, "case-investigation") == [
        ("decision", "withdrawn", "2027-03-02"),
        ("withdrawal-report", "open", "2026-03-11"),
    ]
    waiting = actors.see(actors.head, "parties/sg-education/inbox", limit=200)["items"]
    own = [each["kind"] for each in waiting if each["family"] == "case"]
    assert own == ["report_withdrawal"]
    place.pass_to("2026-03-12")
    actors.act(actors.wang, "report_withdrawal", report)
    late = actors.see(
        actors.head, "obligations", mechanism="case-investigation", status="fulfilled"
    )
    assert columns(late, "rule", "late_working_days") == [("withdrawal-report", 1)]
    seen = actors.see(actors.supervision, "case-status")
    assert columns(seen, "status") == [("closed",)]
    assert actors.see(actors.supervision, "cases")["items"] == []
    for member in (actors.other, actors.unit, actors.judge):
        sees_nothing(member, case, *HIDDEN, token=actors.token)
