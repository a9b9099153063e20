"""Campaigns (专项监督/整治、政治监督): a list worked off one by one, findings, what comes of them.

``commands`` and ``events`` name what can be done and what happened, ``values`` what they share,
``state`` folds it and ``figures`` counts it, ``decisions`` holds the rules, ``actions`` and
``sentences`` the tables for people. Political supervision (mechanism 30) is a kind of campaign: the
checklist of one decision from above, its deviations put right and verified.
"""

from typing import Final

from domain.campaigns.actions import ACTIONS
from domain.campaigns.sentences import EVENTS
from domain.campaigns.state import STAGE_NAMES, Campaign, evolve
from domain.registry import Family

FAMILY: Final = Family(
    name="campaign",
    collection="campaigns",
    zh="专项监督",
    en="campaign",
    initial=Campaign(),
    evolve=evolve,
    events=EVENTS,
    actions=ACTIONS,
    words={"stage": STAGE_NAMES},
)
