"""A projector as a process of its own: ``python -m tests.faults.projector``."""

import signal
import sys
import threading

from projections.runner import Projector
from tests.eventlog.diary import WITH_DIARIES
from tests.faults.writer import settings_of


def main() -> None:
    """Run until SIGTERM."""
    stop = threading.Event()
    signal.signal(signal.SIGTERM, lambda *_: stop.set())
    Projector(settings_of(sys.argv[1]), catalogue=WITH_DIARIES).run(stop)


if __name__ == "__main__":
    main()
