"""Random histories of an urging: whatever parties try, the fold and what is owed stay right."""

from hypothesis import given
from hypothesis import strategies as st

from domain.model import Command
from domain.urgings import FAMILY, commands
from tests.domain.histories import attempt, check
from tests.domain.task_orders.desk import CHIEF
from tests.domain.urgings.desk import PARTIES, answer, urge, urged

ATTEMPTS: dict[str, st.SearchStrategy[Command]] = {
    "urge": st.just(urge()),
    "acknowledge": st.just(commands.Acknowledge()),
    "answer": st.just(answer()),
    "return_answer": st.just(commands.ReturnAnswer(reason="不全")),
    "accept_answer": st.just(commands.AcceptAnswer()),
    "correct": st.just(commands.Correct(reason="误", approved_by=CHIEF, about="请答复")),
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
    """Old state + event = freshly folded state; an accepted answer leaves nothing owed."""
    desk = urged()
    attempt(data, desk, ATTEMPTS, PARTIES, most=15)
    check(desk.world)
    accepted = desk.state.asked.answer(desk.state.addressee) == "accepted"
    if accepted or desk.state.stage == "annulled":
        assert desk.owed == set()
