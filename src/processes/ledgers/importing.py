"""Importing a ledger: every row a command, sent as any client sends it; or, in a dry run, only asked about.

A row's command id follows from its key, so importing again changes nothing twice.
"""

import contextlib
import itertools
import threading
from collections import deque
from collections.abc import Callable, Generator, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from operator import attrgetter
from pathlib import Path
from typing import Final
from uuid import UUID

from domain.ids import JurisdictionCode, PartyId, PersonId, StreamId, derived_id, stream_id
from domain.registry import PREFIX
from eventlog.client import CommandClient
from eventlog.errors import CommandInvalid, LogError
from eventlog.intake import Intake
from eventlog.pointers import location_of
from eventlog.preview import Preview
from eventlog.records import CommandRecord, OutcomeRecord, Problem
from eventlog.settings import Settings
from eventlog.vault import FileVault
from processes.ledgers.mapping import LedgerMap
from processes.ledgers.rows import Row, RowFault, read_rows
from processes.loading import READY_SECONDS_MAX
from processes.sending import Sending, lifetime, source_of

ASKED_AT_ONCE: Final = 200
"""Rows that a dry run decides together."""
SEALED_AT_ONCE: Final = 8
"""Rows that are sealed side by side."""

Report = Callable[[int], None]
"""Hears how many rows were read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Importer:
    """Who imports, and where: a person in office, for a party."""

    jurisdiction: JurisdictionCode
    person: PersonId
    party: PartyId


@dataclass(slots=True)
class Imported:
    """What became of the rows: taken in now, known from an earlier import, or faulty, each with why.

    ``faults`` come in the order of the rows.
    """

    taken: int = 0
    known: int = 0
    faults: list[RowFault] = field(default_factory=list)
    faulty: set[int] = field(default_factory=set)

    def refuse(self, faults: Sequence[RowFault]) -> None:
        """Note what is wrong with one row; only what is said of it first counts."""
        fresh = [fault for fault in faults if fault.row not in self.faulty]
        self.faults += fresh
        self.faulty.update(fault.row for fault in fresh)

    def accept(self, *, new: bool) -> None:
        """A row was taken in, or had been before."""
        self.taken += new
        self.known += not new


@dataclass(frozen=True, slots=True)
class _Command:
    """One command of a row; the first of them opens the matter, the others follow on it."""

    row: Row
    place: int
    record: CommandRecord

    @property
    def opens(self) -> bool:
        """Whether it is the one that the row itself is."""
        return self.place == 0


def import_ledger(
    settings: Settings,
    file: Path,
    ledger: LedgerMap,
    importer: Importer,
    *,
    report: Report,
    stop: threading.Event,
) -> Imported:
    """Import every row that has no fault, until asked to stop. Raises as `read_rows` does."""
    with CommandClient(settings) as client:
        client.wait_ready(READY_SECONDS_MAX)
        taking = _Taking(settings, ledger, importer, before=client.position(importer.jurisdiction))
        sending = Sending[_Command](
            client,
            taking.intake,
            jurisdiction=importer.jurisdiction,
            source=source_of(settings, importer.jurisdiction),
            told=taking.count,
        )
        with contextlib.closing(taking.commands(file, report)) as commands:
            for command in commands:
                if stop.is_set():
                    break
                sending.send_record(command, command.record)
        sending.drain()
    return taking.result()


def try_ledger(
    settings: Settings,
    file: Path,
    ledger: LedgerMap,
    importer: Importer,
    *,
    report: Report,
    stop: threading.Event,
) -> Imported:
    """What `import_ledger` would come to, as things stand: every row is decided, none is sent."""
    with Preview(settings, importer.jurisdiction) as preview:
        taking = _Taking(settings, ledger, importer, before=preview.position)
        with contextlib.closing(taking.commands(file, report)) as commands:
            while not stop.is_set() and (some := list(itertools.islice(commands, ASKED_AT_ONCE))):
                outcomes = preview.outcomes([command.record for command in some])
                for command, outcome in zip(some, outcomes, strict=True):
                    taking.count(command, outcome)
    return taking.result()


class _Taking:
    """A ledger being taken in: its rows as commands, and what becomes of them.

    ``before`` is the jurisdiction's position at first: what stood there by then was known.
    """

    def __init__(
        self, settings: Settings, ledger: LedgerMap, importer: Importer, *, before: int
    ) -> None:
        self.intake = Intake(FileVault(settings.vault))
        self._source = source_of(settings, importer.jurisdiction)
        self._ledger, self._importer, self._before = ledger, importer, before
        self._imported = Imported()

    def result(self) -> Imported:
        """What became of the rows, up to now."""
        self._imported.faults.sort(key=attrgetter("row"))
        return self._imported

    def count(self, command: _Command, outcome: OutcomeRecord) -> None:
        """Count a row by the outcome of its command."""
        if outcome.problem is not None:
            self._imported.refuse([_refused(command.row, self._ledger, outcome.problem)])
        elif command.opens:
            self._imported.accept(new=(outcome.last_position or 0) > self._before)

    def commands(self, file: Path, report: Report) -> Generator[_Command, None, None]:
        """The commands of each row without faults, in order; the faults of the others are noted.

        A few rows ahead are sealed side by side: each waits for the disk that keeps its keys.
        """
        ahead: deque[tuple[Row, Future[list[CommandRecord]]]] = deque()
        with ThreadPoolExecutor(SEALED_AT_ONCE) as sealing:
            for count, row in enumerate(read_rows(file, self._ledger), start=1):
                report(count)
                if row.faults:
                    self._imported.refuse(row.faults)
                    continue
                ahead.append((row, sealing.submit(self._records, row)))
                if len(ahead) > 2 * SEALED_AT_ONCE:
                    yield from self._sealed(*ahead.popleft())
            while ahead:
                yield from self._sealed(*ahead.popleft())

    def _sealed(self, row: Row, records: Future[list[CommandRecord]]) -> Iterator[_Command]:
        try:
            for place, record in enumerate(records.result()):
                yield _Command(row, place, record)
        except CommandInvalid as error:
            self._imported.refuse(list(_malformed(row, self._ledger, error)))
        except LogError as error:
            fault = RowFault(
                row=row.number, column=None, zh=error.sentence_zh, en=error.sentence_en
            )
            self._imported.refuse([fault])

    def _records(self, row: Row) -> list[CommandRecord]:
        """A row's commands, sealed: the one that opens the matter, then those that follow on it."""
        ledger, importer = self._ledger, self._importer
        family = ledger.action.removeprefix(f"{PREFIX}.").partition(".")[0]
        target = stream_id(family, _id(importer, ledger, row, "stream"))
        return [
            self.intake.prepare(
                jurisdiction=importer.jurisdiction,
                source=self._source,
                type=action,
                target=StreamId(target),
                data={} if place else row.data,
                actor=importer.person,
                party=importer.party,
                command_id=_id(importer, ledger, row, action),
                expires=lifetime(),
            )
            for place, action in enumerate((ledger.action, *ledger.then))
        ]


def _id(importer: Importer, ledger: LedgerMap, row: Row, what: str) -> UUID:
    """The same row, the same id: in this jurisdiction, for this party, whoever imports it."""
    return derived_id(
        "ledger", importer.jurisdiction, importer.party, ledger.action, what, *row.key
    )


def _malformed(row: Row, ledger: LedgerMap, error: CommandInvalid) -> Iterator[RowFault]:
    for fault in error.faults:
        name = ".".join(location_of(fault.pointer))
        column = ledger.column_of(name)
        said = "" if column else f"{name} "
        yield RowFault(row=row.number, column=column, zh=said + fault.zh, en=said + fault.en)


def _refused(row: Row, ledger: LedgerMap, problem: Problem) -> RowFault:
    column = ledger.column_of(str(problem.details.get("field", "")))
    return RowFault(row=row.number, column=column, zh=problem.detail_zh, en=problem.detail_en)
