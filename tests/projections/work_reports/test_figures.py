"""What a report says of feedback is what the register of feedback forms says, whatever happened before."""

import datetime

from hypothesis import given
from hypothesis import strategies as st

from domain.errors import Refusal
from projections.task_orders.register import FEEDBACK_FORMS, MODEL, TASK_ORDERS
from tests.domain.small import OFFICE
from tests.domain.task_orders.desk import issue
from tests.domain.work_reports.reporting import report, reporting
from tests.projections.making import folded
from tests.projections.task_orders.test_register import ATTEMPTS, PARTIES


@given(st.data())
def test_the_report_says_what_the_register_says(data: st.DataObject) -> None:
    """«numbers reconcile to the log» (mechanism 25): the writer's count and the rows behind it."""
    desk = reporting()
    desk.act(OFFICE, "issue", issue())
    for name in data.draw(st.lists(st.sampled_from(sorted(ATTEMPTS)), max_size=10)):
        party = data.draw(st.sampled_from(PARTIES))
        try:
            desk.act(party, name, ATTEMPTS[name])
        except Refusal:
            days = data.draw(st.integers(0, 9))
            desk.world.pass_to(desk.world.today + datetime.timedelta(days=days))
    figures = report(desk)
    rows = folded(MODEL, desk.world.told, of=desk.stream)
    order = rows.get(TASK_ORDERS)
    assert order is not None
    forms = [row for row in rows.all(FEEDBACK_FORMS) if row.timeliness != "withdrawn"]
    times = [row.timeliness for row in forms]
    assert figures["orders"] == (order.stage != "annulled")
    assert figures["orders_stationed"] == figures["orders"]
    assert (figures["feedback"], figures["not_due"]) == (len(forms), times.count("open"))
    for name in ("on_time", "late", "missing"):
        assert figures[name] == times.count(name), name
    assert figures["feedback_stationed"] == sum(row.supervision == "stationed" for row in forms)
