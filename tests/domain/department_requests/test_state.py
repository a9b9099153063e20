"""Random histories of a request: whatever parties try, the fold and what is owed stay right."""

import datetime

from hypothesis import given
from hypothesis import strategies as st

from domain.department_requests import FAMILY, commands
from domain.errors import Refusal
from domain.model import Command
from tests.domain.department_requests.desk import CHIEF, LETTER, PARTIES, ask, asked, supply
from tests.domain.histories import check

ATTEMPTS: dict[str, st.SearchStrategy[Command]] = {
    "issue": st.just(ask()),
    "acknowledge": st.just(commands.Acknowledge(on_behalf=LETTER)),
    "answer": st.just(supply()),
    "return_answer": st.just(commands.ReturnAnswer(reason="不全")),
    "accept_answer": st.just(commands.AcceptAnswer()),
    "correct": st.just(commands.Correct(reason="误", approved_by=CHIEF, title="题")),
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
    for name in data.draw(st.lists(st.sampled_from(sorted(ATTEMPTS)), max_size=15)):
        party, command = data.draw(st.sampled_from(PARTIES)), data.draw(ATTEMPTS[name])
        try:
            desk.act(party, name, command)
        except Refusal:
            days = data.draw(st.integers(0, 4))
            desk.world.pass_to(desk.world.today + datetime.timedelta(days=days))
    check(desk.world)
    accepted = desk.state.asked.answer(desk.state.addressee) == "accepted"
    if accepted or desk.state.stage == "annulled":
        assert desk.owed == set()
