"""Random histories of a dossier: whatever parties try, the fold and what is owed stay right."""

import datetime

from hypothesis import given
from hypothesis import strategies as st

from domain.dossiers import FAMILY, commands
from domain.dossiers.commands import SECTIONS
from domain.errors import Refusal
from domain.model import Command
from tests.domain.dossiers.test_decisions import DEPUTY, UNIT, Desk, record, restation, revise
from tests.domain.histories import check
from tests.domain.small import EDUCATION_GROUP, FIRST_DAY, HEALTH_GROUP, OFFICE, person

PARTIES = (EDUCATION_GROUP, OFFICE, HEALTH_GROUP)
APPROVER = person("group-deputy")
FACTS = st.integers(1, 3)
ATTEMPTS: dict[str, st.SearchStrategy[Command]] = {
    "open": st.just(commands.Open(unit=UNIT)),
    "record": st.sampled_from((record(), record(section="key_people", person=DEPUTY))),
    "revise": FACTS.map(lambda fact: revise(fact=fact)),
    "withdraw": FACTS.map(
        lambda fact: commands.Withdraw(fact=fact, reason="完", source="报告", stated_on=FIRST_DAY)
    ),
    "refresh": st.sampled_from(SECTIONS).map(lambda each: commands.Refresh(section=each)),
    "return": st.sampled_from(SECTIONS).map(
        lambda each: commands.Return(section=each, reason="漏列")
    ),
    "hand_over": st.just(commands.HandOver(document="试纪〔2026〕3号")),
    "correct": FACTS.map(
        lambda fact: commands.Correct(fact=fact, reason="误", approved_by=APPROVER, source="表")
    ),
    "annul_fact": FACTS.map(
        lambda fact: commands.AnnulFact(fact=fact, reason="误", approved_by=APPROVER)
    ),
    "annul": st.just(commands.Annul(reason="误", approved_by=APPROVER)),
}


def test_every_action_is_attempted() -> None:
    assert set(ATTEMPTS) == {action.name for action in FAMILY.actions}


@given(st.data())
def test_random_histories_keep_the_invariants(data: st.DataObject) -> None:
    """Old state + event = freshly folded state; obligations end at most once (DOMAIN.md §1.10)."""
    desk = Desk()
    desk.act(EDUCATION_GROUP, "open", commands.Open(unit=UNIT))
    for name in data.draw(st.lists(st.sampled_from(sorted(ATTEMPTS)), max_size=20)):
        party, command = data.draw(st.sampled_from(PARTIES)), data.draw(ATTEMPTS[name])
        if data.draw(st.integers(0, 9)) == 0:
            restation(desk)
        try:
            desk.act(party, name, command)
        except Refusal:
            days = data.draw(st.integers(0, 4))
            desk.world.pass_to(desk.world.today + datetime.timedelta(days=days))
    check(desk.world)
