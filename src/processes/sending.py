"""Sending many commands: in order, a bounded number under way, each outcome told to who asked."""

import datetime
from collections import deque
from collections.abc import Callable, Mapping
from concurrent.futures import Future
from dataclasses import dataclass
from typing import Any, Final, Generic, TypeVar
from uuid import UUID

from domain.ids import (
    INSTALLATION,
    JurisdictionCode,
    PartyId,
    PersonId,
    StreamId,
    derived_id,
    jurisdiction_stream,
    stream_id,
)
from domain.jurisdiction import ClockKind
from eventlog import topics
from eventlog.client import CommandClient
from eventlog.intake import Intake
from eventlog.records import CommandRecord, OutcomeRecord
from eventlog.settings import Settings
from eventlog.topics import Topics
from processes.errors import OpeningRefused

IN_FLIGHT_MAX: Final = 256
"""Commands under way; far below the limit of a jurisdiction, so that others get through."""
LIFETIME: Final = datetime.timedelta(minutes=5)
"""How long a command may wait, and for how long its refusal is remembered."""
OPERATOR: Final = PersonId(stream_id("person", derived_id("operator")))
"""Who opens jurisdictions from the command line."""

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """One command in the clear. The same id is the same command, however often it is sent."""

    id: UUID
    type: str
    target: StreamId
    data: Mapping[str, Any]
    actor: PersonId
    party: PartyId


@dataclass(frozen=True, slots=True, kw_only=True)
class Founding:
    """A jurisdiction as it is opened. ``starts`` is what its simulated clock shows first (UTC)."""

    code: JurisdictionCode
    title_zh: str
    title_en: str
    starts: datetime.datetime
    founder: PersonId
    founding_party: PartyId


class Sending(Generic[T]):
    """The commands of one jurisdiction on their way.

    One producer sends them to one partition, so they are decided in the order in which they are
    sent: what comes later may rest on what comes before without waiting for it.
    """

    def __init__(
        self,
        client: CommandClient,
        intake: Intake,
        *,
        jurisdiction: JurisdictionCode,
        source: str,
        told: Callable[[T, OutcomeRecord], None],
    ) -> None:
        self._client, self._intake, self._told = client, intake, told
        self._jurisdiction, self._source = jurisdiction, source
        self._under_way: deque[tuple[T, Future[OutcomeRecord]]] = deque()
        self.position = client.position(jurisdiction)
        """The last position that came of anything sent, at first the head of the log."""

    def send(self, what: T, order: Order) -> None:
        """Send a command; ``told`` hears of its outcome, in the order of sending."""
        self.send_record(what, self._record(order))

    def send_record(self, what: T, record: CommandRecord) -> None:
        """Send a command that is prepared already."""
        while len(self._under_way) >= IN_FLIGHT_MAX:
            self._take()
        self._under_way.append((what, self._client.submit(record)))
        while self._under_way and self._under_way[0][1].done():
            self._take()

    def drain(self) -> None:
        """Wait for everything that is under way."""
        while self._under_way:
            self._take()

    def _take(self) -> None:
        what, future = self._under_way.popleft()
        outcome = future.result()
        self.position = max(self.position, outcome.last_position or 0)
        self._told(what, outcome)

    def _record(self, order: Order) -> CommandRecord:
        return self._intake.prepare(
            jurisdiction=self._jurisdiction,
            source=self._source,
            type=order.type,
            target=order.target,
            data=order.data,
            actor=order.actor,
            party=order.party,
            command_id=order.id,
            expires=lifetime(),
        )


def lifetime() -> datetime.datetime:
    """Until when a command sent now may wait."""
    return datetime.datetime.now(datetime.UTC) + LIFETIME


def source_of(settings: Settings, code: JurisdictionCode) -> str:
    """The CloudEvents source under which this installation opens a jurisdiction."""
    return f"{settings.installation}/{code}"


def ensure_open(
    settings: Settings, client: CommandClient, intake: Intake, founding: Founding
) -> None:
    """Open and begin a jurisdiction with a simulated clock, unless that was done before.

    It goes to the partition with the fewest jurisdictions. Raises `OpeningRefused`.
    """
    place = client.directory.find(founding.code)
    clock: ClockKind = "simulated"
    stream = jurisdiction_stream(founding.code)
    common = {
        "title_zh": founding.title_zh,
        "title_en": founding.title_en,
        "source": source_of(settings, founding.code),
        "clock": clock,
        "starts": founding.starts.isoformat(),
        "founding_party": founding.founding_party,
    }
    if place is None:
        opening = {
            **common,
            "code": founding.code,
            "partition": _emptiest(settings, client),
            "founder": founding.founder,
        }
        order = Order(
            id=derived_id("open", founding.code),
            type="guantong.jurisdiction.open",
            target=stream,
            data=opening,
            actor=OPERATOR,
            party=founding.founding_party,
        )
        _done(settings, client, intake, INSTALLATION, order)
    beginning = Order(
        id=derived_id("begin", founding.code),
        type="guantong.jurisdiction.begin",
        target=stream,
        data=common,
        actor=founding.founder,
        party=founding.founding_party,
    )
    _done(settings, client, intake, founding.code, beginning)


def _done(
    settings: Settings,
    client: CommandClient,
    intake: Intake,
    code: JurisdictionCode,
    order: Order,
) -> None:
    def told(_: None, outcome: OutcomeRecord) -> None:
        if outcome.problem is not None:
            raise OpeningRefused(jurisdiction=code, reason=outcome.problem.detail_en)

    source = source_of(settings, code)
    sending = Sending[None](client, intake, jurisdiction=code, source=source, told=told)
    sending.send(None, order)
    sending.drain()


def _emptiest(settings: Settings, client: CommandClient) -> int:
    partitions = topics.check(settings.kafka, Topics(settings.prefix))
    places = [place.partition for place in client.directory.all().values()]
    return min(range(partitions), key=places.count)
