"""Bulletins on case quality (案件质量通报): each month, about closed and running cases; mechanism 6.

``commands`` and ``events`` name what can be done and what happened, ``state`` folds it,
``decisions`` holds the rules, ``actions`` and ``sentences`` the tables for people.
"""

from typing import Final

from domain.quality_bulletins.actions import ACTIONS
from domain.quality_bulletins.sentences import EVENTS
from domain.quality_bulletins.state import STAGE_NAMES, Bulletin, evolve
from domain.registry import Family

FAMILY: Final = Family(
    name="quality_bulletin",
    collection="quality-bulletins",
    zh="案件质量通报",
    en="bulletin on case quality",
    initial=Bulletin(),
    evolve=evolve,
    events=EVENTS,
    actions=ACTIONS,
    words={"stage": STAGE_NAMES},
)
