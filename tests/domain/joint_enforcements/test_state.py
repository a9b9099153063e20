"""Random histories of a joint enforcement: whatever parties try, fold, debts and figures stay right."""

import datetime

from hypothesis import given
from hypothesis import strategies as st

from domain.joint_enforcements import FAMILY, commands
from domain.model import Command
from tests.domain.histories import attempt, check
from tests.domain.joint_enforcements.test_decisions import CHIEF, Desk, plan, report, share
from tests.domain.small import EDUCATION_GROUP, PARTY_GROUP

NAMES = ("group-head", "pg", "health-head")
LATER = datetime.date(2027, 1, 4)
PLACES = st.integers(1, 3)
OWNERS = st.sampled_from((EDUCATION_GROUP, PARTY_GROUP))
ATTEMPTS: dict[str, st.SearchStrategy[Command]] = {
    "plan": st.just(plan()),
    "agree": st.just(commands.Agree()),
    "decline": st.just(commands.Decline(reason="人手不足")),
    "assign_share": OWNERS.map(share),
    "report_share": st.builds(report, PLACES, st.integers(0, 9), st.integers(0, 9)),
    "return_share": PLACES.map(
        lambda place: commands.ReturnShare(share=place, reason="不全", due=LATER)
    ),
    "accept_share": PLACES.map(lambda place: commands.AcceptShare(share=place)),
    "release_share": PLACES.map(
        lambda place: commands.ReleaseShare(
            share=place, to=PARTY_GROUP, reason="公开", approved_by=CHIEF
        )
    ),
    "conclude": st.just(commands.Conclude(text="完")),
    "release_result": st.just(
        commands.ReleaseResult(to=PARTY_GROUP, reason="公开", approved_by=CHIEF)
    ),
    "correct": st.builds(
        lambda place, count: commands.Correct(
            reason="误", approved_by=CHIEF, share=place, problems=count
        ),
        PLACES,
        st.integers(0, 9),
    ),
    "annul": st.just(commands.Annul(reason="误", approved_by=CHIEF)),
}


def test_every_action_is_attempted() -> None:
    assert set(ATTEMPTS) == {action.name for action in FAMILY.actions}


@given(st.data())
def test_random_histories_keep_the_invariants(data: st.DataObject) -> None:
    """Old state + event = freshly folded state; what was not released the Party group never read."""
    desk = Desk()
    desk.act("group-head", "plan", plan())
    attempt(data, desk, ATTEMPTS, NAMES)
    check(desk.world)
    assert PARTY_GROUP not in desk.circle("joint_enforcement")
    for place, found in enumerate(desk.state.shares, start=1):
        reads = PARTY_GROUP in desk.circle(f"joint_enforcement_share:{place}")
        assert reads == (found.owner == PARTY_GROUP or PARTY_GROUP in found.released)
