"""Random histories of an integrity opinion: whatever parties try, fold and obligations stay right."""

from hypothesis import given
from hypothesis import strategies as st

from domain.integrity_opinions import FAMILY, commands
from domain.model import Command
from tests.domain.histories import attempt, check
from tests.domain.integrity_opinions.test_decisions import Desk, answer, ask
from tests.domain.small import EDUCATION_GROUP, HEALTH_GROUP, OFFICE, person

PARTIES = (EDUCATION_GROUP, OFFICE, HEALTH_GROUP)
CHIEF = person("chief")
ATTEMPTS: dict[str, st.SearchStrategy[Command]] = {
    "ask": st.just(ask()),
    "answer": st.just(answer()),
    "return_answer": st.just(commands.ReturnAnswer(reason="不清")),
    "accept_answer": st.just(commands.AcceptAnswer()),
    "correct": st.just(commands.Correct(reason="误", approved_by=CHIEF, text="意见")),
    "annul": st.just(commands.Annul(reason="误", approved_by=CHIEF)),
}


def test_every_action_is_attempted() -> None:
    assert set(ATTEMPTS) == {action.name for action in FAMILY.actions}


@given(st.data())
def test_random_histories_keep_the_invariants(data: st.DataObject) -> None:
    """Old state + event = freshly folded state; obligations end at most once (DOMAIN.md §1.10)."""
    desk = Desk()
    desk.act(OFFICE, "ask", ask())
    attempt(data, desk, ATTEMPTS, PARTIES)
    check(desk.world)
