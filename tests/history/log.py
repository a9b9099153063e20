"""The log as an auditor reads it: the void rule (ADR 0002) written once more, from its text, on plain JSON.

Nothing of the product is used here, so a mistake in its reading cannot hide itself.
"""

import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Record:
    """A record of the events topic. ``committed`` tells whether read_committed consumers get it."""

    offset: int
    key: str
    value: bytes
    committed: bool = True


@dataclass(frozen=True, slots=True)
class Event:
    """A record as parsed: its attributes, and the hash of its bytes."""

    offset: int
    attributes: dict[str, Any] = field(hash=False)
    hash: str

    def __getitem__(self, name: str) -> Any:
        return self.attributes[name]

    @property
    def owner(self) -> tuple[str, str]:
        """Actor and command id: what makes a command one."""
        return self["actor"], self["commandid"]


Batch = Sequence[Event]
_NEEDED = {
    *("source", "time", "position", "subject", "streamversion", "prev", "actor"),
    *("commandid", "commanddigest", "commandevent", "commandevents"),
}


def sha256(value: bytes) -> str:
    """As links spell it."""
    return "sha256:" + hashlib.sha256(value).hexdigest()


def count(records: Iterable[Record], key: str) -> list[Batch]:
    """The batches of one jurisdiction that count: whole, at the head's position plus one, linked to it."""
    counted: list[Batch] = []
    pending: list[Event] = []
    position, head = 0, ""
    for event in _parsed(records, key):
        if pending and _continues(pending[-1], event):
            pending.append(event)
        elif (
            event["commandevent"] == 1
            and event["position"] == position + 1
            and event["prev"] == (head or sha256(event["source"].encode()))
        ):
            pending = [event]
        else:
            continue
        if len(pending) == event["commandevents"]:
            counted.append(pending)
            position, head = event["position"], event.hash
            pending = []
    return counted


def _parsed(records: Iterable[Record], key: str) -> Iterable[Event]:
    for record in records:
        if record.committed and record.key == key:
            try:
                attributes = json.loads(record.value)
            except ValueError:
                continue
            if isinstance(attributes, dict) and attributes.keys() >= _NEEDED:
                yield Event(record.offset, attributes, sha256(record.value))


def _continues(last: Event, event: Event) -> bool:
    return (
        event["prev"] == last.hash
        and event["position"] == last["position"] + 1
        and event["commandevent"] == last["commandevent"] + 1
        and event["commandevents"] == last["commandevents"]
        and event.owner == last.owner
        and event["commanddigest"] == last["commanddigest"]
    )
