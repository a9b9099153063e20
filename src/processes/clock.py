"""The clock: sends what time brings about – lapses, escalations, openings, work left behind – and no more.

It reads what is due on a jurisdiction's own clock and sends one command for each. Every command id
follows from the obligation, the step and its revision, and the writer checks each again: sending
twice, from several clocks or after a crash, is harmless (DESIGN.md, «Decisions and obligations»).
"""

import concurrent.futures
import datetime
import logging
import threading
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import Any, Final
from uuid import UUID

import psycopg

from domain.calendar import local_date
from domain.deciding import evolve_jurisdiction
from domain.ids import (
    INSTALLATION,
    SYSTEM_PARTY,
    SYSTEM_PERSON,
    JurisdictionCode,
    StreamId,
    derived_id,
)
from domain.jurisdiction import Jurisdiction
from domain.obligations.periodic import Opening, openings
from eventlog.client import CommandClient
from eventlog.codec import to_recorded
from eventlog.intake import Intake
from eventlog.records import CommandRecord, EventRecord, OutcomeRecord
from eventlog.settings import Settings
from eventlog.vault import FileVault
from processes import bulletins, leavers
from processes.errors import JurisdictionStopped, ReadModelsBehind
from processes.looking import Looking
from processes.statements import statements
from projections import CHANNEL

IN_FLIGHT_MAX: Final = 300
"""Commands sent before their outcomes are awaited; below the limit of a jurisdiction."""
LIFETIME: Final = datetime.timedelta(hours=1)
"""How long a command of the clock may wait, and for how long a refusal is not asked for again."""
REACH_SECONDS_MAX: Final = 60.0
READY_SECONDS_MAX: Final = 60.0
TICK_SECONDS: Final = 1.0
"""Longest time between two looks at real clocks."""
PAUSE_SECONDS: Final = 0.2
"""Shortest time between two looks, however many events come."""

_log = logging.getLogger("guantong.clock")
_DAY: Final = datetime.timedelta(days=1)


_STATEMENTS: Final = statements("processes", "due.sql")


@dataclass(frozen=True, slots=True)
class Due:
    """One command that time calls for: its id, its type, the stream it goes to, its data."""

    id: UUID
    type: str
    target: StreamId
    data: dict[str, Any]


@dataclass(slots=True)
class _Known:
    """A jurisdiction as its own log tells it, up to a position."""

    jurisdiction: Jurisdiction
    position: int = 0
    looked_at: tuple[int, datetime.date] | None = None
    noted_on: datetime.date | None = None
    """The day for which it was asked what people left behind."""
    asked: dict[UUID, float] = field(default_factory=dict)
    """Command id → until when (monotonic seconds) it need not be sent again."""


class Clock(Looking):
    """Looks at jurisdictions and sends what is due. Used by one thread, between `with` and its end."""

    def __init__(self, *, client: CommandClient, intake: Intake, postgres: str) -> None:
        self._client, self._intake = client, intake
        super().__init__(postgres, name="guantong clock")
        self._known: dict[JurisdictionCode, _Known] = {}

    def heads(self) -> dict[JurisdictionCode, int]:
        """How far the read models have come in each jurisdiction."""
        rows = self._ask("heads")
        return {row.jurisdiction: row.position for row in rows if row.jurisdiction != INSTALLATION}

    def step(self, jurisdiction: JurisdictionCode, *, position: int) -> int:
        """Send one batch of what is due as of ``position`` or later; returns how many were accepted.

        Raises `ReadModelsBehind` if the read models do not get that far, `JurisdictionStopped` if
        they stand still there.
        """
        outcomes = self._step(jurisdiction, position)
        return sum(outcome.status == "accepted" for outcome in outcomes)

    def settle(self, jurisdiction: JurisdictionCode, *, position: int) -> int:
        """Step until nothing is due; returns the last position that came of it (or ``position``)."""
        while True:
            outcomes = self._step(jurisdiction, position)
            accepted = [outcome.last_position or 0 for outcome in outcomes]
            if not any(accepted):
                return position
            position = max(position, *accepted)

    def look(self, jurisdiction: JurisdictionCode, *, position: int) -> None:
        """Settle, if anything can have become due: new events came, or another day began."""
        known = self._jurisdiction(jurisdiction)
        if known.jurisdiction.moved_to is not None:  # it was closed here: nothing would be accepted
            return
        if known.looked_at != (position, today(known.jurisdiction)):
            reached = self.settle(jurisdiction, position=position)
            known.looked_at = (reached, today(known.jurisdiction))

    def _step(self, code: JurisdictionCode, position: int) -> list[OutcomeRecord]:
        """Send what is due; what was noted once a day follows when that is done, and shows."""
        self.await_position(code, position)
        known = self._jurisdiction(code)
        outcomes = self._send(known, self._due(known.jurisdiction))
        if not any(outcome.status == "accepted" for outcome in outcomes):
            outcomes += self._send(known, self._daily(known.jurisdiction))
        _tell(code, outcomes)
        return outcomes

    def _send(self, known: _Known, found: Iterator[Due]) -> list[OutcomeRecord]:
        """Send one batch of what was not asked before, and await what becomes of it."""
        now = time.monotonic()
        known.asked = {command: until for command, until in known.asked.items() if until > now}
        fresh = (due for due in found if due.id not in known.asked)
        batch = list(islice(fresh, IN_FLIGHT_MAX))
        known.asked.update({due.id: now + LIFETIME.total_seconds() for due in batch})
        sent = [self._client.submit(self._record(known.jurisdiction, due)) for due in batch]
        return [future.result() for future in concurrent.futures.as_completed(sent)]

    def await_position(self, code: JurisdictionCode, position: int) -> None:
        """Return once read models and index have reached a position.

        Raises `ReadModelsBehind`, `JurisdictionStopped`.
        """
        limit = time.monotonic() + REACH_SECONDS_MAX
        while not self._ask("reached", jurisdiction=code, position=position):
            for row in self._ask("stopped", jurisdiction=code):
                raise JurisdictionStopped(jurisdiction=code, reason=row.error)
            if time.monotonic() > limit:
                raise ReadModelsBehind(
                    jurisdiction=code, position=position, seconds=round(REACH_SECONDS_MAX)
                )
            time.sleep(0.005)

    def _jurisdiction(self, code: JurisdictionCode) -> _Known:
        """The jurisdiction as of now, folded on from where it was left."""
        known = self._known.get(code)
        if known is None:
            place = self._client.directory.find(code)
            beginning = Jurisdiction(code=code) if place is None else place.beginning()
            known = self._known[code] = _Known(beginning)
        for value in self._index.organisational(code, after=known.position):
            record = EventRecord.from_value(value)
            recorded = to_recorded(record)
            known.jurisdiction = evolve_jurisdiction(
                known.jurisdiction,
                recorded.event,
                stream=recorded.originator_id,
                actor=recorded.actor,
            )
            known.position = record.position
        return known

    def _due(self, jurisdiction: Jurisdiction) -> Iterator[Due]:
        """Everything due now: what lapsed or escalates, periods to open, due dates to revise."""
        about = {"jurisdiction": jurisdiction.code, "today": today(jurisdiction)}
        for row in self._ask("due", **about):
            yield _of_obligation(row)
        yield from self._openings(jurisdiction)
        for row in self._ask("provisional", **about):
            yield _of_obligation(row, jurisdiction.scheme_version)

    def _daily(self, jurisdiction: Jurisdiction) -> Iterator[Due]:
        """What people left behind, and what runs late; asked once a day, for it scans all that is in hand."""
        known, day = self._known[jurisdiction.code], today(jurisdiction)
        about = {"jurisdiction": jurisdiction.code, "today": day}
        if known.noted_on == day:
            return
        for action, stream, data in leavers.notes(self._connection, about):
            id_ = derived_id(stream, action, day.isoformat())
            yield Due(id=id_, type=f"guantong.work_hand_over.{action}", target=stream, data=data)
        for stream, data in bulletins.notes(self._connection, about):
            id_ = derived_id(stream, "note_running", day.isoformat())
            type_ = "guantong.quality_bulletin.note_running"
            yield Due(id=id_, type=type_, target=stream, data=data)
        known.noted_on = day

    def _openings(self, jurisdiction: Jurisdiction) -> Iterator[Due]:
        """The shares of periods that began since the last ones were opened.

        The last day counts again: not all of its openings may have been sent.
        """
        code = jurisdiction.code
        ((last,),) = self._ask("last_opened", jurisdiction=code)
        after = None if last is None else last - _DAY
        found = list(openings(jurisdiction, after=after, until=today(jurisdiction)))
        streams = [opening.stream for opening in found]
        rows = self._ask("existing", jurisdiction=code, streams=streams) if streams else []
        existing = {row.stream for row in rows}
        for opening in found:
            if opening.stream not in existing:
                yield _of_opening(opening)

    def _record(self, jurisdiction: Jurisdiction, due: Due) -> CommandRecord:
        return self._intake.prepare(
            jurisdiction=jurisdiction.code,
            source=jurisdiction.source,
            type=due.type,
            target=due.target,
            data=due.data,
            actor=SYSTEM_PERSON,
            party=SYSTEM_PARTY,
            command_id=due.id,
            expires=datetime.datetime.now(datetime.UTC) + LIFETIME,
        )

    def _ask(self, statement: str, **values: object) -> Sequence[Any]:
        return self._connection.execute(_STATEMENTS[statement], values).fetchall()


def today(jurisdiction: Jurisdiction) -> datetime.date:
    """The local date that the jurisdiction's clock shows."""
    return local_date(jurisdiction.clock_at(datetime.datetime.now(datetime.UTC)))


def run(settings: Settings, stop: threading.Event) -> None:
    """Look at every jurisdiction whenever events came, and at the turn of the day, until stopped."""
    intake = Intake(FileVault(settings.vault))
    with (
        CommandClient(settings) as client,
        Clock(client=client, intake=intake, postgres=settings.postgres) as clock,
        psycopg.connect(settings.postgres, autocommit=True) as listening,
    ):
        client.wait_ready(READY_SECONDS_MAX)
        listening.execute(f"listen {CHANNEL}")
        while not stop.is_set():
            for code, position in clock.heads().items():
                _look(clock, code, position)
            for _notice in listening.notifies(timeout=TICK_SECONDS, stop_after=1):
                stop.wait(PAUSE_SECONDS)


def _look(clock: Clock, code: JurisdictionCode, position: int) -> None:
    """Look at one jurisdiction; that one stands still does not hold up the others."""
    try:
        clock.look(code, position=position)
    except (JurisdictionStopped, ReadModelsBehind) as error:
        _log.warning("%s", error)


def _of_obligation(row: Any, *revised_by: int) -> Due:
    data: dict[str, Any] = {"obligation": row.obligation}
    if row.step == "escalate":
        data["step"] = row.number
    return Due(
        id=derived_id(row.obligation, row.step, row.number, row.revision, *revised_by),
        type=f"guantong.obligation.{row.step}",
        target=row.stream,
        data=data,
    )


def _of_opening(opening: Opening) -> Due:
    return Due(
        id=derived_id(opening.stream, "open"),
        type="guantong.obligation.open",
        target=opening.stream,
        data={
            "rule": opening.rule.key,
            "period": opening.period.code,
            "party": opening.party,
        },
    )


def _tell(code: JurisdictionCode, outcomes: Iterable[OutcomeRecord]) -> None:
    for outcome in outcomes:
        if outcome.problem is not None:
            _log.info("%s %s: %s", code, outcome.id, outcome.problem.detail_en)
