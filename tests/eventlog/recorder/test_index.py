"""The index answers as eventsourcing's own recorder in memory does."""

from eventsourcing.persistence import StoredEvent
from eventsourcing.popo import POPOApplicationRecorder
from hypothesis import given
from hypothesis import strategies as st

from eventlog.recorder.index import Index

ids = st.sampled_from("abc")
bounds = st.none() | st.integers(-1, 8)


@given(
    originators=st.lists(ids, max_size=12),
    asked=ids,
    gt=bounds,
    lte=bounds,
    desc=st.booleans(),
    limit=st.none() | st.integers(1, 4),
)
def test_the_events_of_an_originator(
    originators: list[str],
    asked: str,
    gt: int | None,
    lte: int | None,
    desc: bool,
    limit: int | None,
) -> None:
    index, oracle = filled(originators)
    wanted = oracle.select_events(asked, gt=gt, lte=lte, desc=desc, limit=limit)
    assert index.events(asked, gt=gt, lte=lte, desc=desc, limit=limit) == wanted


@given(
    originators=st.lists(ids, max_size=12),
    first=st.integers(-1, 14),
    last=bounds,
    limit=st.integers(1, 5),
    topics=st.sets(ids),
)
def test_the_application_sequence(
    originators: list[str], first: int, last: int | None, limit: int, topics: set[str]
) -> None:
    index, oracle = filled(originators)
    wanted = oracle.select_notifications(first, limit, last, sorted(topics))
    assert index.notifications(first, last, limit, topics) == wanted
    assert index.count() == len(originators)


def test_versions_that_came_out_of_order_are_in_order() -> None:
    index = Index()
    index.add([StoredEvent("a", version, "t", b"") for version in (4, 2, 3)])
    assert [event.originator_version for event in index.events("a", gt=2)] == [3, 4]
    assert index.has("a", 3)
    assert not index.has("a", 1)
    assert not index.has("b", 3)


def filled(originators: list[str]) -> tuple[Index, POPOApplicationRecorder]:
    """An index and the oracle with the same events; the topic is the originator's id."""
    events = [
        StoredEvent(each, originators[:place].count(each), each, str(place).encode())
        for place, each in enumerate(originators)
    ]
    index, oracle = Index(), POPOApplicationRecorder()
    index.add(events)
    oracle.insert_events(events)
    return index, oracle
