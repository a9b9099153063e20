"""A proxy before a Kafka broker that delays, drops and doubles requests of one kind."""

import contextlib
import socket
import struct
import threading
from collections.abc import Callable, Iterator
from enum import Enum, auto
from typing import Final, Self

END_TXN: Final = 26
"""API key of EndTxn in Kafka's protocol."""


class Fate(Enum):
    """What happens to one request of the watched kind."""

    PASS = auto()
    LOSE_ANSWER = auto()
    """The broker gets it, but the connection breaks before the answer."""
    LOSE = auto()
    """The connection breaks before the broker gets it."""
    HOLD = auto()
    """The connection breaks; the broker gets it when the test says so."""
    DOUBLE = auto()
    """The broker gets it twice; the second answer is swallowed."""


class Proxy:
    """Forwards to a broker on this machine; clients that begin here stay here.

    The broker names its own address in metadata and coordinator answers: the port is rewritten.
    """

    def __init__(self, kafka: str, *, api_key: int = END_TXN) -> None:
        self._port = int(kafka.rpartition(":")[2])
        self._api_key = api_key
        self._listener = socket.create_server(("127.0.0.1", 0))
        self._fates: list[Fate] = []
        self._held: list[Callable[[], None]] = []
        self._sockets: list[socket.socket] = []
        self.arrived = threading.Semaphore(0)
        """Released for each watched request that did not simply pass."""
        threading.Thread(target=self._accept, daemon=True).start()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        for each in (self._listener, *self._sockets):
            _hang_up(each)

    @property
    def address(self) -> str:
        """Where clients begin."""
        return f"127.0.0.1:{self._listener.getsockname()[1]}"

    def next(self, *fates: Fate) -> None:
        """What happens to the next requests of the watched kind, in order; then they pass."""
        self._fates += fates

    def release(self) -> None:
        """Let the held requests arrive at the broker, late."""
        held, self._held = self._held, []
        for deliver in held:
            deliver()

    def _accept(self) -> None:
        with contextlib.suppress(OSError):
            while True:
                client, _ = self._listener.accept()
                broker = socket.create_connection(("127.0.0.1", self._port))
                self._sockets += [client, broker]
                threading.Thread(target=self._requests, args=(client, broker), daemon=True).start()
                threading.Thread(target=self._answers, args=(client, broker), daemon=True).start()

    def _requests(self, client: socket.socket, broker: socket.socket) -> None:
        with contextlib.suppress(OSError):
            for frame in _frames(client):
                watched = struct.unpack_from(">h", frame, 4)[0] == self._api_key
                fate = self._fates.pop(0) if watched and self._fates else Fate.PASS
                if not self._forward(frame, fate, client, broker):
                    return
        _hang_up(broker)

    def _forward(
        self, frame: bytes, fate: Fate, client: socket.socket, broker: socket.socket
    ) -> bool:
        match fate:
            case Fate.PASS:
                broker.sendall(frame)
                return True
            case Fate.DOUBLE:
                self._deliver(frame)
                broker.sendall(frame)
            case Fate.LOSE_ANSWER:
                _hang_up(client)
                self._deliver(frame)
            case Fate.HOLD:
                self._held.append(lambda: self._deliver(frame))
                _hang_up(client)
            case Fate.LOSE:
                _hang_up(client)
        self.arrived.release()
        return fate is Fate.DOUBLE

    def _deliver(self, frame: bytes) -> None:
        """Send a request on a connection of its own, and wait until the broker has answered."""
        with socket.create_connection(("127.0.0.1", self._port)) as broker:
            broker.sendall(frame)
            next(_frames(broker))

    def _answers(self, client: socket.socket, broker: socket.socket) -> None:
        theirs, ours = (
            b"127.0.0.1" + struct.pack(">i", port)
            for port in (self._port, self._listener.getsockname()[1])
        )
        with contextlib.suppress(OSError):
            for frame in _frames(broker):
                client.sendall(frame.replace(theirs, ours))
        _hang_up(client)


def _frames(source: socket.socket) -> Iterator[bytes]:
    """Requests or answers, each with its length in front."""
    buffer = b""
    while True:
        while len(buffer) < 4 or len(buffer) < 4 + (size := struct.unpack_from(">i", buffer)[0]):
            received = source.recv(65_536)
            if not received:
                return
            buffer += received
        yield buffer[: 4 + size]
        buffer = buffer[4 + size :]


def _hang_up(each: socket.socket) -> None:
    with contextlib.suppress(OSError):
        each.shutdown(socket.SHUT_RDWR)
    each.close()
