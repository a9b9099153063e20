"""Random histories of a joint theme: whatever the two try, fold, counts and debts stay right."""

import datetime

from hypothesis import given
from hypothesis import strategies as st

from domain.errors import Refusal
from domain.joint_themes import FAMILY, commands
from domain.model import Command
from tests.domain.histories import check
from tests.domain.joint_themes.test_decisions import ANNUL, CHIEF, CHOOSE, PROBLEMS, RESULTS, Desk
from tests.domain.small import COMMITTEE, EDUCATION_GROUP, OFFICE

PARTIES = (COMMITTEE, EDUCATION_GROUP, EDUCATION_GROUP, COMMITTEE, OFFICE)
EFFECTS: tuple[commands.Effect, ...] = ("effective", "more_needed")
SERIALS = st.integers(1, 6)
ATTEMPTS: dict[str, st.SearchStrategy[Command]] = {
    "choose": st.just(CHOOSE),
    "rechoose": st.just(commands.Rechoose(title="另选", text="另选。")),
    "list_problems": st.just(PROBLEMS),
    "consult_progress": st.lists(st.integers(1, 2), max_size=2).map(
        lambda settled: commands.ConsultProgress(text="在办。", settled=tuple(settled))
    ),
    "review_effect": st.sampled_from(EFFECTS).map(
        lambda effect: commands.ReviewEffect(effect=effect, text="评议。")
    ),
    "share_results": st.just(RESULTS),
    "confirm": SERIALS.map(lambda n: commands.Confirm(record=n)),
    "send_back": SERIALS.map(lambda n: commands.SendBack(record=n, reason="不实")),
    "correct": SERIALS.map(
        lambda n: commands.Correct(record=n, reason="误", approved_by=CHIEF, text="改。")
    ),
    "annul": st.just(ANNUL),
}
DRAWN = (*ATTEMPTS, *("confirm",) * 8)
"""Confirming is tried more often, so that histories come far."""


def test_every_action_is_attempted() -> None:
    assert set(ATTEMPTS) == {action.name for action in FAMILY.actions}


@given(st.data())
def test_random_histories_keep_the_invariants(data: st.DataObject) -> None:
    """Old state + event = freshly folded state; one record waits at most; open problems bar the end."""
    desk = Desk()
    desk.act(COMMITTEE, "choose", CHOOSE)
    for name in data.draw(st.lists(st.sampled_from(DRAWN), max_size=30)):
        party, command = data.draw(st.sampled_from(PARTIES)), data.draw(ATTEMPTS[name])
        try:
            desk.act(party, name, command)
        except Refusal:
            days = data.draw(st.integers(0, 3))
            desk.world.pass_to(desk.world.today + datetime.timedelta(days=days))
        state = desk.state
        assert sum(each.stage == "recorded" for each in state.records) <= 1
        assert sum(state.problems.totals.values()) == len(state.problems)
        if state.stage == "completed":
            assert state.problems.open == ()
    check(desk.world)
