"""Case quality reviews (案件质量评查): eight standards, scored, four grades, each finding answered.

``commands`` and ``events`` name what can be done and what happened, ``state`` folds it,
``decisions`` holds the rules, ``subjects`` what shows by itself in a matter under review,
``actions`` and ``sentences`` the tables for people.
"""

from typing import Final

from domain.quality_reviews.actions import ACTIONS
from domain.quality_reviews.sentences import EVENTS
from domain.quality_reviews.state import STAGE_NAMES, QualityReview, evolve
from domain.registry import Family

FAMILY: Final = Family(
    name="quality_review",
    collection="quality-reviews",
    zh="案件质量评查",
    en="case quality review",
    initial=QualityReview(),
    evolve=evolve,
    events=EVENTS,
    actions=ACTIONS,
    words={"stage": STAGE_NAMES},
)
