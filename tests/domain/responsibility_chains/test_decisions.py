"""What responsibility chains allow and refuse: given what happened, an action, then events or a refusal."""

import datetime
from dataclasses import replace
from pathlib import Path
from typing import Any

from domain.errors import InvalidField, NotFound, WrongState
from domain.ids import PartyId
from domain.jurisdiction import Appointment
from domain.model import Event, OnBehalf
from domain.obligations.events import Arisen, Fulfilled, Overdue, Withdrawn
from domain.responsibility_chains import commands, errors, events
from domain.responsibility_chains.state import ResponsibilityChain
from domain.scheme import Scheme
from domain.scheme_parts import ResponsibleLevel
from tests.domain.desk import FamilyDesk
from tests.domain.small import (
    EDUCATION_GROUP,
    FIRST_DAY,
    HEALTH_GROUP,
    OFFICE,
    PARTY_GROUP,
    SCHEMES,
    person,
    stream,
)
from tests.domain.small import FOLDER as SMALL

STEPS = Path(__file__).with_name("steps.toml").read_text("utf-8")
LETTER = OnBehalf(
    party=PARTY_GROUP, letter="教党〔2026〕2号", scan="0" * 64, checked_by=person("group-deputy")
)
DEPUTY = person("group-deputy")
UNIT = PartyId("education")
ANSWERS: dict[ResponsibleLevel, tuple[str, PartyId, str]] = {
    "party_group": ("secretary", PARTY_GROUP, "head"),
    "principal_head": ("secretary", PARTY_GROUP, "head"),
    "other_leaders": ("second", PARTY_GROUP, "deputy_head"),
    "section_heads": ("section", UNIT, "member"),
    "desk_officers": ("desk", UNIT, "handler"),
}
"""Who answers at each level: name, party, role."""


class Desk(FamilyDesk[ResponsibilityChain]):
    """The small city on a Monday in January, with a chain of three steps."""

    family = "responsibility_chain"

    def __init__(self, steps: str = STEPS) -> None:
        super().__init__()
        rules = (SCHEMES / "mechanisms" / "responsibility-chains.toml").read_text("utf-8")
        text = "\n".join([(SMALL / "small.toml").read_text("utf-8"), rules, steps])
        scheme = Scheme.parse(text)
        self.world.jurisdiction = replace(
            self.world.jurisdiction, scheme=scheme, parties=scheme.parties
        )
        for name, party, role in dict.fromkeys(ANSWERS.values()):
            office = Appointment(serial=1, party=party, role=role, begins=FIRST_DAY)
            known = self.world.jurisdiction.with_person(person(name))
            self.world.jurisdiction = known.with_appointment(person(name), office)

    def take(self, *levels: ResponsibleLevel) -> list[Event]:
        """The Party group tells what these levels did; the group enters it from its letter."""
        told = [self.act(EDUCATION_GROUP, "take", take(level)) for level in levels]
        return told[-1]


def open_() -> commands.Open:
    return commands.Open(risk="学校食堂食材采购", unit=UNIT, on_behalf=LETTER)


def take(level: ResponsibleLevel, step: str | None = None) -> commands.Take:
    who = person(ANSWERS[level][0])
    return commands.Take(step=step, level=level, answers=who, text="已落实", on_behalf=LETTER)


def return_(level: ResponsibleLevel, step: str | None = None) -> commands.Return:
    return commands.Return(step=step, level=level, reason="未落到岗位")


def except_(level: ResponsibleLevel) -> commands.Except:
    return commands.Except(level=level, reason="岗位空缺", approved_by=DEPUTY)


def correct(**changes: Any) -> commands.Correct:
    return commands.Correct(reason="误", approved_by=DEPUTY, on_behalf=LETTER, **changes)


def opened() -> Desk:
    desk = Desk()
    desk.act(EDUCATION_GROUP, "open", open_())
    return desk


def asked(told: list[Event]) -> list[tuple[int, str, str]]:
    return [(e.number, e.step, e.level) for e in told if isinstance(e, events.StepAsked)]


def test_the_first_step_is_owed_by_its_levels_at_once() -> None:
    desk = Desk()
    told = desk.act(EDUCATION_GROUP, "open", open_())
    assert asked(told) == [(1, "examine", "section_heads"), (1, "examine", "desk_officers")]
    owed = [event for event in told if isinstance(event, Arisen) and event.rule == "step"]
    assert [(each.owner, each.owed_to, each.due) for each in owed] == [
        (PARTY_GROUP, EDUCATION_GROUP, datetime.date(2026, 1, 12))
    ] * 2


def test_who_opens_no_chain_in_a_year_owes_one() -> None:
    """Within three months of the year, counted from the day on which the city began."""
    desk = Desk()
    desk.world.settle()
    (share,) = (told.stream for told in desk.world.told if told.stream.startswith("obligation/"))
    (owed,) = desk.world.stream(share).obligations.values()
    assert (owed.owner, owed.owed_to) == (PARTY_GROUP, EDUCATION_GROUP)
    assert (owed.arisen.period, owed.due) == ("2026", datetime.date(2026, 4, 7))
    desk.world.pass_to(datetime.date(2026, 4, 10))
    told = desk.act(EDUCATION_GROUP, "open", open_())
    late = [event.late_working_days for event in told if isinstance(event, Fulfilled)]
    assert late == [3]
    assert not desk.world.stream(share).obligations


def test_a_step_needs_the_one_before_it_from_every_level() -> None:
    desk = opened()
    told = desk.take("section_heads")
    assert [type(event) for event in told] == [events.StepTaken, Fulfilled]
    desk.refuses(WrongState, EDUCATION_GROUP, "take", take("party_group"))
    assert asked(desk.take("desk_officers")) == [(2, "take_up", "party_group")]
    assert asked(desk.take("party_group")) == [
        (3, "report", "party_group"),
        (3, "report", "principal_head"),
    ]
    last = desk.take("party_group", "principal_head")
    assert [event.exceptions for event in last if isinstance(event, events.Completed)] == [0]
    assert desk.state.stage == "completed"


def test_a_recorded_exception_lets_the_chain_go_on() -> None:
    desk = opened()
    desk.take("section_heads")
    told = desk.act(EDUCATION_GROUP, "except", except_("desk_officers"))
    assert Withdrawn in map(type, told)
    assert asked(told) == [(2, "take_up", "party_group")]
    desk.take("party_group")
    done = desk.take("party_group", "principal_head")
    assert [event.exceptions for event in done if isinstance(event, events.Completed)] == [1]


def test_what_was_returned_is_owed_again_and_holds_the_next_step_up() -> None:
    desk = opened()
    desk.take("section_heads")
    back = return_("section_heads")
    told = desk.act(EDUCATION_GROUP, "return", back)
    assert [event.rule for event in told if isinstance(event, Arisen)] == ["better-step"]
    assert asked(desk.take("desk_officers")) == []
    assert asked(desk.take("section_heads")) == [(2, "take_up", "party_group")]
    desk.refuses(WrongState, EDUCATION_GROUP, "return", back)


def test_an_earlier_step_can_come_back_and_what_was_taken_after_it_stands() -> None:
    desk = opened()
    desk.take("section_heads", "desk_officers")
    back = return_("section_heads", "examine")
    told = desk.act(EDUCATION_GROUP, "return", back)
    assert [event.rule for event in told if isinstance(event, Arisen)] == ["better-step"]
    desk.refuses(WrongState, EDUCATION_GROUP, "return", back)
    desk.refuses(WrongState, EDUCATION_GROUP, "take", take("section_heads"))
    assert asked(desk.take("party_group")) == []
    again = desk.act(EDUCATION_GROUP, "take", take("section_heads", "examine"))
    assert [event.number for event in again if isinstance(event, events.StepTaken)] == [1]
    assert [number for number, _, _ in asked(again)] == [3, 3]


def test_the_last_step_can_come_back_and_the_chain_is_open_until_it_is_taken_again() -> None:
    desk = opened()
    desk.take("section_heads", "desk_officers")
    desk.take("party_group")
    desk.take("principal_head", "party_group")
    desk.act(EDUCATION_GROUP, "return", return_("party_group"))
    assert (desk.state.stage, desk.owed) == ("open", {(PARTY_GROUP, "better-step")})
    desk.act(EDUCATION_GROUP, "return", return_("desk_officers", "examine"))
    assert events.Completed not in map(type, desk.take("party_group"))
    gap = replace(except_("desk_officers"), step="examine")
    told = desk.act(EDUCATION_GROUP, "except", gap)
    assert [event.exceptions for event in told if isinstance(event, events.Completed)] == [1]
    assert (desk.state.stage, desk.owed) == ("completed", set())


def test_who_answers_for_a_level_holds_office_there_that_day() -> None:
    desk = opened()
    for name in ("secretary", "group-head"):
        wrong = replace(take("section_heads"), answers=person(name))
        desk.refuses(InvalidField, EDUCATION_GROUP, "take", wrong)
    told = desk.take("section_heads")
    answers = [event.answers for event in told if isinstance(event, events.StepTaken)]
    assert answers == [person("section")]
    alone = Desk()
    alone.act(EDUCATION_GROUP, "open", replace(open_(), unit=None))
    alone.refuses(InvalidField, EDUCATION_GROUP, "take", take("section_heads"))


def test_the_unit_reads_its_own_chain_and_no_other_units() -> None:
    desk = Desk()
    jurisdiction = desk.world.jurisdiction
    health = PartyId("health")
    bureau = replace(jurisdiction.party(UNIT), code=health, stationed_group=HEALTH_GROUP)
    desk.world.jurisdiction = jurisdiction.with_party(bureau, stream("party", "health"))
    desk.refuses(InvalidField, EDUCATION_GROUP, "open", replace(open_(), unit=health))
    told = desk.act(EDUCATION_GROUP, "open", open_())
    chain = [event for event in told if isinstance(event, events.ChainEvent)]
    assert all(UNIT in event.concerns.parties for event in chain)


def test_a_broken_link_is_overdue_and_stays_owed() -> None:
    desk = opened()
    desk.world.pass_to(datetime.date(2026, 1, 13))
    late = [told for told in desk.world.told if isinstance(told.event, Overdue)]
    assert len(late) == 2
    told = desk.take("section_heads")
    assert [e.late_working_days for e in told if isinstance(e, Fulfilled)] == [1]


def test_a_chain_keeps_the_steps_of_its_day() -> None:
    desk = opened()
    scheme = desk.world.jurisdiction.scheme
    assert scheme is not None
    shorter = replace(scheme, chain_steps=())
    desk.world.jurisdiction = replace(desk.world.jurisdiction, scheme=shorter)
    assert asked(desk.take("section_heads", "desk_officers")) == [(2, "take_up", "party_group")]


def test_who_may_do_what() -> None:
    own = commands.Open(risk="x")
    Desk().refuses(errors.NotOfTheChain, EDUCATION_GROUP, "open", own)
    Desk(steps="").refuses(errors.NoSteps, EDUCATION_GROUP, "open", open_())
    desk = opened()
    by_group = replace(take("section_heads"), on_behalf=None)
    desk.refuses(errors.NotOfTheChain, EDUCATION_GROUP, "take", by_group)
    by_office = replace(except_("section_heads"), approved_by=person("chief"))
    desk.refuses(errors.NotOfTheChain, OFFICE, "except", by_office)
    desk.refuses(NotFound, HEALTH_GROUP, "return", return_("section_heads"))


def test_corrected_and_annulled_with_an_approver() -> None:
    desk = opened()
    right = correct(risk="食材采购")
    (told,) = desk.act(EDUCATION_GROUP, "correct", right)
    assert isinstance(told, events.Corrected)
    annul = commands.Annul(reason="重复", approved_by=DEPUTY, on_behalf=LETTER)
    gone = desk.act(EDUCATION_GROUP, "annul", annul)
    assert [type(event) for event in gone] == [events.Annulled, Withdrawn, Withdrawn]
    desk.refuses(WrongState, EDUCATION_GROUP, "take", take("section_heads"))


def test_what_a_level_told_is_corrected_once_it_took_the_step() -> None:
    """Who answers for it held office there on that day; what is owed is as before."""
    desk = opened()
    right = correct(level="section_heads", answers=person("desk"), text="已逐项落实")
    desk.refuses(WrongState, EDUCATION_GROUP, "correct", right)
    desk.take("section_heads")
    owed = desk.owed
    for wrong in (
        correct(),
        correct(level="section_heads"),
        correct(answers=person("desk")),
        correct(risk="食材采购", text="已落实"),
        correct(level="section_heads", answers=person("secretary")),
    ):
        desk.refuses(InvalidField, EDUCATION_GROUP, "correct", wrong)
    (told,) = desk.act(EDUCATION_GROUP, "correct", right)
    assert isinstance(told, events.StepCorrected)
    assert (told.link, told.answers) == ("1:section_heads", person("desk"))
    assert desk.owed == owed
