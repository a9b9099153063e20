"""Random histories of a visit: whatever parties try, the fold and what is owed stay right."""

import datetime

from hypothesis import given
from hypothesis import strategies as st

from domain.model import Command
from domain.visits import FAMILY, commands
from tests.domain.histories import attempt, check
from tests.domain.small import CASE_SUPERVISION, COMMISSION, EDUCATION_GROUP, person
from tests.domain.visits.test_decisions import (
    DUE,
    Desk,
    correct,
    entry,
    record,
    redirect,
    settle,
)

PARTIES = (EDUCATION_GROUP, COMMISSION, CASE_SUPERVISION)
APPROVER = person("secretary")
CONCERNS = st.integers(1, 3)
LATER = DUE + datetime.timedelta(days=90)
ATTEMPTS: dict[str, st.SearchStrategy[Command]] = {
    "record": st.just(record()),
    "raise": st.just(commands.Raise(concern=entry(owner=COMMISSION, due=LATER))),
    "redirect": st.tuples(CONCERNS, st.sampled_from((COMMISSION, CASE_SUPERVISION))).map(
        lambda drawn: redirect(drawn[1], concern=drawn[0], due=LATER)
    ),
    "settle": CONCERNS.map(settle),
    "confirm": CONCERNS.map(lambda concern: commands.Confirm(concern=concern)),
    "return": CONCERNS.map(lambda concern: commands.Return(concern=concern, reason="未落实")),
    "correct": st.one_of(
        st.just(correct(summary="改")),
        CONCERNS.map(lambda concern: correct(concern=concern, due=LATER)),
    ),
    "annul": st.just(commands.Annul(reason="误", approved_by=APPROVER)),
}


def test_every_action_is_attempted() -> None:
    assert set(ATTEMPTS) == {action.name for action in FAMILY.actions}


@given(st.data())
def test_random_histories_keep_the_invariants(data: st.DataObject) -> None:
    """Old state + event = freshly folded state; obligations end at most once (DOMAIN.md §1.10)."""
    desk = Desk()
    desk.act(COMMISSION, "record", record())
    attempt(data, desk, ATTEMPTS, PARTIES)
    check(desk.world)
