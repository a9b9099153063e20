"""What consultations allow and refuse: given what happened, when an action, then events or a refusal."""

import datetime
from typing import Any

import pytest

from domain.consultations import commands, errors, events
from domain.errors import InvalidField, NotFound, WrongState
from domain.model import OnBehalf
from domain.obligations.events import Arisen, Fulfilled, Superseded, Withdrawn
from tests.domain.consultations.room import (
    DUE,
    MEETING,
    PLANNED,
    Room,
    assessment,
    conclude,
    concluded,
    convene,
    convened,
    held,
    hold,
    item,
    present,
    refuses,
)
from tests.domain.small import (
    CASE_SUPERVISION,
    EDUCATION_GROUP,
    HEALTH_GROUP,
    OFFICE,
    PARTY_GROUP,
    person,
    stream,
)


def test_convening_invites_and_owes_a_meeting_on_its_day() -> None:
    """A meeting called for a day is owed on that day (scheme rule on convened)."""
    room = Room()
    first, point, owed = room.act(CASE_SUPERVISION, "convene", convene())[:3]
    assert isinstance(first, events.Convened)
    assert first.concerns.parties == (CASE_SUPERVISION, EDUCATION_GROUP, OFFICE)
    told = {type(event) for event in (point, owed)}
    assert told == {events.AgendaItemAdded, Arisen}
    (obligation,) = room.world.stream(MEETING).obligations.values()
    assert obligation.due == PLANNED


@pytest.mark.parametrize(
    "changes",
    [
        {"parties": (CASE_SUPERVISION,)},
        {"parties": (OFFICE, OFFICE)},
        {"planned": datetime.date(2025, 12, 31)},
    ],
)
def test_an_invitation_has_to_make_sense(changes: dict[str, Any]) -> None:
    """Each party is invited once, the convener not at all, for a day to come."""
    refuses(InvalidField, Room(), CASE_SUPERVISION, "convene", convene(**changes))


def test_only_the_commissions_own_bodies_come_where_leads_are_assessed() -> None:
    """Scope of knowledge is limited (R 299): no host Party group at a lead assessment meeting."""
    invitation = convene(kind="lead_assessment", parties=(PARTY_GROUP,))
    refuses(errors.PartyCannotAttend, Room(), CASE_SUPERVISION, "convene", invitation)


def test_both_sides_put_points_on_the_agenda() -> None:
    """The agenda is two-sided (双向议题, DOMAIN.md §5.8); strangers have no say in it."""
    room = convened()
    command = commands.AddAgendaItem(agenda_item=commands.AgendaItem(title="整改进展"))
    (added,) = room.act(EDUCATION_GROUP, "add_agenda_item", command)
    assert isinstance(added, events.AgendaItemAdded)
    assert (added.item, added.by) == (2, EDUCATION_GROUP)
    refuses(NotFound, room, HEALTH_GROUP, "add_agenda_item", command)


def test_the_handling_party_tables_its_lead_once_at_an_assessment_meeting() -> None:
    """Leads are tabled at 研判处置会 by the party that handles them (DOMAIN.md §5.3)."""
    room = Room()
    lead = room.lead("L1", EDUCATION_GROUP)
    assessment(lead, room=room)
    assert room.state.tabled == (lead,)
    assert [told.name for told in room.world.told][-2:] == [
        "consultation.agenda_item_added",
        "lead.tabled",
    ]
    again = commands.AddAgendaItem(agenda_item=commands.AgendaItem(title="再议", lead=lead))
    refuses(errors.LeadCannotBeTabled, room, EDUCATION_GROUP, "add_agenda_item", again)


def test_nobody_tables_a_lead_of_others_or_one_that_ended() -> None:
    """What one does not handle, one does not table; the refusal is the same for what is not there."""
    room = Room()
    foreign, unknown = room.lead("L1", HEALTH_GROUP), stream("lead", "no such lead")
    ended = room.lead("L2", EDUCATION_GROUP, stage="closed")
    assessment(room=room)
    for lead in (foreign, unknown, ended):
        point = commands.AgendaItem(title="研究线索", lead=lead)
        refuses(
            errors.LeadCannotBeTabled,
            room,
            EDUCATION_GROUP,
            "add_agenda_item",
            commands.AddAgendaItem(agenda_item=point),
        )


def test_no_lead_is_tabled_at_another_meeting() -> None:
    """Lead details do not leave the attendee list of an assessment meeting (R 299)."""
    room = convened()
    point = commands.AgendaItem(title="研究线索", lead=room.lead("L1", EDUCATION_GROUP))
    command = commands.AddAgendaItem(agenda_item=point)
    refuses(errors.LeadCannotBeTabled, room, EDUCATION_GROUP, "add_agenda_item", command)


def test_postponing_moves_what_is_owed_and_keeps_the_day_before() -> None:
    """Every earlier due date stays visible (DOMAIN.md §1.10)."""
    room = convened()
    later = datetime.date(2026, 1, 27)
    told = room.act(
        CASE_SUPERVISION, "postpone", commands.Postpone(planned=later, reason="会议冲突")
    )
    assert [type(event) for event in told] == [events.Postponed, Superseded, Arisen]
    (obligation,) = room.world.stream(MEETING).obligations.values()
    assert obligation.due == later
    assert [each.due for each in obligation.arisen.earlier] == [PLANNED]


def test_cancelling_withdraws_the_meeting_that_was_owed() -> None:
    """What is called off is owed no more."""
    room = convened()
    told = room.act(CASE_SUPERVISION, "cancel", commands.Cancel(reason="并入专题会商"))
    assert [type(event) for event in told] == [events.Cancelled, Withdrawn]
    refuses(WrongState, room, CASE_SUPERVISION, "hold", hold())


def test_holding_leaves_the_content_to_those_present() -> None:
    """Minutes: those present see content, invited parties that stayed away the status only."""
    room = convened()
    told = room.act(CASE_SUPERVISION, "hold", hold())
    assert [type(event) for event in told] == [events.Held, Fulfilled]
    assert told[0].concerns.parties == (CASE_SUPERVISION, EDUCATION_GROUP)
    assert told[0].concerns.observers == (OFFICE,)


@pytest.mark.parametrize(
    "changes",
    [
        {"absent": ()},
        {"present": present(CASE_SUPERVISION, EDUCATION_GROUP, OFFICE)},
        {"present": present(EDUCATION_GROUP)},
        {"absent": (commands.Absence(party=HEALTH_GROUP, reason="未受邀"),)},
    ],
)
def test_attendance_reconciles_with_the_invitation(changes: dict[str, Any]) -> None:
    """Each invited party is present, or absent with its reason; nobody is both."""
    refuses(errors.AttendanceIncomplete, convened(), CASE_SUPERVISION, "hold", hold(**changes))


def test_persons_attend_for_the_party_they_serve() -> None:
    """A person is listed for a party in which they hold office that day."""
    stranger = commands.Attendance(party=EDUCATION_GROUP, persons=(person("health-head"),))
    command = hold(present=(*present(CASE_SUPERVISION), stranger))
    refuses(InvalidField, convened(), CASE_SUPERVISION, "hold", command)


def test_only_the_convener_records_the_meeting() -> None:
    """The convener keeps the record."""
    refuses(errors.NotTheConvener, convened(), EDUCATION_GROUP, "hold", hold())


def test_a_meeting_without_agenda_is_none() -> None:
    """Something must be on the agenda."""
    refuses(InvalidField, convened(agenda=()), CASE_SUPERVISION, "hold", hold())


def test_concluding_assigns_each_item_as_an_obligation_of_its_own() -> None:
    """One action item, one obligation: owner, day, owed to the convener."""
    room = held()
    room.act(CASE_SUPERVISION, "conclude", conclude(item(), item(CASE_SUPERVISION)))
    owed = [each.arisen for each in room.world.stream(MEETING).obligations.values()]
    assert [(each.owner, each.owed_to, each.due) for each in owed] == [
        (EDUCATION_GROUP, CASE_SUPERVISION, DUE),
        (CASE_SUPERVISION, CASE_SUPERVISION, DUE),
    ]


def test_who_knows_nothing_of_the_meeting_owns_no_item() -> None:
    """A party that stayed away has the minutes released first, then may own an item."""
    room = held()
    command = conclude(item(OFFICE))
    refuses(errors.OwnerWasNotThere, room, CASE_SUPERVISION, "conclude", command)
    released = commands.Release(parties=(OFFICE,), reason="联系室需掌握")
    (told,) = room.act(CASE_SUPERVISION, "release", released)
    assert OFFICE in told.concerns.parties
    assert not told.concerns.observers
    assert room.act(CASE_SUPERVISION, "conclude", command)


def test_each_tabled_lead_gets_exactly_one_resolution() -> None:
    """The assessment meeting resolves on every lead tabled, by a way in force that day (R 204)."""
    room = Room()
    lead = room.lead("L1", EDUCATION_GROUP)
    assessment(lead, room=room).act(CASE_SUPERVISION, "hold", hold())
    wanted = commands.Resolution(lead=lead, way="interview", text="同意谈话", due=DUE)
    refuses(errors.ResolutionsIncomplete, room, CASE_SUPERVISION, "conclude", conclude())
    twice = conclude(resolutions=(wanted, wanted))
    refuses(errors.ResolutionsIncomplete, room, CASE_SUPERVISION, "conclude", twice)
    unknown = commands.Resolution(lead=lead, way="no_such_way", text="其他", due=DUE)
    command = conclude(resolutions=(unknown,))
    refuses(InvalidField, room, CASE_SUPERVISION, "conclude", command)
    told = room.act(CASE_SUPERVISION, "conclude", conclude(resolutions=(wanted,)))
    resolved = told[1]
    assert isinstance(resolved, events.LeadResolved)
    assert resolved.lead == lead


def test_an_item_is_done_when_a_second_person_of_the_convener_confirms() -> None:
    """Who reports does not confirm; only the confirmation fulfils the obligation."""
    room = concluded(item(CASE_SUPERVISION))
    report = commands.ReportActionItem(item=1, report="已完成")
    told = room.act(CASE_SUPERVISION, "report_action_item", report)
    assert [type(event) for event in told] == [events.ActionItemReported]
    confirm = commands.ConfirmActionItem(item=1)
    refuses(errors.ReporterMayNotConfirm, room, CASE_SUPERVISION, "confirm_action_item", confirm)
    told = room.act(CASE_SUPERVISION, "confirm_action_item", confirm, actor="keeper")
    assert [type(event) for event in told] == [events.ActionItemConfirmed, Fulfilled]


def test_a_returned_item_stays_owed_on_its_day() -> None:
    """Returning a report is no end and moves no due date."""
    room = concluded()
    report = commands.ReportActionItem(item=1, report="已完成")
    room.act(EDUCATION_GROUP, "report_action_item", report)
    back = commands.ReturnActionItem(item=1, reason="缺少清单")
    room.act(CASE_SUPERVISION, "return_action_item", back)
    (obligation,) = room.world.stream(MEETING).obligations.values()
    assert obligation.due == DUE
    assert room.act(EDUCATION_GROUP, "report_action_item", report)


def test_only_the_owner_reports_an_item() -> None:
    """An item is its owner's to report; an item that does not exist is nobody's."""
    room = concluded()
    report = commands.ReportActionItem(item=1, report="已完成")
    refuses(errors.NotTheOwner, room, CASE_SUPERVISION, "report_action_item", report)
    missing = commands.ReportActionItem(item=2, report="已完成")
    refuses(errors.NoSuchItem, room, EDUCATION_GROUP, "report_action_item", missing)


def test_an_item_done_late_is_fulfilled_late() -> None:
    """Overdue is no end: it stays owed until it is fulfilled so many days late (DOMAIN.md §1.10)."""
    room = concluded()
    room.world.pass_to(datetime.date(2026, 3, 6))
    names = [told.name for told in room.world.told]
    assert names.count("obligation.overdue") == 1
    assert names.count("obligation.escalated") == 1
    report = commands.ReportActionItem(item=1, report="已完成")
    room.act(EDUCATION_GROUP, "report_action_item", report)
    told = room.act(CASE_SUPERVISION, "confirm_action_item", commands.ConfirmActionItem(item=1))
    assert isinstance(told[1], Fulfilled)
    assert told[1].late_working_days == 6  # 2 to 6 March, and the make-up day on 28 February


def test_a_correction_moves_the_due_date_and_keeps_the_original() -> None:
    """更正: reason and approver; due dates follow (DOMAIN.md §1.12)."""
    room = concluded()
    later = datetime.date(2026, 3, 31)
    command = commands.Correct(
        reason="到期日录入有误",
        approved_by=person("chief"),
        action_items=(commands.ItemCorrection(item=1, due=later),),
    )
    told = room.act(CASE_SUPERVISION, "correct", command)
    assert [type(event) for event in told] == [
        events.Corrected,
        events.ActionItemCorrected,
        Superseded,
        Arisen,
    ]
    assert room.state.items[0].due == later


def test_a_correction_corrects_something_and_is_approved_by_another() -> None:
    """Nothing to correct, what was never recorded, or one's own approval: refused."""
    room = convened()
    chief = person("chief")
    for command in (
        commands.Correct(reason="更正", approved_by=chief),
        commands.Correct(reason="更正", approved_by=chief, minutes="纪要"),
        commands.Correct(reason="更正", approved_by=person("director"), title="题目"),
    ):
        refuses(InvalidField, room, CASE_SUPERVISION, "correct", command)


def test_a_correction_names_each_item_once() -> None:
    """Which of two would hold is for people to say."""
    room = concluded()
    command = commands.Correct(
        reason="到期日录入有误",
        approved_by=person("chief"),
        action_items=tuple(
            commands.ItemCorrection(item=1, due=datetime.date(2026, 3, day)) for day in (30, 31)
        ),
    )
    refuses(InvalidField, room, CASE_SUPERVISION, "correct", command)


def test_an_annulled_consultation_owes_nothing() -> None:
    """作废: nothing of it counts, what was owed from it is withdrawn, and nothing more happens."""
    room = concluded()
    told = room.act(
        CASE_SUPERVISION,
        "annul",
        commands.Annul(reason="重复录入", approved_by=person("chief")),
    )
    assert [type(event) for event in told] == [events.Annulled, Withdrawn]
    report = commands.ReportActionItem(item=1, report="已完成")
    refuses(WrongState, room, EDUCATION_GROUP, "report_action_item", report)


def test_acts_of_a_party_off_the_system_are_entered_for_it() -> None:
    """A Party group that is not on the system puts its point by letter (DOMAIN.md §1.14)."""
    room = Room()
    invitation = convene(kind="party_group", parties=(PARTY_GROUP,))
    room.act(EDUCATION_GROUP, "convene", invitation)
    letter = OnBehalf(
        party=PARTY_GROUP,
        letter="教党组函〔2026〕1号",
        scan="a" * 64,
        checked_by=person("group-deputy"),
    )
    command = commands.AddAgendaItem(
        agenda_item=commands.AgendaItem(title="党组提请通报整改"), on_behalf=letter
    )
    (added,) = room.act(EDUCATION_GROUP, "add_agenda_item", command)
    assert isinstance(added, events.AgendaItemAdded)
    assert added.by == PARTY_GROUP


def test_a_joint_meeting_has_members_of_every_kind_and_no_others() -> None:
    """监督工作联席会议 with members of five kinds (mechanism 25); kinds the city has not are not missed."""
    room = Room("joint-meetings")
    scheme = room.world.jurisdiction.scheme
    meeting = None if scheme is None else scheme.meeting("joint_meeting")
    assert meeting is not None
    city = room.world.jurisdiction.parties.values()
    first = [[p.code for p in city if p.kind in group.kinds][:1] for group in meeting.members]
    members = tuple(code for found in first for code in found if code != CASE_SUPERVISION)
    joint = {"kind": "joint_meeting", "parties": members}
    alone = convene(**(joint | {"parties": members[:1]}))
    refuses(errors.MembersMissing, room, CASE_SUPERVISION, "convene", alone)
    outsider = convene(**(joint | {"parties": (*members, PARTY_GROUP)}))
    refuses(errors.NotAMember, room, CASE_SUPERVISION, "convene", outsider)
    room.act(CASE_SUPERVISION, "convene", convene(**joint))
    there = tuple(commands.Attendance(party=each) for each in (CASE_SUPERVISION, PARTY_GROUP))
    away = tuple(commands.Absence(party=each, reason="外出调研") for each in members)
    room.act(CASE_SUPERVISION, "hold", hold(present=there, absent=away))
    assert room.state.stage == "held"


def test_where_the_scheme_fixes_no_members_anybody_meets() -> None:
    """A city without joint meetings of five kinds calls whom it wants."""
    room = Room()
    room.act(CASE_SUPERVISION, "convene", convene(kind="joint_meeting", parties=(PARTY_GROUP,)))
    assert room.state.stage == "convened"
