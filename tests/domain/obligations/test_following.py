"""What follows from an event: given what is owed, when something happens, then what is owed."""

import datetime
from dataclasses import replace

import pytest

from domain.ids import PartyId
from domain.model import Event, Occurred
from domain.obligations.events import (
    Arisen,
    Fulfilled,
    Match,
    Overdue,
    Stopped,
    Superseded,
    Withdrawn,
)
from domain.scheme import Scheme
from tests.domain.errands import (
    COMMISSION,
    ERRANDS,
    GROUP,
    GROUP_2,
    MONDAY,
    OFFICE,
    SCHEME,
    Errands,
    errand,
    person,
)

THURSDAY = datetime.date(2026, 1, 8)
FRIDAY = datetime.date(2026, 1, 9)
NEXT_MONDAY = datetime.date(2026, 1, 12)


def names(events: list[Event]) -> list[str]:
    return [type(event).__name__ for event in events]


def the(events: list[Event], kind: type[Event]) -> list[Event]:
    return [event for event in events if isinstance(event, kind)]


def test_an_event_makes_something_owed_with_owner_due_date_and_basis() -> None:
    """DESIGN «Decisions and obligations»; 3 working days after a Monday end on Thursday (R 326)."""
    world = Errands.opened()
    _, arisen = world.asked()
    assert isinstance(arisen, Arisen)
    assert (arisen.owner, arisen.owed_to, arisen.due) == (GROUP, OFFICE, THURSDAY)
    assert (arisen.mechanism, arisen.rule, arisen.basis) == ("errands", "doing", "rule")
    assert (arisen.cause, arisen.cause_version, arisen.revision) == ("errand.asked", 1, 0)
    assert arisen.match == (Match(field="task", value="1"),)
    assert arisen.concerns.visibility == f"obligation:{arisen.obligation}"
    assert arisen.concerns.parties == (GROUP, OFFICE)


def test_a_clock_runs_from_the_day_it_occurred_not_from_the_day_it_was_entered() -> None:
    """补录 (DOMAIN.md §1.11): «clocks run from occurred»."""
    world = Errands.opened(on=FRIDAY)
    _, arisen = world.asked(occurred=MONDAY)
    assert isinstance(arisen, Arisen)
    assert arisen.due == THURSDAY


def test_it_is_fulfilled_by_the_event_that_matches_and_by_no_other() -> None:
    """DESIGN: «match» ties the fulfilling event to the obligation."""
    world = Errands.opened()
    world.asked(task=1)
    world.asked(task=2)
    events = world.tell("done", task=2, by=GROUP, well=False)
    (fulfilled,) = the(events, Fulfilled)
    assert isinstance(fulfilled, Fulfilled)
    assert (fulfilled.by, fulfilled.late_working_days) == ("errand.done", 0)
    assert [owed.arisen.match[0].value for owed in world.owed()] == ["1"]


def test_overdue_is_no_end_and_lateness_is_counted_in_working_days() -> None:
    """DOMAIN.md §1.10: open → overdue → fulfilled n working days late."""
    world = Errands.opened()
    world.asked()
    world.pass_to(NEXT_MONDAY)
    assert [owed.status for owed in world.owed()] == ["overdue"]
    (fulfilled,) = the(world.tell("done", task=1, by=GROUP, well=False), Fulfilled)
    assert isinstance(fulfilled, Fulfilled)
    assert fulfilled.late_working_days == 2
    assert world.owed() == []


def test_what_was_done_in_time_is_on_time_though_it_was_entered_after_the_clock_fired() -> None:
    """DESIGN: «lateness compares the fulfilling event with the due date, whenever the clock fired»."""
    world = Errands.opened()
    world.asked()
    world.pass_to(FRIDAY)
    assert the([told.event for told in world.told], Overdue)
    events = world.tell("done", task=1, by=GROUP, well=False, occurred=THURSDAY)
    (fulfilled,) = the(events, Fulfilled)
    assert isinstance(fulfilled, Fulfilled)
    assert fulfilled.late_working_days == 0


def test_it_is_withdrawn_by_the_events_its_rule_names_also_without_the_match_field() -> None:
    """DESIGN: an obligation may end withdrawn. A cancelled errand takes the ground from all."""
    world = Errands.opened()
    world.asked(task=1)
    world.asked(task=2)
    events = world.tell("cancelled")
    assert names(events) == ["Cancelled", "Withdrawn", "Withdrawn"]
    assert world.owed() == []


def test_what_was_annulled_owes_nothing() -> None:
    """作废 (DOMAIN.md §1.12): due dates follow, whether or not the rule names the event."""
    world = Errands.opened()
    world.asked()
    events = world.tell("annulled")
    assert [e.by for e in events if isinstance(e, Withdrawn)] == ["errand.annulled"]


def test_correcting_the_day_moves_the_due_date_and_keeps_the_earlier_one() -> None:
    """更正 (DOMAIN.md §1.12): «the original stays visible, due dates follow»."""
    world = Errands.opened(on=FRIDAY)
    world.asked()
    happened = Occurred(date=MONDAY)
    events = world.tell("corrected", version=1, happened=happened)
    assert names(events) == ["Corrected", "Superseded", "Arisen"]
    (owed,) = world.owed()
    assert (owed.due, owed.arisen.revision) == (THURSDAY, 1)
    assert [(e.due, e.why) for e in owed.arisen.earlier] == [
        (datetime.date(2026, 1, 14), "corrected")
    ]
    assert names(world.tell("corrected", version=2, happened=happened)) == ["Corrected"]


def from_the_end_of_the_month() -> Errands:
    """The small world in which an errand is due three working days after the end of the month."""
    world = Errands.opened(on=FRIDAY)
    clock_keys = (
        'stopped_by = ["errand.paused"]\nresumed_by = ["errand.resumed"]\n'
        'restarted_by = ["errand.restarted"]\n'
    )
    text = SCHEME.replace(clock_keys, "")
    text = text.replace('due = "3 working days"', 'due = "end of month plus 3 working days"')
    scheme = Scheme.parse(text, ERRANDS)
    world.jurisdiction = replace(world.jurisdiction, scheme=scheme)
    world.asked()
    return world


def test_a_limit_from_the_end_of_a_period_follows_a_corrected_day_into_its_period() -> None:
    """January to December: three working days after 31 December, over New Year, end on 6 January."""
    world = from_the_end_of_the_month()
    (owed,) = world.owed()
    assert (owed.arisen.start, owed.due) == (datetime.date(2026, 1, 31), datetime.date(2026, 2, 4))
    world.tell("corrected", version=1, happened=Occurred(date=MONDAY))
    assert [each.due for each in world.owed()] == [datetime.date(2026, 2, 4)]
    before = Occurred(date=datetime.date(2025, 12, 29))
    world.tell("corrected", version=1, happened=before)
    (owed,) = world.owed()
    assert (owed.arisen.start, owed.due) == (datetime.date(2025, 12, 31), datetime.date(2026, 1, 6))


def test_a_clock_stands_and_runs_on() -> None:
    """R 226: a supplementary investigation stops the clock. One day was used, two are left."""
    world = Errands.opened()
    world.asked()
    world.pass_to(datetime.date(2026, 1, 6))
    (_, stopped) = world.tell("paused")
    assert isinstance(stopped, Stopped)
    world.pass_to(datetime.date(2026, 1, 20))
    assert [owed.status for owed in world.owed()] == ["stopped"]
    assert names(world.tell("paused")) == ["Paused"]
    assert names(world.tell("resumed")) == ["Resumed", "Superseded", "Arisen"]
    (owed,) = world.owed()
    assert (owed.status, owed.due) == ("open", datetime.date(2026, 1, 22))
    assert [e.why for e in owed.arisen.earlier] == ["resumed"]
    assert names(world.tell("resumed")) == ["Resumed"]


def test_a_clock_begins_anew() -> None:
    """R 226: re-investigation restarts the whole limit."""
    world = Errands.opened()
    world.asked()
    world.pass_to(FRIDAY)
    events = world.tell("restarted")
    assert names(events) == ["Restarted", "Superseded", "Arisen"]
    (owed,) = world.owed()
    assert (owed.status, owed.due) == ("open", datetime.date(2026, 1, 14))


def test_what_is_asked_anew_takes_the_place_of_what_was_owed() -> None:
    """Reallocation: one thing is owed by one party, and the earlier due date stays visible."""
    world = Errands.opened()
    world.asked(to=GROUP)
    world.pass_to(FRIDAY)
    events = world.asked(to=GROUP_2)
    (superseded,) = the(events, Superseded)
    assert isinstance(superseded, Superseded)
    (owed,) = world.owed()
    assert (superseded.successor, superseded.why) == (owed.id, "renewed")
    assert (owed.owner, owed.arisen.revision) == (GROUP_2, 1)
    assert [e.due for e in owed.arisen.earlier] == [THURSDAY]


def test_what_fulfils_may_ask_for_the_next() -> None:
    """A shelved lead is reviewed on its day, and again on the next: each review is a duty done."""
    world = Errands.opened()
    assert names(world.tell("reviewed")) == ["Reviewed", "Arisen"]
    assert names(world.tell("reviewed")) == ["Reviewed", "Fulfilled", "Arisen"]
    (owed,) = world.owed()
    assert owed.arisen.earlier == ()


def test_it_arises_only_where_the_fields_say_so_and_a_date_is_named() -> None:
    """``when``, ``state.…`` paths and ``due = "event.…"``: no date, nothing is owed."""
    world = Errands.opened()
    world.asked()
    assert "Arisen" not in names(world.tell("done", task=1, by=GROUP, well=False))
    assert "Arisen" not in names(world.tell("done", task=1, by=GROUP, well=True))
    day = datetime.date(2026, 1, 10)
    (arisen,) = the(world.tell("done", task=1, by=GROUP, well=True, thanks_by=day), Arisen)
    assert isinstance(arisen, Arisen)
    assert (arisen.owner, arisen.owed_to) == (OFFICE, GROUP)
    assert (arisen.due, arisen.limit, arisen.basis) == (day, None, "mechanism")


def test_what_is_required_of_the_ending_event() -> None:
    """``requires``: R 209 asks for two notices, told by one kind of event."""
    world = Errands.opened()
    world.asked()
    world.tell("done", task=1, by=GROUP, well=True, thanks_by=FRIDAY)
    assert names(world.tell("thanked", task=1, manner="silently")) == ["Thanked"]
    assert names(world.tell("thanked", task=1, manner="aloud")) == ["Thanked", "Fulfilled"]


def test_each_of_several_owners_owes_for_itself() -> None:
    """``match = ["owner"]``: what one reader does leaves the others' duty untouched."""
    world = Errands.opened()
    world.tell("circulated", readers=(GROUP, GROUP_2, GROUP))
    assert [owed.owner for owed in world.owed()] == [GROUP, GROUP_2]
    world.tell("read", actor="group-head", party=GROUP)
    assert [owed.owner for owed in world.owed()] == [GROUP_2]
    world.tell("circulated", readers=(GROUP_2,))
    (owed,) = world.owed()
    assert (owed.owner, owed.arisen.revision) == (GROUP_2, 1)


def test_an_event_of_another_stream_ends_what_it_names() -> None:
    """``match = ["event.errand"]``: the family's own name means its stream."""
    world = Errands.opened()
    world.tell("referred", to_party=GROUP)
    world.tell("referred", stream=errand("2"), to_party=GROUP)
    world.tell("settled_elsewhere", stream=errand("3"), errand=errand("1"))
    assert world.owed(errand("1")) == []
    assert len(world.owed(errand("2"))) == 1


def test_an_act_is_judged_by_the_rules_of_its_day() -> None:
    """DOMAIN.md §1.8: rules have effective dates."""
    world = Errands.opened()
    world.with_late_entry()
    world.tell("circulated", readers=(GROUP,), occurred=datetime.date(2025, 12, 31))
    assert sorted(owed.arisen.rule for owed in world.owed()) == ["old-rule", "reading"]
    world.tell("circulated", stream=errand("2"), readers=(GROUP,))
    assert [owed.arisen.rule for owed in world.owed(errand("2"))] == ["reading"]


def test_a_due_date_beyond_the_published_calendar_is_provisional() -> None:
    """DESIGN: «a due date beyond the published calendar is provisional»."""
    world = Errands.opened()
    assert world.jurisdiction.calendar is not None
    early = replace(world.jurisdiction.calendar, published_through=datetime.date(2026, 1, 6))
    world.jurisdiction = replace(world.jurisdiction, calendar=early)
    _, arisen = world.asked()
    assert isinstance(arisen, Arisen)
    assert arisen.provisional


def test_escalation_goes_by_steps_to_parties_that_exist() -> None:
    """``owner.supervising_office`` of a party that has none is no step."""
    world = Errands.opened()
    world.asked()
    world.asked(task=2, to=COMMISSION)
    steps = [[(s.to, s.on) for s in owed.arisen.escalation] for owed in world.owed()]
    third, tenth = datetime.date(2026, 1, 13), datetime.date(2026, 1, 22)
    assert steps == [[(OFFICE, third), (COMMISSION, tenth)], [(COMMISSION, tenth)]]


def test_a_party_that_has_ended_owes_nothing_new() -> None:
    """What is fed back to a sender that is in the scheme no more asks nobody for a confirmation."""
    world = Errands.opened()
    world.jurisdiction = world.jurisdiction.without_party(GROUP_2)
    assert names(world.asked(to=GROUP_2)) == ["Asked"]
    assert names(world.tell("circulated", readers=(GROUP, GROUP_2))) == ["Circulated", "Arisen"]


def test_without_a_scheme_nothing_is_owed() -> None:
    world = Errands.opened()
    world.jurisdiction = replace(world.jurisdiction, scheme=None, calendar=None)
    assert names(world.asked()) == ["Asked"]


@pytest.mark.parametrize("party", [OFFICE, PartyId("group")])
def test_the_acting_party_is_the_one_on_whose_behalf_it_is_entered(party: PartyId) -> None:
    """``actor``: DOMAIN.md §1.14."""
    world = Errands.opened()
    by = "director" if party == OFFICE else "group-head"
    _, arisen = world.tell("asked", actor=by, party=party, task=1, to_party=GROUP_2, asker=party)
    assert isinstance(arisen, Arisen)
    assert arisen.owed_to == party
    assert person(by) == world.told[0].actor
