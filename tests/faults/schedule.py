"""What happens in a round: a pure function of the seed and the round's number."""

import random
import threading
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from tests.faults.proxy import PASSES, Api, Fate, Request, Strike


class Act(StrEnum):
    """What happens to processes and whole connections."""

    KILL_WRITER = "writer killed"
    KILL_WRITERS = "all writers killed"
    PAUSE_WRITER = "writer paused"
    PAUSE_WRITERS = "all writers paused"
    ROLL_WRITERS = "writers restarted one by one"
    JOIN_WRITER = "writer joined and left"
    TURN_CLOCK = "writer's clock turned"
    KILL_POSTGRES = "PostgreSQL killed"
    PAUSE_POSTGRES = "PostgreSQL paused"
    EMPTY_POSTGRES = "PostgreSQL replaced by an empty one"
    KILL_BROKER = "broker killed"
    PAUSE_BROKER = "broker paused"
    CUT_KAFKA = "all connections to Kafka cut"
    STALL_KAFKA = "Kafka out of reach"
    CUT_POSTGRES = "all connections to PostgreSQL cut"
    STALL_POSTGRES = "PostgreSQL out of reach"
    FILL_KAFKA = "broker's disk full"
    FILL_POSTGRES = "PostgreSQL's disk full"
    KILL_LEADER = "leading broker killed"
    ROLL_BROKERS = "brokers restarted one by one"
    LOSE_DISK = "broker's disk deleted"


OF_CONNECTIONS: Final = {Act.CUT_KAFKA, Act.STALL_KAFKA, Act.CUT_POSTGRES, Act.STALL_POSTGRES}
"""Done by a proxy to all connections at once, not to a process."""
OF_DISKS: Final = {Act.FILL_KAFKA, Act.FILL_POSTGRES}
"""Need small disks of their own."""
OF_CLUSTERS: Final = (Act.KILL_LEADER, Act.ROLL_BROKERS, Act.LOSE_DISK)
"""Need three brokers."""
ANYWHERE: Final = tuple(act for act in Act if act not in OF_CLUSTERS)


@dataclass(frozen=True, slots=True)
class Step:
    """After so many answers do this; ``amount`` of 0…1 says how much or which one."""

    after: int
    act: Act
    amount: float


@dataclass(frozen=True, slots=True)
class Round:
    """One site's life: its servers, what it does, and the faults it is to have at least."""

    seed: str
    brokers: int
    projecting: bool
    """Real families and a projector, instead of diaries."""
    steps: tuple[Step, ...]
    strikes: int


GAPS: Final[Mapping[Api, tuple[int, int]]] = {
    Api.END_TXN: (2, 16),
    Api.PRODUCE: (40, 160),
    Api.ADD_PARTITIONS_TO_TXN: (20, 80),
    Api.ADD_OFFSETS_TO_TXN: (25, 100),
    Api.TXN_OFFSET_COMMIT: (20, 80),
    Api.INIT_PRODUCER_ID: (4, 12),
    Api.FETCH: (150, 500),
    Api.HEARTBEAT: (15, 50),
    Api.JOIN_GROUP: (3, 8),
    Api.SYNC_GROUP: (3, 8),
    Api.OFFSET_FETCH: (5, 12),
    Api.FIND_COORDINATOR: (6, 18),
    Api.LIST_OFFSETS: (15, 60),
    Api.METADATA: (30, 90),
}
"""How many requests of a kind pass between two that do not."""

SECONDS: Final[Mapping[Fate, tuple[float, float]]] = {
    Fate.DELAY_REQUEST: (0.05, 2.0),
    Fate.DELAY_ANSWER: (0.05, 2.0),
    Fate.HOLD: (0.005, 2.5),
    Fate.DOUBLE_LATE: (0.002, 2.0),
}
WEIGHTS: Final[Mapping[Fate, int]] = {
    Fate.DELAY_REQUEST: 12,
    Fate.DELAY_ANSWER: 12,
    Fate.LOSE_REQUEST: 12,
    Fate.LOSE_ANSWER: 20,
    Fate.TEAR_REQUEST: 6,
    Fate.TEAR_ANSWER: 6,
    Fate.SWALLOW_REQUEST: 1,
    Fate.SWALLOW_ANSWER: 1,
    Fate.HOLD: 15,
    Fate.DOUBLE: 8,
    Fate.DOUBLE_LATE: 12,
}
ONCE_ONLY: Final = {Api.JOIN_GROUP, Api.SYNC_GROUP}
"""Sent again by themselves they would make a member that does not exist."""
REPEATS: Final = {Fate.HOLD, Fate.DOUBLE, Fate.DOUBLE_LATE}

ROUNDS: Final = 24
"""Of a full run."""
STEPS: Final = 7
STRIKES: Final = 90


def round_of(seed: str, number: int) -> Round:
    """The round of this number."""
    chance = random.Random(f"{seed}/{number}")
    brokers = 3 if number % 6 == 5 else 1
    acts = list(OF_CLUSTERS) if brokers > 1 else []
    acts += chance.sample(ANYWHERE, STEPS - len(acts))
    chance.shuffle(acts)
    steps = tuple(Step(chance.randint(10, 40), act, chance.random()) for act in acts)
    return Round(f"{seed}/{number}", brokers, number % 3 == 2, steps, STRIKES)


def strikes(seed: str, api: Api) -> Iterator[tuple[int, Strike]]:
    """For one kind of request: how many pass, and what happens to the next; for ever."""
    chance = random.Random(f"{seed}/{api.name}")
    fates = [fate for fate in WEIGHTS if api not in ONCE_ONLY or fate not in REPEATS]
    weights = [WEIGHTS[fate] for fate in fates]
    while True:
        gap = chance.randint(*GAPS[api])
        (fate,) = chance.choices(fates, weights)
        yield gap, Strike(fate, round(chance.uniform(*SECONDS.get(fate, (0.0, 0.0))), 3))


class Striker:
    """Hands the strikes of a round out to the requests as they come, while it is armed."""

    def __init__(self, seed: str) -> None:
        self.done: Counter[tuple[Api, Fate]] = Counter()
        self._armed = False
        self._lock = threading.Lock()
        self._coming = {api: strikes(seed, api) for api in GAPS}
        self._next = {api: next(coming) for api, coming in self._coming.items()}

    def arm(self, armed: bool = True) -> None:
        """Begin, or let everything pass again."""
        self._armed = armed

    def __call__(self, request: Request) -> Strike:
        """What becomes of this request."""
        if not self._armed or request.api not in self._next:
            return PASSES
        api = Api(request.api)
        with self._lock:
            gap, strike = self._next[api]
            if gap > 0:
                self._next[api] = gap - 1, strike
                return PASSES
            self._next[api] = next(self._coming[api])
            self.done[api, strike.fate] += 1
        return strike
