"""A city's year loaded into a running installation as `guantong load` does, and who reads there."""

import threading
from collections import Counter
from dataclasses import dataclass
from typing import Final, LiteralString

import psycopg

from domain.ids import JurisdictionCode, PersonId, derived_id, stream_id
from processes.loading import Loaded, load
from tests.api.installation import Installation, Member
from tests.scenarios.year import SCENARIOS, Year, whole, without_clock
from tests.stories.place import path_of

COUNT: Final[LiteralString] = """
    select split_part(type, '.', 2) || '.' || split_part(type, '.', 3) as name, count(*)
      from eventlog.history where jurisdiction = %s group by 1
"""


@dataclass(frozen=True)
class City:
    """A city that was loaded, the same year in memory, and where it can be asked."""

    code: JurisdictionCode
    installation: Installation
    loaded: Loaded
    year: Year

    @classmethod
    def load(cls, installation: Installation, code: str) -> "City":
        """Load a city to its last day, and those beside it."""
        path = SCENARIOS / code
        done = load(installation.settings, path, report=lambda _: None, stop=threading.Event())
        return cls(JurisdictionCode(code), installation, done, whole(code))

    def holder(self, party: str, role: str = "head") -> Member:
        """The first who is appointed to an office of the scenario."""
        person = next(
            line.target
            for line in self.year.scenario.lines
            if line.type == "guantong.person.appoint"
            and (line.data["party"], line.data["role"]) == (party, role)
        )
        return self.installation.member(PersonId(person), party, self.code)

    def opened(self, handle: str, family: str) -> str:
        """Where a matter that a line opens is read."""
        stream = stream_id(family, derived_id("scenario", self.code, handle))
        return path_of({"stream": stream})

    def events(self, code: JurisdictionCode) -> Counter[str]:
        """How many events of each type the log of a jurisdiction has, without those of its clock."""
        with psycopg.connect(self.installation.settings.postgres) as connection:
            return without_clock(Counter(dict(connection.execute(COUNT, (code,)).fetchall())))
