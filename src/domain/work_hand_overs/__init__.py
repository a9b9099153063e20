"""Hand-over of a leaver's work (工作交接): a list of what is in a person's hands, signed by both sides.

``commands`` and ``events`` name what can be done and what happened, ``state`` folds it, ``in_hand``
knows what of each family can be in somebody's hands, ``guards`` and ``decisions`` hold the rules,
``actions`` and ``sentences`` the tables for people.
"""

from typing import Final

from domain.registry import Family
from domain.work_hand_overs.actions import ACTIONS
from domain.work_hand_overs.sentences import EVENTS
from domain.work_hand_overs.state import STAGES, WorkHandOver, evolve

FAMILY: Final = Family(
    name="work_hand_over",
    collection="work-hand-overs",
    zh="工作交接",
    en="hand-over of work",
    initial=WorkHandOver(),
    evolve=evolve,
    events=EVENTS,
    actions=ACTIONS,
    words={"stage": STAGES},
)
