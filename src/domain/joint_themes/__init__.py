"""Joint themes («五同»): a group and a unit discipline committee work one theme through five steps.

``commands`` and ``events`` name what can be done and what happened, ``state`` folds it,
``decisions`` holds the rules, ``actions`` and ``sentences`` the tables for people.
"""

from typing import Final

from domain.joint_themes.actions import ACTIONS
from domain.joint_themes.sentences import EVENTS
from domain.joint_themes.state import STAGE_NAMES, STEP_NAMES, JointTheme, evolve
from domain.registry import Family

FAMILY: Final = Family(
    name="joint_theme",
    collection="joint-themes",
    zh="协同监督主题",
    en="joint theme",
    initial=JointTheme(),
    evolve=evolve,
    events=EVENTS,
    actions=ACTIONS,
    words={
        "stage": STAGE_NAMES,
        **dict.fromkeys(("theme", "problems", "progress", "effect", "results"), STEP_NAMES),
    },
)
"""The family, as `domain.catalogue` lists it."""
