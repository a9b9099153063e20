"""Proposing, approving and opening (DOMAIN.md §5 mechanism 15)."""

import datetime
from typing import Any

import pytest

from domain import matters
from domain.approvals import commands as approvals
from domain.cases.errors import CannotAdjudicate
from domain.errors import InvalidField, NotAuthorised, NotFound, Refusal, UnknownParty, WrongState
from domain.ids import PartyId, StreamId
from domain.joint_operations import commands, errors, events
from domain.leads.values import Standing, SubjectReference
from domain.obligations.events import Arisen
from domain.submission import NotYourTurn, SignerBarred
from tests.domain.joint_operations.given import (
    AGREE,
    CASE,
    LEAD,
    OPERATION,
    Desk,
    among_groups,
    annul,
    approved,
    opened,
    propose,
    proposed,
)
from tests.domain.small import (
    ADJUDICATION,
    AUDIT,
    CASE_SUPERVISION,
    COMMISSION,
    COUNTY,
    EDUCATION_GROUP,
    HEALTH_GROUP,
    OFFICE,
    person,
    stream,
)


def test_the_leader_in_charge_approves_and_the_office_opens_and_asks() -> None:
    """以室带组促地: the office leads, the group that proposed takes part, the county is asked."""
    desk = proposed()
    assert desk.owed == {(COMMISSION, "approval")}
    desk.act(COMMISSION, "opine", AGREE)
    assert desk.owed == {(OFFICE, "opening")}
    told = desk.act(OFFICE, "open", commands.Open())
    opening = next(each for each in told if isinstance(each, events.Opened))
    assert (opening.number.organ, str(opening.number)) == (OFFICE, "〔2026〕1号")
    assert desk.state.members == (OFFICE, EDUCATION_GROUP)
    assert desk.owed == {(COUNTY, "answer"), (OFFICE, "conclusion")}


@pytest.mark.parametrize(
    ("changes", "refusal"),
    [
        ({"kind": "group_group"}, errors.WrongFormation),
        ({"kind": "office_group"}, errors.WrongFormation),
        ({"parties": ()}, errors.WrongFormation),
        ({"lead_body": HEALTH_GROUP}, errors.WrongFormation),
        ({"parties": (COUNTY, CASE_SUPERVISION)}, errors.WrongFormation),
        ({"parties": (COUNTY, COUNTY)}, InvalidField),
        ({"parties": (COUNTY, EDUCATION_GROUP)}, InvalidField),
        ({"parties": (COUNTY, OFFICE)}, InvalidField),
        ({"parties": (PartyId("nobody"),)}, UnknownParty),
        ({"until": datetime.date(2026, 1, 4)}, InvalidField),
        ({"matters": (stream("lead", "unknown"),)}, NotFound),
        ({"matters": (stream("notice", "unknown"),)}, NotFound),
        ({"area": "west"}, errors.OutsideTheArea),
    ],
)
def test_an_operation_has_to_make_sense(changes: dict[str, Any], refusal: type[Refusal]) -> None:
    """Group and group; office and group; office, group and locality: each has its own parties."""
    Desk().refuses(refusal, EDUCATION_GROUP, "propose", propose(**changes))


def test_an_office_and_a_group_need_nobody_else() -> None:
    """室组联动: the linked office and the group that asks for it."""
    desk = proposed(propose(kind="office_group", parties=()))
    assert desk.state.members == (OFFICE, EDUCATION_GROUP)


def test_groups_of_an_area_work_under_its_lead_group() -> None:
    """分片协作 (Wuhu): who leads an area is the scheme's; outside it nobody is asked."""
    assert proposed(among_groups(cooperation="inspection")).state.area == "east"
    desk = Desk()
    command = among_groups(cooperation="inspection", lead_body=EDUCATION_GROUP, matters=())
    desk.refuses(errors.OutsideTheArea, HEALTH_GROUP, "propose", command)


@pytest.mark.parametrize(
    ("areas", "written", "refusal"),
    [
        ({"east": (EDUCATION_GROUP, HEALTH_GROUP)}, None, errors.AreaNeeded),
        ({"east": (EDUCATION_GROUP, AUDIT)}, None, errors.AreaNeeded),
        ({"east": (HEALTH_GROUP, AUDIT)}, None, errors.AreaNeeded),
        ({"east": (HEALTH_GROUP, AUDIT)}, "east", errors.OutsideTheArea),
        ({}, "east", errors.OutsideTheArea),
        ({}, None, None),
    ],
)
def test_groups_work_together_within_their_area_only(
    areas: dict[str, tuple[PartyId, ...]],
    written: str | None,
    refusal: type[Refusal] | None,
) -> None:
    """分片协作: a group that stands in an area needs it; who proposed counts; without areas all may join."""
    desk = Desk()
    desk.have_areas(areas)
    command = among_groups(cooperation="inspection", matters=(), area=written)
    if refusal is None:
        desk.act(EDUCATION_GROUP, "propose", command)
    else:
        desk.refuses(refusal, EDUCATION_GROUP, "propose", command)


def test_who_handles_the_matter_stands_in_the_area() -> None:
    """A lead of another area's group is none for this one, whoever proposes it."""
    desk = Desk(handling_party=EDUCATION_GROUP)
    desk.have_areas({"east": (HEALTH_GROUP, AUDIT), "west": (EDUCATION_GROUP, COUNTY)})
    command = among_groups(cooperation="inspection", matters=(LEAD,))
    desk.refuses(errors.OutsideTheArea, EDUCATION_GROUP, "propose", command)
    desk.refuses(
        errors.AreaNeeded,
        EDUCATION_GROUP,
        "propose",
        among_groups(cooperation="inspection", matters=(LEAD,), area=None),
    )


def test_across_areas_an_office_leads() -> None:
    """室组联动: offices stand in no area, and bring groups of any along where none is written."""
    desk = Desk()
    desk.have_areas({"east": (HEALTH_GROUP, AUDIT), "west": (EDUCATION_GROUP, COUNTY)})
    command = propose(kind="office_group", parties=(HEALTH_GROUP,))
    desk.refuses(
        errors.OutsideTheArea,
        EDUCATION_GROUP,
        "propose",
        propose(kind="office_group", parties=(HEALTH_GROUP,), area="east"),
    )
    desk.act(EDUCATION_GROUP, "propose", command)


def test_an_area_written_into_the_scheme_since_holds_for_what_is_proposed_anew() -> None:
    """The scheme in force when it is proposed anew, or when one more group is asked."""
    desk = Desk()
    desk.have_areas({})
    plain = among_groups(cooperation="inspection", area=None, matters=())
    desk.act(EDUCATION_GROUP, "propose", plain)
    desk.act(COMMISSION, "opine", approvals.Opine(opinion="return", text="分工不明"))
    desk.have_areas({"east": (HEALTH_GROUP, AUDIT)})
    again = commands.Resubmit(changes="已明确分工")
    desk.refuses(errors.AreaNeeded, EDUCATION_GROUP, "resubmit", again)


def test_nobody_shares_a_matter_that_they_do_not_read() -> None:
    """R 299: scope of knowledge is limited; the office knows the status of the group's lead only."""
    desk = Desk()
    command = propose(lead_body=OFFICE, parties=(EDUCATION_GROUP, COUNTY))
    desk.refuses(NotFound, OFFICE, "propose", command)
    desk.act(OFFICE, "propose", propose(parties=(EDUCATION_GROUP, COUNTY), matters=()))


def test_who_handled_it_does_not_adjudicate() -> None:
    """案件审理 by another group, never the handlers of the matter (R 222)."""
    desk = Desk()
    desk.have_case(handling_party=HEALTH_GROUP)
    desk.refuses(errors.HandlerMayNotAdjudicate, EDUCATION_GROUP, "propose", among_groups())
    assert proposed(among_groups()).state.lead_body == HEALTH_GROUP


@pytest.mark.parametrize(
    ("changes", "matters_served"),
    [
        ({}, ()),
        ({}, (LEAD,)),
        ({}, (CASE, LEAD)),
        ({"stage": "opened"}, (CASE,)),
        ({"stage": "deliberated"}, (CASE,)),
        ({"stage": "sent", "adjudicator": ADJUDICATION}, (CASE,)),
    ],
)
def test_it_is_a_case_that_is_adjudicated(
    changes: dict[str, Any], matters_served: tuple[StreamId, ...]
) -> None:
    """R 222: one that was filed, is not deliberated, and lies with no other body."""
    desk = Desk()
    desk.have_case(**changes)
    command = among_groups(matters=matters_served)
    desk.refuses(InvalidField, EDUCATION_GROUP, "propose", command)


def test_an_office_that_adjudicates_nothing_leads_no_adjudication() -> None:
    """A supervision office may bring groups along to verify, never to adjudicate."""
    groups: dict[str, Any] = {"kind": "office_group", "area": None, "parties": (HEALTH_GROUP,)}
    desk = Desk()
    command = among_groups(lead_body=OFFICE, **groups)
    desk.refuses(CannotAdjudicate, EDUCATION_GROUP, "propose", command)
    desk.act(EDUCATION_GROUP, "propose", among_groups(lead_body=ADJUDICATION, **groups))


@pytest.mark.parametrize("ground", ["recused", "recusals_asked"])
def test_who_keeps_out_of_the_matter_keeps_out_of_the_operation(ground: str) -> None:
    """SL 67, R 295: neither proposing it, nor approving it, nor acting in it."""
    head: dict[str, Any] = {ground: (person("group-head"),)}
    leader: dict[str, Any] = {ground: (person("leader"),)}
    desk = Desk(**head)
    desk.refuses(matters.KeepsOutOfTheMatter, EDUCATION_GROUP, "propose", propose())
    desk = proposed(**leader)
    desk.refuses(matters.KeepsOutOfTheMatter, COMMISSION, "opine", AGREE)
    desk.refuses(NotYourTurn, OFFICE, "opine", AGREE)


def test_who_is_named_in_the_matter_learns_of_nothing() -> None:
    """R 299: to them there is no such operation, also where their party takes part."""
    desk = approved()
    standing = Standing(post_level="unit_managed")
    desk.have_lead(subjects=(SubjectReference(person=person("office-head"), standing=standing),))
    desk.refuses(NotFound, OFFICE, "open", commands.Open())


def test_where_the_leader_keeps_out_the_scheme_names_who_signs_instead() -> None:
    """DOMAIN.md §1.13: the substitute of the route; being stuck is shown, never bypassed."""
    desk = proposed(recused=(person("leader"),))
    assert [seat.role for _, seat in desk.state.approval.awaited] == ["principal_head"]
    desk.act(COMMISSION, "opine", AGREE, actor="chief")
    assert desk.state.stage == "approved"
    desk = proposed(recused=(person("leader"), person("chief")))
    assert desk.owed == {(EDUCATION_GROUP, "unblocking")}


def test_who_submits_does_not_approve() -> None:
    """Approver ≠ who submitted, and it is for the awaited seat to say (呈批)."""
    desk = Desk()
    command = propose(parties=(EDUCATION_GROUP, COUNTY), matters=())
    desk.act(COMMISSION, "propose", command)
    desk.refuses(SignerBarred, COMMISSION, "opine", AGREE)
    desk.refuses(NotYourTurn, OFFICE, "opine", AGREE)
    desk.act(COMMISSION, "opine", AGREE, actor="chief")


def test_what_comes_back_is_proposed_anew() -> None:
    """退回: the proposing party changes it, and it climbs again from the first level."""
    desk = proposed()
    told = desk.act(COMMISSION, "opine", approvals.Opine(opinion="return", text="分工不明"))
    assert isinstance(told[-1], events.SubmissionReturned)
    again = commands.Resubmit(changes="已明确分工", parties=(COUNTY, HEALTH_GROUP))
    desk.refuses(NotAuthorised, OFFICE, "resubmit", again)
    desk.refuses(
        errors.WrongFormation,
        EDUCATION_GROUP,
        "resubmit",
        commands.Resubmit(changes="无", parties=(HEALTH_GROUP,)),
    )
    desk.act(EDUCATION_GROUP, "resubmit", again)
    desk.act(COMMISSION, "opine", AGREE)
    assert desk.state.parties == (COUNTY, HEALTH_GROUP)
    assert desk.state.stage == "approved"


def test_the_lead_body_opens_through_its_leader() -> None:
    """Nobody else opens, nothing opens unapproved."""
    desk = approved()
    desk.refuses(errors.NotTheLeadBody, EDUCATION_GROUP, "open", commands.Open())
    desk.refuses(NotAuthorised, OFFICE, "open", commands.Open(), actor="office-clerk")
    proposed().refuses(WrongState, OFFICE, "open", commands.Open())


def test_whoever_is_only_asked_is_told_nothing_of_the_matter() -> None:
    """Members only read: an invitation says what, with whom, until when – no more."""
    desk = opened()
    told = {each.name: each.event for each in desk.world.told if each.stream == OPERATION}
    asked = told["joint_operation.asked"]
    assert asked.concerns.parties == (OFFICE, COUNTY)
    assert asked.concerns.visibility == f"joint_invitation:{COUNTY}"
    for name in ("proposed", "matter_attached", "opinion_given", "opened"):
        assert COUNTY not in told[f"joint_operation.{name}"].concerns.parties
    attached = told["joint_operation.matter_attached"]
    assert isinstance(attached, events.MatterAttached)
    assert attached.matter == LEAD


def test_what_an_annulled_operation_owed_is_withdrawn() -> None:
    """作废 with reason and approver; its number is kept."""
    desk = opened()
    desk.act(OFFICE, "annul", annul())
    assert desk.owed == set()
    desk.refuses(WrongState, COUNTY, "join", commands.Join())
    numbers = desk.world.jurisdiction.counters
    assert numbers[(OFFICE, "joint_operation", 2026)] == 1


def test_the_approval_is_due_in_three_working_days() -> None:
    """A limit of the scheme, local practice."""
    desk = proposed()
    (due,) = (each.event for each in desk.world.told if isinstance(each.event, Arisen))
    assert due.due == datetime.date(2026, 1, 8)
    assert StreamId(OPERATION) in desk.world.streams
