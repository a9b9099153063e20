"""What dossiers allow and refuse: given what happened, when an action, then events or a refusal."""

import datetime
from dataclasses import replace
from typing import Any

import pytest

from domain.dossiers import commands, errors, events
from domain.dossiers.commands import SECTIONS
from domain.dossiers.state import Dossier
from domain.errors import InvalidField, NotFound, Refusal, UnknownParty, WrongState
from domain.ids import PartyId
from domain.obligations.events import Arisen, Fulfilled, Withdrawn
from domain.oversight import KeyPerson, NotStationedThere, NotTheLinkedOffice
from tests.domain.desk import FamilyDesk
from tests.domain.small import (
    EDUCATION_GROUP,
    FIRST_DAY,
    HEALTH_GROUP,
    OFFICE,
    person,
    stream,
)

UNIT = PartyId("education")
DEPUTY = KeyPerson(person=person("deputy-director"), name="张某", post="副局长")
MONTH_LATER = datetime.date(2026, 2, 5)


class Desk(FamilyDesk[Dossier]):
    """The small city on a Monday in January, and the dossier of its education bureau."""

    family = "dossier"
    mechanisms = ("dossiers",)


def opened() -> Desk:
    desk = Desk()
    desk.act(EDUCATION_GROUP, "open", commands.Open(unit=UNIT))
    return desk


def record(**changes: Any) -> commands.Record:
    plain: dict[str, Any] = {
        "section": "projects",
        "text": "在建学校项目5个",
        "source": "项目调度表",
        "stated_on": FIRST_DAY,
    }
    return commands.Record(**(plain | changes))


def revise(**changes: Any) -> commands.Revise:
    plain: dict[str, Any] = {
        "fact": 1,
        "text": "在建学校项目6个",
        "source": "项目调度表",
        "stated_on": FIRST_DAY,
    }
    return commands.Revise(**(plain | changes))


def recorded() -> Desk:
    desk = opened()
    desk.act(EDUCATION_GROUP, "record", record())
    return desk


def owed(desk: Desk) -> dict[tuple[str, str], datetime.date]:
    """Rule and section → due date."""
    open_ones = [each.arisen for each in desk.world.stream(desk.stream).obligations.values()]
    return {(each.rule, each.match[0].value): each.due for each in open_ones}


def test_a_dossier_is_opened_by_the_group_stationed_at_the_unit() -> None:
    """收集驻在单位情况 (mechanism 4): six sections, each to be filled within a month."""
    desk = Desk()
    told = desk.act(EDUCATION_GROUP, "open", commands.Open(unit=UNIT))
    assert isinstance(told[0], events.Opened)
    assert owed(desk) == {("fill", section): MONTH_LATER for section in SECTIONS}
    assert {each.owed_to for each in told if isinstance(each, Arisen)} == {OFFICE}


@pytest.mark.parametrize(
    ("party", "unit", "refusal"),
    [
        (HEALTH_GROUP, "education", NotStationedThere),
        (OFFICE, "education", NotStationedThere),
        (EDUCATION_GROUP, "nobody", UnknownParty),
        (EDUCATION_GROUP, "pg-education", InvalidField),
        (EDUCATION_GROUP, "sg-health", InvalidField),
    ],
)
def test_nobody_else_opens_one(party: PartyId, unit: str, refusal: type[Refusal]) -> None:
    """Another group, the office, or for what is no host unit."""
    Desk().refuses(refusal, party, "open", commands.Open(unit=PartyId(unit)))


def test_a_dossier_concerns_the_group_and_its_office_never_the_unit() -> None:
    """Own group and linked office read (DOMAIN.md §5 mechanism 4); who is astray does not learn of it."""
    desk = Desk()
    told = desk.act(EDUCATION_GROUP, "open", commands.Open(unit=UNIT))
    assert {each.concerns.parties for each in told if isinstance(each, events.DossierEvent)} == {
        (EDUCATION_GROUP, OFFICE)
    }
    desk.refuses(NotFound, HEALTH_GROUP, "record", record())
    desk.refuses(errors.NotTheKeeper, OFFICE, "record", record())


@pytest.mark.parametrize(
    "changes",
    [
        {"section": "key_people"},
        {"person": DEPUTY},
        {"stated_on": FIRST_DAY + datetime.timedelta(days=1)},
    ],
)
def test_a_fact_has_to_make_sense(changes: dict[str, Any]) -> None:
    """Key people are persons, and only they; nothing is true before its day."""
    opened().refuses(InvalidField, EDUCATION_GROUP, "record", record(**changes))


def test_a_fact_is_revised_and_withdrawn_never_overwritten() -> None:
    """Each change names source and day; a fact that left is not touched again."""
    desk = recorded()
    desk.world.pass_to(datetime.date(2026, 1, 20))
    later = datetime.date(2026, 1, 19)
    before = revise(stated_on=FIRST_DAY - datetime.timedelta(days=1))
    desk.refuses(InvalidField, EDUCATION_GROUP, "revise", before)
    told = desk.act(EDUCATION_GROUP, "revise", revise(stated_on=later))
    assert [type(each) for each in told] == [events.FactRevised]
    assert desk.state.facts[0].since == later
    done = commands.Withdraw(fact=1, reason="竣工", source="验收报告", stated_on=later)
    desk.act(EDUCATION_GROUP, "withdraw", done)
    desk.refuses(WrongState, EDUCATION_GROUP, "revise", revise(stated_on=later))
    desk.refuses(errors.NoSuchFact, EDUCATION_GROUP, "revise", revise(fact=2))


def test_a_section_gone_through_is_owed_again_in_six_months() -> None:
    """Half-yearly duty (mechanism 4), each section by itself; late is so many working days late."""
    desk = recorded()
    desk.world.pass_to(datetime.date(2026, 2, 9))
    told = desk.act(EDUCATION_GROUP, "refresh", commands.Refresh(section="projects"))
    assert isinstance(told[0], events.SectionRefreshed)
    assert told[0].facts == 1
    assert [each.late_working_days for each in told if isinstance(each, Fulfilled)] == [2]
    assert owed(desk) == {("fill", s): MONTH_LATER for s in SECTIONS if s != "projects"} | {
        ("refresh", "projects"): datetime.date(2026, 8, 10)  # the 9th is a Sunday
    }
    desk.act(EDUCATION_GROUP, "refresh", commands.Refresh(section="projects"))
    assert sum(rule == "refresh" for rule, _ in owed(desk)) == 1


def test_a_dossier_gone_through_whole_counts_for_the_half_year() -> None:
    """A unit without a dossier owes it all the same; what goes to another group begins anew."""
    desk = Desk()
    desk.world.settle()
    (share,) = (told.stream for told in desk.world.told if told.stream.startswith("obligation/"))
    (half,) = desk.world.stream(share).obligations.values()
    assert (half.owner, half.owed_to) == (EDUCATION_GROUP, OFFICE)
    assert (half.arisen.period, half.due) == ("2026-H1", datetime.date(2026, 7, 14))
    desk.act(EDUCATION_GROUP, "open", commands.Open(unit=UNIT))
    for section in ("posts", *SECTIONS[:-1]):
        told = desk.act(EDUCATION_GROUP, "refresh", commands.Refresh(section=section))
        assert not any(isinstance(each, events.GoneThrough) for each in told)
    desk.world.pass_to(datetime.date(2026, 7, 16))
    told = desk.act(EDUCATION_GROUP, "refresh", commands.Refresh(section=SECTIONS[-1]))
    assert sum(isinstance(each, events.GoneThrough) for each in told) == 1
    assert not desk.world.stream(share).obligations
    again = desk.act(EDUCATION_GROUP, "refresh", commands.Refresh(section=SECTIONS[-1]))
    assert not any(isinstance(each, events.GoneThrough) for each in again)
    assert desk.world.state(desk.stream).fresh == {SECTIONS[-1]}
    restation(desk)
    desk.act(EDUCATION_GROUP, "hand_over", commands.HandOver(document="试纪〔2026〕3号"))
    assert desk.world.state(desk.stream).fresh == frozenset()


def test_a_section_is_returned_by_the_linked_office_and_gone_through_again() -> None:
    """Only what was gone through is returned, by nobody else; another round needs it anew."""
    desk = opened()
    back = commands.Return(section="projects", reason="漏列")
    desk.refuses(WrongState, OFFICE, "return", back)
    desk.act(EDUCATION_GROUP, "refresh", commands.Refresh(section="projects"))
    desk.refuses(NotTheLinkedOffice, EDUCATION_GROUP, "return", back)
    (told, *_) = desk.act(OFFICE, "return", back)
    assert isinstance(told, events.SectionReturned)
    assert told.concerns.parties == (EDUCATION_GROUP, OFFICE)
    assert owed(desk)["again", "projects"] == datetime.date(2026, 1, 19)
    assert desk.world.state(desk.stream).fresh == frozenset()
    desk.refuses(WrongState, OFFICE, "return", back)
    desk.world.pass_to(datetime.date(2026, 1, 20))
    told_again = desk.act(EDUCATION_GROUP, "refresh", commands.Refresh(section="projects"))
    late = {e.title_en: e.late_working_days for e in told_again if isinstance(e, Fulfilled)}
    assert late["Go again through the section that was returned"] == 1
    assert ("again", "projects") not in owed(desk)


def test_key_people_are_named_under_their_own_key() -> None:
    """关键少数: a person with name and post; another takes the post, the first stays on record."""
    desk = opened()
    named = record(section="key_people", person=DEPUTY)
    (told, *_) = desk.act(EDUCATION_GROUP, "record", named)
    assert isinstance(told, events.FactRecorded)
    assert told.person == DEPUTY
    desk.refuses(InvalidField, EDUCATION_GROUP, "revise", revise(fact=1))
    successor = KeyPerson(person=person("successor"), name="王某", post="副局长")
    desk.act(EDUCATION_GROUP, "revise", revise(fact=1, person=successor))


def restation(desk: Desk) -> None:
    """From now on the scheme has the group at health stationed at the unit."""
    jurisdiction = desk.world.jurisdiction
    moved = replace(jurisdiction.party(UNIT), stationed_group=HEALTH_GROUP)
    desk.world.jurisdiction = jurisdiction.with_party(moved, stream("party", "education"))


def test_a_dossier_goes_with_its_unit_to_another_group() -> None:
    """Whoever is stationed there keeps it and goes through every section; who kept it reads it no more."""
    desk = recorded()
    desk.act(EDUCATION_GROUP, "refresh", commands.Refresh(section="projects"))
    over = commands.HandOver(document="试纪〔2026〕3号")
    desk.refuses(WrongState, EDUCATION_GROUP, "hand_over", over)
    restation(desk)
    desk.refuses(NotFound, HEALTH_GROUP, "hand_over", over)
    (told, *_) = desk.act(EDUCATION_GROUP, "hand_over", over)
    assert told.concerns.parties == (HEALTH_GROUP, OFFICE)
    assert owed(desk) == {("fill", section): MONTH_LATER for section in SECTIONS}
    owners = {each.arisen.owner for each in desk.world.stream(desk.stream).obligations.values()}
    assert owners == {HEALTH_GROUP}
    desk.refuses(errors.NotTheKeeper, EDUCATION_GROUP, "record", record())
    desk.act(HEALTH_GROUP, "revise", revise())


def test_a_correction_says_what_and_who_approved() -> None:
    """更正 and 作废 with reason and approver (DOMAIN.md §1.12)."""
    desk = recorded()
    deputy = person("group-deputy")
    nothing = commands.Correct(fact=1, reason="误", approved_by=deputy)
    of_nobody = commands.Correct(fact=1, reason="误", approved_by=deputy, person=DEPUTY)
    right = commands.Correct(fact=1, reason="误", approved_by=deputy, text="在建项目4个")
    desk.refuses(InvalidField, EDUCATION_GROUP, "correct", nothing)
    desk.refuses(InvalidField, EDUCATION_GROUP, "correct", of_nobody)
    told = desk.act(EDUCATION_GROUP, "correct", right)
    assert [type(each) for each in told] == [events.Corrected]
    gone = commands.AnnulFact(fact=1, reason="误录", approved_by=deputy)
    desk.act(EDUCATION_GROUP, "annul_fact", gone)
    assert desk.state.standing("projects") == 0
    desk.refuses(WrongState, EDUCATION_GROUP, "annul_fact", gone)


def test_of_an_annulled_dossier_nothing_is_owed() -> None:
    """作废 withdraws what is owed; nothing more is done with it."""
    desk = opened()
    mistaken = commands.Annul(reason="重复", approved_by=person("group-deputy"))
    told = desk.act(EDUCATION_GROUP, "annul", mistaken)
    assert {type(each) for each in told} == {events.Annulled, Withdrawn}
    assert owed(desk) == {}
    desk.refuses(WrongState, EDUCATION_GROUP, "record", record())
