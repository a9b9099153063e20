"""Random histories of a responsibility chain: whatever is tried, fold and obligations stay right."""

from typing import get_args

from hypothesis import given
from hypothesis import strategies as st

from domain.model import Command
from domain.responsibility_chains import FAMILY, commands
from domain.scheme_parts import ResponsibleLevel
from tests.domain.histories import attempt, check
from tests.domain.responsibility_chains.test_decisions import (
    DEPUTY,
    LETTER,
    Desk,
    correct,
    except_,
    open_,
    return_,
    take,
)
from tests.domain.small import EDUCATION_GROUP, HEALTH_GROUP, OFFICE

PARTIES = (EDUCATION_GROUP, EDUCATION_GROUP, OFFICE, HEALTH_GROUP)
STEPS = st.sampled_from((None, "examine", "report"))
LEVELS = st.sampled_from(get_args(ResponsibleLevel))
ATTEMPTS: dict[str, st.SearchStrategy[Command]] = {
    "open": st.just(open_()),
    "take": st.builds(take, LEVELS, STEPS),
    "return": st.builds(return_, LEVELS, STEPS),
    "except": LEVELS.map(except_),
    "correct": st.one_of(
        st.just(correct(risk="采购")),
        LEVELS.map(lambda level: correct(level=level, text="已逐项落实")),
    ),
    "annul": st.just(commands.Annul(reason="误", approved_by=DEPUTY, on_behalf=LETTER)),
}


def test_every_action_is_attempted() -> None:
    assert set(ATTEMPTS) == {action.name for action in FAMILY.actions}


@given(st.data())
def test_random_histories_keep_the_invariants(data: st.DataObject) -> None:
    """Old state + event = freshly folded state; obligations end at most once (DOMAIN.md §1.10)."""
    desk = Desk()
    desk.act(EDUCATION_GROUP, "open", open_())
    attempt(data, desk, ATTEMPTS, PARTIES)
    check(desk.world)
