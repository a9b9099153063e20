"""Volume: whole jurisdictions of made-up, legal work, sent the way every client sends it."""

import contextlib
import datetime
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from domain.calendar import local_date
from domain.ids import JurisdictionCode, PartyId, StreamId, jurisdiction_stream, stream_id
from domain.ids import derived_id as derived
from eventlog.client import CommandClient
from eventlog.intake import Intake
from eventlog.records import OutcomeRecord
from eventlog.settings import Settings
from eventlog.vault import FileVault
from processes.loading import READY_SECONDS_MAX, Progress, Report
from processes.scenario_values import MORNING, instant
from processes.scheme_files import read_scheme_files
from processes.sending import Founding, Order, Sending, ensure_open, source_of
from processes.simulated_leads import STARTS, Town, days, staff

SCHEMES: Final = Path(__file__).parents[2] / "schemes"
FOUNDER: Final = "commission/founder"
PROBLEMS_KEPT_MAX: Final = 20


@dataclass(slots=True)
class Simulated:
    """What became of a simulation's commands; ``problems`` keeps the first ones refused."""

    accepted: int = 0
    rejected: int = 0
    known: int = 0
    problems: list[tuple[str, dict[str, Any]]] = field(default_factory=list)

    def to_json(self) -> dict[str, Any]:
        """The same as JSON data."""
        return {
            "accepted": self.accepted,
            "rejected": self.rejected,
            "known": self.known,
            "problems": [{"command": order, **problem} for order, problem in self.problems],
        }


def simulate(
    settings: Settings,
    *,
    jurisdictions: int,
    leads: int,
    seed: int,
    report: Report,
    stop: threading.Event,
) -> Simulated:
    """Fill jurisdictions of Linyi's scheme with so many leads each, over a simulated year.

    The jurisdictions' codes follow from seed and number of leads: the same again changes nothing,
    and goes on where it stopped. The writer has to be running. Raises `OpeningRefused`.
    """
    done, intake = Simulated(), Intake(FileVault(settings.vault))
    with CommandClient(settings) as client:
        client.wait_ready(READY_SECONDS_MAX)
        with contextlib.ExitStack() as sent:
            towns = [
                _Simulation(settings, client, intake, code_of(seed, leads, number), done)
                for number in range(1, jurisdictions + 1)
            ]
            for town in towns:
                sent.callback(town.sending.drain)
            _interleave(towns, leads, seed, report, stop)
    return done


def code_of(seed: int, leads: int, number: int) -> JurisdictionCode:
    """The code of a simulated jurisdiction."""
    return JurisdictionCode(f"sim-{seed}-{leads}-{number}")


def _interleave(
    towns: "list[_Simulation]", leads: int, seed: int, report: Report, stop: threading.Event
) -> None:
    """Let the days of all jurisdictions pass side by side."""
    running = [(town, town.days(leads, seed)) for town in towns]
    while running and not stop.is_set():
        left = []
        for town, passing in running:
            day = next(passing, None)
            if day is not None:
                left.append((town, passing))
                begun = sum(each.begun for each in towns)
                report(Progress(begun, leads * len(towns), day))
        running = left


class _Simulation:
    """One jurisdiction while it is filled."""

    def __init__(
        self,
        settings: Settings,
        client: CommandClient,
        intake: Intake,
        code: JurisdictionCode,
        done: Simulated,
    ) -> None:
        self._town, self._done = Town(code), done
        self.begun = 0
        """Leads that came in so far."""
        founding = Founding(
            code=code,
            title_zh=f"模拟辖区{code}",
            title_en=f"Simulated {code}",
            starts=STARTS,
            founder=self._town.person(FOUNDER),
            founding_party=PartyId("commission"),
        )
        ensure_open(settings, client, intake, founding)
        self._before = client.position(code)
        self.sending = Sending[Order](
            client, intake, jurisdiction=code, source=source_of(settings, code), told=self._told
        )

    def days(self, leads: int, seed: int) -> Iterator[datetime.date]:
        """Send day after day, each after the clock was moved to its morning."""
        for order in beginning(self._town):
            self.sending.send(order, order)
        for day, orders in days(self._town.code, leads, seed):
            for order in (*_morning(self._town, day), *orders):
                self.sending.send(order, order)
                self.begun += order.type == "guantong.lead.receive"
            yield day

    def _told(self, order: Order, outcome: OutcomeRecord) -> None:
        if outcome.problem is not None:
            self._done.rejected += 1
            if len(self._done.problems) < PROBLEMS_KEPT_MAX:
                self._done.problems.append((order.type, outcome.problem.to_json()))
        elif (outcome.last_position or 0) <= self._before:
            self._done.known += 1
        else:
            self._done.accepted += 1


def beginning(town: Town) -> Iterator[Order]:
    """The scheme is adopted, and everybody is registered and appointed."""
    scheme = StreamId(stream_id("scheme", derived("simulated", town.code)))
    yield town.order(
        FOUNDER,
        "scheme.adopt",
        scheme,
        step="adopt",
        text=read_scheme_files(SCHEMES / "linyi.toml").text,
        calendar=(SCHEMES / "calendars" / "china.toml").read_text("utf-8"),
        document="临发〔2024〕9号",
        document_date="2024-06-03",
    )
    begins = local_date(STARTS).isoformat()
    for number, who in enumerate(staff(), 1):
        person, (party, _, role) = StreamId(town.person(who)), who.partition("/")
        name = {"name": f"拟员{number}"}
        yield town.order(FOUNDER, "person.register", person, step="register", **name)
        data = {"party": party, "role": role.removesuffix("-1").removesuffix("-2")}
        yield town.order(FOUNDER, "person.appoint", person, step="appoint", begins=begins, **data)


def _morning(town: Town, day: datetime.date) -> Iterator[Order]:
    """The clock moves to the morning of a day, except on the first, where it stands."""
    to = instant(day, MORNING)
    if to > STARTS:
        yield town.order(
            FOUNDER,
            "jurisdiction.advance_clock",
            jurisdiction_stream(town.code),
            step=to.isoformat(),
            to=to.isoformat(),
        )
