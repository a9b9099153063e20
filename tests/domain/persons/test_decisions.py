"""People: registered, appointed, let read, found to be one."""

import datetime
from dataclasses import replace

import pytest

from domain.catalogue import FAMILY
from domain.errors import InvalidField, NotAuthorised, NotFound, UnknownParty, WrongState
from domain.ids import StreamId, derived_id, stream_id
from domain.persons import commands, errors
from domain.persons.events import Appointed, AppointmentEnded, ReadingGranted
from tests.domain import histories
from tests.domain.errands import COMMISSION, MONDAY, OFFICE, person
from tests.domain.founding import PLACE, Founding

TUESDAY = MONDAY + datetime.timedelta(1)


def staffed() -> Founding:
    """Two heads in office, appointed by the founder."""
    world = Founding.adopted()
    for name, party, role in (
        ("director", "office", "head"),
        ("chief", "commission", "principal_head"),
    ):
        world.register(name)
        world.appoint(name, party, role)
    return world


def of(name: str) -> StreamId:
    return StreamId(person(name))


def test_a_person_is_registered_then_appointed() -> None:
    world = Founding.adopted()
    with pytest.raises(NotFound):
        world.appoint("wang", "office", "member")
    world.register("wang")
    (event,) = world.appoint("wang", "office", "member")
    assert isinstance(event, Appointed)
    assert event.concerns.parties == (COMMISSION, OFFICE)
    place = world.jurisdiction
    assert place.roles_of(person("wang"), OFFICE, MONDAY) == {"member"}
    assert place.holders(OFFICE, ("member",), MONDAY) == (person("wang"),)
    assert not place.holds(person("wang"), OFFICE, ("head",), MONDAY)


def test_an_appointment_names_a_role_and_a_party_of_the_scheme() -> None:
    world = Founding.adopted()
    world.register("wang")
    with pytest.raises(errors.UnknownRole):
        world.appoint("wang", "office", "emperor")
    with pytest.raises(UnknownParty):
        world.appoint("wang", "palace", "head")
    with pytest.raises(InvalidField):
        world.appoint("wang", "office", "administrator")
    backwards = commands.Appoint(party=OFFICE, role="head", begins=TUESDAY, ends=MONDAY)
    with pytest.raises(InvalidField):
        world.do("person.appoint", of("wang"), backwards)


def test_nobody_appoints_themself_under_whatever_pseudonym() -> None:
    world = Founding.adopted()
    world.register("founder")
    with pytest.raises(errors.SelfAppointment):
        world.appoint("founder", "commission", "administrator")
    world.register("alias")
    world.jurisdiction = world.jurisdiction.with_link(person("alias"), person("founder"))
    with pytest.raises(errors.SelfAppointment):
        world.appoint("alias", "commission", "administrator")


def test_the_founders_mandate_rests_while_there_is_an_administrator() -> None:
    world = Founding.adopted()
    world.register("boss")
    world.appoint("boss", "commission", "administrator")
    with pytest.raises(NotAuthorised):
        world.register("wang")
    world.register("wang", actor="boss")
    world.pass_to(TUESDAY)
    ended = commands.EndAppointment(appointment=1, last_day=MONDAY, reason="调任")
    with pytest.raises(errors.SelfAppointment):
        world.do("person.end_appointment", of("boss"), ended, actor="boss")
    world.register("second", actor="boss")
    world.appoint("second", "commission", "administrator", actor="boss")
    world.do("person.end_appointment", of("boss"), ended, actor="second")
    assert not world.jurisdiction.administers(person("boss"), COMMISSION, TUESDAY)
    world.do(
        "person.appoint",
        of("wang"),
        commands.Appoint(party=OFFICE, role="head", begins=TUESDAY),
        actor="second",
    )


def test_an_appointment_ends_on_a_day_within_it() -> None:
    world = staffed()
    early = commands.EndAppointment(
        appointment=1, last_day=datetime.date(2026, 1, 4), reason="调任"
    )
    with pytest.raises(errors.NoSuchAppointment):
        world.do("person.end_appointment", of("director"), early)
    (event,) = world.do(
        "person.end_appointment",
        of("director"),
        commands.EndAppointment(appointment=1, last_day=MONDAY, reason="调任"),
    )
    assert isinstance(event, AppointmentEnded)
    assert world.jurisdiction.roles_of(person("director"), OFFICE, MONDAY) == {"head"}
    assert world.jurisdiction.roles_of(person("director"), OFFICE, TUESDAY) == frozenset()
    with pytest.raises(errors.NoSuchAppointment):
        world.do(
            "person.end_appointment",
            of("director"),
            commands.EndAppointment(appointment=1, last_day=TUESDAY, reason="调任"),
        )


def grant(**changed: object) -> commands.GrantReading:
    fields: dict[str, object] = {
        "stream": PLACE,
        "scope": "content",
        "reason": "协助核实",
        "expires": TUESDAY,
        "approved_by": person("chief"),
        **changed,
    }
    return commands.GrantReading(**fields)  # type: ignore[arg-type]


def test_reading_is_granted_with_reason_giver_scope_and_expiry() -> None:
    """R 299: limited in scope and in time."""
    world = staffed()
    world.register("wang")
    (event,) = world.do("person.grant_reading", of("wang"), grant(), actor="director", party=OFFICE)
    assert isinstance(event, ReadingGranted)
    assert (event.grant, event.given_by, event.scope) == (1, person("director"), "content")
    assert (event.reason, event.expires) == ("协助核实", TUESDAY)
    revoke = commands.RevokeReading(grant=1, reason="结束")
    world.do("person.revoke_reading", of("wang"), revoke, actor="director", party=OFFICE)
    with pytest.raises(errors.NoSuchGrant):
        world.do("person.revoke_reading", of("wang"), revoke, actor="director", party=OFFICE)


def test_reading_is_not_granted_to_oneself_nor_of_nothing_nor_in_the_past() -> None:
    world = staffed()
    world.register("wang")
    with pytest.raises(errors.SelfAppointment):
        world.do("person.grant_reading", of("director"), grant(), actor="director", party=OFFICE)
    nothing = stream_id("lead", derived_id("nothing"))
    with pytest.raises(NotFound):
        world.do(
            "person.grant_reading",
            of("wang"),
            grant(stream=nothing),
            actor="director",
            party=OFFICE,
        )
    over = grant(expires=datetime.date(2026, 1, 4))
    with pytest.raises(InvalidField):
        world.do("person.grant_reading", of("wang"), over, actor="director", party=OFFICE)
    world.appoint("wang", "office", "member")
    with pytest.raises(NotAuthorised):
        world.do("person.grant_reading", of("chief"), grant(), actor="wang", party=OFFICE)


def test_nobody_lets_others_read_more_than_they_may_themselves() -> None:
    """R 299: at the edge of a lead one knows its status, and so may let others know that alone."""
    world = staffed()
    world.register("wang")
    lead = stream_id("lead", derived_id("lead"))
    edge = replace(
        FAMILY["lead"].empty(lead),
        version=3,
        circles={"lead": frozenset({COMMISSION}), "lead_transfer:1": frozenset({OFFICE})},
        insiders=frozenset({COMMISSION}),
    )
    world.streams[lead] = edge
    content, status = (grant(stream=lead, scope=scope) for scope in ("content", "status"))
    with pytest.raises(NotFound):
        world.do("person.grant_reading", of("wang"), content, actor="director", party=OFFICE)
    world.do("person.grant_reading", of("wang"), status, actor="director", party=OFFICE)


def test_persons_are_linked_not_merged_and_links_join_groups() -> None:
    """DESIGN: «subjects of one natural person are linked by events»; reported persons too."""
    world = staffed()
    for one, other in (("a", "b"), ("c", "d"), ("b", "c")):
        link = commands.Link(other=person(other), reason="同一证件")
        world.do("person.link", of(one), link, actor="director", party=OFFICE)
    assert world.jurisdiction.one_person(person("a"), person("d"))
    assert not world.jurisdiction.one_person(person("a"), person("director"))
    again = commands.Link(other=person("d"), reason="同一证件")
    with pytest.raises(WrongState):
        world.do("person.link", of("a"), again, actor="director", party=OFFICE)
    histories.check(world)
