"""What was recorded wrongly is corrected, struck or annulled, with an approval."""

from dataclasses import replace
from typing import Any

import pytest

from domain.campaigns import commands, errors, events
from domain.campaigns.figures import Span, counted
from domain.campaigns.state import Campaign
from domain.errors import InvalidField, NotAuthorised, WrongState
from domain.ids import PartyId
from domain.obligations.events import Arisen, Fulfilled, Withdrawn
from domain.worklist import NoSuchEntry
from tests.domain.campaigns.given import (
    CHIEF,
    DUE,
    EDUCATION,
    VOUCHER,
    Desk,
    asked,
    found,
    guarantee,
    item,
)
from tests.domain.small import (
    EDUCATION_GROUP,
    HEALTH_GROUP,
    OFFICE,
    person,
)

WHY: dict[str, Any] = {"reason": "误录", "approved_by": CHIEF}
AUDIT = PartyId("audit")
OTHERS = item("livelihood", clause=None, unit=AUDIT)


def test_a_correction_says_what_and_who_approved() -> None:
    """更正 (DOMAIN.md §1.12): the list follows; another unit only while nothing was found."""
    desk = found()
    why: dict[str, Any] = {"reason": "误", "approved_by": CHIEF}
    desk.refuses(InvalidField, OFFICE, "correct", commands.Correct(**why))
    desk.refuses(InvalidField, OFFICE, "correct", commands.Correct(**why, object=1))
    right = commands.Correct(**why, title="投资担保整治", object=1, line=guarantee(3))
    told = desk.act(OFFICE, "correct", right)
    assert [type(each) for each in told] == [events.Corrected, events.ObjectCorrected]
    assert desk.state.objects[1].line.amount == 3
    moved = commands.Correct(**why, object=1, line=guarantee(unit=PartyId("pg-education")))
    desk.refuses(errors.FindingsAttached, OFFICE, "correct", moved)


def test_who_approves_a_correction_leads_the_party() -> None:
    """Not the one who acts, nor a clerk."""
    desk = found()
    own = commands.Correct(reason="误", approved_by=person("office-head"), title="题")
    desk.refuses(InvalidField, OFFICE, "correct", own)


def test_an_object_that_does_not_belong_is_struck_and_not_counted() -> None:
    """Its number stays; on one with findings they are annulled first."""
    desk = found()
    strike: dict[str, Any] = {"reason": "重复", "approved_by": CHIEF}
    desk.refuses(
        errors.FindingsAttached, OFFICE, "strike_object", commands.StrikeObject(object=1, **strike)
    )
    told = desk.act(OFFICE, "strike_object", commands.StrikeObject(object=2, **strike))
    assert {type(each) for each in told} == {
        events.ObjectStruck,
        events.AssignmentWithdrawn,
        Withdrawn,
    }
    annul = commands.AnnulFinding(finding=1, **strike)
    desk.refuses(errors.NotYourObject, HEALTH_GROUP, "annul_finding", annul)
    desk.act(EDUCATION_GROUP, "annul_finding", annul)
    assert (EDUCATION_GROUP, "settling") not in desk.owed
    desk.act(OFFICE, "strike_object", commands.StrikeObject(object=1, **strike))
    assert desk.state.counted == ()


def engaged() -> Desk:
    """A unit of two objects is to check itself on each; the group screens them."""
    desk = Desk(item("livelihood", clause=None), item("livelihood", clause=None))
    desk.assign(EDUCATION_GROUP, 1, 2)
    task = commands.Engage(unit=EDUCATION, objects=(1, 2), task="自查", due=DUE)
    told = desk.act(OFFICE, "engage", task)
    assert [each.object for each in told if isinstance(each, events.UnitEngaged)] == [1, 2]
    return desk


MEASURE = commands.RecordMeasure(object=1, kind="self_check", text="已自查")


def test_a_unit_owes_what_is_its_own_on_each_object() -> None:
    """Done on one, it is owed on the other; taken back, or struck off, on none."""
    desk = engaged()
    desk.act(EDUCATION, "record_measure", MEASURE)
    assert (EDUCATION, "unit-duty") in desk.owed
    for key in (1, 2):
        desk.screen(EDUCATION_GROUP, key)
    close = commands.Close(summary="……", look_back_on=DUE)
    desk.refuses(errors.DutiesUndone, OFFICE, "close", close)
    back = commands.WithdrawDuty(object=2, **WHY)
    desk.refuses(errors.NotTheOrganiser, EDUCATION_GROUP, "withdraw_duty", back)
    told = desk.act(OFFICE, "withdraw_duty", back)
    assert {type(each) for each in told} == {events.DutyWithdrawn, Withdrawn}
    desk.refuses(WrongState, OFFICE, "withdraw_duty", back)
    desk.act(OFFICE, "close", close)
    struck = engaged()
    struck.act(OFFICE, "strike_object", commands.StrikeObject(object=1, **WHY))
    struck.act(EDUCATION, "record_measure", replace(MEASURE, object=2))
    assert (EDUCATION, "unit-duty") not in struck.owed


def test_another_unit_takes_an_object_over_while_nothing_was_done() -> None:
    """What the one before was told is taken back; with a measure on it, it stays with its unit."""
    desk = engaged()
    moved = commands.Correct(object=1, line=item("livelihood", clause=None, unit=AUDIT), **WHY)
    desk.act(EDUCATION, "record_measure", MEASURE)
    desk.refuses(errors.MeasuresAttached, OFFICE, "correct", moved)
    desk.act(EDUCATION, "annul_measure", commands.AnnulMeasure(measure=1, **WHY))
    told = desk.act(OFFICE, "correct", moved)
    assert [type(each) for each in told] == [
        events.DutyWithdrawn,
        Withdrawn,
        events.ObjectCorrected,
    ]


def test_a_measure_annulled_is_owed_again_by_the_day_it_had() -> None:
    """By who recorded it only, and unless another was done as well."""
    desk = engaged()
    annul = commands.AnnulMeasure(measure=1, **WHY)
    desk.refuses(NoSuchEntry, EDUCATION, "annul_measure", annul)
    desk.act(EDUCATION, "record_measure", MEASURE)
    desk.act(EDUCATION, "record_measure", MEASURE)
    desk.refuses(errors.NotYourRecord, EDUCATION_GROUP, "annul_measure", annul)
    assert [type(each) for each in desk.act(EDUCATION, "annul_measure", annul)] == [
        events.MeasureAnnulled
    ]
    desk.refuses(WrongState, EDUCATION, "annul_measure", annul)
    told = desk.act(EDUCATION, "annul_measure", replace(annul, measure=2))
    (again,) = (each for each in told if isinstance(each, Arisen))
    assert (again.owner, again.due) == (EDUCATION, DUE)
    assert [each.object for each in desk.state.undone] == [1, 2]


def test_a_measure_recorded_on_the_wrong_object_counts_on_the_right_one() -> None:
    """Kept there, owed again here; not on another unit's, and what changes nothing is refused."""
    desk = engaged()
    desk.act(OFFICE, "list_objects", commands.ListObjects(objects=(OTHERS,), reason="漏列"))
    desk.act(EDUCATION, "record_measure", MEASURE)
    right = commands.CorrectMeasure(measure=1, object=2, **WHY)
    desk.refuses(InvalidField, EDUCATION, "correct_measure", replace(right, object=None))
    desk.refuses(errors.NotYourObject, EDUCATION, "correct_measure", replace(right, object=3))
    told = desk.act(EDUCATION, "correct_measure", right)
    assert [type(each) for each in told] == [
        events.MeasureCorrected,
        events.DutyMet,
        Fulfilled,
        events.DutyReopened,
        Arisen,
    ]
    assert [each.object for each in desk.state.undone] == [1]


def test_what_was_done_before_keeps_no_duty_that_comes_later() -> None:
    """Told a second time, the unit does it a second time."""
    desk = engaged()
    desk.act(EDUCATION, "record_measure", MEASURE)
    desk.act(OFFICE, "engage", commands.Engage(unit=EDUCATION, objects=(1,), task="复查", due=DUE))
    told = desk.act(
        EDUCATION, "correct_measure", commands.CorrectMeasure(measure=1, kind="talk", **WHY)
    )
    assert [type(each) for each in told] == [events.MeasureCorrected]
    assert [each.task for each in desk.state.undone] == ["自查", "复查"]


def test_money_that_came_back_is_corrected_by_who_recorded_it() -> None:
    """更正 of a sum: the total follows, and 0 says that nothing came back."""
    desk = found()
    for amount in (100, 30):
        back = commands.RecordRecovery(finding=1, amount=amount, voucher=VOUCHER)
        desk.act(EDUCATION_GROUP, "record_recovery", back)
    right = commands.CorrectRecovery(finding=1, recovery=1, amount=10, **WHY)
    desk.refuses(errors.NotYourObject, HEALTH_GROUP, "correct_recovery", right)
    for wrong in (replace(right, recovery=3), replace(right, amount=100)):
        desk.refuses(InvalidField, EDUCATION_GROUP, "correct_recovery", wrong)
    desk.act(EDUCATION_GROUP, "correct_recovery", right)
    assert counted(desk.state, Span()).recovered == 40
    desk.act(EDUCATION_GROUP, "correct_recovery", replace(right, recovery=2, amount=0))
    assert counted(desk.state, Span()).recovered == 10


def test_a_new_rule_is_corrected_and_annulled_by_who_told_of_it() -> None:
    """更正、作废 of 建章立制: it counts no more."""
    desk = asked()
    rule = commands.AdoptSystem(unit=EDUCATION, title="担保办法", adopted=desk.world.today)
    desk.act(EDUCATION, "adopt_system", rule)
    right = commands.CorrectSystem(system=1, number="试发〔2026〕3号", **WHY)
    desk.refuses(errors.NotYourRecord, EDUCATION_GROUP, "correct_system", right)
    desk.refuses(InvalidField, EDUCATION, "correct_system", replace(right, number=None))
    (told,) = desk.act(EDUCATION, "correct_system", right)
    assert set(told.concerns.parties) == {OFFICE, EDUCATION, EDUCATION_GROUP, HEALTH_GROUP}
    desk.act(EDUCATION, "annul_system", commands.AnnulSystem(system=1, **WHY))
    assert counted(desk.state, Span()).systems == 0
    desk.refuses(WrongState, EDUCATION, "correct_system", right)


def test_of_an_annulled_campaign_nothing_is_owed() -> None:
    """作废 withdraws what is owed; nothing more is done in it."""
    desk = asked()
    annul = commands.Annul(reason="误录", approved_by=CHIEF)
    told = desk.act(OFFICE, "annul", annul)
    assert {type(each) for each in told} == {events.Annulled, Withdrawn}
    assert desk.owed == set()
    desk.refuses(WrongState, HEALTH_GROUP, "screen", commands.Screen(object=2))


def test_a_person_without_office_does_nothing() -> None:
    """Who acts holds an office in the party."""
    desk = Desk()
    before: Campaign = desk.state
    with pytest.raises(NotAuthorised):
        desk.world.ask(
            "campaign.list_objects",
            desk.stream,
            commands.ListObjects(objects=(guarantee(),)),
            actor=person("health-head"),
            party=OFFICE,
        )
    assert desk.state == before
