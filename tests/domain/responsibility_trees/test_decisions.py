"""What trees of responsibility allow and refuse: given what happened, an action, then events or a refusal."""

import datetime
from dataclasses import replace
from typing import Any

from domain.errors import InvalidField, NotFound, WrongState
from domain.model import OnBehalf
from domain.obligations.events import Fulfilled, Withdrawn
from domain.responsibility_trees import commands, errors, events
from domain.responsibility_trees.state import ResponsibilityTree
from tests.domain.desk import FamilyDesk
from tests.domain.small import (
    COMMISSION,
    EDUCATION_GROUP,
    HEALTH_GROUP,
    OFFICE,
    PARTY_GROUP,
    person,
    stream,
)

DUE = datetime.date(2026, 1, 30)
LATER = datetime.date(2026, 2, 13)
ITEMS = ("每半年研究一次全面从严治党工作",)
LETTER = OnBehalf(
    party=PARTY_GROUP, letter="教党〔2026〕1号", scan="0" * 64, checked_by=person("group-deputy")
)


class Desk(FamilyDesk[ResponsibilityTree]):
    """The small city on a Monday in January; the Party group's acts are entered by the group."""

    family = "responsibility_tree"
    mechanisms = ("responsibility-trees",)


def open_(due: datetime.date = DUE) -> commands.Open:
    return commands.Open(year=2026, title="市教育局党组", due=due, on_behalf=LETTER)


def add(above: int = 1) -> commands.Add:
    return commands.Add(title="市第一中学党委", above=above, on_behalf=LETTER)


def hand_in(organisation: int) -> commands.HandIn:
    return commands.HandIn(organisation=organisation, items=ITEMS, on_behalf=LETTER)


def remove(organisation: int) -> commands.Remove:
    return commands.Remove(organisation=organisation, reason="撤并", on_behalf=LETTER)


def correct(organisation: int = 2, **changes: Any) -> commands.Correct:
    approver = person("group-deputy")
    return commands.Correct(
        organisation=organisation, reason="误", approved_by=approver, on_behalf=LETTER, **changes
    )


def opened(*above: int) -> Desk:
    """A tree with organisations below the Party group, each below the one named."""
    desk = Desk()
    desk.act(EDUCATION_GROUP, "open", open_())
    for each in above:
        desk.act(EDUCATION_GROUP, "add", add(each))
    return desk


def owed(desk: Desk) -> dict[tuple[str, str], datetime.date]:
    """Rule and organisation → due date."""
    open_ones = [each.arisen for each in desk.world.stream(desk.stream).obligations.values()]
    return {(each.rule, each.match[0].value): each.due for each in open_ones}


def test_a_party_group_opens_its_tree_and_owes_the_first_list() -> None:
    """主体责任 (mechanism 27): Party group, stationed group, linked office and commission know of it."""
    desk = Desk()
    (told, *_) = desk.act(EDUCATION_GROUP, "open", open_())
    assert isinstance(told, events.Opened)
    assert told.concerns.parties == (PARTY_GROUP, EDUCATION_GROUP, OFFICE, COMMISSION)
    assert owed(desk) == {("list", "1"): DUE}
    desk.refuses(NotFound, HEALTH_GROUP, "return", commands.Return(organisation=1, reason="无"))


def test_who_begins_no_lists_owes_those_of_the_year() -> None:
    """The lists of another year are not those of this one."""
    desk = Desk()
    desk.world.settle()
    (share,) = (told.stream for told in desk.world.told if told.stream.startswith("obligation/"))
    (year,) = desk.world.stream(share).obligations.values()
    assert (year.owner, year.owed_to, year.arisen.period) == (PARTY_GROUP, EDUCATION_GROUP, "2026")
    desk.act(EDUCATION_GROUP, "open", replace(open_(), year=2025))
    assert desk.world.stream(share).obligations
    desk.stream = stream("responsibility_tree", "second")
    desk.act(EDUCATION_GROUP, "open", open_())
    assert not desk.world.stream(share).obligations


def test_only_a_host_party_group_has_one() -> None:
    """The stationed group supervises, it does not shoulder the main responsibility."""
    own = commands.Open(year=2026, title="组", due=DUE)
    Desk().refuses(errors.NotThePartyGroup, EDUCATION_GROUP, "open", own)
    Desk().refuses(InvalidField, EDUCATION_GROUP, "open", open_(datetime.date(2026, 1, 4)))
    by_group = commands.Add(title="校党委", above=1)
    opened().refuses(errors.NotThePartyGroup, EDUCATION_GROUP, "add", by_group)


def test_responsibility_is_passed_down_level_by_level() -> None:
    """层层传导压力: each organisation owes its list, whatever its level."""
    desk = opened(1, 2, 2)
    assert [each.level for each in desk.state.organisations] == [1, 2, 3, 3]
    assert owed(desk) == {("list", str(each)): DUE for each in range(1, 5)}
    desk.refuses(errors.NoSuchOrganisation, EDUCATION_GROUP, "add", add(9))


def test_a_list_is_late_by_working_days_and_comes_back() -> None:
    """Overdue is not an end (DOMAIN.md §1.10); the stationed group sends back what does not do."""
    desk = opened(1)
    desk.world.pass_to(datetime.date(2026, 2, 3))
    told = desk.act(EDUCATION_GROUP, "hand_in", hand_in(2))
    assert [each.late_working_days for each in told if isinstance(each, Fulfilled)] == [2]
    back = commands.Return(organisation=2, reason="未落到支部")
    desk.refuses(errors.NotThePartyGroup, OFFICE, "return", back)
    desk.act(EDUCATION_GROUP, "return", back)
    assert ("better-list", "2") in owed(desk)
    desk.act(EDUCATION_GROUP, "hand_in", hand_in(2))
    assert owed(desk) == {("list", "1"): DUE}
    desk.refuses(WrongState, EDUCATION_GROUP, "hand_in", hand_in(2))


def test_an_organisation_is_removed_from_below() -> None:
    """Nothing hangs in the air; the Party group itself stays."""
    desk = opened(1, 2)
    desk.refuses(errors.OrganisationsBelow, EDUCATION_GROUP, "remove", remove(2))
    told = desk.act(EDUCATION_GROUP, "remove", remove(3))
    assert [type(each) for each in told] == [events.OrganisationRemoved, Withdrawn]
    desk.act(EDUCATION_GROUP, "remove", remove(2))
    desk.refuses(InvalidField, EDUCATION_GROUP, "remove", remove(1))
    desk.refuses(WrongState, EDUCATION_GROUP, "add", add(2))


def test_a_correction_says_what_and_who_approved() -> None:
    """更正 and 作废 with reason and approver (DOMAIN.md §1.12)."""
    desk = opened(1)
    right = correct(title="市第一中学党总支")
    assert [type(each) for each in desk.act(EDUCATION_GROUP, "correct", right)] == [
        events.Corrected
    ]
    gone = commands.Annul(reason="误", approved_by=person("group-deputy"), on_behalf=LETTER)
    told = desk.act(EDUCATION_GROUP, "annul", gone)
    assert {type(each) for each in told} == {events.Annulled, Withdrawn}
    assert owed(desk) == {}
    desk.refuses(WrongState, EDUCATION_GROUP, "add", add())


def test_a_list_and_the_day_of_a_missing_one_are_corrected() -> None:
    """What is owed follows the day; a list that came in has none any more, one that is missing no items."""
    desk = opened(1)
    desk.act(EDUCATION_GROUP, "correct", correct(due=LATER))
    assert owed(desk) == {("list", "1"): DUE, ("list", "2"): LATER}
    desk.act(EDUCATION_GROUP, "correct", correct(title="市一中党委"))
    assert owed(desk) == {("list", "1"): DUE, ("list", "2"): LATER}
    desk.refuses(InvalidField, EDUCATION_GROUP, "correct", correct())
    desk.refuses(InvalidField, EDUCATION_GROUP, "correct", correct(due=datetime.date(2026, 1, 4)))
    desk.refuses(errors.NoSuchOrganisation, EDUCATION_GROUP, "correct", correct(3, due=LATER))
    desk.refuses(WrongState, EDUCATION_GROUP, "correct", correct(items=ITEMS))
    desk.act(EDUCATION_GROUP, "hand_in", hand_in(2))
    desk.refuses(WrongState, EDUCATION_GROUP, "correct", correct(due=LATER))
    (told,) = desk.act(EDUCATION_GROUP, "correct", correct(items=("每季度研究一次",)))
    assert isinstance(told, events.Corrected)
    assert told.items == ("每季度研究一次",)
    assert owed(desk) == {("list", "1"): DUE}
