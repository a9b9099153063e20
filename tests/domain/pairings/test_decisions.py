"""What pairings allow and refuse: given what happened, when an action, then events or a refusal."""

import datetime
from typing import Any

from domain.errors import InvalidField, NotAuthorised, NotFound
from domain.pairings import commands, errors, events
from domain.pairings.state import Pairing
from domain.two_sides import OtherSideConfirms
from tests.domain.cadences import opened_for
from tests.domain.desk import FamilyDesk
from tests.domain.small import (
    EDUCATION_GROUP,
    HEALTH_GROUP,
    OFFICE,
    person,
    stream,
)

CADENCE = """
[[mechanism]]
id = "pairings-each-quarter"
title = { zh = "室组联动", en = "Pairings" }
basis = "本地做法 local practice"
[[mechanism.obligation]]
id = "quarter"
title = { zh = "开展室组联动", en = "Work together this quarter" }
every = "quarter"
for = "each stationedGroup"
opens = "pairing"
owner = "each"
owed_to = "each.supervising_office"
due = "10 working days"
fulfilled_by = ["pairing.confirmed"]
"""


class Desk(FamilyDesk[Pairing]):
    """The small city on a Monday in January, and the first quarter of one pair."""

    family = "pairing"
    mechanisms = ("pairings",)

    def __init__(self, *, cadence: bool = False) -> None:
        super().__init__()
        if cadence:
            self.open_for(EDUCATION_GROUP, CADENCE)


def record(**changes: Any) -> commands.Record:
    plain: dict[str, Any] = {"form": "joint_training", "title": "以案代训"}
    return commands.Record(**(plain | changes))


ADD = commands.Add(form="shared_information", title="通报风险点")
AGAIN = commands.Add(form="joint_training", title="以案代训", activity=1)
FIRST = commands.Confirm(activity=1)
CHIEF = person("chief")


def recorded() -> Desk:
    desk = Desk()
    desk.act(EDUCATION_GROUP, "record", record())
    return desk


def test_what_one_side_records_counts_once_the_other_confirms() -> None:
    """对口联系室与派驻机构: both say that it was so."""
    desk = recorded()
    assert desk.owed == {(OFFICE, "confirmation")}
    assert desk.state.counted == 0
    desk.refuses(OtherSideConfirms, EDUCATION_GROUP, "confirm", FIRST)
    desk.act(OFFICE, "confirm", FIRST)
    assert (desk.state.counted, desk.owed) == (1, set())
    desk.refuses(errors.NoSuchActivity, OFFICE, "confirm", FIRST)


def test_the_office_records_for_one_of_its_groups() -> None:
    """An office has several groups, and says which."""
    desk = Desk()
    desk.refuses(errors.NotAPair, OFFICE, "record", record())
    desk.act(OFFICE, "record", record(group=HEALTH_GROUP))
    assert (desk.state.office, desk.state.group) == (OFFICE, HEALTH_GROUP)
    desk.act(HEALTH_GROUP, "add", ADD)
    assert [each.other for each in desk.state.activities] == [HEALTH_GROUP, OFFICE]


def test_only_the_pair_acts() -> None:
    """Another group of the same office knows nothing of it."""
    desk = recorded()
    desk.refuses(NotFound, HEALTH_GROUP, "confirm", FIRST)
    desk.refuses(NotFound, HEALTH_GROUP, "add", ADD)
    other = Desk()
    other.refuses(errors.NotAPair, HEALTH_GROUP, "record", record(group=EDUCATION_GROUP))


def test_a_stream_is_one_quarter() -> None:
    """What happened in April belongs to the second quarter."""
    desk = recorded()
    desk.world.pass_to(datetime.date(2026, 4, 1))
    desk.refuses(errors.AnotherQuarter, OFFICE, "add", ADD)


def test_what_is_disputed_does_not_count_and_is_recorded_anew() -> None:
    desk = recorded()
    no = commands.Dispute(activity=1, reason="本室未参加")
    desk.refuses(OtherSideConfirms, EDUCATION_GROUP, "dispute", no)
    desk.act(OFFICE, "dispute", no)
    desk.refuses(errors.NoSuchActivity, OFFICE, "confirm", FIRST)
    assert desk.owed == {(EDUCATION_GROUP, "again")}
    desk.act(EDUCATION_GROUP, "add", ADD)
    assert desk.owed == {(EDUCATION_GROUP, "again"), (OFFICE, "confirmation")}
    desk.refuses(NotAuthorised, OFFICE, "add", AGAIN)
    desk.act(EDUCATION_GROUP, "add", AGAIN)
    desk.refuses(errors.NoSuchActivity, EDUCATION_GROUP, "add", AGAIN)
    for serial in (1, 2):
        desk.act(OFFICE, "confirm", commands.Confirm(activity=serial))
    assert (desk.state.counted, len(desk.state.activities), desk.owed) == (2, 2, set())


def test_what_came_back_is_told_anew_of_its_own_quarter() -> None:
    """Sent back on the last day of March, told anew in April: it stays one of the first quarter."""
    desk = recorded()
    desk.act(OFFICE, "dispute", commands.Dispute(activity=1, reason="未写明形式"))
    desk.world.pass_to(datetime.date(2026, 4, 1))
    (told, *_) = desk.act(EDUCATION_GROUP, "add", AGAIN)
    assert isinstance(told, events.Recorded)
    assert (told.activity, told.period) == (1, "2026-Q1")


def test_what_came_back_and_was_not_so_is_annulled_and_nothing_is_owed_for_it() -> None:
    """It never counted: nothing takes its place."""
    desk = recorded()
    desk.act(OFFICE, "dispute", commands.Dispute(activity=1, reason="本室未参加"))
    desk.act(EDUCATION_GROUP, "annul", commands.Annul(activity=1, reason="误", approved_by=CHIEF))
    assert (desk.state.counted, desk.owed) == (0, set())


def test_a_correction_says_what_and_who_approved() -> None:
    """更正, by who recorded it; the counts follow the form."""
    desk = recorded()
    right = commands.Correct(activity=1, reason="误", approved_by=CHIEF, form="shared_results")
    nothing = commands.Correct(activity=1, reason="误", approved_by=CHIEF)
    desk.refuses(InvalidField, EDUCATION_GROUP, "correct", nothing)
    desk.refuses(NotAuthorised, OFFICE, "correct", right)
    desk.act(EDUCATION_GROUP, "correct", right)
    assert desk.state.activities[0].form == "shared_results"


def test_an_annulled_activity_counts_no_more_and_another_is_owed() -> None:
    """作废: the figure follows, and where nothing is left something is owed again."""
    desk = recorded()
    desk.act(OFFICE, "confirm", FIRST)
    annul = commands.Annul(activity=1, reason="重复", approved_by=CHIEF)
    desk.refuses(NotAuthorised, OFFICE, "annul", annul)
    (told, *_) = desk.act(EDUCATION_GROUP, "annul", annul)
    assert isinstance(told, events.ActivityAnnulled)
    assert (told.left, desk.state.counted) == (0, 0)
    assert desk.owed == {(EDUCATION_GROUP, "another")}


def test_an_operation_that_one_takes_no_part_in_is_not_named() -> None:
    desk = Desk()
    for unknown in (stream("joint_operation", "x"), stream("notice", "x")):
        desk.refuses(NotFound, EDUCATION_GROUP, "record", record(operation=unknown))


def test_the_cadence_opens_a_quarter_for_each_pair() -> None:
    """Quarters without any are shown: the stream is there before anything was done in it."""
    desk = Desk(cadence=True)
    assert desk.owed == {(EDUCATION_GROUP, "quarter")}
    desk.refuses(NotFound, HEALTH_GROUP, "record", record())
    desk.refuses(errors.NotAPair, OFFICE, "record", record(group=HEALTH_GROUP))
    desk.act(OFFICE, "record", record(group=EDUCATION_GROUP))
    desk.act(EDUCATION_GROUP, "confirm", FIRST)
    assert desk.owed == set()
    desk.world.pass_to(datetime.date(2026, 4, 20))
    desk.stream = opened_for(desk.world, HEALTH_GROUP, "pairing")
    overdue = desk.world.stream(desk.stream).obligations.values()
    assert [each.status for each in overdue] == ["overdue"]
    desk.refuses(errors.AnotherQuarter, HEALTH_GROUP, "record", record())
