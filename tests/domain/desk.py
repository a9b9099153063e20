"""A desk at which parties act on one matter of a family; each family's tests have their own, made of this."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any, ClassVar, Final, Generic, TypeVar

import pytest

from domain.errors import Refusal
from domain.ids import PartyId, StreamId
from domain.model import Command, Event
from tests.domain.cadences import opened_for, under
from tests.domain.small import (
    ADJUDICATION,
    CADRE_OFFICE,
    CASE_SUPERVISION,
    COMMISSION,
    COMMITTEE,
    COUNTY,
    EDUCATION_GROUP,
    HEALTH_GROUP,
    OFFICE,
    PETITIONS,
    person,
    small,
    stream,
)
from tests.domain.world import World

S = TypeVar("S")

HEADS: Final[Mapping[PartyId, str]] = {
    COMMISSION: "chief",
    CASE_SUPERVISION: "director",
    OFFICE: "office-head",
    EDUCATION_GROUP: "group-head",
    HEALTH_GROUP: "health-head",
    PETITIONS: "petitions-head",
    COUNTY: "county-head",
    ADJUDICATION: "adjudication-head",
    CADRE_OFFICE: "cadre-head",
    COMMITTEE: "committee-head",
}
"""Who heads the parties of the small city."""


class FamilyDesk(Generic[S]):
    """The small city on a Monday in January under some mechanisms, and one matter: the stream ``first``.

    ``actors`` are who act for the parties, their heads unless a family says otherwise.
    """

    family: ClassVar[str]
    mechanisms: ClassVar[tuple[str, ...]] = ()
    actors: ClassVar[Mapping[PartyId, str]] = HEADS

    def __init__(self) -> None:
        self.world: World = small(*self.mechanisms)
        self.stream: StreamId = stream(self.family, "first")

    def act(
        self, party: PartyId, name: str, command: Command, *, actor: str | None = None
    ) -> list[Event]:
        """Let a party act on the matter, by ``actor`` where it is not the usual one."""
        who = person(actor or self.actors[party])
        return self.world.ask(f"{self.family}.{name}", self.stream, command, actor=who, party=party)

    def refuses(self, expected: type[Refusal], *act: Any, **options: Any) -> Refusal:
        """The act is refused, and changes nothing."""
        with refused(self.world, expected) as refusal:
            self.act(*act, **options)
        return refusal.value

    def open_for(self, party: PartyId, cadence: str) -> None:
        """Let a cadence beside the mechanism open the matter for a party."""
        (mechanism,) = self.mechanisms
        under(self.world, mechanism, cadence)
        self.stream = opened_for(self.world, party, self.family)

    @property
    def state(self) -> S:
        """What the family folded of the matter."""
        found: S = self.world.state(self.stream)
        return found

    @property
    def owed(self) -> set[tuple[PartyId, str]]:
        """Who owes what because of the matter: owner and rule."""
        return owed_in(self.world, self.stream)


@contextmanager
def refused(world: World, expected: type[Refusal]) -> Iterator[pytest.ExceptionInfo[Refusal]]:
    """What is done inside is refused, and changes nothing."""
    before = dict(world.streams)
    with pytest.raises(expected) as refusal:
        yield refusal
    assert world.streams == before


def owed_in(world: World, matter: StreamId) -> set[tuple[PartyId, str]]:
    """Who owes what in a stream: owner and rule."""
    open_ones = world.stream(matter).obligations.values()
    return {(each.arisen.owner, each.arisen.rule) for each in open_ones}
