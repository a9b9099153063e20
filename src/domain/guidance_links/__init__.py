"""Guidance contact (指导联系): office and group linked under a leader, and their contacts.

``commands`` and ``events`` name what can be done and what happened, ``state`` folds it,
``decisions`` holds the rules, ``actions`` and ``sentences`` the tables for people.
"""

from typing import Final

from domain.guidance_links.actions import ACTIONS
from domain.guidance_links.sentences import EVENTS
from domain.guidance_links.state import STAGE_NAMES, GuidanceLink, evolve
from domain.registry import Family

FAMILY: Final = Family(
    name="guidance_link",
    collection="guidance-links",
    zh="指导联系",
    en="guidance link",
    initial=GuidanceLink(),
    evolve=evolve,
    events=EVENTS,
    actions=ACTIONS,
    words={"stage": STAGE_NAMES},
)
