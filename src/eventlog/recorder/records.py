"""A stored event on Kafka: CloudEvents 1.0 in canonical JSON. Its bytes stay for ever.

The state is the application's own bytes, of whatever transcoder, compressor and cipher: ``data_base64``.
The Kafka key is the originator's id. ``tests/golden/recorder.jsonl`` holds the form.
"""

import re
from base64 import b64decode, b64encode
from binascii import a2b_base64, b2a_base64
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, Final, Self
from uuid import UUID

from eventsourcing.persistence import StoredEvent

from eventlog import attributes, canonical, forms
from eventlog.attributes import Shape
from eventlog.forms import Checks, TextForms, integer
from eventlog.refusals import AttributeInvalid

VALUE_BYTES_MAX: Final = 1_000_000
"""Largest record: Kafka takes messages of 1 MiB. Base64 leaves about 750 kB for the state."""

_UUID: Final = "uuid"
_COUNT: Final = f"1…{forms.ATTRIBUTE_MAX}"


def _is_text(value: object) -> bool:
    return type(value) is str


STORED: Final = Shape(
    required=frozenset(
        {
            *("specversion", "id", "source", "type", "subject", "position", "streamversion"),
            *("batchevent", "batchevents", "prev", "data_base64"),
        }
    ),
    optional=frozenset({"subjecttype"}),
    texts=TextForms({"prev": (forms.HASH, "sha256:<64 hex>")}),
    checks=(
        ("source", _is_text, "text"),
        ("position", integer(least=1), _COUNT),
        ("batchevent", integer(least=1), _COUNT),
        ("batchevents", integer(least=1), _COUNT),
    ),
)

_EVENT: Final[Checks] = (
    ("originator_id", lambda value: isinstance(value, UUID | str), "UUID|text"),
    ("originator_version", integer(least=0), f"0…{forms.ATTRIBUTE_MAX}"),
    ("topic", _is_text, "text"),
    ("state", lambda value: isinstance(value, bytes), "bytes"),
)


@lru_cache(maxsize=1_024)
def uuid_of(text: str) -> UUID:
    """The UUID of an originator, of which there are several events as a rule."""
    return UUID(text)


_NUMBER: Final = "[1-9][0-9]{0,8}"
_TEXT: Final = r"[ !#-\[\]-~]*"
"""ASCII that stands for itself in JSON."""
_USUAL: Final = re.compile(
    rf'{{"batchevent":({_NUMBER}),"batchevents":({_NUMBER}),"data_base64":"([A-Za-z0-9+/]*={{0,2}})",'
    rf'"id":"({_NUMBER})","position":\4,"prev":"(sha256:[0-9a-f]{{64}})","source":"({_TEXT})",'
    rf'"specversion":"1\.0","streamversion":(0|{_NUMBER}),'
    rf'"subject":"([0-9a-f]{{8}}(?:-[0-9a-f]{{4}}){{3}}-[0-9a-f]{{12}})","subjecttype":"uuid",'
    rf'"type":"({_TEXT})"}}'.encode()
)
"""The canonical bytes of a record whose originator is a UUID and whose texts are ASCII."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredRecord:
    """One stored event, in its place: ``batchevent`` i of the ``batchevents`` n that were saved together.

    ``source`` is the topic, ``position`` the notification id, ``prev`` the link to the record before,
    for the first to ``source``. ``id`` is the position. ``subject`` is the originator, ``subjecttype``
    «uuid» if it is one (else text), ``streamversion`` its version, ``type`` the event's topic in the sense
    of eventsourcing.
    """

    source: str
    position: int
    batchevent: int
    batchevents: int
    prev: str
    stored: StoredEvent
    value: bytes = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        STORED.check(self)
        forms.check(self.stored, _EVENT)
        if self.batchevent > self.batchevents:
            raise AttributeInvalid(attribute="batchevent", expected="1…batchevents")
        object.__setattr__(self, "value", canonical.encode(self._content()))
        if len(self.value) > VALUE_BYTES_MAX:
            raise AttributeInvalid(attribute="data_base64", expected=f"≤ {VALUE_BYTES_MAX} B")

    @property
    def key(self) -> bytes:
        """The Kafka key."""
        return str(self.stored.originator_id).encode()

    @classmethod
    def from_value(cls, value: bytes) -> Self:
        """Read a record strictly. Raises ``RecordRefused`` or ``NotCanonical``."""
        return cls._usual(value) or cls._any(value)

    @classmethod
    def _usual(cls, value: bytes) -> Self | None:
        """Read a record of the form that nearly all have, which proves it canonical; None for others."""
        found = _USUAL.fullmatch(value)
        if found is None or len(value) > VALUE_BYTES_MAX:
            return None
        event, events, text, position, prev, source, version, subject, topic = found.groups()
        state = _state(text)
        batchevent, batchevents = int(event), int(events)
        if state is None or batchevent > batchevents:
            return None
        record = object.__new__(cls)
        put = object.__setattr__
        put(record, "source", _text(source))
        put(record, "position", int(position))
        put(record, "batchevent", batchevent)
        put(record, "batchevents", batchevents)
        put(record, "prev", prev.decode())
        put(
            record,
            "stored",
            StoredEvent(uuid_of(_text(subject)), int(version), _text(topic), state),
        )
        put(record, "value", value)
        return record

    @classmethod
    def _any(cls, value: bytes) -> Self:
        read = STORED.read(value)
        record = cls(
            source=read["source"],
            position=read["position"],
            batchevent=read["batchevent"],
            batchevents=read["batchevents"],
            prev=read["prev"],
            stored=_stored(read),
        )
        attributes.same(written=record.value, read=value)
        return record

    def _content(self) -> dict[str, Any]:
        stored = self.stored
        content = {
            "specversion": "1.0",
            "id": str(self.position),
            "source": self.source,
            "type": stored.topic,
            "subject": str(stored.originator_id),
            "position": self.position,
            "streamversion": stored.originator_version,
            "batchevent": self.batchevent,
            "batchevents": self.batchevents,
            "prev": self.prev,
            "data_base64": b64encode(stored.state).decode("ascii"),
        }
        if isinstance(stored.originator_id, UUID):
            content["subjecttype"] = _UUID
        return content


def _stored(read: dict[str, Any]) -> StoredEvent:
    is_uuid = read.get("subjecttype") == _UUID
    return StoredEvent(
        originator_id=attributes.uuid(read, "subject") if is_uuid else read["subject"],
        originator_version=read["streamversion"],
        topic=read["type"],
        state=_bytes(read["data_base64"]),
    )


def _bytes(text: object) -> bytes:
    try:
        return b64decode(text, validate=True)  # type: ignore[arg-type]
    except (TypeError, ValueError):
        raise AttributeInvalid(attribute="data_base64", expected="base64") from None


@lru_cache(maxsize=1_024)
def _text(text: bytes) -> str:
    return text.decode()


def _state(text: bytes) -> bytes | None:
    """The bytes in base64; None if they would not be written so."""
    try:
        state = a2b_base64(text)
    except ValueError:
        return None
    return state if b2a_base64(state, newline=False) == text else None
