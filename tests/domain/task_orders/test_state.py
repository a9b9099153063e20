"""Random histories of a task order: whatever parties try, the fold and what is owed stay right."""

import datetime

from hypothesis import given
from hypothesis import strategies as st

from domain.model import Command
from domain.task_orders import FAMILY, commands
from tests.domain.histories import attempt, check
from tests.domain.post import ENCLOSED
from tests.domain.small import EDUCATION_GROUP, HEALTH_GROUP, OFFICE
from tests.domain.task_orders.desk import CHIEF, DUE, EDUCATION, feedback, followed, issue, issued

PARTIES = (EDUCATION_GROUP, OFFICE, HEALTH_GROUP)
ATTEMPTS: dict[str, st.SearchStrategy[Command]] = {
    "issue": st.just(issue()),
    "acknowledge": st.just(commands.Acknowledge()),
    "give_feedback": st.just(feedback()),
    "return_feedback": st.sampled_from(PARTIES).map(
        lambda party: commands.ReturnFeedback(party=party, reason="不全")
    ),
    "accept_feedback": st.sampled_from(PARTIES).map(
        lambda party: commands.AcceptFeedback(party=party)
    ),
    "follow_up": st.just(followed()),
    "return_follow_up": st.just(commands.ReturnFollowUp(department=EDUCATION, reason="不详")),
    "close": st.just(commands.Close()),
    "correct": st.integers(0, 20).map(
        lambda days: commands.Correct(
            reason="误", approved_by=CHIEF, due=DUE + datetime.timedelta(days=days)
        )
    ),
    "send_files": st.sampled_from(PARTIES).map(
        lambda party: commands.SendFiles(party=party, attachments=ENCLOSED)
    ),
    "resend": st.sampled_from(PARTIES).map(lambda party: commands.Resend(party=party)),
    "recall": st.sampled_from(PARTIES).map(
        lambda party: commands.Recall(party=party, reason="误", approved_by=CHIEF)
    ),
    "annul": st.just(commands.Annul(reason="误", approved_by=CHIEF)),
}


def test_every_action_is_attempted() -> None:
    assert set(ATTEMPTS) == {action.name for action in FAMILY.actions if not action.internal}


@given(st.data())
def test_random_histories_keep_the_invariants(data: st.DataObject) -> None:
    """Old state + event = freshly folded state; a closed order leaves nothing owed by anybody."""
    desk = issued()
    attempt(data, desk, ATTEMPTS, PARTIES)
    check(desk.world)
    if desk.state.stage in ("closed", "annulled"):
        assert desk.owed == set()
