"""Groups give people into the pool of their area for a time; an operation within it draws them."""

import datetime
from dataclasses import replace
from typing import Any

import pytest

from domain import matters
from domain.errors import InvalidField, NotFound, Refusal
from domain.ids import PartyId
from domain.joint_operations import commands, errors, events
from domain.leads import commands as leads
from domain.model import Command
from domain.talent_pools import commands as pools
from domain.talent_pools.errors import NotForThePool
from tests.domain.desk import refused
from tests.domain.joint_operations.given import AGREE, LEAD, OPERATION, Desk, among_groups
from tests.domain.small import COMMISSION, EDUCATION_GROUP, HEALTH_GROUP, OFFICE, person, stream

POOL = stream("talent_pool", "east")
POOLED_UNTIL = datetime.date(2026, 2, 27)
DRAW = commands.DrawPerson(pool=POOL, member=1, duty="核查账目", until=POOLED_UNTIL)
OPEN = pools.Open(
    title="东片区人员库",
    parties=(EDUCATION_GROUP,),
    nominate_by=datetime.date(2026, 1, 9),
    places=2,
    area="east",
    until=POOLED_UNTIL,
)


def pool(desk: Desk, party: PartyId, name: str, command: Command) -> None:
    actor = person(desk.actors[party])
    desk.world.ask(f"talent_pool.{name}", POOL, command, actor=actor, party=party)


def proposed_by_the_lead_group() -> Desk:
    """The lead group of the area proposes to work together on a lead of its own."""
    desk = Desk(holder=HEALTH_GROUP, handling_party=HEALTH_GROUP, handlers=())
    circle = frozenset({HEALTH_GROUP})
    lead = desk.world.streams[LEAD]
    desk.world.streams[LEAD] = replace(lead, circles={"lead": circle}, insiders=circle)
    together = among_groups(
        cooperation="investigation", parties=(EDUCATION_GROUP,), matters=(LEAD,)
    )
    desk.act(HEALTH_GROUP, "propose", together)
    return desk


def drawing() -> Desk:
    """The operation is open, and one of the other group is in the pool."""
    desk = proposed_by_the_lead_group()
    desk.act(COMMISSION, "opine", AGREE)
    desk.act(HEALTH_GROUP, "open", commands.Open())
    pool(desk, HEALTH_GROUP, "open", OPEN)
    pool(
        desk, EDUCATION_GROUP, "nominate", pools.Nominate(person=person("group-clerk"), merits="…")
    )
    pool(desk, HEALTH_GROUP, "admit", pools.Admit(member=1))
    return desk


@pytest.mark.parametrize(
    ("party", "changes", "refusal"),
    [
        (EDUCATION_GROUP, {"parties": (HEALTH_GROUP,)}, NotForThePool),
        (HEALTH_GROUP, {"parties": (OFFICE,)}, InvalidField),
        (HEALTH_GROUP, {"area": "west"}, InvalidField),
        (HEALTH_GROUP, {"until": None}, InvalidField),
        (HEALTH_GROUP, {"until": OPEN.nominate_by}, InvalidField),
    ],
)
def test_the_lead_group_of_an_area_keeps_its_pool_for_a_time(
    party: PartyId, changes: dict[str, Any], refusal: type[Refusal]
) -> None:
    """片区人员库 (mechanism 15): of the area's groups, with a last day."""
    desk = proposed_by_the_lead_group()
    with refused(desk.world, refusal):
        pool(desk, party, "open", replace(OPEN, **changes))


def test_who_is_drawn_reads_that_operation_until_their_day() -> None:
    """No group is asked anew; whoever is lent goes home as any other."""
    desk = drawing()
    told = desk.act(HEALTH_GROUP, "draw_person", DRAW)
    lent = [type(each) for each in told if isinstance(each, events.LendingEvent)]
    assert lent == [events.PersonOffered, events.PersonAdmitted]
    assert desk.reads("group-clerk") == {OPERATION, LEAD}
    assert desk.owed >= {(HEALTH_GROUP, "return")}
    desk.refuses(InvalidField, HEALTH_GROUP, "draw_person", DRAW)
    desk.world.pass_to(POOLED_UNTIL + datetime.timedelta(days=1))
    assert desk.reads("group-clerk") == set()
    home = commands.ReturnPerson(lending=1, reason="期满")
    desk.act(EDUCATION_GROUP, "return_person", home)


@pytest.mark.parametrize(
    "changes",
    [
        {"member": 2},
        {"until": POOLED_UNTIL + datetime.timedelta(days=1)},
    ],
)
def test_nobody_is_drawn_who_was_not_given_or_longer_than_given(changes: dict[str, Any]) -> None:
    drawing().refuses(errors.NotInThePool, HEALTH_GROUP, "draw_person", replace(DRAW, **changes))


def test_who_left_the_pool_is_not_drawn() -> None:
    desk = drawing()
    pool(desk, EDUCATION_GROUP, "release", pools.Release(member=1, reason="调离"))
    desk.refuses(errors.NotInThePool, HEALTH_GROUP, "draw_person", DRAW)


def test_another_pool_serves_no_operation_and_nobody_learns_of_one() -> None:
    """A pool of young cadres is none of an area; one that is not there, or not one's own, is not found."""
    desk = drawing()
    missing = replace(DRAW, pool=stream("talent_pool", "elsewhere"))
    desk.refuses(NotFound, HEALTH_GROUP, "draw_person", missing)
    desk.refuses(NotFound, HEALTH_GROUP, "draw_person", replace(DRAW, pool=LEAD))
    desk.refuses(errors.NotTheLeadBody, EDUCATION_GROUP, "draw_person", DRAW)


def test_recusal_is_checked_on_drawing() -> None:
    """SL 67, R 295."""
    desk = drawing()
    recusal = leads.DeclareRecusal(
        person=person("group-clerk"), ground="near_relative", reason="系近亲属"
    )
    desk.world.ask(
        "lead.declare_recusal",
        LEAD,
        recusal,
        actor=person("health-head"),
        party=HEALTH_GROUP,
    )
    desk.refuses(matters.KeepsOutOfTheMatter, HEALTH_GROUP, "draw_person", DRAW)
