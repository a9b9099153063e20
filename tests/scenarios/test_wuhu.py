"""Wuhu's year, run by the domain alone: what its sentences tell, and every figure counted."""

import re
from collections import Counter
from pathlib import Path
from typing import Any, Final

import pytest

from domain.ids import PartyId
from tests.docs.marks import Mark, marks_of
from tests.domain.histories import check
from tests.scenarios.year import SCENARIOS, Year, edited, whole

WUHU: Final = SCENARIOS / "wuhu"
SENTENCES: Final = 12
GROUPS: Final = 14
COMMISSION: Final = PartyId("commission")
COMMITTEE: Final = "unitDisciplineCommittee"


@pytest.fixture(scope="module")
def year() -> Year:
    """The whole year, to its last day."""
    return whole("wuhu")


def test_every_line_goes_as_it_says(year: Year) -> None:
    assert [str(surprise) for surprise in year.surprises] == []
    expected = Counter(line.expected for line in year.scenario.lines if line.expected)
    assert year.refused == expected
    assert len(expected) >= 6


def test_the_year_keeps_what_every_history_keeps(year: Year) -> None:
    check(year.world)


def test_every_sentence_is_worked_by_a_line() -> None:
    """Each of the twelve has a marked line, and no other number has."""
    marks = list(marks_of(WUHU))
    assert all(isinstance(mark, Mark) for mark in marks)
    assert {m.number for m in marks if isinstance(m, Mark)} == set(range(1, SENTENCES + 1))


def test_no_mechanism_of_the_scheme_is_without_anything_owed(year: Year) -> None:
    scheme = year.world.jurisdiction.scheme
    assert scheme is not None
    owed = {event.mechanism for event in year.facts("obligation.arisen")}
    assert [each.id for each in scheme.mechanisms if each.id not in owed] == []


def test_the_cadence_of_six_three_and_one_months(year: Year) -> None:
    """Three offices: 36 monthly and 12 quarterly meetings owed; some late, one closed, one missing."""
    monthly, quarterly = "reporting-cadence.monthly-meeting", "reporting-cadence.scheduling"
    assert (len(year.arisen(monthly)), len(year.arisen(quarterly))) == (36, 12)
    assert (len(year.fulfilled(monthly)), len(year.fulfilled(quarterly))) == (34, 10)
    assert year.late(monthly) == [("so-2", 2)]
    assert year.late(quarterly) == [("so-2", 2)]
    missed = [(event.owner, event.period) for event in year.facts("obligation.closed_as_missed")]
    assert missed == [("so-1", "2026-08"), ("sg-political-legal", "2026-Q3")]
    assert year.overdue()[monthly] == 1


def test_the_secretary_hears_who_reported(year: Year) -> None:
    """Of fourteen groups thirteen reported, one of them late, one after it was sent back; one is missing."""
    rule = "reporting-cadence.half-yearly-report"
    assert len([e for e in year.arisen(rule) if e.period == "2026-H1"]) == GROUPS
    assert len(year.fulfilled(rule)) == GROUPS - 1
    assert year.late(rule) == [("sg-education", 4)]
    assert [event.reporter for event in year.facts("work_report.returned")] == ["sg-housing"]
    (hearing,) = [e for e in year.facts("consultation.held") if e.kind == "secretary_hearing"]
    assert [each.party for each in hearing.absent] == ["sg-transport"]
    assert year.overdue()[rule] == 1
    orders = {event.meeting: event.parties for event in year.facts("task_order.issued")}
    assert sorted(len(parties) for parties in orders.values()) == [2, 2]


def test_all_groups_sweep_twice(year: Year) -> None:
    """Four matters come in, one of them twice; three become leads; one group is excused."""
    assert [event.kind for event in year.facts("sweep.convened")] == ["all_groups"] * 2
    assert len(year.arisen("sweeps.hand-in")) == 2 * GROUPS
    assert year.late("sweeps.hand-in") == [("sg-ecology", 2)]
    names = ("sweep.matter_handed_in", "sweep.repeat_confirmed", "sweep.matter_settled")
    assert [len(year.events(name)) for name in names] == [4, 1, 4]
    assert [told.party for told in year.events("sweep.repeat_confirmed")] == ["cs"]
    settled = [each.lead for each in year.facts("sweep.matter_settled") if each.lead is not None]
    numbered = {told.stream for told in year.events("lead.registered")}
    assert len(set(settled)) == 3
    assert set(settled) <= numbered
    assert [event.party for event in year.facts("sweep.party_excused")] == ["sg-transport"]
    assert len(year.fulfilled("sweep-cadence.sweep")) == 2


def test_groups_of_three_areas_work_together(year: Year) -> None:
    """Adjudication, inspection, investigation, each within its own area; office and group; and a district."""
    proposed = [
        (event.kind, event.cooperation, event.area)
        for event in year.facts("joint_operation.proposed")
    ]
    assert sorted(proposed, key=str) == [
        ("group_group", "adjudication", "livelihood"),
        ("group_group", "inspection", "construction"),
        ("group_group", "investigation", "economy"),
        ("office_group", "inspection", None),
        ("office_group_locality", "investigation", None),
    ]
    assert len(year.events("joint_operation.concluded")) == len(proposed)
    assert year.late("joint-operations.answer") == [("sg-civil-affairs", 2)]
    assert year.late("joint-operations.share") == [("cc-jinghu", 2)]
    lent = [event.home for event in year.facts("joint_operation.person_admitted")]
    assert sorted(lent) == ["cc-jinghu", "sg-civil-affairs", "sg-education", "sg-health"]
    assert len(year.events("joint_operation.person_returned")) == len(lent)
    (sent,) = year.facts("case.sent")
    assert (sent.handling_party, sent.to) == ("sg-health", "sg-education")


def test_quarters_without_anything_together_are_known(year: Year) -> None:
    """56 quarters of 14 pairs; three of them are empty, in four forms the others are not."""
    rule = "pairings.quarter"
    done = {(event.owner, event.period) for event in year.arisen(rule)}
    assert len(done) == 4 * GROUPS
    assert len(year.fulfilled(rule)) == 4 * GROUPS - 3
    assert year.overdue()[rule] == 3
    forms = Counter(event.form for event in year.facts("pairing.confirmed"))
    assert set(forms) == {
        "joint_supervision",
        "shared_information",
        "joint_training",
        "shared_results",
    }
    assert year.late("pairings.confirmation") == [("so-2", 2)]


def test_four_hearts(year: Year) -> None:
    """Three visits, four concerns: one settled late after it came back, one still open."""
    assert len(year.events("visit.recorded")) == 3
    owed = "visits.year"
    assert (len(year.arisen(owed)), len(year.fulfilled(owed))) == (GROUPS, 3)
    assert len(year.events("visit.concern_raised")) == 4
    assert len(year.events("visit.concern_confirmed")) == 3
    assert year.late("visits.concern") == [("cadre-office", 2)]
    assert year.overdue()["visits.concern"] == 1
    exchanged = {(event.home, event.host) for event in year.facts("secondment.begun")}
    assert exchanged == {
        ("so-2", "sg-health"),
        ("sg-transport", "io-1"),
        ("sg-finance", "inspection-team-1"),
        ("sg-agriculture", "io-2"),
    }
    ended = {told.stream for told in year.events("secondment.appraised")}
    assert ended == {told.stream for told in year.events("secondment.begun")}
    assert year.late("secondments.return") == [("sg-health", 2)]


def test_each_group_has_an_office_and_a_leader_in_contact_with_it(year: Year) -> None:
    """Fourteen links; with one group there is no contact after March, which its office owes."""
    parties = year.world.jurisdiction.parties
    links = {event.group: event for event in year.facts("guidance_link.linked")}
    groups = {c: p.supervising_office for c, p in parties.items() if p.kind == "stationedGroup"}
    assert {group: event.office for group, event in links.items()} == groups
    leading = year.world.jurisdiction.holders(COMMISSION, ("leader_in_charge",), year.world.today)
    assert {event.leader for event in links.values()} <= set(leading)
    contacts = Counter(event.group for event in year.facts("guidance_link.contacted"))
    assert contacts == dict.fromkeys(groups, 4) | {"sg-finance": 1}
    assert year.overdue()["guidance-links.contact"] == 1
    assert len(year.fulfilled("guidance-links.link")) == len(groups)
    assert year.overdue()["guidance-links.link"] == 0


def test_a_cadre_is_appraised_step_by_step(year: Year) -> None:
    """Each step is owed by a day: summary and view were late, and came; the objection was answered."""
    rules = ("summary", "view", "ballot", "proposal", "approval", "answer", "filing")
    done = {rule: len(year.fulfilled(f"cadre-appraisals.{rule}")) for rule in rules}
    assert done == dict.fromkeys(rules, 1) | {"proposal": 2, "approval": 2}
    late = {rule: year.late(f"cadre-appraisals.{rule}") for rule in rules}
    assert {rule: who for rule, who in late.items() if who} == {
        "summary": [("sg-agriculture", 1)],
        "view": [("pg-agriculture", 1)],
    }
    (told,) = year.facts("cadre_appraisal.grade_approved")
    (concluded,) = year.events("cadre_appraisal.concluded")
    assert concluded.today > told.objection_until


def test_a_decision_is_followed_unit_by_unit(year: Year) -> None:
    (plan,) = [e for e in year.facts("campaign.planned") if e.kind == "political_supervision"]
    assert plan.decision.document == "芜发〔2026〕2号"
    assert campaign(year, "长江", "screened", "findings", "unsettled", "corrected") == [4, 1, 0, 1]
    assert year.late("campaigns.checklist") == [("so-3", 2)]
    held = Counter(e.convener for e in year.facts("consultation.held") if e.kind == "party_group")
    assert Counter(held.values()) == {4: 13, 3: 1}
    assert year.overdue()["party-group-consultation.meeting"] == 0


def campaign(year: Year, title: str, *names: str) -> list[Any]:
    """Figures of the last report of a campaign."""
    planned = {told.stream: told.event for told in year.events("campaign.planned")}
    (stream,) = [s for s, event in planned.items() if title in getattr(event, "title", "")]
    *_, last = [t.event for t in year.events("campaign.reported") if t.stream == stream]
    return [getattr(last.whole, name) for name in names]  # type: ignore[attr-defined]


def test_eleven_units_and_nine_groups(year: Year) -> None:
    """Livelihood item by item (DOMAIN.md §5.20): a hole filled, an overlap ended, results counted."""
    confirmed = [event.by for event in year.facts("duty_matrix.share_confirmed")]
    groups = {party for party in confirmed if party.startswith("sg-")}
    assert (len(set(confirmed) - groups), len(groups)) == (11, 9)
    assert year.late("duty-matrices.confirmation") == [("transport", 3)]
    assert [event.by for event in year.facts("duty_matrix.share_claimed")] == ["health"]
    assert [event.by for event in year.facts("duty_matrix.share_disputed")] == ["market-regulation"]
    assert len(year.events("duty_matrix.closed")) == 1
    amounts: Counter[str] = Counter()
    for event in year.facts("duty_matrix.result_recorded"):
        amounts["group" if event.owner.startswith("sg-") else "unit"] += event.amount
    revised = sum(event.amount for event in year.facts("duty_matrix.result_revised"))
    assert (amounts["unit"], amounts["group"], revised) == (14, 3, 3)
    assert sum(event.recovered for event in year.facts("duty_matrix.result_recorded")) == 420_000


def test_both_responsibilities_are_counted_apart_and_together(year: Year) -> None:
    names = ("unit_measures", "body_measures", "by_unit", "by_both", "corrected")
    assert campaign(year, "群众身边", *names) == [4, 3, 1, 3, 1]
    assert year.late("campaigns.unit-duty") == [("medical-insurance", 4)]
    ((*shares,),) = campaign(year, "群众身边", "shares")
    told = {each.party: (each.measures, each.findings, each.corrected) for each in shares}
    assert (told["education"], told["sg-education"]) == ((1, 0, 1), (1, 1, 1))
    assert told["sg-human-resources"] == (0, 0, 0)


def test_44_committees_are_counted_step_by_step(year: Year) -> None:
    """Of 44 committees 43 choose a theme with their group, 41 go through five steps, one late."""
    committees = {c for c, p in year.world.jurisdiction.parties.items() if p.kind == COMMITTEE}
    assert len(committees) == 44
    themes = [e for e in year.arisen("unit-committees.theme") if e.period == "2026-H1"]
    assert {event.owner for event in themes} == committees
    steps = ("theme_chosen", "problems_listed", "progress_consulted", "effect_reviewed")
    done = [{e.committee for e in year.facts(f"joint_theme.{step}")} for step in steps]
    assert [len(each) for each in done] == [43, 43, 41, 41]
    completed = {event.committee for event in year.facts("joint_theme.completed")}
    assert committees - completed == {"uc-archives", "uc-science", "uc-culture"}
    assert year.late("unit-committees.theme") == [("uc-emergency", 3)]
    assert year.overdue()["unit-committees.theme"] == 3
    assert [event.committee for event in year.facts("joint_theme.step_sent_back")] == [
        "uc-organisation"
    ]
    assert len(year.events("joint_theme.problem_settled")) == 40 * 2 + 3
    early = "unit-committees.theme-chosen"
    assert {event.owner for event in year.fulfilled(early)} == committees - {"uc-archives"}
    assert (year.late(early), year.overdue()[early]) == ([], 45)  # one, and all 44 since July


def test_four_strands_at_the_organisation_department(year: Year) -> None:
    """Each strand is planned, held and reviewed: one late, one returned, one number put right."""
    reviewed = {event.strand for event in year.facts("integrity_plan.activity_reviewed")}
    assert reviewed == {"party_building", "education", "reflection", "family"}
    assert year.late("integrity-plans.activity") == [("uc-organisation", 3)]
    assert len(year.events("integrity_plan.activity_returned")) == 1
    assert [e.attended for e in year.facts("integrity_plan.activity_corrected")] == [201]
    assert len(year.fulfilled("unit-committees.strands")) == 1
    planned = "unit-committees.strands-planned"
    assert year.late(planned) == [("uc-organisation", 5)]
    assert (len(year.arisen(planned)), year.overdue()[planned]) == (44, 43)


def test_eight_steps_through_five_levels(year: Year) -> None:
    """One chain is walked to its end with one exception and one late step; another stands still."""
    taken = Counter(told.stream for told in year.events("responsibility_chain.step_taken"))
    assert sorted(taken.values()) == [9, 23]
    assert len(year.events("responsibility_chain.completed")) == 1
    assert len(year.events("responsibility_chain.step_excepted")) == 1
    assert year.late("responsibility-chains.step") == [("pg-medical-insurance", 3)]
    assert year.overdue()["responsibility-chains.step"] == 1
    opened = "responsibility-chains.year"
    assert {event.owner for event in year.fulfilled(opened)} == {
        "pg-medical-insurance",
        "pg-transport",
    }
    assert [owner for owner, _ in year.late(opened)] == ["pg-transport"]
    assert (len(year.arisen(opened)), year.overdue()[opened]) == (16, 14)


def test_audit_accounts_statistics_and_one_system_up_and_down(year: Year) -> None:
    ends = [(event.issuer, event.to) for event in year.facts("department_request.addressed")]
    assert sorted(ends) == [
        ("audit", "sg-education"),
        ("pool-nanling", "sg-ecology"),
        ("sg-finance", "statistics"),
        ("sg-health", "finance"),
        ("sg-natural-resources", "pool-nanling"),
    ]
    assert year.late("department-requests.answer") == [("finance", 2)]


def test_a_county_pools_its_people(year: Year) -> None:
    """Three units in one office; nobody assigned in time to one of them; recused, and released again."""
    assert [event.commission for event in year.facts("pooled_stationing.established")] == [
        "cc-nanling"
    ]
    assert len(year.events("pooled_stationing.unit_added")) == 3
    assert year.late("pooled-stationing.coverage") == [("pool-nanling", 2)]
    assert len(year.events("pooled_stationing.released")) == 2


def test_the_citys_cadences_reach_a_countys_pool_at_its_units_alone(year: Year) -> None:
    """What each unit is owed its three are too; of its people the county is in charge, by the scheme."""
    arisen = [event for event in year.facts("obligation.arisen") if event.period is not None]
    of_pool = [event for event in arisen if "pool-nanling" in (event.owner, event.share_of)]
    units = {"nanling-natural-resources", "nanling-ecology", "nanling-agriculture"}
    assert {event.share_of for event in of_pool} == units
    rules = Counter(f"{event.mechanism}.{event.rule}" for event in of_pool)
    assert rules == {
        "daily-supervisions.half-year": 6,
        "dossiers.half-year": 6,
        "talks.first-hand-year": 3,
        "talks.peer-year": 3,
    }


def test_cadres_study_talk_and_learn_with_a_mentor(year: Year) -> None:
    brands = Counter(event.brand for event in year.facts("training.planned"))
    assert brands == {"study-group": 2, "young-cadres-talk": 1, "pioneers-lecture": 1}
    assert len(year.events("training.held")) == len(year.events("training.planned"))
    assert year.late("trainings.naming") == [("sg-transport", 2)]
    named, came = year.facts("training.attendees_named"), year.facts("training.attendance_recorded")
    assert {event.party for event in named} == {event.party for event in came}
    assert all(event.mentor for event in year.facts("secondment.begun"))
    assert [(e.home, str(e.until)) for e in year.facts("secondment.extended")] == [
        ("sg-agriculture", "2026-09-30")
    ]
    for rule, covered in (("trainings.year", 8), ("secondments.year", 3)):
        assert (len(year.arisen(rule)), len(year.fulfilled(rule))) == (GROUPS, covered)


def test_the_pioneers_are_nominated_study_and_are_drawn(year: Year) -> None:
    """Three of four bodies have somebody in the pool; one leaves, one practises; exchanges go three ways."""
    assert [event.party for event in year.facts("talent_pool.admitted")] == [
        "sg-agriculture",
        "sg-transport",
        "sg-ecology",
    ]
    assert year.late("talent-pools.nomination") == [("sg-finance", 2)]
    assert year.late("talent-pools.study") == [("io-2", 3)]
    (studying,) = year.facts("talent_pool.group_formed")
    assert studying.mentor is not None
    came = [len(event.came) for event in year.facts("talent_pool.session_held")]
    assert came == [3, 3, 2]
    (drawn,) = year.facts("talent_pool.drawn")
    assert (drawn.party, drawn.host) == ("sg-agriculture", "io-2")
    assert [event.party for event in year.facts("talent_pool.released")] == ["sg-ecology"]
    kinds = Counter(event.kind for event in year.facts("secondment.proposed"))
    assert kinds == {"exchange": 3, "case": 1}


def test_another_month_without_a_meeting_is_another_one_missing(tmp_path: Path) -> None:
    """One row fewer: the first office's March meeting is overdue too."""

    def forget(text: str) -> str:
        return re.sub(r"^\S+monthly-meeting:2026-03:so-1 .*\n", "", text, flags=re.MULTILINE)

    year = edited(tmp_path, "wuhu", "meetings.table", forget)
    assert [str(surprise) for surprise in year.surprises] == []
    assert year.overdue()["reporting-cadence.monthly-meeting"] == 2


def test_another_share_nobody_takes_keeps_the_matrix_open(tmp_path: Path) -> None:
    """Without the row that gives the water supply to somebody, the hole stays."""

    def forget(text: str) -> str:
        return re.sub(r"^22 .*\n", "", text, flags=re.MULTILINE)

    year = edited(tmp_path, "wuhu", "duty-shares.table", forget)
    (surprise,) = year.surprises
    assert (surprise.line.type, surprise.code) == (
        "guantong.duty_matrix.confirm",
        "not_in_the_matrix",
    )
