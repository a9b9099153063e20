"""Random histories of a selection: whatever parties try, the fold and what is owed stay right."""

import datetime

from hypothesis import given
from hypothesis import strategies as st

from domain.model import Command
from domain.selections import FAMILY, commands
from tests.domain.histories import attempt, check
from tests.domain.selections.test_decisions import (
    CADRES,
    HANDLER,
    NONE,
    OBJECT,
    OTHER,
    Desk,
    answer,
    choose,
    nominate,
    opening,
    review,
)
from tests.domain.small import EDUCATION_GROUP, HEALTH_GROUP, person

PARTIES = (CADRES, EDUCATION_GROUP, HEALTH_GROUP)
APPROVER = person("chief")
SERIALS = st.integers(1, 3)
ATTEMPTS: dict[str, st.SearchStrategy[Command]] = {
    "open": st.just(opening()),
    "nominate": st.sampled_from([HANDLER, OTHER]).map(nominate),
    "waive": st.just(NONE),
    "return_nomination": SERIALS.map(
        lambda serial: commands.ReturnNomination(nomination=serial, reason="请补充")
    ),
    "revise": SERIALS.map(lambda serial: commands.Revise(nomination=serial, merits="补充")),
    "review": SERIALS.map(review),
    "choose": SERIALS.map(
        lambda serial: choose(serial, object_by=datetime.date(2026, 1, 4 + 7 * serial))
    ),
    "object": st.just(OBJECT),
    "answer_objection": st.booleans().map(lambda upheld: answer(upheld=upheld)),
    "publish": st.just(commands.Publish()),
    "correct": st.just(commands.Correct(reason="误", approved_by=APPROVER, title="改")),
    "annul": st.just(commands.Annul(reason="误", approved_by=APPROVER)),
}


def test_every_action_is_attempted() -> None:
    assert set(ATTEMPTS) == {action.name for action in FAMILY.actions}


@given(st.data())
def test_random_histories_keep_the_invariants(data: st.DataObject) -> None:
    """Old state + event = freshly folded state; obligations end at most once (DOMAIN.md §1.10)."""
    desk = Desk()
    desk.act(CADRES, "open", opening())
    attempt(data, desk, ATTEMPTS, PARTIES)
    check(desk.world)
