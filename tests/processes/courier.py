"""`python -m tests.processes.courier SETTINGS N`: a courier that is killed when it has sent N commands."""

import os
import signal
import sys
import threading
from concurrent.futures import Future

from eventlog.client import CommandClient
from eventlog.records import CommandRecord, OutcomeRecord
from processes import courier
from tests.faults.writer import settings_of


class Doomed(CommandClient):
    """A client whose process is killed after so many commands, before it knows what became of the last."""

    left = 0

    def submit(self, record: CommandRecord) -> "Future[OutcomeRecord]":
        future = super().submit(record)
        self._producer.flush()
        Doomed.left -= 1
        if Doomed.left == 0:
            os.kill(os.getpid(), signal.SIGKILL)
        return future


def main() -> None:
    """Run until SIGTERM, or until it has sent enough."""
    Doomed.left = int(sys.argv[2])
    stop = threading.Event()
    signal.signal(signal.SIGTERM, lambda *_: stop.set())
    setattr(courier, "CommandClient", Doomed)  # noqa: B010 - the name that `run` looks up
    courier.run(settings_of(sys.argv[1]), stop)


if __name__ == "__main__":
    main()
