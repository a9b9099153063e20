"""Pairings (对口联系): what an office and the group it is linked to did together in a quarter.

``commands`` and ``events`` name what can be done and what happened, ``state`` folds it, ``guards``
and ``decisions`` hold the rules, ``actions`` and ``sentences`` the tables for people.
"""

from typing import Final

from domain.pairings.actions import ACTIONS
from domain.pairings.sentences import EVENTS
from domain.pairings.state import Pairing, evolve
from domain.registry import Family

FAMILY: Final = Family(
    name="pairing",
    collection="pairings",
    zh="室组联动情况",
    en="pairing",
    initial=Pairing(),
    evolve=evolve,
    events=EVENTS,
    actions=ACTIONS,
)
