"""A proposal form goes to a county and its answer comes back; the order that it came of stays here.

Basis: mechanism 25, DOMAIN.md §1.15.
"""

from typing import Any

import pytest

from domain.between import HandledElsewhere, NoChannel
from domain.errors import AlreadyExists
from domain.ids import PartyId, StreamId
from domain.model import Event
from domain.proposal_forms import commands, events
from tests.domain.post import ABOVE, BELOW, Post, of, refused, take
from tests.domain.proposal_forms.desk import DUE, issue
from tests.domain.small import EDUCATION_GROUP, OFFICE, person, stream
from tests.domain.task_orders import desk as orders
from tests.domain.world import World

HERE: StreamId = stream("proposal_form", "first")
ORDER: StreamId = stream("task_order", "first")
PEOPLE = {
    EDUCATION_GROUP: "group-head",
    OFFICE: "office-head",
    BELOW: "county-head",
    ABOVE: "chief",
}
ANSWER = commands.Answer(text="已公开招标")
RECALL = commands.Recall(party=BELOW, reason="改由书面", approved_by=person("leader"))


def act(
    world: World, name: str, command: Any, party: PartyId = OFFICE, to: StreamId = HERE
) -> list[Event]:
    """Let a party do something with a proposal form."""
    action = f"proposal_form.{name}"
    return world.ask(action, to, command, actor=person(PEOPLE[party]), party=party)


def proposed(by: PartyId = OFFICE, *, carried: bool = True) -> Post:
    """Because of an order, a party of the city proposed something to the county."""
    post = Post("proposal_form", "proposal-forms")
    order = orders.issue(parties=(EDUCATION_GROUP,), departments=(), meeting=None, item=None)
    head = person(PEOPLE[OFFICE])
    post.city.ask("task_order.issue", ORDER, order, actor=head, party=OFFICE)
    act(post.city, "issue", issue(to=BELOW), by)
    if carried:
        post.carry()
    return post


def owed(world: World, matter: StreamId) -> set[tuple[PartyId, str]]:
    every = world.stream(matter).obligations.values()
    return {(each.arisen.owner, each.arisen.rule) for each in every}


def test_it_arrives_without_the_order_it_came_of() -> None:
    """To the group of one system with its sender, or whom the channel names; once."""
    for by in (OFFICE, EDUCATION_GROUP):
        post = proposed(by)
        (came,) = of(post.county.told, events.Issued)
        assert (came.issuer, came.to, came.number.organ) == (ABOVE, by, by)
        assert (came.text, came.due, came.task_order) == (issue().text, DUE, None)
        assert came.concerns.parties == (ABOVE, by)
        assert owed(post.county, post.there) == {(by, "acknowledgement"), (by, "answer")}
        with pytest.raises(AlreadyExists):
            take(post.county, post.orders(post.city)[0])


def test_the_answer_comes_back_and_the_order_waits_for_it_no_longer() -> None:
    post = proposed()
    assert post.city.state(ORDER).proposals == {HERE: False}
    act(post.county, "answer", ANSWER, to=post.there)
    post.carry()
    act(post.city, "return_answer", commands.ReturnAnswer(reason="未附制度"))
    post.carry()
    act(post.county, "answer", ANSWER, to=post.there)
    post.carry()
    act(post.city, "accept_answer", commands.AcceptAnswer())
    post.carry()
    assert post.county.state(post.there).asked.answer(OFFICE) == "accepted"
    assert post.city.state(ORDER).proposals == {HERE: True}
    assert owed(post.city, HERE) == owed(post.county, post.there) == set()


def test_each_end_acts_in_its_own_log() -> None:
    post = proposed()
    guest: dict[str, Any] = {"actor": person(PEOPLE[BELOW]), "party": BELOW}
    refused(HandledElsewhere, post.city, "proposal_form.answer", HERE, ANSWER, **guest)
    void = commands.Annul(reason="误", approved_by=person("leader"))
    with pytest.raises(HandledElsewhere):
        act(post.county, "annul", void, ABOVE, post.there)
    with pytest.raises(NoChannel):
        take(post.city, post.orders(post.city)[0])


def test_what_failed_is_recalled_and_the_order_waits_no_longer() -> None:
    """One that got there all the same is called back."""
    post = proposed(carried=False)
    post.fails(post.city)
    assert (OFFICE, "undelivered") in owed(post.city, HERE)
    act(post.city, "recall", RECALL)
    assert (owed(post.city, HERE), post.city.state(ORDER).proposals) == (set(), {HERE: True})
    take(post.county, post.orders(post.city)[0])
    post.carry()
    assert post.county.state(post.there).stage == "annulled"
