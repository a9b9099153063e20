"""What joint themes allow and refuse: given what happened, when an action, then events or a refusal."""

import datetime

from domain.errors import InvalidField, NotAuthorised, NotFound, WrongState
from domain.ids import PartyId
from domain.joint_themes import commands, errors, events
from domain.joint_themes.state import JointTheme
from domain.model import Command, Event
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
    PARTY_GROUP,
    person,
)

CHIEF = person("chief")
CADENCE = """
[[mechanism]]
id = "unit-committees"
title = { zh = "协同监督", en = "Supervising together" }
basis = "本地做法 local practice"
[[mechanism.obligation]]
id = "theme"
title = { zh = "开展一个主题", en = "One theme" }
every = "half-year"
for = "each unitDisciplineCommittee"
opens = "joint_theme"
owner = "each"
owed_to = "each.stationed_group"
due = "10 working days"
fulfilled_by = ["joint_theme.completed"]
"""

CHOOSE = commands.Choose(title="公务接待", text="内审发现较多。")
PROBLEMS = commands.ListProblems(problems=("派车单不全", "接待清单未附公函"))
ALL_SETTLED = commands.ConsultProgress(text="均已整改。", settled=(1, 2))
EFFECTIVE = commands.ReviewEffect(effect="effective", text="未再发生。")
RESULTS = commands.ShareResults(
    form="rule_adopted", title="公务接待管理办法", shared_with=(PARTY_GROUP,)
)
ANNUL = commands.Annul(reason="重复", approved_by=CHIEF)


class Desk(FamilyDesk[JointTheme]):
    """The small city on a Monday in January, and one theme."""

    family = "joint_theme"
    mechanisms = ("joint-themes",)

    def __init__(self, *, cadence: bool = False) -> None:
        super().__init__()
        if cadence:
            self.open_for(COMMITTEE, CADENCE)

    def agreed(self, party: PartyId, name: str, command: Command) -> list[Event]:
        """One side records a step, the other confirms it."""
        self.act(party, name, command)
        other = EDUCATION_GROUP if party == COMMITTEE else COMMITTEE
        last = commands.Confirm(record=len(self.state.records))
        return self.act(other, "confirm", last)


def chosen(*, cadence: bool = False) -> Desk:
    desk = Desk(cadence=cadence)
    desk.agreed(COMMITTEE, "choose", CHOOSE)
    return desk


def found() -> Desk:
    desk = chosen()
    desk.agreed(EDUCATION_GROUP, "list_problems", PROBLEMS)
    return desk


def completed(*, cadence: bool = False) -> Desk:
    desk = chosen(cadence=cadence)
    desk.agreed(EDUCATION_GROUP, "list_problems", PROBLEMS)
    desk.agreed(COMMITTEE, "consult_progress", ALL_SETTLED)
    desk.agreed(EDUCATION_GROUP, "review_effect", EFFECTIVE)
    desk.agreed(COMMITTEE, "share_results", RESULTS)
    return desk


def test_a_theme_is_chosen_once_the_other_side_confirms() -> None:
    """主题共选: neither side chooses alone."""
    desk = Desk()
    (told, *_) = desk.act(COMMITTEE, "choose", CHOOSE)
    assert set(told.concerns.parties) == {COMMITTEE, EDUCATION_GROUP, OFFICE, COMMISSION}
    assert desk.owed == {(EDUCATION_GROUP, "confirmation")}
    desk.refuses(OtherSideConfirms, COMMITTEE, "confirm", commands.Confirm(record=1))
    desk.act(EDUCATION_GROUP, "confirm", commands.Confirm(record=1))
    assert desk.owed == {(COMMITTEE, "problems")}
    desk.refuses(errors.NoSuchRecord, EDUCATION_GROUP, "confirm", commands.Confirm(record=1))


def test_the_group_says_which_of_its_committees_it_means() -> None:
    desk = Desk()
    named = commands.Choose(title="公务接待", text="内审。", committee=COMMITTEE)
    desk.refuses(NotItsCommittee, EDUCATION_GROUP, "choose", CHOOSE)
    desk.refuses(NotItsCommittee, HEALTH_GROUP, "choose", named)
    desk.refuses(NotItsCommittee, OFFICE, "choose", named)
    desk.act(EDUCATION_GROUP, "choose", named)
    assert (desk.state.records[0].by, desk.state.records[0].other) == (EDUCATION_GROUP, COMMITTEE)


def test_a_step_that_is_sent_back_is_owed_again() -> None:
    desk = Desk()
    desk.act(COMMITTEE, "choose", CHOOSE)
    no = commands.SendBack(record=1, reason="范围过宽")
    desk.refuses(OtherSideConfirms, COMMITTEE, "send_back", no)
    desk.act(EDUCATION_GROUP, "send_back", no)
    assert desk.owed == {(COMMITTEE, "again")}
    desk.refuses(errors.StepNotDue, COMMITTEE, "list_problems", PROBLEMS)
    desk.agreed(COMMITTEE, "rechoose", commands.Rechoose(title="公车使用", text="收窄。"))
    assert [each.stage for each in desk.state.records] == ["sent_back", "confirmed"]
    assert desk.state.steps == ("problems",)


def test_no_step_comes_before_the_one_before_it() -> None:
    """主题共选、问题共找、进度共商、效果共评、成果共享, in this order, and not two at once."""
    desk = chosen()
    for name, command in (
        ("consult_progress", commands.ConsultProgress(text="在办。")),
        ("review_effect", EFFECTIVE),
        ("share_results", RESULTS),
        ("rechoose", commands.Rechoose(title="另选", text="另选。")),
    ):
        desk.refuses(errors.StepNotDue, COMMITTEE, name, command)
    desk.act(COMMITTEE, "list_problems", PROBLEMS)
    desk.refuses(errors.StepNotDue, EDUCATION_GROUP, "list_problems", PROBLEMS)


def test_the_problems_that_both_hold_are_worked_off_one_by_one() -> None:
    """A problem is one once both say so; each is owed by itself."""
    desk = chosen()
    desk.act(EDUCATION_GROUP, "list_problems", PROBLEMS)
    assert len(desk.state.problems) == 0
    told = desk.act(COMMITTEE, "confirm", commands.Confirm(record=2))
    titles = [each.title for each in told if isinstance(each, events.ProblemFound)]
    assert titles == ["派车单不全", "接待清单未附公函"]
    assert desk.owed == {(COMMITTEE, "progress"), (COMMITTEE, "problem")}
    one = commands.ConsultProgress(text="派车单已补。", settled=(1,))
    desk.agreed(COMMITTEE, "consult_progress", one)
    assert [each.key for each in desk.state.problems.open] == [2]
    for settled, refused in (((1,), InvalidField), ((2, 2), InvalidField), ((3,), NoSuchEntry)):
        again = commands.ConsultProgress(text="在办。", settled=settled)
        desk.refuses(refused, COMMITTEE, "consult_progress", again)


def test_the_effect_is_not_good_while_problems_are_open() -> None:
    """效果共评: with something open they may only say that more is needed, and consult again."""
    desk = found()
    desk.agreed(COMMITTEE, "consult_progress", commands.ConsultProgress(text="在办。"))
    desk.refuses(errors.ProblemsStillOpen, EDUCATION_GROUP, "review_effect", EFFECTIVE)
    more = commands.ReviewEffect(effect="more_needed", text="制度未印发。")
    desk.agreed(EDUCATION_GROUP, "review_effect", more)
    assert desk.state.steps == ("progress",)
    assert (COMMITTEE, "progress") in desk.owed
    desk.agreed(COMMITTEE, "consult_progress", ALL_SETTLED)
    desk.agreed(EDUCATION_GROUP, "review_effect", EFFECTIVE)
    assert desk.owed == {(COMMITTEE, "results")}


def test_results_are_open_to_others_once_both_sides_hold_them() -> None:
    """成果共享: who it is shared with reads the results, in a class of their own."""
    desk = found()
    desk.agreed(COMMITTEE, "consult_progress", ALL_SETTLED)
    desk.agreed(EDUCATION_GROUP, "review_effect", EFFECTIVE)
    twice = commands.ShareResults(form="rule_adopted", title="办法", shared_with=(COMMITTEE,))
    for party in (COMMITTEE, EDUCATION_GROUP):
        desk.refuses(InvalidField, party, "share_results", twice)
    (told, *_) = desk.act(COMMITTEE, "share_results", RESULTS)
    assert PARTY_GROUP not in told.concerns.parties
    right = commands.Correct(record=5, reason="误", approved_by=CHIEF, title="接待管理办法")
    desk.act(COMMITTEE, "correct", right)
    ended = desk.act(EDUCATION_GROUP, "confirm", commands.Confirm(record=5))
    (shared,) = [each for each in ended if isinstance(each, events.Completed)]
    assert (shared.title, shared.concerns.visibility) == ("接待管理办法", "joint_theme_result")
    assert PARTY_GROUP in shared.concerns.parties
    assert (desk.state.stage, desk.owed) == ("completed", set())
    desk.refuses(WrongState, COMMITTEE, "consult_progress", ALL_SETTLED)


def test_a_correction_is_for_who_recorded_it() -> None:
    """更正: by the side whose record it is, and only of what the record says."""
    desk = found()
    right = commands.Correct(record=1, reason="误", approved_by=CHIEF, title="公务用车")
    desk.refuses(NotAuthorised, EDUCATION_GROUP, "correct", right)
    nothing = commands.Correct(record=1, reason="误", approved_by=CHIEF)
    desk.refuses(InvalidField, COMMITTEE, "correct", nothing)
    of_problems = commands.Correct(record=2, reason="误", approved_by=CHIEF, title="题")
    desk.refuses(InvalidField, EDUCATION_GROUP, "correct", of_problems)
    desk.act(COMMITTEE, "correct", right)
    assert getattr(desk.state.records[0].event, "title", None) == "公务用车"


def test_who_looks_on_only_reads() -> None:
    desk = found()
    desk.refuses(NotItsCommittee, OFFICE, "annul", ANNUL)
    desk.refuses(NotItsCommittee, OFFICE, "consult_progress", ALL_SETTLED)
    desk.act(COMMITTEE, "consult_progress", ALL_SETTLED)
    desk.refuses(OtherSideConfirms, OFFICE, "confirm", commands.Confirm(record=3))
    desk.refuses(NotFound, HEALTH_GROUP, "annul", ANNUL)


def test_an_annulled_theme_owes_nothing_and_another_takes_its_place() -> None:
    """作废: what was found is struck; numbers of records and problems go on."""
    desk = found()
    desk.act(COMMITTEE, "annul", ANNUL)
    assert (desk.state.stage, desk.owed) == ("annulled", set())
    assert [each.state for each in desk.state.problems] == ["struck", "struck"]
    desk.agreed(EDUCATION_GROUP, "rechoose", commands.Rechoose(title="另选", text="另选。"))
    desk.agreed(COMMITTEE, "list_problems", PROBLEMS)
    assert [each.key for each in desk.state.problems.open] == [3, 4]
    assert desk.state.stage == "open"


def test_the_cadence_opens_a_theme_for_each_committee() -> None:
    """Owed for the half-year until the five steps are done, whatever was annulled between."""
    desk = Desk(cadence=True)
    assert desk.owed == {(COMMITTEE, "theme")}
    desk.agreed(COMMITTEE, "choose", CHOOSE)
    desk.act(COMMITTEE, "annul", ANNUL)
    assert desk.owed == {(COMMITTEE, "theme")}
    ended = completed(cadence=True)
    assert ended.owed == set()
    ended.act(EDUCATION_GROUP, "annul", ANNUL)
    assert ended.owed == {(COMMITTEE, "another")}
    alone = completed()
    alone.act(EDUCATION_GROUP, "annul", ANNUL)
    assert alone.owed == set()


def test_a_theme_of_a_cadence_is_the_committees_whom_it_was_opened_for() -> None:
    desk = Desk(cadence=True)
    other = commands.Choose(title="另选", text="另选。", committee=PartyId("education"))
    desk.refuses(NotItsCommittee, EDUCATION_GROUP, "choose", other)
    desk.refuses(NotFound, HEALTH_GROUP, "choose", CHOOSE)


def test_what_is_not_confirmed_in_time_is_known_above() -> None:
    desk = Desk()
    desk.act(COMMITTEE, "choose", CHOOSE)
    desk.world.pass_to(datetime.date(2026, 1, 21))
    (owed,) = desk.world.stream(desk.stream).obligations.values()
    assert (owed.status, owed.arisen.due) == ("overdue", datetime.date(2026, 1, 12))
    assert [step.to for step in owed.arisen.escalation] == [OFFICE]
