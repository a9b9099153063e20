"""What a meeting needs before it counts as held: the leader whose meeting it is, and its pack."""

import pytest

from domain.consultations import commands, errors, events
from domain.errors import InvalidField, NotFound, WrongState
from tests.domain.attachments.desk import add
from tests.domain.consultations.room import (
    MEETING,
    assessment,
    convened,
    hold,
    present,
    refuses,
)
from tests.domain.desk import refused
from tests.domain.small import (
    CASE_SUPERVISION,
    COMMISSION,
    EDUCATION_GROUP,
    OFFICE,
    person,
)


@pytest.mark.parametrize(
    ("kind", "leader"), [("secretary_hearing", "chief"), ("leader_scheduling", "leader")]
)
def test_a_leaders_meeting_is_not_held_without_that_leader(kind: str, leader: str) -> None:
    """书记听汇报、分管领导调度: whoever else came, it is theirs (mechanism 18)."""
    room = convened(kind=kind)
    others = present(CASE_SUPERVISION, EDUCATION_GROUP)
    refuses(errors.LeaderMissing, room, CASE_SUPERVISION, "hold", hold())
    there = commands.Attendance(party=COMMISSION, persons=(person(leader),))
    room.act(CASE_SUPERVISION, "hold", hold(present=(*others, there)))
    assert room.state.stage == "held"


def test_an_analysis_meeting_has_its_pack_counted_and_given_out_before_it_is_held() -> None:
    """Of each body that the scheme has a form for, in the period named; again where that was put right."""
    room = convened(kind="quarterly_analysis", parties=(EDUCATION_GROUP, OFFICE))
    refuses(errors.PackMissing, room, CASE_SUPERVISION, "hold", hold())
    pack = commands.IssuePack(period="2026-Q1")
    refuses(errors.NotTheConvener, room, EDUCATION_GROUP, "issue_pack", pack)
    refuses(InvalidField, room, CASE_SUPERVISION, "issue_pack", commands.IssuePack())
    (issued,) = room.act(CASE_SUPERVISION, "issue_pack", pack)
    assert isinstance(issued, events.PackIssued)
    (body,) = issued.bodies
    assert body.party == EDUCATION_GROUP
    assert [each.count for each in body.figures] == [
        "leads_received",
        "leads_in_hand",
        "leads_overdue",
        "daily_supervisions",
    ]
    assert set(issued.concerns.parties) == {CASE_SUPERVISION, EDUCATION_GROUP, OFFICE}
    assert room.act(CASE_SUPERVISION, "issue_pack", pack)
    room.act(CASE_SUPERVISION, "hold", hold())
    refuses(WrongState, room, CASE_SUPERVISION, "issue_pack", pack)


def test_a_meeting_without_a_form_has_no_pack() -> None:
    refuses(
        errors.NothingToCount,
        convened(),
        CASE_SUPERVISION,
        "issue_pack",
        commands.IssuePack(period="2026-Q1"),
    )


def test_the_papers_of_a_meeting_on_leads_are_for_those_present_as_persons() -> None:
    """Others of a party that was there neither attach nor find what is attached (R 299)."""
    room = assessment()
    there = (*present(CASE_SUPERVISION, EDUCATION_GROUP),)
    room.act(CASE_SUPERVISION, "hold", hold(present=there))
    minutes = add()

    def attach(actor: str) -> None:
        room.world.ask(
            "attachment.add", MEETING, minutes, actor=person(actor), party=CASE_SUPERVISION
        )

    with refused(room.world, NotFound):
        attach("keeper")
    attach("director")
    assert minutes.attachment in room.world.stream(MEETING).attachments
