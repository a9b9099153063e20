"""Random histories of a work report: whatever parties try, the fold and what is owed stay right."""

import datetime

from hypothesis import given
from hypothesis import strategies as st

from domain.errors import Refusal
from domain.model import Command
from domain.work_reports import FAMILY, commands
from tests.domain.desk import HEADS
from tests.domain.histories import check
from tests.domain.small import COMMISSION, EDUCATION_GROUP, HEALTH_GROUP, OFFICE, person
from tests.domain.work_reports.test_decisions import Desk, submit

PARTIES = (EDUCATION_GROUP, OFFICE, COMMISSION, HEALTH_GROUP)
ATTEMPTS: dict[str, st.SearchStrategy[Command]] = {
    "submit": st.just(submit()),
    "return": st.just(commands.Return(reason="数据不符")),
    "resubmit": st.just(commands.Resubmit(changes="核对", summary="摘要")),
    "accept": st.just(commands.Accept()),
    "circulate": st.sampled_from(PARTIES).map(lambda party: commands.Circulate(parties=(party,))),
    "acknowledge": st.just(commands.Acknowledge()),
    "correct": st.just(commands.Correct(reason="误", approved_by=person("chief"), title="题")),
    "annul": st.just(commands.Annul(reason="误", approved_by=person("chief"))),
}


def test_every_action_is_attempted() -> None:
    assert set(ATTEMPTS) == {action.name for action in FAMILY.actions}


@given(st.data())
def test_random_histories_keep_the_invariants(data: st.DataObject) -> None:
    """Old state + event = freshly folded state; obligations end at most once (DOMAIN.md §1.10)."""
    desk = Desk()
    desk.act(EDUCATION_GROUP, "submit", submit())
    for name in data.draw(st.lists(st.sampled_from(sorted(ATTEMPTS)), max_size=20)):
        party = data.draw(st.sampled_from(PARTIES))
        command = data.draw(ATTEMPTS[name])
        try:
            desk.world.ask(
                f"work_report.{name}",
                desk.stream,
                command,
                actor=person(HEADS[party]),
                party=party,
            )
        except Refusal:
            days = data.draw(st.integers(0, 4))
            desk.world.pass_to(desk.world.today + datetime.timedelta(days=days))
    check(desk.world)
