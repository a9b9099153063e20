"""Random histories of a re-examination: whatever people try, the fold and what is owed stay right."""

import datetime

from hypothesis import given, settings
from hypothesis import strategies as st

from domain.errors import Refusal
from domain.model import Command
from domain.reexaminations import FAMILY, commands
from tests.domain.cases.city import people
from tests.domain.cases.docket import on
from tests.domain.cases.test_state import copied
from tests.domain.histories import check
from tests.domain.reexaminations.test_decisions import (
    APPROVED,
    FIRST,
    application,
    decision,
    do,
    served,
    state,
)

SERVED = served()
ATTEMPTS: dict[str, st.SearchStrategy[Command]] = {
    "apply": st.just(application(SERVED)),
    "accept": st.sampled_from([("judge3", "judge4"), ("judge", "judge3")]).map(
        lambda names: commands.Accept(examiners=people(*names))
    ),
    "refuse": st.just(commands.Refuse(reason="迟")),
    "withdraw": st.just(commands.Withdraw(reason="撤")),
    "decide": st.sampled_from([decision(), decision("upheld", None), decision("revoked", None)]),
    "serve": st.just(commands.Serve(document="回9")),
    "carry_out": st.just(commands.CarryOut(document="更1")),
    "correct": st.integers(1, 5).map(
        lambda version: commands.Correct(version=version, happened=on(2026, 3, 1), **APPROVED)
    ),
    "annul": st.just(commands.Annul(**APPROVED)),
}
ACTORS = ("judge3", "judge4", "judge", "keeper", "wang", "examiner")


def test_every_action_is_attempted() -> None:
    assert set(ATTEMPTS) == {action.name for action in FAMILY.actions}


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_random_histories_keep_the_invariants(data: st.DataObject) -> None:
    """Old state + event = freshly folded state; nobody examines what they handled (R 242)."""
    docket = copied(SERVED)
    do(docket, "judge3", "apply", application(docket))
    for name in data.draw(st.lists(st.sampled_from(sorted(ATTEMPTS)), max_size=12)):
        actor, command = data.draw(st.sampled_from(ACTORS)), data.draw(ATTEMPTS[name])
        try:
            do(docket, actor, name, command)
        except Refusal:
            docket.world.pass_to(docket.world.today + datetime.timedelta(days=3))
    check(docket.world)
    found = state(docket, FIRST)
    assert not set(found.examiners) & set(people("judge", "judge2", "wang", "li"))
