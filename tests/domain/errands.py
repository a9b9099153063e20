"""A toy family, and a small place in which its errands are run: rules seen alone."""

import datetime
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any, Final

from domain.calendar import SHANGHAI, Calendar
from domain.catalogue import CATALOGUE
from domain.context import Context
from domain.ids import JurisdictionCode, PartyId, PersonId, StreamId, derived_id, stream_id
from domain.jurisdiction import Appointment, Jurisdiction
from domain.model import Command, Concerns, Draft, Event, Number, Occurred
from domain.obligations import Obligation
from domain.registry import Action, Catalogue, EventType, Family
from domain.scheme import Scheme
from domain.streams import StreamState
from tests.domain.world import World

SCHEME: Final = (Path(__file__).parent / "errands.toml").read_text("utf-8")
CALENDAR: Final = (Path(__file__).parents[2] / "schemes" / "calendars" / "china.toml").read_text(
    "utf-8"
)
MONDAY: Final = datetime.date(2026, 1, 5)
FOUNDED: Final = datetime.date(2025, 12, 1)

COMMISSION, OFFICE, GROUP, GROUP_2, UNIT = map(
    PartyId, ("commission", "office", "group", "group-2", "unit")
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked(Event):
    task: int
    to_party: PartyId
    asker: PartyId
    number: Number | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Done(Event):
    task: int
    by: PartyId
    well: bool
    thanks_by: datetime.date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Cancelled(Event):
    pass


@dataclass(frozen=True, slots=True, kw_only=True)
class Paused(Event):
    pass


@dataclass(frozen=True, slots=True, kw_only=True)
class Resumed(Event):
    pass


@dataclass(frozen=True, slots=True, kw_only=True)
class Restarted(Event):
    pass


@dataclass(frozen=True, slots=True, kw_only=True)
class Thanked(Event):
    task: int
    manner: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Circulated(Event):
    readers: tuple[PartyId, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Read(Event):
    pass


@dataclass(frozen=True, slots=True, kw_only=True)
class Referred(Event):
    to_party: PartyId


@dataclass(frozen=True, slots=True, kw_only=True)
class SettledElsewhere(Event):
    errand: StreamId


@dataclass(frozen=True, slots=True, kw_only=True)
class Reviewed(Event):
    pass


@dataclass(frozen=True, slots=True, kw_only=True)
class Corrected(Event):
    version: int
    happened: Occurred


@dataclass(frozen=True, slots=True, kw_only=True)
class Annulled(Event):
    pass


EVENTS: Final[dict[str, type[Event]]] = {
    "asked": Asked,
    "done": Done,
    "cancelled": Cancelled,
    "paused": Paused,
    "resumed": Resumed,
    "restarted": Restarted,
    "thanked": Thanked,
    "circulated": Circulated,
    "read": Read,
    "referred": Referred,
    "settled_elsewhere": SettledElsewhere,
    "reviewed": Reviewed,
    "corrected": Corrected,
    "annulled": Annulled,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Errand:
    """``told`` counts what happened."""

    asker: PartyId | None = None
    told: int = 0


def evolve(state: Errand, event: Event) -> Errand:
    asker = event.asker if isinstance(event, Asked) else state.asker
    return Errand(asker=asker, told=state.told + 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Tell(Command):
    """Tell any events, each in this stream: ``(name, fields)``."""

    events: tuple[tuple[str, dict[str, Any]], ...] = ()
    approved_by: PersonId | None = None
    pseudonym: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Look(Command):
    """Look at another stream, and at who carries a pseudonym."""

    other: StreamId
    pseudonym: str


def tell(stream: StreamState[Errand], command: Tell, context: Context) -> list[Draft]:
    everybody = tuple(dict.fromkeys((context.acting, COMMISSION, OFFICE, GROUP, GROUP_2)))
    concerns = Concerns(parties=everybody, visibility="errand")
    return [
        Draft(
            stream.stream,
            EVENTS[name](**{"occurred": context.occurred, "concerns": concerns, **fields}),
        )
        for name, fields in command.events
    ]


def look(stream: StreamState[Errand], command: Look, context: Context) -> list[Draft]:
    told = context.streams[command.other].state.told
    carriers = len(context.matches[command.pseudonym])
    concerns = Concerns(parties=(context.acting,), visibility="errand")
    new = context.new_stream("errand", "copy")
    event = Circulated(occurred=context.occurred, concerns=concerns, readers=())
    return [Draft(stream.stream, event)] * told + [Draft(new, event)] * carriers


def begin(stream: StreamState[Errand], command: Tell, context: Context) -> list[Draft]:
    context.require_role("head", "member")
    return tell(stream, command, context)


FAMILY: Final = Family(
    name="errand",
    collection="errands",
    zh="差事",
    en="errand",
    initial=Errand(),
    evolve=evolve,
    events=tuple(
        EventType(name=n, event=e, zh="差事。", en="An errand.") for n, e in EVENTS.items()
    ),
    actions=(
        Action(
            name="begin",
            command=Tell,
            decide=begin,
            zh="开始",
            en="begin",
            example={},
            target="new",
        ),
        Action(
            name="tell",
            command=Tell,
            decide=tell,
            zh="告知",
            en="tell",
            example={},
            target="either",
        ),
        Action(name="go_on", command=Tell, decide=tell, zh="继续", en="go on", example={}),
        Action(name="look", command=Look, decide=look, zh="查看", en="look", example={}),
    ),
)
ERRANDS: Final = Catalogue((*CATALOGUE.families, FAMILY))

STAFF: Final = (
    ("chief", COMMISSION, "principal_head"),
    ("leader", COMMISSION, "leader_in_charge"),
    ("administrator", COMMISSION, "administrator"),
    ("director", OFFICE, "head"),
    ("clerk", OFFICE, "member"),
    ("group-head", GROUP, "head"),
    ("group-clerk", GROUP, "member"),
    ("other-head", GROUP_2, "head"),
)


def person(name: str) -> PersonId:
    return PersonId(stream_id("person", derived_id("errands", name)))


def errand(name: str = "1") -> StreamId:
    return stream_id("errand", derived_id("errands", name))


@cache
def place() -> Jurisdiction:
    """The place with its people in office since it was founded."""
    scheme = Scheme.parse(SCHEME)
    built = Jurisdiction(
        code=JurisdictionCode("errands"),
        source="test/errands",
        clock="simulated",
        begun=MONDAY,
        founder=person("founder"),
        founding_party=COMMISSION,
        scheme=scheme,
        scheme_version=1,
        calendar=Calendar.parse(CALENDAR),
        parties=scheme.parties,
    )
    for name, party, role in STAFF:
        appointment = Appointment(serial=1, party=party, role=role, begins=FOUNDED)
        built = built.with_person(person(name)).with_appointment(person(name), appointment)
    return built


def at_nine(day: datetime.date) -> datetime.datetime:
    local = datetime.datetime.combine(day, datetime.time(9), tzinfo=SHANGHAI)
    return local.astimezone(datetime.UTC)


@dataclass
class Errands(World):
    """The world of errands: ``tell`` lets somebody say what happened, on a day that was."""

    @classmethod
    def opened(cls, *, on: datetime.date = MONDAY) -> "Errands":
        return cls(place(), at_nine(on), catalogue=ERRANDS)

    def tell(
        self,
        name: str,
        *,
        stream: StreamId | None = None,
        actor: str = "director",
        party: PartyId = OFFICE,
        occurred: datetime.date | None = None,
        **fields: Any,
    ) -> list[Event]:
        command = Tell(
            events=((name, fields),),
            occurred=None if occurred is None else Occurred(date=occurred),
        )
        return self.ask(
            "errand.tell", stream or errand(), command, actor=person(actor), party=party
        )

    def owed(self, stream: StreamId | None = None) -> list[Obligation]:
        return list(self.stream(stream or errand()).obligations.values())

    def asked(self, *, task: int = 1, to: PartyId = GROUP, **more: Any) -> list[Event]:
        """The office asks a group to run an errand within three working days."""
        return self.tell("asked", task=task, to_party=to, asker=OFFICE, **more)

    def with_late_entry(self) -> None:
        """Nothing is too late to enter."""
        scheme = self.jurisdiction.scheme
        assert scheme is not None
        from_now = Scheme.parse(
            SCHEME.replace('late_entry = "5 working days"', 'late_entry = "2 years"')
        )
        self.jurisdiction = replace(self.jurisdiction, scheme=from_now)
