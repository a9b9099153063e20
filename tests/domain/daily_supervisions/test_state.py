"""Random histories of daily supervision: whatever parties try, fold and obligations stay right."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from domain.daily_supervisions import FAMILY, commands
from domain.model import Command
from tests.domain.daily_supervisions.test_decisions import (
    NOTHING,
    REMINDER,
    STAY,
    UNIT,
    Desk,
    conclude,
    correct,
    record,
)
from tests.domain.histories import attempt, check
from tests.domain.small import EDUCATION_GROUP, HEALTH_GROUP, OFFICE, PARTY_GROUP, person

PARTIES = (EDUCATION_GROUP, OFFICE, HEALTH_GROUP)
APPROVER = person("group-deputy")
CORRECTIONS: tuple[dict[str, Any], ...] = (
    {"title": "题"},
    {"method": "talk"},
    {"method": "stay", "stay": STAY},
    {"results": (REMINDER,)},
)
ATTEMPTS: dict[str, st.SearchStrategy[Command]] = {
    "record": st.just(record()),
    "conclude": st.sampled_from((NOTHING, REMINDER)).map(conclude),
    "return": st.just(commands.Return(reason="不实")),
    "feed_back": st.sampled_from((UNIT, PARTY_GROUP)).map(
        lambda party: commands.FeedBack(to=party, text="反馈")
    ),
    "acknowledge_feedback": st.just(commands.AcknowledgeFeedback()),
    "correct": st.sampled_from(CORRECTIONS).map(lambda changes: correct(**changes)),
    "annul": st.just(commands.Annul(reason="误", approved_by=APPROVER)),
}


def test_every_action_is_attempted() -> None:
    assert set(ATTEMPTS) == {action.name for action in FAMILY.actions}


@given(st.data())
def test_random_histories_keep_the_invariants(data: st.DataObject) -> None:
    """Old state + event = freshly folded state; obligations end at most once (DOMAIN.md §1.10)."""
    desk = Desk()
    desk.act(EDUCATION_GROUP, "record", record(method="stay", stay=STAY))
    attempt(data, desk, ATTEMPTS, PARTIES)
    check(desk.world)
