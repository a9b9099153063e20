"""Receiving, registering and checking for duplicates."""

import datetime
from typing import Any

import pytest

from domain.errors import InvalidField, NotAuthorised, NotFound, WrongState
from domain.leads import commands, events
from domain.leads.errors import (
    FeedbackTooEarly,
    InTransit,
    NoRegister,
    NotApproved,
    PostLevelUnknown,
)
from tests.domain.leads.given import (
    FOUND,
    MATERIALS,
    Office,
    handing,
    named,
    on_behalf,
    only,
    party,
    person,
    reporter,
    subject,
)


def test_a_lead_is_held_by_the_party_that_received_it() -> None:
    """R 198, 202: what a party finds it holds, until it hands it over or it is allocated."""
    office = Office.opened()
    lead = office.received("clerk")
    assert office.lead(lead).stage == "received"
    assert office.lead(lead).holder == "case-supervision"


def test_an_administrator_of_the_system_receives_nothing() -> None:
    """R 299: whoever looks after the system has no business with leads."""
    office = Office.opened()
    office.appoint("admin", "case-supervision", "administrator")
    with pytest.raises(NotAuthorised):
        office.received("admin")


@pytest.mark.parametrize(
    ("field", "changed"),
    [
        ("subjects", {"subjects": (subject("zhang"), subject("zhang"))}),
        ("report", {"source": "report.letter"}),
        ("report", {"report": "anonymous"}),
        ("reporter", {"source": "report.letter", "report": "real_name"}),
        (
            "reporter",
            {"source": "report.letter", "report": "anonymous", "reporter": reporter()},
        ),
        ("rule", {"source": "data_rule"}),
        ("rule", {"rule": "低保与车辆比对"}),
        ("materials", {"sender": party("audit")}),
        ("sender", {"sender": party("case-supervision")}),
    ],
)
def test_what_cannot_be_is_refused(field: str, changed: dict[str, Any]) -> None:
    """R 209: a report is real-name, unverifiable or anonymous; a hit of a rule names the rule."""
    with pytest.raises(InvalidField) as refused:
        Office.opened().received(**changed)
    assert refused.value.details["field"] == field


def test_a_post_level_must_stand_in_the_table_of_the_day() -> None:
    """DOMAIN.md §1.16: jurisdiction goes by a dated table of cadre management authority."""
    with pytest.raises(PostLevelUnknown):
        Office.opened().received(subjects=(subject(level="emperor"),))


def test_a_hit_of_a_data_rule_enters_as_a_lead() -> None:
    """DOMAIN.md §5.14: an alert becomes a lead when a person enters it, naming the rule."""
    office = Office.opened()
    lead = office.received(source="data_rule", rule="公益岗与财政供养人员比对")
    assert office.lead(lead).source == "data_rule"


def test_a_letter_from_outside_begins_a_hand_over_that_waits_for_its_answer() -> None:
    """R 202: case supervision takes in what audit and others hand over, and answers."""
    office = Office.opened()
    lead = office.received(
        source="audit", sender=party("audit"), document="审移〔2026〕1号", materials=MATERIALS
    )
    (leg,) = office.lead(lead).transfers
    assert (leg.from_party, leg.to_party, leg.status) == (
        "audit",
        "case-supervision",
        "acknowledged",
    )
    assert office.owed(lead) == [("receipt", "case-supervision")]
    with pytest.raises(InTransit):
        office.do("clerk", "register", lead, commands.Register())


def test_a_letter_of_a_party_off_the_system_is_entered_on_its_behalf() -> None:
    """DOMAIN.md §1.14: entered with letter and scan; its hand-over runs like any other."""
    office = Office.opened()
    lead = office.received(
        source="functional_department",
        on_behalf=on_behalf("statistics"),
        document="统移〔2026〕1号",
        materials=MATERIALS,
        found_on=FOUND,
    )
    assert office.lead(lead).holder == "case-supervision"
    assert office.lead(lead).transfers[0].from_party == "statistics"


def test_numbers_are_gapless_per_organ_and_year() -> None:
    """DOMAIN.md §1.15: per organ, kind and year; the group has a register of its own."""
    office = Office.opened()
    leads = [office.registered(tag=tag, subjects=(subject(tag),)) for tag in "123"]
    assert [str(office.lead(lead).numbers[0]) for lead in leads] == [
        "〔2026〕1号",
        "〔2026〕2号",
        "〔2026〕3号",
    ]
    own = office.received("group-keeper", tag="own")
    office.do("group-keeper", "register", own, commands.Register())
    (number,) = office.lead(own).numbers
    assert (number.organ, number.serial) == ("sg-education", 1)


def test_only_a_body_with_a_register_registers() -> None:
    """R 202: who keeps no register hands the lead over to case supervision."""
    office = Office.opened()
    lead = office.received("office-keeper")
    with pytest.raises(NoRegister):
        office.do("office-keeper", "register", lead, commands.Register())


def test_the_register_is_the_keepers() -> None:
    """RD 23: one keeper numbers what comes in."""
    office = Office.opened()
    lead = office.received()
    with pytest.raises(NotAuthorised):
        office.do("clerk2", "register", lead, commands.Register())


def test_a_suspected_duplicate_is_told_by_number_only_to_case_supervision() -> None:
    """First-hour need: «CS, please check», without showing what one may not read."""
    office = Office.opened()
    office.registered(tag="1", subjects=(subject("zhang"),))
    lead = office.received("group-keeper", tag="2", subjects=(subject("zhang"),))
    told = office.do("group-keeper", "register", lead, commands.Register())
    suspected = only(told, events.DuplicateSuspected)
    assert suspected.matches == 1
    assert suspected.concerns.parties == ("case-supervision",)
    assert suspected.concerns.visibility == "duplicate"


def test_a_reporter_of_the_same_name_makes_no_duplicate() -> None:
    """A pseudonym may stand for a reporter: only leads *about* the person count."""
    office = Office.opened()
    office.registered(
        source="report.visit",
        report="real_name",
        reporter=reporter("zhang"),
        subjects=(subject("qian"),),
    )
    lead = office.received(tag="2", subjects=(subject("zhang"),))
    assert named(office.do("clerk", "register", lead, commands.Register())) == ["Registered"]


def test_case_supervision_confirms_or_dismisses_a_duplicate() -> None:
    """RC 14: a repeat is registered and kept with what it repeats."""
    office = Office.opened()
    first = office.registered(tag="1")
    again, other = office.registered(tag="2"), office.registered(tag="3")
    office.do("clerk", "confirm_duplicate", again, commands.ConfirmDuplicate(of=first))
    office.do("clerk", "dismiss_duplicate", other, commands.DismissDuplicate(reason="另一件事"))
    assert office.lead(again).duplicate_of == first
    assert office.lead(other).duplicate == "dismissed"
    with pytest.raises(WrongState):
        office.do("clerk", "dismiss_duplicate", first, commands.DismissDuplicate(reason="无"))
    with pytest.raises(WrongState):
        office.do("clerk", "confirm_duplicate", again, commands.ConfirmDuplicate(of=first))


def test_a_suspected_repeat_is_owed_a_check_and_a_confirmed_one_its_merging() -> None:
    """RC 14: case supervision owes both; a dismissed one goes on by itself."""
    office = Office.opened()
    first = office.registered(tag="1")
    again, other = office.registered(tag="2"), office.registered(tag="3")
    checking, merging = ("duplicate-check", "case-supervision"), ("repeat", "case-supervision")
    assert [checking in office.owed(lead) for lead in (first, again, other)] == [False, True, True]
    office.do("clerk", "confirm_duplicate", again, commands.ConfirmDuplicate(of=first))
    office.do("clerk", "dismiss_duplicate", other, commands.DismissDuplicate(reason="另一件事"))
    assert [checking in office.owed(lead) for lead in (again, other)] == [False, False]
    assert [merging in office.owed(lead) for lead in (again, other)] == [True, False]
    office.do("clerk", "merge", first, commands.Merge(others=(again,), reason="重复件"))
    assert office.owed(again) == []
    assert office.lead(again).stage == "merged"


def test_a_reporter_stands_in_a_circle_of_their_own() -> None:
    """R 299, RC 47: the petitions keeper knows; handlers by approval only; nobody else."""
    office = Office.opened()
    lead = office.received(
        "petitions", source="report.letter", report="real_name", reporter=reporter()
    )
    recorded = only([told.event for told in office.world.told], events.ReporterRecorded)
    assert recorded.concerns.parties == ("petitions",)
    assert recorded.concerns.visibility == "reporter"
    with pytest.raises(NotFound):
        office.do("clerk", "notify_reporter", lead, commands.NotifyReporter(notice="accepted"))


def test_a_real_name_reporter_is_told_each_thing_once() -> None:
    """R 209: within 15 working days that it was accepted, and after the end how it ended."""
    office = Office.opened()
    lead = office.received(
        "petitions", source="report.letter", report="real_name", reporter=reporter()
    )
    told = commands.NotifyReporter(notice="accepted")
    office.do("petitions", "notify_reporter", lead, told)
    with pytest.raises(InvalidField):
        office.do("petitions", "notify_reporter", lead, told)
    with pytest.raises(FeedbackTooEarly):
        office.do("petitions", "notify_reporter", lead, commands.NotifyReporter(notice="result"))


def test_handlers_learn_of_the_reporter_by_approval_only() -> None:
    """R 299, RC 47: a grant has reason, giver, scope and expiry."""
    office = Office.opened()
    office.appoint("petitions-head", "petitions", "head")
    fields: dict[str, Any] = {
        "source": "report.letter",
        "report": "signed_unverifiable",
        "reporter": reporter(),
    }
    lead = office.received("petitions", **fields)
    grant = commands.GrantReporterAccess(
        approved_by=person("petitions-head"),
        reason="当面核实",
        until=datetime.date(2026, 6, 30),
    )
    with pytest.raises(NotApproved):
        office.do("petitions", "grant_reporter_access", lead, grant)


def test_a_granted_handling_party_knows_the_reporter_until_a_day() -> None:
    """R 299, RC 47: the grant names giver, reason and expiry; the circle of the reporter grows by it."""
    office = Office.opened()
    lead = office.received(
        "petitions", source="report.letter", report="real_name", reporter=reporter()
    )
    office.do("petitions", "transfer", lead, handing("case-supervision"))
    office.do("clerk", "acknowledge_transfer", lead, commands.AcknowledgeTransfer(transfer=1))
    office.do("clerk", "accept", lead, commands.Accept(transfer=1))
    office.do("clerk", "register", lead, commands.Register())
    allocation = commands.ProposeAllocation(handling_party=party("sg-education"))
    office.do("clerk", "propose_allocation", lead, allocation)
    office.do("secretary", "allocate", lead, commands.Allocate())
    grant = commands.GrantReporterAccess(
        approved_by=person("leader"), reason="当面核实", until=datetime.date(2026, 6, 30)
    )
    told = office.do("petitions", "grant_reporter_access", lead, grant)
    granted = only(told, events.ReporterAccessGranted)
    assert granted.concerns.parties == ("petitions", "sg-education")
    past = commands.GrantReporterAccess(
        approved_by=person("leader"), reason="当面核实", until=datetime.date(2026, 3, 1)
    )
    with pytest.raises(InvalidField):
        office.do("petitions", "grant_reporter_access", lead, past)


def test_case_supervision_confirms_only_what_it_may_see() -> None:
    """R 299: a repeat of what another organ holds is not disclosed by confirming it."""
    office = Office.opened()
    lead = office.received("auditor", tag="1")
    office.registered(tag="2")
    again = office.registered(tag="3")
    with pytest.raises(NotFound):
        office.do("clerk", "confirm_duplicate", again, commands.ConfirmDuplicate(of=lead))
    with pytest.raises(InvalidField):
        office.do("clerk", "confirm_duplicate", again, commands.ConfirmDuplicate(of=again))


def test_a_letter_is_entered_for_the_party_that_sent_it() -> None:
    """DOMAIN.md §1.14: the sender of an entered letter is the party it is entered for."""
    with pytest.raises(InvalidField):
        Office.opened().received(
            on_behalf=on_behalf("statistics"),
            sender=party("audit"),
            document="统移〔2026〕1号",
            materials=MATERIALS,
        )
