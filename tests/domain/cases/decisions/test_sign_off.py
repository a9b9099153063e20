"""三级把关 (mechanism 7): handler first, then the head, then the group meeting as a body."""

import datetime
from typing import Any

import pytest

from domain.cases import commands, errors, events
from domain.cases.values import MeetingCorrection, MemberAbsence
from domain.errors import InvalidField, NotAuthorised, NotFound, WrongState
from domain.ids import PartyId
from domain.obligations.events import Escalated
from tests.domain.cases.city import person
from tests.domain.cases.docket import (
    GROUP,
    MATERIALS,
    Docket,
    arisen,
    disposition,
    meeting,
    named,
    views,
)

STATEMENT = commands.OpenSignOff(matters=("filing",), statement="事实清楚")
FILE = commands.File(document="立1", decision="决定立案")


def review(sheet: int = 1, opinion: str = "agree") -> commands.ReviewSignOff:
    return commands.ReviewSignOff(sheet=sheet, opinion=opinion, text="意见")  # type: ignore[arg-type]


def test_the_three_levels_in_order_and_what_each_owes() -> None:
    docket = Docket().opened()
    assert arisen(docket.do("wang", "open_sign_off", STATEMENT)) == [
        ("head-review", "sg-education")
    ]
    with pytest.raises(InvalidField):
        docket.do("head", "hold_group_meeting", meeting(1))
    assert arisen(docket.do("head", "review_sign_off", review())) == [
        ("group-meeting", "sg-education")
    ]
    told = docket.do("head", "hold_group_meeting", meeting(1))
    (held,) = [each for each in told if isinstance(each, events.GroupMeetingHeld)]
    assert (held.agreed, held.entitled, len(held.views)) == (True, 6, 6)
    docket.do("wang", "file", FILE)
    assert docket.state.sheets[0].used == ("filing",)


def test_nothing_is_filed_proposed_or_sent_without_it() -> None:
    docket = Docket().opened()
    with pytest.raises(errors.NotSignedOff):
        docket.do("wang", "file", FILE)
    docket = Docket().filed()
    docket.show("zhang")
    proposal = commands.ProposeSanctions(dispositions=(disposition(),), text="建议")
    with pytest.raises(errors.NotSignedOff):
        docket.do("wang", "propose_sanctions", proposal)
    docket.sign_off("sanction")
    docket.do("wang", "propose_sanctions", proposal)
    with pytest.raises(errors.NotSignedOff):
        docket.do("wang", "send", commands.Send(to=PartyId("adjudication"), materials=MATERIALS))


def test_a_sheet_serves_once() -> None:
    """Returned as incomplete, the sending is signed off anew."""
    docket = Docket().sent()
    docket.do("judge", "return_incomplete", commands.ReturnIncomplete(reason="缺见面材料"))
    send = commands.Send(to=PartyId("adjudication"), materials=MATERIALS)
    with pytest.raises(errors.NotSignedOff):
        docket.do("wang", "send", send)
    docket.sign_off("sending")
    docket.do("wang", "send", send)
    assert docket.state.stage == "sent"


def test_the_head_reviews_and_never_a_handler() -> None:
    docket = Docket().opened()
    docket.do("wang", "open_sign_off", STATEMENT)
    with pytest.raises(NotAuthorised):
        docket.do("li", "review_sign_off", review())
    team = commands.AssignHandlers(
        handlers=(person("wang"), person("head")), keeper=person("keeper"), reason="人手"
    )
    docket.do("keeper", "assign_handlers", team)
    with pytest.raises(NotAuthorised):
        docket.do("head", "review_sign_off", review())
    docket.do("deputy", "review_sign_off", review())
    assert docket.state.sheets[0].status == "reviewed"


def handled_by_its_heads() -> Docket:
    """Head and deputy handle the case themselves: neither may review it."""
    docket = Docket().opened()
    team = commands.AssignHandlers(
        handlers=(person("head"), person("deputy")), keeper=person("keeper"), reason="人手"
    )
    docket.do("keeper", "assign_handlers", team)
    return docket


def test_in_a_small_group_the_substitute_reviews() -> None:
    """DOMAIN.md §1.13: where the guards leave nobody, the scheme names who stands in."""
    docket = handled_by_its_heads()
    assert arisen(docket.do("head", "open_sign_off", STATEMENT)) == [("head-review", "office-1")]
    circle = docket.world.stream(docket.case).circles["case_sign_off:1"]
    assert circle == {"sg-education", "office-1"}
    docket.do("office-head", "review_sign_off", review())
    assert docket.state.sheets[0].status == "reviewed"


def test_where_nobody_may_review_it_is_stuck_and_never_bypassed() -> None:
    docket = handled_by_its_heads()
    asked = commands.DeclareRecusal(person=person("office-head"), ground="interest", reason="利")
    docket.do("keeper", "declare_recusal", asked)
    told = docket.do("head", "open_sign_off", STATEMENT)
    assert arisen(told) == [("sheet-stuck", "sg-education")]
    assert docket.state.sheets[0].reviewer is None
    with pytest.raises(WrongState):
        docket.do("deputy", "review_sign_off", review())


def again(docket: Docket) -> list[tuple[str, str, datetime.date]]:
    """What is owed of sheets that did not open the way: rule, owner, due date."""
    return [each for each in docket.owed() if each[0].startswith("sheet-")]


def test_what_the_head_returns_goes_no_further_and_is_opened_anew() -> None:
    """Five working days from Monday, 2 March; the next sheet for the matter ends it."""
    docket = Docket().opened()
    docket.do("wang", "open_sign_off", STATEMENT)
    told = docket.do("head", "review_sign_off", review(opinion="return"))
    assert arisen(told) == [("sheet-again", "sg-education")]
    assert again(docket) == [("sheet-again", "sg-education", datetime.date(2026, 3, 9))]
    with pytest.raises(InvalidField):
        docket.do("head", "hold_group_meeting", meeting(1))
    docket.do("wang", "open_sign_off", STATEMENT)
    assert again(docket) == []


def test_what_comes_back_late_is_told_to_case_supervision() -> None:
    docket = Docket().opened()
    docket.do("wang", "open_sign_off", STATEMENT)
    docket.do("head", "review_sign_off", review(opinion="return"))
    docket.pass_to(2026, 3, 17)
    told = [told.event for told in docket.world.told if isinstance(told.event, Escalated)]
    assert [(each.owner, each.to) for each in told] == [("sg-education", "cs")]


def test_a_sheet_for_another_matter_is_not_the_one_owed() -> None:
    """And once the case is sent without it, it is owed no longer."""
    docket = Docket().proposed()
    for matter in ("sanction", "sending"):
        opened = commands.OpenSignOff(matters=(matter,), statement="补充")
        docket.do("wang", "open_sign_off", opened)
        if matter == "sanction":
            docket.do("head", "review_sign_off", review(3, "return"))
    assert [rule for rule, _, _ in again(docket)] == ["sheet-again"]
    docket.do("wang", "send", commands.Send(to=PartyId("adjudication"), materials=MATERIALS))
    assert again(docket) == []


def test_what_a_correction_turns_is_owed_or_owed_no_longer() -> None:
    """Voted down by half, agreed to by the record put right, and voted down after all."""
    docket = Docket().opened()
    docket.sign_off("filing", against=("li", "zhao", "deputy"))
    assert again(docket) == [("sheet-voted-down", "sg-education", datetime.date(2026, 3, 16))]
    docket.do("keeper", "correct", mended(views=views("li", against=("li",))))
    assert [rule for rule, _, _ in again(docket)] == ["sheet-voted-down"]
    docket.do("keeper", "correct", mended(views=views("zhao")))
    assert again(docket) == []
    docket.do("keeper", "correct", mended(views=views("wang", against=("wang",))))
    assert again(docket) == [("sheet-overturned", "sg-education", datetime.date(2026, 3, 16))]
    docket.do("keeper", "correct", mended(views=views("wang")))
    assert again(docket) == []


@pytest.mark.parametrize(
    ("absent", "fits"),
    [(("zhao",), True), (("zhao", "deputy"), True), (("zhao", "deputy", "keeper"), False)],
)
def test_two_thirds_of_the_members_have_to_be_there(absent: tuple[str, ...], fits: bool) -> None:
    """Quorum 2/3 of six: four suffice, three do not."""
    docket = Docket().opened()
    docket.do("wang", "open_sign_off", STATEMENT)
    docket.do("head", "review_sign_off", review())
    if fits:
        docket.do("head", "hold_group_meeting", meeting(1, absent=absent))
        assert docket.state.sheets[0].status == "agreed"
    else:
        with pytest.raises(errors.NoQuorum):
            docket.do("head", "hold_group_meeting", meeting(1, absent=absent))


@pytest.mark.parametrize(
    ("against", "agreed"),
    [(("li",), True), (("li", "zhao"), True), (("li", "zhao", "deputy"), False)],
)
def test_dissent_stays_on_record_and_half_is_not_enough(
    against: tuple[str, ...], agreed: bool
) -> None:
    docket = Docket().opened()
    docket.do("wang", "open_sign_off", STATEMENT)
    docket.do("head", "review_sign_off", review())
    told = docket.do("head", "hold_group_meeting", meeting(1, against=against))
    (held,) = [each for each in told if isinstance(each, events.GroupMeetingHeld)]
    assert held.agreed is agreed
    assert {each.member for each in held.views if each.view == "disagree"} == {
        person(name) for name in against
    }
    if not agreed:
        with pytest.raises(errors.NotSignedOff):
            docket.do("wang", "file", FILE)


def mended(**changes: Any) -> commands.Correct:
    right: dict[str, Any] = {"reason": "记录有误", "approved_by": person("deputy")}
    return commands.Correct(version=1, meeting=MeetingCorrection(sheet=1, **changes), **right)


def test_a_member_puts_their_view_right_until_the_sheet_served() -> None:
    """Three of six agreed; a fourth did too, and the record said otherwise. The old one stays."""
    docket = Docket().opened()
    docket.sign_off("filing", against=("li", "zhao", "deputy"))
    assert docket.state.sheets[0].status == "rejected"
    right = commands.CorrectView(sheet=1, view="agree", reason="本人表示同意")
    with pytest.raises(NotFound):
        docket.do("health-a", "correct_view", right)
    told, _ = docket.do("zhao", "correct_view", right)
    assert isinstance(told, events.GroupMeetingCorrected)
    assert [(each.member, each.stood) for each in told.was] == [(person("zhao"), "disagree")]
    assert (told.agreed, told.approved_by) == (True, None)
    docket.do("wang", "file", FILE)
    with pytest.raises(WrongState):
        docket.do("zhao", "correct_view", right)


def test_who_was_away_gave_no_view_to_correct() -> None:
    docket = Docket().opened()
    docket.do("wang", "open_sign_off", STATEMENT)
    docket.do("head", "review_sign_off", review())
    docket.do("head", "hold_group_meeting", meeting(1, absent=("zhao",)))
    with pytest.raises(NotAuthorised):
        docket.do("zhao", "correct_view", commands.CorrectView(sheet=1, view="agree", reason="误"))


def test_a_sheet_that_served_is_corrected_with_approval_and_stays_agreed_to() -> None:
    """Six agreed, as it was entered; whoever keeps the case has it put right, as long as it stands."""
    docket = Docket().filed()
    told = docket.do("keeper", "correct", mended(views=views("li", against=("li",))))
    assert named(told) == ["Corrected", "GroupMeetingCorrected"]
    stood = {each.member: each.stood for each in docket.state.sheets[0].stood}
    assert stood == dict.fromkeys(map(person, GROUP), "agree") | {person("li"): "disagree"}
    fewer = views("zhao", "wang", against=("zhao", "wang"))
    with pytest.raises(errors.SheetServed):
        docket.do("keeper", "correct", mended(views=fewer))


def test_fewer_there_than_the_quorum_and_the_meeting_was_none() -> None:
    docket = Docket().opened()
    docket.sign_off("filing")
    away = tuple(MemberAbsence(member=person(name), reason="出差") for name in GROUP[3:])
    docket.do("keeper", "correct", mended(absent=away))
    assert docket.state.sheets[0].status == "rejected"
    with pytest.raises(errors.NotSignedOff):
        docket.do("wang", "file", FILE)
    docket.do("keeper", "correct", mended(views=views("wang")))
    docket.do("wang", "file", FILE)


@pytest.mark.parametrize(
    "wrong",
    [
        {},
        {"views": views("health-a")},
        {"views": views("li", "li")},
        {"views": views("li"), "absent": (MemberAbsence(member=person("li"), reason="差"),)},
    ],
)
def test_a_correction_names_members_of_the_meeting_once(wrong: dict[str, Any]) -> None:
    docket = Docket().filed()
    with pytest.raises(InvalidField):
        docket.do("keeper", "correct", mended(**wrong))


@pytest.mark.parametrize(
    "present", [GROUP[:-1], (*GROUP, "health-a"), ("head", "head", *GROUP[2:])]
)
def test_attendance_reconciles_with_who_is_a_member(present: tuple[str, ...]) -> None:
    docket = Docket().opened()
    docket.do("wang", "open_sign_off", STATEMENT)
    docket.do("head", "review_sign_off", review())
    wrong = commands.HoldGroupMeeting(sheet=1, views=views(*present), conclusion="同意")
    with pytest.raises(errors.AttendanceWrong):
        docket.do("head", "hold_group_meeting", wrong)


def test_whoever_keeps_out_of_the_case_is_no_member_of_its_meeting() -> None:
    docket = Docket().opened()
    asked = commands.DeclareRecusal(person=person("zhao"), ground="interest", reason="利害关系")
    docket.do("li", "declare_recusal", asked)
    docket.do("wang", "open_sign_off", STATEMENT)
    docket.do("head", "review_sign_off", review())
    with pytest.raises(errors.AttendanceWrong):
        docket.do("head", "hold_group_meeting", meeting(1))
    present = [name for name in GROUP if name != "zhao"]
    docket.do(
        "head",
        "hold_group_meeting",
        commands.HoldGroupMeeting(sheet=1, views=views(*present), conclusion="同意"),
    )
    assert docket.state.sheets[0].status == "agreed"


def test_what_is_signed_off_fits_where_the_case_stands() -> None:
    docket = Docket().opened()
    with pytest.raises(InvalidField):
        docket.do(
            "wang", "open_sign_off", commands.OpenSignOff(matters=("sending",), statement="实")
        )
    docket = Docket().filed()
    with pytest.raises(InvalidField):
        docket.do("wang", "open_sign_off", STATEMENT)


def test_the_sheet_goes_with_the_case_to_case_supervision_and_adjudication() -> None:
    docket = Docket().sent()
    circles = docket.world.stream(docket.case).circles
    assert circles["case_sign_off:2"] == {"sg-education", "adjudication", "cs"}
    assert docket.due("acceptance") == datetime.date(2026, 3, 9)
    before = Docket().proposed()
    assert before.world.stream(before.case).circles["case_sign_off:1"] == {"sg-education"}
