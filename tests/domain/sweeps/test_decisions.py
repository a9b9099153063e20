"""What sweeps allow and refuse: given what happened, when an action, then events or a refusal."""

import datetime
from typing import Any

import pytest

from domain.errors import InvalidField, NotFound, Refusal, WrongState
from domain.obligations.events import Arisen, Fulfilled, Withdrawn
from domain.sweeps import commands, errors, events
from tests.domain.small import (
    CASE_SUPERVISION,
    COMMISSION,
    EDUCATION_GROUP,
    HEALTH_GROUP,
    OFFICE,
    stream,
)
from tests.domain.sweeps.given import (
    ALL_GROUPS,
    CHIEF,
    DUE,
    UNIT,
    Desk,
    convene,
    joint,
    matter,
    of_all,
)

WHY: dict[str, Any] = {"reason": "误", "approved_by": CHIEF}
SUMMARY = commands.Conclude(summary="基建环节较集中")


def test_each_party_asked_owes_its_matters_by_the_day() -> None:
    """A leader has all groups sweep (Wuhu, mechanism 9)."""
    desk = Desk()
    told = desk.act(OFFICE, "convene", convene(**ALL_GROUPS))
    assert [type(each) for each in told if not isinstance(each, Arisen)] == [
        events.Convened,
        events.PartyAsked,
        events.PartyAsked,
    ]
    assert desk.owed == {
        (EDUCATION_GROUP, "hand-in"),
        (HEALTH_GROUP, "hand-in"),
        (OFFICE, "conclusion"),
    }


@pytest.mark.parametrize(
    ("party", "changes", "refusal"),
    [
        (EDUCATION_GROUP, ALL_GROUPS | {"parties": (HEALTH_GROUP,)}, errors.CannotSweep),
        (UNIT, {"parties": (EDUCATION_GROUP,)}, errors.CannotSweep),
        (OFFICE, {}, errors.CannotSweep),
        (HEALTH_GROUP, {}, errors.CannotSweep),
        (OFFICE, ALL_GROUPS | {"parties": (UNIT,)}, errors.CannotSweep),
        (EDUCATION_GROUP, {"parties": (UNIT, UNIT)}, InvalidField),
        (EDUCATION_GROUP, {"due": datetime.date(2026, 1, 4)}, InvalidField),
        (EDUCATION_GROUP, {"ends": datetime.date(2024, 1, 4)}, InvalidField),
    ],
)
def test_who_sweeps_with_whom(party: Any, changes: dict[str, Any], refusal: type[Refusal]) -> None:
    """Offices convene groups, a group the parties of its own hosts (Linyi: 线索联合排查)."""
    Desk().refuses(refusal, party, "convene", convene(**changes))


def test_a_host_sees_only_what_it_handed_in() -> None:
    """Not the group's matters, not what became of any, not what the sweep came to (mechanism 9)."""
    desk = joint()
    desk.hand_in(UNIT, matter("zhang"))
    desk.hand_in(EDUCATION_GROUP, matter("li"))
    lead = desk.lead(EDUCATION_GROUP, number=False)
    assert lead
    drop = commands.Drop(matter=2, reason="属工作建议")
    desk.act(EDUCATION_GROUP, "drop", drop)
    told = [each.event for each in desk.world.told if each.stream == desk.stream]
    handed = [each for each in told if isinstance(each, events.MatterHandedIn)]
    assert [UNIT in each.concerns.parties for each in handed] == [True, False]
    (settled,) = (each for each in told if isinstance(each, events.MatterSettled))
    assert UNIT not in settled.concerns.parties


def test_a_group_sees_nothing_of_another() -> None:
    """What is handed in concerns the convener, the giver and case supervision."""
    desk = of_all()
    (told, *_) = desk.hand_in(EDUCATION_GROUP, matter())
    assert told.concerns.parties == (OFFICE, EDUCATION_GROUP, CASE_SUPERVISION)
    assert told.concerns.visibility == f"sweep_matter:{EDUCATION_GROUP}"


@pytest.mark.parametrize(
    "changes",
    [
        {"content": None},
        {"persons": ()},
        {"lead": stream("lead", "first")},
    ],
)
def test_a_matter_is_a_lead_or_says_what_it_is(changes: dict[str, Any]) -> None:
    """About whom, and what."""
    hand_in = commands.HandIn(matters=(matter(**changes),))
    of_all().refuses(InvalidField, EDUCATION_GROUP, "hand_in", hand_in)


def test_a_lead_is_handed_in_once_by_who_knows_it() -> None:
    """Nobody learns of a lead by naming it (R 299)."""
    desk = of_all()
    own = matter(lead=desk.lead(EDUCATION_GROUP, number=False), content=None, persons=())
    desk.refuses(NotFound, HEALTH_GROUP, "hand_in", commands.HandIn(matters=(own,)))
    desk.hand_in(EDUCATION_GROUP, own)
    desk.refuses(InvalidField, EDUCATION_GROUP, "hand_in", commands.HandIn(matters=(own,)))


def test_repeats_are_counted_for_case_supervision_and_named_to_nobody() -> None:
    """«CS, please check»: a lead of one group and a matter of another name the same person."""
    desk = of_all()
    lead = desk.lead(HEALTH_GROUP, number=False)
    desk.hand_in(HEALTH_GROUP, matter("zhang"))
    told = desk.hand_in(EDUCATION_GROUP, matter("zhang"))
    (suspected,) = (each for each in told if isinstance(each, events.RepeatSuspected))
    assert (suspected.leads, suspected.matters) == (1, 1)
    assert suspected.concerns.parties == (CASE_SUPERVISION,)
    assert (CASE_SUPERVISION, "repeat-check") in desk.owed
    register = commands.Register(matter=2, lead=lead)
    desk.refuses(WrongState, EDUCATION_GROUP, "register", register)
    confirm = commands.ConfirmRepeat(matter=2, earlier=1)
    desk.refuses(errors.NotCaseSupervision, OFFICE, "confirm_repeat", confirm)
    told = desk.act(CASE_SUPERVISION, "confirm_repeat", confirm)
    assert [type(each) for each in told if not isinstance(each, Fulfilled)] == [
        events.RepeatConfirmed,
        events.MatterSettled,
    ]
    (settled,) = (each for each in told if isinstance(each, events.MatterSettled))
    assert (settled.outcome, settled.lead) == ("repeat", None)


@pytest.mark.parametrize(
    "fields", [{}, {"earlier": 2}, {"lead": stream("lead", "first"), "earlier": 1}]
)
def test_a_repeat_is_of_one_thing_that_came_before(fields: dict[str, Any]) -> None:
    """A lead, or an earlier matter."""
    desk = of_all()
    desk.hand_in(HEALTH_GROUP, matter("zhang"))
    desk.hand_in(EDUCATION_GROUP, matter("zhang"))
    confirm = commands.ConfirmRepeat(matter=2, **fields)
    desk.refuses(InvalidField, CASE_SUPERVISION, "confirm_repeat", confirm)


def test_a_matter_becomes_a_lead_that_stands_in_the_register() -> None:
    """The lead names the matter's person, has a number, and is known to who says so."""
    desk = of_all()
    desk.hand_in(EDUCATION_GROUP, matter("zhang"))
    bare = desk.lead(CASE_SUPERVISION, "bare", number=False)
    office = commands.Register(matter=1, lead=bare)
    desk.refuses(errors.NotTheSweeper, CASE_SUPERVISION, "register", office)
    desk.refuses(NotFound, EDUCATION_GROUP, "register", office)
    own = desk.lead(EDUCATION_GROUP, "own", number=False)
    unnumbered = commands.Register(matter=1, lead=own)
    desk.refuses(errors.LeadNotRegistered, EDUCATION_GROUP, "register", unnumbered)
    other = desk.lead(EDUCATION_GROUP, "other", person_name="li", number=False)
    foreign = commands.Register(matter=1, lead=other)
    desk.refuses(errors.NotThatMatter, EDUCATION_GROUP, "register", foreign)


def test_what_is_not_handed_in_blocks_the_conclusion() -> None:
    """Coverage before hits: a party hands in, be it nothing, or is excused with an approval."""
    desk = of_all()
    desk.refuses(errors.PartiesOutstanding, OFFICE, "conclude", SUMMARY)
    desk.world.pass_to(datetime.date(2026, 1, 19))
    told = desk.act(EDUCATION_GROUP, "finish", commands.Finish())
    assert [type(each) for each in told] == [events.HandedIn, Fulfilled]
    assert told[1].late_working_days == 2  # type: ignore[attr-defined]
    desk.refuses(WrongState, EDUCATION_GROUP, "finish", commands.Finish())
    excuse = commands.Excuse(party=HEALTH_GROUP, **WHY)
    desk.refuses(errors.NotTheSweeper, EDUCATION_GROUP, "excuse", excuse)
    told = desk.act(OFFICE, "excuse", excuse)
    assert [type(each) for each in told] == [events.PartyExcused, Withdrawn]
    (concluded, *_) = desk.act(OFFICE, "conclude", SUMMARY)
    assert isinstance(concluded, events.Concluded)
    result = concluded.result
    assert (result.asked, result.handed_in, result.nothing, result.excused) == (2, 1, 1, 1)
    assert desk.owed == set()


def test_a_party_looks_again() -> None:
    """退回补充: owed anew, what it handed in stays."""
    desk = of_all()
    desk.act(EDUCATION_GROUP, "finish", commands.Finish())
    back = commands.ReturnHandIn(party=EDUCATION_GROUP, reason="未含下属单位")
    desk.act(OFFICE, "return_hand_in", back)
    assert (EDUCATION_GROUP, "hand-in-again") in desk.owed
    desk.hand_in(EDUCATION_GROUP, matter())
    desk.act(EDUCATION_GROUP, "finish", commands.Finish())
    assert (EDUCATION_GROUP, "hand-in-again") not in desk.owed
    desk.refuses(WrongState, EDUCATION_GROUP, "hand_in", commands.HandIn(matters=(matter(),)))
    desk.refuses(errors.NotAsked, OFFICE, "finish", commands.Finish())


def test_matters_of_which_nothing_became_block_the_conclusion() -> None:
    """Each is registered, a repeat, or dropped with a reason."""
    desk = of_all()
    desk.hand_in(EDUCATION_GROUP, matter())
    for party in (EDUCATION_GROUP, HEALTH_GROUP):
        desk.act(party, "finish", commands.Finish())
    desk.refuses(errors.MattersOpen, OFFICE, "conclude", SUMMARY)
    drop = commands.Drop(matter=1, reason="属工作建议")
    desk.refuses(errors.NotTheSweeper, EDUCATION_GROUP, "drop", drop)
    desk.act(OFFICE, "drop", drop)
    (concluded, *_) = desk.act(OFFICE, "conclude", SUMMARY)
    groups = (EDUCATION_GROUP, HEALTH_GROUP)
    assert concluded.concerns.parties == (OFFICE, COMMISSION, *groups, CASE_SUPERVISION)


def test_whom_a_matter_names_learns_nothing_of_the_sweep() -> None:
    """A reported person never acts on what is reported (R 299)."""
    desk = of_all()
    desk.hand_in(HEALTH_GROUP, matter("group-head"))
    desk.refuses(NotFound, EDUCATION_GROUP, "finish", commands.Finish())


def test_a_right_day_is_asked_of_who_did_not_hand_in() -> None:
    """更正 (DOMAIN.md §1.12): due dates follow, earlier ones stay visible."""
    desk = of_all()
    desk.act(EDUCATION_GROUP, "finish", commands.Finish())
    desk.refuses(InvalidField, OFFICE, "correct", commands.Correct(**WHY))
    later = datetime.date(2026, 1, 20)
    told = desk.act(OFFICE, "correct", commands.Correct(**WHY, due=later))
    asked = [each for each in told if isinstance(each, events.PartyAsked)]
    assert [(each.party, each.due) for each in asked] == [(HEALTH_GROUP, later)]
    (arisen,) = (each for each in told if isinstance(each, Arisen))
    assert [each.due for each in arisen.earlier] == [DUE]


def test_an_annulled_matter_does_not_count() -> None:
    """作废 of one matter, by who handed it in or the convener."""
    desk = of_all()
    desk.hand_in(EDUCATION_GROUP, matter())
    annul = commands.AnnulMatter(matter=1, **WHY)
    desk.refuses(errors.NotTheSweeper, HEALTH_GROUP, "annul_matter", annul)
    desk.act(EDUCATION_GROUP, "annul_matter", annul)
    assert (OFFICE, "settling") not in desk.owed
    assert desk.state.result.matters == 0


def test_of_an_annulled_sweep_nothing_is_owed() -> None:
    """作废 withdraws what is owed."""
    desk = of_all()
    told = desk.act(OFFICE, "annul", commands.Annul(**WHY))
    assert {type(each) for each in told} == {events.Annulled, Withdrawn}
    assert desk.owed == set()
    desk.refuses(WrongState, EDUCATION_GROUP, "finish", commands.Finish())
