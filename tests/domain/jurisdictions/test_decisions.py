"""Opening a jurisdiction, beginning its log, moving its clock, moving itself."""

import datetime
from dataclasses import replace
from typing import Any

import pytest

from domain.errors import (
    AlreadyExists,
    InvalidField,
    JurisdictionMoved,
    NotAuthorised,
    Refusal,
    WrongState,
)
from domain.ids import (
    INSTALLATION,
    SYSTEM_PARTY,
    SYSTEM_PERSON,
    JurisdictionCode,
    PartyId,
    jurisdiction_stream,
)
from domain.jurisdiction import Jurisdiction
from domain.jurisdictions.commands import AdvanceClock, Close, Open, Resume
from domain.jurisdictions.events import Begun, Closed, Opened, Resumed
from domain.model import Event
from tests.domain.errands import COMMISSION, MONDAY, OFFICE, at_nine, person
from tests.domain.founding import PLACE, Founding, begin
from tests.domain.world import World

START = at_nine(MONDAY)


def open_city(
    world: World, code: str = "linyi", actor: str = "operator", **changed: Any
) -> list[Event]:
    command = Open(
        **{
            "code": JurisdictionCode(code),
            "title_zh": "临沂市",
            "title_en": "Linyi",
            "source": f"test/{code}",
            "partition": 0,
            "clock": "simulated",
            "starts": START,
            "founder": person("founder"),
            "founding_party": COMMISSION,
            **changed,
        }
    )
    target = jurisdiction_stream(JurisdictionCode(code))
    party = PartyId("installation")
    return world.ask("jurisdiction.open", target, command, actor=person(actor), party=party)


def installation() -> World:
    return World(Jurisdiction(code=INSTALLATION), START)


def test_a_jurisdiction_is_opened_in_the_installation_log() -> None:
    """DESIGN: «all openings of jurisdictions are ordered in one installation log»."""
    (event,) = open_city(installation())
    assert isinstance(event, Opened)
    assert (event.code, event.partition, event.operator) == ("linyi", 0, person("operator"))


def test_only_who_opened_the_first_opens_more_and_each_only_once() -> None:
    world = installation()
    open_city(world)
    open_city(world, "wuhu")
    with pytest.raises(NotAuthorised):
        open_city(world, "liuzhou", actor="somebody")
    with pytest.raises(AlreadyExists):
        open_city(world, "wuhu")


@pytest.mark.parametrize(
    "wrong",
    [
        {"clock": "real"},
        {"starts": None},
        {"starts": datetime.datetime(2026, 1, 1, 9)},  # noqa: DTZ001
        {"starts": START.astimezone(datetime.timezone(datetime.timedelta(hours=8)))},
    ],
)
def test_only_a_simulated_clock_has_a_start_and_that_is_utc(wrong: dict[str, Any]) -> None:
    with pytest.raises(InvalidField):
        open_city(installation(), **wrong)


@pytest.mark.parametrize(
    "wrong", [{"clock": "real"}, {"starts": None}, {"source": "test/elsewhere"}]
)
def test_a_log_begins_as_it_was_opened(wrong: dict[str, Any]) -> None:
    with pytest.raises(InvalidField):
        Founding.blank().do("jurisdiction.begin", PLACE, begin(**wrong))


def test_a_jurisdiction_is_not_opened_in_the_log_of_another() -> None:
    with pytest.raises(Refusal):
        open_city(Founding.begun(), actor="founder")


def test_the_founder_begins_the_log_and_the_clock_shows_its_start() -> None:
    world = Founding.blank()
    (event,) = world.do("jurisdiction.begin", PLACE, begin())
    assert isinstance(event, Begun)
    place = world.jurisdiction
    assert (place.founder, place.founding_party) == (person("founder"), COMMISSION)
    assert (place.begun, place.source) == (MONDAY, "test/errands")
    assert place.clock_at(datetime.datetime.now(datetime.UTC)) == START
    with pytest.raises(AlreadyExists):
        world.do("jurisdiction.begin", PLACE, begin())


def test_a_log_begins_in_its_own_stream_for_the_founding_party() -> None:
    other = jurisdiction_stream(JurisdictionCode("elsewhere"))
    with pytest.raises(InvalidField):
        Founding.blank().do("jurisdiction.begin", other, begin())
    for actor, party in (("founder", OFFICE), ("somebody", COMMISSION)):
        with pytest.raises(NotAuthorised):
            Founding.blank().do("jurisdiction.begin", PLACE, begin(), actor=actor, party=party)


def advance(world: Founding, hours: int, actor: str = "founder") -> None:
    command = AdvanceClock(to=world.now + datetime.timedelta(hours=hours))
    world.do("jurisdiction.advance_clock", PLACE, command, actor=actor)


def test_the_simulated_clock_moves_forward_only() -> None:
    world = Founding.begun()
    advance(world, 1)
    shown = world.jurisdiction.clock_at(datetime.datetime.now(datetime.UTC))
    assert shown == START + datetime.timedelta(hours=1)
    for hours in (0, -1):
        with pytest.raises(InvalidField):
            advance(world, hours)
    with pytest.raises(NotAuthorised):
        advance(world, 2, actor="somebody")


def test_a_real_clock_is_not_moved() -> None:
    opened = replace(Founding.blank().jurisdiction, clock="real", simulated_now=None)
    world = replace(Founding.blank(), jurisdiction=opened)
    world.do("jurisdiction.begin", PLACE, begin(clock="real", starts=None))
    with pytest.raises(InvalidField):
        advance(world, 1)
    wall = datetime.datetime.now(datetime.UTC)
    assert world.jurisdiction.clock_at(wall) == wall


def closed(world: Founding, to: str = "province") -> list[Event]:
    command = Close(to=to, address="https://guantong.example.cn")
    return world.ask("jurisdiction.close", PLACE, command, actor=SYSTEM_PERSON, party=SYSTEM_PARTY)


def resumed(world: Founding) -> list[Event]:
    return world.ask(
        "jurisdiction.resume", PLACE, Resume(), actor=SYSTEM_PERSON, party=SYSTEM_PARTY
    )


def test_a_log_that_was_closed_goes_on_where_it_was_closed_for_and_nowhere_else() -> None:
    """ADR 0004."""
    world = Founding.begun()
    (event,) = closed(world)
    assert isinstance(event, Closed)
    for refused in (lambda: world.register("张三"), lambda: closed(world), lambda: resumed(world)):
        with pytest.raises(JurisdictionMoved) as raised:
            refused()
        assert raised.value.details["to"] == "province"
        assert raised.value.details["address"] == "https://guantong.example.cn"

    world.jurisdiction = replace(world.jurisdiction, installation="province")
    (event,) = resumed(world)
    assert isinstance(event, Resumed)
    assert event.installation == "province"
    assert world.register("张三")


def test_only_what_has_begun_is_closed_and_only_for_another_installation() -> None:
    with pytest.raises(WrongState):
        closed(Founding.blank())
    with pytest.raises(WrongState):
        resumed(Founding.begun())
    at_home = Founding.begun()
    at_home.jurisdiction = replace(at_home.jurisdiction, installation="province")
    with pytest.raises(InvalidField):
        closed(at_home)
    with pytest.raises(NotAuthorised):
        Founding.begun().do("jurisdiction.close", PLACE, Close(to="province"))
