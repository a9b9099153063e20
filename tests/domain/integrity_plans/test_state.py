"""Random histories of an integrity plan: whatever the two try, fold, counts and debts stay right."""

from hypothesis import given
from hypothesis import strategies as st

from domain.integrity_plans import FAMILY, commands
from domain.integrity_plans.state import GONE, STRANDS
from domain.model import Command
from tests.domain.histories import attempt, check
from tests.domain.integrity_plans.test_decisions import (
    CHIEF,
    FOUR,
    Desk,
    hold,
    planned,
    review,
    revise,
)
from tests.domain.small import COMMITTEE, EDUCATION_GROUP, OFFICE

PARTIES = (COMMITTEE, EDUCATION_GROUP, EDUCATION_GROUP, COMMITTEE, OFFICE)
KEYS = st.integers(1, 5)
ATTEMPTS: dict[str, st.SearchStrategy[Command]] = {
    "draw_up": st.just(FOUR),
    "add": st.sampled_from(STRANDS).map(lambda s: commands.Add(activities=(planned(s),))),
    "agree": st.just(commands.Agree()),
    "send_back": KEYS.map(lambda n: commands.SendBack(activity=n, reason="重复")),
    "revise": KEYS.map(revise),
    "hold": KEYS.map(hold),
    "return": KEYS.map(lambda n: commands.Return(activity=n, reason="缺页")),
    "review": KEYS.map(review),
    "drop": KEYS.map(lambda n: commands.Drop(activity=n, reason="并入", approved_by=CHIEF)),
    "correct": KEYS.map(
        lambda n: commands.Correct(activity=n, reason="误", approved_by=CHIEF, attended=3)
    ),
    "annul": KEYS.map(lambda n: commands.Annul(activity=n, reason="误", approved_by=CHIEF)),
}


def test_every_action_is_attempted() -> None:
    assert set(ATTEMPTS) == {action.name for action in FAMILY.actions}


@given(st.data())
def test_random_histories_keep_the_invariants(data: st.DataObject) -> None:
    """Old state + event = freshly folded state; the totals reconcile with the list."""
    desk = Desk()
    desk.act(COMMITTEE, "draw_up", FOUR)
    attempt(data, desk, ATTEMPTS, PARTIES, most=30)
    activities = desk.state.activities
    assert sum(activities.totals.values()) == len(activities)
    live = {each.strand for each in activities if each.state not in GONE}
    assert desk.state.strands_reviewed <= live
    check(desk.world)
