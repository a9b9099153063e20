"""Commands and events of the domain as JSON data, and back.

The shapes are the domain's dataclasses; pydantic checks them strictly (no unknown fields, no conversions).
What is None is left out.
"""

from collections.abc import Mapping
from typing import Any, Final

import orjson
from pydantic import TypeAdapter, ValidationError

from domain.catalogue import CATALOGUE
from domain.model import Command, Event, Recorded
from domain.registry import Action, Catalogue, Family
from eventlog.errors import CommandInvalid, EventDataInvalid, NewerVersionNeeded, UnknownAction
from eventlog.faults import faults_of
from eventlog.personal import faults_on_the_log
from eventlog.records import CommandRecord, EventRecord
from eventlog.upcasting import UPCASTERS, Upcaster, upcast

_ADAPTERS: Final[dict[type, TypeAdapter[Any]]] = {}


def adapter(shape: type[Command | Event]) -> TypeAdapter[Any]:
    """The pydantic adapter of a dataclass of the domain, built once."""
    if shape not in _ADAPTERS:
        _ADAPTERS[shape] = TypeAdapter(shape)
    return _ADAPTERS[shape]


def event_to_data(event: Event) -> dict[str, Any]:
    """The event's own fields as JSON data (no commitments: see ``records``)."""
    return _to_data(event)


def command_to_data(command: Command) -> dict[str, Any]:
    """The command's own fields as JSON data."""
    return _to_data(command)


def _to_data(shape: Command | Event) -> dict[str, Any]:
    data: dict[str, Any] = adapter(type(shape)).dump_python(shape, mode="json", exclude_none=True)
    return data


def event_from_data(
    event_type: str,
    data: Mapping[str, Any],
    *,
    catalogue: Catalogue = CATALOGUE,
    upcasters: Mapping[str, Upcaster] = UPCASTERS,
) -> Event:
    """The event of data of a full type name, raised to its current version first.

    Raises ``NewerVersionNeeded`` for a type or version that the catalogue does not have,
    ``EventDataInvalid`` for data that do not fit a known type.
    """
    current, data = upcast(event_type, data, upcasters)
    known = catalogue.events.get(current)
    if known is None:
        raise NewerVersionNeeded(type=event_type)
    try:
        event: Event = adapter(known.event).validate_json(orjson.dumps(data))
    except ValidationError as error:
        faults = "; ".join(str(fault) for fault in faults_of(error))
        raise EventDataInvalid(type=event_type, faults=faults) from None
    return event


def command_from_data(
    command_type: str, data: Mapping[str, Any], *, catalogue: Catalogue = CATALOGUE
) -> Command:
    """The command of data of a full type name.

    Raises ``UnknownAction``, or ``CommandInvalid`` with every fault.
    """
    _, action = action_of(command_type, catalogue=catalogue)
    try:
        command: Command = adapter(action.command).validate_json(orjson.dumps(data))
    except ValidationError as error:
        raise CommandInvalid(faults_of(error)) from None
    return command


def action_of(command_type: str, *, catalogue: Catalogue = CATALOGUE) -> tuple[Family, Action]:
    """The family and the action of a full command type. Raises ``UnknownAction``."""
    if command_type not in catalogue.actions:
        raise UnknownAction(type=command_type)
    return catalogue.actions[command_type]


def command_of(record: CommandRecord, *, catalogue: Catalogue = CATALOGUE) -> Command:
    """The command of a record, which must be sealed as intake seals it.

    Raises ``UnknownAction``, or ``CommandInvalid`` with every fault, personal text in the clear
    included.
    """
    command = command_from_data(record.type, record.data, catalogue=catalogue)
    faults = tuple(faults_on_the_log(command, record.commitments))
    if faults:
        raise CommandInvalid(faults)
    return command


def to_recorded(record: EventRecord, *, catalogue: Catalogue = CATALOGUE) -> Recorded[Event]:
    """An event record as the domain and the read models see it.

    Raises ``NewerVersionNeeded`` or ``EventDataInvalid``.
    """
    return Recorded(
        originator_id=record.subject,
        originator_version=record.streamversion,
        event=event_from_data(record.type, record.data, catalogue=catalogue),
        id=record.id,
        type=record.type,
        jurisdiction=record.jurisdiction,
        time=record.time,
        position=record.position,
        command_id=record.commandid,
        command_event=record.commandevent,
        command_events=record.commandevents,
        actor=record.actor,
        party=record.party,
        case=record.casetag,
        scheme_version=record.schemeversion,
        commitments=record.commitments,
    )
