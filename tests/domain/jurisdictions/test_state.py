"""Random histories of a jurisdiction: begun once, its clock never back, one installation at a time."""

import datetime
from dataclasses import replace
from typing import Final

from hypothesis import given, settings
from hypothesis import strategies as st

from domain.errors import Refusal
from domain.ids import SYSTEM_PARTY, SYSTEM_PERSON
from domain.jurisdictions import FAMILY
from domain.jurisdictions.commands import AdvanceClock, Close, Open, Resume
from domain.jurisdictions.state import JurisdictionState
from domain.model import Command
from tests.domain import histories
from tests.domain.errands import COMMISSION, MONDAY, OFFICE, at_nine, person
from tests.domain.founding import CODE, PLACE, Founding, begin

START: Final = at_nine(MONDAY)
INSTALLATIONS: Final = ("", "province", "capital")
"""Where it is decided: first in the one that has no name here."""

OPEN: Final = Open(
    code=CODE,
    title_zh="差事市",
    title_en="Errand City",
    source="test/errands",
    partition=0,
    clock="simulated",
    starts=START,
    founder=person("founder"),
    founding_party=COMMISSION,
)
ATTEMPTS: Final[dict[str, st.SearchStrategy[Command]]] = {
    "open": st.just(OPEN),
    "begin": st.sampled_from((begin(), begin(source="test/elsewhere"))),
    "advance_clock": st.integers(-1, 30).map(
        lambda days: AdvanceClock(to=START + datetime.timedelta(days))
    ),
    "close": st.sampled_from(INSTALLATIONS[1:]).map(lambda to: Close(to=to)),
    "resume": st.just(Resume()),
}
ACTORS: Final = (
    (person("founder"), COMMISSION),
    (person("director"), OFFICE),
    (SYSTEM_PERSON, SYSTEM_PARTY),
)
BESIDE: Final = ("adopt", "register", "carry")
"""What happens besides: a scheme with its cadences, people, and that the log is taken to an installation."""


def test_every_action_is_attempted() -> None:
    assert set(ATTEMPTS) == {action.name for action in FAMILY.actions}


@settings(max_examples=60)
@given(st.data())
def test_a_jurisdiction_stands_as_its_own_stream_says(data: st.DataObject) -> None:
    """What was refused leaves nothing; what is closed goes on where it was taken, and nowhere else."""
    world = Founding.blank()
    steps = data.draw(st.lists(st.sampled_from((*sorted(ATTEMPTS), *BESIDE)), max_size=25))
    for number, name in enumerate(steps):
        if name == "carry":
            here = data.draw(st.sampled_from(INSTALLATIONS))
            world.jurisdiction = replace(world.jurisdiction, installation=here)
            continue
        before = (world.jurisdiction, dict(world.streams), len(world.told))
        try:
            _try(world, name, number, data)
        except Refusal:
            assert (world.jurisdiction, world.streams, len(world.told)) == before
        else:
            assert before[0].moved_to is None or name == "resume"
        _stands(world)
    histories.check(world)


def _try(world: Founding, name: str, number: int, data: st.DataObject) -> None:
    match name:
        case "adopt":
            world.adopt(number=number)
        case "register":
            world.register(f"person-{number}")
        case _:
            command = data.draw(ATTEMPTS[name])
            actor, party = data.draw(st.sampled_from(ACTORS))
            world.ask(f"jurisdiction.{name}", PLACE, command, actor=actor, party=party)
            if isinstance(command, AdvanceClock):
                world.advance(command.to)
                world.settle()


def _stands(world: Founding) -> None:
    """The jurisdiction that decisions ask is the one of which the stream tells."""
    state: JurisdictionState = world.state(PLACE)
    place = world.jurisdiction
    told = [each.name for each in world.told if each.stream == PLACE]
    assert told.count("jurisdiction.begun") == (state.stage != "unknown")
    assert (place.begun is None) == (state.stage == "unknown")
    assert (place.moved_to is not None) == (state.stage == "closed")
    if state.stage != "unknown":
        assert state.simulated_now == place.simulated_now == world.now
    assert [each.today for each in world.told] == sorted(each.today for each in world.told)
