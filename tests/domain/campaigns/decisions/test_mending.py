"""What was recorded wrongly is corrected, struck or annulled, with an approval."""

from typing import Any

import pytest

from domain.campaigns import commands, errors, events
from domain.campaigns.state import Campaign
from domain.errors import InvalidField, NotAuthorised, WrongState
from domain.ids import PartyId
from domain.obligations.events import Withdrawn
from tests.domain.campaigns.given import (
    CHIEF,
    Desk,
    asked,
    found,
    guarantee,
)
from tests.domain.small import (
    EDUCATION_GROUP,
    HEALTH_GROUP,
    OFFICE,
    person,
)


def test_a_correction_says_what_and_who_approved() -> None:
    """更正 (DOMAIN.md §1.12): the list follows; another unit only while nothing was found."""
    desk = found()
    why: dict[str, Any] = {"reason": "误", "approved_by": CHIEF}
    desk.refuses(InvalidField, OFFICE, "correct", commands.Correct(**why))
    desk.refuses(InvalidField, OFFICE, "correct", commands.Correct(**why, object=1))
    right = commands.Correct(**why, title="投资担保整治", object=1, line=guarantee(3))
    told = desk.act(OFFICE, "correct", right)
    assert [type(each) for each in told] == [events.Corrected, events.ObjectCorrected]
    assert desk.state.objects[1].line.amount == 3
    moved = commands.Correct(**why, object=1, line=guarantee(unit=PartyId("pg-education")))
    desk.refuses(errors.FindingsAttached, OFFICE, "correct", moved)


def test_who_approves_a_correction_leads_the_party() -> None:
    """Not the one who acts, nor a clerk."""
    desk = found()
    own = commands.Correct(reason="误", approved_by=person("office-head"), title="题")
    desk.refuses(InvalidField, OFFICE, "correct", own)


def test_an_object_that_does_not_belong_is_struck_and_not_counted() -> None:
    """Its number stays; on one with findings they are annulled first."""
    desk = found()
    strike: dict[str, Any] = {"reason": "重复", "approved_by": CHIEF}
    desk.refuses(
        errors.FindingsAttached, OFFICE, "strike_object", commands.StrikeObject(object=1, **strike)
    )
    told = desk.act(OFFICE, "strike_object", commands.StrikeObject(object=2, **strike))
    assert {type(each) for each in told} == {
        events.ObjectStruck,
        events.AssignmentWithdrawn,
        Withdrawn,
    }
    annul = commands.AnnulFinding(finding=1, **strike)
    desk.refuses(errors.NotYourObject, HEALTH_GROUP, "annul_finding", annul)
    desk.act(EDUCATION_GROUP, "annul_finding", annul)
    assert (EDUCATION_GROUP, "settling") not in desk.owed
    desk.act(OFFICE, "strike_object", commands.StrikeObject(object=1, **strike))
    assert desk.state.counted == ()


def test_of_an_annulled_campaign_nothing_is_owed() -> None:
    """作废 withdraws what is owed; nothing more is done in it."""
    desk = asked()
    annul = commands.Annul(reason="误录", approved_by=CHIEF)
    told = desk.act(OFFICE, "annul", annul)
    assert {type(each) for each in told} == {events.Annulled, Withdrawn}
    assert desk.owed == set()
    desk.refuses(WrongState, HEALTH_GROUP, "screen", commands.Screen(object=2))


def test_a_person_without_office_does_nothing() -> None:
    """Who acts holds an office in the party."""
    desk = Desk()
    before: Campaign = desk.state
    with pytest.raises(NotAuthorised):
        desk.world.ask(
            "campaign.list_objects",
            desk.stream,
            commands.ListObjects(objects=(guarantee(),)),
            actor=person("health-head"),
            party=OFFICE,
        )
    assert desk.state == before
