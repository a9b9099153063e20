"""Leads (问题线索): received, registered, allocated, disposed of, handed over, fed back.

``commands`` and ``events`` name what can be done and what happened, ``state`` folds it,
``decisions`` holds the rules, ``actions`` and ``sentences`` the tables for people.
"""

from typing import Final

from domain.leads.actions import ACTIONS
from domain.leads.between import TRAVEL
from domain.leads.evolving import evolve
from domain.leads.sentences import EVENTS
from domain.leads.state import HAND_OVER_STAGES, NEW, STAGES
from domain.registry import Family

FAMILY: Final = Family(
    name="lead",
    collection="leads",
    zh="问题线索",
    en="lead",
    initial=NEW,
    evolve=evolve,
    events=EVENTS,
    actions=ACTIONS,
    words={"stage": STAGES, "status": HAND_OVER_STAGES},
    is_case=True,
    travel=TRAVEL,
)
