"""What every history has to keep, whatever the family; used by the tests of random histories."""

import datetime
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any, Protocol

from hypothesis import strategies as st

from domain.errors import Refusal
from domain.model import Command
from domain.obligations.events import (
    Arisen,
    ClosedAsMissed,
    Fulfilled,
    ObligationEvent,
    Superseded,
    Withdrawn,
)
from tests.domain.world import World, refolded
from tests.projections.reconciled import reconcile

ENDS = (Fulfilled, Withdrawn, Superseded, ClosedAsMissed)


class Acting(Protocol):
    """A desk of whatever family."""

    world: World

    def act(self, who: Any, name: str, command: Command, /) -> object:
        """Let somebody act."""


def attempt(
    data: st.DataObject,
    desk: Acting,
    attempts: Mapping[str, st.SearchStrategy[Command]],
    actors: Sequence[str],
    *,
    most: int = 20,
) -> None:
    """Let anybody try anything, again and again; after each refusal a few days pass."""
    for name in data.draw(st.lists(st.sampled_from(sorted(attempts)), max_size=most)):
        who, command = data.draw(st.sampled_from(actors)), data.draw(attempts[name])
        try:
            desk.act(who, name, command)
        except Refusal:
            days = data.draw(st.integers(0, 4))
            desk.world.pass_to(desk.world.today + datetime.timedelta(days=days))


def check(world: World) -> None:
    """Folding on as events come equals folding afresh; each obligation arises and ends at most once.

    And whatever is read about it reconciles: who may, what is owed, and the totals.
    """
    assert refolded(world) == world.streams
    events = [told.event for told in world.told if isinstance(told.event, ObligationEvent)]
    arisen = Counter(event.obligation for event in events if isinstance(event, Arisen))
    ended = Counter(event.obligation for event in events if isinstance(event, ENDS))
    assert set(arisen.values()) <= {1}
    assert set(ended.values()) <= {1}
    assert set(ended) <= set(arisen)
    owed = {each for stream in world.streams.values() for each in stream.obligations}
    assert owed == set(arisen) - set(ended)
    reconcile(world)
