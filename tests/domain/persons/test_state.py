"""Random histories of people: whoever tries whatever, offices, grants and links are what the log says."""

import datetime

from hypothesis import given, settings
from hypothesis import strategies as st

from domain.errors import Refusal
from domain.ids import StreamId
from domain.model import Command
from domain.persons import FAMILY, commands
from domain.persons.state import PersonState
from projections import access
from projections.access import APPOINTMENTS, GRANTS, Appointment, Grant
from projections.rows import Rows
from tests.domain import histories
from tests.domain.errands import COMMISSION, MONDAY, OFFICE, person
from tests.domain.founding import Founding
from tests.domain.persons.test_decisions import grant, of, staffed
from tests.projections.making import Log

NAMES = ("wang", "li", "director")
DAYS = st.integers(0, 20).map(lambda days: MONDAY + datetime.timedelta(days))
ACTORS = (("founder", COMMISSION), ("director", OFFICE))
SERIALS = st.integers(1, 3)
ATTEMPTS: dict[str, st.SearchStrategy[Command]] = {
    "register": st.just(commands.Register(name="王某")),
    "appoint": st.builds(
        commands.Appoint,
        party=st.just(OFFICE),
        role=st.sampled_from(("head", "member")),
        begins=DAYS,
        ends=st.one_of(st.none(), DAYS),
    ),
    "end_appointment": st.builds(
        commands.EndAppointment, appointment=SERIALS, last_day=DAYS, reason=st.just("调任")
    ),
    "grant_reading": DAYS.map(lambda day: grant(expires=day)),
    "revoke_reading": SERIALS.map(lambda n: commands.RevokeReading(grant=n, reason="结束")),
    "link": st.sampled_from(NAMES).map(
        lambda name: commands.Link(other=person(name), reason="同一证件")
    ),
}


def test_every_action_is_attempted() -> None:
    assert set(ATTEMPTS) == {action.name for action in FAMILY.actions}


@settings(max_examples=40)
@given(st.data())
def test_access_follows_every_history(data: st.DataObject) -> None:
    """In office, let read, one person with another: jurisdiction and rows say what each stream says."""
    world = staffed()
    for name in data.draw(st.lists(st.sampled_from(sorted(ATTEMPTS)), max_size=20)):
        target, command = of(data.draw(st.sampled_from(NAMES))), data.draw(ATTEMPTS[name])
        actor, party = data.draw(st.sampled_from(ACTORS))
        try:
            world.do(f"person.{name}", target, command, actor=actor, party=party)
        except Refusal:
            world.pass_to(world.today + datetime.timedelta(days=data.draw(st.integers(0, 4))))
    histories.check(world)
    in_office_as_told(world)
    rows_as_told(world)


def in_office_as_told(world: Founding) -> None:
    """On each day a person holds the roles of their own stream, and is one with whom it names."""
    for name in NAMES:
        state: PersonState = world.state(of(name))
        for days in range(-1, 22):
            day = MONDAY + datetime.timedelta(days)
            held = {each.role for each in state.appointments.values() if each.current(day)}
            assert world.jurisdiction.roles_of(person(name), OFFICE, day) == held
        for other in state.linked:
            assert world.jurisdiction.one_person(other, person(name))


def _last_day(row: Appointment | Grant) -> datetime.date | None:
    return row.ends if isinstance(row, Appointment) else row.expires


def rows_as_told(world: Founding) -> None:
    """The rows that every query joins with have each office and each grant that was not taken back."""
    log, rows = Log(), Rows(access.MODEL)
    for told in world.told:
        for entry in log.command((told.stream, told.event), actor=told.actor):
            rows.apply(access.MODEL.handlers_of(type(told.event)), entry.event)
    shown = {
        table.name: {
            (StreamId(stream), version.row.serial, _last_day(version.row))
            for (_, stream), versions in rows.buffers[table.name].current.items()
            for version in versions.values()
        }
        for table in (APPOINTMENTS, GRANTS)
    }
    states = {name: world.state(of(name)) for name in NAMES}
    of_names = {of(name) for name in NAMES}
    assert {each for each in shown[APPOINTMENTS.name] if each[0] in of_names} == {
        (of(name), each.serial, each.ends)
        for name, state in states.items()
        for each in state.appointments.values()
    }
    assert {each for each in shown[GRANTS.name] if each[0] in of_names} == {
        (of(name), serial, each.expires)
        for name, state in states.items()
        for serial, each in state.grants.items()
    }
