"""What duty matrices allow and refuse: given what happened, an action, then events or a refusal."""

import datetime

from domain.duty_matrices import commands, errors, events
from domain.errors import InvalidField, NotAuthorised, NotFound, WrongState
from domain.obligations.events import Fulfilled, Withdrawn
from tests.domain.duty_matrices.desk import (
    AUDIT,
    EDUCATION,
    Desk,
    annul,
    confirmed,
    correct,
    item,
    open_,
    opened,
    record,
    revise,
    shared,
)
from tests.domain.small import COMMISSION, EDUCATION_GROUP, HEALTH_GROUP, OFFICE


def test_the_commission_or_an_office_of_it_keeps_a_matrix() -> None:
    """厘清职责 (mechanism 20): never a party that has a duty in it."""
    Desk().refuses(NotAuthorised, EDUCATION_GROUP, "open", open_())
    Desk().refuses(InvalidField, OFFICE, "open", open_(datetime.date(2026, 1, 4)))
    for keeper in (OFFICE, COMMISSION):
        (told,) = Desk().act(keeper, "open", open_())
        assert set(told.concerns.parties) == {keeper, COMMISSION}


def test_whatever_nobody_has_is_a_hole() -> None:
    """职责空白: each duty without a unit, each item without a group."""
    desk = opened()
    assert set(desk.state.holes) == {"duty:1", "duty:2", "item:1"}
    desk.act(OFFICE, "assign", commands.Assign(duty=1, unit=EDUCATION))
    desk.act(OFFICE, "supervise", commands.Supervise(item=1, group=EDUCATION_GROUP))
    assert set(desk.state.holes) == {"duty:2"}
    desk.act(OFFICE, "add_duty", commands.AddDuty(item=1, title="抽检"))
    assert set(desk.state.holes) == {"duty:2", "duty:3"}


def test_units_do_and_groups_supervise() -> None:
    """«两个责任»: the principal responsibility is a unit's, that of supervision a stationed group's."""
    desk = opened()
    to_group = commands.Assign(duty=1, unit=EDUCATION_GROUP)
    desk.refuses(errors.NotAUnit, OFFICE, "assign", to_group)
    to_unit = commands.Supervise(item=1, group=EDUCATION)
    desk.refuses(errors.NotAGroup, OFFICE, "supervise", to_unit)
    nowhere = commands.Assign(duty=9, unit=EDUCATION)
    desk.refuses(errors.NotInTheMatrix, OFFICE, "assign", nowhere)
    once = commands.Assign(duty=1, unit=EDUCATION)
    desk.act(OFFICE, "assign", once)
    desk.refuses(errors.HeldAlready, OFFICE, "assign", once)
    desk.refuses(errors.NotTheKeeperOfTheMatrix, EDUCATION, "add_item", item())


def test_each_party_confirms_its_own_share_and_owes_a_result() -> None:
    """Asked, then confirmed by whoever it was asked of; the result is due as the matrix says."""
    desk = shared()
    assert desk.owed_by_whom() == {
        ("confirmation", "1"): EDUCATION,
        ("confirmation", "2"): AUDIT,
        ("confirmation", "3"): EDUCATION_GROUP,
    }
    desk.refuses(errors.NotYourShare, AUDIT, "confirm", commands.Confirm(share=1))
    desk.refuses(NotFound, HEALTH_GROUP, "confirm", commands.Confirm(share=3))
    desk.world.pass_to(datetime.date(2026, 1, 13))
    told = desk.act(EDUCATION, "confirm", commands.Confirm(share=1))
    assert [each.late_working_days for each in told if isinstance(each, Fulfilled)] == [1]
    assert desk.owed_by_whom()[("result", "1")] == EDUCATION
    desk.refuses(WrongState, EDUCATION, "confirm", commands.Confirm(share=1))
    desk.refuses(WrongState, EDUCATION, "dispute", commands.Dispute(share=1, reason="否"))


def test_a_dispute_is_settled_by_the_keeper_once() -> None:
    """What is disputed is a hole until it is upheld or goes to another."""
    desk = shared()
    desk.act(AUDIT, "dispute", commands.Dispute(share=2, reason="不属本单位职能"))
    assert set(desk.state.holes) == {"duty:2"}
    assert desk.owed_by_whom()[("settlement", "2")] == OFFICE
    stays = commands.Uphold(share=2, reason="三定规定列明")
    desk.refuses(errors.NotTheKeeperOfTheMatrix, EDUCATION_GROUP, "uphold", stays)
    desk.act(OFFICE, "uphold", stays)
    desk.refuses(WrongState, AUDIT, "dispute", commands.Dispute(share=2, reason="仍不属"))
    assert desk.owed_by_whom()[("confirmation", "2")] == AUDIT
    desk.act(AUDIT, "confirm", commands.Confirm(share=2))
    assert not set(desk.state.holes)


def test_two_units_with_one_duty_overlap() -> None:
    """职责交叉: given twice, or claimed by another; whoever is relieved owes nothing more."""
    desk = shared()
    desk.act(AUDIT, "claim", commands.Claim(duty=1))
    assert set(desk.state.overlaps) == {"duty:1"}
    assert desk.owed_by_whom()[("settlement", "4")] == OFFICE
    desk.refuses(errors.NotAUnit, EDUCATION_GROUP, "claim", commands.Claim(duty=1))
    desk.refuses(errors.HeldAlready, AUDIT, "claim", commands.Claim(duty=1))
    desk.refuses(WrongState, AUDIT, "confirm", commands.Confirm(share=4))
    told = desk.act(OFFICE, "withdraw", commands.Withdraw(share=1, reason="改由审计局承担"))
    assert [type(each) for each in told] == [events.ShareWithdrawn, Withdrawn]
    assert not set(desk.state.overlaps)
    desk.act(OFFICE, "uphold", commands.Uphold(share=4, reason="已划转"))
    desk.act(AUDIT, "confirm", commands.Confirm(share=4))
    assert desk.state.holders(duty=1) == (AUDIT,)
    assert EDUCATION in desk.state.circle


def test_a_units_result_is_known_to_its_supervisors_and_a_groups_to_no_unit() -> None:
    """Visibility (DOMAIN.md §4): the office linked with a group reads with it, no other group does."""
    desk = confirmed()
    (by_unit, *_) = desk.act(EDUCATION, "record_result", record(1))
    assert set(by_unit.concerns.parties) == {OFFICE, COMMISSION, EDUCATION, EDUCATION_GROUP}
    (by_group, *_) = desk.act(EDUCATION_GROUP, "record_result", record(3))
    assert set(by_group.concerns.parties) == {OFFICE, COMMISSION, EDUCATION_GROUP}
    assert (by_unit.concerns.visibility, by_group.concerns.visibility) == (
        "duty_result:1",
        "duty_result:3",
    )


def test_a_result_is_joined_by_the_group_that_supervises() -> None:
    """Counted apart and together (mechanism 31): the group says that it is its work too, once."""
    desk = confirmed()
    desk.refuses(errors.NotYourShare, AUDIT, "record_result", record(1))
    desk.act(EDUCATION, "record_result", record(1))
    desk.act(EDUCATION_GROUP, "record_result", record(3))
    desk.refuses(errors.NotTheSupervisor, AUDIT, "join_result", commands.JoinResult(result=1))
    own = commands.JoinResult(result=2)
    desk.refuses(errors.NotTheSupervisor, EDUCATION_GROUP, "join_result", own)
    desk.act(EDUCATION_GROUP, "join_result", commands.JoinResult(result=1))
    again = commands.JoinResult(result=1)
    desk.refuses(InvalidField, EDUCATION_GROUP, "join_result", again)
    assert [each.joined for each in desk.state.results] == [(EDUCATION_GROUP,), ()]


def test_a_result_comes_back_and_is_revised() -> None:
    """The keeper sends any back, the supervising group a unit's; a better one is owed from then on."""
    desk = confirmed()
    desk.act(EDUCATION, "record_result", record(1))
    desk.act(EDUCATION_GROUP, "record_result", record(3))
    back = commands.ReturnResult(result=1, reason="与台账不符")
    desk.refuses(errors.NotTheSupervisor, AUDIT, "return_result", back)
    desk.act(EDUCATION_GROUP, "return_result", back)
    assert desk.owed_by_whom()[("better-result", "1")] == EDUCATION
    desk.refuses(WrongState, EDUCATION_GROUP, "join_result", commands.JoinResult(result=1))
    desk.refuses(errors.NotYourShare, EDUCATION_GROUP, "revise_result", revise(1))
    desk.act(EDUCATION, "revise_result", revise(1))
    assert ("better-result", "1") not in desk.owed_by_whom()
    desk.act(OFFICE, "return_result", commands.ReturnResult(result=2, reason="重复"))
    assert desk.owed_by_whom()[("better-result", "2")] == EDUCATION_GROUP


def test_what_has_results_is_not_taken_away() -> None:
    """A share or an item with results stays; without them all are relieved."""
    desk = confirmed()
    gone = commands.RemoveItem(item=1, reason="并入他项")
    desk.act(EDUCATION, "record_result", record(1))
    desk.refuses(errors.ResultsStand, OFFICE, "withdraw", commands.Withdraw(share=1, reason="改"))
    desk.refuses(errors.ResultsStand, OFFICE, "remove_item", gone)
    other = confirmed()
    told = other.act(OFFICE, "remove_item", gone)
    assert sum(isinstance(each, events.ShareWithdrawn) for each in told) == 3
    assert other.owed_by_whom() == {}
    other.refuses(errors.ItemNotPursued, OFFICE, "add_duty", commands.AddDuty(item=1, title="抽检"))
    assert not set(other.state.holes)


def test_a_matrix_is_closed_once_all_is_clear() -> None:
    """Holes, overlaps, open shares and missing or returned results keep it open."""
    desk = confirmed()
    desk.refuses(errors.NotClear, OFFICE, "close", commands.Close())
    for share, party in enumerate((EDUCATION, AUDIT, EDUCATION_GROUP), 1):
        desk.act(party, "record_result", record(share, amount=share - 1))
    desk.act(OFFICE, "add_item", item("路灯管护"))
    desk.refuses(errors.NotClear, OFFICE, "close", commands.Close())
    desk.act(OFFICE, "remove_item", commands.RemoveItem(item=2, reason="不列入"))
    desk.refuses(errors.NotTheKeeperOfTheMatrix, AUDIT, "close", commands.Close())
    desk.act(OFFICE, "close", commands.Close())
    assert desk.owed_by_whom() == {}
    desk.refuses(WrongState, AUDIT, "record_result", record(2))


def test_a_correction_says_what_and_who_approved() -> None:
    """更正 and 作废 with reason and approver (DOMAIN.md §1.12)."""
    desk = shared()
    for right in (correct(), correct(item=1), correct(duty=2)):
        (told,) = desk.act(OFFICE, "correct", right)
        assert isinstance(told, events.Corrected)
    desk.refuses(InvalidField, OFFICE, "correct", correct(item=1, duty=1))
    desk.refuses(errors.NotInTheMatrix, OFFICE, "correct", correct(item=7))
    told_last = desk.act(OFFICE, "annul", annul())
    assert {type(each) for each in told_last} == {events.Annulled, Withdrawn}
    assert desk.owed_by_whom() == {}
    desk.refuses(WrongState, EDUCATION, "confirm", commands.Confirm(share=1))


def test_refusals_explain_themselves() -> None:
    """Each has a code of its own, both languages, and what to do next."""
    assert len({each.code for each in errors.REFUSALS}) == len(errors.REFUSALS)
    assert all(each.next_zh and each.next_en for each in errors.REFUSALS)
