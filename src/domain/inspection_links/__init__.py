"""Inspection links (巡察联动): a stationed group and an inspection team, for one round.

``commands`` and ``events`` name what can be done and what happened, ``state`` folds it, ``guards``
and ``decisions`` hold the rules, ``actions`` and ``sentences`` the tables for people.
"""

from typing import Final

from domain.inspection_links.actions import ACTIONS
from domain.inspection_links.sentences import EVENTS
from domain.inspection_links.state import STAGE_NAMES, InspectionLink, evolve
from domain.registry import Family

FAMILY: Final = Family(
    name="inspection_link",
    collection="inspection-links",
    zh="巡察联动",
    en="inspection link",
    initial=InspectionLink(),
    evolve=evolve,
    events=EVENTS,
    actions=ACTIONS,
    words={"stage": STAGE_NAMES},
)
