"""The courier: carries between jurisdictions what one sent and another has not got yet, and nothing else.

What waits follows from the logs, as the read models show them: sent at one end, not arrived at the other.
The courier remembers nothing that it would miss. Every command id follows from source, position and
attempt, so that a dispatch sent twice, by several couriers or after a crash, arrives once; what comes out
of turn is refused there and brought again. The other jurisdiction decides (ADR 0006).
"""

import concurrent.futures
import contextlib
import datetime
import logging
import threading
import time
from collections.abc import Sequence
from concurrent.futures import Future
from dataclasses import dataclass, field
from typing import Any, Final, NamedTuple
from uuid import UUID

import psycopg
from kafka.errors import KafkaError

from domain.between import Obstacle
from domain.ids import JurisdictionCode
from eventlog.attachments.errors import (
    AttachmentErased,
    AttachmentTooLarge,
    StoreAway,
)
from eventlog.attachments.noting import noted
from eventlog.client import CommandClient
from eventlog.errors import Busy, KeyErased, LogError, NotPlacedHere
from eventlog.intake import Intake
from eventlog.records import EventRecord, OutcomeRecord
from eventlog.settings import Settings
from eventlog.vault import FileVault
from processes import metrics
from processes.dispatches import (
    failure_of,
    id_of,
    obstacle_of,
    opened,
    order_of,
    with_files,
)
from processes.errors import FileDamaged, TextErased
from processes.files import Files
from processes.looking import Looking
from processes.sending import Order
from processes.statements import statements
from projections import CHANNEL

IN_FLIGHT_MAX: Final = 300
"""Commands on their way; below the limit of a jurisdiction."""
LIFETIME: Final = datetime.timedelta(minutes=2)
"""How long a command may wait, and after how long one is sent again that did not bring it there."""
LOOK_ANEW_SECONDS: Final = 60.0
"""How often everything is looked at, not only what is new: a stream may have been parked meanwhile."""
READY_SECONDS_MAX: Final = 60.0
TICK_SECONDS: Final = 1.0
PAUSE_SECONDS: Final = 0.2
"""Shortest time between two looks, however many events come."""

_STATEMENTS: Final = statements("processes", "courier.sql")
_log = logging.getLogger("guantong.courier")


class Waiting(NamedTuple):
    """A dispatch that is not there yet: the position of its event, and at its how manieth attempt it is."""

    source: JurisdictionCode
    target: JurisdictionCode
    position: int
    attempt: int


@dataclass(frozen=True, slots=True)
class _UnderWay:
    """A command on its way: for which dispatch, and whether it reports that this did not arrive."""

    waiting: Waiting
    event: EventRecord
    report: bool
    future: "Future[OutcomeRecord]"


@dataclass(slots=True)
class _Looked:
    """How far each jurisdiction was looked at, and since when which dispatch has been seen to wait."""

    positions: dict[JurisdictionCode, int] = field(default_factory=dict)
    since: dict[Waiting, float] = field(default_factory=dict)
    anew: float = 0.0


class Courier(Looking):
    """Looks at what waits and carries it. Used by one thread, between `with` and its end."""

    def __init__(self, *, client: CommandClient, intake: Intake, settings: Settings) -> None:
        self._client, self._intake = client, intake
        self._files = Files.of(settings, intake.vault)
        super().__init__(settings.postgres, name="guantong courier")
        self._under_way: dict[UUID, _UnderWay] = {}
        self._asked: dict[UUID, float] = {}
        """Command id → until when (monotonic seconds) it need not be sent again."""
        self._looked = _Looked()

    def step(self) -> int:
        """Take the answers that came, and send what waits; returns how much is not there yet."""
        self._harvest()
        now = time.monotonic()
        self._asked = {command: until for command, until in self._asked.items() if until > now}
        waiting = self._look(now)
        for each in waiting:
            if len(self._under_way) < IN_FLIGHT_MAX:
                self._carry(each)
        return len({*waiting, *(each.waiting for each in self._under_way.values())})

    def wait(self, seconds: float) -> None:
        """Wait so long, or until an answer came."""
        futures = [each.future for each in self._under_way.values()]
        if futures:
            concurrent.futures.wait(
                futures, timeout=seconds, return_when=concurrent.futures.FIRST_COMPLETED
            )
        else:
            time.sleep(seconds)

    # --- looking ----------------------------------------------------------------------------------

    def _look(self, now: float) -> list[Waiting]:
        """What waits now, of each leg the first; what failed waits for people."""
        looked = self._looked
        if now > looked.anew:
            looked.anew, looked.positions = now + LOOK_ANEW_SECONDS, {}
        heads = {row.jurisdiction: row.position for row in self._ask("heads")}
        codes = list(looked.positions)
        positions = [looked.positions[code] for code in codes]
        rows = self._ask("waiting", codes=codes, positions=positions)
        for row in rows:  # what is not there yet is looked at again
            heads[row.jurisdiction] = min(
                heads.get(row.jurisdiction, 0), max(row.from_position - 1, 0)
            )
        looked.positions = heads
        first = {(row.jurisdiction, row.stream, row.leg): row for row in reversed(rows)}
        waiting = [
            Waiting(row.jurisdiction, row.to_jurisdiction, row.first_position, row.attempt)
            for row in first.values()
            if row.status == "sent"
        ]
        looked.since = {each: looked.since.get(each, now) for each in waiting}
        metrics.WAITING.set(len(waiting))
        metrics.WAITING_SECONDS.set(now - min(looked.since.values(), default=now))
        return waiting

    def _ask(self, statement: str, **values: object) -> Sequence[Any]:
        """The rows; none while the read models are being made."""
        try:
            return self._connection.execute(_STATEMENTS[statement], values).fetchall()
        except psycopg.errors.UndefinedTable:
            return []

    # --- carrying ---------------------------------------------------------------------------------

    def _carry(self, each: Waiting) -> None:
        """Send one dispatch to the other jurisdiction, unless it is on its way."""
        event = self._index.event(each.source, each.position)
        if event is None:  # not indexed yet
            return
        try:
            sent = opened(event, self._intake.vault)
            if self._is_asked(id_of(sent, attempt=each.attempt)):
                return
            place = self._client.directory.find(each.target)
            if place is None:
                raise NotPlacedHere(partition="–", jurisdiction=each.target)
            carried = with_files(sent, self._files.brought(sent, to=place.source))
            self._send(each, event, order_of(carried, attempt=each.attempt), to=each.target)
        except NotPlacedHere:
            self._report(each, event, "unknown")
        except (TextErased, KeyErased, AttachmentErased):
            self._report(each, event, "erased")
        except FileDamaged as error:
            self._note(each.source, event, error)
            self._report(each, event, "damaged")
        except AttachmentTooLarge:
            self._report(each, event, "refused")
        except StoreAway as error:  # at the next look
            _log.warning("%s", error)

    def _note(self, source: JurisdictionCode, event: EventRecord, error: FileDamaged) -> None:
        """Say in the sender's log which file the store lost or altered; once, until it is mended."""
        place = source, event.source, event.subject
        for row in self._ask("whole", jurisdiction=source, attachment=error.attachment):
            record = noted(
                self._intake, place, error.attachment, damages=row.damages, fault=error.fault
            )
            with contextlib.suppress(Busy, KafkaError):  # whoever reads it next will say it
                self._client.submit(record)

    def _is_asked(self, number: UUID) -> bool:
        """Whether a command is on its way, or was answered a moment ago."""
        return number in self._under_way or number in self._asked

    def _report(self, each: Waiting, event: EventRecord, obstacle: Obstacle) -> None:
        """Tell the sender's log that it did not arrive."""
        order = failure_of(event, attempt=each.attempt, obstacle=obstacle)
        self._send(each, event, order, to=each.source, report=True)

    def _send(
        self,
        each: Waiting,
        event: EventRecord,
        order: Order,
        *,
        to: JurisdictionCode,
        report: bool = False,
    ) -> None:
        if self._is_asked(order.id):
            return
        place = self._client.directory.find(to)
        if place is None:
            raise NotPlacedHere(partition="–", jurisdiction=to)
        command = self._intake.prepare(
            jurisdiction=to,
            source=place.source,
            type=order.type,
            target=order.target,
            data=order.data,
            actor=order.actor,
            party=order.party,
            command_id=order.id,
            expires=datetime.datetime.now(datetime.UTC) + LIFETIME,
        )
        with contextlib.suppress(Busy, KafkaError):  # at the next look
            future = self._client.submit(command)
            self._under_way[order.id] = _UnderWay(each, event, report, future)

    def _harvest(self) -> None:
        """Take the answers that came: what was refused for good is reported to its sender."""
        until = time.monotonic() + LIFETIME.total_seconds()
        done = {number: each for number, each in self._under_way.items() if each.future.done()}
        for number, each in done.items():
            del self._under_way[number]
            outcome = _outcome(each.future)
            if outcome is None:
                continue
            self._asked[number] = until
            self._heard(each, outcome)

    def _heard(self, each: _UnderWay, outcome: OutcomeRecord) -> None:
        problem = outcome.problem
        metrics.CARRIED.labels("accepted" if problem is None else "refused").inc()
        if problem is None:
            return
        _log.info("%s: %s", outcome.jurisdiction, problem.detail_en)
        obstacle = obstacle_of(problem.code, problem.status)
        if obstacle is not None and not each.report:
            self._report(each.waiting, each.event, obstacle)


def _outcome(future: "Future[OutcomeRecord]") -> OutcomeRecord | None:
    """The outcome; None if there was none in time: it is sent again."""
    try:
        return future.result(timeout=0)
    except (TimeoutError, KafkaError, LogError) as error:
        _log.info("no answer: %s", error)
        return None


def run(settings: Settings, stop: threading.Event) -> None:
    """Carry what waits, whenever events came and now and then besides, until stopped."""
    intake = Intake(FileVault(settings.vault))
    with (
        CommandClient(settings) as client,
        Courier(client=client, intake=intake, settings=settings) as courier,
        psycopg.connect(settings.postgres, autocommit=True) as listening,
    ):
        client.wait_ready(READY_SECONDS_MAX)
        listening.execute(f"listen {CHANNEL}")
        while not stop.is_set():
            if courier.step():
                courier.wait(PAUSE_SECONDS)
                continue
            for _notice in listening.notifies(timeout=TICK_SECONDS, stop_after=1):
                stop.wait(PAUSE_SECONDS)
