"""Register numbers (DOMAIN.md §1.15): gapless per organ, kind and year, annulled ones kept.

64 issue at once, some of it refused, some annulled later; the writer is killed in the middle of it.
"""

import queue
import subprocess
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final, TypeAlias

import psutil
import pytest

from domain.ids import PersonId, derived_id, stream_id
from domain.model import Number
from eventlog import topics
from eventlog.client import CommandClient
from eventlog.reading import EventReader
from eventlog.records import OutcomeRecord
from eventlog.settings import Settings
from eventlog.topics import Topics
from processes.scheme_files import read_scheme_files
from tests.eventlog.diary import WITH_DIARIES
from tests.faults.writer import arguments
from tests.processes.city import CODE, WAIT_SECONDS, City, settings_of

ROOT: Final = Path(__file__).parents[2]
SCHEME: Final = ROOT / "schemes" / "linyi.toml"
ISSUERS: Final = 64
EACH: Final = 6
KILLED_AFTER: Final = 100
"""Answers, before the writer is killed for the first time, and again before the second."""

Register: TypeAlias = tuple[str, str, int]
"""Organ, kind, year."""

NO_LEAD: Final = stream_id("lead", derived_id("none"))

NUMBERING: Final = frozenset(
    {
        "guantong.notice.issued.v1",
        "guantong.rectification.problem_raised.v1",
        "guantong.lead.registered.v1",
    }
)
"""The events by which numbers are given here."""


@dataclass
class Writers:
    """Writers as processes of their own, one after the other."""

    settings: Settings
    folder: Path
    processes: list[psutil.Popen] = field(default_factory=list)

    def start(self) -> None:
        """Start the next one."""
        log = (self.folder / f"writer-{len(self.processes)}.log").open("wb")
        with log:
            self.processes.append(
                psutil.Popen(
                    [sys.executable, *arguments(self.settings)],
                    cwd=ROOT,
                    stdout=log,
                    stderr=subprocess.STDOUT,
                )
            )

    def kill(self) -> None:
        """``kill -9`` the one that runs; it was running until then."""
        assert self.processes[-1].poll() is None
        self.processes[-1].kill()
        self.processes[-1].wait(WAIT_SECONDS)


@pytest.fixture
def writers(tmp_path: Path, kafka: str, database: str, suffix: str) -> Iterator[Writers]:
    """A writer at work on an empty log."""
    settings = settings_of(tmp_path, kafka, database, f"test-{suffix}")
    topics.create(settings.kafka, Topics(settings.prefix))
    found = Writers(settings, tmp_path)
    found.start()
    try:
        yield found
    finally:
        found.kill()


@dataclass
class Desk:
    """An organ, who acts for it and approves what is annulled, and a unit; answers go to ``answers``."""

    city: City
    organ: str
    clerk: PersonId
    head: PersonId
    unit: str
    answers: "queue.Queue[OutcomeRecord]"

    def send(self, kind: str, data: dict[str, Any], target: Any = None) -> OutcomeRecord:
        """Have something done, and wait for the answer, whichever writer gives it."""
        outcome = self.city.send(kind, data, target=target, by=self.clerk, party=self.organ)
        self.answers.put(outcome)
        return outcome

    def issue(self, turn: int) -> Iterator[tuple[Register, OutcomeRecord]]:
        """One numbered thing: its kind and year by turns, every seventh refused, every fourth annulled."""
        kind = ("notice", "rectification", "lead")[turn % 3]
        year = 2025 if turn % 2 else 2026
        day = {"occurred": {"date": "2025-12-31"}} if year == 2025 else {}
        outcome = getattr(self, f"_{kind}")(turn, day)
        yield (self.organ, kind, year), outcome
        if outcome.status == "accepted" and turn % 4 == 0:
            reason = {"reason": "误录", "approved_by": self.head}
            annulled = self.city.must(self.send(f"{kind}.annul", reason, outcome.stream))
            yield (self.organ, "annulled", year), annulled

    def _notice(self, turn: int, day: Mapping[str, Any]) -> OutcomeRecord:
        to = "nobody" if turn % 7 == 0 else "cs"
        notice = {"kind": "circular", "title": "情况通报", "text": "请签收", "parties": [to]}
        return self.send("notice.issue", {**notice, **day})

    def _rectification(self, turn: int, day: Mapping[str, Any]) -> OutcomeRecord:
        unit = "nobody" if turn % 7 == 0 else self.unit
        problem = {"origin": "other", "title": "制度缺失", "unit": unit}
        return self.send("rectification.raise_problem", {**problem, **day})

    def _lead(self, turn: int, day: Mapping[str, Any]) -> OutcomeRecord:
        received = self.city.must(self.send("lead.receive", {**_lead(turn), **day}))
        lead = NO_LEAD if turn % 7 == 0 else received.stream
        return self.send("lead.register", dict(day), lead)


def _lead(turn: int) -> dict[str, Any]:
    standing = {"post_level": "unit_managed", "unit": "education"}
    return {
        "source": "found_in_supervision",
        "regime": "both",
        "secrecy": "internal",
        "subjects": [{"name": f"张某{turn}", "post": "科长", "standing": standing}],
        "content": "反映采购问题。",
    }


def desks(city: City) -> list[Desk]:
    """Three organs with registers of their own."""
    answers: queue.Queue[OutcomeRecord] = queue.Queue()
    organs = (("sg-education", "education"), ("sg-health", "health"), ("cc-lanshan", "education"))
    return [
        Desk(
            city=city,
            organ=organ,
            clerk=city.appoint(f"{organ}专管", organ, "keeper"),
            head=city.appoint(f"{organ}负责人", organ, "head"),
            unit=unit,
            answers=answers,
        )
        for organ, unit in organs
    ]


def given(settings: Settings) -> Mapping[Register, list[int]]:
    """The serials that the log gave, by register, in its order; from whatever counts."""
    found: dict[Register, list[int]] = defaultdict(list)
    knows = WITH_DIARIES.events.__contains__
    with EventReader(settings.kafka, Topics(settings.prefix), name="test", knows=knows) as reader:
        reader.start()
        for reading in list(reader.read_to_end(timeout_s=WAIT_SECONDS)):
            for batch in reading.batches:
                for each in batch.events:
                    if batch.jurisdiction == CODE and each.record.type in NUMBERING:
                        number = Number(**each.record.data["number"])
                        found[number.organ, number.kind, number.year].append(number.serial)
    return found


@contextmanager
def opened(writers: Writers) -> Iterator[City]:
    """The city on its first day, under Linyi's scheme."""
    with ExitStack() as stack:
        client = stack.enter_context(CommandClient(writers.settings))
        client.wait_ready(WAIT_SECONDS)
        city = City(writers.settings, client)
        city.open(starts="2026-01-05", scheme=read_scheme_files(SCHEME).text)
        yield city


def test_numbers_are_gapless_whoever_issues_and_whichever_writer_decides(writers: Writers) -> None:
    """1..n in each register, n as many as were accepted; what was refused or annulled leaves no gap."""
    with opened(writers) as city:
        organs = desks(city)

        def issuer(place: int) -> list[tuple[Register, OutcomeRecord]]:
            turns = range(place * EACH, (place + 1) * EACH)
            return [each for turn in turns for each in organs[turn % 5 % 3].issue(turn)]

        with ThreadPoolExecutor(ISSUERS) as pool:
            running = [pool.submit(issuer, place) for place in range(ISSUERS)]
            for _ in range(2):
                for _ in range(KILLED_AFTER):
                    organs[0].answers.get(timeout=WAIT_SECONDS)
                writers.kill()
                writers.start()
            told = [each for future in running for each in future.result(WAIT_SECONDS)]
        accepted = Counter(register for register, outcome in told if outcome.status == "accepted")
        numbered = {each: n for each, n in accepted.items() if each[1] != "annulled"}
        refused = [outcome for _, outcome in told if outcome.status != "accepted"]
        annulled = sum(n for each, n in accepted.items() if each[1] == "annulled")
        assert min(len(refused), annulled) > 20
        assert len(numbered) == 3 * 3 * 2
        found = given(writers.settings)
        assert found == {each: list(range(1, n + 1)) for each, n in numbered.items()}
        # who comes later, with yet another writer, goes on from there
        writers.kill()
        writers.start()
        (((register, _), *_),) = [list(organs[0].issue(12))]
        assert given(writers.settings)[register] == list(range(1, numbered[register] + 2))
