"""Every event is told as a sentence in both languages."""

import pytest

from domain.leads import FAMILY, events
from domain.registry import EventType

BASES = {"LeadEvent", "SubmissionEvent", "TransferEvent"}


def test_every_event_has_a_type() -> None:
    assert {kind.event.__name__ for kind in FAMILY.events} == set(events.__all__) - BASES


@pytest.mark.parametrize("kind", FAMILY.events, ids=lambda kind: str(kind.name))
def test_every_event_is_told_in_both_languages(kind: EventType) -> None:
    fields = {name: f"«{name}»" for name in kind.event.__dataclass_fields__}
    told = {"actor": "王", "party": "组"}
    for sentence in (kind.zh, kind.en):
        assert sentence.format(**{**fields, **told})
    assert kind.zh != kind.en
