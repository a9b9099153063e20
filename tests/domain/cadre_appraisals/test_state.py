"""Random histories of a cadre appraisal: whatever people try, the fold and what is owed stay right."""

import datetime

from hypothesis import given
from hypothesis import strategies as st

from domain.cadre_appraisals import FAMILY, commands
from domain.errors import Refusal
from domain.model import Command
from tests.domain.cadre_appraisals.test_decisions import (
    APPROVE,
    BALLOT,
    CHIEF,
    OBJECT,
    PROPOSE,
    RECORD,
    SUMMARY,
    VIEW,
    Desk,
    open_,
)
from tests.domain.histories import check

NAMES = ("cadre-head", "chief", "group-head", "group-clerk", "pg")
ATTEMPTS: dict[str, st.SearchStrategy[Command]] = {
    "open": st.just(open_()),
    "summarise": st.just(SUMMARY),
    "return_summary": st.just(commands.ReturnSummary(reason="不全")),
    "record_ballot": st.just(RECORD),
    "give_view": st.just(VIEW),
    "propose": st.just(PROPOSE),
    "return_proposal": st.just(commands.ReturnProposal(reason="不全")),
    "approve": st.just(APPROVE),
    "object": st.just(OBJECT),
    "answer_objection": st.sampled_from(
        [
            commands.AnswerObjection(text="维持"),
            commands.AnswerObjection(text="调整", grade="excellent"),
        ]
    ),
    "conclude": st.just(commands.Conclude()),
    "correct": st.just(commands.Correct(reason="误", approved_by=CHIEF, ballot=BALLOT)),
    "annul": st.just(commands.Annul(reason="误", approved_by=CHIEF)),
}


def test_every_action_is_attempted() -> None:
    assert set(ATTEMPTS) == {action.name for action in FAMILY.actions}


@given(st.data())
def test_random_histories_keep_the_invariants(data: st.DataObject) -> None:
    """Old state + event = freshly folded state; obligations end at most once (DOMAIN.md §1.10)."""
    desk = Desk()
    desk.act("cadre-head", "open", open_())
    for action in data.draw(st.lists(st.sampled_from(sorted(ATTEMPTS)), max_size=20)):
        name, command = data.draw(st.sampled_from(NAMES)), data.draw(ATTEMPTS[action])
        try:
            desk.act(name, action, command)
        except Refusal:
            days = data.draw(st.integers(0, 4))
            desk.world.pass_to(desk.world.today + datetime.timedelta(days=days))
    check(desk.world)
