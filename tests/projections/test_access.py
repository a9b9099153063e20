"""Who keeps out of what: recused, named, reporters; of parts, merged leads and what meetings table."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from domain.consultations import events as consultations
from domain.consultations.commands import AgendaItem, Attendance
from domain.ids import PersonId, StreamId
from domain.leads import events as leads
from domain.leads.values import Reporter, Standing, SubjectReference
from domain.persons import events as persons
from domain.scheme_parts import MeetingKind
from tests.projections.city import (
    GROUP,
    HEAD,
    LEAD,
    MEETING,
    OFFICE,
    ORGANISATION,
    OTHER,
    City,
    grant,
)
from tests.projections.making import concerns, day, stream


def recuse(
    city: City, person: PersonId, *, where: StreamId = LEAD, granted: bool | None = None
) -> None:
    declared = leads.RecusalDeclared(
        occurred=day(2),
        concerns=concerns(GROUP),
        holder=OFFICE,
        person=person,
        ground="interest",
        reason="r",
    )
    city.tell((where, declared))
    if granted is not None:
        decided = leads.RecusalDecided(
            occurred=day(3),
            concerns=concerns(GROUP),
            holder=OFFICE,
            person=person,
            granted=granted,
            reason="r",
        )
        city.tell((where, decided))


def test_who_is_recused_reads_nothing_of_it(city: City) -> None:
    city.circle(concerns(GROUP, scope="transfer:1"))
    recuse(city, HEAD)
    assert city.readable(HEAD, GROUP) == set()
    city.tell((StreamId(HEAD), grant()))
    assert city.readable(HEAD, GROUP) == set()


def test_a_refused_recusal_opens_it_again(city: City) -> None:
    recuse(city, HEAD, granted=False)
    assert city.readable(HEAD, GROUP) == {(LEAD, "lead")}


def test_who_is_named_reads_nothing_of_it_nor_whoever_is_the_same_person(city: City) -> None:
    named, between = PersonId(stream(20, "person")), PersonId(stream(21, "person"))
    subject = SubjectReference(person=named, standing=Standing(post_level="city"))
    absorbed = leads.Absorbed(
        occurred=day(2),
        concerns=concerns(GROUP),
        holder=OFFICE,
        other=stream(2),
        subjects=(subject,),
        reason="r",
    )
    city.tell((LEAD, absorbed))
    assert city.readable(HEAD, GROUP) == {(LEAD, "lead")}
    link: Callable[[PersonId], persons.Linked] = lambda other: persons.Linked(  # noqa: E731
        occurred=day(3), concerns=ORGANISATION, other=other, reason="r"
    )
    city.tell((StreamId(named), link(between)), (StreamId(HEAD), link(between)))
    assert city.readable(HEAD, GROUP) == set()


def test_who_is_recused_from_a_merged_lead_reads_nothing_of_the_other(city: City) -> None:
    """A recusal refused on the one lead does not lift what came with the other."""
    absorbed = leads.Absorbed(
        occurred=day(2),
        concerns=concerns(GROUP),
        holder=OFFICE,
        other=stream(2),
        subjects=(),
        reason="r",
    )
    city.tell((LEAD, absorbed))
    assert city.readable(HEAD, GROUP) == {(LEAD, "lead")}
    recuse(city, HEAD, where=stream(2), granted=True)
    assert city.readable(HEAD, GROUP) == set()
    recuse(city, HEAD, granted=False)
    assert city.readable(HEAD, GROUP) == set()


def part_of(origin: StreamId) -> leads.SplitOff:
    return leads.SplitOff(
        occurred=day(2),
        concerns=concerns(GROUP),
        holder=OFFICE,
        origin=origin,
        source="audit",
        regime="both",
        secrecy="internal",
        subjects=(),
        reason="r",
    )


def test_who_is_recused_reads_nothing_of_a_part_until_it_is_refused_there(city: City) -> None:
    """An undecided recusal keeps out of parts, and of their parts, as long as it does of the origin."""
    city.tell((LEAD, part_of(stream(2))), (stream(2), part_of(stream(3))))
    recuse(city, HEAD, where=stream(3))
    assert city.readable(HEAD, GROUP) == set()
    recuse(city, HEAD, where=stream(3), granted=False)
    assert (LEAD, "lead") in city.readable(HEAD, GROUP)


@pytest.mark.parametrize("absorbed", [True, False])
def test_who_is_named_in_or_reported_where_it_came_from_reads_nothing_of_it(
    city: City, absorbed: bool
) -> None:
    """R 299: a part's origin, and what was merged into it, name whoever they named before."""
    came_along = leads.Absorbed(
        occurred=day(2),
        concerns=concerns(GROUP),
        holder=OFFICE,
        other=stream(2),
        subjects=(),
        reason="r",
    )
    city.tell((LEAD, came_along if absorbed else part_of(stream(2))))
    assert city.readable(HEAD, GROUP) == {(LEAD, "lead")}
    reported = leads.ReporterRecorded(
        occurred=day(2),
        concerns=concerns(OFFICE, scope="reporter"),
        kept_by=OFFICE,
        report="real_name",
        reporter=Reporter(person=HEAD, name="sha256:0", contact="sha256:0"),
    )
    city.tell((stream(2), reported))
    assert city.readable(HEAD, GROUP) == set()


def table(city: City, number: int, lead: StreamId) -> None:
    added = consultations.AgendaItemAdded(
        occurred=day(2),
        concerns=concerns(GROUP, scope="consultation"),
        item=number,
        by=GROUP,
        agenda_item=AgendaItem(title="研判", lead=lead),
    )
    city.tell_about(lead, MEETING, added)


def resolve(city: City, lead: StreamId) -> None:
    resolved = consultations.LeadResolved(
        occurred=day(3),
        concerns=concerns(GROUP, scope="consultation"),
        lead=lead,
        way="interview",
        text="谈话函询",
        owner=GROUP,
        due=day(5).date,
    )
    city.tell_about(lead, MEETING, resolved)


def test_who_keeps_out_of_a_tabled_lead_reads_nothing_of_it_in_the_meeting(city: City) -> None:
    """R 299, SL 67: neither the point and the resolution nor what was said; it took place, that they know."""
    for number, lead in enumerate((LEAD, stream(2)), start=1):
        table(city, number, lead)
        resolve(city, lead)
    city.tell((MEETING, concluded()))
    assert city.told_of(HEAD, GROUP) == {(LEAD, 2), (stream(2), 2), (None, 1)}
    recuse(city, HEAD, where=LEAD)
    assert city.told_of(HEAD, GROUP) == {(stream(2), 2)}
    assert (MEETING, "consultation") not in city.readable(HEAD, GROUP)
    assert (MEETING, "consultation") in city.readable(HEAD, GROUP, "status")
    recuse(city, HEAD, where=LEAD, granted=False)
    assert city.told_of(HEAD, GROUP) == {(LEAD, 2), (stream(2), 2), (None, 1)}


def test_what_is_owed_from_a_meeting_is_read_but_for_the_lead_kept_out_of(city: City) -> None:
    """An obligation's circle is its own two ends; one that follows from a barred lead stays closed."""
    table(city, 1, LEAD)
    owed = concerns(GROUP, scope="obligation:1")
    informed = consultations.Concluded(occurred=day(3), concerns=owed, conclusions=("c",))
    city.tell((MEETING, informed))
    city.tell_about(LEAD, MEETING, informed)
    recuse(city, HEAD, where=LEAD)
    assert city.told_of(HEAD, GROUP) == {(None, 1)}


def concluded() -> consultations.Concluded:
    return consultations.Concluded(
        occurred=day(3), concerns=concerns(GROUP, scope="consultation"), conclusions=("结论",)
    )


def hold(city: City, *persons: PersonId, kind: MeetingKind = "lead_assessment") -> None:
    held = consultations.Held(
        occurred=day(3),
        concerns=concerns(GROUP, scope="consultation"),
        kind=kind,
        convener=OFFICE,
        present=(Attendance(party=GROUP, persons=persons),),
        minutes="sha256:0",
    )
    city.tell((MEETING, held))


def test_what_is_said_of_leads_is_for_those_present_as_persons(city: City) -> None:
    """R 299: others of a party that was there know that the meeting took place; a release opens it to all."""
    table(city, 1, LEAD)
    assert (MEETING, "consultation") in city.readable(HEAD, GROUP)
    hold(city, OTHER)
    assert (MEETING, "consultation") not in city.readable(HEAD, GROUP)
    assert (MEETING, "consultation") in city.readable(HEAD, GROUP, "status")
    right = consultations.AttendanceCorrected(
        occurred=day(3),
        concerns=concerns(GROUP, scope="consultation"),
        present=(Attendance(party=GROUP, persons=(HEAD,)),),
        reason="漏记",
    )
    city.tell((MEETING, right))
    assert (MEETING, "consultation") in city.readable(HEAD, GROUP)
    city.tell((MEETING, replace(right, present=(Attendance(party=GROUP, persons=(OTHER,)),))))
    assert (MEETING, "consultation") not in city.readable(HEAD, GROUP)
    released = consultations.Released(
        occurred=day(4), concerns=concerns(GROUP, scope="consultation"), to=GROUP, reason="r"
    )
    city.tell((MEETING, released))
    assert (MEETING, "consultation") in city.readable(HEAD, GROUP)


def test_where_no_leads_are_assessed_the_parties_present_read_it(city: City) -> None:
    hold(city, OTHER, kind="topical")
    assert (MEETING, "consultation") in city.readable(HEAD, GROUP)
