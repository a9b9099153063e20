"""A place from its first event: opened, begun, its scheme adopted, its people appointed."""

import datetime
from dataclasses import dataclass
from typing import Any, Final

from domain.ids import (
    JurisdictionCode,
    PartyId,
    PersonId,
    StreamId,
    derived_id,
    jurisdiction_stream,
    stream_id,
)
from domain.jurisdiction import Jurisdiction
from domain.jurisdictions.commands import Begin
from domain.model import Command, Event
from domain.persons import commands as persons
from domain.schemes.commands import Adopt
from tests.domain.errands import CALENDAR, COMMISSION, ERRANDS, MONDAY, SCHEME, at_nine, person
from tests.domain.world import World

CODE: Final = JurisdictionCode("errands")
PLACE: Final = jurisdiction_stream(CODE)
OPENED: Final = Jurisdiction(
    code=CODE,
    source="test/errands",
    clock="simulated",
    simulated_now=at_nine(MONDAY),
    founder=person("founder"),
    founding_party=COMMISSION,
)


def scheme_stream(number: int) -> StreamId:
    return stream_id("scheme", derived_id("founding", number))


@dataclass
class Founding(World):
    """What the founder does, one after the other."""

    @classmethod
    def blank(cls) -> "Founding":
        """Opened in the installation log, with nothing in its own yet."""
        return cls(OPENED, at_nine(MONDAY), catalogue=ERRANDS)

    @classmethod
    def begun(cls) -> "Founding":
        world = cls.blank()
        world.do("jurisdiction.begin", PLACE, begin())
        return world

    @classmethod
    def adopted(cls) -> "Founding":
        world = cls.begun()
        world.adopt()
        return world

    def do(
        self,
        action: str,
        target: StreamId,
        command: Command,
        *,
        actor: str = "founder",
        party: PartyId = COMMISSION,
    ) -> list[Event]:
        return self.ask(action, target, command, actor=person(actor), party=party)

    def adopt(self, text: str = SCHEME, *, number: int = 1, **more: Any) -> list[Event]:
        command = Adopt(
            **{
                "text": text,
                "calendar": CALENDAR,
                "document": "试〔2025〕3号",
                "document_date": datetime.date(2025, 12, 1),
                **more,
            }
        )
        return self.do("scheme.adopt", scheme_stream(number), command)

    def register(self, name: str, **who: Any) -> PersonId:
        someone = person(name)
        self.do("person.register", StreamId(someone), persons.Register(name=name), **who)
        return someone

    def appoint(self, name: str, party: str, role: str, **who: Any) -> list[Event]:
        appoint = persons.Appoint(party=PartyId(party), role=role, begins=MONDAY)
        return self.do("person.appoint", StreamId(person(name)), appoint, **who)


def begin(**changed: Any) -> Begin:
    return Begin(
        **{
            "title_zh": "差事市",
            "title_en": "Errand City",
            "source": "test/errands",
            "clock": "simulated",
            "starts": at_nine(MONDAY),
            "founding_party": COMMISSION,
            **changed,
        }
    )
