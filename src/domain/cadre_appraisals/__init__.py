"""Cadre appraisals (干部年度考核): one person of a stationed group, one year; apart from that of bodies.

``commands`` and ``events`` name what can be done and what happened, ``state`` folds it,
``decisions`` holds the rules, ``actions`` and ``sentences`` the tables for people.
"""

from typing import Final

from domain.cadre_appraisals.actions import ACTIONS
from domain.cadre_appraisals.sentences import EVENTS
from domain.cadre_appraisals.state import STAGE_NAMES, CadreAppraisal, evolve
from domain.registry import Family

FAMILY: Final = Family(
    name="cadre_appraisal",
    collection="cadre-appraisals",
    zh="干部年度考核",
    en="cadre appraisal",
    initial=CadreAppraisal(),
    evolve=evolve,
    events=EVENTS,
    actions=ACTIONS,
    words={"stage": STAGE_NAMES},
)
