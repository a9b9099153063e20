"""The register of task orders reconciles to what was owed, whatever parties do and time brings about."""

import datetime

from hypothesis import given
from hypothesis import strategies as st

from domain.errors import Refusal
from domain.ids import PartyId
from domain.obligations.events import Arisen, Fulfilled
from domain.task_orders import commands
from projections.task_orders.register import FEEDBACK_FORMS, FOLLOW_UPS, MODEL, TASK_ORDERS
from tests.domain.small import EDUCATION_GROUP, HEALTH_GROUP, OFFICE
from tests.domain.task_orders.desk import CHIEF, DUE, Desk, feedback, followed, issued
from tests.projections.making import folded

PARTIES = (EDUCATION_GROUP, OFFICE, HEALTH_GROUP)
ATTEMPTS = {
    "acknowledge": commands.Acknowledge(),
    "give_feedback": feedback(),
    "return_feedback": commands.ReturnFeedback(party=EDUCATION_GROUP, reason="不全"),
    "accept_feedback": commands.AcceptFeedback(party=EDUCATION_GROUP),
    "follow_up": followed(),
    "correct": commands.Correct(
        reason="误", approved_by=CHIEF, due=DUE + datetime.timedelta(days=6)
    ),
    "annul": commands.Annul(reason="误", approved_by=CHIEF),
}


def owed(desk: Desk, party: PartyId) -> tuple[str, datetime.date]:
    """How far a party's duty to feed back is, and its due date, as the obligations say."""
    told = [each.event for each in desk.world.told if each.stream == desk.stream]
    mine = [
        event
        for event in told
        if isinstance(event, Arisen) and (event.owner, event.rule) == (party, "feedback")
    ]
    last = mine[-1]
    open_one = desk.world.stream(desk.stream).obligations.get(last.obligation)
    if desk.state.stage == "annulled":
        return "withdrawn", last.due
    if open_one is not None:
        return ("missing" if open_one.status == "overdue" else "open"), last.due
    (ended,) = (
        event
        for event in told
        if isinstance(event, Fulfilled) and event.obligation == last.obligation
    )
    return ("late" if ended.late_working_days else "on_time"), last.due


@given(st.data())
def test_timeliness_is_what_was_owed(data: st.DataObject) -> None:
    """«numbers reconcile to the log» (mechanism 25): open, missing, on time, late, withdrawn."""
    desk = issued()
    for name in data.draw(st.lists(st.sampled_from(sorted(ATTEMPTS)), max_size=12)):
        party = data.draw(st.sampled_from(PARTIES))
        try:
            desk.act(party, name, ATTEMPTS[name])
        except Refusal:
            days = data.draw(st.integers(0, 9))
            desk.world.pass_to(desk.world.today + datetime.timedelta(days=days))
    rows = folded(MODEL, desk.world.told, of=desk.stream)
    forms = {row.party: row for row in rows.all(FEEDBACK_FORMS)}
    for party in (EDUCATION_GROUP, HEALTH_GROUP):
        assert (forms[party].timeliness, forms[party].due) == owed(desk, party)


def test_what_was_given_anew_was_in_time_still() -> None:
    """Returned and given again after the day: it is the first form that kept the day, or did not."""
    desk = issued()
    desk.act(EDUCATION_GROUP, "give_feedback", feedback())
    desk.act(OFFICE, "return_feedback", ATTEMPTS["return_feedback"])
    desk.world.pass_to(DUE + datetime.timedelta(days=5))
    desk.act(EDUCATION_GROUP, "give_feedback", feedback(result="partly_done"))
    rows = folded(MODEL, desk.world.told, of=desk.stream)
    row = rows.get(FEEDBACK_FORMS, EDUCATION_GROUP)
    assert row is not None
    assert (row.timeliness, row.returned, row.result) == ("on_time", 1, "partly_done")


def test_an_annulled_order_is_followed_up_by_nobody() -> None:
    desk = issued()
    desk.act(OFFICE, "annul", ATTEMPTS["annul"])
    rows = folded(MODEL, desk.world.told, of=desk.stream)
    order = rows.get(TASK_ORDERS)
    assert order is not None
    assert (order.stage, order.pending, rows.all(FOLLOW_UPS)) == ("annulled", (), [])
