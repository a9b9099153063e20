"""What pooled stationings allow and refuse: given what happened, when an action, then events or a refusal."""

import datetime
from typing import Any

import pytest

from domain import matters
from domain.errors import InvalidField, NotAuthorised, NotFound, Refusal, UnknownParty, WrongState
from domain.ids import PartyId, StreamId
from domain.jurisdiction import Appointment
from domain.leads import commands as leads
from domain.leads.events import LeadEvent
from domain.leads.state import Lead
from domain.leads.values import Disposal
from domain.model import Event
from domain.obligations.events import Arisen
from domain.pooled_stationings import commands, errors, events
from domain.pooled_stationings.state import PooledStationing
from domain.streams import StreamState
from tests.domain.desk import FamilyDesk
from tests.domain.small import (
    COMMISSION,
    EDUCATION_GROUP,
    FIRST_DAY,
    HEALTH_GROUP,
    OFFICE,
    PARTY_GROUP,
    person,
    stream,
)

POOL = stream("pooled_stationing", "first")
LEAD = stream("lead", "pooled")
EDUCATION = PartyId("education")
UNTIL = datetime.date(2026, 2, 27)
CHIEF = person("chief")


class Desk(FamilyDesk[PooledStationing]):
    """The small city, a lead of the education group, and its pool."""

    family = "pooled_stationing"
    mechanisms = ("pooled-stationings",)

    def __init__(self) -> None:
        super().__init__()
        self.have_lead()

    def have_lead(self, **changes: Any) -> None:
        plain = {"stage": "handling", "holder": EDUCATION_GROUP, "handling_party": EDUCATION_GROUP}
        circle = frozenset({EDUCATION_GROUP})
        self.world.streams[LEAD] = StreamState(
            LEAD, 7, Lead(**(plain | changes)), circles={"lead": circle}, insiders=circle
        )

    def owed_matches(self) -> list[tuple[str, str]]:
        open_ones = self.world.stream(POOL).obligations.values()
        return sorted((each.arisen.rule, each.arisen.match[0].value) for each in open_ones)

    def reads(self, name: str) -> set[StreamId]:
        grants = self.world.state(StreamId(person(name))).grants.values()
        return {each.stream for each in grants if each.expires >= self.world.today}


def establish(**changes: Any) -> commands.Establish:
    plain: dict[str, Any] = {
        "group": EDUCATION_GROUP,
        "units": (EDUCATION, PARTY_GROUP),
        "office": "政务中心3号楼",
    }
    return commands.Establish(**(plain | changes))


def to_unit(name: str = "group-clerk", **changes: Any) -> commands.Assign:
    plain: dict[str, Any] = {"person": person(name), "duty": "日常监督", "unit": EDUCATION}
    return commands.Assign(**(plain | changes))


def to_matter(name: str = "group-clerk", **changes: Any) -> commands.Assign:
    plain: dict[str, Any] = {
        "person": person(name),
        "duty": "案件查办",
        "matter": LEAD,
        "until": UNTIL,
        "approved_by": CHIEF,
    }
    return commands.Assign(**(plain | changes))


def correct(**changes: Any) -> commands.Correct:
    return commands.Correct(reason="误", approved_by=person("leader"), **changes)


def recusal(name: str = "group-clerk") -> commands.DeclareRecusal:
    return commands.DeclareRecusal(person=person(name), unit=EDUCATION, reason="配偶任职")


RELEASE = commands.Release(assignment=1, reason="任务完成")


def pooled() -> Desk:
    desk = Desk()
    desk.act(COMMISSION, "establish", establish())
    return desk


def assigned(command: commands.Assign | None = None) -> Desk:
    desk = pooled()
    desk.act(EDUCATION_GROUP, "assign", command or to_unit())
    return desk


def test_one_group_for_several_units_owes_somebody_to_each() -> None:
    """综合派驻: one pooled group : n units."""
    desk = pooled()
    assert desk.state.units == (EDUCATION, PARTY_GROUP)
    assert desk.owed_matches() == [("coverage", "education"), ("coverage", "pg-education")]
    desk.act(EDUCATION_GROUP, "assign", to_unit())
    assert desk.owed_matches() == [("coverage", "pg-education")]


@pytest.mark.parametrize(
    ("changes", "refusal"),
    [
        ({"group": HEALTH_GROUP}, errors.NotItsUnit),
        ({"units": (EDUCATION, COMMISSION)}, errors.NotItsUnit),
        ({"units": (EDUCATION, EDUCATION)}, InvalidField),
        ({"units": (EDUCATION, PartyId("nobody"))}, UnknownParty),
        ({"group": PartyId("nobody")}, UnknownParty),
    ],
)
def test_a_pool_has_to_make_sense(changes: dict[str, Any], refusal: type[Refusal]) -> None:
    """Which units a group is stationed at is the scheme's to say."""
    Desk().refuses(refusal, COMMISSION, "establish", establish(**changes))


def test_the_commission_pools_and_the_head_of_the_group_assigns() -> None:
    Desk().refuses(NotAuthorised, EDUCATION_GROUP, "establish", establish())
    desk = pooled()
    desk.refuses(NotAuthorised, COMMISSION, "assign", to_unit())
    desk.refuses(NotAuthorised, EDUCATION_GROUP, "assign", to_unit(), actor="group-clerk")
    desk.refuses(NotFound, HEALTH_GROUP, "assign", to_unit())
    desk.refuses(NotAuthorised, EDUCATION_GROUP, "dissolve", commands.Dissolve(reason="x"))


@pytest.mark.parametrize(
    ("command", "refusal"),
    [
        (to_unit(unit=HEALTH_GROUP), errors.NotItsUnit),
        (to_unit("health-head"), errors.NotOfThePool),
        (to_unit(matter=LEAD), InvalidField),
        (to_unit(unit=None), InvalidField),
        (to_matter(until=None), InvalidField),
        (to_matter(approved_by=None), InvalidField),
        (to_unit(until=datetime.date(2026, 1, 4)), InvalidField),
        (to_matter(matter=stream("lead", "unknown")), NotFound),
    ],
)
def test_an_assignment_has_to_make_sense(command: commands.Assign, refusal: type[Refusal]) -> None:
    """One of the group's people, to one of its units or to a matter that the head reads."""
    pooled().refuses(refusal, EDUCATION_GROUP, "assign", command)


def test_nobody_is_assigned_twice_to_the_same() -> None:
    desk = assigned()
    desk.refuses(errors.AssignedAlready, EDUCATION_GROUP, "assign", to_unit())
    desk.act(EDUCATION_GROUP, "assign", to_unit("group-deputy"))
    desk.act(EDUCATION_GROUP, "assign", to_unit(unit=PARTY_GROUP))


def test_recusal_is_checked_on_assignment() -> None:
    """SL 67, R 295: by what was declared, and by offices held in the unit."""
    desk = pooled()
    (told, *_) = desk.act(EDUCATION_GROUP, "declare_recusal", recusal())
    assert told.concerns.parties == (EDUCATION_GROUP,)
    desk.refuses(errors.RecusedFromTheUnit, EDUCATION_GROUP, "assign", to_unit())
    desk.act(EDUCATION_GROUP, "assign", to_unit(unit=PARTY_GROUP))
    past = Appointment(serial=2, party=EDUCATION, role="member", begins=FIRST_DAY, ends=FIRST_DAY)
    deputy = person("group-deputy")
    desk.world.jurisdiction = desk.world.jurisdiction.with_appointment(deputy, past)
    desk.refuses(errors.RecusedFromTheUnit, EDUCATION_GROUP, "assign", to_unit("group-deputy"))


def test_a_recusal_declared_later_ends_what_they_have_there() -> None:
    """And where nobody is left, somebody else is owed to the unit."""
    desk = assigned()
    desk.act(EDUCATION_GROUP, "declare_recusal", recusal())
    assert desk.state.running == ()
    assert desk.owed_matches() == [("coverage", "pg-education"), ("gap", "education")]


def test_who_is_assigned_to_a_matter_reads_it_as_long() -> None:
    """人员力量统筹用于案件查办: a dated grant, approved; taken back on release (R 299)."""
    desk = assigned(to_matter())
    assert desk.reads("group-clerk") == {LEAD}
    told = next(each.event for each in desk.world.told if isinstance(each.event, events.Assigned))
    assert told.concerns.parties == (EDUCATION_GROUP,)
    desk.act(EDUCATION_GROUP, "release", RELEASE)
    assert desk.reads("group-clerk") == set()
    desk.refuses(errors.NoSuchAssignment, EDUCATION_GROUP, "release", RELEASE)
    desk = assigned(to_matter())
    desk.world.pass_to(UNTIL + datetime.timedelta(days=4))
    assert desk.reads("group-clerk") == set()
    assert ("end", "1") in desk.owed_matches()


def inquires(desk: Desk) -> list[Event]:
    """The clerk, assigned to the lead, acts in it from the group."""
    return desk.world.ask(
        "lead.start_appropriate_inquiry",
        LEAD,
        leads.StartAppropriateInquiry(),
        actor=person("group-clerk"),
        party=EDUCATION_GROUP,
    )


def test_who_is_assigned_to_a_matter_handles_it_with_its_party_by_leave_of_the_commission() -> None:
    """人员力量统筹用于案件查办 (DOMAIN.md §5.24): the office's lead, until released."""
    inquiry = {"handling_party": OFFICE, "disposal": Disposal(way="appropriate_inquiry")}
    desk = pooled()
    desk.have_lead(**inquiry)
    desk.act(EDUCATION_GROUP, "assign", to_matter())
    (told,) = inquires(desk)
    assert isinstance(told, LeadEvent)
    assert told.handling_party == OFFICE
    desk.have_lead(**inquiry)
    desk.act(EDUCATION_GROUP, "release", RELEASE)
    with pytest.raises(NotAuthorised):
        inquires(desk)
    other = pooled()
    other.have_lead(**inquiry)
    other.act(EDUCATION_GROUP, "assign", to_matter(approved_by=person("group-deputy")))
    with pytest.raises(NotAuthorised):  # they read it, and no more
        inquires(other)


def test_who_keeps_out_of_the_matter_is_not_assigned_to_it() -> None:
    desk = pooled()
    desk.have_lead(recused=(person("group-clerk"),))
    desk.refuses(matters.KeepsOutOfTheMatter, EDUCATION_GROUP, "assign", to_matter())


def test_the_commission_sends_an_assignment_back() -> None:
    """The unit is owed somebody else; who has a matter is not the commission's to know."""
    desk = assigned()
    back = commands.Return(assignment=1, reason="另行安排")
    desk.refuses(NotAuthorised, EDUCATION_GROUP, "return", back)
    told = desk.act(COMMISSION, "return", back)
    kinds = [type(each) for each in told if not isinstance(each, Arisen)]
    assert kinds == [events.AssignmentReturned, events.Released]
    assert desk.owed_matches() == [("coverage", "pg-education"), ("gap", "education")]
    desk.refuses(errors.NoSuchAssignment, COMMISSION, "return", back)
    desk.act(EDUCATION_GROUP, "assign", to_matter())
    hidden = commands.Return(assignment=2, reason="另行安排")
    desk.refuses(errors.NoSuchAssignment, COMMISSION, "return", hidden)


def test_a_unit_comes_and_goes() -> None:
    desk = assigned()
    drop = commands.DropUnit(unit=EDUCATION, reason="机构改革")
    desk.act(COMMISSION, "drop_unit", drop)
    assert desk.state.running == ()
    assert desk.owed_matches() == [("coverage", "pg-education")]
    desk.refuses(errors.NotItsUnit, COMMISSION, "drop_unit", drop)
    desk.act(COMMISSION, "add_unit", commands.AddUnit(unit=EDUCATION))
    desk.refuses(InvalidField, COMMISSION, "add_unit", commands.AddUnit(unit=EDUCATION))
    assert desk.owed_matches() == [("coverage", "education"), ("coverage", "pg-education")]


def test_with_the_pool_every_assignment_ends() -> None:
    """撤销 and 作废: nothing is owed any more, nobody reads on."""
    for name, command in (
        ("dissolve", commands.Dissolve(reason="改为单独派驻")),
        ("annul", commands.Annul(reason="误", approved_by=person("leader"))),
    ):
        desk = assigned(to_matter())
        desk.act(EDUCATION_GROUP, "assign", to_unit())
        desk.act(COMMISSION, name, command)
        assert (desk.state.running, desk.owed_matches(), desk.reads("group-clerk")) == (
            (),
            [],
            set(),
        )
        desk.refuses(WrongState, EDUCATION_GROUP, "assign", to_unit())


def test_a_correction_says_who_approved() -> None:
    desk = pooled()
    right = commands.Correct(reason="误", approved_by=person("leader"), office="5号楼")
    (told, *_) = desk.act(COMMISSION, "correct", right)
    assert isinstance(told, events.Corrected)


def test_the_group_corrects_an_assignment_and_its_end_is_owed_then() -> None:
    """Duty and last day at a unit; of a matter the duty alone: reading rests on the day."""
    desk = assigned(to_unit(until=UNTIL))
    day = UNTIL + datetime.timedelta(days=7)
    right = correct(assignment=1, duty="驻点监督", until=day)
    desk.refuses(NotAuthorised, COMMISSION, "correct", right)
    desk.refuses(NotAuthorised, EDUCATION_GROUP, "correct", correct(office="5号楼"))
    for wrong in (
        correct(),
        correct(assignment=1),
        correct(duty="驻点监督"),
        correct(assignment=1, until=FIRST_DAY - datetime.timedelta(days=1)),
    ):
        desk.refuses(InvalidField, EDUCATION_GROUP, "correct", wrong)
    unknown = correct(assignment=2, duty="驻点监督")
    desk.refuses(errors.NoSuchAssignment, EDUCATION_GROUP, "correct", unknown)
    desk.act(EDUCATION_GROUP, "correct", right)
    owed = desk.world.stream(POOL).obligations.values()
    assert [each.due for each in owed if each.arisen.rule == "end"] == [day]


def test_of_a_matter_the_duty_is_corrected_and_the_group_alone_knows() -> None:
    desk = assigned(to_matter())
    desk.refuses(InvalidField, EDUCATION_GROUP, "correct", correct(assignment=1, until=UNTIL))
    (told,) = desk.act(EDUCATION_GROUP, "correct", correct(assignment=1, duty="协助取证"))
    assert isinstance(told, events.AssignmentCorrected)
    assert told.concerns.parties == (EDUCATION_GROUP,)
    assert told.concerns.visibility == "pool_matter:1"
