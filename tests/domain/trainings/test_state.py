"""Random histories of a training session: whatever parties try, the fold and what is owed stay right."""

import datetime

from hypothesis import given
from hypothesis import strategies as st

from domain.model import Command
from domain.trainings import FAMILY, commands
from tests.domain.histories import attempt, check
from tests.domain.small import CASE_SUPERVISION, EDUCATION_GROUP, HEALTH_GROUP
from tests.domain.trainings.test_decisions import Desk, came, correct, hold, names, plan

PARTIES = (CASE_SUPERVISION, EDUCATION_GROUP, HEALTH_GROUP)
LATER = datetime.date(2026, 3, 2)
ATTEMPTS: dict[str, st.SearchStrategy[Command]] = {
    "plan": st.just(plan()),
    "name_attendees": st.sampled_from(["group-clerk", "health-clerk"]).map(names),
    "return_names": st.sampled_from(PARTIES).map(
        lambda party: commands.ReturnNames(party=party, reason="请补充")
    ),
    "postpone": st.just(commands.Postpone(planned=LATER, reason="外出")),
    "hold": st.just(hold(came(EDUCATION_GROUP, "group-clerk"))),
    "cancel": st.just(commands.Cancel(reason="冲突")),
    "correct": st.just(correct(attendance=came(HEALTH_GROUP, "health-clerk"))),
    "annul": st.just(commands.Annul(reason="误", approved_by=correct().approved_by)),
}


def test_every_action_is_attempted() -> None:
    assert set(ATTEMPTS) == {action.name for action in FAMILY.actions}


@given(st.data())
def test_random_histories_keep_the_invariants(data: st.DataObject) -> None:
    """Old state + event = freshly folded state; obligations end at most once (DOMAIN.md §1.10)."""
    desk = Desk()
    desk.act(CASE_SUPERVISION, "plan", plan())
    attempt(data, desk, ATTEMPTS, PARTIES)
    check(desk.world)
