"""The events of a matter or a party, as a person may read them, or as the log has them for auditors."""

import datetime
from collections.abc import AsyncIterator, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, Final

import psycopg
from psycopg.rows import dict_row

from api.on_record import Records
from cli.language import language
from cli.recording import recording
from domain.calendar import SHANGHAI
from domain.ids import JurisdictionCode, StreamId
from eventlog.records import EventRecord
from eventlog.settings import Settings
from processes.statements import statements
from projections.queries.listing import PAGE_MAX, Question, page
from projections.queries.listings import HISTORY
from projections.queries.reader import Connection, Reader, position_at, whole_command
from projections.queries.texts import COMMITMENT, PERSON, people, strings_with, texts_of
from projections.sentences import Names, sentence

_STATEMENTS: Final = statements("cli", "replay.sql")
_DAY: Final = datetime.timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What is to be told: one stream, or what one party did; as of a position or a moment (None: now)."""

    jurisdiction: JurisdictionCode
    stream: StreamId | None = None
    party: str | None = None
    as_of: int | datetime.datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One event: when it happened and when it was recorded, who did it, and the sentence.

    ``position`` is for auditors: from positions one could tell how much happens elsewhere.
    """

    occurred: str
    recorded: datetime.datetime
    stream: str
    type: str
    actor: str
    party: str
    sentence: str
    late: bool
    position: int | None = None


def moment_or_position(given: str) -> int | datetime.datetime:
    """`--as-of`: a position, an RFC 3339 moment, or a date, which includes that day in Shanghai.

    Raises `ValueError` for anything else.
    """
    if given.isascii() and given.isdigit():
        return int(given)
    if len(given) == len("2026-03-31"):
        day = datetime.date.fromisoformat(given)
        midnight = datetime.datetime.combine(day + _DAY, datetime.time.min, tzinfo=SHANGHAI)
        return midnight - datetime.timedelta(microseconds=1)
    moment = datetime.datetime.fromisoformat(given)
    return moment if moment.tzinfo is not None else moment.replace(tzinfo=SHANGHAI)


async def of_reader(settings: Settings, reader: Reader, wanted: Wanted) -> list[Told]:
    """What a person may read of it, with the names that person may know; read on record."""
    connection = await psycopg.AsyncConnection.connect(
        settings.postgres, autocommit=True, row_factory=dict_row
    )
    async with connection:
        with recording(settings) as records:
            rows = [row async for row in _rows(records, connection, reader, wanted)]
        names = Names(
            parties=await _parties(connection, wanted.jurisdiction),
            persons=await people(connection, wanted.jurisdiction, strings_with(rows, PERSON)),
            personal=await texts_of(
                connection, wanted.jurisdiction, strings_with(rows, COMMITMENT)
            ),
        )
    return [
        Told(
            occurred=" ".join(filter(None, (row["occurred"].isoformat(), row["occurred_time"]))),
            recorded=row["recorded"],
            stream=row["stream"],
            type=row["type"],
            actor=names.person(row["actor"]),
            party=names.party(row["party"]),
            sentence=_sentence(row, names),
            late=row["late"] is not None,
        )
        for row in rows
    ]


async def _rows(
    records: Records, connection: Connection, reader: Reader, wanted: Wanted
) -> AsyncIterator[Mapping[str, Any]]:
    filters = {} if wanted.party is None else {"party": wanted.party}
    as_of = wanted.as_of
    if isinstance(as_of, datetime.datetime):
        as_of = await position_at(connection, wanted.jurisdiction, as_of)
    elif as_of is not None:
        as_of = await whole_command(connection, wanted.jurisdiction, as_of)
    question = Question(filters=filters, as_of=as_of, limit=PAGE_MAX, stream=wanted.stream)
    while True:
        found = await page(connection, HISTORY, reader, question)
        await records.put(connection, HISTORY, reader, found.rows, question.as_of)
        for row in found.rows:
            yield row
        if found.after is None:
            return
        question = replace(question, after=found.after)


async def of_auditor(settings: Settings, wanted: Wanted) -> list[Told]:
    """Every event of it as the log has it; names stay sealed."""
    connection = await psycopg.AsyncConnection.connect(
        settings.postgres, autocommit=True, row_factory=dict_row
    )
    about = {"jurisdiction": wanted.jurisdiction, "stream": wanted.stream}
    async with connection:
        names = Names(parties=await _parties(connection, wanted.jurisdiction))
        cursor = await connection.execute(_STATEMENTS["log"], about)
        records = [EventRecord.from_value(row["value"]) async for row in cursor]
    return [_audited(record, names) for record in _chosen(records, wanted)]


def _chosen(records: Iterable[EventRecord], wanted: Wanted) -> Iterator[EventRecord]:
    """The records of the party up to the moment, rounded down to whole commands."""
    for record in records:
        last = record.position - record.commandevent + record.commandevents
        match wanted.as_of:
            case int(position) if last > position:
                return
            case datetime.datetime() as moment if record.time > moment:
                return
        if wanted.party in (None, _acting(record)):
            yield record


def _acting(record: EventRecord) -> str:
    """The party whose act it is: where it was entered on behalf of another, that other."""
    on_behalf: Mapping[str, str] = record.data.get("on_behalf", {})
    return on_behalf.get("party", record.party)


def _audited(record: EventRecord, names: Names) -> Told:
    acting = _acting(record)
    row = {"type": record.type, "data": record.data, "actor": record.actor, "party": acting}
    return Told(
        occurred=" ".join(record.data["occurred"].values()),
        recorded=record.time,
        stream=record.subject,
        type=record.type,
        actor=names.person(record.actor),
        party=names.party(acting),
        sentence=_sentence(row, names),
        late="late" in record.data,
        position=record.position,
    )


def _sentence(row: Mapping[str, Any], names: Names) -> str:
    return sentence(
        row["type"],
        row["data"],
        actor=row["actor"],
        party=row["party"],
        names=names,
        language=language().value,
    )


async def _parties(connection: Connection, jurisdiction: JurisdictionCode) -> dict[str, str]:
    cursor = await connection.execute(_STATEMENTS["parties"], {"jurisdiction": jurisdiction})
    return {row["code"]: row[language().value] for row in await cursor.fetchall()}
