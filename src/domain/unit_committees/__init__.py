"""Unit discipline committees (机关纪委): guided by a group, looked into, enlisted to help it for a time.

``commands`` and ``events`` name what can be done and what happened, ``state`` folds it,
``decisions`` holds the rules, ``actions`` and ``sentences`` the tables for people.
"""

from typing import Final

from domain.registry import Family
from domain.unit_committees.actions import ACTIONS
from domain.unit_committees.sentences import EVENTS
from domain.unit_committees.state import STAGE_NAMES, UnitCommittee, evolve

FAMILY: Final = Family(
    name="unit_committee",
    collection="unit-committees",
    zh="机关纪委指导",
    en="guidance of a unit committee",
    initial=UnitCommittee(),
    evolve=evolve,
    events=EVENTS,
    actions=ACTIONS,
    words={"stage": STAGE_NAMES},
)
