"""Who may read an attachment, and what is put on record when somebody does."""

import datetime
from dataclasses import replace

import pytest

from domain.attachments import commands as attachments
from domain.attachments.errors import NoSuchAttachment
from domain.errors import NotAuthorised, WrongState
from domain.ids import PartyId, StreamId
from domain.model import Concerns, Occurred
from domain.persons.events import ReadingGranted
from domain.persons.state import PersonState
from domain.readings.commands import OpenAttachment
from domain.readings.events import AttachmentOpened
from domain.streams import StreamState
from tests.domain.attachments.desk import CHIEF, MATTER, OTHER, SCAN, Desk, add, attached
from tests.domain.small import (
    CASE_SUPERVISION,
    EDUCATION_GROUP,
    HEALTH_GROUP,
    OFFICE,
    person,
    stream,
)

REPLY = "notice_reply:sg-education"


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
