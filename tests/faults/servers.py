"""One broker or three and PostgreSQL, each behind a proxy: what the faults are for.

A broker has one more listener, which tells clients the address of its proxy: whoever begins there stays
there. The judge uses the direct one.
"""

import contextlib
import shutil
import subprocess
import tempfile
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Self
from urllib.parse import urlsplit, urlunsplit

import psycopg
from psycopg import sql

from embedded.kafka import Kafka, new_cluster
from embedded.ports import HOST, free_ports
from embedded.postgres import Postgres
from embedded.server import Server
from eventlog.topics import open_admin
from tests.faults.proxy import Proxy, Request, Strike
from tests.waiting import until

DISK_MB: Final = 1_024
"""Of a disk that can be filled: a round needs a tenth of it."""
IN_SYNC_S_MAX: Final = 120.0
THREE: Final = {
    "default.replication.factor": "3",
    "min.insync.replicas": "2",
    "offsets.topic.replication.factor": "3",
    "transaction.state.log.replication.factor": "3",
    "transaction.state.log.min.isr": "2",
    "log.flush.interval.messages": "9223372036854775807",  # three copies instead
}


def mounting_is_allowed() -> bool:
    """Whether small disks can be made here: root of a machine may, root of a container mostly not."""
    with tempfile.TemporaryDirectory() as folder:
        mounted = ("mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", folder)
        if subprocess.run(mounted, check=False, capture_output=True).returncode != 0:
            return False
        subprocess.run(("umount", folder), check=True)
        return True


@dataclass(frozen=True, slots=True)
class Place:
    """A broker's ports: for the judge, for the controllers, behind the proxy; and that of its proxy."""

    node: int
    direct: int
    controller: int
    behind: int
    proxy: int


class Broker(Kafka):
    """One of the brokers of a cluster."""

    def __init__(self, folder: Path, *, cluster: str, own: Place, all_places: list[Place]) -> None:
        super().__init__(folder, port=own.direct, controller_port=own.controller)
        self._cluster = cluster
        self._place, self._places = own, all_places

    def _own(self, files: Path) -> dict[str, str]:
        place = self._place
        voters = (f"{each.node}@{HOST}:{each.controller}" for each in self._places)
        own = {
            "node.id": str(place.node),
            "controller.quorum.voters": ",".join(voters),
            "listeners": f"PLAINTEXT://{HOST}:{place.direct},PROXIED://{HOST}:{place.behind},"
            f"CONTROLLER://{HOST}:{place.controller}",
            "advertised.listeners": f"PLAINTEXT://{HOST}:{place.direct},"
            f"PROXIED://{HOST}:{place.proxy}",
            "listener.security.protocol.map": "CONTROLLER:PLAINTEXT,PLAINTEXT:PLAINTEXT,"
            "PROXIED:PLAINTEXT",
        }
        return super()._own(files) | own | (THREE if len(self._places) > 1 else {})

    def lose_disk(self) -> None:
        """End at once, and come back with an empty disk."""
        self.kill()
        shutil.rmtree(self.files)
        self.begin_format()
        self.finish_format()
        self.start()


class Servers:
    """The servers of a site, between `with` and its end. Start and kill them from the same thread."""

    def __init__(
        self,
        folder: Path,
        report: Callable[[str], None],
        *,
        brokers: int = 1,
        small_disks: bool = False,
        strike: Callable[[Request], Strike],
    ) -> None:
        self._folder, self._report, self._count = folder, report, brokers
        self._strike, self._small_disks = strike, small_disks
        self._stack = ExitStack()
        self.brokers: list[Broker] = []
        self.proxies: list[Proxy] = []
        """Before the brokers."""

    def __enter__(self) -> Self:
        with ExitStack() as stack:
            self._folder.mkdir(parents=True, exist_ok=True)
            *ports, postgres = free_ports(3 * self._count + 1)
            if self._small_disks:
                self._mount(stack)
            self.postgres = Postgres(self._folder / "postgres", port=postgres, report=self._report)
            self.postgres_proxy = stack.enter_context(Proxy(0, server=postgres))
            self._place_brokers(stack, ports)
            stack.callback(self._stop)
            self._start()
            self._stack = stack.pop_all()
        return self

    def __exit__(self, *_: object) -> None:
        self._stack.close()

    @property
    def kafka(self) -> Broker:
        """The only broker, or the first."""
        return self.brokers[0]

    @property
    def kafka_bootstrap(self) -> str:
        """The proxies' addresses."""
        return ",".join(f"{HOST}:{proxy.port}" for proxy in self.proxies)

    @property
    def kafka_direct(self) -> str:
        """The brokers' own addresses."""
        return ",".join(broker.bootstrap for broker in self.brokers)

    @property
    def postgres_url(self) -> str:
        """PostgreSQL's URL, through its proxy."""
        parts = urlsplit(self.postgres.url)
        return urlunsplit(
            parts._replace(
                netloc=f"{parts.username}:{parts.password}@{HOST}:{self.postgres_proxy.port}"
            )
        )

    @property
    def postgres_direct(self) -> str:
        """PostgreSQL's own URL."""
        return self.postgres.url

    def replace_postgres(self) -> None:
        """End PostgreSQL at once, and put an empty one in its place, which knows the old password."""
        password = urlsplit(self.postgres.url).password or ""
        self.postgres.kill()
        shutil.rmtree(self.postgres.files)
        self.postgres.begin_format()
        self.postgres.finish_format()
        self.postgres.start()
        with psycopg.connect(self.postgres.url, autocommit=True) as connection:
            change = sql.SQL("ALTER ROLE postgres PASSWORD {}").format(sql.Literal(password))
            connection.execute(change)
        self.postgres._write(self.postgres._password, password)

    def fill_disk(self, server: Server, hold: Callable[[], object]) -> None:
        """Leave no room on a server's small disk while ``hold`` runs; then make room, and restart it."""
        ballast = server.folder / "ballast"
        try:
            with contextlib.suppress(OSError), ballast.open("wb", buffering=0) as file:
                while True:
                    file.write(bytes(2**20))
            hold()
        finally:
            ballast.unlink(missing_ok=True)
        server.kill()
        server.start()

    def leader(self, topic: str) -> Broker:
        """The broker that leads a topic's first partition."""
        with contextlib.closing(open_admin(self.kafka_direct)) as admin:
            (described,) = admin.describe_topics([topic])
        leader: int = described["partitions"][0]["leader_id"]
        return self.brokers[leader - 1]

    def await_in_sync(self) -> None:
        """Return once every partition has all its replicas again."""
        until(lambda: not self._behind(), limit_seconds=IN_SYNC_S_MAX)

    def _behind(self) -> list[str]:
        with contextlib.closing(open_admin(self.kafka_direct)) as admin:
            described = admin.describe_topics(admin.list_topics())
        return [
            f"{topic['name']}-{partition['partition_index']}"
            for topic in described
            for partition in topic["partitions"]
            if set(partition["isr_nodes"]) != set(partition["replica_nodes"])
        ]

    def _mount(self, stack: ExitStack) -> None:
        for name in ("postgres", *(f"kafka-{number + 1}" for number in range(self._count))):
            disk = self._folder / name
            disk.mkdir(mode=0o700)
            mounted = ("mount", "-t", "tmpfs", "-o", f"size={DISK_MB}m,mode=0700", "tmpfs", disk)
            subprocess.run(mounted, check=True)
            stack.callback(subprocess.run, ("umount", "--lazy", disk), check=True)

    def _place_brokers(self, stack: ExitStack, ports: list[int]) -> None:
        places = []
        for number in range(self._count):
            direct, controller, behind = ports[3 * number : 3 * number + 3]
            proxy = stack.enter_context(Proxy(0, server=behind, strike=self._strike))
            self.proxies.append(proxy)
            places.append(Place(number + 1, direct, controller, behind, proxy.port))
        cluster = new_cluster()
        self.brokers = [
            Broker(
                self._folder / f"kafka-{place.node}", cluster=cluster, own=place, all_places=places
            )
            for place in places
        ]

    def _start(self) -> None:
        servers = (self.postgres, *self.brokers)
        for server in servers:
            server.begin_format()
        for server in servers:
            server.finish_format()
        for server in servers:
            server.launch()
        for server in servers:
            server.await_ready()

    def _stop(self) -> None:
        with contextlib.suppress(Exception):
            for server in (self.postgres, *self.brokers):
                server.kill()
