"""Who may read an attachment, and what is put on record when somebody does; who was shown which lead."""

import datetime
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.attachments import commands as attachments
from domain.attachments.errors import NoSuchAttachment
from domain.errors import NotAuthorised, NotFound, NothingToDo, WrongState
from domain.ids import CaseTag, PartyId, StreamId
from domain.model import Concerns, Occurred
from domain.persons.events import ReadingGranted
from domain.persons.state import PersonState
from domain.readings.commands import LeadShown, OpenAttachment, OpenLeads
from domain.readings.decisions import readings_of
from domain.readings.events import AttachmentOpened, LeadOpened
from domain.streams import StreamState
from tests.domain.attachments.desk import CHIEF, MATTER, OTHER, SCAN, Desk, add, attached
from tests.domain.histories import check
from tests.domain.leads.given import Office, party
from tests.domain.leads.given import person as who
from tests.domain.small import (
    CASE_SUPERVISION,
    EDUCATION_GROUP,
    HEALTH_GROUP,
    OFFICE,
    person,
    stream,
)

REPLY = "notice_reply:sg-education"
DAY = datetime.timedelta(days=1)


def read(
    desk: Desk, party: PartyId, actor: str, *, attachment: StreamId = SCAN
) -> AttachmentOpened:
    """Open an attachment of the notice."""
    command = OpenAttachment(matter=MATTER, attachment=attachment)
    serial = len(desk.world.told)
    (opened,) = desk.world.ask(
        "reading.open_attachment",
        stream("reading", str(serial)),
        command,
        actor=person(actor),
        party=party,
    )
    assert isinstance(opened, AttachmentOpened)
    return opened


def let_read(desk: Desk, actor: str, *, expires: datetime.date) -> None:
    """Let a person read the notice by name."""
    granted = ReadingGranted(
        occurred=Occurred(date=desk.world.today),
        concerns=Concerns(parties=(), visibility="grant"),
        grant=1,
        stream=MATTER,
        scope="content",
        reason="协查",
        given_by=CHIEF,
        approved_by=CHIEF,
        expires=expires,
    )
    who = StreamId(person(actor))
    desk.world.streams[who] = StreamState(who, 2, PersonState(registered=True, grants={1: granted}))


def test_who_reads_the_matter_reads_what_is_attached_and_that_is_on_record() -> None:
    desk = attached()
    opened = read(desk, EDUCATION_GROUP, "group-head")
    assert (opened.matter, opened.attachment, opened.by) == (MATTER, SCAN, EDUCATION_GROUP)
    assert opened.digest == "a" * 64
    assert opened.concerns.visibility == "reading"
    assert set(opened.concerns.parties) == {OFFICE, EDUCATION_GROUP, HEALTH_GROUP}


def test_reading_changes_nothing_of_the_matter() -> None:
    desk = attached()
    before = desk.world.stream(MATTER)
    read(desk, HEALTH_GROUP, "health-head")
    assert desk.world.stream(MATTER) == before


def test_who_does_not_read_the_matter_reads_nothing_attached() -> None:
    with pytest.raises(NoSuchAttachment):
        read(attached(), CASE_SUPERVISION, "director")
    with pytest.raises(NotAuthorised):
        read(attached(), OFFICE, "health-head")


def test_a_part_is_read_by_those_it_concerns() -> None:
    desk = Desk()
    desk.act(EDUCATION_GROUP, "add", add(scope=REPLY))
    assert set(read(desk, OFFICE, "office-head").concerns.parties) == {OFFICE, EDUCATION_GROUP}
    with pytest.raises(NoSuchAttachment):
        read(desk, HEALTH_GROUP, "health-head")


def test_whoever_was_let_read_the_matter_reads_its_attachments_until_the_day() -> None:
    desk = attached()
    let_read(desk, "director", expires=desk.world.today)
    assert read(desk, CASE_SUPERVISION, "director").by == CASE_SUPERVISION
    desk.world.advance(desk.world.now + datetime.timedelta(days=1))
    with pytest.raises(NoSuchAttachment):
        read(desk, CASE_SUPERVISION, "director")


def test_who_was_let_read_the_matter_reads_no_part_of_it_that_concerns_others() -> None:
    desk = Desk()
    desk.act(EDUCATION_GROUP, "add", add(scope=REPLY))
    let_read(desk, "director", expires=desk.world.today)
    with pytest.raises(NoSuchAttachment):
        read(desk, CASE_SUPERVISION, "director")


def test_what_was_withdrawn_or_never_attached_is_not_read() -> None:
    desk = attached()
    with pytest.raises(NoSuchAttachment):
        read(desk, OFFICE, "office-head", attachment=OTHER)
    desk.act(OFFICE, "withdraw", attachments.Withdraw(attachment=SCAN, reason="误传"))
    with pytest.raises(WrongState):
        read(desk, OFFICE, "office-head")
    assert replace(desk.attachment(), stage="standing").by == OFFICE


def shown(office: Office, name: str, *leads: StreamId, version: int = 1) -> list[LeadOpened]:
    """Somebody was shown leads; the events."""
    command = OpenLeads(leads=tuple(LeadShown(lead=each, version=version) for each in leads))
    told = office.world.ask(
        "reading.open_leads",
        stream("reading", f"{name}{len(office.world.told)}"),
        command,
        actor=who(name),
        party=party(office.parties[name]),
    )
    return [event for event in told if isinstance(event, LeadOpened)]


def test_who_is_shown_a_page_of_leads_stands_with_each() -> None:
    office = Office.opened()
    leads = [office.received("clerk", tag=tag) for tag in "123"]
    told = shown(office, "clerk", *leads)
    assert [(each.matter, each.read_by, each.by, each.version) for each in told] == [
        (lead, who("clerk"), "case-supervision", 1) for lead in leads
    ]
    assert len({placed.stream for placed in office.world.told[-3:]}) == len(leads)


def test_it_is_on_record_once_a_day_and_again_when_the_lead_has_changed() -> None:
    office = Office.opened()
    lead = office.received("clerk")
    assert len(shown(office, "clerk", lead)) == 1
    with pytest.raises(NothingToDo):
        shown(office, "clerk", lead)
    assert len(shown(office, "clerk", lead, version=2)) == 1
    with pytest.raises(NothingToDo):
        shown(office, "clerk", lead, version=1)
    office.world.advance(office.world.now + DAY)
    assert len(shown(office, "clerk", lead, version=2)) == 1


def test_of_a_page_only_what_is_new_is_added() -> None:
    office = Office.opened()
    known, new = (office.received("clerk", tag=tag) for tag in "12")
    shown(office, "clerk", known)
    assert [each.matter for each in shown(office, "clerk", known, new, new)] == [new]


def test_each_person_and_each_party_read_for_themselves() -> None:
    office = Office.opened()
    lead = office.received("clerk")
    assert len(shown(office, "clerk", lead)) == len(shown(office, "leader", lead)) == 1


def test_who_read_it_is_for_whom_the_lead_concerns_now() -> None:
    """The department that handed it over sees who read it there; once it is accepted, not any more."""
    office = Office.opened()
    lead = office.received("auditor", source="audit")
    (before,) = shown(office, "auditor", lead)
    assert before.concerns.parties == ("audit",)
    lead = office.accepted(tag="2")
    (after,) = shown(office, "clerk", lead)
    assert set(after.concerns.parties) == office.world.stream(lead).content("lead")
    assert (after.concerns.visibility, "audit" in after.concerns.parties) == ("reading", False)


def test_reading_changes_nothing_of_the_lead() -> None:
    office = Office.opened()
    lead = office.received("clerk")
    before = office.world.stream(lead)
    shown(office, "clerk", lead)
    assert office.world.stream(lead) == before


def test_whoever_keeps_out_of_the_lead_is_not_told_who_read_it() -> None:
    office = Office.opened()
    lead = office.received("clerk")
    shown(office, "clerk", lead)
    assert office.world.told[-1].case == CaseTag(lead)
    assert office.world.told[-1].stream == readings_of(lead)


def test_what_is_no_lead_or_not_there_is_not_read() -> None:
    office = Office.opened()
    with pytest.raises(NotFound):
        shown(office, "clerk", stream("lead", "nowhere"))
    with pytest.raises(NotFound):
        shown(office, "clerk", StreamId(who("clerk")))


def test_who_is_out_of_office_reads_nothing() -> None:
    office = Office.opened()
    lead = office.received("clerk")
    office.parties["clerk"] = "audit"
    with pytest.raises(NotAuthorised):
        shown(office, "clerk", lead)


@given(
    st.lists(
        st.tuples(
            st.sampled_from(("clerk", "leader", "group-head")),
            st.sets(st.integers(0, 2), min_size=1),
            st.integers(1, 3),
            st.booleans(),
        ),
        max_size=12,
    )
)
def test_random_readings_are_told_once_for_each_day_and_version(
    readings: list[tuple[str, set[int], int, bool]],
) -> None:
    office = Office.opened()
    leads = [office.received("clerk", tag=str(number)) for number in range(3)]
    known: dict[tuple[str, int, datetime.date], int] = {}
    for name, chosen, version, next_day in readings:
        if next_day:
            office.world.advance(office.world.now + DAY)
        day = office.world.today
        new = [each for each in sorted(chosen) if known.get((name, each, day), 0) < version]
        try:
            told = shown(office, name, *(leads[each] for each in sorted(chosen)), version=version)
        except NothingToDo:
            told = []
        assert [each.matter for each in told] == [leads[each] for each in new]
        known |= {(name, each, day): version for each in new}
    check(office.world)
