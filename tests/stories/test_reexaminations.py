"""复审复核 (DOMAIN.md §2 A3 row 15): a demerit is changed, by people its handlers never hear from."""

from typing import Any

from tests.api.installation import Member
from tests.stories.cases import Cast, cast, file, open_case
from tests.stories.place import Place, code, columns, lists_of, path_of, sees_nothing, waits
from tests.stories.test_cases import adjudicate, approve, execute, found_in_a_campaign, send

MEETING = {"document": "会议纪要〔2026〕9号", "entitled": 7, "present": 6, "in_favour": 6}


def apply(actors: Cast, person: str, track: str, **changed: Any) -> dict[str, Any]:
    """An application."""
    _, _, identifier = actors.case.partition("/")
    return {
        "kind": "re_examination",
        "case": f"case/{identifier}",
        "person": person,
        "track": track,
        "grounds": "本人认为处分过重。",
        **changed,
    }


def refuse_what_is_late(actors: Cast, examiner: Member) -> None:
    """赵某 applies over a month after service: entered, and refused."""
    told = examiner.do("reexaminations", apply(actors, actors.zhao, "party"))
    late = path_of(told)
    accept = {"examiners": [examiner.person, actors.office.person]}
    assert code(examiner, f"{late}/accept", accept) == (409, "applied_too_late")
    examiner.do(f"{late}/refuse", {"reason": "已超过申请期限"})


def examine(place: Place, actors: Cast, examiner: Member, second: Member) -> str:
    """张某 applied on the last day; it is decided three working days late; the group learns the outcome."""
    entered = apply(actors, actors.zhang, "state", occurred={"date": "2026-07-01"})
    assert code(actors.wang, "reexaminations", entered) == (422, "no_such_decision")
    first = path_of(examiner.do("reexaminations", entered))
    assert code(actors.head, f"{first}/refuse", {"reason": "否"}) == (404, "not_found")
    before = {"examiners": [examiner.person, actors.judge.person]}
    assert code(examiner, f"{first}/accept", before) == (403, "handled_before")
    place.pass_to("2026-07-06")
    examiner.do(f"{first}/accept", {"examiners": [examiner.person, second.person]})
    place.pass_to("2026-08-06")
    decision = {
        "outcome": "changed",
        "sanction": "warning",
        "meeting": MEETING,
        "decision": "原决定量纪偏重,变更为政务警告。",
    }
    assert code(second, f"{first}/decide", decision | {"sanction": "demerit"}) == (
        422,
        "invalid_field",
    )
    second.do(f"{first}/decide", decision)
    actors.token = str(second.do(f"{first}/serve", {"document": "回9"})["token"])
    waiting = actors.see(actors.head, "parties/sg-education/inbox")["items"]
    mine = [each for each in waiting if each["family"] == "reexamination"]
    assert columns({"items": mine}, "kind", "from_party") == [
        ("set_sanction_right", "adjudication")
    ]
    return first


def set_right(place: Place, actors: Cast, first: str) -> None:
    """The group sets the sanction right in its case, and says so."""
    place.pass_to("2026-08-10")
    done = {"document": "更正〔2026〕2号"}
    assert code(actors.keeper, f"{first}/carry_out", done) == (409, "not_set_right")
    right = {
        "person": actors.zhang,
        "track": "state",
        "sanction": "warning",
        "reason": "复审变更",
        "document": "复审〔2026〕1号",
        "approved_by": actors.head.person,
    }
    actors.act(actors.keeper, "correct_sanction", right)
    actors.token = str(actors.keeper.do(f"{first}/carry_out", done)["token"])
    served = actors.see(actors.party, "case-decisions", track="state")
    assert columns(served, "name", "sanction", "reason") == [("张某", "warning", "复审变更")]


def never_seen_by_handlers(place: Place, actors: Cast, examiner: Member, first: str) -> None:
    """A handler who moved to the adjudication office since still sees nothing of the file (R 242)."""
    _, _, identifier = actors.wang.person.partition("/")
    office = {"party": "adjudication", "role": "handler", "begins": "2026-07-01"}
    told = place.founder.do(f"persons/{identifier}/appoint", office)
    actors.token = str(told["token"])
    moved = place.installation.member(actors.wang.person, "adjudication", place.code)
    assert len(actors.see(examiner, "reexaminations")["items"]) == 2
    assert actors.see(moved, "reexaminations")["items"] == []
    assert moved.get(first).status_code == 404
    for member in (actors.head, actors.party, actors.unit, actors.other, actors.judge):
        assert actors.see(member, "reexaminations")["items"] == []
        assert member.get(first).status_code == 404
    for member in (actors.party, actors.unit, actors.other, actors.judge):
        sees_nothing(member, first, *lists_of(first))
    for member in (examiner, actors.head, actors.party):
        assert waits(member, first) == [], member.party


def test_a_sanction_is_re_examined_by_others(place: Place) -> None:
    """One application in time and decided late, one late and refused; the group learns one line."""
    actors = cast(place)
    examiner = place.member("申复审", "adjudication", "handler")
    second = place.member("齐复审", "adjudication", "handler")
    source = open_case(actors)
    found_in_a_campaign(actors, source)
    file(actors, source)
    send(place, actors)
    adjudicate(place, actors)
    approve(actors)
    execute(place, actors)
    first = examine(place, actors, examiner, second)
    refuse_what_is_late(actors, examiner)
    set_right(place, actors, first)
    register = actors.see(examiner, "reexaminations")
    assert columns(register, "number", "stage", "in_time", "outcome", "new_sanction") == [
        ("〔2026〕1号", "carried_out", True, "changed", "warning"),
        ("〔2026〕2号", "refused", False, None, None),
    ]
    outcomes = actors.see(actors.head, "reexamination-outcomes")
    assert columns(outcomes, "outcome", "sanction", "stage", "carried_out") == [
        ("changed", "warning", "carried_out", "2026-08-10")
    ]
    owed = actors.see(examiner, "obligations", mechanism="reexaminations")
    assert columns(owed, "owner", "rule", "status", "late_working_days") == [
        ("adjudication", "re-examination", "fulfilled", 3),
        ("sg-education", "carrying-out", "fulfilled", 0),
    ]
    never_seen_by_handlers(place, actors, examiner, first)
