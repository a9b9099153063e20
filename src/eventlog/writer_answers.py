"""The outcome of a command: what the writer answers, and in which words it rejects."""

import logging
import uuid
from dataclasses import asdict
from typing import Any

from domain.errors import Explained, Fault
from domain.ids import JurisdictionCode, PersonId, StreamId
from eventlog.errors import CommandFailed, FieldFault
from eventlog.index_keys import Known
from eventlog.records import CommandRecord, OutcomeRecord, Problem

log = logging.getLogger(__name__)


def problem_of(error: Explained) -> Problem:
    """An error of ours as it stands in an outcome."""
    details: dict[str, Any] = dict(error.details)
    faults = getattr(error, "faults", None)
    if faults is not None:
        details["faults"] = [_fault(fault) for fault in faults]
    return Problem(
        code=error.code,
        status=int(error.status),
        title_zh=error.zh.partition(":")[0],
        title_en=error.code.replace("_", " "),
        detail_zh=error.sentence_zh,
        detail_en=error.sentence_en,
        next_zh=error.next_zh,
        next_en=error.next_en,
        details=details,
    )


def _fault(fault: FieldFault | Fault) -> dict[str, Any]:
    parts = fault.to_json() if isinstance(fault, FieldFault) else asdict(fault)
    return {name: part for name, part in parts.items() if part is not None}


def incident(command: CommandRecord, error: Exception) -> CommandFailed:
    """The answer to a command whose decision failed in a way nobody foresaw."""
    number = uuid.uuid4().hex[:12]
    log.error(
        "Incident %s: command %s of %s", number, command.id, command.jurisdiction, exc_info=error
    )
    return CommandFailed(incident=number)


def accepted(command: CommandRecord, offset: int, known: Known) -> OutcomeRecord:
    """The outcome of an accepted command, the same each time it is sent."""
    first, last = known.first_position or 0, known.last_position or 0
    return OutcomeRecord(
        id=command.id,
        status="accepted",
        jurisdiction=command.jurisdiction,
        actor=command.actor,
        digest=known.digest,
        offset=offset,
        stream=known.stream,
        version=known.version,
        first_position=first,
        last_position=last,
        last_hash=known.last_hash,
        events=last - first + 1,
    )


def rejected(command: CommandRecord, digest: str, offset: int, error: Explained) -> OutcomeRecord:
    """The outcome of a command that was refused."""
    return refused(
        id=command.id,
        jurisdiction=command.jurisdiction,
        actor=command.actor,
        digest=digest,
        offset=offset,
        stream=command.target,
        problem=problem_of(error),
    )


def refused(
    *,
    id: uuid.UUID,  # noqa: A002 - the attribute's name
    jurisdiction: JurisdictionCode,
    actor: PersonId,
    digest: str,
    offset: int,
    problem: Problem,
    stream: StreamId | None = None,
) -> OutcomeRecord:
    """A rejected outcome from its parts."""
    return OutcomeRecord(
        id=id,
        status="rejected",
        jurisdiction=jurisdiction,
        actor=actor,
        digest=digest,
        offset=offset,
        stream=stream,
        problem=problem,
    )
