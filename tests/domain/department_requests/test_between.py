"""A group of the city and the county's of one system: data asked, findings shared, each under its own number.

Basis: mechanism 23 (vertical sharing, minimum fields), DOMAIN.md §1.15.
"""

from dataclasses import replace
from typing import Any

import pytest

from domain.asking import NotTheIssuer
from domain.between import HandledElsewhere, NoChannel
from domain.department_requests import commands, errors, events
from domain.department_requests.commands import Item
from domain.errors import AlreadyExists, NotFound
from domain.ids import PartyId, StreamId
from domain.model import Event
from domain.scheme_parts import Phrase, ProcedureField
from domain.scheme_procedures import System
from tests.domain.department_requests.desk import ask, items
from tests.domain.post import ABOVE, BELOW, Post, of, refused, take
from tests.domain.small import EDUCATION_GROUP, OFFICE, person, stream
from tests.domain.world import World

HERE: StreamId = stream("department_request", "first")
PEOPLE = {
    EDUCATION_GROUP: "group-head",
    OFFICE: "office-head",
    BELOW: "county-head",
    ABOVE: "chief",
}
RETURN = commands.ReturnAnswer(reason="口径不一致")
RECALL = commands.Recall(party=BELOW, reason="改由书面", approved_by=person("leader"))


def act(
    world: World, name: str, command: Any, party: PartyId = EDUCATION_GROUP, to: Any = HERE
) -> list[Event]:
    """Let a party do something with a request."""
    action = f"department_request.{name}"
    return world.ask(action, to, command, actor=person(PEOPLE[party]), party=party)


def asked(by: PartyId = EDUCATION_GROUP, *, carried: bool = True, **changes: Any) -> Post:
    """A party of the city asked the county for data."""
    post = Post("department_request", "department-requests")
    act(post.city, "issue", ask(to=BELOW, office=None, **changes), by)
    if carried:
        post.carry()
    return post


def owed(world: World, rule: str) -> set[PartyId]:
    every = (each for state in world.streams.values() for each in state.obligations.values())
    return {each.arisen.owner for each in every if each.arisen.rule == rule}


def test_it_reaches_the_group_of_the_same_system_and_no_other() -> None:
    """条线: the channel says which group there is of one system with the sender's; else one receiver."""
    post = asked()
    (came,) = of(post.county.told, events.Issued)
    assert (came.issuer, came.to, came.number.organ) == (ABOVE, EDUCATION_GROUP, EDUCATION_GROUP)
    assert came.concerns.parties == (ABOVE, EDUCATION_GROUP)
    other = asked(OFFICE)
    assert [each.to for each in of(other.county.told, events.Issued)] == [OFFICE]
    for order in post.orders(post.city):
        with pytest.raises(AlreadyExists):
            take(post.county, order)


def test_data_are_supplied_returned_supplied_again_and_accepted() -> None:
    """Minimum fields hold at the other level too; each step is told once."""
    post = asked()
    fields = post.county.state(post.there).fields
    with pytest.raises(errors.FieldsMissing):
        act(post.county, "answer", commands.Answer(items=()), to=post.there)
    act(post.county, "answer", commands.Answer(items=items(*fields)), to=post.there)
    post.carry()
    (given,) = of(post.city.told, events.Answered)
    assert (given.by, given.items) == (BELOW, items(*fields))
    assert owed(post.city, "judgement") == {EDUCATION_GROUP}
    act(post.city, "return_answer", RETURN)
    post.carry()
    assert owed(post.county, "better-answer") == {EDUCATION_GROUP}
    better = tuple(Item(field=field, reason="无此数据") for field in fields)
    act(post.county, "answer", commands.Answer(items=better), to=post.there)
    post.carry()
    act(post.city, "accept_answer", commands.AcceptAnswer())
    post.carry()
    assert post.city.state(HERE).asked == post.city.state(HERE).asked.at(BELOW, "accepted")
    assert post.county.state(post.there).asked.answer(EDUCATION_GROUP) == "accepted"
    for world in (post.city, post.county):
        assert not any(each.obligations for each in world.streams.values())


def test_a_county_shares_a_finding_upward_and_learns_what_it_was_taken_up_as() -> None:
    """横向纵向共享: the finding with its items, and of the outcome no more than that."""
    post = Post("department_request", "department-requests")
    found = commands.Issue(
        kind="finding",
        title="违规占地线索",
        text="核查中发现",
        basis="专项监督",
        to=ABOVE,
        items=items("place"),
        due=ask().due,
    )
    act(post.county, "issue", found)
    post.carry()
    (came,) = of(post.city.told, events.Issued)
    assert (came.kind, came.to, came.items) == ("finding", EDUCATION_GROUP, items("place"))
    assert came.number.kind == "shared_finding"
    (here,) = {told.stream for told in post.city.told}
    act(post.city, "answer", commands.Answer(outcome="supervision"), to=here)
    post.carry()
    assert [each.outcome for each in of(post.county.told, events.Answered)] == ["supervision"]


def test_nothing_goes_down_or_up_without_the_minimum_of_the_system() -> None:
    """It is asked for with what else is asked; a finding that lacks some of it is refused at either end."""
    post = Post("department_request", "department-requests")
    system = System(
        code="schools",
        title=Phrase(zh="教育系统", en="schools"),
        parties=frozenset({EDUCATION_GROUP, ABOVE, BELOW}),
        fields=(ProcedureField(code="school", title=Phrase(zh="学校", en="school")),),
        basis="b",
    )
    for world in (post.city, post.county):
        scheme = world.jurisdiction.scheme
        assert scheme is not None
        world.jurisdiction = replace(world.jurisdiction, scheme=replace(scheme, systems=(system,)))
    act(post.city, "issue", ask(to=BELOW, office=None))
    post.carry()
    there = post.there
    assert post.county.state(there).fields == ("school", "supplier", "period")
    finding = {"kind": "finding", "fields": (), "office": None}
    for world, to in ((post.city, BELOW), (post.county, ABOVE)):
        short = ask(**finding, to=to, items=items("place"))
        with pytest.raises(errors.FieldsMissing):
            act(world, "issue", short, to=stream("department_request", "short"))
        whole = ask(**finding, to=to, items=items("place", "school"))
        act(world, "issue", whole, to=stream("department_request", "whole"))
    with pytest.raises(errors.FieldsMissing):
        act(post.county, "answer", commands.Answer(items=items("supplier", "period")), to=there)


def test_each_end_acts_in_its_own_log() -> None:
    post = asked()
    guest = {"actor": person(PEOPLE[BELOW]), "party": BELOW}
    refused(
        HandledElsewhere,
        post.city,
        "department_request.answer",
        HERE,
        commands.Answer(items=()),
        **guest,
    )
    there = post.there
    for party, refusal in ((ABOVE, HandledElsewhere), (EDUCATION_GROUP, NotTheIssuer)):
        with pytest.raises(refusal):
            act(post.county, "annul", _annul(), party, there)
    with pytest.raises(NotFound):
        act(post.county, "acknowledge", commands.Acknowledge(), OFFICE, there)


def _annul() -> commands.Annul:
    return commands.Annul(reason="误发", approved_by=person("leader"))


def test_what_failed_is_recalled_and_called_back_if_it_got_there() -> None:
    post = asked(carried=False)
    post.fails(post.city)
    assert owed(post.city, "undelivered") == {EDUCATION_GROUP}
    act(post.city, "recall", RECALL)
    assert not post.city.stream(HERE).obligations
    take(post.county, post.orders(post.city)[0])
    post.carry()
    assert post.county.state(post.there).stage == "annulled"


def test_an_annulled_request_is_annulled_there() -> None:
    post = asked()
    act(post.city, "annul", _annul())
    post.carry()
    assert post.county.state(post.there).stage == "annulled"
    assert not post.county.stream(post.there).obligations


def test_what_the_scheme_gives_nobody_is_not_taken_in() -> None:
    post = asked(carried=False)
    (order,) = post.orders(post.city)
    with pytest.raises(NoChannel):
        take(post.city, order)
