"""The figures of a report: counted from what happened, and following what is corrected before it."""

import datetime

import pytest

from domain.errors import InvalidField
from domain.ids import PartyId
from domain.proposal_forms import commands as proposals
from domain.task_orders import commands as orders
from domain.work_reports import commands
from tests.domain.small import COMMISSION, EDUCATION_GROUP, HEALTH_GROUP, OFFICE, person, stream
from tests.domain.task_orders.desk import CHIEF, DUE, Desk, feedback, followed, issue
from tests.domain.work_reports.reporting import ask, report, reporting, said

RECOUNT = commands.Correct(reason="任务单作废", approved_by=CHIEF, recount=True)
ANNUL = orders.Annul(reason="重复", approved_by=CHIEF)


def cycle() -> Desk:
    """An order to two groups: one answers in time, one two working days late; a department is followed."""
    desk = reporting("proposal-forms")
    desk.act(OFFICE, "issue", issue())
    desk.act(EDUCATION_GROUP, "give_feedback", feedback())
    desk.act(EDUCATION_GROUP, "follow_up", followed())
    desk.world.pass_to(DUE + datetime.timedelta(days=4))
    desk.act(HEALTH_GROUP, "give_feedback", feedback())
    return desk


def chosen(figures: dict[str, int], *names: str) -> list[int]:
    return [figures[name] for name in names]


def test_what_came_of_a_meeting_is_counted() -> None:
    figures = report(cycle())
    assert chosen(figures, "meetings", "members", "present", "absent") == [1, 4, 4, 0]
    assert chosen(figures, "members_commission", "members_office", "members_stationed") == [1, 1, 2]
    assert chosen(figures, "orders", "orders_stationed", "orders_inspection") == [1, 1, 0]
    assert chosen(figures, "feedback", "feedback_stationed", "on_time", "late") == [2, 2, 1, 1]
    assert chosen(figures, "missing", "not_due", "follow_ups", "followed_up") == [0, 0, 1, 1]


def test_who_has_not_answered_is_missing_once_the_day_passed() -> None:
    desk = reporting()
    desk.act(OFFICE, "issue", issue())
    assert chosen(report(desk), "missing", "not_due") == [0, 2]
    ask(desk, COMMISSION, "return", commands.Return(reason="尚早"))
    desk.world.pass_to(DUE + datetime.timedelta(days=3))
    again = commands.Resubmit(changes="到期后重报", summary="情况")
    assert chosen(said(ask(desk, OFFICE, "resubmit", again)), "missing", "not_due") == [2, 0]


@pytest.mark.parametrize(("day", "counted"), [("2026-01-05", 1), ("2026-04-01", 0)])
def test_only_what_happened_in_the_period_counts(day: str, counted: int) -> None:
    desk = reporting()
    desk.world.pass_to(datetime.date.fromisoformat(day))
    due = desk.world.today + datetime.timedelta(days=9)
    desk.act(OFFICE, "issue", issue(due=due, cycle_ends=None))
    assert chosen(report(desk), "orders", "feedback") == [counted, 2 * counted]


def test_another_partys_orders_are_not_ones_own() -> None:
    desk = cycle()
    figures = report(desk, EDUCATION_GROUP)
    assert chosen(figures, "meetings", "orders", "feedback") == [0, 0, 0]


def test_a_proposal_counts_for_who_made_it_and_for_whose_order_it_came_of() -> None:
    desk = cycle()
    propose = proposals.Issue(
        title="关于招标的建议",
        text="公开",
        supervision="discipline",
        basis="反馈",
        task_order=desk.stream,
        to=PartyId("pg-education"),
        due=datetime.date(2026, 2, 20),
    )
    form = stream("proposal_form", "first")
    desk.world.ask(
        "proposal_form.issue", form, propose, actor=person("group-head"), party=EDUCATION_GROUP
    )
    names = ("proposals", "proposals_discipline", "proposals_stationed", "proposals_accepted")
    assert chosen(report(desk), *names) == [1, 1, 0, 0]


def test_what_is_annulled_after_the_report_differs_until_it_is_counted_anew() -> None:
    desk = cycle()
    before = report(desk)
    with pytest.raises(InvalidField):
        ask(desk, OFFICE, "correct", RECOUNT)
    desk.act(OFFICE, "annul", ANNUL)
    after = said(ask(desk, OFFICE, "correct", RECOUNT))
    assert chosen(before, "orders", "feedback", "late") == [1, 2, 1]
    assert chosen(after, "orders", "feedback", "late") == [0, 0, 0]
    words = commands.Correct(reason="误", approved_by=CHIEF, title="更正")
    (told,) = ask(desk, OFFICE, "correct", words)
    assert getattr(told, "figures", ()) is None
