"""What a family of actions is. ``domain.catalogue`` lists them all; ``api``, ``cli`` and the event catalogue loop over it."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from domain.model import Command, Draft, Event
from domain.streams import StreamState

Target = Literal["new", "existing", "any"]
"""``new`` opens a stream, ``existing`` acts on one of its family, ``any`` acts on a stream of whatever family."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EventType:
    """One type of event: ``guantong.lead.transferred.v1`` is ``transferred`` of family ``lead``.

    ``zh`` and ``en`` are format strings that make the event a sentence (for ``guantong replay`` and timelines);
    fields: every top-level field of the event by name, and ``{actor}``, ``{party}``, ``{occurred}``.
    """

    name: str
    event: type[Event]
    zh: str
    en: str
    version: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Action:
    """One thing a party can do: command, decision, and how people call it.

    ``example`` is a complete JSON body of the command (it appears in the OpenAPI document and is tested).
    ``batch`` allows the batch form (never for filing or sanctions).
    """

    name: str
    command: type[Command]
    decide: Callable[..., Iterable[Draft]]
    """``decide(stream: StreamState[S], command: C, context: Context) -> Iterable[Draft]``; raises ``Refusal``."""
    zh: str
    en: str
    example: Mapping[str, Any]
    target: Target = "existing"
    batch: bool = False
    internal: bool = False
    """Sent by processes only (lapse, escalate, open): no HTTP route."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Family:
    """A family of actions: its name in every room, its state, its events and its actions."""

    name: str
    collection: str
    zh: str
    en: str
    initial: Any
    evolve: Callable[[Any, Event], Any]
    """``evolve(state: S, event: Event) -> S``: total over the family's events."""
    events: tuple[EventType, ...]
    actions: tuple[Action, ...]

    def empty(self, stream: Any) -> StreamState[Any]:
        """A stream of this family in which nothing happened yet."""
        return StreamState(stream, 0, self.initial)
