"""A recorder in a process of its own: `python -m tests.eventlog.recorder.process KAFKA TOPIC`.

It says «ready», then records one event for each line it reads, and says the position or the error.
"""

import subprocess
import sys
from contextlib import closing
from typing import IO, Self

from eventlog.errors import LogError
from eventlog.recorder import KafkaRecorder
from tests.eventlog.recorder.saved import event


class Other:
    """Such a process, seen from the test."""

    def __init__(self, kafka: str, topic: str) -> None:
        command = [sys.executable, "-m", __name__, kafka, topic]
        self.process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.process.kill()
        self.process.communicate()

    @property
    def name(self) -> str:
        """How an error names it."""
        return f":{self.process.pid} "

    def says(self) -> str:
        """The next line it says."""
        return _not_none(self.process.stdout).readline().strip()

    def record(self) -> None:
        """Have it record one event."""
        _not_none(self.process.stdin).write("\n")
        _not_none(self.process.stdin).flush()


def _not_none(stream: IO[str] | None) -> IO[str]:
    assert stream is not None
    return stream


def _say(*words: object) -> None:
    sys.stdout.write(" ".join(map(str, words)) + "\n")
    sys.stdout.flush()


def main(kafka: str, topic: str) -> None:
    with closing(KafkaRecorder(kafka, topic)) as recorder:
        _say("ready")
        for _ in sys.stdin:
            try:
                _say(recorder.insert_events([event()]))
            except LogError as error:
                _say(error.code, error)


if __name__ == "__main__":
    main(*sys.argv[1:])
