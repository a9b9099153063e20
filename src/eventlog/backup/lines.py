"""The lines that the segments of a backup consist of, once unpacked (docs/backup.md).

Fields are parted by tabs. Canonical JSON has neither tabs nor line ends, so the bytes of a record stand
there as they stood on Kafka, for every tool that reads lines. A line written otherwise than here is refused.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final, Self

from domain.ids import JurisdictionCode
from eventlog import canonical
from eventlog.counting import Checkpoint, Head
from eventlog.errors import NotCanonical
from eventlog.reading import Origin, Tracking
from eventlog.sealed_header import HEADER

FORMAT: Final = "guantong-backup-1"


class LineRefused(ValueError):
    """A line that is none of this format."""


@dataclass(frozen=True, slots=True)
class Event:
    """An event that counts, as it stood on Kafka; it reads like a record of a Kafka client."""

    partition: int
    offset: int
    timestamp: int
    """When the broker appended it, in milliseconds."""
    key: bytes
    header: bytes | None
    value: bytes

    @property
    def headers(self) -> list[tuple[str, bytes]]:
        """The Kafka headers."""
        return [] if self.header is None else [(HEADER, self.header)]

    def line(self) -> bytes:
        """The line that says so."""
        numbers = f"event\t{self.partition}\t{self.offset}\t{self.timestamp}"
        return b"\t".join([numbers.encode(), self.key, self.header or b"", self.value]) + b"\n"


@dataclass(frozen=True, slots=True)
class Rejected:
    """The outcome of a rejected command, which must stay the same until the command expires."""

    partition: int
    offset: int
    timestamp: int
    key: bytes
    value: bytes

    def line(self) -> bytes:
        """The line that says so."""
        numbers = f"rejected\t{self.partition}\t{self.offset}\t{self.timestamp}"
        return b"\t".join([numbers.encode(), self.key, self.value]) + b"\n"


@dataclass(frozen=True, slots=True)
class Reached:
    """The next offsets to read of a partition, of the events and of the outcomes topic."""

    partition: int
    events: int
    outcomes: int

    def line(self) -> bytes:
        """The line that says so."""
        return f"reached\t{self.partition}\t{self.events}\t{self.outcomes}\n".encode()


@dataclass(frozen=True, slots=True)
class Current:
    """All that was committed before this moment is in it: milliseconds, by the clock of who made it."""

    at: int

    def line(self) -> bytes:
        """The line that says so."""
        return f"current\t{self.at}\n".encode()


@dataclass(frozen=True, slots=True)
class Begun:
    """The first line of a segment: where the backup stands, so that no earlier one need be read to go on.

    ``previous`` is the sum of the block before, "" in the first segment; ``places`` the partition of each
    jurisdiction that was opened.
    """

    number: int
    previous: str
    places: Mapping[JurisdictionCode, int]
    trackings: tuple[Tracking, ...]

    def line(self) -> bytes:
        """The line that says so."""
        content = {
            "format": FORMAT,
            "number": self.number,
            "places": dict(self.places),
            "previous": self.previous,
            "trackings": [_tracking_to_json(each) for each in self.trackings],
        }
        return b"segment\t" + canonical.encode(content) + b"\n"

    @classmethod
    def from_json(cls, text: bytes) -> Self:
        """Read it back."""
        read = canonical.decode(text)
        if read["format"] != FORMAT:
            raise LineRefused(f"format {read['format']}")
        trackings = tuple(map(_tracking_of, read["trackings"]))
        return cls(read["number"], read["previous"], read["places"], trackings)


Line = Event | Rejected | Reached | Current | Begun


def parse(text: bytes) -> Line:
    """The line in these bytes, its end included; ``LineRefused`` for any that would be written otherwise."""
    try:
        line = _parsed(text.removesuffix(b"\n").split(b"\t"))
    except (ValueError, KeyError, TypeError, IndexError, NotCanonical) as error:
        raise LineRefused(text[:80]) from error
    if line.line() != text:
        raise LineRefused(text[:80])
    return line


def _parsed(fields: list[bytes]) -> Line:
    match fields:
        case [b"event", partition, offset, timestamp, key, header, value]:
            numbers = int(partition), int(offset), int(timestamp)
            return Event(*numbers, key, header or None, value)
        case [b"rejected", partition, offset, timestamp, key, value]:
            return Rejected(int(partition), int(offset), int(timestamp), key, value)
        case [b"reached", partition, events, outcomes]:
            return Reached(int(partition), int(events), int(outcomes))
        case [b"current", at]:
            return Current(int(at))
        case [b"segment", content]:
            return Begun.from_json(content)
        case _:
            raise LineRefused(fields[0][:80])


def _tracking_to_json(tracking: Tracking) -> dict[str, Any]:
    return {
        "partition": tracking.partition,
        "cluster": tracking.origin.cluster,
        "topic": tracking.origin.topic,
        "events": tracking.checkpoint.offset,
        "outcomes": tracking.outcomes,
        "heads": {
            code: [head.position, head.hash, head.offset]
            for code, head in tracking.checkpoint.heads.items()
        },
    }


def _tracking_of(read: Mapping[str, Any]) -> Tracking:
    heads = {JurisdictionCode(code): Head(*rest) for code, rest in read["heads"].items()}
    origin = Origin(read["cluster"], read["topic"])
    checkpoint = Checkpoint(read["events"], heads)
    return Tracking(read["partition"], origin, checkpoint, read["outcomes"])
