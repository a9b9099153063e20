"""What every history has to keep, whatever the family; used by the tests of random histories."""

from collections import Counter

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
