"""Random histories of a tree of responsibility: whatever is tried, fold and obligations stay right."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from domain.model import Command
from domain.responsibility_trees import FAMILY, commands
from tests.domain.histories import attempt, check
from tests.domain.responsibility_trees.test_decisions import (
    ITEMS,
    LATER,
    LETTER,
    Desk,
    add,
    correct,
    hand_in,
    open_,
    remove,
)
from tests.domain.small import EDUCATION_GROUP, HEALTH_GROUP, OFFICE, person

PARTIES = (EDUCATION_GROUP, EDUCATION_GROUP, OFFICE, HEALTH_GROUP)
APPROVER = person("group-deputy")
ORGANISATIONS = st.integers(1, 4)
CORRECTIONS: tuple[dict[str, Any], ...] = ({"title": "党总支"}, {"items": ITEMS}, {"due": LATER})
ATTEMPTS: dict[str, st.SearchStrategy[Command]] = {
    "open": st.just(open_()),
    "add": ORGANISATIONS.map(add),
    "remove": ORGANISATIONS.map(remove),
    "hand_in": ORGANISATIONS.map(hand_in),
    "return": ORGANISATIONS.map(
        lambda organisation: commands.Return(organisation=organisation, reason="不实")
    ),
    "correct": st.tuples(ORGANISATIONS, st.sampled_from(CORRECTIONS)).map(
        lambda drawn: correct(drawn[0], **drawn[1])
    ),
    "annul": st.just(commands.Annul(reason="误", approved_by=APPROVER, on_behalf=LETTER)),
}


def test_every_action_is_attempted() -> None:
    assert set(ATTEMPTS) == {action.name for action in FAMILY.actions}


@given(st.data())
def test_random_histories_keep_the_invariants(data: st.DataObject) -> None:
    """Old state + event = freshly folded state; obligations end at most once (DOMAIN.md §1.10)."""
    desk = Desk()
    desk.act(EDUCATION_GROUP, "open", open_())
    attempt(data, desk, ATTEMPTS, PARTIES)
    check(desk.world)
