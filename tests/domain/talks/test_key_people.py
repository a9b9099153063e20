"""Each of the key few whom a dossier names is owed a talk, one by one; what is owed names nobody."""

import datetime
from dataclasses import replace
from typing import Any

from domain.dossiers import commands as dossiers
from domain.model import Command
from domain.oversight import KeyPerson
from domain.talks import commands
from tests.domain.desk import HEADS
from tests.domain.small import EDUCATION_GROUP, FIRST_DAY, OFFICE, person, small, stream
from tests.domain.talks.test_decisions import hold, plan
from tests.domain.world import World

DOSSIER = stream("dossier", "education")
ONE = KeyPerson(name="张某", pseudonym="hmac:one", post="副局长")
OTHER = KeyPerson(name="王某", pseudonym="hmac:other", post="副局长")
THIRD = KeyPerson(name="赵某", pseudonym="hmac:third", post="副局长")
YEAR = datetime.date(2027, 1, 5)


def act(world: World, name: str, target: Any, command: Command) -> None:
    world.ask(name, target, command, actor=person(HEADS[EDUCATION_GROUP]), party=EDUCATION_GROUP)


def named(*people: KeyPerson) -> World:
    """A dossier of the bureau that names them."""
    world = small("dossiers", "talks")
    act(world, "dossier.open", DOSSIER, dossiers.Open(unit="education"))  # type: ignore[arg-type]
    for each in people:
        fact = dossiers.Record(
            section="key_people", text="现任", source="表", stated_on=FIRST_DAY, person=each
        )
        act(world, "dossier.record", DOSSIER, fact)
    return world


def talk(world: World, name: str, whom: KeyPerson) -> Any:
    target = stream("talk", name)
    act(world, "talk.plan", target, replace(plan(person=whom), planned=world.today))
    act(world, "talk.hold", target, hold())
    return target


def due(world: World) -> dict[str, datetime.date]:
    """By when each is to be talked to, by the number of the fact."""
    owed = world.stream(DOSSIER).obligations.values()
    return {
        each.arisen.match[0].value: each.due
        for each in owed
        if each.arisen.rule == "key-person" and each.owner == EDUCATION_GROUP
    }


def test_a_talk_with_one_does_not_answer_for_another() -> None:
    """谈话全覆盖 (mechanism 27): the year counts anew for who was talked to, by the office's word too."""
    world = named(ONE, OTHER)
    assert set(due(world)) == {"1", "2"}
    before = due(world)
    world.pass_to(datetime.date(2026, 1, 20))
    talk(world, "first", ONE)
    after = due(world)
    assert after["1"] > before["1"]
    assert after["2"] == before["2"]
    owed = world.stream(DOSSIER).obligations.values()
    assert {each.arisen.owed_to for each in owed if each.arisen.rule == "key-person"} == {OFFICE}


def test_an_annulled_talk_leaves_it_owed_as_before() -> None:
    world = named(ONE)
    before = due(world)
    world.pass_to(datetime.date(2026, 1, 20))
    target = talk(world, "first", ONE)
    mistaken = commands.Annul(reason="重复", approved_by=person("group-deputy"))
    act(world, "talk.annul", target, mistaken)
    assert due(world) == before


def test_whom_the_dossier_does_not_name_any_more_nobody_is_to_talk_to() -> None:
    """Another in the same post is to be talked to from then on; one who left is not."""
    world = named(ONE, OTHER)
    talk(world, "first", THIRD)
    before = due(world)
    world.pass_to(datetime.date(2026, 1, 20))
    revised = dossiers.Revise(fact=1, text="新任", source="表", stated_on=FIRST_DAY, person=THIRD)
    act(world, "dossier.revise", DOSSIER, revised)
    assert due(world)["1"] > before["1"]
    left = dossiers.Withdraw(fact=2, reason="调离", source="表", stated_on=world.today)
    act(world, "dossier.withdraw", DOSSIER, left)
    assert set(due(world)) == {"1"}
