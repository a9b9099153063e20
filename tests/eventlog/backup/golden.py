"""A segment with a line of every kind, as it is kept for ever (`tests/golden/backup/`)."""

from pathlib import Path
from typing import Final

from domain.ids import JurisdictionCode
from eventlog.backup.lines import Begun, Current, Event, Line, Reached, Rejected
from eventlog.counting import Checkpoint, Head
from eventlog.reading import Origin, Tracking

GOLDEN: Final = Path(__file__).parents[2] / "golden"
SEGMENT: Final = GOLDEN / "backup" / "0000000002.gz"
TEXT: Final = (GOLDEN / "backup" / "lines.txt").read_bytes()
PREVIOUS: Final = f"sha256:{'2' * 64}"
"""The sum of the block before."""

_LINYI: Final = JurisdictionCode("linyi")
_HEADS: Final = {_LINYI: Head(41, f"sha256:{'4' * 64}", 97)}
_ORIGIN: Final = Origin("MkU3OEVBNTcwNTJENDM2Qg", "Kq5LHnLVTS2dKDZTnBvJZg")


def _record(name: str) -> bytes:
    return (GOLDEN / name).read_bytes()


LINES: Final[tuple[Line, ...]] = (
    Begun(
        2,
        PREVIOUS,
        {_LINYI: 1},
        (
            Tracking(0, _ORIGIN, Checkpoint(3), 5),
            Tracking(1, _ORIGIN, Checkpoint(98, _HEADS), 0),
        ),
    ),
    Event(
        1,
        98,
        1_772_414_400_000,
        b"linyi",
        _record("event-1.gt-sealed.json"),
        _record("event-1.json"),
    ),
    Event(1, 100, 1_772_414_400_250, b"linyi", None, _record("event-3.json")),
    Rejected(1, 7, 1_772_414_400_300, b"linyi", _record("outcome-rejected.json")),
    Reached(1, 102, 8),
    Current(1_772_414_401_000),
)
