"""What waits in a joint theme, step by step, stands with the party that owes it."""

from domain.joint_themes import commands
from projections.inbox import MODEL
from projections.inbox_items import INBOX
from tests.domain.joint_themes.test_decisions import (
    ALL_SETTLED,
    ANNUL,
    EFFECTIVE,
    RESULTS,
    Desk,
    completed,
    found,
)
from tests.domain.small import COMMITTEE, EDUCATION_GROUP
from tests.projections.making import folded


def waiting(desk: Desk) -> set[tuple[str, str]]:
    """What waits for whom after all that happened."""
    return {(row.item, row.party) for row in folded(MODEL, desk.world.told).all(INBOX)}


def test_each_step_and_each_problem_waits_for_who_owes_it() -> None:
    """The effect is reviewed by the group, every other step is the committee's."""
    desk = found()
    problems = {("settle_problem:1", COMMITTEE), ("settle_problem:2", COMMITTEE)}
    assert waiting(desk) == {("record_step:progress", COMMITTEE), *problems}
    desk.agreed(COMMITTEE, "consult_progress", ALL_SETTLED)
    assert waiting(desk) == {("record_step:effect", EDUCATION_GROUP)}
    desk.agreed(EDUCATION_GROUP, "review_effect", EFFECTIVE)
    assert waiting(desk) == {("record_step:results", COMMITTEE)}
    desk.agreed(COMMITTEE, "share_results", RESULTS)
    assert waiting(desk) == set()


def test_another_theme_waits_where_a_period_has_none_any_more() -> None:
    """The one annulled was what the committee had done for its half-year."""
    desk = completed(cadence=True)
    desk.act(EDUCATION_GROUP, "annul", ANNUL)
    assert ("another_theme", COMMITTEE) in waiting(desk)
    desk.agreed(COMMITTEE, "rechoose", commands.Rechoose(title="另选", text="另选。"))
    assert ("another_theme", COMMITTEE) not in waiting(desk)
