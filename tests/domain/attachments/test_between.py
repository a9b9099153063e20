"""Files that are released with a lead, and those that come back with its feedback (ADR 0005, 0006).

The digest is the same at both ends, and on both it is on record who sent it and that it came.
"""

import dataclasses
from typing import Any

import pytest

from domain.attachments import commands, events
from domain.attachments.errors import AttachmentDamaged, NoSuchAttachment
from domain.errors import InvalidField, WrongState
from domain.ids import SYSTEM_PARTY, SYSTEM_PERSON, StreamId
from domain.leads import commands as leads
from domain.leads.events import Referred, ResultFedBack
from domain.model import Event
from tests.domain.leads.abroad import Post, close, release, there
from tests.domain.leads.given import ACCEPT, TAKE, Office, only, party, person
from tests.domain.small import stream

SCAN: StreamId = stream("attachment", "scan")
REPLY: StreamId = stream("attachment", "reply")
DIGEST = "d" * 64


def attach(office: Office, lead: StreamId, attachment: StreamId = SCAN, **changes: Any) -> None:
    """The clerk attaches a scan."""
    plain: dict[str, Any] = {
        "attachment": attachment,
        "kind": "paper_scan",
        "name": "本级材料.pdf",
        "digest": DIGEST,
        "size": 12,
        "media_type": "application/pdf",
        "stored": "b" * 64,
        "sealing": "a256gcm-1m",
    }
    act(office, lead, "add", commands.Add(**(plain | changes)))


def act(office: Office, lead: StreamId, name: str, command: Any) -> list[Event]:
    """The clerk does something with an attachment."""
    own = party(office.parties["clerk"])
    return office.world.ask(f"attachment.{name}", lead, command, actor=person("clerk"), party=own)


def with_files(*attachments: StreamId) -> leads.Refer:
    """What the city says to the county, with files."""
    files = tuple(commands.Released(attachment=each, name="材料.pdf") for each in attachments)
    return dataclasses.replace(release(), attachments=files)


def referred(*attachments: StreamId) -> tuple[Post, StreamId, StreamId]:
    """A lead with a scan was referred to the county."""
    post = Post()
    here = post.city.registered()
    attach(post.city, here)
    told = post.city.do("clerk", "refer", here, with_files(*attachments))
    return post, here, only(told, Referred).there


def of(office: Office, kind: type[Event]) -> list[Any]:
    return [each.event for each in office.world.told if isinstance(each.event, kind)]


def test_what_is_released_arrives_as_the_same_file_under_the_released_name() -> None:
    post, here, lead = referred(SCAN)
    (sent,) = of(post.city, events.Released)
    assert (sent.attachment, sent.by, sent.to, sent.digest) == (
        SCAN,
        "case-supervision",
        "cc-yinan",
        DIGEST,
    )
    assert sent.concerns.parties == ("case-supervision",)
    post.carry()
    (came,) = of(post.county, events.Added)
    assert (came.attachment, came.by, came.name, came.digest, came.stored) == (
        there(SCAN, post.city),
        "city",
        "材料.pdf",
        DIGEST,
        "a" * 64,
    )
    (carried,) = of(post.county, events.Carried)
    assert (carried.by, carried.source, carried.there, carried.digest) == (
        "city",
        "test/linyi",
        SCAN,
        DIGEST,
    )
    assert came.concerns.parties == ("case-supervision",)
    for office, stream_ in ((post.city, here), (post.county, lead)):
        found = office.world.stream(stream_)
        assert [each.digest for each in found.attachments.values()] == [DIGEST]
        last = [t.event for t in office.world.told if t.event.concerns.visibility == "lead"][-1]
        assert found.circles["lead"] == frozenset(
            (*last.concerns.parties, *last.concerns.observers)
        )


def test_what_is_not_released_stays() -> None:
    post, _, _ = referred()
    post.carry()
    assert of(post.county, events.Added) == []


def test_files_of_the_feedback_come_back_to_the_ends_of_the_hand_over() -> None:
    post, here, lead = referred(SCAN)
    post.carry()
    for action, command in (("acknowledge_transfer", TAKE), ("accept", ACCEPT)):
        post.county.do("clerk", action, lead, command)
    attach(post.county, lead, REPLY)
    close(post.county, lead)
    back = leads.FeedBack(
        transfer=1,
        result="verified",
        text="已处理",
        attachments=(commands.Released(attachment=REPLY, name="复函.pdf"),),
    )
    post.county.do("clerk", "feed_back", lead, back)
    post.carry()
    came = of(post.city, events.Added)[-1]
    assert (came.attachment, came.by, came.name) == (
        there(REPLY, post.county),
        "cc-yinan",
        "复函.pdf",
    )
    assert (came.concerns.visibility, came.concerns.parties) == (
        "transfer:1",
        ("case-supervision", "cc-yinan"),
    )
    assert only([t.event for t in post.city.world.told], ResultFedBack).text == "已处理"
    assert post.city.world.stream(here).attachments[came.attachment].digest == DIGEST


def test_nothing_goes_that_is_not_there_not_whole_or_named_twice() -> None:
    post = Post()
    here = post.city.registered()
    attach(post.city, here)
    for files, refusal in (((REPLY,), NoSuchAttachment), ((SCAN, SCAN), InvalidField)):
        with pytest.raises(refusal):
            post.city.do("clerk", "refer", here, with_files(*files))
    damage = commands.NoteDamage(attachment=SCAN, fault="missing")
    post.city.world.ask(
        "attachment.note_damage", here, damage, actor=SYSTEM_PERSON, party=SYSTEM_PARTY
    )
    with pytest.raises(AttachmentDamaged):
        post.city.do("clerk", "refer", here, with_files(SCAN))
    act(post.city, here, "withdraw", commands.Withdraw(attachment=SCAN, reason="误传"))
    with pytest.raises(WrongState):
        post.city.do("clerk", "refer", here, with_files(SCAN))
    assert of(post.city, Referred) == []


def test_within_a_jurisdiction_files_are_attached_instead() -> None:
    office = Office.opened()
    lead = office.accepted()
    close(office, lead)
    back = leads.FeedBack(
        transfer=1,
        result="verified",
        text="已处理",
        attachments=(commands.Released(attachment=SCAN, name="复函.pdf"),),
    )
    with pytest.raises(InvalidField):
        office.do("clerk", "feed_back", lead, back)
