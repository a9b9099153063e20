"""Two jurisdictions and the courier between them: a city and a county of it, or two cities."""

import contextlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final, Self

from eventlog.client import CommandClient
from eventlog.intake import Intake
from eventlog.vault import FileVault
from processes.clock import Clock
from processes.courier import Courier
from processes.loading import READY_SECONDS_MAX
from processes.scheme_files import read_scheme_files
from tests.api.installation import SCHEMES, Installation
from tests.stories.place import Place
from tests.waiting import until

SUPERVISE: Final[dict[str, Any]] = {
    "title": "学校配餐管理专项监督",
    "text": "对县域学校配餐招标开展监督检查。",
    "supervision": "supervisory",
    "basis": "2026年第一季度监督工作联席会议",
    "parties": ["sg-education", "cc-yinan"],
    "due": "2026-03-13",
}
"""A task order of the city's, to a group and to the county."""


@contextlib.contextmanager
def courier_of(installation: Installation) -> Iterator[Courier]:
    """A courier of the installation."""
    settings = installation.settings
    intake = Intake(FileVault(settings.vault))
    with CommandClient(settings) as client:
        client.wait_ready(READY_SECONDS_MAX)
        with Courier(client=client, intake=intake, settings=settings) as courier:
            yield courier


@dataclass
class Levels:
    """A city's scheme above, its county's below; each knows the other by the code that it has here.

    Of two cities beside each other the second one is called the county.
    """

    city: Place
    county: Place
    courier: Courier
    schemes: tuple[str, str] = ("linyi", "yinan")

    @classmethod
    def found(
        cls,
        installation: Installation,
        clock: Clock,
        courier: Courier,
        name: str,
        *,
        schemes: tuple[str, str] = ("linyi", "yinan"),
    ) -> Self:
        """Open both, under codes that begin with a name."""
        above, below = schemes
        city = Place.found(installation, clock, f"{name}-city", city=above)
        county = Place.found(installation, clock, f"{name}-county", city=below)
        levels = cls(city, county, courier, schemes)
        for place in (city, county):
            levels.adopt(place)
        return levels

    def adopt(self, place: Place, *changes: tuple[str, str]) -> None:
        """Adopt a level's scheme as shipped, but for the codes of both and some changes."""
        above, below = self.schemes
        file = above if place is self.city else below
        text = read_scheme_files(SCHEMES / f"{file}.toml").text
        codes = ((below, self.county), (above, self.city))
        named = [(f"[channel.{code}", f"[channel.{other.code}") for code, other in codes]
        for old, new in (*named, *changes):
            text = text.replace(old, new)
        calendar = (SCHEMES / "calendars" / "china.toml").read_text("utf-8")
        paper = {"document": "办发〔2026〕2号", "document_date": "2026-03-01"}
        place.founder.do("schemes", {"text": text, "calendar": calendar, **paper})

    def carry(self) -> None:
        """Let everything arrive that was sent, and both levels show it."""
        for place in (self.city, self.county):
            place.settle()
        until(lambda: self.courier.step() == 0)
        for place in (self.city, self.county):
            place.settle()

    def pass_to(self, day: str) -> None:
        """Let it be nine o'clock of a day at both levels."""
        for place in (self.city, self.county):
            place.pass_to(day)
