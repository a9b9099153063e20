"""Random histories of a hand-over of work: whatever people try, the fold and what is owed stay right."""

import datetime

from hypothesis import given, settings
from hypothesis import strategies as st

from domain.errors import Refusal
from domain.model import Command
from domain.work_hand_overs import FAMILY, commands
from tests.domain.cases.city import people, person
from tests.domain.histories import check
from tests.domain.work_hand_overs.desk import GROUP, Desk

CHIEF = person("deputy")
ITEMS = st.integers(1, 3)
ATTEMPTS: dict[str, st.SearchStrategy[Command]] = {
    "draw_up": st.builds(lambda: Desk().draw_up()),
    "take_back": st.builds(commands.TakeBack, item=ITEMS, reason=st.just("撤回")),
    "refuse": st.builds(commands.Refuse, item=ITEMS, reason=st.just("缺卷")),
    "sign": st.just(commands.Sign()),
    "enter_signature": st.builds(
        commands.EnterSignature,
        side=st.sampled_from(["leaver", "taker"]),
        scan=st.just("ab" * 32),
        checked_by=st.just(CHIEF),
    ),
    "excuse_leaver": st.just(commands.ExcuseLeaver(reason="病", approved_by=CHIEF)),
    "go_on": st.just(commands.GoOn()),
    "note_work_left": st.builds(
        lambda: commands.NoteWorkLeft(
            office=GROUP, leaver=person("wang"), matters=tuple(Desk().leads)
        )
    ),
    "note_left_work_settled": st.just(commands.NoteLeftWorkSettled()),
    "correct": st.just(commands.Correct(reason="误", approved_by=CHIEF, ground="retired")),
    "annul": st.just(commands.Annul(reason="误", approved_by=CHIEF)),
}


def test_every_action_is_attempted() -> None:
    assert set(ATTEMPTS) == {action.name for action in FAMILY.actions}


@settings(max_examples=40)
@given(st.data())
def test_random_histories_keep_the_invariants(data: st.DataObject) -> None:
    """Old state + event = freshly folded state; an item is with the taker or with the leaver, never both."""
    desk = Desk().drawn_up()
    for name in data.draw(st.lists(st.sampled_from(sorted(ATTEMPTS)), max_size=12)):
        who, command = (
            data.draw(st.sampled_from(["wang", "zhao", "head"])),
            data.draw(ATTEMPTS[name]),
        )
        try:
            desk.do(who, name, command)
        except Refusal:
            days = data.draw(st.integers(0, 3))
            desk.world.pass_to(desk.world.today + datetime.timedelta(days=days))
    check(desk.world)
    for item in desk.state.items:
        handler = "zhao" if item.state == "handed_over" else "wang"
        assert desk.handlers(item.matter) == people(handler, "li")
    if desk.state.stage in ("completed", "annulled"):
        assert desk.owed == set()
