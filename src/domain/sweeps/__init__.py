"""Sweeps (问题线索集中排查、联合排查): parties hand in what they have; repeats are found, leads registered.

``commands`` and ``events`` name what can be done and what happened, ``values`` what they share,
``state`` folds it, ``decisions`` holds the rules, ``actions`` and ``sentences`` the tables for people.
"""

from typing import Final

from domain.registry import Family
from domain.sweeps.actions import ACTIONS
from domain.sweeps.sentences import EVENTS
from domain.sweeps.state import STAGE_NAMES, Sweep, evolve

FAMILY: Final = Family(
    name="sweep",
    collection="sweeps",
    zh="线索排查",
    en="sweep",
    initial=Sweep(),
    evolve=evolve,
    events=EVENTS,
    actions=ACTIONS,
    words={"stage": STAGE_NAMES},
)
