"""What the clock and people may do about an obligation, and what is refused harmlessly."""

import datetime
from dataclasses import replace

import pytest

from domain.calendar import InvalidLimit
from domain.errors import AlreadyExists, InvalidField, NotAuthorised, Refusal, WrongState
from domain.ids import SYSTEM_PARTY, SYSTEM_PERSON, ObligationId, PartyId, StreamId
from domain.model import Command, Event
from domain.obligations import commands, errors
from domain.obligations.events import ClosedAsMissed, Escalated, Overdue, Superseded, Withdrawn
from domain.obligations.periodic import openings
from tests.domain.errands import (
    COMMISSION,
    GROUP,
    MONDAY,
    OFFICE,
    Errands,
    at_nine,
    errand,
    person,
)

THURSDAY = datetime.date(2026, 1, 8)
FRIDAY = datetime.date(2026, 1, 9)
DOCUMENT = "试纪办〔2026〕1号"
PERIOD_DUE = datetime.date(2026, 4, 15)


def by_clock(world: Errands, action: str, command: Command, stream: StreamId) -> list[Event]:
    return world.ask(
        f"obligation.{action}", stream, command, actor=SYSTEM_PERSON, party=SYSTEM_PARTY
    )


def asked(
    *, on: datetime.date = MONDAY, at: datetime.date = MONDAY
) -> tuple[Errands, ObligationId]:
    """An errand asked on one day, seen on another on which the clock has not run yet."""
    world = Errands.opened(on=on)
    world.asked()
    world.now = at_nine(at)
    (owed,) = world.owed()
    return world, owed.id


def quarterly(*, at: datetime.date = MONDAY) -> tuple[Errands, StreamId]:
    """The group's share of the first quarter."""
    world = Errands.opened()
    world.settle()
    world.pass_to(at)
    found = openings(world.jurisdiction, after=None, until=MONDAY)
    return world, next(opening.stream for opening in found if opening.party == GROUP)


def test_the_due_date_itself_is_in_time() -> None:
    """R 326: «以内» includes the day itself."""
    world, owed = asked(at=THURSDAY)
    with pytest.raises(errors.NotDue):
        by_clock(world, "lapse", commands.Lapse(obligation=owed), errand())
    world.now = at_nine(FRIDAY)
    (overdue,) = by_clock(world, "lapse", commands.Lapse(obligation=owed), errand())
    assert isinstance(overdue, Overdue)
    assert overdue.due == THURSDAY


def test_the_clock_may_come_twice_or_too_late() -> None:
    """DESIGN: «the writer re-checks»: the same step again is refused and changes nothing."""
    world, owed = asked(at=FRIDAY)
    by_clock(world, "lapse", commands.Lapse(obligation=owed), errand())
    with pytest.raises(errors.NotDue):
        by_clock(world, "lapse", commands.Lapse(obligation=owed), errand())
    world.tell("done", task=1, by=GROUP, well=False)
    with pytest.raises(errors.NoSuchObligation):
        by_clock(world, "lapse", commands.Lapse(obligation=owed), errand())


def test_escalation_takes_each_step_once_in_order_and_widens_the_circle() -> None:
    """DESIGN: ``escalate``, metadata only: the next party learns of the obligation."""
    world, owed = asked(at=datetime.date(2026, 1, 13))
    first = commands.Escalate(obligation=owed, step=1)
    with pytest.raises(errors.NotDue):
        by_clock(world, "escalate", first, errand())
    by_clock(world, "lapse", commands.Lapse(obligation=owed), errand())
    with pytest.raises(errors.NotDue):
        by_clock(world, "escalate", first, errand())
    world.now = at_nine(datetime.date(2026, 2, 10))
    with pytest.raises(errors.NotDue):
        by_clock(world, "escalate", commands.Escalate(obligation=owed, step=2), errand())
    (step,) = by_clock(world, "escalate", first, errand())
    assert isinstance(step, Escalated)
    assert (step.to, step.concerns.parties) == (OFFICE, (GROUP, OFFICE))
    second = commands.Escalate(obligation=owed, step=2)
    (step,) = by_clock(world, "escalate", second, errand())
    assert step.concerns.parties == (GROUP, OFFICE, COMMISSION)
    with pytest.raises(errors.NotDue):
        by_clock(world, "escalate", commands.Escalate(obligation=owed, step=3), errand())


def test_only_processes_send_what_the_clock_sends() -> None:
    world, owed = asked(at=FRIDAY)
    with pytest.raises(NotAuthorised):
        world.ask(
            "obligation.lapse",
            errand(),
            commands.Lapse(obligation=owed),
            actor=person("chief"),
            party=COMMISSION,
        )
    with pytest.raises(NotAuthorised):
        world.ask(
            "obligation.withdraw",
            errand(),
            commands.Withdraw(obligation=owed, reason="无", approved_by=person("chief")),
            actor=SYSTEM_PERSON,
            party=SYSTEM_PARTY,
        )


def extend(obligation: ObligationId, by: str = "1 month", approver: str = "chief") -> Command:
    return commands.Extend(
        obligation=obligation,
        by=by,
        reason="情况复杂",
        document=DOCUMENT,
        approved_by=person(approver),
    )


def test_an_extension_runs_on_from_the_old_due_date_and_keeps_it_visible() -> None:
    """DOMAIN.md §1.10: «extending keeps every earlier due date visible»."""
    world, owed = asked()
    for by in ("2 working days", "1 month"):
        (old,) = world.owed()
        events = world.ask(
            "obligation.extend",
            errand(),
            extend(old.id, by),
            actor=person("director"),
            party=OFFICE,
        )
        assert [type(event).__name__ for event in events] == ["Superseded", "Arisen"]
    (new,) = world.owed()
    assert isinstance(events[0], Superseded)
    assert (events[0].document, events[0].approved_by) == (DOCUMENT, person("chief"))
    assert new.due == datetime.date(2026, 2, 12)
    assert [(e.due, e.why, e.document) for e in new.arisen.earlier] == [
        (THURSDAY, "extended", DOCUMENT),
        (datetime.date(2026, 1, 12), "extended", DOCUMENT),
    ]
    assert (new.arisen.revision, new.arisen.start) == (2, MONDAY)
    assert new.id != owed


def test_a_date_that_an_event_named_is_extended_from_that_date() -> None:
    world, _ = asked()
    world.tell("done", task=1, by=GROUP, well=True, thanks_by=FRIDAY)
    (owed,) = world.owed()
    world.ask(
        "obligation.extend",
        errand(),
        extend(owed.id, "3 working days"),
        actor=person("group-head"),
        party=GROUP,
    )
    (new,) = world.owed()
    assert new.due == datetime.date(2026, 1, 14)


@pytest.mark.parametrize(
    ("actor", "party", "approver", "by", "refusal"),
    [
        ("group-head", GROUP, "chief", "1 month", errors.OwnObligation),
        ("other-head", PartyId("group-2"), "chief", "1 month", NotAuthorised),
        ("clerk", OFFICE, "chief", "1 month", NotAuthorised),
        ("director", OFFICE, "director", "1 month", InvalidField),
        ("director", OFFICE, "clerk", "1 month", InvalidField),
        ("director", OFFICE, "chief", "1 fortnight", InvalidLimit),
    ],
)
def test_who_may_give_more_time(
    actor: str, party: PartyId, approver: str, by: str, refusal: type[Refusal]
) -> None:
    """The owner never does; a leading person of whom it is owed to, or of the commission, does."""
    world, owed = asked()
    command = extend(owed, by, approver)
    with pytest.raises(refusal):
        world.ask("obligation.extend", errand(), command, actor=person(actor), party=party)


def test_a_clock_that_stands_is_not_extended() -> None:
    world, owed = asked()
    world.tell("paused")
    command = extend(owed)
    with pytest.raises(WrongState):
        world.ask("obligation.extend", errand(), command, actor=person("director"), party=OFFICE)


def test_the_commission_may_let_the_owner_off() -> None:
    world, owed = asked()
    command = commands.Withdraw(obligation=owed, reason="并入专项", approved_by=person("leader"))
    (event,) = world.ask(
        "obligation.withdraw", errand(), command, actor=person("chief"), party=COMMISSION
    )
    assert isinstance(event, Withdrawn)
    assert (event.by, event.reason) == (None, "并入专项")
    assert world.owed() == []


def close(obligation: ObligationId) -> commands.CloseAsMissed:
    return commands.CloseAsMissed(
        obligation=obligation,
        reason="未召开",
        document=DOCUMENT,
        decided_on=PERIOD_DUE,
        approved_by=person("chief"),
    )


def test_only_an_overdue_period_is_closed_as_missed_by_a_signed_decision() -> None:
    """DOMAIN.md §1.10: «only a cadence's period may close as missed»."""
    world, stream = quarterly(at=PERIOD_DUE)
    (owed,) = world.owed(stream)
    boss, party = person("director"), OFFICE
    with pytest.raises(errors.NotDue):
        world.ask("obligation.close_as_missed", stream, close(owed.id), actor=boss, party=party)
    world.pass_to(datetime.date(2026, 4, 16))
    (event,) = world.ask(
        "obligation.close_as_missed", stream, close(owed.id), actor=boss, party=party
    )
    assert isinstance(event, ClosedAsMissed)
    assert (event.period, event.document) == ("2026-Q1", DOCUMENT)
    assert world.owed(stream) == []
    world.asked()
    (owed,) = world.owed()
    command = close(owed.id)
    with pytest.raises(errors.NotPeriodic):
        world.ask("obligation.close_as_missed", errand(), command, actor=boss, party=party)


def test_a_provisional_due_date_is_revised_when_the_calendar_knows_more() -> None:
    """DESIGN: «is revised by an event»; what is certain is left alone."""
    world = Errands.opened()
    full = world.jurisdiction.calendar
    assert full is not None
    early = replace(full, published_through=datetime.date(2026, 1, 6), holidays=frozenset({MONDAY}))
    world.jurisdiction = replace(world.jurisdiction, calendar=early)
    world.asked()
    (owed,) = world.owed()
    revise = commands.Revise(obligation=owed.id)
    with pytest.raises(errors.NotRevisable):
        by_clock(world, "revise", revise, errand())
    rest = frozenset({*full.holidays, datetime.date(2026, 1, 7)})
    world.jurisdiction = replace(world.jurisdiction, calendar=replace(full, holidays=rest))
    by_clock(world, "revise", revise, errand())
    (new,) = world.owed()
    assert (new.due, new.arisen.provisional) == (FRIDAY, False)
    assert [e.why for e in new.arisen.earlier] == ["revised"]
    with pytest.raises(errors.NotRevisable):
        by_clock(world, "revise", commands.Revise(obligation=new.id), errand())


@pytest.mark.parametrize(
    "wrong",
    [
        {"rule": "errands.nothing"},
        {"rule": "errands.doing"},
        {"period": "2026-H1"},
        {"period": "2026-Q2"},
        {"period": "2025-Q4"},
        {"party": PartyId("office")},
        {"party": PartyId("group-2")},
    ],
)
def test_the_clock_opens_only_what_the_scheme_asks_for_when_it_begins(
    wrong: dict[str, str],
) -> None:
    world = Errands.opened()
    opening = next(iter(openings(world.jurisdiction, after=None, until=MONDAY)))
    right = {"rule": opening.rule.key, "period": opening.period.code, "party": opening.party}
    command = commands.Open(**{**right, **wrong})  # type: ignore[arg-type]
    with pytest.raises(errors.NotInScheme):
        by_clock(world, "open", command, opening.stream)


def test_a_period_opens_once() -> None:
    world, stream = quarterly()
    again = commands.Open(rule="errands.quarterly", period="2026-Q1", party=GROUP)
    with pytest.raises(AlreadyExists):
        by_clock(world, "open", again, stream)
