"""Joining and not joining."""

from domain.errors import InvalidField, NotFound, WrongState
from domain.joint_operations import commands, errors, events
from tests.domain.joint_operations.given import Desk, among_groups, joined, opened
from tests.domain.small import (
    ADJUDICATION,
    CASE_SUPERVISION,
    COUNTY,
    EDUCATION_GROUP,
    HEALTH_GROUP,
    OFFICE,
)

DECLINE = commands.Decline(reason="人员已全部投入专项检查")


def test_who_joins_reads_from_then_on() -> None:
    """Members only: the circle grows with each that joins."""
    desk = opened()
    desk.refuses(NotFound, HEALTH_GROUP, "join", commands.Join())
    desk.refuses(errors.NotAsked, EDUCATION_GROUP, "join", commands.Join())
    (told, *_) = desk.act(COUNTY, "join", commands.Join())
    assert isinstance(told, events.Joined)
    assert told.concerns.visibility == "joint_operation"
    assert COUNTY in told.concerns.parties
    assert (COUNTY, "answer") not in desk.owed
    desk.refuses(errors.NotAsked, COUNTY, "join", commands.Join())


def test_who_declines_says_why_and_reads_nothing() -> None:
    """Declining ends what was owed; the party stays outside."""
    desk = opened()
    (told, *_) = desk.act(COUNTY, "decline", DECLINE)
    assert isinstance(told, events.Declined)
    assert told.concerns.parties == (OFFICE, COUNTY)
    assert COUNTY not in desk.state.members
    desk.refuses(errors.NotAsked, COUNTY, "join", commands.Join())
    desk.act(OFFICE, "ask", commands.Ask(party=COUNTY, reason="再次商请"))
    desk.act(COUNTY, "join", commands.Join())


def test_one_more_is_asked_by_the_lead_body_if_it_fits() -> None:
    """Of the kinds that the operation needs, and not twice."""
    desk = joined()
    asked = commands.Ask(party=HEALTH_GROUP, reason="需核查药品采购")
    desk.refuses(errors.NotTheLeadBody, EDUCATION_GROUP, "ask", asked)
    again = commands.Ask(party=COUNTY, reason="再问")
    desk.refuses(InvalidField, OFFICE, "ask", again)
    unfit = commands.Ask(party=CASE_SUPERVISION, reason="请管理")
    desk.refuses(errors.WrongFormation, OFFICE, "ask", unfit)
    desk.act(OFFICE, "ask", asked)
    desk.refuses(InvalidField, OFFICE, "ask", asked)


def test_who_handles_the_matter_is_not_asked_to_adjudicate_it() -> None:
    """R 222, also for a party that is asked later."""
    command = among_groups(
        kind="office_group_locality",
        area=None,
        parties=(HEALTH_GROUP, COUNTY),
        lead_body=ADJUDICATION,
    )
    desk = Desk()
    desk.have_case(handling_party=COUNTY)
    desk.refuses(errors.HandlerMayNotAdjudicate, EDUCATION_GROUP, "propose", command)
    desk = opened(among_groups())
    desk.refuses(InvalidField, HEALTH_GROUP, "ask", commands.Ask(party=EDUCATION_GROUP, reason="x"))


def test_nothing_is_joined_before_it_is_open() -> None:
    desk = joined()
    desk.act(OFFICE, "conclude", commands.Conclude(outcome="办结"))
    desk.refuses(WrongState, OFFICE, "ask", commands.Ask(party=HEALTH_GROUP, reason="x"))
