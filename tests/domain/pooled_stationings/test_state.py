"""Random histories of a pool: whatever group and commission try, fold, debts and reading stay right."""

import datetime

from hypothesis import given
from hypothesis import strategies as st

from domain.errors import Refusal
from domain.model import Command
from domain.pooled_stationings import FAMILY, commands
from tests.domain.histories import check
from tests.domain.pooled_stationings.test_decisions import (
    EDUCATION,
    LEAD,
    UNTIL,
    Desk,
    correct,
    establish,
    recusal,
    to_matter,
    to_unit,
)
from tests.domain.small import COMMISSION, EDUCATION_GROUP, HEALTH_GROUP, PARTY_GROUP, person

PARTIES = (COMMISSION, EDUCATION_GROUP, EDUCATION_GROUP, HEALTH_GROUP)
PEOPLE = ("group-clerk", "group-deputy")
LEADER = person("leader")
ATTEMPTS: dict[str, st.SearchStrategy[Command]] = {
    "establish": st.just(establish()),
    "add_unit": st.just(commands.AddUnit(unit=EDUCATION)),
    "drop_unit": st.just(commands.DropUnit(unit=EDUCATION, reason="改革")),
    "assign": st.one_of(
        st.sampled_from(PEOPLE).map(to_unit),
        st.sampled_from(PEOPLE).map(lambda name: to_unit(name, unit=PARTY_GROUP)),
        st.sampled_from(PEOPLE).map(to_matter),
    ),
    "return": st.integers(1, 3).map(lambda n: commands.Return(assignment=n, reason="另行安排")),
    "release": st.integers(1, 3).map(lambda n: commands.Release(assignment=n, reason="完成")),
    "declare_recusal": st.sampled_from(PEOPLE).map(recusal),
    "dissolve": st.just(commands.Dissolve(reason="撤销")),
    "correct": st.one_of(
        st.just(correct(office="楼")),
        st.integers(1, 3).map(lambda n: correct(assignment=n, until=UNTIL)),
    ),
    "annul": st.just(commands.Annul(reason="误", approved_by=LEADER)),
}
USUAL = ("assign", "release")


def test_every_action_is_attempted() -> None:
    assert set(ATTEMPTS) == {action.name for action in FAMILY.actions}


@given(st.data())
def test_random_histories_keep_the_invariants(data: st.DataObject) -> None:
    """Old state + event = freshly folded state; each unit is held or owed; who has nothing reads nothing."""
    desk = Desk()
    desk.act(COMMISSION, "establish", establish())
    names = st.sampled_from((*USUAL * 3, *sorted(ATTEMPTS)))
    for name in data.draw(st.lists(names, max_size=25)):
        party, command = data.draw(st.sampled_from(PARTIES)), data.draw(ATTEMPTS[name])
        try:
            desk.act(party, name, command)
        except Refusal:
            days = data.draw(st.integers(0, 3))
            desk.world.pass_to(desk.world.today + datetime.timedelta(days=days))
        matters = {each.person for each in desk.state.running if each.matter is not None}
        for known in PEOPLE:
            assert desk.reads(known) <= ({LEAD} if person(known) in matters else set())
        if desk.state.stage == "established":
            held = {each.unit for each in desk.state.running}
            owed = {unit for rule, unit in desk.owed_matches() if rule in ("coverage", "gap")}
            assert set(desk.state.units) <= held | owed
    desk.world.streams.pop(LEAD)
    check(desk.world)
