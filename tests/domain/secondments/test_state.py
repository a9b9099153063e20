"""Random histories of a secondment: whatever parties try, the fold and what is owed stay right."""

import datetime

from hypothesis import given
from hypothesis import strategies as st

from domain.model import Command
from domain.secondments import FAMILY, commands
from tests.domain.histories import attempt, check
from tests.domain.secondments.test_decisions import SEND_BACK, Desk, begin, correct, propose
from tests.domain.small import COMMISSION, EDUCATION_GROUP, OFFICE, person

PARTIES = (COMMISSION, EDUCATION_GROUP, OFFICE)
APPROVER = person("leader")
LATER, LAST = datetime.date(2026, 4, 1), datetime.date(2026, 6, 1)
ATTEMPTS: dict[str, st.SearchStrategy[Command]] = {
    "propose": st.just(propose()),
    "agree": st.just(commands.Agree()),
    "decline": st.just(commands.Decline(reason="忙")),
    "revise": st.just(commands.Revise(begins=LATER, until=LAST)),
    "begin": st.just(begin()),
    "extend": st.just(commands.Extend(until=LAST, reason="未结")),
    "send_back": st.just(SEND_BACK),
    "withdraw": st.just(commands.Withdraw(reason="调整")),
    "correct": st.one_of(
        st.just(correct(appraisal="改")),
        st.just(correct(mentor=person("office-head"))),
        st.just(correct(begins=LATER, until=LAST)),
        st.just(correct(until=LAST)),
    ),
    "annul": st.just(commands.Annul(reason="误", approved_by=APPROVER)),
}


def test_every_action_is_attempted() -> None:
    assert set(ATTEMPTS) == {action.name for action in FAMILY.actions}


@given(st.data())
def test_random_histories_keep_the_invariants(data: st.DataObject) -> None:
    """Old state + event = freshly folded state; obligations end at most once (DOMAIN.md §1.10)."""
    desk = Desk()
    desk.act(COMMISSION, "propose", propose())
    attempt(data, desk, ATTEMPTS, PARTIES)
    check(desk.world)
