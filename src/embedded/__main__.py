"""`python -m embedded` fetches Kafka's jars and starts it once; `python -m embedded lock` pins them anew."""

import sys

from embedded import jars, kafka


def _show(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["lock"]:
            jars.lock()
        case _:
            jars.fetch(_show)
            kafka.note_start(_show)
