"""What goes between jurisdictions, as commands: which command an event there is here, under which id.

Everything follows from the event and where it stands: the same event is the same command, whoever sends
it and however often (ADR 0006).
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from domain.ids import SYSTEM_PARTY, SYSTEM_PERSON, StreamId, derived_id
from domain.leads.between import REFERRAL
from domain.leads.values import Obstacle
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


def order_of(sent: Dispatched, *, attempt: int) -> Order:
    """The command by which the other jurisdiction takes it in."""
    action, made = _MADE[sent.type]
    return Order(
        id=derived_id(sent.source, sent.position, attempt),
        type=f"guantong.lead.{action}",
        target=StreamId(sent.data["there"]),
        data=made(sent),
        actor=SYSTEM_PERSON,
        party=SYSTEM_PARTY,
    )


def failure_of(sent: EventRecord | Dispatched, *, attempt: int, obstacle: Obstacle) -> Order:
    """The command by which the sender's own log says that it did not arrive."""
    return Order(
        id=derived_id(sent.source, sent.position, attempt, obstacle),
        type="guantong.lead.report_failure",
        target=sent.subject if isinstance(sent, EventRecord) else sent.stream,
        data={
            "transfer": sent.data["transfer"],
            "dispatch": sent.data.get("dispatch", REFERRAL),
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


def _origin(sent: Dispatched) -> dict[str, Any]:
    return {
        "source": sent.source,
        "lead": sent.stream,
        "transfer": sent.data["transfer"],
        "dispatch": sent.data.get("dispatch", REFERRAL),
        "proof": sent.proof,
    }


def _present(data: Mapping[str, Any], *names: str) -> dict[str, Any]:
    return {name: data[name] for name in names if name in data}


def _referral(sent: Dispatched) -> dict[str, Any]:
    """Its persons get ids of their own there; their unit is a party of this scheme and stays behind."""
    data = sent.data
    subjects = [
        {
            "name": each["name"],
            "post": each["post"],
            "standing": {"post_level": each["post_level"]},
        }
        for each in data["subjects"]
    ]
    same = ("source", "report", "regime", "secrecy", "content", "materials", "document", "reason")
    kept = _present(data, *same, "feedback_expected")
    return {"origin": _origin(sent), "subjects": subjects, **kept}


def _news(sent: Dispatched) -> dict[str, Any]:
    data = sent.data
    kept = _present(data, "occurred", "news", "number", "reason", "result", "text", "document")
    return {"transfer": data["transfer_there"], "origin": _origin(sent), **kept}


_MADE: Final[Mapping[str, tuple[str, Callable[[Dispatched], dict[str, Any]]]]] = {
    "guantong.lead.referred.v1": ("take_in", _referral),
    "guantong.lead.news_sent.v1": ("take_news", _news),
}
