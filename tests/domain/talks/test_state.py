"""Random histories of a talk: whatever parties try, the fold and what is owed stay right."""

from hypothesis import given
from hypothesis import strategies as st

from domain.model import Command
from domain.talks import FAMILY, commands
from tests.domain.histories import attempt, check
from tests.domain.small import EDUCATION_GROUP, FIRST_DAY, HEALTH_GROUP, OFFICE, person
from tests.domain.talks.test_decisions import (
    LATER,
    PROMISE,
    RETURN,
    REVISE,
    Desk,
    correct,
    hold,
    plan,
)

PARTIES = (EDUCATION_GROUP, OFFICE, HEALTH_GROUP)
APPROVER = person("group-deputy")
ATTEMPTS: dict[str, st.SearchStrategy[Command]] = {
    "plan": st.just(plan()),
    "postpone": st.just(commands.Postpone(planned=LATER, reason="外出")),
    "hold": st.just(hold(PROMISE, PROMISE)),
    "return_record": st.just(RETURN),
    "revise_record": st.just(REVISE),
    "accept_record": st.just(commands.AcceptRecord()),
    "follow_up": st.tuples(st.integers(1, 3), st.booleans()).map(
        lambda drawn: commands.FollowUp(
            promise=drawn[0],
            kept="kept" if drawn[1] else "not_kept",
            text="回访",
            due=None if drawn[1] else LATER,
        )
    ),
    "cancel": st.just(commands.Cancel(reason="调离")),
    "correct": st.one_of(
        st.just(correct(held=FIRST_DAY)),
        st.integers(1, 3).map(lambda promise: correct(promise=promise, due=LATER)),
    ),
    "annul": st.just(commands.Annul(reason="误", approved_by=APPROVER)),
}


def test_every_action_is_attempted() -> None:
    assert set(ATTEMPTS) == {action.name for action in FAMILY.actions}


@given(st.data())
def test_random_histories_keep_the_invariants(data: st.DataObject) -> None:
    """Old state + event = freshly folded state; obligations end at most once (DOMAIN.md §1.10)."""
    desk = Desk()
    desk.act(EDUCATION_GROUP, "plan", plan())
    attempt(data, desk, ATTEMPTS, PARTIES)
    check(desk.world)
