"""Stored events to be saved."""

from uuid import UUID, uuid4

from eventsourcing.persistence import StoredEvent


def event(
    originator: UUID | str | None = None, version: int = 1, state: bytes = b"{}"
) -> StoredEvent:
    """An event of an originator, else of a new one."""
    return StoredEvent(originator or uuid4(), version, "bank:Opened", state)
