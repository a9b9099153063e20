"""What goes between jurisdictions, as commands: which command an event there is here, under which id.

Everything follows from the event and where it stands: the same event is the same command, whoever sends
it and however often (ADR 0006).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final
from uuid import UUID

from domain.between import FIRST, Obstacle
from domain.catalogue import CATALOGUE
from domain.ids import SYSTEM_PARTY, SYSTEM_PERSON, StreamId, derived_id
from domain.registry import PREFIX
from eventlog.records import EventRecord, link
from eventlog.sealing import unseal
from eventlog.vault import Vault
from processes.errors import TextErased
from processes.sending import Order


@dataclass(frozen=True, slots=True, kw_only=True)
class Dispatched:
    """An event that goes to another jurisdiction, its personal text in the clear.

    ``proof`` is the hash of its record: the text stays provable by the commitments of both logs.
    """

    type: str
    source: str
    stream: StreamId
    position: int
    proof: str
    data: Mapping[str, Any]


def opened(record: EventRecord, vault: Vault) -> Dispatched:
    """What an event released, unsealed with the sender's keys. Raises `TextErased`, ``SealBroken``."""
    clear = unseal(record, vault)
    if set(record.commitments.values()) - set(clear):
        raise TextErased(stream=record.subject)
    return Dispatched(
        type=record.type,
        source=record.source,
        stream=record.subject,
        position=record.position,
        proof=link(record.value),
        data=_unsealed(record.data, clear),
    )


def _unsealed(value: Any, clear: Mapping[str, str]) -> Any:
    if isinstance(value, str):
        return clear.get(value, value)
    if isinstance(value, Mapping):
        return {key: _unsealed(item, clear) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_unsealed(item, clear) for item in value]
    return value


def id_of(sent: Dispatched, *, attempt: int) -> UUID:
    """The id of the command that a dispatch is: it follows from where its event stands."""
    return derived_id(sent.source, sent.position, attempt)


def with_files(sent: Dispatched, files: Sequence[Mapping[str, Any]]) -> Dispatched:
    """What was sent, its files as they were sealed for the other end."""
    return replace(sent, data={**sent.data, "attachments": files}) if files else sent


def order_of(sent: Dispatched, *, attempt: int) -> Order:
    """The command by which the other jurisdiction takes it in."""
    family, travel = CATALOGUE.travels[sent.type]
    leg, dispatch = sent.data[travel.leg], sent.data.get("dispatch", FIRST)
    origin = {
        "source": sent.source,
        "stream": sent.stream,
        "leg": leg,
        "dispatch": dispatch,
        "proof": sent.proof,
    }
    if sent.type == CATALOGUE.type_of[travel.sent]:
        action, data = "take_in", travel.letter(sent.data)
    else:
        kept = (name for name in ("occurred", *travel.news) if name in sent.data)
        action, data = "take_news", {name: sent.data[name] for name in kept}
        data[travel.leg] = sent.data["leg_there"]
    return Order(
        id=id_of(sent, attempt=attempt),
        type=f"{PREFIX}.{family.name}.{action}",
        target=StreamId(sent.data["there"]),
        data={**data, "origin": origin},
        actor=SYSTEM_PERSON,
        party=SYSTEM_PARTY,
    )


def failure_of(sent: EventRecord | Dispatched, *, attempt: int, obstacle: Obstacle) -> Order:
    """The command by which the sender's own log says that it did not arrive."""
    family, travel = CATALOGUE.travels[sent.type]
    return Order(
        id=derived_id(sent.source, sent.position, attempt, obstacle),
        type=f"{PREFIX}.{family.name}.report_failure",
        target=sent.subject if isinstance(sent, EventRecord) else sent.stream,
        data={
            travel.leg: sent.data[travel.leg],
            "dispatch": sent.data.get("dispatch", FIRST),
            "attempt": attempt,
            "obstacle": obstacle,
        },
        actor=SYSTEM_PERSON,
        party=SYSTEM_PARTY,
    )


def obstacle_of(code: str, status: int) -> Obstacle | None:
    """Why a refusal keeps it from being delivered; None where it is there, or comes in its turn."""
    if status >= _SERVER_ERROR or code in _PASSING:
        return None
    return _OBSTACLES.get(code, "refused")


_SERVER_ERROR: Final = 500
_PASSING: Final = frozenset({"already_exists", "out_of_turn", "command_expired"})
_OBSTACLES: Final[Mapping[str, Obstacle]] = {
    "jurisdiction_moved": "moved",
    "not_placed_here": "unknown",
    "no_channel": "not_accepted",
}
