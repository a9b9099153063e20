"""Linyi's year, run by the domain alone: what its texts say is what happens, and nothing else."""

import hashlib
import re
import tomllib
from collections import Counter
from pathlib import Path
from typing import Any, Final

import pytest

from domain.ids import PartyId, StreamId
from domain.model import Number
from domain.obligations.events import ClosedAsMissed
from processes.scenario import read
from tests.domain.histories import check
from tests.scenarios.year import ROOT, SCENARIOS, Year, edited, whole

FOLDER: Final = SCENARIOS / "linyi"
GROUP: Final = PartyId("sg-human-resources")
SCHEME: Final = tomllib.loads((ROOT / "schemes" / "linyi.toml").read_text("utf-8"))


@pytest.fixture(scope="module")
def year() -> Year:
    """The whole year, to its last day."""
    return whole("linyi")


def of_source(year: Year, source: str) -> set[StreamId]:
    """The leads of one source."""
    return {
        t.stream for t in year.events("lead.received") if getattr(t.event, "source", 0) == source
    }


def test_every_line_goes_as_it_says(year: Year) -> None:
    assert [str(surprise) for surprise in year.surprises] == []
    expected = Counter(line.expected for line in year.scenario.lines if line.expected)
    assert year.refused == expected
    assert len(expected) >= 12


def test_no_event_names_in_clear_whom_a_lead_or_a_case_is_about(year: Year) -> None:
    """What a title, a notice or an inbox can say comes from events: there such a name is sealed."""
    assert len(year.concerned) >= 100
    assert year.named_in_clear() == []


def test_the_year_keeps_what_every_history_keeps(year: Year) -> None:
    check(year.world)


def test_the_scheme_rests_on_the_citys_opinion_which_is_attached(year: Year) -> None:
    """Whoever holds office reads the paper itself: it concerns every party of the scheme."""
    (adopted,) = year.facts("scheme.adopted")
    assert (adopted.document, adopted.document) == (
        SCHEME["basis"]["document"][:10],
        "临发〔2024〕9号",
    )
    (paper,) = [t for t in year.events("attachment.added") if t.stream.startswith("scheme/")]
    held = (FOLDER / "files" / "opinion.pdf").read_bytes()
    assert paper.stream == next(t.stream for t in year.events("scheme.adopted"))
    assert paper.event.digest == hashlib.sha256(held).hexdigest()  # type: ignore[attr-defined]
    assert set(paper.event.concerns.parties) == set(SCHEME["party"])


def test_two_meetings_are_owed_each_quarter(year: Year) -> None:
    """Nobody asks for them: they are owed as the quarter begins, and the pack as the meeting is convened."""
    quarters = [f"2026-Q{n}" for n in range(1, 5)]
    for mechanism in ("quarterly-analysis-meeting", "lead-assessment-meeting"):
        owed = year.arisen(f"{mechanism}.meeting")
        assert [(event.owner, event.period) for event in owed] == [("cs", q) for q in quarters]


def test_a_hit_is_no_lead_before_a_person_enters_it_with_its_rule(
    year: Year, tmp_path: Path
) -> None:
    """All 104 were entered by a handler of the group that looked into them; without its rule none is."""
    hits = [t for t in year.events("lead.received") if t.stream in of_source(year, "data_rule")]
    handlers = year.world.jurisdiction.holders(GROUP, ("handler",), year.world.today)
    assert {told.actor for told in hits} <= set(handlers)
    assert {told.event.holder for told in hits} == {GROUP}  # type: ignore[attr-defined]
    assert all(told.event.rule.startswith("公益岗比对规则:") for told in hits)  # type: ignore[attr-defined]

    def without_rule(text: str) -> str:
        return text.replace(" rule=公益岗比对规则:{hit}", "", 1)

    (surprise,) = edited(tmp_path, "linyi", "20-public-posts.scenario", without_rule).surprises
    assert (surprise.code, surprise.line.type) == ("invalid_field", "guantong.lead.receive")


def test_each_of_the_104_is_numbered_and_what_counties_got_is_fed_back(year: Year) -> None:
    """84 go to the counties and come back with a result; 20 the group handles itself."""
    hits = of_source(year, "data_rule")
    numbered = {told.stream for told in year.events("lead.registered")}
    assert hits <= numbered
    legs = ("transferred", "accepted", "result_fed_back", "feedback_confirmed")
    went = [{told.stream for told in year.events(f"lead.{leg}")} & hits for leg in legs]
    assert [len(each) for each in went] == [84] * 4
    counties = {
        told.event.to_party  # type: ignore[attr-defined]
        for told in year.events("lead.transferred")
        if told.stream in hits
    }
    assert {SCHEME["party"][code]["kind"] for code in counties} == {"countyCommission"}


def test_104_leads_of_the_data_rule_become_36_filings_about_37_persons(year: Year) -> None:
    """The interview's figures on public-welfare posts (DOMAIN.md §5.14), counted from events."""
    hits = of_source(year, "data_rule")
    filed = {told.stream for told in year.events("lead.case_filed")} & hits
    persons = [person for lead in filed for person in year.world.state(lead).persons]
    assert (len(hits), len(filed), len(persons), len(set(persons))) == (104, 36, 37, 37)


def test_each_filing_is_a_case_that_was_decided(year: Year) -> None:
    """37 persons, two on both tracks, every sanction served and executed; the counties archive theirs."""
    hits = of_source(year, "data_rule")
    filed = {told.stream: year.world.state(told.stream) for told in year.events("case.filed")}
    cases = {stream: case for stream, case in filed.items() if hits.issuperset(case.leads)}
    persons = [person for case in cases.values() for person in case.persons]
    assert (len(cases), len(persons), len({each.person for each in persons})) == (36, 37, 37)
    sanctions = [each for person in persons for each in person.sanctions]
    assert {(each.status, each.executed) for each in sanctions} == {("decided", True)}
    assert Counter(each.track for each in sanctions) == {"party": 37, "state": 2}
    both = {each.chain.code: each.sanction for each in sanctions if each.track == "state"}
    assert both == {"state-light-county": "demerit", "state-light-unit": "warning"}
    assert {case.adjudicator for case in cases.values()} == {"adjudication"}
    archived = {case.handling_party: case.stage == "archived" for case in cases.values()}
    assert [party for party, closed in archived.items() if not closed] == [GROUP]
    running = (owed for s in year.world.streams.values() for owed in s.obligations.values())
    assert {each.arisen.owner for each in running if each.arisen.rule == "archive"} == {GROUP}


def test_what_became_of_the_104_reconciles(year: Year) -> None:
    hits = of_source(year, "data_rule")
    states = [year.world.state(lead) for lead in hits]
    became = Counter(state.closing or state.stage for state in states)
    assert became == {
        "case_filed": 36,
        "unfounded": 28,
        "light_measure": 20,
        "triage": 10,
        "shelved": 6,
        "cleared": 4,
    }


def test_each_of_the_21_departments_closes_its_loop(year: Year) -> None:
    """Handed over, accepted, disposed of, fed back, confirmed – by each department (§5.10-11)."""
    departments = set(SCHEME["procedure"])
    assert len(departments) == 21
    for name in (
        "lead.transferred",
        "lead.accepted",
        "lead.result_fed_back",
        "lead.feedback_confirmed",
    ):
        senders = {getattr(told.event, "from_party", "") for told in year.events(name)}
        part = {getattr(told.event, "from_party", "") for told in year.events("lead.part_accepted")}
        assert departments <= senders | (part if name == "lead.accepted" else set()), name


def test_all_nine_kinds_of_supervision_close_their_loop(year: Year) -> None:
    """Seven kinds by the departments, the other two by letter (§5.10): each got a result and confirmed it."""
    nine = {p["supervision"] for p in SCHEME["party"].values() if "supervision" in p}
    confirmed = {each.from_party for each in year.facts("lead.feedback_confirmed")}
    kinds = {code: SCHEME["party"][code].get("supervision") for code in confirmed}
    assert (set(kinds.values()) - {None}, len(nine)) == (nine, 9)
    beside = {code for code, kind in kinds.items() if kind and code not in SCHEME["procedure"]}
    assert beside == {"peoples-congress", "cppcc"}


def test_departments_off_the_system_act_by_letter(year: Year) -> None:
    off = {code for code in SCHEME["procedure"] if SCHEME["party"][code].get("on_system") is False}
    entered = {
        told.event.on_behalf.party
        for told in year.events("lead.received")
        if told.event.on_behalf is not None
    }
    assert off == entered & off
    assert len(off) == 6


def test_some_are_late_and_late_is_no_end(year: Year) -> None:
    """Receipts, feedback, confirmations: on time for the most part, some late; all are fulfilled."""
    for rule, most in (
        ("lead-closed-loop.receipt", 60),
        ("lead-closed-loop.feedback", 60),
        ("lead-closed-loop.confirmation", 60),
    ):
        late = [event for event in year.fulfilled(rule) if event.late_working_days > 0]
        assert 0 < len(late) < most, rule
    assert len(year.events("obligation.overdue")) > 50
    assert len(year.events("obligation.escalated")) > 20


def test_assessment_meetings_of_every_quarter_resolve_on_what_is_tabled(year: Year) -> None:
    held = [t for t in year.events("consultation.held") if kind(t) == "lead_assessment"]
    tabled = [t for t in year.events("consultation.agenda_item_added") if lead_of(t) is not None]
    assert len(held) == 4
    assert len(year.events("consultation.lead_resolved")) == len(tabled) == 10
    late = [f.late_working_days for f in year.fulfilled("lead-assessment-meeting.meeting")]
    assert sorted(late)[:3] == [0, 0, 0]
    assert sorted(late)[3] > 0


def test_what_the_meetings_resolve_is_carried_out_in_time_or_late(year: Year) -> None:
    """One lead is taken up again because of it, one reported late; one was decided otherwise meanwhile."""
    late = [f.late_working_days for f in year.fulfilled("consultations.resolution")]
    reported = [f.late_working_days for f in year.fulfilled("consultations.resolution-report")]
    assert sorted(late) == [0, 0]
    assert sorted(reported) == [0, 0, 3, 8]
    assert len(year.events("lead.resolution_departed_from")) == 1
    (dissent,) = [t for t in year.facts("consultation.view_given") if t.view == "disagree"]
    assert dissent.text is not None


def test_every_analysis_meeting_has_its_pack_before_it(year: Year) -> None:
    packs = year.facts("consultation.pack_issued")
    assert [each.period for each in packs] == [
        "2026-Q1",
        "2026-Q2",
        "2026-Q3",
        "2026-Q4",
        "2026-Q4",
    ]
    first = {body.party: {f.count: f.value for f in body.figures} for body in packs[0].bodies}
    assert len(first) == 10
    assert all(each["leads_in_hand"] <= each["leads_received"] for each in first.values())
    assert first["sg-education"]["leads_received"] > 0


def kind(told: Any) -> str:
    found: str = told.event.kind
    return found


def lead_of(told: Any) -> str | None:
    found: str | None = told.event.agenda_item.lead
    return found


def test_every_host_party_group_is_met_each_half_year(year: Year) -> None:
    held = [t for t in year.events("consultation.held") if kind(t) == "party_group"]
    groups = Counter(getattr(told.event, "convener", "") for told in held)
    stationed = {c for c, party in SCHEME["party"].items() if party["kind"] == "stationedGroup"}
    assert groups == dict.fromkeys(stationed, 2)


def test_reports_late_returned_missing_and_annulled(year: Year) -> None:
    quarterly = year.fulfilled("work-reports.quarterly")
    late = {event.owner: event.late_working_days for event in quarterly if event.late_working_days}
    assert late == {
        "sg-housing": 4,
        "sg-agriculture": 1,
        "sg-organisation": 2,
        "wc-high-tech-zone": 1,
    }
    assert len(year.events("work_report.returned")) == 1
    missed = [t.event for t in year.world.told if isinstance(t.event, ClosedAsMissed)]
    assert [(each.owner, each.period) for each in missed] == [("sg-finance", "2026-Q2")]
    assert len(year.events("work_report.annulled")) == 1


def test_register_numbers_are_gapless(year: Year) -> None:
    """Gapless per organ, kind and year; annulled ones are kept (DOMAIN.md §1.15)."""
    numbers: dict[tuple[str, int], set[int]] = {}
    for told in year.events("lead.registered"):
        number = getattr(told.event, "number", None)
        assert isinstance(number, Number)
        numbers.setdefault((number.organ, number.year), set()).add(number.serial)
    assert len(numbers) > 10
    for serials in numbers.values():
        assert serials == set(range(1, len(serials) + 1))


def test_what_is_unusual_happens(year: Year) -> None:
    """The side paths of DOMAIN.md §4, each at least once."""
    names = {told.name for told in year.world.told}
    assert names >= {
        "lead.absorbed",
        "lead.allocation_returned",
        "lead.annulled",
        "lead.corrected",
        "lead.cosigned",
        "lead.duplicate_confirmed",
        "lead.duplicate_dismissed",
        "lead.merged",
        "lead.oral_opinion_signed",
        "lead.paper_confirmed",
        "lead.reallocated",
        "lead.recusal_decided",
        "lead.reminder_answered",
        "lead.reopened",
        "lead.returned",
        "lead.split",
        "lead.submission_returned",
        "lead.submission_withdrawn",
        "obligation.superseded",
        "obligation.withdrawn",
    }


def test_the_same_text_gives_the_same_commands() -> None:
    assert read(FOLDER) == read(FOLDER)
    ids = [line.id for line in read(FOLDER).lines]
    assert len(ids) == len(set(ids))


def test_another_result_in_the_table_is_another_count(tmp_path: Path) -> None:
    def drop(text: str) -> str:
        return re.sub(r"^D026 .*\n", "", text, flags=re.MULTILINE)

    year = edited(tmp_path, "linyi", "public-posts.table", drop)
    hits = of_source(year, "data_rule")
    filed = {told.stream for told in year.events("lead.case_filed")} & hits
    assert (len(hits), len(filed)) == (103, 35)


def test_a_missing_signature_is_found_where_it_matters(tmp_path: Path) -> None:
    def forget(text: str) -> str:
        lines = text.splitlines(keepends=True)
        gone = next(n for n, line in enumerate(lines) if "lead.opine  AUD" in line)
        return "".join(lines[:gone] + lines[gone + 1 :])

    (surprise,) = edited(tmp_path, "linyi", "10-departments.scenario", forget).surprises
    assert surprise.code == "not_found"
    assert "10-departments.scenario:" in str(surprise)


def test_a_report_a_month_later_is_that_much_later(tmp_path: Path) -> None:
    text = (FOLDER / "reports.table").read_text("utf-8")
    row = next(line for line in text.splitlines() if "2026-Q1:sg-education" in line)
    day = re.findall(r"2026-[0-9]{2}-[0-9]{2}", row)[0]
    year = edited(
        tmp_path,
        "linyi",
        "reports.table",
        lambda t: t.replace(row, row.replace(day, "2026-05-11", 1)),
    )
    late = {e.owner for e in year.fulfilled("work-reports.quarterly") if e.late_working_days}
    assert "sg-education" in late


def test_orders_to_a_county_come_back_one_returned_one_late(year: Year) -> None:
    """沂南县 has a log of its own: its numbers, its days; both levels say the same of each order."""
    (county,) = year.beside
    assert [str(surprise) for surprise in county.surprises] == []
    check(county.world)
    numbers = [str(event.number) for event in county.facts("task_order.issued")]
    assert numbers == ["〔2026〕1号", "〔2026〕2号"]
    assert len(county.facts("task_order.feedback_returned")) == 1
    assert county.late("task-orders.feedback") == [("general-office", 3)]
    assert ("cc-yinan", 3) in year.late("task-orders.feedback")
    stages = {county.world.state(told.stream).stage for told in county.events("task_order.issued")}
    assert stages == {"closed"}
    assert year.facts("task_order.delivery_failed") == []
    assert year.late("task-orders.delivery") == []
