"""A lean HTTP/1.1 client: many connections in one thread, so that the load costs little of two cores."""

import asyncio
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Self

from benchmarks.measuring import Load


@dataclass(frozen=True, slots=True)
class Answer:
    """Status and body."""

    status: int
    body: bytes


class Connection:
    """One kept-alive connection."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.reader = reader
        self._writer = writer

    @classmethod
    async def open(cls, port: int) -> Self:
        """Connect to this machine."""
        return cls(*await asyncio.open_connection("127.0.0.1", port))

    async def send(self, method: str, path: str, headers: dict[str, str], body: bytes = b"") -> int:
        """Send a request; the status of its answer, whose body is still to be read."""
        lines = [f"{method} {path} HTTP/1.1", "Host: localhost", f"Content-Length: {len(body)}"]
        lines += [f"{name}: {value}" for name, value in headers.items()]
        self._writer.write("\r\n".join([*lines, "", ""]).encode() + body)
        status_line = await self.reader.readline()
        return int(status_line.split(b" ", 2)[1])

    async def length(self) -> int:
        """Read the headers; the number of bytes that follow."""
        length = 0
        while (line := await self.reader.readline()) != b"\r\n":
            name, _, value = line.partition(b":")
            if name.lower() == b"content-length":
                length = int(value)
        return length

    async def request(
        self, method: str, path: str, headers: dict[str, str], body: bytes = b""
    ) -> Answer:
        """Send a request and read its answer."""
        status = await self.send(method, path, headers, body)
        return Answer(status, await self.reader.readexactly(await self.length()))

    def close(self) -> None:
        """Hang up."""
        self._writer.close()


async def by_clients(
    call: Callable[[Connection], Awaitable[None]], *, port: int, clients: int, seconds: float
) -> Load:
    """So many clients, each calling again as soon as it is answered, for so long."""
    connections = [await Connection.open(port) for _ in range(clients)]
    latencies: list[float] = []
    began = time.perf_counter()

    async def run(connection: Connection) -> None:
        while (before := time.perf_counter()) < began + seconds:
            await call(connection)
            latencies.append(time.perf_counter() - before)

    await asyncio.gather(*map(run, connections))
    load = Load(time.perf_counter() - began, latencies)
    for connection in connections:
        connection.close()
    return load
