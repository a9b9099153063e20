"""Random histories of a pairing: whatever the two sides try, fold, counts and debts stay right."""

from hypothesis import given
from hypothesis import strategies as st

from domain.model import Command
from domain.pairings import FAMILY, commands
from tests.domain.histories import attempt, check
from tests.domain.pairings.test_decisions import ADD, AGAIN, CHIEF, Desk, record
from tests.domain.small import EDUCATION_GROUP, HEALTH_GROUP, OFFICE

PARTIES = (EDUCATION_GROUP, OFFICE, HEALTH_GROUP)
SERIALS = st.integers(1, 3)
ATTEMPTS: dict[str, st.SearchStrategy[Command]] = {
    "record": st.just(record()),
    "add": st.sampled_from([ADD, AGAIN]),
    "confirm": SERIALS.map(lambda n: commands.Confirm(activity=n)),
    "dispute": SERIALS.map(lambda n: commands.Dispute(activity=n, reason="未参加")),
    "correct": SERIALS.map(
        lambda n: commands.Correct(activity=n, reason="误", approved_by=CHIEF, title="题")
    ),
    "annul": SERIALS.map(lambda n: commands.Annul(activity=n, reason="误", approved_by=CHIEF)),
}


def test_every_action_is_attempted() -> None:
    assert set(ATTEMPTS) == {action.name for action in FAMILY.actions}


@given(st.data())
def test_random_histories_keep_the_invariants(data: st.DataObject) -> None:
    """Old state + event = freshly folded state; what counts was confirmed by the other side."""
    desk = Desk()
    desk.act(EDUCATION_GROUP, "record", record())
    attempt(data, desk, ATTEMPTS, PARTIES)
    assert desk.state.counted <= len(desk.state.activities)
    check(desk.world)
