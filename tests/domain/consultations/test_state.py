"""Random histories of a consultation: whatever parties try, the fold and what is owed stay right."""

import datetime
from collections.abc import Callable

from hypothesis import given
from hypothesis import strategies as st

from domain.consultations import FAMILY, commands
from domain.errors import Refusal
from domain.model import Command
from tests.domain.consultations.room import (
    MEETING,
    conclude,
    convene,
    hold,
    item,
)
from tests.domain.histories import check
from tests.domain.small import CASE_SUPERVISION, EDUCATION_GROUP, OFFICE, person, small, stream
from tests.domain.world import World

STAFF = (
    (CASE_SUPERVISION, "director"),
    (CASE_SUPERVISION, "keeper"),
    (EDUCATION_GROUP, "group-head"),
    (OFFICE, "office-head"),
)
serials = st.integers(1, 3)
approver = person("chief")

ATTEMPTS: dict[str, Callable[[World], st.SearchStrategy[Command]]] = {
    "convene": lambda world: st.just(convene(planned=world.today)),
    "add_agenda_item": lambda _: st.just(
        commands.AddAgendaItem(agenda_item=commands.AgendaItem(title="议题"))
    ),
    "postpone": lambda world: st.just(
        commands.Postpone(planned=world.today + datetime.timedelta(days=3), reason="改期")
    ),
    "issue_pack": lambda _: st.just(commands.IssuePack(period="2026-Q1")),
    "cancel": lambda _: st.just(commands.Cancel(reason="取消")),
    "hold": lambda _: st.just(hold()),
    "give_view": lambda _: st.just(commands.GiveView(lead=stream("lead", "first"), view="agree")),
    "conclude": lambda world: st.just(
        conclude(item(due=world.today), item(CASE_SUPERVISION, world.today))
    ),
    "release": lambda _: st.just(commands.Release(parties=(OFFICE,), reason="通报")),
    "report_action_item": lambda _: serials.map(
        lambda serial: commands.ReportActionItem(item=serial, report="完成")
    ),
    "confirm_action_item": lambda _: serials.map(
        lambda serial: commands.ConfirmActionItem(item=serial)
    ),
    "return_action_item": lambda _: serials.map(
        lambda serial: commands.ReturnActionItem(item=serial, reason="补充")
    ),
    "correct": lambda world: serials.map(
        lambda serial: commands.Correct(
            reason="更正",
            approved_by=approver,
            action_items=(commands.ItemCorrection(item=serial, due=world.today),),
        )
    ),
    "annul": lambda _: st.just(commands.Annul(reason="作废", approved_by=approver)),
}


def test_every_action_is_attempted() -> None:
    assert set(ATTEMPTS) == {action.name for action in FAMILY.actions}


@given(st.data())
def test_random_histories_keep_the_invariants(data: st.DataObject) -> None:
    """Old state + event = freshly folded state; obligations end at most once (DOMAIN.md §1.10)."""
    world = small()
    world.ask(
        "consultation.convene",
        MEETING,
        convene(kind="quarterly_analysis"),
        actor=person("director"),
        party=CASE_SUPERVISION,
    )
    # Legal steps come first more often than the rest: otherwise few histories would get anywhere.
    likely = ("issue_pack", "hold", "conclude", "report_action_item", "confirm_action_item")
    names = st.one_of(st.sampled_from(likely), st.sampled_from(sorted(ATTEMPTS)))
    for name in data.draw(st.lists(names, max_size=25)):
        party, actor = data.draw(st.sampled_from(STAFF))
        command = data.draw(ATTEMPTS[name](world))
        try:
            world.ask(f"consultation.{name}", MEETING, command, actor=person(actor), party=party)
        except Refusal:
            days = data.draw(st.integers(0, 4))
            world.pass_to(world.today + datetime.timedelta(days=days))
    check(world)
