"""Random histories of a duty matrix: whatever is tried, fold and obligations stay right."""

import datetime

from hypothesis import given
from hypothesis import strategies as st

from domain.duty_matrices import FAMILY, commands
from domain.duty_matrices.state import DutyMatrix
from domain.errors import Refusal
from domain.model import Command
from tests.domain.duty_matrices.desk import (
    AUDIT,
    EDUCATION,
    annul,
    correct,
    item,
    open_,
    record,
    revise,
    shared,
)
from tests.domain.histories import check
from tests.domain.small import EDUCATION_GROUP, HEALTH_GROUP, OFFICE

PARTIES = (OFFICE, OFFICE, EDUCATION, AUDIT, EDUCATION_GROUP, HEALTH_GROUP)
SERIALS = st.integers(1, 4)
ATTEMPTS: dict[str, st.SearchStrategy[Command]] = {
    "open": st.just(open_()),
    "add_item": st.just(item()),
    "add_duty": SERIALS.map(lambda n: commands.AddDuty(item=n, title="抽检")),
    "remove_item": SERIALS.map(lambda n: commands.RemoveItem(item=n, reason="并入")),
    "assign": st.builds(
        commands.Assign, duty=SERIALS, unit=st.sampled_from((EDUCATION, AUDIT, HEALTH_GROUP))
    ),
    "supervise": st.builds(
        commands.Supervise, item=SERIALS, group=st.sampled_from((EDUCATION_GROUP, HEALTH_GROUP))
    ),
    "claim": SERIALS.map(lambda n: commands.Claim(duty=n)),
    "confirm": SERIALS.map(lambda n: commands.Confirm(share=n)),
    "dispute": SERIALS.map(lambda n: commands.Dispute(share=n, reason="不属")),
    "uphold": SERIALS.map(lambda n: commands.Uphold(share=n, reason="列明")),
    "withdraw": SERIALS.map(lambda n: commands.Withdraw(share=n, reason="改由他单位")),
    "record_result": SERIALS.map(record),
    "join_result": SERIALS.map(lambda n: commands.JoinResult(result=n)),
    "return_result": SERIALS.map(lambda n: commands.ReturnResult(result=n, reason="不符")),
    "revise_result": SERIALS.map(revise),
    "correct": st.just(correct(item=1)),
    "close": st.just(commands.Close()),
    "annul": st.just(annul()),
}


def test_every_action_is_attempted() -> None:
    assert set(ATTEMPTS) == {action.name for action in FAMILY.actions}


@given(st.data())
def test_random_histories_keep_the_invariants(data: st.DataObject) -> None:
    """Old state + event = freshly folded state; obligations end at most once (DOMAIN.md §1.10)."""
    desk = shared()
    for name in data.draw(st.lists(st.sampled_from(sorted(ATTEMPTS)), max_size=25)):
        party, command = data.draw(st.sampled_from(PARTIES)), data.draw(ATTEMPTS[name])
        try:
            desk.act(party, name, command)
        except Refusal:
            days = data.draw(st.integers(0, 4))
            desk.world.pass_to(desk.world.today + datetime.timedelta(days=days))
        is_told_apart(desk.state)
    check(desk.world)


def is_told_apart(matrix: DutyMatrix) -> None:
    """A duty is a hole, an overlap, or held by one unit: never two of these; closed, always the last."""
    holes, overlaps = set(matrix.holes), set(matrix.overlaps)
    assert not holes & overlaps
    for duty, place in enumerate(matrix.duties, 1):
        one = len(matrix.holders(duty=duty)) == 1
        named = f"duty:{duty}" in holes | overlaps
        assert named != one or not matrix.items[place - 1]
    if matrix.stage == "closed":
        assert not holes | overlaps
        assert not set(matrix.unsettled)
