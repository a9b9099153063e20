"""Moving a jurisdiction to another cluster: closed there, copied, opened and gone on with here (ADR 0004).

Every step is done once however often it is asked for, so a move that was interrupted is run again.
"""

import datetime
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final
from uuid import UUID

from domain.errors import JurisdictionMoved
from domain.ids import (
    INSTALLATION,
    SYSTEM_PARTY,
    SYSTEM_PERSON,
    JurisdictionCode,
    PartyId,
    PersonId,
    derived_id,
    jurisdiction_stream,
)
from eventlog import moving, topics
from eventlog.client import CommandClient
from eventlog.directory import Place
from eventlog.errors import NotPlacedHere
from eventlog.index import Index
from eventlog.intake import Intake
from eventlog.reading import origin_of
from eventlog.records import EventRecord, OutcomeRecord
from eventlog.settings import Settings
from eventlog.topics import Topics
from eventlog.vault import FileVault
from processes.errors import CodeTaken, IndexBehind, MoveRefused, NotAnswered, SameCluster
from processes.sending import LIFETIME, OPERATOR

READY_S: Final = 60.0
_PAUSE_S: Final = 0.05
_CLOSED: Final = "guantong.jurisdiction.closed.v1"
_RESUMED: Final = "guantong.jurisdiction.resumed.v1"


@dataclass(frozen=True, slots=True, kw_only=True)
class Moved:
    """A jurisdiction in its new place: on which partition, from which position on, and what was copied."""

    jurisdiction: JurisdictionCode
    partition: int
    position: int
    events: int
    rejected: int
    keys: int
    files: int


def move(
    there: Settings,
    here: Settings,
    code: JurisdictionCode,
    *,
    partition: int | None = None,
    address: str | None = None,
    report: Callable[[int, int], None] = lambda _, __: None,
) -> Moved:
    """Move a jurisdiction from ``there`` to ``here``; writers run at both ends.

    ``partition`` is that of its new place, None for the one with the fewest jurisdictions; ``address`` is
    told to whoever still asks ``there``; ``report`` is told positions copied, and in all.
    Raises ``NotPlacedHere``, ``SameCluster``, ``CodeTaken``, ``JurisdictionMoved``, ``IndexBehind``,
    ``NotAnswered``, ``MoveRefused``, and what ``eventlog.moving.copy`` does.
    """
    if origin_of(there.kafka, Topics(there.prefix)) == origin_of(here.kafka, Topics(here.prefix)):
        raise SameCluster(jurisdiction=code)
    with CommandClient(there) as old, CommandClient(here) as new:
        for client in (old, new):
            client.wait_ready(READY_S)
        place = old.directory.find(code)
        if place is None or place.opened is None:
            raise NotPlacedHere(partition="–", jurisdiction=code)
        target = _target(here, new, place, wanted=partition)
        _End(there, old, place).close(to=here.installation, address=address)
        total = old.position(code)
        copied = moving.copy(
            there, here, place, partition=target, report=lambda position: report(position, total)
        )
        await_indexed(here, code, target, copied.head.position)
        end = _End(here, new, place)
        end.open(target)
        position = end.resume(after=copied.head.position)
    return Moved(
        jurisdiction=code,
        partition=target,
        position=position,
        events=copied.events,
        rejected=copied.rejected,
        keys=copied.keys,
        files=copied.files,
    )


def await_indexed(
    settings: Settings, code: JurisdictionCode, partition: int, position: int
) -> None:
    """Return once the writer of a partition has indexed a jurisdiction up to a position."""
    limit = time.monotonic() + READY_S
    with Index(settings.postgres) as index:
        index.create()
        while True:
            tracking = index.tracking(partition)
            head = None if tracking is None else tracking.checkpoint.heads.get(code)
            if head is not None and head.position >= position:
                return
            if time.monotonic() > limit:
                raise IndexBehind(jurisdiction=code, position=position, seconds=round(READY_S))
            time.sleep(_PAUSE_S)


def _target(here: Settings, new: CommandClient, place: Place, *, wanted: int | None) -> int:
    """The partition here: where it is already, wholly or in part; else the one wanted, or the emptiest."""
    found = new.directory.find(place.code)
    if found is not None and found.source != place.source:
        raise CodeTaken(jurisdiction=place.code, source=found.source)
    begun = moving.partition_of(here, place.code) if found is None else found.partition
    if begun is not None:
        return begun
    partitions = topics.check(here.kafka, Topics(here.prefix))
    if wanted is not None and wanted < partitions:
        return wanted
    if wanted is not None:
        raise NotPlacedHere(partition=wanted, jurisdiction=place.code)
    taken = [each.partition for each in new.directory.all().values()]
    return min(range(partitions), key=taken.count)


class _End:
    """One end of a move, and the commands that are sent there."""

    def __init__(self, settings: Settings, client: CommandClient, place: Place) -> None:
        self._settings = settings
        self._client = client
        self._place = place
        self._intake = Intake(FileVault(settings.vault))

    def close(self, *, to: str, address: str | None) -> None:
        """Close the log for another installation, unless it is closed for that one already."""
        closings, last = self._closings()
        if last is not None and last["to"] == to:
            return
        if last is not None:
            raise JurisdictionMoved(
                jurisdiction=self._place.code, to=last["to"], address=last.get("address", "–")
            )
        number = derived_id("close", self._place.code, to, closings)
        data = {"to": to} if address is None else {"to": to, "address": address}
        self._own(number, "close", data)

    def open(self, partition: int) -> None:
        """Open it in the installation log, under the same source, unless it was opened before."""
        place, opened = self._place, self._place.opened
        if opened is None or self._client.directory.find(place.code) is not None:
            return
        data = {
            "code": place.code,
            "title_zh": opened.title_zh,
            "title_en": opened.title_en,
            "source": place.source,
            "partition": partition,
            "clock": opened.clock,
            "founder": opened.founder,
            "founding_party": opened.founding_party,
        }
        if opened.starts is not None:
            data["starts"] = opened.starts.isoformat()
        self._send(
            INSTALLATION,
            f"{self._settings.installation}/{INSTALLATION}",
            derived_id("move", place.code, self._settings.installation),
            ("open", data),
            (self._operator(), opened.founding_party),
        )

    def resume(self, *, after: int) -> int:
        """Go on with the log behind a position; gives the position of the first event."""
        number = derived_id("resume", self._place.code, self._settings.installation, after)
        return self._own(number, "resume", {}).first_position or 0

    def _operator(self) -> PersonId:
        """Who opens jurisdictions here: whoever opened the first."""
        places = self._client.directory.all().values()
        return next((each.opened.operator for each in places if each.opened is not None), OPERATOR)

    def _closings(self) -> tuple[int, Mapping[str, Any] | None]:
        """How often the log was closed here, and what the closing says that still stands."""
        code, partition = self._place.code, self._place.partition
        await_indexed(self._settings, code, partition, self._client.position(code))
        with Index(self._settings.postgres) as index:
            records = [EventRecord.from_value(value) for value in index.organisational(code)]
        turns = [record for record in records if record.type in {_CLOSED, _RESUMED}]
        closings = sum(record.type == _CLOSED for record in turns)
        stands = bool(turns) and turns[-1].type == _CLOSED
        return closings, turns[-1].data if stands else None

    def _own(self, number: UUID, action: str, data: Mapping[str, Any]) -> OutcomeRecord:
        """A command in the jurisdiction's own log, by the system."""
        place = self._place
        return self._send(
            place.code, place.source, number, (action, data), (SYSTEM_PERSON, SYSTEM_PARTY)
        )

    def _send(
        self,
        code: JurisdictionCode,
        source: str,
        number: UUID,
        order: tuple[str, Mapping[str, Any]],
        who: tuple[PersonId, PartyId],
    ) -> OutcomeRecord:
        action, data = order
        actor, party = who
        record = self._intake.prepare(
            jurisdiction=code,
            source=source,
            type=f"guantong.jurisdiction.{action}",
            target=jurisdiction_stream(self._place.code),
            data=data,
            actor=actor,
            party=party,
            command_id=number,
            expires=datetime.datetime.now(datetime.UTC) + LIFETIME,
        )
        try:
            outcome = self._client.submit(record).result(timeout=READY_S)
        except TimeoutError:
            raise NotAnswered(jurisdiction=code, seconds=round(READY_S)) from None
        if outcome.problem is not None:
            raise MoveRefused(jurisdiction=self._place.code, reason=outcome.problem.detail_en)
        return outcome
