"""Which kinds of files are taken, and whether bytes are what their media type says.

The list is ``media_types.toml``. Nothing that a browser would run is on it, and what is given out is
given out as a download of exactly its type.
"""

import codecs
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from eventlog.attachments.errors import MediaTypeNotTaken, MediaTypeWrong

EDGE_BYTES: Final = 256 * 1024
"""So much of the beginning and of the end is looked at: the directory of a ZIP stands there."""
_ENCODINGS: Final = ("utf-8", "gb18030")


@dataclass(frozen=True, slots=True, kw_only=True)
class MediaType:
    """A kind of file: how its names end, and how its bytes tell."""

    name: str
    suffix: str
    starts: tuple[bytes, ...] = ()
    at: int = 0
    holds: tuple[bytes, ...] = ()
    lacks: tuple[bytes, ...] = ()
    text: bool = False

    @classmethod
    def read(cls, name: str, table: Mapping[str, Any]) -> "MediaType":
        """A kind from its table."""
        return cls(
            name=name,
            suffix=table["suffix"],
            starts=tuple(map(bytes.fromhex, table.get("starts", ()))),
            at=table.get("at", 0),
            holds=tuple(each.encode() for each in table.get("holds", ())),
            lacks=tuple(each.encode() for each in table.get("lacks", ())),
            text=table.get("text", False),
        )

    def fits(self, edges: bytes) -> bool:
        """Whether the beginning and the end of a file may be of this kind."""
        begins = not self.starts or edges[self.at :].startswith(self.starts)
        held = not self.holds or any(each in edges for each in self.holds)
        return begins and held and not any(each in edges for each in self.lacks)


MEDIA_TYPES: Final[Mapping[str, MediaType]] = {
    name: MediaType.read(name, table)
    for name, table in tomllib.loads(
        Path(__file__).with_name("media_types.toml").read_text("utf-8")
    ).items()
}
"""Those taken, by name."""


def media_type(given: str) -> MediaType:
    """The kind that a ``Content-Type`` names; its parameters do not matter. Raises `MediaTypeNotTaken`."""
    name = given.partition(";")[0].strip().lower()
    found = MEDIA_TYPES.get(name)
    if found is None:
        raise MediaTypeNotTaken(media_type=name[:100] or "–", taken=", ".join(sorted(MEDIA_TYPES)))
    return found


class Looking:
    """Looks at a file as it passes by, and says at its end whether it is of its kind."""

    def __init__(self, kind: MediaType) -> None:
        self._kind = kind
        self._head, self._tail = bytearray(), bytearray()
        self._decoders = [codecs.getincrementaldecoder(each)() for each in _ENCODINGS]

    def see(self, data: bytes) -> None:
        """The next bytes. Raises `MediaTypeWrong` as soon as it is known."""
        missing = EDGE_BYTES - len(self._head)
        self._head += data[:missing]
        self._tail = (self._tail + data[missing:])[-EDGE_BYTES:]
        if self._kind.text:
            self._read(data, final=False)

    def verdict(self) -> None:
        """At the end of the file. Raises `MediaTypeWrong`."""
        if self._kind.text:
            self._read(b"", final=True)
        if not self._kind.fits(bytes(self._head + self._tail)):
            raise MediaTypeWrong(media_type=self._kind.name)

    def _read(self, data: bytes, *, final: bool) -> None:
        if b"\0" in data:
            raise MediaTypeWrong(media_type=self._kind.name)
        self._decoders = [each for each in self._decoders if _decodes(each, data, final=final)]
        if not self._decoders:
            raise MediaTypeWrong(media_type=self._kind.name)


def _decodes(decoder: codecs.IncrementalDecoder, data: bytes, *, final: bool) -> bool:
    try:
        decoder.decode(data, final)
    except UnicodeDecodeError:
        return False
    return True
