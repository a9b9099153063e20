"""Random histories of schemes: whichever is adopted after whichever, parties and obligations follow."""

import datetime
from typing import Final

from hypothesis import given, settings
from hypothesis import strategies as st

from domain.calendar import Limit, due_date
from domain.errors import Refusal
from domain.ids import PartyId, StreamId
from domain.model import Command
from domain.obligations.events import Arisen
from domain.parties.state import PartyState
from domain.scheme import Scheme
from domain.schemes import FAMILY
from domain.schemes.commands import Adopt
from domain.schemes.events import Adopted
from domain.schemes.state import SchemeState
from tests.domain import histories
from tests.domain.errands import (
    CALENDAR,
    ERRANDS,
    GROUP,
    GROUP_2,
    MONDAY,
    OFFICE,
    SCHEME,
    UNIT,
    Tell,
    errand,
)
from tests.domain.founding import Founding, scheme_stream
from tests.domain.parties.test_decisions import BANK, bank

TEXTS: Final = (
    SCHEME,
    SCHEME.replace("[party.group-2]", "[party.group-3]"),
    SCHEME.replace('stationed_group = "group"', 'stationed_group = "group-2"'),
    SCHEME.replace('due = "3 working days"', 'due = "7 working days"'),
    SCHEME.replace("[party.commission]", "[party.bureau]"),
)
"""As it is, without a party, with another relation, with another limit, and one that cannot be adopted."""

ATTEMPTS: Final[dict[str, st.SearchStrategy[Command]]] = {
    "adopt": st.builds(
        Adopt,
        text=st.sampled_from(TEXTS),
        calendar=st.just(CALENDAR),
        document=st.just("试〔2025〕3号"),
        document_date=st.sampled_from((MONDAY, datetime.date(2026, 3, 2))),
    ),
}
ACTORS: Final = ("founder", "director")
OTHERS: Final = ("ask", "bank", "pass")
"""What happens besides: errands are asked of parties, one is registered beside the scheme, days pass."""


def test_every_action_is_attempted() -> None:
    assert set(ATTEMPTS) == {action.name for action in FAMILY.actions}


@settings(max_examples=40)
@given(st.data())
def test_what_was_adopted_last_is_in_force(data: st.DataObject) -> None:
    """Its parties, its rules from now on; what is owed already keeps its day and its parties."""
    world = Founding.adopted()
    world.register("director")
    world.appoint("director", "office", "head")
    for number, name in enumerate(
        data.draw(st.lists(st.sampled_from(("adopt", *OTHERS)), max_size=12))
    ):
        before = (world.jurisdiction, dict(world.streams), len(world.told))
        try:
            _try(world, name, number + 2, data)
        except Refusal:
            assert (world.jurisdiction, world.streams, len(world.told)) == before
        _in_force(world)
        _owed(world, before[2])
    histories.check(world)


def _try(world: Founding, name: str, number: int, data: st.DataObject) -> None:
    match name:
        case "adopt":
            who = data.draw(st.sampled_from(ACTORS))
            world.do("scheme.adopt", scheme_stream(number), data.draw(ATTEMPTS[name]), actor=who)
        case "ask":
            to = data.draw(st.sampled_from((GROUP, GROUP_2, UNIT)))
            asked = {"task": number, "to_party": to, "asker": OFFICE}
            command = Tell(events=(("asked", asked),))
            stream = errand(str(number))
            world.do("errand.tell", stream, command, actor="director", party=OFFICE)
        case "bank":
            world.do("party.register", BANK, bank())
        case _:
            world.pass_to(world.today + datetime.timedelta(days=data.draw(st.integers(1, 9))))


def _in_force(world: Founding) -> None:
    """The last adoption is the scheme; parties are its own, and those registered beside it."""
    place = world.jurisdiction
    adopted = [told for told in world.told if told.name == "scheme.adopted"]
    states: list[SchemeState] = [world.state(told.stream) for told in adopted]
    assert [state.version for state in states] == list(range(1, len(adopted) + 1))
    assert place.scheme_version == len(adopted)
    last = adopted[-1].event
    assert isinstance(last, Adopted)
    assert place.scheme == Scheme.parse(last.text, ERRANDS)
    stated = set(place.scheme.parties) | ({PartyId("bank")} if BANK in world.streams else set())
    assert set(place.parties) == stated
    for code, stream in place.party_streams.items():
        state: PartyState = world.state(StreamId(stream))
        assert place.parties.get(code) == (None if state.ended else state.party)


def _owed(world: Founding, since: int) -> None:
    """What arose since is owed by and to parties that are there, by the rule of the scheme in force."""
    place = world.jurisdiction
    for told in world.told[since:]:
        if isinstance(told.event, Arisen):
            assert {told.event.owner, told.event.owed_to} <= set(place.parties)
    for stream in world.streams.values():
        for owed in stream.obligations.values():
            if owed.arisen.rule == "doing" and place.calendar is not None:
                limit = Limit.parse(owed.arisen.limit or "")
                start = owed.arisen.occurred.date
                assert owed.due == due_date(start, limit, calendar=place.calendar).date
