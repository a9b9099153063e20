"""What a check of the store found, put on record in the matters that it is about."""

import logging
from collections.abc import Iterator
from concurrent.futures import TimeoutError as NotAnswered
from typing import Final

from kafka.errors import KafkaError

from eventlog.attachments.checking import Checked
from eventlog.attachments.ledger import Named
from eventlog.attachments.noting import noted
from eventlog.client import CommandClient
from eventlog.errors import LogError
from eventlog.intake import Intake
from eventlog.records import CommandRecord
from eventlog.settings import Settings
from eventlog.vault import FileVault

ANSWER_SECONDS_MAX: Final = 15.0
_log = logging.getLogger(__name__)


def note(settings: Settings, checked: Checked) -> int | None:
    """Put on record what is damaged and what is mended, each once; gives how many that were.

    None where it could not be: no writer answers. Another check says it again.
    """
    records = list(_records(Intake(FileVault(settings.vault)), checked))
    if not records:
        return 0
    try:
        with CommandClient(settings) as client:
            client.wait_ready(ANSWER_SECONDS_MAX)
            futures = [client.submit(record) for record in records]
            outcomes = [future.result(ANSWER_SECONDS_MAX) for future in futures]
    except (NotAnswered, TimeoutError, KafkaError, LogError) as error:
        _log.warning("not put on record: %s", error)
        return None
    return sum(outcome.status == "accepted" for outcome in outcomes)


def _records(intake: Intake, checked: Checked) -> Iterator[CommandRecord]:
    for each, fault in checked.damaged:
        if not each.damaged:
            yield _record(intake, each, fault)
    for each in checked.mended:
        yield _record(intake, each, None)


def _record(intake: Intake, each: Named, fault: str | None) -> CommandRecord:
    place = each.jurisdiction, each.file.source, each.matter
    return noted(intake, place, each.file.attachment, damages=each.damages, fault=fault)
