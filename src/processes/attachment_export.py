"""Attachments written out for who may read them: each read on record, with a list of their digests.

R 153: electronic data go with a list and an integrity check value. The list is what ``sha256sum -c`` reads.
"""

import uuid
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from eventlog.attachments.chunks import File
from eventlog.attachments.errors import (
    AttachmentAltered,
    AttachmentErased,
    AttachmentMissing,
    StoreAway,
)
from eventlog.attachments.serving import served
from eventlog.attachments.store import Store
from eventlog.client import CommandClient
from eventlog.intake import Intake
from eventlog.records import OutcomeRecord
from eventlog.settings import Settings
from eventlog.vault import FileVault
from projections.queries.reader import Reader

LIST: Final = "SHA256SUMS"
READY_SECONDS_MAX: Final = 60.0
ANSWER_SECONDS_MAX: Final = 30.0

Row = Mapping[str, Any]


@dataclass(slots=True)
class Exported:
    """How many files and bytes were written, and why others were not: attachment and code."""

    files: int = 0
    bytes: int = 0
    left_out: list[tuple[str, str]] = field(default_factory=list)


def export(
    settings: Settings,
    reader: Reader,
    rows: Sequence[tuple[Row, str]],
    folder: Path,
    *,
    source: str,
    report: Callable[[int, int], None] = lambda _, __: None,
) -> Exported:
    """Write the files of these attachments, each under the name beside it, into an empty folder."""
    vault, store, exported = FileVault(settings.vault), Store(settings.store), Exported()
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    with CommandClient(settings) as client, (folder / LIST).open("w") as sums:
        client.wait_ready(READY_SECONDS_MAX)
        work = _Export(client, Intake(vault), reader, source)
        for number, (row, name) in enumerate(rows, start=1):
            file = File(
                source=source,
                attachment=row["attachment"],
                digest=row["digest"],
                size=row["size"],
            )
            path = folder / f"{number:04d}-{name}"
            try:
                chunks = served(store, vault, file, stored=row["stored"])
                refused = work.read_on_record(row)
                if refused is None:
                    exported.bytes += _write(path, chunks)
                    exported.files += 1
                    sums.write(f"{file.digest}  {path.name}\n")
                else:
                    exported.left_out.append((file.attachment, refused))
            except (AttachmentMissing, AttachmentAltered, AttachmentErased, StoreAway) as error:
                exported.left_out.append((file.attachment, error.code))
            report(number, len(rows))
    return exported


class _Export:
    def __init__(self, client: CommandClient, intake: Intake, reader: Reader, source: str) -> None:
        self._client, self._intake, self._reader, self._source = client, intake, reader, source

    def read_on_record(self, row: Row) -> str | None:
        """Put a reading on record; gives the code of a refusal, None if it was accepted."""
        record = self._intake.prepare(
            jurisdiction=self._reader.jurisdiction,
            source=self._source,
            type="guantong.reading.open_attachment",
            target=None,
            data={"matter": row["stream"], "attachment": row["attachment"]},
            actor=self._reader.person,
            party=self._reader.party,
            command_id=uuid.uuid4(),
        )
        outcome: OutcomeRecord = self._client.submit(record).result(ANSWER_SECONDS_MAX)
        return None if outcome.problem is None else outcome.problem.code


def _write(path: Path, chunks: Iterable[bytes]) -> int:
    """Write a file that is there as a whole or not at all; gives its size."""
    aside, size = path.with_name(f".{path.name}.part"), 0
    try:
        with aside.open("xb") as file:
            for chunk in chunks:
                size += file.write(chunk)
        aside.rename(path)
    finally:
        aside.unlink(missing_ok=True)
    return size


def named(
    rows: Iterable[Row], name_of: Callable[[str | None, str], str]
) -> Iterator[tuple[Row, str]]:
    """Those that stand, each with the name of its file."""
    for row in rows:
        if row["stage"] == "standing":
            yield row, name_of(row["name"], row["media_type"])
