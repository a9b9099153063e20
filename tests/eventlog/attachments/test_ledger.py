"""What the log says is in the store, folded from its events."""

import datetime
from typing import Any
from uuid import UUID

from domain.ids import JurisdictionCode, PartyId, PersonId, StreamId
from eventlog.attachments.ledger import Ledger
from eventlog.counting import Counted, CountedBatch
from eventlog.records import EventRecord
from tests.eventlog.attachments.files import ATTACHMENT, OTHER, SOURCE

LINYI = JurisdictionCode("linyi")
LEAD = StreamId("lead/22222222-2222-4222-8222-222222222222")
PERSON = PersonId("person/33333333-3333-4333-8333-333333333333")


def batch(position: int, name: str, **fields: Any) -> CountedBatch:
    """One event about an attachment, as every reader counts it."""
    data = {
        "occurred": {"date": "2026-03-02"},
        "concerns": {"parties": [], "visibility": "lead", "observers": []},
        **fields,
    }
    record = EventRecord(
        source=SOURCE,
        type=f"guantong.attachment.{name}.v1",
        subject=LEAD,
        time=datetime.datetime(2026, 3, 2, tzinfo=datetime.UTC),
        position=position,
        streamversion=position,
        commandid=UUID(int=position),
        commanddigest="sha256:" + "0" * 64,
        commandevent=1,
        commandevents=1,
        actor=PERSON,
        party=PartyId("cs"),
        schemeversion=1,
        prev="sha256:" + "0" * 64,
        data=data,
    )
    return CountedBatch(LINYI, 0, (Counted(record, position, "sha256:" + "1" * 64, 0),))


def added(position: int, attachment: str, digit: str, *, size: int = 10) -> CountedBatch:
    """A file was attached."""
    digests = {"digest": "d" * 64, "stored": digit * 64}
    return batch(position, "added", attachment=attachment, size=size, **digests)


def test_every_file_that_was_ever_attached_is_named() -> None:
    ledger = Ledger()
    ledger.take(added(1, ATTACHMENT, "a"))
    ledger.take(added(2, OTHER, "b"))
    ledger.take(batch(3, "withdrawn", attachment=OTHER, reason="误传"))
    assert len(ledger) == 2
    first, second = ledger.files
    assert (first.jurisdiction, first.matter, first.file.source) == (LINYI, LEAD, SOURCE)
    assert {address: each.file.attachment for address, each in ledger.addresses.items()} == {
        "a" * 64: ATTACHMENT,
        "b" * 64: OTHER,
    }
    assert (second.damaged, second.damages) == (False, 0)


def test_damage_is_remembered_until_it_is_mended_and_counted() -> None:
    ledger = Ledger()
    ledger.take(added(1, ATTACHMENT, "a"))
    ledger.take(batch(2, "damage_found", attachment=ATTACHMENT, serial=1, fault="missing"))
    (found,) = ledger.files
    assert (found.damaged, found.damages) == (True, 1)
    ledger.take(batch(3, "damage_mended", attachment=ATTACHMENT, serial=1))
    (found,) = ledger.files
    assert (found.damaged, found.damages) == (False, 1)
