"""Random histories of a proposal form: whatever parties try, the fold and what is owed stay right."""

import datetime

from hypothesis import given
from hypothesis import strategies as st

from domain.model import Command
from domain.proposal_forms import FAMILY, commands
from tests.domain.histories import attempt, check
from tests.domain.post import ENCLOSED
from tests.domain.proposal_forms.desk import DUE, LETTER, PARTIES, answer, issue, issued
from tests.domain.task_orders.desk import CHIEF

ATTEMPTS: dict[str, st.SearchStrategy[Command]] = {
    "issue": st.just(issue()),
    "acknowledge": st.just(commands.Acknowledge(on_behalf=LETTER)),
    "answer": st.just(answer()),
    "return_answer": st.just(commands.ReturnAnswer(reason="不全")),
    "accept_answer": st.just(commands.AcceptAnswer()),
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
    """Old state + event = freshly folded state; the order waits while the answer is not accepted."""
    desk = issued()
    attempt(data, desk, ATTEMPTS, PARTIES, most=15)
    check(desk.world)
    accepted = desk.state.asked.answer(desk.state.addressee) == "accepted"
    settled = accepted or desk.state.stage == "annulled"
    assert desk.order.state.proposals == {desk.stream: settled}
