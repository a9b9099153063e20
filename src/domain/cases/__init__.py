"""Cases (审查调查案件): filed from leads, investigated, signed off, adjudicated, decided, executed.

``commands`` and ``events`` name what can be done and what happened, ``state`` folds it,
``decisions`` holds the rules, ``chains`` finds who approves a sanction, ``actions`` and
``sentences`` are the tables for people.
"""

from typing import Final

from domain.cases.actions import ACTIONS
from domain.cases.evolving import evolve
from domain.cases.sentences import EVENTS
from domain.cases.state import NEW, STAGES
from domain.registry import Family

FAMILY: Final = Family(
    name="case",
    collection="cases",
    zh="审查调查案件",
    en="case",
    initial=NEW,
    evolve=evolve,
    events=EVENTS,
    actions=ACTIONS,
    words={"stage": STAGES},
    is_case=True,
)
