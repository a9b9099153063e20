"""Who learns of a case, and of which part of it (R 299; PGR 4; DOMAIN.md §4)."""

from dataclasses import fields

from domain.cases import commands, events
from domain.model import Concerns
from tests.domain.cases.city import person
from tests.domain.cases.docket import CITY, Docket, disposition, respondent


def latest(docket: Docket, visibility: str) -> Concerns:
    """The circle of a class as the latest event of the case states it."""
    stated = [
        told.event.concerns
        for told in docket.world.told
        if told.stream == docket.case and told.event.concerns.visibility == visibility
    ]
    return stated[-1]


def test_the_file_is_the_handlers_and_others_learn_how_it_stands() -> None:
    circle = latest(Docket().filed(), "case")
    assert circle.parties == ("sg-education",)
    assert circle.observers == ("cs", "commission")


def test_who_adjudicates_reads_the_file_once_it_was_sent_there() -> None:
    assert latest(Docket().sent(), "case").parties == ("sg-education", "adjudication")
    assert latest(Docket().sent(to="sg-health"), "case").parties == ("sg-education", "sg-health")


def test_a_discipline_body_reads_the_file_when_its_turn_comes() -> None:
    docket = Docket().reported(respondent("zhang", CITY))
    assert "commission" not in latest(docket, "case").parties
    docket.deliberate(disposition(party="expulsion_from_party", state=None))
    assert latest(docket, "case_approval:commission").parties[-1] == "commission"
    docket.climb("party")
    assert latest(docket, "case").parties == ("sg-education", "adjudication", "commission")


def test_a_party_organisation_learns_what_it_is_asked_and_no_more() -> None:
    docket = Docket().reported()
    docket.deliberate(disposition(state=None))
    asked = latest(docket, "case_approval:pg-education")
    assert asked.parties == ("sg-education", "adjudication", "pg-education")
    docket.climb("party")
    circle = latest(docket, "case")
    assert "pg-education" not in (*circle.parties, *circle.observers)


def test_what_a_body_is_asked_tells_nothing_of_the_file() -> None:
    """Person, track, sanction, four forms, rule: no facts, no evidence, no views."""
    docket = Docket().reported()
    told = docket.deliberate(disposition(state=None))
    (asked,) = [each for each in told if isinstance(each, events.ApprovalAwaited)]
    own = {"person", "track", "step", "body", "act", "sanction", "four_forms", "chain"}
    shared = {"occurred", "concerns", "late", "on_behalf", "handling_party"}
    assert {each.name for each in fields(asked)} == own | shared | {"rule_set", "asked_by"}


def test_a_recusal_brings_its_decider_into_the_circle() -> None:
    docket = Docket().filed()
    asked = commands.DeclareRecusal(person=person("li"), ground="witness", reason="证人")
    docket.do("wang", "declare_recusal", asked)
    assert latest(docket, "case").parties == ("sg-education", "commission")
