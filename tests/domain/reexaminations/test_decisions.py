"""复审复核 (SL 56; R 241-242): by others than the original handlers, each within its month or two."""

import datetime
from typing import Any

import pytest

from domain.cases import commands as cases
from domain.errors import InvalidField, NotAuthorised, NotFound, Refusal, WrongState
from domain.handlers import NeedsTwoHandlers
from domain.ids import StreamId, derived_id, stream_id
from domain.model import Event
from domain.reexaminations import commands, errors, events
from domain.reexaminations.state import Reexamination
from tests.domain.cases.city import people, person
from tests.domain.cases.docket import Docket, agreed, arisen, disposition, named, on

FIRST = StreamId(stream_id("reexamination", derived_id("reexamination", "first")))
SECOND = StreamId(stream_id("reexamination", derived_id("reexamination", "second")))
WHO = person("zhang")
APPROVED: dict[str, Any] = {"reason": "误", "approved_by": person("secretary")}


def served(day: datetime.date = datetime.date(2026, 3, 2)) -> Docket:
    """A case whose only sanction, a demerit by the group, was served."""
    docket = Docket(day).decided(disposition(party=None))
    serve = cases.ServeDecision(person=WHO, track="state", document="回1")
    docket.do("wang", "serve_decision", serve)
    return docket


def do(docket: Docket, name: str, verb: str, command: Any, stream: StreamId = FIRST) -> list[Event]:
    return docket.do(name, f"reexamination.{verb}", command, stream=stream)


def application(docket: Docket, **changed: Any) -> commands.Apply:
    fields: dict[str, Any] = {
        "kind": "re_examination",
        "case": docket.case,
        "person": WHO,
        "track": "state",
        "grounds": "处分过重",
    }
    return commands.Apply(**(fields | changed))


def accepted(docket: Docket) -> Docket:
    do(docket, "judge3", "apply", application(docket))
    do(docket, "judge3", "accept", commands.Accept(examiners=people("judge3", "judge4")))
    return docket


def decision(outcome: Any = "changed", sanction: str | None = "warning") -> commands.Decide:
    return commands.Decide(
        outcome=outcome, sanction=sanction, meeting=agreed(), decision="量纪偏重"
    )


def told(docket: Docket, outcome: Any = "changed", sanction: str | None = "warning") -> Docket:
    """Decided and served: the group knows the outcome."""
    accepted(docket)
    do(docket, "judge3", "decide", decision(outcome, sanction))
    do(docket, "judge4", "serve", commands.Serve(document="回9"))
    return docket


def state(docket: Docket, stream: StreamId = FIRST) -> Reexamination:
    found: Reexamination = docket.world.state(stream)
    return found


def due(docket: Docket, stream: StreamId = FIRST) -> list[tuple[str, str, datetime.date]]:
    owed = docket.world.stream(stream).obligations.values()
    return [(each.arisen.rule, each.arisen.owner, each.due) for each in owed]


@pytest.mark.parametrize(
    ("applied", "last"),
    [
        (datetime.date(2026, 3, 2), datetime.date(2026, 4, 2)),
        (datetime.date(2026, 1, 31), datetime.date(2026, 2, 28)),  # month end, make-up Saturday
        (datetime.date(2026, 4, 9), datetime.date(2026, 5, 9)),  # make-up Saturday
        (datetime.date(2026, 4, 10), datetime.date(2026, 5, 11)),  # Sunday
    ],
)
def test_a_month_to_apply_and_a_month_to_decide(
    applied: datetime.date, last: datetime.date
) -> None:
    """SL 56; R 326-327, row 15."""
    docket = served(applied)
    (entered, *_) = do(docket, "judge3", "apply", application(docket))
    assert isinstance(entered, events.Applied)
    assert (entered.last_day, entered.in_time, str(entered.number)) == (
        last,
        True,
        f"〔{applied.year}〕1号",
    )
    assert due(docket) == [("re-examination", "adjudication", last)]


def test_what_comes_too_late_is_entered_and_refused() -> None:
    docket = served()
    docket.leap_to(2026, 4, 3)
    given = do(docket, "judge3", "apply", application(docket))
    assert arisen(given) == []
    with pytest.raises(errors.AppliedTooLate):
        do(docket, "judge3", "accept", commands.Accept(examiners=people("judge3", "judge4")))
    do(docket, "judge3", "refuse", commands.Refuse(reason="已超过申请期限"))
    assert state(docket).stage == "refused"


@pytest.mark.parametrize(
    ("name", "changed"),
    [
        ("judge3", {"track": "party"}),
        ("judge3", {"person": person("qian")}),
        ("judge3", {"case": StreamId(stream_id("case", derived_id("no", "case")))}),
        ("judge3", {"kind": "review"}),
        ("judge3", {"prior": FIRST}),
        ("clerk", {}),
        ("head", {}),
        ("health", {}),
    ],
)
def test_only_a_served_decision_and_only_by_who_may_examine_it(
    name: str, changed: dict[str, Any]
) -> None:
    """The party that handled the case never examines it."""
    docket = served()
    with pytest.raises(errors.NoSuchDecision):
        do(docket, name, "apply", application(docket, **changed))


@pytest.mark.parametrize(
    ("examiners", "refusal"),
    [
        (("judge3", "judge3"), NeedsTwoHandlers),
        (("judge3", "judge"), errors.HandledBefore),
        (("judge3", "wang"), errors.HandledBefore),
    ],
)
def test_who_handled_or_adjudicated_it_does_not_examine_it(
    examiners: tuple[str, ...], refusal: type[Refusal]
) -> None:
    """R 242."""
    docket = served()
    do(docket, "judge3", "apply", application(docket))
    with pytest.raises(refusal):
        do(docket, "judge3", "accept", commands.Accept(examiners=people(*examiners)))


def test_the_original_handlers_never_see_the_file() -> None:
    """R 242: not by trying, not when they moved house since."""
    docket = accepted(served())
    with pytest.raises(NotFound):
        do(docket, "judge", "withdraw", commands.Withdraw(reason="撤"))
    with pytest.raises(NotFound):
        do(docket, "wang", "withdraw", commands.Withdraw(reason="撤"))
    circles = docket.world.stream(FIRST).circles
    assert circles["reexamination"] == {"adjudication"}
    entered = next(t.event for t in docket.world.told if isinstance(t.event, events.Applied))
    assert set(people("wang", "li", "keeper", "judge", "judge2")) <= set(entered.kept_out)


def test_the_group_learns_the_outcome_and_sets_the_sanction_right() -> None:
    docket = told(served())
    assert docket.world.stream(FIRST).circles["reexamination_outcome"] == {
        "adjudication",
        "sg-education",
    }
    assert due(docket) == [("carrying-out", "sg-education", datetime.date(2026, 3, 16))]
    done = commands.CarryOut(document="更正1")
    with pytest.raises(errors.NotSetRight):
        do(docket, "keeper", "carry_out", done)
    docket.do(
        "keeper",
        "correct_sanction",
        cases.CorrectSanction(
            person=WHO,
            track="state",
            sanction="warning",
            reason="复审变更",
            document="复审1",
            approved_by=person("head"),
        ),
    )
    with pytest.raises(NotAuthorised):
        do(docket, "wang", "carry_out", done)
    do(docket, "keeper", "carry_out", done)
    assert (state(docket).stage, due(docket)) == ("carried_out", [])


def test_a_revoked_sanction_counts_no_longer() -> None:
    docket = told(served(), "revoked", None)
    docket.do(
        "keeper",
        "annul_sanction",
        cases.AnnulSanction(
            person=WHO,
            track="state",
            reason="复审撤销",
            document="复审1",
            approved_by=person("head"),
        ),
    )
    do(docket, "keeper", "carry_out", commands.CarryOut(document="撤1"))
    assert state(docket).stage == "carried_out"


def test_what_was_upheld_asks_for_nothing() -> None:
    docket = told(served(), "upheld", None)
    assert due(docket) == []
    with pytest.raises(errors.NotSetRight):
        do(docket, "keeper", "carry_out", commands.CarryOut(document="1"))


@pytest.mark.parametrize(
    "wrong",
    [
        decision("changed", None),
        decision("upheld", "warning"),
        decision("changed", "demerit"),
        commands.Decide(outcome="upheld", meeting=agreed(7, 3, 3), decision="维持"),
        commands.Decide(outcome="upheld", meeting=agreed(1, 1, 1), decision="维持"),
    ],
)
def test_a_decision_is_collective_and_a_change_names_another_sanction(
    wrong: commands.Decide,
) -> None:
    docket = accepted(served())
    with pytest.raises(InvalidField):
        do(docket, "judge3", "decide", wrong)


def test_a_review_follows_by_the_level_above_within_two_months() -> None:
    """SL 56, row 15: one month to apply, two to decide; not by those who re-examined."""
    docket = told(served(), "upheld", None)
    docket.leap_to(2026, 3, 20)
    again = application(docket, kind="review", prior=FIRST)
    with pytest.raises(errors.NoSuchDecision):
        do(docket, "judge4", "apply", again, SECOND)
    given = do(docket, "examiner", "apply", again, SECOND)
    assert named(given) == ["Applied"]
    assert due(docket, SECOND) == [("review", "commission", datetime.date(2026, 5, 20))]
    accept = commands.Accept(examiners=people("examiner", "examiner2"))
    do(docket, "examiner", "accept", accept, SECOND)
    assert state(docket, SECOND).examiners == people("examiner", "examiner2")
    entered = next(
        t.event
        for t in docket.world.told
        if t.stream == SECOND and isinstance(t.event, events.Applied)
    )
    assert set(people("judge3", "judge4")) <= set(entered.kept_out)


@pytest.mark.parametrize(
    ("applied", "due"),
    [
        (datetime.date(2025, 12, 31), datetime.date(2026, 2, 28)),  # month end, make-up Saturday
        (datetime.date(2026, 3, 9), datetime.date(2026, 5, 9)),  # make-up Saturday
        (datetime.date(2026, 3, 10), datetime.date(2026, 5, 11)),  # Sunday
    ],
)
def test_two_months_for_a_review(applied: datetime.date, due: datetime.date) -> None:
    """SL 56; R 326-327, row 15."""
    docket = told(served(applied), "upheld", None)
    again = application(docket, kind="review", prior=FIRST)
    do(docket, "examiner", "apply", again, SECOND)
    owed = docket.world.stream(SECOND).obligations.values()
    assert [each.due for each in owed] == [due]


def test_it_is_taken_back_corrected_and_annulled() -> None:
    docket = accepted(served())
    fixed = commands.Correct(version=1, happened=on(2026, 2, 27), **APPROVED)
    do(docket, "judge4", "correct", fixed)
    assert due(docket) == [("re-examination", "adjudication", datetime.date(2026, 3, 27))]
    do(docket, "judge3", "withdraw", commands.Withdraw(reason="本人撤回"))
    assert due(docket) == []
    do(docket, "judge4", "annul", commands.Annul(**APPROVED))
    with pytest.raises(WrongState):
        do(docket, "judge4", "annul", commands.Annul(**APPROVED))
