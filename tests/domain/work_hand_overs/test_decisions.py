"""How a leaver's work goes to another: given what is in their hands, when somebody acts, then events."""

import datetime
from dataclasses import replace
from typing import Any

import pytest

from domain.cases import events as cases
from domain.errors import InvalidField, NotAuthorised, NotFound, Refusal, WrongState
from domain.handlers import HandlerNotInParty
from domain.ids import CaseTag, StreamId
from domain.leads import commands as leads
from domain.leads.errors import BarredFromLead
from domain.obligations.events import Fulfilled
from domain.work_hand_overs import commands, decisions, errors, events
from domain.worklist import NoSuchEntry
from tests.domain.cases.city import people, person
from tests.domain.cases.docket import named
from tests.domain.desk import refused
from tests.domain.small import stream
from tests.domain.work_hand_overs.desk import Desk

SIGN = commands.Sign()


def refuses(desk: Desk, expected: type[Refusal], *act: Any) -> Refusal:
    with refused(desk.world, expected) as refusal:
        desk.do(*act)
    return refusal.value


def recuse(desk: Desk, lead: StreamId, name: str) -> None:
    """Somebody is said to have to keep out of a lead."""
    declared = leads.DeclareRecusal(
        person=person(name), ground="near_relative", reason="与被反映人系亲属"
    )
    desk.docket.do("head", "lead.declare_recusal", declared, stream=lead)


def test_the_list_is_numbered_counted_and_tagged() -> None:
    """Each item with its stream, its family, and what of it is in the leaver's hands (R 203)."""
    desk = Desk()
    told = desk.do("head", "draw_up", desk.draw_up())
    listed = [each for each in told if isinstance(each, events.ItemListed)]
    assert [(each.item, each.family, each.parts) for each in listed] == [
        (1, "lead", ("handler",)),
        (2, "lead", ("handler",)),
        (3, "case", ("handler",)),
    ]
    tags = [each.case for each in desk.world.told if isinstance(each.event, events.ItemListed)]
    assert tags == [CaseTag(each) for each in (*desk.leads, desk.case)]
    assert (desk.state.number.kind, desk.state.number.serial) == ("work_hand_over", 1)
    assert desk.owed == {"leaver-signature", "hand-over"}


def test_both_sign_and_the_work_goes_over_in_the_same_batch() -> None:
    """By each family's own events; the other handler and the keeper stay."""
    desk = Desk().signed()
    told = desk.do("zhao", "sign", SIGN)
    assert [each for each in named(told) if each == "HandlersAssigned"] == ["HandlersAssigned"] * 3
    assert isinstance(told[0], events.TakerSigned)
    for matter in (*desk.leads, desk.case):
        assert desk.handlers(matter) == people("zhao", "li")
    assert desk.world.state(desk.case).keeper == person("keeper")
    assert (desk.state.stage, desk.owed) == ("completed", set())
    changed = [each for each in told if isinstance(each, cases.HandlersAssigned)]
    assert [each.reason for each in changed] == ["工作交接清单〔2026〕1号"]


def test_the_leaver_signs_first_and_nobody_signs_for_them() -> None:
    desk = Desk().drawn_up()
    refuses(desk, WrongState, "zhao", "sign", SIGN)
    refuses(desk, errors.NotASignatory, "li", "sign", SIGN)
    desk.do("wang", "sign", SIGN)
    refuses(desk, WrongState, "wang", "sign", SIGN)


@pytest.mark.parametrize(
    ("changes", "refusal"),
    [
        ({"taker": person("wang")}, InvalidField),
        ({"taker": person("health-a")}, HandlerNotInParty),
        ({"leaver": person("health-a")}, InvalidField),
    ],
)
def test_a_list_has_two_sides_in_one_office(
    changes: dict[str, Any], refusal: type[Refusal]
) -> None:
    desk = Desk()
    refuses(desk, refusal, "head", "draw_up", desk.draw_up(**changes))


def test_only_what_is_in_their_hands_and_one_may_read_is_listed() -> None:
    """Nobody learns by trying what there is (R 299)."""
    desk = Desk()
    lead = desk.leads[0]
    refuses(desk, NotFound, "head", "draw_up", desk.draw_up(stream("lead", "none")))
    refuses(desk, NotFound, "head", "draw_up", desk.draw_up(stream("notice", "none")))
    refuses(desk, InvalidField, "head", "draw_up", desk.draw_up(lead, lead))
    own = desk.draw_up(lead, leaver=person("deputy"))
    refuses(desk, errors.NotInHand, "head", "draw_up", own)
    refuses(desk, NotAuthorised, "li", "draw_up", desk.draw_up())
    assert desk.do("wang", "draw_up", desk.draw_up())
    desk.stream = stream("work_hand_over", "other")
    abroad = desk.draw_up(leaver=person("health-a"), taker=person("health-b"))
    refuses(desk, NotFound, "health", "draw_up", abroad)


def test_who_must_keep_out_does_not_take_over() -> None:
    """SL 67, R 295: refused when the list is drawn up, and again when it is signed."""
    desk = Desk()
    recuse(desk, desk.leads[0], "zhao")
    refusal = refuses(desk, errors.ItemCannotGo, "head", "draw_up", desk.draw_up())
    assert refusal.details["item"] == "1"
    desk.drawn_up(desk.leads[1], desk.case).do("wang", "sign", SIGN)
    recuse(desk, desk.leads[1], "zhao")
    refuses(desk, errors.ItemCannotGo, "zhao", "sign", SIGN)
    desk.do("zhao", "refuse", commands.Refuse(item=1, reason="须回避"))
    desk.do("zhao", "sign", SIGN)
    assert desk.handlers(desk.leads[1]) == people("wang", "li")
    assert desk.handlers(desk.case) == people("zhao", "li")


def test_an_approver_does_not_handle_and_nobody_is_left_alone() -> None:
    """Approver ≠ handler (R 289); two different people handle (R 77)."""
    desk = Desk()
    refuses(desk, errors.ItemCannotGo, "head", "draw_up", desk.draw_up(taker=person("head")))
    refuses(desk, errors.ItemCannotGo, "head", "draw_up", desk.draw_up(taker=person("li")))
    assert desk.do("head", "draw_up", desk.draw_up(taker=person("deputy")))


def test_a_keeper_is_followed_by_another() -> None:
    """The keeper's part goes over too; who approved may keep the register."""
    desk = Desk()
    matters = (*desk.leads, desk.case)
    desk.drawn_up(*matters, leaver=person("keeper"), taker=person("head"))
    desk.do("keeper", "sign", SIGN)
    desk.do("head", "sign", SIGN)
    assert {desk.world.state(each).keeper for each in matters} == {person("head")}
    assert desk.handlers(desk.case) == people("wang", "li")


def test_items_are_taken_back_and_refused_once_with_reason() -> None:
    desk = Desk().drawn_up()
    back = commands.TakeBack(item=2, reason="本周办结")
    refuses(desk, NotAuthorised, "zhao", "take_back", back)
    desk.do("wang", "take_back", back)
    refuses(desk, errors.ItemSettled, "head", "take_back", back)
    refuses(desk, NoSuchEntry, "head", "take_back", replace(back, item=4))
    refuses(desk, errors.NotASignatory, "head", "refuse", commands.Refuse(item=1, reason="缺卷"))
    desk.do("zhao", "refuse", commands.Refuse(item=1, reason="缺卷"))
    desk.do("zhao", "refuse", commands.Refuse(item=3, reason="缺卷"))
    desk.do("wang", "sign", SIGN)
    refuses(desk, WrongState, "zhao", "sign", SIGN)
    assert desk.state.items.totals == {"taken_back": 1, "refused": 2}
    annulment = commands.Annul(reason="清单已无事项", approved_by=person("deputy"))
    desk.do("head", "annul", annulment)
    assert (desk.state.stage, desk.owed) == ("annulled", set())


def test_who_is_kept_out_of_an_item_neither_lists_it_nor_takes_it_back() -> None:
    """Recused: they do nothing with the lead, by its own action or by way of the list (SL 67)."""
    desk = Desk().drawn_up()
    recuse(desk, desk.leads[0], "keeper")
    back = commands.TakeBack(item=1, reason="改由他人")
    refuses(desk, BarredFromLead, "keeper", "take_back", back)
    assert desk.do("head", "take_back", back)
    desk.stream = stream("work_hand_over", "second")
    refuses(desk, BarredFromLead, "keeper", "draw_up", desk.draw_up(desk.leads[0]))


def test_what_is_in_their_hands_no_more_lapses() -> None:
    """Others were assigned meanwhile: nothing is left to hand over."""
    desk = Desk().signed()
    others = leads.AssignHandlers(
        handlers=people("li", "deputy"), keeper=person("keeper"), reason="办案需要"
    )
    desk.docket.do("keeper", "lead.assign_handlers", others, stream=desk.leads[0])
    desk.do("zhao", "sign", SIGN)
    assert desk.state.items.totals == {"lapsed": 1, "handed_over": 2}
    assert desk.handlers(desk.leads[0]) == people("li", "deputy")


def test_a_long_list_goes_over_in_steps(monkeypatch: pytest.MonkeyPatch) -> None:
    """One batch holds so many events only: what is left goes on where it stopped."""
    monkeypatch.setattr(decisions, "AT_ONCE", 2)
    desk = Desk().signed()
    desk.do("zhao", "sign", SIGN)
    assert desk.state.stage == "moving"
    assert desk.handlers(desk.case) == people("wang", "li")
    assert desk.owed == {"hand-over"}
    refuses(desk, NotAuthorised, "li", "go_on", commands.GoOn())
    desk.do("zhao", "go_on", commands.GoOn())
    assert desk.handlers(desk.case) == people("zhao", "li")
    assert (desk.state.stage, desk.owed) == ("completed", set())


def test_what_is_left_of_a_list_can_still_be_taken_back(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(decisions, "AT_ONCE", 2)
    desk = Desk().signed()
    desk.do("zhao", "sign", SIGN)
    annulment = commands.Annul(reason="误", approved_by=person("deputy"))
    refuses(desk, WrongState, "head", "annul", annulment)
    desk.do("head", "take_back", commands.TakeBack(item=3, reason="由移交人带走"))
    assert desk.state.stage == "completed"


def test_a_long_list_stays_below_the_most_events_of_a_batch() -> None:
    """With all that follows from each item."""
    desk = Desk()
    more = [desk.lead(f"more-{number}") for number in range(decisions.AT_ONCE)]
    desk.signed(*more)
    told = desk.do("zhao", "sign", SIGN)
    assert len(told) < 300
    assert desk.state.stage == "completed"


def test_a_signature_on_paper_is_entered_by_one_and_compared_by_another() -> None:
    """Late: the leaver's signature was owed within two working days (DOMAIN.md §1.10)."""
    desk = Desk().drawn_up()
    desk.docket.leap_to(2026, 3, 6)
    paper = commands.EnterSignature(side="leaver", scan="ab" * 32, checked_by=person("deputy"))
    alone = replace(paper, checked_by=person("head"))
    refuses(desk, InvalidField, "head", "enter_signature", alone)
    own = replace(paper, checked_by=person("wang"))
    refuses(desk, InvalidField, "head", "enter_signature", own)
    stranger = replace(paper, checked_by=person("health"))
    refuses(desk, InvalidField, "head", "enter_signature", stranger)
    refuses(desk, NotAuthorised, "li", "enter_signature", paper)
    told = desk.do("head", "enter_signature", paper)
    late = [each.late_working_days for each in told if isinstance(each, Fulfilled)]
    assert late == [2]
    assert desk.do("zhao", "sign", SIGN)


def test_who_cannot_sign_is_excused_by_approval() -> None:
    desk = Desk().drawn_up()
    excuse = commands.ExcuseLeaver(reason="病重", approved_by=person("deputy"))
    refuses(desk, NotAuthorised, "li", "excuse_leaver", excuse)
    desk.do("head", "excuse_leaver", excuse)
    desk.do("zhao", "sign", SIGN)
    assert desk.state.stage == "completed"


def test_a_corrected_day_moves_what_is_owed() -> None:
    desk = Desk().drawn_up()
    nothing = commands.Correct(reason="误", approved_by=person("deputy"))
    refuses(desk, InvalidField, "head", "correct", nothing)
    day = datetime.date(2026, 3, 27)
    desk.do("head", "correct", replace(nothing, last_day=day))
    due = {
        each.due
        for each in desk.world.stream(desk.stream).obligations.values()
        if each.arisen.rule == "hand-over"
    }
    assert due == {day}
