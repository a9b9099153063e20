"""Random histories of an attachment: whatever parties try, the fold and what is owed stay right."""

import datetime

from hypothesis import given
from hypothesis import strategies as st

from domain.attachments import FAMILY, commands
from domain.errors import Refusal
from domain.ids import SYSTEM_PARTY, SYSTEM_PERSON
from domain.model import Command
from tests.domain.attachments.desk import (
    CHIEF,
    MATTER,
    PARTIES,
    RECEIVE,
    SCAN,
    SEND_BACK,
    Desk,
    add,
    attached,
    hand_over,
)
from tests.domain.histories import check
from tests.domain.small import EDUCATION_GROUP, OFFICE

HAND_OVERS = st.tuples(st.sampled_from(PARTIES), st.booleans())
FAULTS: st.SearchStrategy[commands.Fault] = st.sampled_from(("missing", "altered"))
ATTEMPTS: dict[str, st.SearchStrategy[Command]] = {
    "add": st.just(add()),
    "withdraw": st.just(commands.Withdraw(attachment=SCAN, reason="误传")),
    "correct": st.just(
        commands.Correct(attachment=SCAN, reason="误", approved_by=CHIEF, kind="photograph")
    ),
    "annul": st.just(commands.Annul(attachment=SCAN, reason="误", approved_by=CHIEF)),
    "hand_over": HAND_OVERS.map(
        lambda drawn: hand_over(
            to=drawn[0], return_by=datetime.date(2026, 3, 2) if drawn[1] else None
        )
    ),
    "receive": st.just(RECEIVE),
    "send_back": st.just(SEND_BACK),
    "note_damage": FAULTS.map(lambda fault: commands.NoteDamage(attachment=SCAN, fault=fault)),
    "note_mended": st.just(commands.NoteMended(attachment=SCAN)),
}
OFTEN = [*sorted(ATTEMPTS), "hand_over", "receive", "hand_over", "receive"]


def test_every_action_is_attempted() -> None:
    assert set(ATTEMPTS) == {action.name for action in FAMILY.actions}


def attempt(desk: Desk, data: st.DataObject, name: str) -> None:
    command = data.draw(ATTEMPTS[name])
    if name.startswith("note_"):
        desk.world.ask(
            f"attachment.{name}", MATTER, command, actor=SYSTEM_PERSON, party=SYSTEM_PARTY
        )
    else:
        desk.act(data.draw(st.sampled_from(PARTIES)), name, command)


@given(st.data())
def test_random_histories_keep_the_invariants(data: st.DataObject) -> None:
    """Old state + event = freshly folded state; somebody has the original, nobody owes what is at rest."""
    desk = attached()
    for name in data.draw(st.lists(st.sampled_from(OFTEN), max_size=20)):
        try:
            attempt(desk, data, name)
        except Refusal:
            days = data.draw(st.integers(0, 4))
            desk.world.pass_to(desk.world.today + datetime.timedelta(days=days))
    check(desk.world)
    it = desk.attachment()
    assert it.holder in PARTIES
    assert {(owner, rule) for owner, rule, _ in desk.owed} == {
        *([(it.passing.to, "receipt")] if it.passing else []),
        *([(it.owed.to, "return")] if it.owed else []),
    }
    assert it.stage == "standing" or (it.passing, it.owed) == (None, None)


def test_parts_of_a_matter_remember_who_only_observes() -> None:
    """Observers of a class are no readers of what is attached to it."""
    world = attached().world
    assert world.stream(MATTER).content("notice") >= {OFFICE, EDUCATION_GROUP}
    assert world.stream(MATTER).content("unknown") == frozenset()
