"""Task orders between a city and its county: given what happened at both ends, when one acts, then both know.

Basis: mechanisms 24 and 25 (county commissions are members of the quarterly meeting), DOMAIN.md §1.15.
"""

import datetime
from dataclasses import replace
from typing import Any

import pytest

from domain.asking import NotTheIssuer
from domain.between import HandledElsewhere, NoChannel, NotDeliveredYet, OutOfTurn
from domain.errors import AlreadyExists, InvalidField, WrongState
from domain.ids import PartyId, StreamId
from domain.model import Event
from domain.obligations.events import Arisen, Fulfilled, Overdue, Withdrawn
from domain.scheme_channels import Channel
from domain.task_orders import commands, events
from tests.domain.desk import HEADS
from tests.domain.post import ABOVE, BELOW, COUNTY, Post, of, refused, take
from tests.domain.small import COMMISSION, EDUCATION_GROUP, HEALTH_GROUP, OFFICE, person, stream
from tests.domain.task_orders.desk import DUE, feedback, issue
from tests.domain.world import World

HERE: StreamId = stream("task_order", "first")
PEOPLE = {**HEADS, BELOW: "county-head", ABOVE: "chief"}
ACCEPT = commands.AcceptFeedback(party=BELOW)
RETURN = commands.ReturnFeedback(party=BELOW, reason="缺少问题清单")
RECALL = commands.Recall(party=BELOW, reason="对方尚未开通", approved_by=person("leader"))
ANNUL = commands.Annul(reason="重复下达", approved_by=person("leader"))


def act(world: World, name: str, command: Any, *, party: PartyId = OFFICE) -> list[Event]:
    """Let a party do something with the one order of its end."""
    here = HERE if HERE in world.streams or not world.streams else next(iter(world.streams))
    actor = person(PEOPLE[party])
    return world.ask(f"task_order.{name}", here, command, actor=actor, party=party)


def refuses(expected: Any, world: World, name: str, command: Any, *, party: PartyId) -> None:
    here = HERE if HERE in world.streams else next(iter(world.streams))
    by = {"actor": person(PEOPLE[party]), "party": party}
    refused(expected, world, f"task_order.{name}", here, command, **by)


def ordered(*, carried: bool = True, **changes: Any) -> Post:
    """The office ordered a group and the county to do something."""
    post = Post("task_order", "task-orders")
    plain = {"meeting": None, "item": None, "departments": (), "cycle_ends": None}
    act(post.city, "issue", issue(parties=(HEALTH_GROUP, BELOW), **(plain | changes)))
    if carried:
        post.carry()
    return post


def owed(world: World, rule: str) -> set[tuple[PartyId, str]]:
    every = (each for state in world.streams.values() for each in state.obligations.values())
    return {(each.arisen.owner, each.status) for each in every if each.arisen.rule == rule}


def test_an_order_arrives_once_as_a_matter_of_its_own_under_the_countys_number() -> None:
    """Each level numbers for itself; the number of the other level is known at both ends."""
    post = ordered()
    (came,) = of(post.county.told, events.Issued)
    assert (came.issuer, came.parties, came.number.organ) == (ABOVE, (OFFICE,), OFFICE)
    assert came.due == DUE
    assert of(post.county.told, events.Arrived)[0].document == "〔2026〕1号"
    (news,) = of(post.city.told, events.NewsArrived)
    assert (news.news, news.number) == ("delivered", "〔2026〕1号")
    assert owed(post.county, "feedback") == {(OFFICE, "open")}
    assert owed(post.city, "feedback") == {(BELOW, "open"), (HEALTH_GROUP, "open")}
    assert owed(post.city, "delivery") == set()
    for order in post.orders(post.city):
        with pytest.raises(AlreadyExists):
            take(post.county, order)


def test_what_is_not_released_does_not_travel() -> None:
    """Neither the other addressees, nor the meeting, nor any id of the sender's log but the order's own."""
    post = ordered()
    (sent,) = post.orders(post.city)
    assert set(sent.data) == {
        "origin",
        "issuer",
        "document",
        "title",
        "text",
        "supervision",
        "basis",
        "due",
    }
    assert HEALTH_GROUP not in str(sent.data)
    assert sent.data["origin"]["stream"] == HERE


def test_feedback_comes_back_is_returned_goes_out_again_and_is_accepted() -> None:
    """任务单 → 反馈单 → 退回 → 重新反馈 → 采纳 → 办结, each step once at both ends (mechanism 25)."""
    post = ordered()
    act(post.county, "give_feedback", feedback())
    post.carry()
    (given,) = of(post.city.told, events.FeedbackGiven)
    assert (given.by, given.result, given.text) == (BELOW, "done", "已检查十二所学校")
    assert owed(post.city, "judgement") == {(OFFICE, "open")}
    assert owed(post.city, "acknowledgement") == {(HEALTH_GROUP, "open")}
    act(post.city, "return_feedback", RETURN)
    post.carry()
    assert [each.reason for each in of(post.county.told, events.FeedbackReturned)] == [
        "缺少问题清单"
    ]
    assert owed(post.county, "better-feedback") == {(OFFICE, "open")}
    act(post.county, "give_feedback", feedback(text="补充问题清单"))
    post.carry()
    assert owed(post.city, "better-feedback") == set()
    act(post.city, "accept_feedback", ACCEPT)
    act(post.city, "give_feedback", feedback(), party=HEALTH_GROUP)
    act(post.city, "accept_feedback", commands.AcceptFeedback(party=HEALTH_GROUP))
    act(post.city, "close", commands.Close())
    post.carry()
    assert post.county.state(post.there).stage == "closed"
    assert post.city.state(HERE).stage == "closed"
    assert owed(post.county, "judgement") == owed(post.county, "feedback") == set()
    assert [each.news for each in of(post.city.told, events.NewsArrived)] == [
        "delivered",
        "acknowledged",
        "answered",
        "answered",
    ]


def test_overdue_is_seen_at_both_ends_and_feedback_is_as_late_as_it_was_there() -> None:
    """Overdue is not an end (DOMAIN.md §1.10); lateness goes by the day on which it happened there."""
    post = ordered()
    late = datetime.date(2026, 1, 28)
    for world in (post.city, post.county):
        world.pass_to(late)
    assert (BELOW, "overdue") in owed(post.city, "feedback")
    assert owed(post.county, "feedback") == {(OFFICE, "overdue")}
    act(post.county, "give_feedback", feedback())
    post.city.pass_to(datetime.date(2026, 1, 30))
    post.carry()
    for world in (post.city, post.county):
        given = [each for each in of(world.told, Fulfilled) if each.by.endswith("feedback_given")]
        assert [each.late_working_days for each in given] == [3]
    assert of(post.city.told, Overdue)


def test_an_order_that_arrives_after_its_day_is_overdue_there_too() -> None:
    post = ordered(carried=False)
    for world in (post.city, post.county):
        world.pass_to(datetime.date(2026, 1, 28))
    post.carry()
    post.county.settle()
    assert owed(post.county, "feedback") == {(OFFICE, "overdue")}


def test_each_end_acts_in_its_own_log() -> None:
    """Nobody hands in for the county in the city, nobody judges for the city in the county."""
    post = ordered()
    refuses(HandledElsewhere, post.city, "acknowledge", commands.Acknowledge(), party=BELOW)
    refuses(HandledElsewhere, post.city, "give_feedback", feedback(), party=BELOW)
    act(post.county, "give_feedback", feedback())
    mine = commands.AcceptFeedback(party=OFFICE)
    refuses(NotTheIssuer, post.county, "accept_feedback", mine, party=OFFICE)
    for name, command in (
        ("accept_feedback", mine),
        ("close", commands.Close()),
        ("annul", ANNUL),
        ("correct", commands.Correct(reason="x", approved_by=person("leader"), title="x")),
    ):
        refuses(HandledElsewhere, post.county, name, command, party=ABOVE)


def test_a_correction_reaches_the_county_and_moves_its_day() -> None:
    """更正 (DOMAIN.md §1.12)."""
    post = ordered()
    day = DUE + datetime.timedelta(days=7)
    right = commands.Correct(reason="期限有误", approved_by=person("leader"), due=day)
    act(post.city, "correct", right)
    post.carry()
    (corrected,) = of(post.county.told, events.Corrected)
    assert (corrected.due, corrected.reason) == (day, "期限有误")
    dues = [each.due for each in of(post.county.told, Arisen) if each.rule == "feedback"]
    assert dues == [DUE, day]


def test_what_was_annulled_is_annulled_there_and_what_comes_after_changes_nothing() -> None:
    """作废: the county's number is kept, nothing is owed; its feedback crossed the annulment."""
    post = ordered()
    act(post.county, "give_feedback", feedback())
    act(post.city, "annul", ANNUL)
    post.carry()
    assert post.county.state(post.there).stage == "annulled"
    assert of(post.city.told, events.FeedbackGiven) == []
    assert owed(post.city, "judgement") == owed(post.county, "feedback") == set()
    assert [each.news for each in of(post.city.told, events.NewsArrived)][-1] == "answered"


def test_an_order_that_is_annulled_when_it_was_closed_is_annulled_there_too() -> None:
    """The county would go on counting it as carried out; it is told once."""
    post = ordered()
    act(post.county, "give_feedback", feedback())
    act(post.city, "give_feedback", feedback(), party=HEALTH_GROUP)
    post.carry()
    for party in (BELOW, HEALTH_GROUP):
        act(post.city, "accept_feedback", commands.AcceptFeedback(party=party))
    act(post.city, "close", commands.Close())
    post.carry()
    assert post.county.state(post.there).stage == "closed"
    act(post.city, "annul", ANNUL)
    post.carry()
    assert post.county.state(post.there).stage == "annulled"
    assert len(of(post.county.told, events.Annulled)) == 1


def test_what_cannot_be_delivered_is_told_owed_and_sent_again() -> None:
    post = ordered(carried=False)
    (failed, arisen) = post.fails(post.city)
    assert isinstance(failed, events.DeliveryFailed)
    assert isinstance(arisen, Arisen)
    assert (failed.by, failed.obstacle, arisen.rule) == (OFFICE, "unknown", "undelivered")
    assert owed(post.city, "delivery") == {(OFFICE, "open")}
    right = commands.Correct(reason="x", approved_by=person("leader"), title="x")
    refuses(NotDeliveredYet, post.city, "correct", right, party=OFFICE)
    refuses(NotTheIssuer, post.city, "resend", commands.Resend(party=BELOW), party=HEALTH_GROUP)
    refuses(InvalidField, post.city, "resend", commands.Resend(party=HEALTH_GROUP), party=OFFICE)
    (resent, *_) = act(post.city, "resend", commands.Resend(party=BELOW))
    assert isinstance(resent, events.Resent)
    assert resent.attempt == 2
    refuses(WrongState, post.city, "resend", commands.Resend(party=BELOW), party=OFFICE)
    take(post.county, post.orders(post.city)[0])
    post.carry()
    assert owed(post.city, "undelivered") == owed(post.city, "delivery") == set()


def test_what_is_recalled_asks_nothing_any_more_and_is_called_back_if_it_got_there() -> None:
    """撤回: a copy that was late is annulled where it arrived (ADR 0006)."""
    post = ordered(carried=False)
    refuses(WrongState, post.city, "recall", RECALL, party=OFFICE)
    post.fails(post.city)
    act(post.city, "recall", RECALL)
    assert owed(post.city, "feedback") == {(HEALTH_GROUP, "open")}
    assert owed(post.city, "delivery") == owed(post.city, "undelivered") == set()
    assert len(of(post.city.told, Withdrawn)) == 3  # to sign, to feed back, to see that it arrives
    take(post.county, post.orders(post.city)[0])
    post.carry()
    assert post.county.state(post.there).stage == "annulled"
    act(post.city, "give_feedback", feedback(), party=HEALTH_GROUP)
    act(post.city, "accept_feedback", commands.AcceptFeedback(party=HEALTH_GROUP))
    act(post.city, "close", commands.Close())
    post.carry()


def test_an_order_annulled_before_it_arrived_is_taken_back() -> None:
    post = ordered(carried=False)
    act(post.city, "annul", ANNUL)
    assert len(of(post.city.told, events.Recalled)) == 1
    post.carry()  # it was under way already
    assert post.county.state(post.there).stage == "annulled"


def test_news_comes_in_turn_and_once() -> None:
    post = ordered()
    act(post.county, "give_feedback", feedback())
    delivered, acknowledged, answered = post.orders(post.county)
    with pytest.raises(OutOfTurn):
        take(post.city, delivered)
    with pytest.raises(OutOfTurn):
        take(post.city, answered)
    take(post.city, acknowledged)
    take(post.city, answered)
    with pytest.raises(OutOfTurn):
        post.fails(post.city)  # it is there


def test_a_scheme_that_takes_in_no_orders_from_there_says_so() -> None:
    post = ordered(carried=False)
    change_channel(post.county, accepts=())
    with pytest.raises(NoChannel):
        post.carry()


def test_what_does_not_go_to_another_jurisdiction_is_not_ordered_of_it() -> None:
    """A city orders no other city: the order would lie here, and nobody have it."""
    post = Post("task_order", "task-orders")
    change_channel(post.city, level="beside", sends=())
    plain = {"meeting": None, "item": None, "departments": (), "cycle_ends": None}
    order = issue(parties=(EDUCATION_GROUP, BELOW), **plain)
    with pytest.raises(NoChannel):
        act(post.city, "issue", order)


def change_channel(world: World, **changes: Any) -> None:
    """The one channel of a jurisdiction says something else."""
    scheme = world.jurisdiction.scheme
    assert scheme is not None
    (channel,) = scheme.channels.values()
    changed: Channel = replace(channel, **changes)
    world.jurisdiction = replace(
        world.jurisdiction, scheme=replace(scheme, channels={channel.jurisdiction: changed})
    )


def test_only_what_goes_to_another_jurisdiction_is_sent() -> None:
    post = Post("task_order", "task-orders")
    plain = {"meeting": None, "item": None, "departments": (), "cycle_ends": None}
    act(post.city, "issue", issue(parties=(EDUCATION_GROUP, COMMISSION), **plain))
    assert post.sent(post.city) == []
    assert COUNTY not in str(post.city.told)


def test_news_that_cannot_get_back_is_owed_and_sent_again_by_who_told_it() -> None:
    """ADR 0006: told, and owed, at the end that sent it; the city learns it in its turn."""
    post = ordered()
    act(post.county, "give_feedback", feedback())
    (failed, *_) = post.fails(post.county, place=1)
    assert isinstance(failed, events.DeliveryFailed)
    assert (failed.by, failed.dispatch) == (OFFICE, 2)
    assert owed(post.county, "undelivered") == {(OFFICE, "open")}
    act(post.county, "resend", commands.Resend(party=ABOVE))
    for order in post.orders(post.county)[1:]:
        take(post.city, order)
    assert [each.news for each in of(post.city.told, events.NewsArrived)] == [
        "delivered",
        "acknowledged",
        "answered",
    ]
    assert owed(post.county, "undelivered") == set()
