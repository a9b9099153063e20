"""Approval by the chain, two tracks matched, service, execution, money, and setting right."""

import datetime
from typing import Any

import pytest

from domain.cases import commands, errors, events
from domain.cases.values import Meeting
from domain.errors import InvalidField, NotAuthorised, NotFound, WrongState
from domain.ids import PartyId
from domain.obligations import commands as obligations
from domain.obligations.events import Fulfilled
from tests.domain.cases.city import people, person
from tests.domain.cases.docket import Docket, agreed, disposition, named, respondent, views

WHO = person("zhang")
RIGHT: dict[str, Any] = {"reason": "录入有误", "document": "更正1", "approved_by": person("head")}


def serve(track: str = "party", name: str = "zhang") -> commands.ServeDecision:
    return commands.ServeDecision(person=person(name), track=track, document="送达回证1")  # type: ignore[arg-type]


def execute(track: str = "party") -> commands.ReportExecution:
    return commands.ReportExecution(
        person=WHO,
        track=track,  # type: ignore[arg-type]
        announced=True,
        report="已宣布",
    )


def test_the_party_group_decides_in_its_own_name_after_review() -> None:
    """PGR 3-4: it agrees, the office reviews, it decides; the number is its own."""
    docket = Docket().reported()
    docket.deliberate(disposition(state=None))
    docket.approve("party")
    docket.approve("party")
    told = docket.approve("party")
    assert named(told) == ["ApprovalGiven", "SanctionDecided", "PersonDecided", "Decided"]
    (decided,) = [each for each in told if isinstance(each, events.SanctionDecided)]
    assert (decided.decided_by, str(decided.number)) == ("pg-education", "〔2026〕1号")
    assert decided.number.organ == "pg-education"
    ended = [each for each in told if isinstance(each, Fulfilled)]
    assert {each.title_en for each in ended} == {
        "Decide collectively on the sanction that is asked for",
        "Decide the case within a year of filing",
    }


def test_the_sheets_go_to_the_office_that_examines_what_a_group_adjudicated() -> None:
    """Mechanism 7: once, when its turn comes; where it adjudicates itself it has them already."""
    judges = people("health-a", "health-b")
    docket = Docket().sent(to="sg-health")
    docket.do("health", "accept_adjudication", commands.AcceptAdjudication(adjudicators=judges))
    report = commands.ReportAdjudication(signed_by=judges, report="审理意见")
    docket.do("health-a", "report_adjudication", report)
    settled = commands.Deliberate(
        views=views("health-a", "health-b"),
        dispositions=(disposition(state=None),),
        conclusion="同意",
    )
    told = docket.do("health-a", "deliberate", settled)
    assert "SignOffForwarded" not in named(told)
    told = docket.approve("party")
    sheets = [each for each in told if isinstance(each, events.SignOffForwarded)]
    everyone = ("sg-health", "adjudication", "cs")
    assert [(each.sheet, each.to) for each in sheets] == [(1, everyone), (2, everyone)]
    assert "SignOffForwarded" not in named(docket.climb("party"))
    docket = Docket().reported()
    docket.deliberate(disposition(state=None))
    assert "SignOffForwarded" not in named(docket.approve("party"))


def test_a_person_is_decided_once_both_tracks_are() -> None:
    """§1.16: two bodies decide, the result is matched."""
    docket = Docket().reported()
    docket.deliberate()
    assert "PersonDecided" not in named(docket.climb("party"))
    assert "PersonDecided" in named(docket.climb("state"))


def test_what_one_body_returns_is_asked_of_nobody_until_deliberated_anew() -> None:
    docket = Docket().reported()
    docket.deliberate()
    told = docket.approve("state", opinion="return")
    assert named(told) == ["ApprovalGiven", "ApprovalWithdrawn"]
    assert docket.state.open_persons == (WHO,)
    assert [(rule, owner) for rule, owner, _ in docket.owed()] == [
        ("decision", "sg-education"),
        ("deliberation-anew", "adjudication"),
    ]
    assert docket.due("deliberation-anew") == datetime.date(2026, 3, 16)
    with pytest.raises(errors.NoSuchSanction):
        docket.do(
            "party-secretary",
            "give_approval",
            commands.GiveApproval(person=WHO, track="party", opinion="agree", meeting=agreed()),
        )
    docket.deliberate(disposition(party="serious_warning"))
    assert "deliberation-anew" not in [rule for rule, _, _ in docket.owed()]
    docket.climb("party")
    docket.climb("state")
    assert docket.state.stage == "decided"


def test_no_body_decides_in_a_case_that_was_withdrawn() -> None:
    docket = Docket().reported()
    docket.deliberate(disposition(state=None))
    withdraw = commands.Withdraw(document="撤1", reason="不成立", approved_by=person("head"))
    docket.do("keeper", "withdraw", withdraw)
    with pytest.raises(WrongState):
        docket.approve("party")
    assert [rule for rule, _, _ in docket.owed()] == ["withdrawal-report"]


def test_what_was_decided_on_one_track_stands_when_the_other_is_returned() -> None:
    docket = Docket().reported()
    docket.deliberate()
    docket.climb("party")
    docket.approve("state", opinion="return")
    with pytest.raises(InvalidField):
        docket.deliberate(disposition(party="serious_warning", state="warning"))
    docket.deliberate(disposition(party="warning", state="warning"))
    docket.climb("state")
    assert docket.state.stage == "decided"


@pytest.mark.parametrize(
    "meeting",
    [
        agreed(7, 1, 1),
        agreed(7, 3, 3),
        agreed(7, 8, 8),
        agreed(7, 6, 3),
        agreed(7, 4, 5),
        Meeting(document="独批", entitled=1, present=1, in_favour=1),
    ],
)
def test_a_sanction_is_never_decided_by_one_person_or_a_minority(meeting: Meeting) -> None:
    """PS 5; PGR 3."""
    docket = Docket().reported()
    docket.deliberate()
    give = commands.GiveApproval(person=WHO, track="party", opinion="agree", meeting=meeting)
    with pytest.raises(errors.NotCollective):
        docket.do("party-secretary", "give_approval", give)


def test_only_the_body_whose_turn_it_is_and_nobody_who_handled_it() -> None:
    docket = Docket().reported()
    docket.deliberate()
    give = commands.GiveApproval(person=WHO, track="party", opinion="agree", meeting=agreed())
    with pytest.raises(errors.NotTheBody):
        docket.do("judge", "give_approval", give)
    with pytest.raises(NotFound):
        docket.do("health", "give_approval", give)
    docket.approve("state")
    own = commands.GiveApproval(person=WHO, track="state", opinion="agree", meeting=agreed())
    with pytest.raises(errors.HandlerMayNotJudge):
        docket.do("wang", "give_approval", own)
    docket.do("deputy", "give_approval", own)


@pytest.mark.parametrize(
    "asked", [{"party": "warning", "state": None}, {"party": None, "state": "demerit"}]
)
@pytest.mark.parametrize(
    ("decided", "due"),
    [
        (datetime.date(2026, 3, 2), datetime.date(2026, 4, 2)),
        (datetime.date(2026, 1, 31), datetime.date(2026, 2, 28)),
        (datetime.date(2026, 4, 9), datetime.date(2026, 5, 9)),
        (datetime.date(2026, 4, 10), datetime.date(2026, 5, 11)),
    ],
)
def test_served_within_a_month_then_executed_within_a_month(
    decided: datetime.date, due: datetime.date, asked: dict[str, Any]
) -> None:
    """R 233; R 326-327, row 13: month end, make-up Saturday, Sunday; each track by its own rule."""
    docket = Docket(decided).decided(disposition(**asked))
    (track,) = (name for name, sanction in asked.items() if sanction is not None)
    assert docket.due(f"{track}-service") == due
    docket.do("wang", "serve_decision", serve(track))
    assert docket.due(f"{track}-execution") == due
    told = docket.do("party-secretary", "report_execution", execute(track))
    (done,) = [each for each in told if isinstance(each, Fulfilled)]
    assert (done.owner, done.late_working_days) == ("pg-education", 0)


def test_execution_is_extended_by_approval_and_each_track_runs_by_itself() -> None:
    docket = Docket().decided()
    docket.do("wang", "serve_decision", serve("party"))
    docket.leap_to(2026, 3, 10)
    docket.do("wang", "serve_decision", serve("state"))
    dues = sorted(due for rule, _, due in docket.owed() if rule.endswith("-execution"))
    assert dues == [datetime.date(2026, 4, 2), datetime.date(2026, 4, 10)]
    owed = next(
        each
        for each in docket.world.stream(docket.case).obligations.values()
        if each.arisen.rule == "party-execution" and each.due == dues[0]
    )
    extend = obligations.Extend(
        obligation=owed.id,
        by="5 months",
        reason="办理手续",
        document="批1",
        approved_by=person("deputy"),
    )
    docket.do("head", "obligation.extend", extend)
    assert sorted(due for rule, _, due in docket.owed() if rule.endswith("-execution")) == [
        datetime.date(2026, 4, 10),
        datetime.date(2026, 9, 2),
    ]


def test_a_party_group_learns_of_the_decision_when_it_is_served() -> None:
    """PGR 4: it knows what it is asked; the file it never sees."""
    docket = Docket().decided(disposition(state=None))
    circles = docket.world.stream(docket.case).circles
    assert PartyId("pg-education") not in circles["case"]
    assert "case_decision:pg-education" not in circles
    with pytest.raises(WrongState):
        docket.do("party-secretary", "report_execution", execute())
    docket.do("wang", "serve_decision", serve())
    after = docket.world.stream(docket.case).circles
    assert after["case_decision:pg-education"] == {"sg-education", "pg-education"}
    assert PartyId("pg-education") not in docket.world.stream(docket.case).insiders
    with pytest.raises(WrongState):
        docket.do("wang", "serve_decision", serve())
    with pytest.raises(NotAuthorised):
        docket.do("wang", "report_execution", execute())


@pytest.mark.parametrize(
    ("ordered", "due"),
    [
        (datetime.date(2026, 3, 2), datetime.date(2026, 4, 2)),
        (datetime.date(2026, 1, 31), datetime.date(2026, 2, 28)),
        (datetime.date(2026, 4, 9), datetime.date(2026, 5, 9)),
        (datetime.date(2026, 4, 10), datetime.date(2026, 5, 11)),
    ],
)
def test_money_comes_in_within_a_month_to_the_last_fen(
    ordered: datetime.date, due: datetime.date
) -> None:
    """R 240; R 326-327, row 14."""
    docket = Docket(ordered).decided(disposition(state=None))
    order = commands.OrderRecovery(person=WHO, kind="recovered", amount=3_500_001, document="追1")
    docket.do("wang", "order_recovery", order)
    assert docket.due("recovery") == due
    paid = commands.RecordRecovery(recovery=1, amount=3_500_000, receipt="票1")
    assert named(docket.do("wang", "record_recovery", paid)) == ["RecoveryRecorded"]
    with pytest.raises(InvalidField):
        docket.do("wang", "record_recovery", paid)
    last = commands.RecordRecovery(recovery=1, amount=1, receipt="票2")
    told = named(docket.do("wang", "record_recovery", last))
    assert told == ["RecoveryRecorded", "RecoveryCompleted"]
    assert "recovery" not in [rule for rule, _, _ in docket.owed()]


def test_a_case_is_archived_once_everything_is_carried_out() -> None:
    docket = Docket().decided(disposition(state=None))
    archive = commands.Archive(volumes=3, document="卷1")
    docket.do(
        "wang",
        "order_recovery",
        commands.OrderRecovery(person=WHO, kind="confiscated", amount=100, document="没1"),
    )
    docket.do("wang", "serve_decision", serve())
    docket.do("party-secretary", "report_execution", execute())
    with pytest.raises(WrongState):
        docket.do("wang", "archive", archive)
    docket.do(
        "wang", "record_recovery", commands.RecordRecovery(recovery=1, amount=100, receipt="1")
    )
    docket.do("wang", "archive", archive)
    assert (docket.state.stage, docket.owed()) == ("archived", [])


def test_whom_it_was_decided_for_goes_to_the_procuratorate_once() -> None:
    docket = Docket().decided(disposition(state=None, four_forms=4, procuratorate=True))
    over = commands.TransferToProcuratorate(person=WHO, document="移诉1")
    docket.do("wang", "transfer_to_procuratorate", over)
    with pytest.raises(WrongState):
        docket.do("wang", "transfer_to_procuratorate", over)
    other = Docket().decided(disposition(state=None))
    with pytest.raises(WrongState):
        other.do("wang", "transfer_to_procuratorate", over)


def test_a_slip_is_corrected_and_what_needs_another_approval_is_not_a_slip() -> None:
    """DOMAIN.md §1.12."""
    docket = Docket().decided(disposition(state=None))
    light = commands.CorrectSanction(person=WHO, track="party", sanction="serious_warning", **RIGHT)
    (told,) = docket.do("keeper", "correct_sanction", light)
    assert isinstance(told, events.SanctionCorrected)
    assert (told.former, told.sanction) == ("warning", "serious_warning")
    heavy = commands.CorrectSanction(
        person=WHO, track="party", sanction="expulsion_from_party", **RIGHT
    )
    with pytest.raises(errors.OtherChain):
        docket.do("keeper", "correct_sanction", heavy)
    with pytest.raises(NotAuthorised):
        docket.do("wang", "correct_sanction", heavy)


def test_an_annulled_sanction_owes_nothing_and_keeps_its_number() -> None:
    docket = Docket().decided(disposition(state=None))
    annul = commands.AnnulSanction(person=WHO, track="party", **RIGHT)
    docket.do("keeper", "annul_sanction", annul)
    assert [rule for rule, _, _ in docket.owed()] == ["archive"]
    with pytest.raises(errors.NoSuchSanction):
        docket.do("wang", "serve_decision", serve())
    number = docket.world.jurisdiction.next_number(PartyId("pg-education"), "sanction", 2026)
    assert number.serial == 2


def test_two_persons_are_decided_each_by_their_own_posts() -> None:
    persons = (respondent("zhang"), respondent("qian"))
    nothing = disposition("qian", result="no_sanction", party=None, state=None, four_forms=1)
    docket = Docket().decided(disposition(state=None), nothing, persons=persons)
    assert docket.state.stage == "decided"
    assert [each.stage for each in docket.state.persons] == ["decided", "decided"]
