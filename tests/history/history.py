"""The history of a run: what was asked, what was acknowledged, what was read. Times are monotonic seconds."""

import threading
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from uuid import UUID


@dataclass(frozen=True, slots=True)
class Answer:
    """What a client was told of an accepted command: its positions, and the hash of its last event."""

    digest: str
    first: int
    last: int
    hash: str


@dataclass(frozen=True, slots=True)
class Told:
    """One acknowledgement: the answer, to a command first sent at ``asked``, at ``at``."""

    command: UUID
    answer: Answer
    asked: float
    at: float


@dataclass(frozen=True, slots=True)
class Look:
    """A reader looked for the end of the jurisdiction's log from ``begun`` on, and found this position."""

    reader: str
    begun: float
    position: int


@dataclass(frozen=True, slots=True)
class Passed:
    """An event that a reader passed on as counted."""

    offset: int
    position: int
    hash: str
    command: str
    index: int
    """Its number in the command's batch, from 1."""
    size: int
    """Of the batch, in events."""


@dataclass
class History:
    """Kept by all clients of a run at once."""

    digests: dict[UUID, set[str]] = field(default_factory=lambda: defaultdict(set))
    """Of every command ever sent."""
    asked: dict[UUID, float] = field(default_factory=dict)
    """When each was first sent."""
    told: list[Told] = field(default_factory=list)
    refused: dict[UUID, set[str]] = field(default_factory=lambda: defaultdict(set))
    """The codes of refusals."""
    looks: list[Look] = field(default_factory=list)
    passed: dict[str, list[Passed]] = field(default_factory=lambda: defaultdict(list))
    """By reader, in the order in which it passed them on."""
    _lock: threading.Lock = field(default_factory=threading.Lock, repr=False)

    def ask(self, command: UUID, digest: str, *, at: float) -> None:
        """Note that a command is about to be sent, for the first time or again."""
        with self._lock:
            self.digests[command].add(digest)
            self.asked.setdefault(command, at)

    def acknowledge(self, command: UUID, answer: Answer, *, at: float) -> None:
        """Note that a command was acknowledged."""
        with self._lock:
            self.told.append(Told(command, answer, self.asked.get(command, at), at))

    def refuse(self, command: UUID, code: str) -> None:
        """Note that a command was refused."""
        with self._lock:
            self.refused[command].add(code)

    def look(self, look: Look) -> None:
        """Note where a reader found the end."""
        with self._lock:
            self.looks.append(look)

    def answers(self) -> Mapping[UUID, Sequence[Told]]:
        """What was told of each command."""
        found: dict[UUID, list[Told]] = defaultdict(list)
        for told in self.told:
            found[told.command].append(told)
        return found

    def recovery(self, since: float) -> float | None:
        """Seconds until a command first sent after ``since`` was acknowledged; None if none was."""
        return (
            min((told.at for told in self.told if told.asked >= since), default=since) - since
            or None
        )
