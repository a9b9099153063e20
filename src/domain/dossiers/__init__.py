"""Dossiers of host units (资料库): facts by section, each with source and date, gone through half-yearly.

``commands`` and ``events`` name what can be done and what happened, ``state`` folds it,
``decisions`` holds the rules, ``actions`` and ``sentences`` the tables for people.
"""

from typing import Final

from domain.dossiers.actions import ACTIONS
from domain.dossiers.sentences import EVENTS
from domain.dossiers.state import STAGE_NAMES, Dossier, evolve
from domain.registry import Family

FAMILY: Final = Family(
    name="dossier",
    collection="dossiers",
    zh="驻在单位资料库",
    en="host-unit dossier",
    initial=Dossier(),
    evolve=evolve,
    events=EVENTS,
    actions=ACTIONS,
    words={"stage": STAGE_NAMES},
)
