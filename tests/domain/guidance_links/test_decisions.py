"""What guidance links allow and refuse: given what happened, when an action, then events or a refusal."""

import datetime
from dataclasses import replace
from typing import Any

import pytest

from domain.errors import InvalidField, NotFound, Refusal, UnknownParty, WrongState
from domain.guidance_links import commands, errors, events
from domain.guidance_links.state import GuidanceLink
from domain.ids import PartyId
from domain.obligations.events import Fulfilled, Withdrawn
from domain.two_sides import OtherSideConfirms
from tests.domain.cadences import shares
from tests.domain.desk import FamilyDesk
from tests.domain.small import (
    COMMISSION,
    EDUCATION_GROUP,
    FIRST_DAY,
    HEALTH_GROUP,
    OFFICE,
    person,
    stream,
)

CONTACT = commands.Contact(manner="visit", topics="线索处置", text="逐件研究")


class Desk(FamilyDesk[GuidanceLink]):
    """The small city on a Monday in January, and one link between office and group."""

    family = "guidance_link"
    mechanisms = ("guidance-links",)


def link(**changes: Any) -> commands.Link:
    plain: dict[str, Any] = {
        "office": OFFICE,
        "group": EDUCATION_GROUP,
        "leader": person("chief"),
        "begins": FIRST_DAY,
        "document": "试纪〔2026〕1号",
    }
    return commands.Link(**(plain | changes))


def linked() -> Desk:
    desk = Desk()
    desk.act(COMMISSION, "link", link())
    return desk


def owed(desk: Desk) -> dict[PartyId, datetime.date]:
    open_ones = desk.world.stream(desk.stream).obligations.values()
    return {each.arisen.owner: each.due for each in open_ones}


def test_an_office_is_linked_with_a_group_under_a_leader_and_owes_contact() -> None:
    """指导联系 (mechanism 1): office, group and commission know of it, nobody else."""
    desk = Desk()
    (told, *_) = desk.act(COMMISSION, "link", link())
    assert isinstance(told, events.Linked)
    assert told.concerns.parties == (OFFICE, EDUCATION_GROUP, COMMISSION)
    assert owed(desk) == {OFFICE: datetime.date(2026, 4, 7)}  # the 5th and 6th are holidays
    desk.refuses(NotFound, HEALTH_GROUP, "contact", CONTACT)
    desk.refuses(errors.NotOfTheLink, COMMISSION, "contact", CONTACT)


@pytest.mark.parametrize(
    ("party", "changes", "refusal"),
    [
        (OFFICE, {}, errors.NotOfTheLink),
        (COMMISSION, {"office": "nobody"}, UnknownParty),
        (COMMISSION, {"office": HEALTH_GROUP}, InvalidField),
        (COMMISSION, {"group": OFFICE}, InvalidField),
        (COMMISSION, {"leader": person("office-head")}, InvalidField),
    ],
)
def test_a_link_has_to_make_sense(
    party: PartyId, changes: dict[str, Any], refusal: type[Refusal]
) -> None:
    """By the commission: an office, a group, a leader of the commission."""
    Desk().refuses(refusal, party, "link", link(**changes))


def test_either_records_a_contact_and_the_next_is_owed_from_then() -> None:
    """A contact log; late is so many working days late (DOMAIN.md §1.10)."""
    desk = linked()
    desk.world.pass_to(datetime.date(2026, 4, 9))
    told = desk.act(EDUCATION_GROUP, "contact", CONTACT)
    assert [each.late_working_days for each in told if isinstance(each, Fulfilled)] == [2]
    assert owed(desk) == {OFFICE: datetime.date(2026, 7, 9)}
    desk.act(OFFICE, "contact", CONTACT)
    assert [each.by for each in desk.state.contacts] == [EDUCATION_GROUP, OFFICE]


def test_another_leader_is_named_by_who_made_the_link() -> None:
    """The map SG × SO × leader stays right."""
    desk = linked()
    named = commands.NameLeader(leader=person("chief"), document="试纪〔2026〕2号")
    desk.refuses(errors.NotOfTheLink, OFFICE, "name_leader", named)
    assert [type(each) for each in desk.act(COMMISSION, "name_leader", named)] == [
        events.LeaderNamed
    ]
    stranger = commands.NameLeader(leader=person("office-head"), document="试纪〔2026〕3号")
    desk.refuses(InvalidField, COMMISSION, "name_leader", stranger)


def test_of_a_link_that_ended_no_contact_is_owed() -> None:
    """Dated: it ends not before it began."""
    desk = linked()
    early = commands.End(last_day=FIRST_DAY - datetime.timedelta(days=1), reason="调整")
    desk.refuses(InvalidField, COMMISSION, "end", early)
    told = desk.act(COMMISSION, "end", commands.End(last_day=FIRST_DAY, reason="调整"))
    assert {type(each) for each in told} == {events.Ended, Withdrawn}
    desk.refuses(WrongState, OFFICE, "contact", CONTACT)


def test_who_recorded_a_contact_corrects_and_annuls_it() -> None:
    """更正, 作废 with reason and approver (DOMAIN.md §1.12)."""
    desk = linked()
    desk.act(EDUCATION_GROUP, "contact", CONTACT)
    deputy = person("group-deputy")
    nothing = commands.Correct(contact=1, reason="误", approved_by=deputy)
    right = commands.Correct(contact=1, reason="误", approved_by=deputy, topics="案件质量")
    desk.refuses(InvalidField, EDUCATION_GROUP, "correct", nothing)
    by_office = commands.Correct(contact=1, reason="误", approved_by=person("chief"), text="改")
    desk.refuses(errors.NotOfTheLink, OFFICE, "correct", by_office)
    assert [type(each) for each in desk.act(EDUCATION_GROUP, "correct", right)] == [
        events.Corrected
    ]
    gone = commands.AnnulContact(contact=1, reason="误", approved_by=deputy)
    desk.act(EDUCATION_GROUP, "annul_contact", gone)
    desk.refuses(WrongState, EDUCATION_GROUP, "correct", right)
    missing = commands.AnnulContact(contact=2, reason="误", approved_by=deputy)
    desk.refuses(errors.NoSuchContact, EDUCATION_GROUP, "annul_contact", missing)


def test_a_contact_that_was_not_so_goes_back_and_counts_once_corrected() -> None:
    """The other side sends it back, nobody its own; annulled, it never counts again."""
    desk = linked()
    desk.act(OFFICE, "contact", CONTACT)
    back = commands.SendBack(contact=1, reason="未到组")
    desk.refuses(OtherSideConfirms, OFFICE, "send_back", back)
    desk.refuses(errors.NotOfTheLink, COMMISSION, "send_back", back)
    desk.refuses(errors.NoSuchContact, EDUCATION_GROUP, "send_back", replace(back, contact=2))
    desk.act(EDUCATION_GROUP, "send_back", back)
    desk.refuses(WrongState, EDUCATION_GROUP, "send_back", back)
    assert desk.owed == {(OFFICE, "contact"), (OFFICE, "again")}
    right = commands.Correct(contact=1, reason="误", approved_by=person("chief"), text="电话联系")
    desk.act(OFFICE, "correct", right)
    assert desk.owed == {(OFFICE, "contact")}
    assert desk.world.state(desk.stream).contacts[0].stage == "counted"
    desk.act(EDUCATION_GROUP, "send_back", back)
    gone = commands.AnnulContact(contact=1, reason="误", approved_by=person("chief"))
    desk.act(OFFICE, "annul_contact", gone)
    assert desk.owed == {(OFFICE, "contact")}
    desk.refuses(WrongState, EDUCATION_GROUP, "send_back", back)


def test_a_group_that_nobody_links_is_owed_a_link_from_the_first_day() -> None:
    """The gap that shows in coverage is owed by who links (ADR 0008); a link meets it, early or late."""
    desk = Desk()
    desk.world.settle()
    due = datetime.date(2026, 4, 7)  # the 5th and 6th are holidays
    assert shares(desk.world) == {
        group: (COMMISSION, group, due) for group in (EDUCATION_GROUP, HEALTH_GROUP)
    }
    desk.act(COMMISSION, "link", link())
    assert set(shares(desk.world)) == {HEALTH_GROUP}
    desk.world.pass_to(datetime.date(2026, 4, 9))
    desk.stream = stream("guidance_link", "second")
    told = desk.act(COMMISSION, "link", link(group=HEALTH_GROUP))
    assert [each.late_working_days for each in told if isinstance(each, Fulfilled)] == [2]
    assert shares(desk.world) == {}


def test_in_a_later_year_the_leaders_document_keeps_a_link() -> None:
    """分工文件: who leads it, the same or another, is said anew each year."""
    desk = linked()
    desk.world.pass_to(datetime.date(2027, 1, 4))
    assert {EDUCATION_GROUP, HEALTH_GROUP} == set(shares(desk.world))
    named = commands.NameLeader(leader=person("chief"), document="试纪〔2027〕1号")
    desk.act(COMMISSION, "name_leader", named)
    assert set(shares(desk.world)) == {HEALTH_GROUP}
