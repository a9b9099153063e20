"""What a family of actions is. ``domain.catalogue`` lists them all.

``api``, ``cli`` and the event catalogue loop over it.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from operator import attrgetter
from typing import Any, Final, Literal

from domain.model import Command, Draft, Event
from domain.streams import StreamState

PREFIX: Final = "guantong"
"""Every type name on the log begins with it: ``guantong.lead.transferred.v1``."""

Target = Literal["new", "existing", "either", "any"]
"""``new`` begins what its family has not begun in that stream (the clock may have opened the stream
with an obligation), ``existing`` acts on what has begun, ``either`` does not ask; ``any`` acts on any
stream of whatever family that exists. Internal actions see to it themselves."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EventType:
    """One type of event: ``guantong.lead.transferred.v1`` is ``transferred`` of family ``lead``.

    ``zh`` and ``en`` are format strings that make the event a sentence (for ``guantong replay`` and
    timelines); fields: every top-level field of the event by name, and ``{actor}``, ``{party}``,
    ``{occurred}``.
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
    """``decide(stream: StreamState[S], command: C, context: Context) -> Iterable[Draft]``, or `Refusal`."""
    zh: str
    en: str
    example: Mapping[str, Any]
    target: Target = "existing"
    batch: bool = False
    internal: bool = False
    """Sent by processes only (lapse, escalate, open): no HTTP route."""
    routed: bool = True
    """False where the interface adds to what a client says, on a route of its own (uploads, readings)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Travel:
    """How a family goes between jurisdictions (`domain.between`): all that the courier knows of it.

    A matter is ``sent`` and ``arrived``; of that leg news is sent and arrives; what ``failed`` is
    ``resent``, or the leg is ``recalled``. The events that send have a ``sender``, a ``jurisdiction`` and
    a stream ``there``. The actions ``take_in``, ``take_news`` and ``report_failure`` are the courier's.
    """

    sent: type[Any]
    arrived: type[Any]
    news_sent: type[Any]
    news_arrived: type[Any]
    failed: type[Any]
    resent: type[Any]
    recalled: type[Any]
    letter: Callable[[Mapping[str, Any]], dict[str, Any]]
    """What the other end takes in, from the data of the event that it was sent by: what was released."""
    news: tuple[str, ...]
    """The fields of news that the other end takes in."""
    leg: str = "leg"
    """What its events and commands call the leg."""
    scope: Callable[[Any], str] = attrgetter("concerns.visibility")
    """The visibility class of what is shown of an event that sends."""


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
    is_case: bool = False
    """Whether each stream is a case of its own: then all its events carry its case tag."""
    is_wordless: bool = False
    """Whether nothing may be entered about its streams by what acts on any stream (RC 15)."""
    travel: Travel | None = None
    """How it goes between jurisdictions, where it does."""
    by_cadence: bool = False
    """Whether a cadence opens streams of it in which nobody acts: obligations, where something counts."""
    words: Mapping[str, Mapping[Any, tuple[str, str]]] = field(default_factory=dict)
    """Its own codes in Chinese and English, by what holds them: where a matter stands, by ``stage``."""

    @property
    def streams(self) -> bool:
        """Whether it has streams of its own."""
        return self.by_cadence or any(action.target != "any" for action in self.actions)

    def empty(self, stream: Any) -> StreamState[Any]:
        """A stream of this family in which nothing happened yet."""
        return StreamState(stream, 0, self.initial)


@dataclass(frozen=True, eq=False)
class Catalogue:
    """All families, by every name that others look them up with. One is equal to itself only."""

    families: tuple[Family, ...]

    @cached_property
    def family(self) -> Mapping[str, Family]:
        """``lead`` → its family."""
        return {family.name: family for family in self.families}

    @cached_property
    def actions(self) -> Mapping[str, tuple[Family, Action]]:
        """``guantong.lead.transfer`` → family and action."""
        return {
            f"{PREFIX}.{family.name}.{action.name}": (family, action)
            for family in self.families
            for action in family.actions
        }

    @cached_property
    def events(self) -> Mapping[str, EventType]:
        """``guantong.lead.transferred.v1`` → the type of event."""
        return {
            f"{PREFIX}.{family.name}.{event.name}.v{event.version}": event
            for family in self.families
            for event in family.events
        }

    @cached_property
    def type_of(self) -> Mapping[type[Event], str]:
        """The class of an event → its full type name."""
        return {event_type.event: name for name, event_type in self.events.items()}

    @cached_property
    def travels(self) -> Mapping[str, tuple[Family, Travel]]:
        """The full type name of what is sent to other jurisdictions → its family, and how that goes."""
        return {
            self.type_of[kind]: (family, family.travel)
            for family in self.families
            if family.travel is not None
            for kind in (family.travel.sent, family.travel.news_sent)
        }

    @cached_property
    def short_name_of(self) -> Mapping[type[Event], str]:
        """The class of an event → the name that schemes use: ``lead.transferred``."""
        return {
            event.event: f"{family.name}.{event.name}"
            for family in self.families
            for event in family.events
        }

    @cached_property
    def short_names(self) -> Mapping[str, tuple[Family, type[Event]]]:
        """``lead.transferred`` → family and class."""
        return {
            f"{family.name}.{event.name}": (family, event.event)
            for family in self.families
            for event in family.events
        }
