"""Random histories of a talent pool: whatever parties try, the fold and what is owed stay right."""

from hypothesis import given
from hypothesis import strategies as st

from domain.model import Command
from domain.talent_pools import FAMILY, commands
from projections.talent_pools.register import MEMBERS, MODEL, STUDY_GROUPS, STUDY_SESSIONS
from tests.domain.histories import attempt, check
from tests.domain.small import CADRE_OFFICE, EDUCATION_GROUP, HEALTH_GROUP, OFFICE, person
from tests.domain.talent_pools.test_decisions import (
    PRACTICE,
    WHY,
    Desk,
    form,
    hold,
    nominate,
    open_,
)
from tests.projections.making import folded

PARTIES = (CADRE_OFFICE, EDUCATION_GROUP, HEALTH_GROUP, OFFICE)
KEYS = st.integers(1, 2)
ATTEMPTS: dict[str, st.SearchStrategy[Command]] = {
    "open": st.just(open_()),
    "nominate": st.sampled_from(["group-clerk", "health-clerk"]).map(nominate),
    "waive": st.just(commands.Waive(reason="无")),
    "return_nomination": KEYS.map(
        lambda key: commands.ReturnNomination(member=key, reason="请补充")
    ),
    "revise": KEYS.map(lambda key: commands.Revise(member=key, merits="办结三件")),
    "admit": KEYS.map(lambda key: commands.Admit(member=key)),
    "decline": KEYS.map(lambda key: commands.Decline(member=key, reason="未满两年")),
    "form_group": st.sampled_from([(1,), (2,), (1, 2)]).map(lambda members: form(*members)),
    "change_mentor": st.just(
        commands.ChangeMentor(group=1, mentor=person("office-clerk"), reason="轮岗")
    ),
    "hold_session": st.sampled_from([(1,), (1, 2)]).map(lambda came: hold(*came)),
    "disband_group": KEYS.map(lambda key: commands.DisbandGroup(group=key, reason="结束")),
    "draw": KEYS.map(lambda key: commands.Draw(member=key, secondment=PRACTICE)),
    "release": KEYS.map(lambda key: commands.Release(member=key, reason="调离")),
    "correct": KEYS.map(lambda key: commands.Correct(session=key, came=(1,), **WHY)),
    "annul": KEYS.map(lambda key: commands.Annul(session=key, **WHY)),
}


def test_every_action_is_attempted() -> None:
    assert set(ATTEMPTS) == {action.name for action in FAMILY.actions}


@given(st.data())
def test_random_histories_keep_the_invariants(data: st.DataObject) -> None:
    """Old state + event = freshly folded state; the register shows what the pool folded."""
    desk = Desk()
    desk.act(CADRE_OFFICE, "open", open_())
    desk.act(EDUCATION_GROUP, "nominate", nominate())
    desk.act(CADRE_OFFICE, "admit", commands.Admit(member=1))
    desk.act(CADRE_OFFICE, "form_group", form(1))
    attempt(data, desk, ATTEMPTS, PARTIES)
    check(desk.world)
    rows, state = folded(MODEL, desk.world.told, of=desk.stream), desk.state
    members = sorted(rows.all(MEMBERS), key=lambda row: row.member)
    assert [row.stage for row in members] == [each.stage for each in state.members]
    groups = sorted(rows.all(STUDY_GROUPS), key=lambda row: row.group)
    studying = [tuple(each["member"] for each in row.members) for row in groups]
    assert studying == [each.members for each in state.groups]
    sessions = [row for row in rows.all(STUDY_SESSIONS) if row.counted]
    assert len(sessions) == sum(each.standing for each in state.sessions)
    came = [each["member"] for row in sessions for each in row.came]
    assert [row.sessions for row in members] == [came.count(row.member) for row in members]
