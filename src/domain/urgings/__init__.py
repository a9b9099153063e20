"""Urging (催办 · 督办) by hand, with a duty to answer, about any matter of any family but leads.

``commands`` and ``events`` name what can be done and what happened, ``state`` folds it, ``guards``
and ``decisions`` hold the rules, ``actions`` and ``sentences`` the tables for people.
"""

from typing import Final

from domain.asking import ANSWER_NAMES
from domain.registry import Family
from domain.urgings.actions import ACTIONS
from domain.urgings.between import TRAVEL
from domain.urgings.sentences import EVENTS
from domain.urgings.state import STAGE_NAMES, Urging, evolve

FAMILY: Final = Family(
    name="urging",
    collection="urgings",
    zh="催办督办",
    en="urging",
    initial=Urging(),
    evolve=evolve,
    events=EVENTS,
    actions=ACTIONS,
    words={"stage": {**ANSWER_NAMES, **STAGE_NAMES}},
    travel=TRAVEL,
)
