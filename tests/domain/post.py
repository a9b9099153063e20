"""The small city and a county of it with a jurisdiction of its own, and what goes between them.

What one sends is brought to the other as the courier brings it (`processes.dispatches`), in memory.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Final

import pytest

from domain.attachments.commands import Released
from domain.catalogue import CATALOGUE
from domain.errors import Refusal
from domain.ids import (
    JurisdictionCode,
    PartyId,
    StreamId,
    derived_id,
    family_of,
    stream_id,
)
from domain.jurisdiction import Appointment
from domain.model import Command, Event
from domain.scheme import Scheme
from eventlog.codec import command_from_data, event_to_data
from processes.dispatches import Dispatched, failure_of, order_of, with_files
from processes.sending import Order
from tests.domain.small import FIRST_DAY, FOLDER, SCHEMES, person, small, stream
from tests.domain.world import Told, World

CITY: Final = JurisdictionCode("small")
COUNTY: Final = JurisdictionCode("lanshan")
BELOW: Final = PartyId("cc-lanshan")
"""The county, as it is called in the city."""
ABOVE: Final = PartyId("upper-city")
"""The city, as it is called in the county."""
SCAN: Final = stream("attachment", "scan")
ENCLOSED: Final = (Released(attachment=SCAN, name="检查要点.pdf"),)
"""A file as it is released to the other end."""
PROOF: Final = f"sha256:{'5' * 64}"
_GUEST: Final = Appointment(serial=2, party=ABOVE, role="head", begins=FIRST_DAY)
"""Somebody who acts for the other end here."""
_PARTY: Final = """
[party.upper-city]
kind = "other"
zh = "市纪委监委"
en = "the city"
"""
_CHANNEL: Final = """
[channel.{code}]
party = "{party}"
level = "{level}"
sends = {carried}
accepts = {carried}
receiver = "cs"
receivers = {{ {family} = "office-1" }}
systems = {{ sg-education = "sg-education" }}
basis = "b"
"""


@dataclass
class Post:
    """City and county under the rules of one family, and how much of each log was carried.

    ``also`` are families that go between the two as well, each with its mechanism.
    """

    family: str
    mechanism: str
    also: Mapping[str, str] = field(default_factory=dict)
    city: World = field(init=False)
    county: World = field(init=False)
    carried: dict[str, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.city = self._place(CITY, {"code": COUNTY, "party": BELOW, "level": "below"})
        self.county = self._place(COUNTY, {"code": CITY, "party": ABOVE, "level": "above"})

    def _place(self, code: JurisdictionCode, other: dict[str, str]) -> World:
        mechanisms = (self.mechanism, *self.also.values())
        rules = (SCHEMES / "mechanisms" / f"{mechanism}.toml" for mechanism in mechanisms)
        own = "\n".join(file.read_text("utf-8") for file in (FOLDER / "small.toml", *rules))
        carried = json.dumps([self.family, *self.also])
        channel = _CHANNEL.format(family=self.family, carried=carried, **other)
        scheme = Scheme.parse(own + _PARTY + channel, CATALOGUE)
        world = small(*mechanisms)
        world.jurisdiction = replace(
            world.jurisdiction,
            code=code,
            source=f"test/{code}",
            scheme=scheme,
            parties=scheme.parties,
        ).with_appointment(person("chief"), _GUEST)
        return world

    def carry(self) -> None:
        """Bring everything that was sent to the other end, and what that brings about, and so on."""
        while self._from(self.city, self.county) + self._from(self.county, self.city):
            pass

    def _from(self, source: World, target: World) -> int:
        code = source.jurisdiction.code
        fresh = self.orders(source)[self.carried.get(code, 0) :]
        self.carried[code] = self.carried.get(code, 0) + len(fresh)
        for order in fresh:
            take(target, order)
        return len(fresh)

    def orders(self, source: World) -> list[Order]:
        """The commands that what was sent is at the other end, in order."""
        return [order_of(_sealed_anew(each), attempt=1) for each in self.sent(source)]

    def sent(self, source: World) -> list[Dispatched]:
        """What goes to the other end, as the courier reads it."""
        return dispatched(source)

    def fails(self, source: World, place: int = -1) -> list[Event]:
        """One that was sent cannot be delivered: its sender is told."""
        lost = self.sent(source)[place]
        self.carried[source.jurisdiction.code] = len(self.sent(source))
        return take(source, self.failed(lost))

    def failed(self, lost: Dispatched, attempt: int = 1) -> Order:
        """The command that tells its sender that something could not be delivered."""
        return failure_of(lost, attempt=attempt, obstacle="unknown")

    @property
    def there(self) -> StreamId:
        """The one matter of the family in the county."""
        (stream,) = {t.stream for t in self.county.told if family_of(t.stream) == self.family}
        return stream


def dispatched(world: World, after: int = 0) -> list[Dispatched]:
    """What a jurisdiction sent to others behind a position, as the courier reads it."""
    return [
        Dispatched(
            type=f"guantong.{told.name}.v1",
            source=world.jurisdiction.source,
            stream=told.stream,
            position=position,
            proof=PROOF,
            data=event_to_data(told.event),
        )
        for position, told in enumerate(world.told[after:], after + 1)
        if f"guantong.{told.name}.v1" in CATALOGUE.travels
    ]


def _sealed_anew(sent: Dispatched) -> Dispatched:
    """The files as they are for the other end: the same digest, another name and address."""
    files = [
        {
            **each,
            "attachment": file_there(each["attachment"], sent.source),
            "stored": "a" * 64,
            "there": each["attachment"],
        }
        for each in sent.data.get("attachments", ())
    ]
    return with_files(sent, files)


def file_there(attachment: StreamId, source: str) -> StreamId:
    """What an attachment of a log is called at the other end."""
    return stream_id("attachment", derived_id("there", source, attachment))


def take(world: World, order: Order) -> list[Event]:
    """Decide what the courier sends."""
    command: Command = command_from_data(order.type, order.data)
    name = order.type.removeprefix("guantong.")
    return world.ask(name, order.target, command, actor=order.actor, party=order.party)


def refused(expected: type[Refusal], world: World, *act: Any, **by: Any) -> None:
    """The act is refused, and changes nothing."""
    before = dict(world.streams)
    with pytest.raises(expected):
        world.ask(*act, **by)
    assert world.streams == before


def of(told: list[Told], kind: type[Event]) -> list[Any]:
    """The events of a kind, in order."""
    return [each.event for each in told if isinstance(each.event, kind)]
