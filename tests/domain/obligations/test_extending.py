"""Who may give more time, and how much: what the law knows, and no more (DOMAIN.md §2 A3)."""

import datetime
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.calendar import Limit, StatutoryClock
from domain.errors import NotAuthorised, Refusal
from domain.ids import PartyId
from domain.model import OnBehalf
from domain.obligations import commands, errors
from domain.obligations.events import Superseded
from domain.scheme import Scheme, SchemeError
from tests.domain.errands import (
    COMMISSION,
    ERRANDS,
    GROUP,
    MONDAY,
    OFFICE,
    SCHEME,
    Errands,
    errand,
    person,
)

PROVINCE = PartyId("province")
ABOVE = """
[party.province]
kind = "superiorCommission"
zh = "省纪委监委"
en = "the provincial commission"
on_system = false
entered_by = "office"
"""
OWED = 'due = "3 working days"\nfulfilled_by = ["errand.done"]'
HALF_A_YEAR = 'extend = { by = "approval", longest = "6 months" }'
LEVEL_ABOVE = 'extend = { by = "level_above", longest = "18 months" }'
LETTER = OnBehalf(
    party=PROVINCE, letter="省纪办〔2026〕7号", scan="0" * 64, checked_by=person("clerk")
)


def text(due: str, more: str) -> str:
    assert OWED in SCHEME
    return SCHEME.replace(OWED, OWED.replace("3 working days", due).replace("\n", f"\n{more}\n"), 1)


def owed(due: str, extend: str, *, statutory: bool = True) -> Errands:
    """An errand asked on a Monday, under a rule that says so of more time."""
    world = Errands.opened()
    flag = f"statutory = {str(statutory).lower()}"
    scheme = Scheme.parse(text(due, f"{flag}\n{extend}") + ABOVE, ERRANDS)
    world.jurisdiction = replace(world.jurisdiction, scheme=scheme, parties=scheme.parties)
    world.asked()
    return world


def extend(
    world: Errands,
    by: str,
    *,
    actor: str = "director",
    party: PartyId = OFFICE,
    letter: OnBehalf | None = None,
) -> None:
    (found,) = world.owed()
    command = commands.Extend(
        obligation=found.id,
        by=by,
        reason="案情复杂",
        document="试纪办〔2026〕1号",
        approved_by=person("chief"),
        on_behalf=letter,
    )
    world.ask("obligation.extend", errand(), command, actor=person(actor), party=party)


def refuses(world: Errands, refusal: type[Refusal], by: str, **who: object) -> Refusal:
    before = world.owed()
    with pytest.raises(refusal) as refused:
        extend(world, by, **who)  # type: ignore[arg-type]
    assert world.owed() == before
    return refused.value


def test_what_the_law_gives_and_nobody_extends_stays_as_it_is() -> None:
    """Nobody: neither whom it is owed to, nor the commission, nor the level above."""
    world = owed("1 month", "")
    refused = refuses(world, errors.NotExtendable, "1 day")
    assert "依据:rule" in refused.sentence_zh
    refuses(world, errors.NotExtendable, "1 day", actor="leader", party=COMMISSION)
    refuses(world, errors.NotExtendable, "1 day", letter=LETTER)


def test_local_practice_is_extended_as_far_as_who_it_is_owed_to_holds_right() -> None:
    world = owed("1 month", "", statutory=False)
    for _ in range(3):
        extend(world, "6 months")
    assert len(world.owed()[0].arisen.earlier) == 3


def test_the_level_above_gives_more_time_by_its_letter_and_nobody_else() -> None:
    """R 215: six months more at the most, by the level above; who and why stay with the old date."""
    world = owed("1 year", LEVEL_ABOVE)
    refuses(world, errors.LevelAboveExtends, "1 month")
    refuses(world, errors.LevelAboveExtends, "1 month", actor="leader", party=COMMISSION)
    refuses(world, errors.LevelAboveExtends, "1 month", actor="group-head", party=GROUP)
    refuses(world, NotAuthorised, "1 month", actor="leader", party=COMMISSION, letter=LETTER)
    refused = refuses(world, errors.LongerThanAllowed, "7 months", letter=LETTER)
    assert "18 months" in refused.sentence_en
    extend(world, "4 months", letter=LETTER)
    refuses(world, errors.LongerThanAllowed, "3 months", letter=LETTER)
    extend(world, "2 months", letter=LETTER)
    refuses(world, errors.LongerThanAllowed, "1 day", letter=LETTER)
    (found,) = world.owed()
    assert found.due == datetime.date(2027, 7, 5)
    assert [(e.granted_by, e.approved_by, e.reason) for e in found.arisen.earlier] == [
        (PROVINCE, person("chief"), "案情复杂")
    ] * 2
    granted = [t.event.granted_by for t in world.told if isinstance(t.event, Superseded)]
    assert granted == [PROVINCE, PROVINCE]


def test_what_begins_anew_may_be_extended_anew_and_what_stood_is_not_counted() -> None:
    """R 215, 226: the whole time runs again; while the clock stood nothing ran."""
    world = owed("1 month", HALF_A_YEAR)
    extend(world, "5 months")
    refuses(world, errors.LongerThanAllowed, "1 month")
    world.pass_to(datetime.date(2026, 3, 2))
    world.tell("paused")
    world.pass_to(datetime.date(2026, 4, 1))
    world.tell("resumed")
    refuses(world, errors.LongerThanAllowed, "1 month")
    world.pass_to(datetime.date(2026, 4, 15))
    world.tell("restarted")
    assert world.owed()[0].due == datetime.date(2026, 5, 15)
    extend(world, "5 months")
    refuses(world, errors.LongerThanAllowed, "1 month")


GRANTS = ("1 day", "3 working days", "10 days", "1 month", "2 months", "5 months", "1 year")


@given(st.lists(st.sampled_from(GRANTS), max_size=8))
def test_it_is_never_longer_than_the_law_allows(grants: list[str]) -> None:
    """In whatever steps and units: refused exactly where the day would lie beyond."""
    world = owed("1 month", HALF_A_YEAR)
    calendar = world.jurisdiction.calendar
    assert calendar is not None
    last = StatutoryClock(start=MONDAY, limit=Limit.parse("6 months")).due(calendar)
    clock = StatutoryClock(start=MONDAY, limit=Limit.parse("1 month"))
    assert last is not None
    for by in grants:
        longer = clock.extended(Limit.parse(by))
        due = longer.due(calendar)
        assert due is not None
        if due.date > last.date:
            refuses(world, errors.LongerThanAllowed, by)
        else:
            extend(world, by)
            clock = longer
        assert world.owed()[0].due <= last.date


@pytest.mark.parametrize(
    ("due", "more", "path"),
    [
        ("1 month", 'extend = { by = "the head" }', "extend.by"),
        ("1 month", 'extend = { longest = "6 months" }', "extend.by"),
        ("1 month", 'extend = { by = "approval", longest = "20 days" }', "extend.longest"),
        ("2 years", 'extend = { by = "approval", longest = "18 months" }', "extend.longest"),
        ("end of quarter", HALF_A_YEAR, "extend.longest"),
        ("1 month", 'extend = { by = "approval", most = "6 months" }', "extend.most"),
    ],
)
def test_what_a_rule_says_of_more_time_is_explained_where_it_makes_no_sense(
    due: str, more: str, path: str
) -> None:
    with pytest.raises(SchemeError) as refusal:
        Scheme.parse(text(due, more), ERRANDS)
    (fault,) = refusal.value.faults
    assert fault.path.endswith(path)
