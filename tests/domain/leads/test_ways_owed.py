"""Whatever way was approved is owed until it is begun, reported, and its outcome proposed (R 204-207)."""

import datetime
from typing import Any, Final

import pytest

from domain.ids import StreamId
from domain.leads import commands
from domain.leads.values import Disposal
from domain.model import Command
from tests.domain.leads.given import Office, party, person, verification

ZHANG: Final = person("zhang")
SIGNED: Final[dict[str, Any]] = {"signed_by": (person("wang"), person("li")), "report": "报告"}


def office() -> Office:
    """The small world under the rules of «lead-disposal», as every city has them."""
    return Office.under("lead-disposal")


def owed(office: Office, lead: StreamId, *rules: str) -> list[tuple[str, str]]:
    """What is still owed under some rules, and by when, in the order in which it arose."""
    found = office.world.stream(lead).obligations.values()
    return [
        (each.arisen.rule, each.arisen.due.isoformat())
        for each in found
        if each.arisen.mechanism == "lead-disposal" and each.arisen.rule in rules
    ]


BEGINNINGS: Final[dict[str, tuple[Disposal, str, str, Command]]] = {
    "appropriate-inquiry": (
        Disposal(way="appropriate_inquiry"),
        "2026-03-09",
        "start_appropriate_inquiry",
        commands.StartAppropriateInquiry(),
    ),
    "interview": (
        Disposal(way="interview"),
        "2026-03-16",
        "entrust_interview",
        commands.EntrustInterview(person=ZHANG, unit=party("education")),
    ),
    "written-inquiry": (
        Disposal(way="written_inquiry"),
        "2026-03-09",
        "send_written_inquiry",
        commands.SendWrittenInquiry(person=ZHANG, letter="函〔2026〕1号", copies_to=()),
    ),
    "preliminary-verification": (
        verification(),
        "2026-03-16",
        "start_verification",
        commands.StartVerification(),
    ),
    "case-filing": (
        Disposal(way="case_filed", four_forms=3),
        "2026-03-16",
        "file_case",
        commands.FileCase(document="立〔2026〕1号", decision="同意立案"),
    ),
}


@pytest.mark.parametrize("rule", BEGINNINGS)
def test_an_approved_way_is_owed_until_it_begins(rule: str) -> None:
    """Each way by its own rule, and by no other's."""
    disposal, due, action, begin = BEGINNINGS[rule]
    city = office()
    lead = city.disposed(disposal, regime="state")
    assert owed(city, lead, *BEGINNINGS) == [(rule, due)]
    city.do("wang", action, lead, begin)
    assert owed(city, lead, *BEGINNINGS) == []


def test_an_outcome_is_a_way_too() -> None:
    """What an appropriate inquiry leads to is owed as if it had been approved at the start (R 205)."""
    city = office()
    lead = city.disposed(Disposal(way="appropriate_inquiry"), regime="state")
    begin, report = commands.StartAppropriateInquiry(), commands.ReportAppropriateInquiry(**SIGNED)
    city.do("wang", "start_appropriate_inquiry", lead, begin)
    rules = ("appropriate-inquiry-report", "outcome", "outcome-anew")
    assert owed(city, lead, *rules) == [("appropriate-inquiry-report", "2026-04-02")]
    city.do("wang", "report_appropriate_inquiry", lead, report)
    assert owed(city, lead, *rules) == [("outcome", "2026-03-16")]
    city.outcome(lead, Disposal(way="interview"))
    assert owed(city, lead, *rules) == []
    city.approve(lead)
    assert owed(city, lead, "interview") == [("interview", "2026-03-16")]


def test_an_outcome_sent_back_or_taken_back_is_owed_anew() -> None:
    city = office()
    lead = city.verified()
    assert owed(city, lead, "outcome") == [("outcome", "2026-03-16")]
    closed = Disposal(way="closed", closing="unfounded")
    city.outcome(lead, closed)
    city.do("group-head", "opine", lead, commands.Opine(opinion="return"))
    assert owed(city, lead, "outcome-anew") == [("outcome-anew", "2026-03-09")]
    city.outcome(lead, closed)
    assert owed(city, lead, "outcome-anew") == []
    city.do("wang", "withdraw_submission", lead, commands.WithdrawSubmission(reason="补充材料"))
    assert owed(city, lead, "outcome-anew") == [("outcome-anew", "2026-03-09")]


def test_what_was_asked_in_writing_is_owed_until_another_outcome() -> None:
    """Delivery, then the reply; an outcome without it takes what can be done no more off the list."""
    city = office()
    lead = city.disposed(Disposal(way="written_inquiry"))
    letter = commands.SendWrittenInquiry(person=ZHANG, letter="函〔2026〕1号", copies_to=())
    city.do("wang", "send_written_inquiry", lead, letter)
    rules = ("written-inquiry-delivery", "written-inquiry-reply")
    assert owed(city, lead, *rules) == [("written-inquiry-delivery", "2026-03-09")]
    city.do("wang", "record_inquiry_delivery", lead, commands.RecordInquiryDelivery(person=ZHANG))
    assert owed(city, lead, *rules) == [("written-inquiry-reply", "2026-03-23")]
    city.outcome(lead, verification())
    city.approve(lead)
    assert owed(city, lead, *rules, *BEGINNINGS) == [("preliminary-verification", "2026-03-16")]


def test_a_reopened_lead_owes_a_way_again() -> None:
    city = office()
    lead = city.disposed(Disposal(way="shelved", review_on=datetime.date(2026, 6, 30)))
    rules = ("opinion-and-plan", "shelved-review")
    assert owed(city, lead, *rules) == [("shelved-review", "2026-06-30")]
    city.do("wang", "reopen", lead, commands.Reopen(reason="出现新线索"))
    assert owed(city, lead, *rules) == [("opinion-and-plan", "2026-04-02")]


def test_who_takes_over_begins_anew() -> None:
    """What the party before had not begun is owed by nobody until a way is approved again."""
    city = office()
    lead = city.disposed(Disposal(way="interview"))
    assert owed(city, lead, "interview") == [("interview", "2026-03-16")]
    other = commands.ProposeReallocation(handling_party=party("office-1"), reason="改由室办理")
    city.do("clerk", "propose_reallocation", lead, other)
    city.do("secretary", "allocate", lead, commands.Allocate())
    assert owed(city, lead, "interview") == []


def signing(city: Office, lead: StreamId) -> list[tuple[str, str]]:
    """Who owes an opinion on what was proposed, or that there is one who may give it."""
    found = (each.arisen for each in city.world.stream(lead).obligations.values())
    return [
        (each.rule, each.owner)
        for each in found
        if each.mechanism == "lead-disposal" and each.rule in ("signature", "unblocking")
    ]


def recuse(city: Office, lead: StreamId, name: str) -> None:
    asked = commands.DeclareRecusal(person=person(name), ground="interest", reason="利害关系")
    city.do("li", "declare_recusal", lead, asked)


def test_the_opinion_on_an_outcome_is_owed_by_whose_turn_it_is() -> None:
    """As on a disposal: level after level, and in the place of one who keeps out by who stands in."""
    city = office()
    lead = city.verified()
    city.outcome(lead, Disposal(way="closed", closing="unfounded"))
    assert signing(city, lead) == [("signature", "sg-education")]
    recuse(city, lead, "group-head")
    assert signing(city, lead) == [("signature", "office-1")]
    city.do("office-head", "opine", lead, commands.Opine(opinion="agree"))
    assert signing(city, lead) == [("signature", "commission")]
    city.do("leader", "opine", lead, commands.Opine(opinion="agree"))
    assert signing(city, lead) == []


def test_what_nobody_may_sign_is_owed_by_who_submitted_it() -> None:
    """DOMAIN.md §1.13: being stuck is shown, never bypassed; an outcome no less than a disposal."""
    city = office()
    lead = city.verified()
    city.outcome(lead, Disposal(way="closed", closing="unfounded"))
    recuse(city, lead, "group-head")
    recuse(city, lead, "office-head")
    assert signing(city, lead) == [("unblocking", "sg-education")]
    assert owed(city, lead, "unblocking") == [("unblocking", "2026-03-05")]
    city.appoint("new-head", "sg-education", "head")
    city.do("new-head", "opine", lead, commands.Opine(opinion="agree"))
    assert signing(city, lead) == [("signature", "commission")]


def test_what_nobody_may_sign_may_be_taken_back() -> None:
    city = office()
    lead = city.submitted(Disposal(way="interview"))
    recuse(city, lead, "group-head")
    recuse(city, lead, "office-head")
    assert signing(city, lead) == [("unblocking", "sg-education")]
    back = commands.WithdrawSubmission(reason="另行呈批")
    city.do("wang", "withdraw_submission", lead, back)
    assert signing(city, lead) == []
