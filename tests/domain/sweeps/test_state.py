"""Random histories of a sweep: whatever parties try, fold, result and what is owed stay right."""

import datetime
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from domain.model import Command
from domain.sweeps import FAMILY, commands
from tests.domain.histories import attempt, check
from tests.domain.small import CASE_SUPERVISION, EDUCATION_GROUP, HEALTH_GROUP, OFFICE, stream
from tests.domain.sweeps.given import CHIEF, convene, matter, of_all

PARTIES = (OFFICE, EDUCATION_GROUP, HEALTH_GROUP, CASE_SUPERVISION)
KEYS = st.integers(1, 3)
WHY: dict[str, Any] = {"reason": "误", "approved_by": CHIEF}
ATTEMPTS: dict[str, st.SearchStrategy[Command]] = {
    "convene": st.just(convene()),
    "hand_in": st.sampled_from(("zhang", "li")).map(
        lambda name: commands.HandIn(matters=(matter(name),))
    ),
    "finish": st.just(commands.Finish()),
    "return_hand_in": st.sampled_from(PARTIES).map(
        lambda party: commands.ReturnHandIn(party=party, reason="不全")
    ),
    "excuse": st.sampled_from(PARTIES).map(lambda party: commands.Excuse(party=party, **WHY)),
    "confirm_repeat": KEYS.map(lambda key: commands.ConfirmRepeat(matter=key, earlier=1)),
    "dismiss_repeat": KEYS.map(lambda key: commands.DismissRepeat(matter=key, reason="不同")),
    "register": KEYS.map(lambda key: commands.Register(matter=key, lead=stream("lead", "none"))),
    "drop": KEYS.map(lambda key: commands.Drop(matter=key, reason="非线索")),
    "conclude": st.just(commands.Conclude(summary="……")),
    "correct": st.just(commands.Correct(**WHY, due=datetime.date(2026, 6, 1))),
    "annul_matter": KEYS.map(lambda key: commands.AnnulMatter(matter=key, **WHY)),
    "annul": st.just(commands.Annul(**WHY)),
}


def test_every_action_is_attempted() -> None:
    assert set(ATTEMPTS) == {action.name for action in FAMILY.actions}


@given(st.data())
def test_random_histories_keep_the_invariants(data: st.DataObject) -> None:
    """Old state + event = freshly folded state; every matter and every party is counted once."""
    desk = of_all()
    attempt(data, desk, ATTEMPTS, PARTIES, most=25)
    check(desk.world)
    result, state = desk.state.result, desk.state
    open_ones = len(state.matters.open)
    assert result.registered + result.repeats + result.dropped + open_ones == result.matters
    assert result.handed_in + result.excused + len(state.outstanding) == result.asked == 2
    if state.stage == "concluded":
        assert open_ones == len(state.outstanding) == 0
