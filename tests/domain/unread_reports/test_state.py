"""Random histories of unread reports: whatever is tried, the fold and what is owed stay right."""

import datetime

from hypothesis import given
from hypothesis import strategies as st

from domain.errors import Refusal
from domain.model import Command
from domain.unread_reports import FAMILY, commands
from tests.domain.histories import check
from tests.domain.small import EDUCATION_GROUP, PETITIONS
from tests.domain.unread_reports.test_decisions import DAY, HEAD, Desk

ATTEMPTS: dict[str, Command] = {
    "set_aside": commands.SetAside(day=DAY, count=1),
    "pass_up": commands.PassUp(day=DAY),
    "correct": commands.Correct(count=2, approved_by=HEAD),
    "annul": commands.Annul(approved_by=HEAD),
}


def test_every_action_is_attempted() -> None:
    assert set(ATTEMPTS) == {action.name for action in FAMILY.actions}


@given(st.data())
def test_random_histories_keep_the_invariants(data: st.DataObject) -> None:
    """Old state + event = freshly folded state; obligations end at most once (DOMAIN.md §1.10)."""
    desk = Desk()
    for name in data.draw(st.lists(st.sampled_from(sorted(ATTEMPTS)), max_size=12)):
        party = data.draw(st.sampled_from((PETITIONS, PETITIONS, EDUCATION_GROUP)))
        try:
            desk.act(party, name, ATTEMPTS[name])
        except Refusal:
            days = data.draw(st.integers(0, 9))
            desk.world.pass_to(desk.world.today + datetime.timedelta(days=days))
    check(desk.world)
