"""A group in which wang leaves and zhao takes over: two leads and a case are in wang's hands."""

import datetime
from dataclasses import replace
from functools import cache
from typing import Any, Final

from domain.catalogue import CATALOGUE
from domain.ids import PartyId, PersonId, StreamId
from domain.jurisdiction import Jurisdiction
from domain.model import Command, Event
from domain.scheme import Scheme
from domain.work_hand_overs import commands
from domain.work_hand_overs.state import WorkHandOver
from tests.domain.cases.city import SCHEMES, city, person, text
from tests.domain.cases.docket import Docket
from tests.domain.small import stream

GROUP: Final = PartyId("sg-education")
LAST_DAY: Final = datetime.date(2026, 3, 20)
CADRES: Final = """
[party.cadre-office]
kind = "organisationOffice"
zh = "干部监督室"
en = "the cadre office"
"""


@cache
def place() -> Jurisdiction:
    """The city of cases, in which work is handed over as it is in every city."""
    own = (SCHEMES / "mechanisms" / "work-hand-overs.toml").read_text("utf-8")
    scheme = Scheme.parse("\n".join((text(), CADRES, own)), CATALOGUE)
    return replace(city(), scheme=scheme, parties=scheme.parties)


class Desk:
    """Leads and a case that wang and li handle, and the list by which they go to zhao."""

    def __init__(self) -> None:
        self.docket = Docket()
        self.world = self.docket.world
        self.world.jurisdiction = place()
        self.stream = stream("work_hand_over", "first")
        self.docket.opened()
        self.case = self.docket.case
        self.leads = [self.lead(tag) for tag in ("second", "third")]

    def lead(self, tag: str) -> StreamId:
        """Another lead whose disposal waits to be carried out."""
        return self.docket.another(tag).disposed("zhang")

    @property
    def state(self) -> WorkHandOver:
        found: WorkHandOver = self.world.state(self.stream)
        return found

    @property
    def owed(self) -> set[str]:
        """The rules under which something is owed because of the list."""
        return {each.arisen.rule for each in self.world.stream(self.stream).obligations.values()}

    def do(self, name: str, action: str, command: Command) -> list[Event]:
        return self.docket.do(name, f"work_hand_over.{action}", command, stream=self.stream)

    def draw_up(self, *matters: StreamId, **changes: Any) -> commands.DrawUp:
        plain: dict[str, Any] = {
            "leaver": person("wang"),
            "taker": person("zhao"),
            "ground": "transferred",
            "last_day": LAST_DAY,
            "items": tuple(
                commands.Entry(matter=each) for each in matters or (*self.leads, self.case)
            ),
        }
        return commands.DrawUp(**(plain | changes))

    def drawn_up(self, *matters: StreamId, **changes: Any) -> "Desk":
        self.do("head", "draw_up", self.draw_up(*matters, **changes))
        return self

    def signed(self, *matters: StreamId) -> "Desk":
        self.drawn_up(*matters).do("wang", "sign", commands.Sign())
        return self

    def handlers(self, matter: StreamId) -> tuple[PersonId, ...]:
        found: tuple[PersonId, ...] = self.world.state(matter).handlers
        return found
