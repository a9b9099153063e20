"""What was sent to another jurisdiction and what came from there, folded from the events of either end."""

from typing import Any

from domain.task_orders import commands
from projections.dispatch_items import ARRIVALS, DISPATCHES
from projections.dispatches import MODEL
from projections.inbox import MODEL as INBOX_MODEL
from projections.inbox_items import INBOX
from projections.task_orders.register import MODEL as REGISTER
from projections.task_orders.register import TASK_ORDERS
from tests.domain.post import BELOW, take
from tests.domain.task_orders.desk import feedback
from tests.domain.task_orders.test_between import RECALL, act, ordered
from tests.domain.world import World
from tests.projections.making import folded


def sent(world: World) -> list[Any]:
    rows = folded(MODEL, world.told).all(DISPATCHES)
    found = [(row.dispatch, row.by, row.news, row.status, row.attempt) for row in rows]
    return sorted(found)


def test_each_step_of_an_order_abroad_has_a_row_at_both_ends() -> None:
    post = ordered()
    act(post.county, "give_feedback", feedback())
    post.carry()
    assert sent(post.city) == [(1, "office-1", "matter", "sent", 1)]
    assert sent(post.county) == [
        (1, "office-1", "delivered", "sent", 1),
        (2, "office-1", "acknowledged", "sent", 1),
        (3, "office-1", "answered", "sent", 1),
    ]
    came = folded(MODEL, post.city.told).all(ARRIVALS)
    assert sorted((row.dispatch, row.news, row.number) for row in came) == [
        (1, "delivered", "〔2026〕1号"),
        (2, "acknowledged", None),
        (3, "answered", None),
    ]
    order = folded(REGISTER, post.county.told).get(TASK_ORDERS)
    assert order is not None
    assert (order.number, order.received_as) == ("〔2026〕1号", "〔2026〕1号")


def test_what_failed_waits_for_its_sender_until_it_is_sent_again_or_recalled() -> None:
    post = ordered(carried=False)
    post.fails(post.city)
    assert sent(post.city) == [(1, "office-1", "matter", "failed", 1)]
    waiting = {row.item: row.party for row in folded(INBOX_MODEL, post.city.told).all(INBOX)}
    assert waiting[f"resend_or_recall:{BELOW}"] == "office-1"
    act(post.city, "resend", commands.Resend(party=BELOW))
    assert sent(post.city) == [(1, "office-1", "matter", "sent", 2)]
    again = post.sent(post.city)[0]
    take(post.city, post.failed(again, attempt=2))
    act(post.city, "recall", RECALL)
    assert sent(post.city) == [(1, "office-1", "matter", "recalled", 2)]
    left = {row.item for row in folded(INBOX_MODEL, post.city.told).all(INBOX)}
    assert not any(BELOW in item for item in left)
