"""What integrity plans allow and refuse: given what happened, when an action, then events or a refusal."""

import datetime
from typing import Any

from domain.errors import InvalidField, NotAuthorised, NotFound, WrongState
from domain.ids import PartyId
from domain.integrity_plans import commands, errors, events
from domain.integrity_plans.state import STRANDS, IntegrityPlan
from domain.oversight import NotItsCommittee
from domain.two_sides import OtherSideConfirms
from domain.worklist import NoSuchEntry
from tests.domain.desk import FamilyDesk
from tests.domain.small import (
    COMMISSION,
    COMMITTEE,
    EDUCATION_GROUP,
    HEALTH_GROUP,
    OFFICE,
    person,
)

CHIEF = person("chief")
CADENCE = """
[[mechanism]]
id = "unit-committees"
title = { zh = "协同监督", en = "Supervising together" }
basis = "本地做法 local practice"
[[mechanism.obligation]]
id = "strands"
title = { zh = "四个方面均有活动", en = "Something in each strand" }
every = "half-year"
for = "each unitDisciplineCommittee"
opens = "integrity_plan"
owner = "each"
owed_to = "each.stationed_group"
due = "10 working days"
fulfilled_by = ["integrity_plan.every_strand_reviewed"]
"""
DUE = datetime.date(2026, 3, 31)


def planned(strand: Any, due: datetime.date = DUE) -> commands.PlannedActivity:
    return commands.PlannedActivity(strand=strand, title="活动", due=due)


def hold(activity: int) -> commands.Hold:
    evidence = commands.Evidence(digest="d1" * 32, title="签到表")
    return commands.Hold(activity=activity, attended=30, evidence=(evidence,))


def revise(activity: int, due: datetime.date = DUE) -> commands.Revise:
    return commands.Revise(activity=activity, strand="education", title="警示教育", due=due)


def review(activity: int) -> commands.Review:
    return commands.Review(activity=activity, rating="good")


FOUR = commands.DrawUp(activities=tuple(planned(strand) for strand in STRANDS))
DROP = commands.Drop(activity=4, reason="并入", approved_by=CHIEF)
ANNUL = commands.Annul(activity=1, reason="误登", approved_by=CHIEF)


class Desk(FamilyDesk[IntegrityPlan]):
    """The small city on a Monday in January, and one plan."""

    family = "integrity_plan"
    mechanisms = ("integrity-plans",)

    def __init__(self, *, cadence: bool = False) -> None:
        super().__init__()
        if cadence:
            self.open_for(COMMITTEE, CADENCE)

    def stages(self) -> list[str]:
        return [each.state for each in self.state.activities]

    def how_often_owed(self) -> dict[tuple[PartyId, str], int]:
        """How often what is owed by whom."""
        found: dict[tuple[PartyId, str], int] = {}
        for each in self.world.stream(self.stream).obligations.values():
            key = (each.arisen.owner, each.arisen.rule)
            found[key] = found.get(key, 0) + 1
        return found


def agreed(*, cadence: bool = False) -> Desk:
    desk = Desk(cadence=cadence)
    desk.act(COMMITTEE, "draw_up", FOUR)
    desk.act(EDUCATION_GROUP, "agree", commands.Agree())
    return desk


def all_reviewed(*, cadence: bool = False) -> Desk:
    desk = agreed(cadence=cadence)
    for number in range(1, 5):
        desk.act(COMMITTEE, "hold", hold(number))
        desk.act(EDUCATION_GROUP, "review", review(number))
    return desk


def test_what_one_side_proposes_is_planned_once_the_other_agrees() -> None:
    desk = Desk()
    told = desk.act(COMMITTEE, "draw_up", FOUR)
    assert set(told[0].concerns.parties) == {COMMITTEE, EDUCATION_GROUP, OFFICE, COMMISSION}
    assert desk.how_often_owed() == {(EDUCATION_GROUP, "agreement"): 4}
    one = commands.Agree(activities=(1, 1))
    desk.refuses(OtherSideConfirms, COMMITTEE, "agree", one)
    desk.refuses(errors.NothingToAgree, COMMITTEE, "agree", commands.Agree())
    desk.act(EDUCATION_GROUP, "agree", one)
    assert desk.stages() == ["agreed", "proposed", "proposed", "proposed"]
    assert desk.how_often_owed() == {(EDUCATION_GROUP, "agreement"): 3, (COMMITTEE, "activity"): 1}
    desk.refuses(WrongState, EDUCATION_GROUP, "agree", one)
    desk.refuses(NoSuchEntry, EDUCATION_GROUP, "agree", commands.Agree(activities=(5,)))


def test_the_group_draws_up_for_one_of_its_committees() -> None:
    desk = Desk()
    named = commands.DrawUp(activities=FOUR.activities, committee=COMMITTEE)
    desk.refuses(NotItsCommittee, EDUCATION_GROUP, "draw_up", FOUR)
    desk.refuses(NotItsCommittee, HEALTH_GROUP, "draw_up", named)
    desk.act(EDUCATION_GROUP, "draw_up", named)
    assert desk.how_often_owed() == {(COMMITTEE, "agreement"): 4}
    desk.refuses(NotFound, HEALTH_GROUP, "agree", commands.Agree())
    more = commands.Add(activities=FOUR.activities)
    desk.refuses(NotItsCommittee, OFFICE, "add", more)
    desk.act(COMMITTEE, "add", more)
    assert [each.other for each in desk.state.activities] == [COMMITTEE] * 4 + [EDUCATION_GROUP] * 4


def test_a_plan_lies_within_its_period() -> None:
    """The year, or the period for which a cadence asks."""
    outside = commands.DrawUp(activities=(planned("family", datetime.date(2027, 1, 1)),))
    summer = commands.DrawUp(activities=(planned("family", datetime.date(2026, 7, 1)),))
    Desk().refuses(InvalidField, COMMITTEE, "draw_up", outside)
    Desk(cadence=True).refuses(InvalidField, COMMITTEE, "draw_up", summer)
    desk = Desk()
    desk.act(COMMITTEE, "draw_up", summer)
    assert desk.state.period == "2026"


def test_what_is_sent_back_is_revised_and_agreed() -> None:
    desk = Desk()
    desk.act(COMMITTEE, "draw_up", FOUR)
    no = commands.SendBack(activity=1, reason="重复")
    desk.refuses(OtherSideConfirms, COMMITTEE, "send_back", no)
    desk.act(EDUCATION_GROUP, "send_back", no)
    assert desk.how_often_owed() == {(EDUCATION_GROUP, "agreement"): 3, (COMMITTEE, "revision"): 1}
    desk.act(COMMITTEE, "revise", revise(1))
    desk.act(EDUCATION_GROUP, "agree", commands.Agree())
    assert desk.how_often_owed() == {(COMMITTEE, "activity"): 4}
    assert desk.state.activities[1].strand == "education"


def test_a_later_day_does_not_hide_the_earlier_one() -> None:
    """What was agreed stays owed until the other side agrees to another day, which keeps the first."""
    desk = agreed()
    desk.act(COMMITTEE, "revise", revise(1, datetime.date(2026, 6, 30)))
    assert desk.how_often_owed() == {(COMMITTEE, "activity"): 4, (EDUCATION_GROUP, "agreement"): 1}
    desk.refuses(WrongState, COMMITTEE, "hold", hold(1))
    desk.act(EDUCATION_GROUP, "agree", commands.Agree())
    found = desk.world.stream(desk.stream).obligations.values()
    dues = {each.arisen.due: [old.due for old in each.arisen.earlier] for each in found}
    assert dues == {DUE: [], datetime.date(2026, 6, 30): [DUE]}


def test_the_other_side_reviews_what_one_held() -> None:
    """Evidence that does not show it goes back; what is reviewed counts."""
    desk = agreed()
    desk.act(COMMITTEE, "hold", hold(1))
    desk.refuses(OtherSideConfirms, COMMITTEE, "review", review(1))
    no = commands.Return(activity=1, reason="签到表缺页")
    desk.refuses(OtherSideConfirms, COMMITTEE, "return", no)
    desk.act(EDUCATION_GROUP, "return", no)
    assert (COMMITTEE, "evidence") in desk.how_often_owed()
    desk.refuses(WrongState, EDUCATION_GROUP, "review", review(1))
    desk.act(COMMITTEE, "hold", hold(1))
    desk.act(EDUCATION_GROUP, "review", review(1))
    assert desk.how_often_owed() == {(COMMITTEE, "activity"): 3}
    desk.act(EDUCATION_GROUP, "hold", hold(2))
    desk.refuses(OtherSideConfirms, EDUCATION_GROUP, "review", review(2))
    desk.act(COMMITTEE, "review", review(2))
    assert desk.state.strands_reviewed == {"party_building", "education"}


def test_the_cadence_asks_for_something_in_each_strand() -> None:
    """Three of four are not enough, and the fourth ends what is owed for the period."""
    desk = Desk(cadence=True)
    assert desk.how_often_owed() == {(COMMITTEE, "strands"): 1}
    desk = agreed(cadence=True)
    for number in (1, 2, 3):
        desk.act(COMMITTEE, "hold", hold(number))
        desk.act(EDUCATION_GROUP, "review", review(number))
    assert (COMMITTEE, "strands") in desk.how_often_owed()
    desk.act(COMMITTEE, "hold", hold(4))
    told = desk.act(EDUCATION_GROUP, "review", review(4))
    (whole,) = [each for each in told if isinstance(each, events.EveryStrandReviewed)]
    assert (whole.period, desk.how_often_owed()) == ("2026-H1", {})


def test_a_strand_that_has_nothing_left_is_owed_another() -> None:
    """Dropped with reason and approver, or annulled: where the strand is empty, something is owed."""
    desk = agreed()
    (dropped, *_) = desk.act(COMMITTEE, "drop", DROP)
    assert isinstance(dropped, events.ActivityDropped)
    assert (dropped.strand, dropped.left) == ("family", 0)
    assert desk.how_often_owed() == {(COMMITTEE, "activity"): 3, (COMMITTEE, "another"): 1}
    desk.act(COMMITTEE, "add", commands.Add(activities=(planned("education"),)))
    desk.act(EDUCATION_GROUP, "agree", commands.Agree())
    assert (COMMITTEE, "another") in desk.how_often_owed()
    desk.act(COMMITTEE, "add", commands.Add(activities=(planned("family"),)))
    desk.act(EDUCATION_GROUP, "agree", commands.Agree())
    assert desk.how_often_owed() == {(COMMITTEE, "activity"): 5}
    spare = commands.Drop(activity=5, reason="并入", approved_by=CHIEF)
    desk.refuses(NotItsCommittee, OFFICE, "drop", spare)
    desk.act(EDUCATION_GROUP, "drop", spare)
    assert desk.how_often_owed() == {(COMMITTEE, "activity"): 4}


def test_an_annulled_activity_counts_no_more() -> None:
    desk = all_reviewed()
    desk.refuses(NotAuthorised, EDUCATION_GROUP, "annul", ANNUL)
    (told, *_) = desk.act(COMMITTEE, "annul", ANNUL)
    assert isinstance(told, events.ActivityAnnulled)
    assert (told.left, desk.how_often_owed()) == (0, {(COMMITTEE, "another"): 1})
    assert "party_building" not in desk.state.strands_reviewed
    desk.refuses(WrongState, COMMITTEE, "annul", ANNUL)


def test_a_correction_is_for_who_held_it() -> None:
    """更正: title, number of people, or the day; not a day to come."""
    desk = agreed()
    desk.act(COMMITTEE, "hold", hold(1))
    plain: dict[str, Any] = {"activity": 1, "reason": "误", "approved_by": CHIEF}
    desk.refuses(InvalidField, COMMITTEE, "correct", commands.Correct(**plain))
    right = commands.Correct(**plain, attended=28)
    desk.refuses(NotAuthorised, EDUCATION_GROUP, "correct", right)
    later = commands.Correct(**plain, held=datetime.date(2026, 2, 1))
    desk.refuses(InvalidField, COMMITTEE, "correct", later)
    (told,) = desk.act(COMMITTEE, "correct", right)
    assert isinstance(told, events.ActivityCorrected)
    assert (told.strand, told.attended) == ("party_building", 28)
