"""Random histories of an assessment: whatever parties try, the fold and what is owed stay right."""

import datetime

from hypothesis import given
from hypothesis import strategies as st

from domain.assessments import FAMILY, commands
from domain.model import Command
from tests.domain.assessments.test_decisions import (
    APPROVER,
    Desk,
    appraisal,
    declare,
    objection,
    one_more,
    open_,
    publish,
)
from tests.domain.histories import attempt, check
from tests.domain.small import CADRE_OFFICE, COMMISSION, EDUCATION_GROUP

PARTIES = (CADRE_OFFICE, CADRE_OFFICE, EDUCATION_GROUP, EDUCATION_GROUP, COMMISSION)
DAILY = st.integers(0, 6)
POINTS = st.integers(0, 1000)
FAR = datetime.date(2026, 2, 2)
ATTEMPTS: dict[str, st.SearchStrategy[Command]] = {
    "open": st.just(open_()),
    "declare": DAILY.map(lambda daily: declare(4, 3, daily)),
    "return": st.just(commands.Return(reason="误")),
    "publish": POINTS.map(lambda points: publish(points, objection_until=FAR)),
    "bar": st.just(commands.Bar(reason="失泄密", basis="第十二条")),
    "object": st.just(objection()),
    "uphold": st.just(commands.Uphold(reason="不属实")),
    "revise": DAILY.map(lambda daily: commands.Revise(reason="属实", figures=one_more(daily))),
    "grade": st.just(commands.Grade()),
    "correct": POINTS.map(
        lambda points: commands.Correct(reason="误", approved_by=APPROVER, judged=appraisal(points))
    ),
    "annul": st.just(commands.Annul(reason="误", approved_by=APPROVER)),
}


def test_every_action_is_attempted() -> None:
    assert set(ATTEMPTS) == {action.name for action in FAMILY.actions}


@given(st.data())
def test_random_histories_keep_the_invariants(data: st.DataObject) -> None:
    """Old state + event = freshly folded state; obligations end at most once (DOMAIN.md §1.10)."""
    desk = Desk()
    desk.act(CADRE_OFFICE, "open", open_())
    attempt(data, desk, ATTEMPTS, PARTIES)
    check(desk.world)
