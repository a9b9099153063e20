"""Recorders on a topic of the test's own."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing

import pytest

from eventlog.recorder import KafkaRecorder
from eventlog.recorder.topic import ensure

Open = Callable[[], KafkaRecorder]


@pytest.fixture
def topic(kafka: str, suffix: str) -> str:
    """A topic for one recorder."""
    return ensure(kafka, f"Test{suffix}", "events")


@pytest.fixture
def opened(kafka: str, topic: str) -> Iterator[Open]:
    """Opens the topic's recorder; closed after the test if not before."""
    with ExitStack() as stack:
        yield lambda: stack.enter_context(closing(KafkaRecorder(kafka, topic)))
