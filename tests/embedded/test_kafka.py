"""What a new cluster is called."""

import uuid

import pytest

from embedded.kafka import new_cluster


def test_no_id_of_a_cluster_looks_like_an_option(monkeypatch: pytest.MonkeyPatch) -> None:
    ids = iter([uuid.UUID(int=0xFB << 120), uuid.UUID(int=1)])
    monkeypatch.setattr(uuid, "uuid4", lambda: next(ids))
    assert new_cluster() == "AAAAAAAAAAAAAAAAAAAAAQ"
