"""Random histories of a request: whatever parties try, the fold and what is owed stay right."""

from hypothesis import given
from hypothesis import strategies as st

from domain.department_requests import FAMILY, commands
from domain.model import Command
from tests.domain.department_requests.desk import CHIEF, DUE, LETTER, PARTIES, ask, asked, supply
from tests.domain.histories import attempt, check
from tests.domain.post import ENCLOSED

ATTEMPTS: dict[str, st.SearchStrategy[Command]] = {
    "issue": st.just(ask()),
    "acknowledge": st.just(commands.Acknowledge(on_behalf=LETTER)),
    "send_back": st.just(
        commands.SendBack(ground="papers_missing", reason="未附依据", on_behalf=LETTER)
    ),
    "answer": st.just(supply()),
    "return_answer": st.just(commands.ReturnAnswer(reason="不全")),
    "accept_answer": st.just(commands.AcceptAnswer()),
    "correct": st.sampled_from((None, DUE)).map(
        lambda due: commands.Correct(reason="误", approved_by=CHIEF, title="题", due=due)
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
    """Old state + event = freshly folded state; an accepted answer leaves nothing owed."""
    desk = asked()
    attempt(data, desk, ATTEMPTS, PARTIES, most=15)
    check(desk.world)
    accepted = desk.state.asked.answer(desk.state.addressee) == "accepted"
    if accepted or desk.state.stage == "annulled":
        assert desk.owed == set()
