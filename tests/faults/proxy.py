"""A proxy between our processes and a server, which breaks what passes through it.

Before Kafka it understands as much of the protocol as it needs: a frame is a length and that many bytes;
a request begins with its kind (API key), version, correlation id and client id, an answer with the
correlation id. Before PostgreSQL it passes bytes on, and can only stall and cut.
"""

import contextlib
import socket
import struct
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from enum import IntEnum, StrEnum
from typing import Self

HOST = "127.0.0.1"


class Api(IntEnum):
    """Kinds of request (Kafka protocol, API keys)."""

    PRODUCE = 0
    FETCH = 1
    LIST_OFFSETS = 2
    METADATA = 3
    OFFSET_FETCH = 9
    FIND_COORDINATOR = 10
    JOIN_GROUP = 11
    HEARTBEAT = 12
    SYNC_GROUP = 14
    INIT_PRODUCER_ID = 22
    ADD_PARTITIONS_TO_TXN = 24
    ADD_OFFSETS_TO_TXN = 25
    END_TXN = 26
    TXN_OFFSET_COMMIT = 28


class Fate(StrEnum):
    """What happens to one request or to its answer. Whatever does not arrive costs the connection."""

    PASS = "pass"
    DELAY_REQUEST = "request delayed"
    DELAY_ANSWER = "answer delayed"
    LOSE_REQUEST = "request lost"
    LOSE_ANSWER = "answer lost"
    TEAR_REQUEST = "request cut in half"
    TEAR_ANSWER = "answer cut in half"
    SWALLOW_REQUEST = "request swallowed"
    """The connection stays, and nothing passes on it any more."""
    SWALLOW_ANSWER = "answer swallowed"
    HOLD = "request late"
    """The connection breaks; the server gets the request later, on another one."""
    DOUBLE = "request doubled"
    """The server gets it twice, first on another connection."""
    DOUBLE_LATE = "request doubled late"
    """The server gets it again later."""


_ON_ANSWER = {Fate.DELAY_ANSWER, Fate.LOSE_ANSWER, Fate.TEAR_ANSWER, Fate.SWALLOW_ANSWER}


@dataclass(frozen=True, slots=True)
class Strike:
    """A fate, and how long it takes where it takes time."""

    fate: Fate
    seconds: float = 0.0


@dataclass(frozen=True, slots=True)
class Request:
    """What the proxy knows of a request."""

    api: int
    correlation: int
    client: str


PASSES = Strike(Fate.PASS)


@dataclass(slots=True)
class _Link:
    """A client's connection and the one to the server that belongs to it."""

    client: socket.socket
    server: socket.socket
    strikes: dict[int, Strike] = field(default_factory=dict)
    silent: bool = False

    def close(self) -> None:
        for each in (self.client, self.server):
            hang_up(each)


class Proxy:
    """Listens on ``port`` (0: any) and forwards to a server on this machine.

    ``strike`` says what becomes of each request of Kafka; None: the server speaks something else.
    """

    def __init__(
        self, port: int, *, server: int, strike: Callable[[Request], Strike] | None = None
    ) -> None:
        self._server = server
        self._strike = strike
        self._listener = socket.create_server((HOST, port))
        self.port: int = self._listener.getsockname()[1]
        """Where clients connect."""
        self._links: list[_Link] = []
        self._closing = threading.Event()
        self._open = threading.Event()
        self._open.set()
        threading.Thread(target=self._accept, daemon=True).start()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._closing.set()
        self._open.set()
        hang_up(self._listener)
        self.cut()

    def cut(self) -> None:
        """Break every connection."""
        links, self._links = self._links, []
        for link in links:
            link.close()

    def stall(self) -> None:
        """Let nothing pass, in either direction, until ``resume``."""
        self._open.clear()

    def resume(self) -> None:
        """Let everything pass again."""
        self._open.set()

    # --- passing on -------------------------------------------------------------------------------

    def _accept(self) -> None:
        while not self._closing.is_set():
            try:
                client, _ = self._listener.accept()
            except OSError:
                return
            try:
                server = socket.create_connection((HOST, self._server))
            except OSError:
                hang_up(client)
                continue
            link = _Link(client, server)
            self._links.append(link)
            passers = (self._bytes_up, self._bytes_down)
            if self._strike is not None:
                passers = (self._requests, self._answers)
            for passer in passers:
                threading.Thread(target=self._run, args=(passer, link), daemon=True).start()

    def _run(self, passer: Callable[[_Link], None], link: _Link) -> None:
        with contextlib.suppress(OSError):
            passer(link)
        if link.silent and passer == self._answers:
            return  # the client has to find out by itself
        link.close()
        with contextlib.suppress(ValueError):
            self._links.remove(link)

    def _bytes_up(self, link: _Link) -> None:
        self._copy(link.client, link.server)

    def _bytes_down(self, link: _Link) -> None:
        self._copy(link.server, link.client)

    def _copy(self, source: socket.socket, target: socket.socket) -> None:
        while received := source.recv(65_536):
            self._open.wait()
            target.sendall(received)

    def _requests(self, link: _Link) -> None:
        for frame in frames(link.client):
            self._open.wait()
            if link.silent:
                continue
            request = parse(frame)
            strike = self._strike(request) if self._strike is not None else PASSES
            if strike.fate in _ON_ANSWER:
                link.strikes[request.correlation] = strike
                link.server.sendall(frame)
            elif not self._forward(frame, strike, link):
                return

    def _forward(self, frame: bytes, strike: Strike, link: _Link) -> bool:
        """Pass a request on as its fate wants it; False: the connection is to be broken."""
        match strike.fate:
            case Fate.DELAY_REQUEST:
                self._closing.wait(strike.seconds)
            case Fate.DOUBLE:
                self._deliver(frame)
            case Fate.DOUBLE_LATE:
                self._later(frame, strike.seconds)
            case Fate.HOLD:
                self._later(frame, strike.seconds)
                return False
            case Fate.TEAR_REQUEST:
                link.server.sendall(frame[: len(frame) // 2])
                return False
            case Fate.LOSE_REQUEST:
                return False
            case Fate.SWALLOW_REQUEST:
                link.silent = True
                return True
            case _:
                pass
        link.server.sendall(frame)
        return True

    def _answers(self, link: _Link) -> None:
        for frame in frames(link.server):
            self._open.wait()
            if link.silent:
                continue
            (correlation,) = struct.unpack_from(">i", frame, 4)
            strike = link.strikes.pop(correlation, PASSES)
            match strike.fate:
                case Fate.LOSE_ANSWER:
                    return
                case Fate.TEAR_ANSWER:
                    link.client.sendall(frame[: len(frame) // 2])
                    return
                case Fate.SWALLOW_ANSWER:
                    link.silent = True
                    continue
                case Fate.DELAY_ANSWER:
                    self._closing.wait(strike.seconds)
                case _:
                    pass
            link.client.sendall(frame)

    # --- on other connections ---------------------------------------------------------------------

    def _later(self, frame: bytes, seconds: float) -> None:
        timer = threading.Timer(seconds, self._deliver, [frame])
        timer.daemon = True
        timer.start()

    def _deliver(self, frame: bytes) -> None:
        """Send a request on a connection of its own, and wait until the server has answered."""
        with (
            contextlib.suppress(OSError),
            socket.create_connection((HOST, self._server), timeout=5.0) as server,
        ):
            server.sendall(frame)
            next(frames(server), None)


def parse(frame: bytes) -> Request:
    """The header of a request (version 1 or 2: both name the client alike)."""
    api, _, correlation, length = struct.unpack_from(">hhih", frame, 4)
    client = frame[14 : 14 + length].decode() if length > 0 else ""
    return Request(api, correlation, client)


def frames(source: socket.socket) -> Iterator[bytes]:
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


def hang_up(each: socket.socket) -> None:
    """Break a connection."""
    with contextlib.suppress(OSError):
        each.shutdown(socket.SHUT_RDWR)
    each.close()
