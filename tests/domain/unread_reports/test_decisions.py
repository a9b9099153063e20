"""Reports of the level above: a day and a count, nothing else (RC 15)."""

import datetime
from dataclasses import fields
from typing import Any

import pytest

from domain.errors import InvalidField, NotAuthorised, NotFound, WrongState
from domain.model import LateEntry, Occurred
from domain.obligations import commands as obligations
from domain.obligations.events import Arisen, Fulfilled, Withdrawn
from domain.unread_reports import FAMILY, commands, errors, events
from domain.unread_reports.state import UnreadReports
from tests.domain.desk import HEADS, FamilyDesk
from tests.domain.small import (
    COMMISSION,
    EDUCATION_GROUP,
    PETITIONS,
    person,
)

DAY = datetime.date(2026, 1, 5)
ACTORS = {**HEADS, PETITIONS: "petitions-keeper"}
HEAD = person("petitions-head")
COMMON = {"occurred", "late", "on_behalf"}


class Desk(FamilyDesk[UnreadReports]):
    """The petitions office of the small city on a Monday in January."""

    family = "unread_report"
    mechanisms = ("complaints",)
    actors = ACTORS

    def __init__(self, day: datetime.date = DAY) -> None:
        super().__init__()
        self.world.pass_to(day)


def set_aside(day: datetime.date = DAY, count: int = 2) -> Desk:
    desk = Desk(day)
    desk.act(PETITIONS, "set_aside", commands.SetAside(day=day, count=count))
    return desk


def test_a_day_and_a_count_and_the_clock_runs_from_that_day() -> None:
    """5 working days upward: DOMAIN.md §2 A3, row 2."""
    desk = Desk()
    (aside, owed) = desk.act(PETITIONS, "set_aside", commands.SetAside(day=DAY, count=2))
    assert isinstance(aside, events.SetAside)
    assert (aside.occurred.date, aside.count) == (DAY, 2)
    assert aside.concerns.parties == (PETITIONS,)
    assert isinstance(owed, Arisen)
    assert (owed.owner, owed.due) == (PETITIONS, datetime.date(2026, 1, 12))
    told = desk.act(PETITIONS, "pass_up", commands.PassUp(day=DAY))
    assert [type(each) for each in told] == [events.PassedUp, Fulfilled]
    desk.refuses(WrongState, PETITIONS, "pass_up", commands.PassUp(day=DAY))


@pytest.mark.parametrize(
    ("day", "due"),
    [
        # Saturday 28 February is worked in 2026, Sunday 1 March is not.
        (datetime.date(2026, 2, 26), datetime.date(2026, 3, 4)),
        # Saturday 14 February is worked, then the Spring Festival is off until the 23rd.
        (datetime.date(2026, 2, 11), datetime.date(2026, 2, 25)),
        (datetime.date(2026, 1, 9), datetime.date(2026, 1, 16)),
    ],
)
def test_the_clock_runs_over_weekends_and_make_up_days(
    day: datetime.date, due: datetime.date
) -> None:
    """R 326, 327; the statutory calendar of the year."""
    desk = Desk(day)
    told = desk.act(PETITIONS, "set_aside", commands.SetAside(day=day, count=1))
    assert [each.due for each in told if isinstance(each, Arisen)] == [due]


def test_what_such_reports_say_has_no_field_anywhere() -> None:
    """No command and no event of the family has a field for words."""
    for kind in (action.command for action in FAMILY.actions):
        own = {each.name for each in fields(kind)} - COMMON
        assert own <= {"day", "count", "approved_by"}, kind
    for event in (event_type.event for event_type in FAMILY.events):
        own = {each.name for each in fields(event)} - COMMON
        assert own <= {"concerns", "kept_by", "count", "approved_by"}, event


@pytest.mark.parametrize(
    "more",
    [
        {"occurred": Occurred(date=DAY)},
        {"late": LateEntry(reason="反映某某", checked_by=HEAD)},
    ],
)
def test_nor_do_the_fields_that_every_command_has_take_it(more: dict[str, Any]) -> None:
    desk = Desk()
    aside = commands.SetAside(day=DAY, count=1, **more)
    desk.refuses(errors.NothingElseMayBeEntered, PETITIONS, "set_aside", aside)
    desk = set_aside()
    for name, command in (
        ("pass_up", commands.PassUp(day=DAY, **more)),
        ("correct", commands.Correct(count=1, approved_by=HEAD, **more)),
        ("annul", commands.Annul(approved_by=HEAD, **more)),
    ):
        desk.refuses(errors.NothingElseMayBeEntered, PETITIONS, name, command)


def test_entered_late_it_is_late_without_a_word() -> None:
    """Beyond the limit for late entry no reason is taken, and lateness shows (DOMAIN.md §1.10)."""
    desk = Desk(datetime.date(2026, 1, 20))
    desk.act(PETITIONS, "set_aside", commands.SetAside(day=DAY, count=1))
    told = desk.act(PETITIONS, "pass_up", commands.PassUp(day=datetime.date(2026, 1, 19)))
    assert [each.late_working_days for each in told if isinstance(each, Fulfilled)] == [5]


def test_days_have_to_make_sense() -> None:
    tomorrow = datetime.date(2026, 1, 6)
    Desk().refuses(InvalidField, PETITIONS, "set_aside", commands.SetAside(day=tomorrow, count=1))
    desk = set_aside()
    desk.refuses(InvalidField, PETITIONS, "pass_up", commands.PassUp(day=tomorrow))
    before = commands.PassUp(day=datetime.date(2026, 1, 4))
    desk.refuses(InvalidField, PETITIONS, "pass_up", before)


def test_the_petitions_office_sets_aside_and_nobody_else_knows() -> None:
    """归口受理 (R 198)."""
    aside = commands.SetAside(day=DAY, count=1)
    Desk().refuses(NotAuthorised, EDUCATION_GROUP, "set_aside", aside)
    desk = set_aside()
    desk.refuses(NotFound, EDUCATION_GROUP, "pass_up", commands.PassUp(day=DAY))


def test_it_is_corrected_and_annulled_without_a_reason() -> None:
    """更正 and 作废 with an approver (DOMAIN.md §1.12); a reason could tell what they say."""
    desk = set_aside()
    desk.act(PETITIONS, "correct", commands.Correct(count=3, approved_by=HEAD))
    assert desk.world.state(desk.stream).count == 3
    told = desk.act(PETITIONS, "annul", commands.Annul(approved_by=HEAD))
    assert [type(each) for each in told] == [events.Annulled, Withdrawn]
    desk.refuses(WrongState, PETITIONS, "pass_up", commands.PassUp(day=DAY))


def test_no_word_is_entered_by_what_acts_on_any_matter() -> None:
    """RC 15: the reason of an extension would be text about the report."""
    desk = set_aside()
    (owed,) = desk.world.stream(desk.stream).obligations
    extend = obligations.Extend(
        obligation=owed,
        by="5 working days",
        reason="来信反映某人",
        document="临纪〔2026〕1号",
        approved_by=person("leader"),
    )
    with pytest.raises(NotAuthorised):
        desk.world.ask(
            "obligation.extend", desk.stream, extend, actor=person("chief"), party=COMMISSION
        )
