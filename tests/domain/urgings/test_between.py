"""Who has a matter in another jurisdiction is urged there, under that level's number, and answers from there.

Basis: DOMAIN.md §1.15 and §5 (催办/督办 with reply duty).
"""

import datetime
from dataclasses import replace
from typing import Any

import pytest

from domain.asking import NotTheIssuer
from domain.between import HandledElsewhere, NoChannel, NotDeliveredYet
from domain.errors import AlreadyExists, NotFound
from domain.ids import PartyId, StreamId
from domain.model import Event
from domain.task_orders import commands as orders
from domain.urgings import commands, events
from tests.domain.post import ABOVE, BELOW, Post, of, refused, take
from tests.domain.small import CASE_SUPERVISION, EDUCATION_GROUP, OFFICE, person, stream
from tests.domain.task_orders.desk import issue
from tests.domain.urgings.desk import DUE, ORDER, answer, urge
from tests.domain.world import World

HERE: StreamId = stream("urging", "first")
PEOPLE = {
    OFFICE: "office-head",
    CASE_SUPERVISION: "director",
    EDUCATION_GROUP: "group-head",
    BELOW: "county-head",
    ABOVE: "chief",
}
RECALL = commands.Recall(party=BELOW, reason="已电话催办", approved_by=person("leader"))
LATER = datetime.date(2026, 1, 16)


def act(world: World, name: str, command: Any, party: PartyId, to: StreamId = HERE) -> list[Event]:
    """Let a party do something with an urging."""
    return world.ask(f"urging.{name}", to, command, actor=person(PEOPLE[party]), party=party)


def ordered(*, carried: bool = True) -> Post:
    """The office ordered something of the county; there case supervision has it."""
    post = Post("urging", "urgings", also={"task_order": "task-orders"})
    order = issue(parties=(BELOW, EDUCATION_GROUP), departments=(), meeting=None, item=None)
    post.city.ask("task_order.issue", ORDER, order, actor=person(PEOPLE[OFFICE]), party=OFFICE)
    if carried:
        post.carry()
    return post


def urged(*, carried: bool = True, **changes: Any) -> Post:
    """The office urged the county because of the order."""
    post = ordered()
    act(post.city, "urge", urge(to=BELOW, **changes), OFFICE)
    if carried:
        post.carry()
    return post


def the_order_there(post: Post) -> StreamId:
    (found,) = {told.stream for told in post.county.told if told.name == "task_order.issued"}
    return found


def owed(world: World, matter: StreamId) -> set[tuple[PartyId, str]]:
    every = world.stream(matter).obligations.values()
    return {(each.arisen.owner, each.arisen.rule) for each in every}


def test_it_reaches_the_party_that_has_the_matter_there_and_no_other() -> None:
    """By no channel's receiver: whoever the matter came to is urged, under a number of its own."""
    post = urged()
    (came,) = of(post.county.told, events.Urged)
    assert (came.issuer, came.to, came.number.organ, came.number.kind) == (
        ABOVE,
        CASE_SUPERVISION,
        CASE_SUPERVISION,
        "reminder",
    )
    assert (came.matter, came.about, came.due) == (the_order_there(post), urge().about, DUE)
    assert came.concerns.parties == (ABOVE, CASE_SUPERVISION)
    assert owed(post.county, post.there) == {
        (CASE_SUPERVISION, "acknowledgement"),
        (CASE_SUPERVISION, "answer"),
    }
    (sent,) = [order for order in post.orders(post.city) if order.type.endswith("urging.take_in")]
    with pytest.raises(AlreadyExists):
        take(post.county, sent)


def test_the_answer_comes_back_is_returned_and_accepted() -> None:
    post = urged()
    act(post.county, "answer", answer(), CASE_SUPERVISION, post.there)
    post.carry()
    (given,) = of(post.city.told, events.Answered)
    assert (given.by, given.text) == (BELOW, answer().text)
    assert owed(post.city, HERE) == {(OFFICE, "judgement")}
    act(post.city, "return_answer", commands.ReturnAnswer(reason="未说明期限"), OFFICE)
    post.carry()
    assert owed(post.county, post.there) == {(CASE_SUPERVISION, "better-answer")}
    act(post.county, "answer", answer(), CASE_SUPERVISION, post.there)
    post.carry()
    act(post.city, "accept_answer", commands.AcceptAnswer(), OFFICE)
    post.carry()
    assert post.county.state(post.there).asked.answer(CASE_SUPERVISION) == "accepted"
    assert owed(post.city, HERE) == owed(post.county, post.there) == set()


def test_what_is_corrected_is_corrected_there() -> None:
    post = urged()
    right = commands.Correct(reason="期限过短", approved_by=person("chief"), due=LATER)
    act(post.city, "correct", right, OFFICE)
    post.carry()
    due = [each.arisen.due for each in post.county.stream(post.there).obligations.values()]
    assert LATER in due
    void = commands.Annul(reason="已报", approved_by=person("chief"))
    act(post.city, "annul", void, OFFICE)
    post.carry()
    assert (post.county.state(post.there).stage, owed(post.county, post.there)) == (
        "annulled",
        set(),
    )


def test_news_that_failed_is_sent_again_though_the_other_end_was_heard_meanwhile() -> None:
    """That it answered proves that the urging is there, not that its correction is."""
    post = urged()
    right = commands.Correct(reason="期限过短", approved_by=person("chief"), due=LATER)
    act(post.city, "correct", right, OFFICE)
    post.fails(post.city)
    act(post.county, "acknowledge", commands.Acknowledge(), CASE_SUPERVISION, post.there)
    post.carry()
    act(post.city, "resend", commands.Resend(party=BELOW), OFFICE)
    assert (OFFICE, "undelivered") not in owed(post.city, HERE)


def test_it_goes_up_to_whoever_asked() -> None:
    """What the county handed in waits to be judged: it urges whoever is to judge it."""
    post = ordered()
    order = the_order_there(post)
    given = orders.GiveFeedback(result="done", text="已检查")
    post.county.ask(
        "task_order.give_feedback",
        order,
        given,
        actor=person(PEOPLE[CASE_SUPERVISION]),
        party=CASE_SUPERVISION,
    )
    post.carry()
    act(post.county, "urge", urge(matter=order, to=ABOVE, about="请审阅反馈单"), CASE_SUPERVISION)
    post.carry()
    (came,) = of(post.city.told, events.Urged)
    assert (came.issuer, came.to, came.matter) == (BELOW, OFFICE, ORDER)


def test_whom_the_matter_does_not_go_to_is_urged_here() -> None:
    """Another addressee of the order is of this jurisdiction: nothing is sent."""
    post = ordered()
    act(post.city, "urge", urge(to=EDUCATION_GROUP), OFFICE)
    assert not of(post.city.told, events.Dispatched)
    act(post.city, "answer", answer(), EDUCATION_GROUP)


def test_each_end_acts_in_its_own_log() -> None:
    post = urged()
    guest: dict[str, Any] = {"actor": person(PEOPLE[BELOW]), "party": BELOW}
    for name, command in (("answer", answer()), ("acknowledge", commands.Acknowledge())):
        refused(HandledElsewhere, post.city, f"urging.{name}", HERE, command, **guest)
    void = commands.Annul(reason="误", approved_by=person("leader"))
    for party, refusal in ((ABOVE, HandledElsewhere), (CASE_SUPERVISION, NotTheIssuer)):
        with pytest.raises(refusal):
            act(post.county, "annul", void, party, post.there)


def test_nothing_is_urged_about_that_is_not_there_yet() -> None:
    post = ordered(carried=False)
    with pytest.raises(NotDeliveredYet):
        act(post.city, "urge", urge(to=BELOW), OFFICE)


def test_what_failed_is_recalled_and_called_back_if_it_got_there() -> None:
    post = urged(carried=False)
    post.fails(post.city)
    assert (OFFICE, "undelivered") in owed(post.city, HERE)
    act(post.city, "recall", RECALL, OFFICE)
    assert owed(post.city, HERE) == set()
    take(post.county, post.orders(post.city)[-1])
    post.carry()
    assert post.county.state(post.there).stage == "annulled"


def test_about_what_was_never_between_the_two_nothing_is_taken_in() -> None:
    """Nor where the scheme takes in nothing of the kind."""
    post = urged(carried=False)
    sent = post.orders(post.city)[-1]
    unknown = {**sent.data, "matter": stream("task_order", "none")}
    with pytest.raises(NotFound):
        take(post.county, replace(sent, data=unknown))
    with pytest.raises(NoChannel):
        take(post.city, sent)
