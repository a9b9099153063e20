"""What Linyi's mechanisms came to in its year: counted from what happened, exactly."""

from collections import Counter
from pathlib import Path
from typing import Any, Final

import pytest

from domain.campaigns.figures import Ended, Span, counted
from domain.ids import CaseTag, StreamId, derived_id, stream_id
from domain.obligations.events import Arisen
from domain.scheme import Scheme
from processes.scheme_files import read_scheme_files
from tests.scenarios.year import ROOT, Year, edited, whole

SCHEME: Final = Scheme.parse(read_scheme_files(ROOT / "schemes" / "linyi.toml").text)
LATE: Final = {
    "attachments.return": [("io-2", 2)],
    "campaigns.correction": [("city-investment", 2)],
    "campaigns.screening": [("sg-education", 1), ("sg-finance", 2)],
    "case-decision.state-service": [("sg-finance", 2)],
    "case-quality-review.reply": [("sg-finance", 2)],
    "complaint-intake.forwarded": [("cc-lanshan", 1)],
    "complaint-reporters.accepted": [("petitions", 2)],
    "daily-supervisions.receipt": [("human-resources", 1)],
    "daily-supervisions.result": [("sg-housing", 5)],
    "department-requests.answer": [("education", 2)],
    "dossiers.fill": [("sg-housing", 2)] * 6,
    "guidance-links.contact": [("so-3", 5)],
    "inspection-links.acknowledgement": [("sg-health", 1)],
    "inspection-links.better-understanding": [("it-2", 2)],
    "inspection-links.end": [("inspection", 2)],
    "integrity-opinions.answer": [("sg-housing", 1)],
    "joint-enforcement.joining": [("pg-health", 2)],
    "joint-enforcement.share": [("uc-education", 2)],
    "joint-operations.conclusion": [("so-3", 2)],
    "joint-operations.share": [("cc-lanshan", 1)],
    "notices.acknowledgement": [("uc-education", 3)],
    "notices.reply": [("uc-education", 2)],
    "pairings.confirmation": [("sg-housing", 1)],
    "pooled-stationing.coverage": [("sg-agriculture", 2)],
    "proposal-forms.answer": [("pg-education", 1)],
    "recommendation.feedback": [("pg-education", 2)],
    "recommendation.signature": [("commission", 1)],
    "rectification.rectify": [("pg-education", 14), ("pg-human-resources", 2)],
    "reexaminations.re-examination": [("adjudication", 1)],
    "responsibility-trees.list": [("pg-education", 2), ("pg-education", 10)],
    "sweep-cadence.sweep": [("sg-housing", 3)],
    "sweeps.hand-in": [("uc-education", 1)],
    "talks.follow-up": [("sg-education", 2)],
    "talks.hold": [("sg-education", 1)],
    "task-orders.feedback": [("cc-yinan", 3), ("sg-public-security", 3)],
    "three-level-sign-off.head-review": [("sg-finance", 1)],
    "urgings.answer": [("sg-public-security", 2)],
    "visits.concern": [("general-office", 2)],
}
"""Who was how many working days late, by rule; all else under these rules was in time."""


@pytest.fixture(scope="module")
def year() -> Year:
    """The whole year, to its last day."""
    return whole("linyi")


def stream(family: str, handle: str) -> StreamId:
    """What a line of the year opened under a handle."""
    return StreamId(stream_id(family, derived_id("scenario", "linyi", handle)))


def told(year: Year, family: str, name: str, handle: str) -> list[Any]:
    """The events of one type of one stream."""
    wanted = stream(family, handle)
    return [t.event for t in year.events(f"{family}.{name}") if t.stream == wanted]


def test_no_mechanism_is_without_a_last_event(year: Year) -> None:
    """What `guantong mechanisms` shows of Linyi: something was owed under each."""
    owed = {told.event.mechanism for told in year.world.told if isinstance(told.event, Arisen)}
    assert [each.id for each in SCHEME.mechanisms if each.id not in owed] == []
    assert len(SCHEME.mechanisms) >= 43


@pytest.mark.parametrize("rule", LATE)
def test_who_was_late_and_by_how_much(year: Year, rule: str) -> None:
    assert sorted(year.late(rule)) == sorted(LATE[rule])


def test_each_group_has_an_office_a_leader_and_four_contacts(year: Year) -> None:
    groups = (*SCHEME.of_kind("stationedGroup"), *SCHEME.of_kind("dispatchedBody"))
    links = [year.world.state(stream("guidance_link", f"LINK-{each.code}")) for each in groups]
    kept = [sum(each.stage == "counted" for each in link.contacts) for link in links]
    assert kept == [4] * 11
    offices = Counter(link.office for link in links)
    assert offices == {"so-1": 3, "so-2": 4, "so-3": 4}


def test_four_dossiers_are_filled_and_gone_through(year: Year) -> None:
    sections = Counter(t.stream for t in year.events("dossier.section_refreshed"))
    assert list(sections.values()) == [12] * 4
    facts = Counter(fact.stage for each in sections for fact in year.world.state(each).facts)
    assert facts == {"current": 8}
    halves = Counter(event.period for event in year.arisen("dossiers.half-year"))
    assert halves == {"2026-H1": 23, "2026-H2": 23}
    assert (
        len(year.events("dossier.gone_through")) == len(year.fulfilled("dossiers.half-year")) == 8
    )
    assert year.overdue()["dossiers.half-year"] == 23 - 4
    assert len(year.events("dossier.fact_revised")) == 1
    assert len(year.events("dossier.corrected")) == 1


def test_a_problem_comes_back_once_and_money_with_it(year: Year) -> None:
    item = year.world.state(stream("rectification", "RECT-POSTS"))
    assert (item.stage, item.systems, item.recoveries) == ("settled", 1, (3_680_000,))
    assert len(told(year, "rectification", "returned", "RECT-POSTS")) == 1
    stages = Counter(
        year.world.state(t.stream).stage for t in year.events("rectification.problem_raised")
    )
    assert stages == {"settled": 1, "signed_off": 2, "annulled": 1}


def test_seven_orders_to_groups_and_two_to_a_county_are_fed_back(year: Year) -> None:
    orders = [year.world.state(t.stream) for t in year.events("task_order.issued")]
    assert Counter(each.stage for each in orders) == {"closed": 9, "annulled": 1}
    returned = [each.by for each in year.facts("task_order.feedback_returned")]
    assert returned == ["sg-housing", "cc-yinan"]
    assert len(year.fulfilled("task-orders.feedback")) == 9


def test_a_units_five_departments_are_asked_and_answer(year: Year) -> None:
    """Personnel, petitions, audit, finance, law: four in time, finance late and asked again."""
    asked = [each for each in year.facts("department_request.issued") if each.kind == "data"]
    assert {(each.issuer, each.to) for each in asked} == {("sg-education", "education")}
    assert sorted(each.office for each in asked) == [
        "audit",
        "finance",
        "legal",
        "organisation",
        "petitions",
    ]
    streams = {t.stream for t in year.events("department_request.issued") if t.event in asked}
    assert streams <= {t.stream for t in year.events("department_request.answer_accepted")}
    returned = {t.stream for t in year.events("department_request.answer_returned")}
    assert returned == {stream("department_request", "REQ-FIN")}


def test_twelve_projects_are_screened_one_by_one(year: Year) -> None:
    state = year.world.state(stream("campaign", "CAMPAIGN-SOE"))
    figures = counted(state, Span(), Ended(filed=[stream("lead", "SOE")]))
    assert (figures.objects, figures.screened, figures.unscreened) == (12, 12, 0)
    assert (figures.findings, figures.leads, figures.cases, figures.data_rules) == (4, 1, 1, 1)
    assert (figures.corrected, figures.systems, figures.recovered) == (1, 1, 120_000_000)
    assert figures.amount == 1_839_000_000


def test_unit_committees_do_their_shares(year: Year) -> None:
    """Theirs are two of four shares; what came of each enforcement is summed from them."""
    shares = [each.owner for each in year.facts("joint_enforcement.share_assigned")]
    assert [each for each in shares if each.startswith("uc-")] == ["uc-education", "uc-health"]
    results = [
        (result.shares, result.problems, result.handled)
        for handle in ("ENFORCE-EDU", "ENFORCE-HEA")
        for result in told(year, "joint_enforcement", "result_recorded", handle)
    ]
    assert results == [(3, 8, 7), (1, 4, 4)]


def test_a_committee_is_guided_and_helps_for_a_time(year: Year) -> None:
    """Two findings settled, one of three answers returned, two of three pieces joint evidence."""
    findings = told(year, "unit_committee", "finding_answered", "COMMITTEE-EDU")
    assert [each.finding for each in findings] == [1, 1, 2]
    (ended,) = told(year, "unit_committee", "enlistment_ended", "COMMITTEE-EDU")
    assert ended.evidence == 2
    served = [each.case for each in year.world.told if each.name == "unit_committee.matter_served"]
    assert served == [CaseTag(stream("lead", "FOOD"))]


def test_school_meals_end_in_three_admonitions(year: Year) -> None:
    """Swept, checked on site, verified with a district: three persons, and money back."""
    (swept,) = told(year, "sweep", "concluded", "SWEEP-FOOD")
    result = swept.result
    assert (result.matters, result.registered, result.repeats, result.dropped) == (3, 1, 1, 1)
    lead = year.world.state(stream("lead", "FOOD"))
    assert (lead.closing, len(lead.persons)) == ("light_measure", 3)
    (outcome,) = told(year, "lead", "outcome_approved", "FOOD")
    assert outcome.measure == "admonition"
    assert len(told(year, "lead", "person_informed", "FOOD")) == 3
    campaign = counted(year.world.state(stream("campaign", "CAMPAIGN-FOOD")), Span())
    assert (campaign.screened, campaign.findings, campaign.leads, campaign.corrected) == (
        3,
        2,
        1,
        1,
    )
    (money,) = told(year, "joint_operation", "result_recorded", "JOINT-FOOD")
    assert money.amount == 1_250_000


def test_three_kinds_of_joint_operation_are_concluded(year: Year) -> None:
    states = [year.world.state(t.stream) for t in year.events("joint_operation.proposed")]
    assert sorted((each.kind, each.stage, each.joined) for each in states) == [
        ("group_group", "concluded", ("sg-finance",)),
        ("office_group", "concluded", ("sg-housing",)),
        ("office_group_locality", "concluded", ("cc-lanshan",)),
    ]
    assert [lent.stage for each in states for lent in each.lendings] == ["returned"]


def test_what_an_office_and_a_group_did_counts_once_the_other_confirmed_it(year: Year) -> None:
    """Ten pairs, four quarters: what was disputed counts nothing, and the quarter without any is overdue."""
    done = {t.stream: t.event for t in year.events("pairing.recorded")}
    confirmed = {t.stream: t.event for t in year.events("pairing.confirmed")}
    assert all(confirmed[s].by == done[s].other for s in confirmed)  # type: ignore[attr-defined]
    assert [(e.group, e.period) for s, e in done.items() if s not in confirmed] == [  # type: ignore[attr-defined]
        ("sg-education", "2026-Q2")
    ]
    rule = "pairings.quarter"
    owed = {each.obligation: (each.owner, each.period) for each in year.arisen(rule)}
    met = {each.obligation for each in year.fulfilled(rule)}
    assert len(owed) == 4 * 10
    assert sorted(quarter for key, quarter in owed.items() if key not in met) == [
        ("sg-agriculture", "2026-Q1"),
        ("sg-education", "2026-Q2"),
        ("sg-human-resources", "2026-Q4"),
        ("sg-public-security", "2026-Q2"),
        ("sg-state-assets", "2026-Q3"),
    ]
    assert year.overdue()[rule] == 4  # the fourth quarter is due in the new year


def test_a_round_of_inspection_ends_with_its_authorisation(year: Year) -> None:
    """Who was recused was not authorised; after the round nobody acts for the team any more."""
    link = year.world.state(stream("inspection_link", "ROUND-HEA"))
    steps = (link.shares, link.verifications, link.passings, link.problems)
    assert (link.stage, [len(each) for each in steps]) == ("ended", [2, 1, 1, 1])
    assert [each.stage for each in link.consultations] == ["confirmed"]
    assert year.refused["recused_from_the_round"] == 1


def test_bulletins_tell_of_running_matters_that_nobody_reviewed(year: Year) -> None:
    """One late in March, one that came back in June, two in October, five in November; each is answered."""
    days = [told.today.month for told in year.events("quality_bulletin.running_listed")]
    assert days == [4, 7] + [11] * 2 + [12] * 5
    facts = year.facts("quality_bulletin.running_listed")
    listed = [(e.body, e.overdue, e.returned) for e in facts]
    assert listed == [
        ("sg-health", 1, 0),
        ("sg-finance", 0, 1),
        *[("sg-human-resources", 1, 0)] * 7,
    ]
    assert len(year.fulfilled("case-quality-review.running-reply")) == len(listed)
    assert year.late("case-quality-review.running-reply") == [("sg-human-resources", 2)]
    assert len(year.facts("quality_bulletin.reply_returned")) == 1


def test_a_bulletin_is_owed_each_month(year: Year) -> None:
    """Each month's in the next; two were late, the last is not due within the year."""
    owed = year.arisen("case-quality-community.bulletin")
    assert [event.period for event in owed] == [f"2026-{month:02}" for month in range(1, 13)]
    issued = [event.period for event in year.facts("quality_bulletin.issued")]
    assert sorted(issued) == [event.period for event in owed][:11]
    assert year.late("case-quality-community.bulletin") == [("adjudication", 2)] * 2


def test_the_bulletin_of_november_counts_two_reviews(year: Year) -> None:
    (november,) = [e for e in year.facts("quality_bulletin.issued") if e.period == "2026-11"]
    figures = november.figures
    assert (figures.reviews, figures.findings, figures.repeated) == (2, 2, 1)
    assert november.parties == ("sg-finance", "sg-human-resources", "sg-health")


def test_a_case_is_signed_off_decided_on_two_tracks_and_re_examined(year: Year) -> None:
    case = year.world.state(stream("case", "CASE-FIN"))
    assert (case.stage, [sheet.status for sheet in case.sheets]) == (
        "archived",
        ["agreed", "returned", "agreed"],
    )
    (person,) = case.persons
    assert [(each.track, each.sanction, each.status) for each in person.sanctions] == [
        ("party", "serious_warning", "decided"),
        ("state", "warning", "decided"),
    ]


def test_complaints_are_told_apart(year: Year) -> None:
    stages = Counter(year.world.state(t.stream).stage for t in year.events("complaint.received"))
    assert stages == {"closed": 2, "repeat_kept": 1, "forwarded": 1}


def test_a_project_left_unscreened_keeps_the_campaign_open(tmp_path: Path) -> None:
    def forget(text: str) -> str:
        return "".join(line for line in text.splitlines(True) if not line.startswith("8  "))

    (surprise,) = edited(tmp_path, "linyi", "projects.table", forget).surprises
    assert (surprise.code, surprise.line.type) == ("objects_unscreened", "guantong.campaign.close")


def test_a_contact_a_month_later_is_late(tmp_path: Path) -> None:
    def later(text: str) -> str:
        return text.replace("2026-06-03", "2026-07-03")

    year = edited(tmp_path, "linyi", "guidance.table", later)
    assert year.late("guidance-links.contact") == [("so-3", 5), ("so-1", 16)]
