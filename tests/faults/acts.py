"""What is done to processes and to whole connections, each until it is over."""

import signal
import threading
from collections.abc import Callable, Mapping
from typing import Final

import psutil

from embedded.server import Server
from eventlog.topics import Topics
from tests.faults.schedule import Act
from tests.faults.servers import Servers
from tests.faults.site import Site

PAUSE_S: Final = (0.5, 6.0)
"""Shorter and longer than a writer's session of 2 s."""
STALL_S: Final = (0.5, 8.0)
TURN_S: Final = (-1_800.0, 1_800.0)
"""Less than the hour after which commands expire."""


class Attacker:
    """Does to a site what its round wants; two writers run before and after, and are started again."""

    def __init__(self, site: Site, servers: Servers) -> None:
        self.site, self.servers = site, servers
        self.kept: list[psutil.Popen] = list(site.running_writers())
        self.ended: list[tuple[int, str]] = []
        """Exit status and last words of writers that ended by themselves."""
        self._acts: Mapping[Act, Callable[[float], None]] = {
            Act.KILL_WRITER: self._kill_writer,
            Act.KILL_WRITERS: self._kill_writers,
            Act.PAUSE_WRITER: lambda amount: self._pause([self._one(amount)], amount),
            Act.PAUSE_WRITERS: lambda amount: self._pause(list(self.kept), amount),
            Act.ROLL_WRITERS: self._roll_writers,
            Act.JOIN_WRITER: self._join_writer,
            Act.TURN_CLOCK: self._turn_clock,
            Act.KILL_POSTGRES: self._kill_postgres,
            Act.PAUSE_POSTGRES: lambda amount: self._pause(_family(servers.postgres.pid), amount),
            Act.EMPTY_POSTGRES: lambda _: servers.replace_postgres(),
            Act.KILL_BROKER: self._kill_broker,
            Act.PAUSE_BROKER: lambda amount: self._pause(_family(servers.kafka.pid), amount),
            Act.CUT_KAFKA: self._cut_kafka,
            Act.STALL_KAFKA: self._stall_kafka,
            Act.CUT_POSTGRES: lambda _: servers.postgres_proxy.cut(),
            Act.STALL_POSTGRES: self._stall_postgres,
            Act.FILL_KAFKA: lambda amount: self._fill(servers.kafka, amount),
            Act.FILL_POSTGRES: lambda amount: self._fill(servers.postgres, amount),
            Act.KILL_LEADER: self._kill_leader,
            Act.ROLL_BROKERS: self._roll_brokers,
            Act.LOSE_DISK: self._lose_disk,
        }

    def do(self, act: Act, amount: float) -> None:
        """Do one thing; ``amount`` of 0…1 says how much of it, or to which one."""
        self._acts[act](amount)

    def tend(self) -> None:
        """Start again what ended by itself, as a supervisor does."""
        for process in self.kept:
            status = process.poll()
            if status is not None:
                words = self.site.log_of(process).read_text(errors="replace").splitlines()[-25:]
                self.ended.append((status, "\n".join(words)))
        self.kept = [process for process in self.kept if process.poll() is None]
        while len(self.kept) < 2:
            self.kept.append(self.site.start_writer())

    # --- writers ----------------------------------------------------------------------------------

    def _one(self, amount: float) -> psutil.Popen:
        return self.kept[int(amount * len(self.kept))]

    def _kill_writer(self, amount: float) -> None:
        self._kill([self._one(amount)])

    def _kill_writers(self, _: float) -> None:
        self._kill(list(self.kept))

    def _kill(self, writers: list[psutil.Popen]) -> None:
        for each in writers:
            self.kept.remove(each)
            each.kill()
            each.wait()
        self.tend()

    def _pause(self, processes: "list[psutil.Process] | list[psutil.Popen]", amount: float) -> None:
        for each in processes:
            each.send_signal(signal.SIGSTOP)
        _wait(PAUSE_S, amount)
        for each in processes:
            each.send_signal(signal.SIGCONT)

    def _roll_writers(self, _: float) -> None:
        for each in list(self.kept):
            self.kept.remove(each)
            self.kept.append(self.site.start_writer())
            self._leave(each)

    def _join_writer(self, amount: float) -> None:
        joined = self.site.start_writer()
        _wait(PAUSE_S, amount)
        self._leave(joined)

    def _leave(self, process: psutil.Popen) -> None:
        """Let a writer step down in order; if it cannot now, its supervisor ends it."""
        process.terminate()
        try:
            process.wait(20)
        except psutil.TimeoutExpired:
            process.kill()
            process.wait()

    def _turn_clock(self, amount: float) -> None:
        low, high = TURN_S
        self.site.turn_clock(
            self._one(1 - amount if amount < 1 else 0), low + amount * (high - low)
        )

    # --- servers ----------------------------------------------------------------------------------

    def _kill_postgres(self, _: float) -> None:
        self.servers.postgres.kill()
        self.servers.postgres.start()

    def _kill_broker(self, _: float) -> None:
        self.servers.kafka.kill()
        self.servers.kafka.start()

    def _fill(self, server: Server, amount: float) -> None:
        self.servers.fill_disk(server, lambda: _wait(PAUSE_S, amount))

    def _kill_leader(self, _: float) -> None:
        self.servers.await_in_sync()
        leader = self.servers.leader(Topics(self.site.town.settings.prefix).events)
        leader.kill()
        leader.start()

    def _roll_brokers(self, _: float) -> None:
        for broker in self.servers.brokers:
            self.servers.await_in_sync()
            broker.stop()
            broker.start()

    def _lose_disk(self, amount: float) -> None:
        self.servers.await_in_sync()
        self.servers.brokers[int(amount * len(self.servers.brokers))].lose_disk()

    def _cut_kafka(self, _: float) -> None:
        for proxy in self.servers.proxies:
            proxy.cut()

    def _stall_kafka(self, amount: float) -> None:
        for proxy in self.servers.proxies:
            proxy.stall()
        _wait(STALL_S, amount)
        for proxy in self.servers.proxies:
            proxy.resume()

    def _stall_postgres(self, amount: float) -> None:
        self.servers.postgres_proxy.stall()
        _wait(STALL_S, amount)
        self.servers.postgres_proxy.resume()


def _wait(seconds: tuple[float, float], amount: float) -> None:
    """The length of a fault is part of it; nobody waits here for something to happen."""
    low, high = seconds
    threading.Event().wait(low + amount * (high - low))


def _family(pid: int | None) -> list[psutil.Process]:
    if pid is None:
        return []
    first = psutil.Process(pid)
    return [first, *first.children(recursive=True)]
