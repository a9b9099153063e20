"""Clients that send commands, doubled and out of order, and never give up on one."""

import random
import threading
import time
import uuid
from concurrent.futures import Future, wait
from concurrent.futures import TimeoutError as NoAnswer
from typing import Final, Self

from kafka.errors import KafkaError

from domain.ids import StreamId
from eventlog.client import CommandClient
from eventlog.errors import LogError
from eventlog.records import CommandRecord, OutcomeRecord
from tests.eventlog.town import Town, answer
from tests.history.history import Answer, History

CLIENTS: Final = 6
ENTRIES_MAX: Final = 5
ANSWER_S: Final = 60.0
PATIENCE_S: Final = 2.0


class Load:
    """Clients at work, each on a diary of its own and now and then on another's, until left."""

    def __init__(
        self, town: Town, client: CommandClient, *, seed: int | str, history: History
    ) -> None:
        self.history = history
        self._town = town
        self._client = client
        self._seed = seed
        self._diaries = self._prepare()
        self._changed = threading.Condition()
        self._answers = 0
        self._leaving = threading.Event()
        self._given_up = threading.Event()
        self._failure: BaseException | None = None
        self._threads: list[threading.Thread] = []

    def __enter__(self) -> Self:
        self._leaving.clear()
        self._given_up.clear()
        self._threads = [
            threading.Thread(
                target=self._work, args=(random.Random(f"{self._seed}/{number}"), number)
            )
            for number in range(CLIENTS)
        ]
        for thread in self._threads:
            thread.start()
        return self

    def __exit__(self, failed: type[BaseException] | None, *_: object) -> None:
        self._leaving.set()
        if failed is not None:
            self._given_up.set()
        deadline = time.monotonic() + ANSWER_S
        for thread in self._threads:
            thread.join(max(0.0, deadline - time.monotonic()))
        unanswered = any(thread.is_alive() for thread in self._threads)
        self._given_up.set()
        if self._failure is not None:
            raise self._failure
        assert not unanswered, f"commands are still without an answer {ANSWER_S} s after the last"

    @property
    def answers(self) -> int:
        """How many answers came so far."""
        return self._answers

    def wait_answers(self, more: int, timeout_s: float = ANSWER_S) -> None:
        """Wait for so many further answers."""
        goal = self._answers + more
        assert self.wait_for(goal, timeout_s), (
            f"{goal - self._answers} of {more} answers are missing after {timeout_s} s"
        )

    def wait_for(self, goal: int, timeout_s: float) -> bool:
        """Whether there are so many answers in all within this time."""
        with self._changed:
            arrived = self._changed.wait_for(
                lambda: self._answers >= goal or self._failure is not None, timeout_s
            )
            assert self._failure is None, self._failure
        return arrived

    def _work(self, chance: random.Random, number: int) -> None:
        try:
            before: list[CommandRecord] = []
            while not self._leaving.is_set():
                command = self._command(chance, number)
                again = [command] * chance.choice((1, 1, 2, 3))
                if before and chance.random() < 0.3:
                    again += chance.sample(before, 1)
                chance.shuffle(again)
                self._send_until_answered(again)
                before = [*before[-30:], command]
        except BaseException as error:  # noqa: BLE001 - told by `wait_answers` and at the end
            self._failure = error

    def _prepare(self) -> list[StreamId]:
        commands = [self._town.diary(f"Diary {n}") for n in range(CLIENTS)]
        for command in commands:
            self.history.ask(command.id, command.digest, at=time.monotonic())
        opened = [answer(self._client, command).stream for command in commands]
        return [stream for stream in opened if stream is not None]

    def _command(self, chance: random.Random, number: int) -> CommandRecord:
        diary = self._diaries[number]
        data: dict[str, object] = {"entries": chance.randint(1, ENTRIES_MAX)}
        if chance.random() < 0.2:
            data["copy_to"] = chance.choice([other for other in self._diaries if other != diary])
        if chance.random() < 0.05:
            return self._town.entry(diary, if_match=1_000_000)
        command_id = uuid.UUID(int=chance.getrandbits(128), version=4)
        return self._town.entry(diary, text=f"{chance.random()}", data=data, command_id=command_id)

    def _send_until_answered(self, commands: list[CommandRecord]) -> None:
        """As a client with a Retry-After does: the same command, until there is an answer."""
        left = commands
        while left and not self._given_up.is_set():
            sent: list[tuple[CommandRecord, Future[OutcomeRecord]]] = []
            for command in left:
                self.history.ask(command.id, command.digest, at=time.monotonic())
                try:
                    sent.append((command, self._client.submit(command)))
                except (LogError, KafkaError):
                    self._leaving.wait(0.1)
            wait([future for _, future in sent], timeout=PATIENCE_S)
            answered = {command.id for command, future in sent if self._note(future)}
            left = [command for command in left if command.id not in answered]

    def _note(self, future: "Future[OutcomeRecord]") -> bool:
        try:
            outcome = future.result(timeout=0)
        except (NoAnswer, LogError, KafkaError):
            future.cancel()
            return False
        if outcome.problem is None:
            self.history.acknowledge(outcome.id, _told(outcome), at=time.monotonic())
        else:
            self.history.refuse(outcome.id, outcome.problem.code)
        with self._changed:
            self._answers += 1
            self._changed.notify_all()
        return True


def _told(outcome: OutcomeRecord) -> Answer:
    first, last, last_hash = outcome.first_position, outcome.last_position, outcome.last_hash
    assert first is not None
    assert last is not None
    assert last_hash is not None
    return Answer(outcome.digest, first, last, last_hash)


class Registrations(Load):
    """Clients that register people: real families, which the read models know."""

    def _prepare(self) -> list[StreamId]:
        return []

    def _command(self, chance: random.Random, number: int) -> CommandRecord:
        command_id = uuid.UUID(int=chance.getrandbits(128), version=4)
        name = "".join(chance.choices("王李张刘陈杨黄赵吴周", k=2)) + f"{number}"
        if_match = 1_000_000 if chance.random() < 0.05 else None
        data = {"name": name}
        return self._town.command("person.register", data, command_id=command_id, if_match=if_match)
