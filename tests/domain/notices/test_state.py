"""Random histories of a notice: whatever parties try, the fold and what is owed stay right."""

from hypothesis import given
from hypothesis import strategies as st

from domain.model import Command
from domain.notices import FAMILY, commands
from tests.domain.histories import attempt, check
from tests.domain.notices.test_decisions import Desk, issue
from tests.domain.small import EDUCATION_GROUP, HEALTH_GROUP, OFFICE, person

PARTIES = (EDUCATION_GROUP, OFFICE, HEALTH_GROUP)
CHIEF = person("chief")
ATTEMPTS: dict[str, st.SearchStrategy[Command]] = {
    "issue": st.just(issue()),
    "acknowledge": st.just(commands.Acknowledge()),
    "reply": st.just(commands.Reply(text="已整改")),
    "return_reply": st.sampled_from(PARTIES).map(
        lambda party: commands.ReturnReply(party=party, reason="不全")
    ),
    "accept_reply": st.sampled_from(PARTIES).map(lambda party: commands.AcceptReply(party=party)),
    "correct": st.just(commands.Correct(reason="误", approved_by=CHIEF, title="题")),
    "annul": st.just(commands.Annul(reason="误", approved_by=CHIEF)),
}


def test_every_action_is_attempted() -> None:
    assert set(ATTEMPTS) == {action.name for action in FAMILY.actions}


@given(st.data())
def test_random_histories_keep_the_invariants(data: st.DataObject) -> None:
    """Old state + event = freshly folded state; obligations end at most once (DOMAIN.md §1.10)."""
    desk = Desk()
    desk.act(OFFICE, "issue", issue())
    attempt(data, desk, ATTEMPTS, PARTIES)
    check(desk.world)
