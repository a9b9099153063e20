"""Commits whose fate is unknown: the recorder finds out, and goes on."""

from contextlib import closing, suppress

import pytest

from eventlog.recorder import KafkaRecorder
from eventlog.recorder.errors import NotRecorded
from tests.eventlog.proxy import Fate, Proxy
from tests.eventlog.recorder.saved import event


@pytest.mark.parametrize(
    ("fate", "arrives"), [(Fate.LOSE_ANSWER, True), (Fate.LOSE, False), (Fate.HOLD, False)]
)
def test_it_answers_what_became_of_the_commit_and_records_the_next(
    kafka: str, topic: str, fate: Fate, arrives: bool
) -> None:
    with Proxy(kafka) as proxy, closing(KafkaRecorder(proxy.address, topic)) as recorder:
        assert recorder.insert_events([event()]) == [1]
        proxy.next(fate)
        answered = None
        with suppress(NotRecorded):
            answered = recorder.insert_events([event(), event()])
        proxy.release()
        assert answered == ([2, 3] if arrives else None)
        assert recorder.insert_events([event()]) == ([4] if arrives else [2])
