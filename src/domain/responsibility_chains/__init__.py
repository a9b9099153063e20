"""The eight-step responsibility chain (八步强责): a unit's risk goes step by step through its levels.

``commands`` and ``events`` name what can be done and what happened, ``state`` folds it,
``decisions`` holds the rules, ``actions`` and ``sentences`` the tables for people.
"""

from typing import Final

from domain.registry import Family
from domain.responsibility_chains.actions import ACTIONS
from domain.responsibility_chains.sentences import EVENTS
from domain.responsibility_chains.state import STAGE_NAMES, ResponsibilityChain, evolve

FAMILY: Final = Family(
    name="responsibility_chain",
    collection="responsibility-chains",
    zh="强责链条",
    en="responsibility chain",
    initial=ResponsibilityChain(),
    evolve=evolve,
    events=EVENTS,
    actions=ACTIONS,
    words={"stage": STAGE_NAMES},
)
