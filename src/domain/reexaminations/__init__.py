"""Re-examinations and reviews (复审、复核): of a sanction, by others than those who handled its case.

A family of its own, because its file is one that the original handlers never see (R 242), while the
case is theirs. ``commands`` and ``events`` name what can be done and what happened, ``state`` folds
it, ``decisions`` holds the rules, ``actions`` and ``sentences`` the tables for people.
"""

from typing import Final

from domain.reexaminations.actions import ACTIONS
from domain.reexaminations.sentences import EVENTS
from domain.reexaminations.state import NEW, STAGES, evolve
from domain.registry import Family

FAMILY: Final = Family(
    name="reexamination",
    collection="reexaminations",
    zh="复审复核",
    en="re-examination",
    initial=NEW,
    evolve=evolve,
    events=EVENTS,
    actions=ACTIONS,
    words={"stage": STAGES},
    is_case=True,
)
