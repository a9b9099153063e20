"""Liuzhou's year, run by the domain alone: what its nine sentences tell, and every figure counted."""

import re
from collections import Counter
from pathlib import Path
from typing import Any, Final

import pytest

from domain.ids import StreamId
from domain.obligations.events import ClosedAsMissed
from domain.work_reports.counting import SUPERVISIONS
from tests.docs.marks import Mark, marks_of
from tests.domain.histories import check
from tests.scenarios.assessing import counted
from tests.scenarios.year import SCENARIOS, Year, edited, whole

LIUZHOU: Final = SCENARIOS / "liuzhou"
SENTENCES: Final = 9
KINDS: Final = {
    "commission",
    "countyCommission",
    "office",
    "stationed or dispatched",
    "inspectionOffice",
}


@pytest.fixture(scope="module")
def year() -> Year:
    """The whole year, to its last day."""
    return whole("liuzhou")


def cycle(year: Year, quarter: str) -> dict[str, int]:
    """What came of the orders that a quarter's meeting gave, counted when its report was handed in."""
    meeting = year.stream_of("joint-meeting-cycle.meeting", period=quarter, owner="general-office")
    reports = [t for t in year.events("work_report.submitted") if kind_of(t.event) == quarter]
    (until,) = [told.today for told in reports]
    (held,) = [told.event for told in year.events("consultation.held") if told.stream == meeting]
    issued = {t.stream: t.event for t in year.events("task_order.issued") if of(t, meeting)}
    given: dict[StreamId, Any] = {}
    for told in year.events("task_order.feedback_given"):
        if told.today <= until:
            given.setdefault(told.stream, told.today)
    returned = [t for t in year.events("task_order.feedback_returned") if t.stream in issued]
    in_time = [o for o, e in issued.items() if o in given and given[o] <= getattr(e, "due", until)]
    proposals = [t for t in year.events("proposal_form.issued") if of(t, meeting)]
    return {
        "members": len(getattr(held, "present", ())) + len(getattr(held, "absent", ())),
        "orders": len(issued),
        "on_time": len(in_time),
        "late": len([order for order in issued if order in given]) - len(in_time),
        "missing": len([order for order in issued if order not in given]),
        "returned": len(returned),
        "proposals": len(proposals),
    }


def of(told: Any, meeting: StreamId) -> bool:
    """Whether an order or a proposal came of a meeting."""
    found: bool = told.event.meeting == meeting
    return found


def kind_of(event: Any) -> str:
    """The quarter that a report of the cycle is about; nothing for other reports."""
    return str(event.period) if event.kind == "quarterly" else ""


def said(year: Year, quarter: str) -> dict[str, int]:
    """The figures that the quarter's report has, as it was handed in last."""
    targets = {
        t.stream for t in year.events("work_report.submitted") if kind_of(t.event) == quarter
    }
    handed_in = ("work_report.submitted", "work_report.resubmitted")
    (*_, last) = [t.event for t in year.world.told if t.name in handed_in and t.stream in targets]
    return {each.count: each.value for each in getattr(last, "figures", ())}


def test_every_line_goes_as_it_says(year: Year) -> None:
    assert [str(surprise) for surprise in year.surprises] == []
    expected = Counter(line.expected for line in year.scenario.lines if line.expected)
    assert year.refused == expected
    assert len(expected) >= 10


def test_the_year_keeps_what_every_history_keeps(year: Year) -> None:
    check(year.world)


def test_every_sentence_is_worked_by_a_line() -> None:
    """Each of the nine has a marked line, and no other number has."""
    marks = list(marks_of(LIUZHOU))
    assert all(isinstance(mark, Mark) for mark in marks)
    assert {m.number for m in marks if isinstance(m, Mark)} == set(range(1, SENTENCES + 1))


def test_no_mechanism_of_the_scheme_is_without_anything_owed(year: Year) -> None:
    scheme = year.world.jurisdiction.scheme
    assert scheme is not None
    owed = {getattr(event, "mechanism", "") for event in year.facts("obligation.arisen")}
    assert [m.id for m in scheme.mechanisms if m.id not in owed] == []


def test_the_first_cycle(year: Year) -> None:
    """12 members, 9 orders, 7 on time, 1 late, 1 missing (DOMAIN.md §5.25), counted from events."""
    assert cycle(year, "2026-Q1") == {
        "members": 12,
        "orders": 9,
        "on_time": 7,
        "late": 1,
        "missing": 1,
        "returned": 1,
        "proposals": 1,
    }
    assert year.late("task-orders.feedback") == [("cc-rongan", 3), ("cc-liunan", 3)]
    assert year.overdue()["task-orders.feedback"] == 1


@pytest.mark.parametrize("quarter", ["2026-Q1", "2026-Q2", "2026-Q3"])
def test_the_report_of_a_quarter_reconciles(year: Year, quarter: str) -> None:
    """What the writer counted when it was handed in is what the events of the year come to."""
    reported, found = said(year, quarter), cycle(year, quarter)
    assert {name: reported[name] for name in found if name != "returned"} == {
        name: value for name, value in found.items() if name != "returned"
    }
    served = [reported[f"orders_{each}"] for each in SUPERVISIONS]
    assert sum(served) == reported["orders"] == reported["feedback"]
    kinds = ("commission", "county", "office", "stationed", "inspection")
    assert sum(reported[f"members_{kind}"] for kind in kinds) == reported["members"]


def test_members_are_of_five_kinds_each_quarter(year: Year) -> None:
    parties = year.world.jurisdiction.parties
    names = {
        "stationedGroup": "stationed or dispatched",
        "dispatchedBody": "stationed or dispatched",
        "commission": "commission",
        "countyCommission": "countyCommission",
        "inspectionOffice": "inspectionOffice",
    }
    meetings = [e for e in year.facts("consultation.convened") if e.kind == "joint_meeting"]
    assert len(meetings) == 4
    for meeting in meetings:
        kinds = {names.get(parties[party].kind, "office") for party in meeting.parties}
        assert kinds == KINDS


def test_reports_are_late_returned_and_missing(year: Year) -> None:
    assert year.late("joint-meeting-cycle.report") == [("general-office", 2)]
    assert [event.reporter for event in year.facts("work_report.returned")] == ["general-office"]
    assert year.late("work-reports.half-yearly") == [
        ("wc-north-zone", 1),
        ("sg-natural-resources", 3),
    ]
    assert year.overdue()["work-reports.half-yearly"] == 1


def test_lectures_of_all_four_brands_are_held(year: Year) -> None:
    brands = {told.stream: told.event.brand for told in year.events("training.planned")}  # type: ignore[attr-defined]
    held = Counter(brands[told.stream] for told in year.events("training.held"))
    assert held == {
        "leaders-lecture": 1,
        "office-heads-lecture": 1,
        "young-cadres-lecture": 1,
        "experts-lecture": 1,
    }
    assert year.late("trainings.naming") == [("sg-health", 2), ("sg-organisation", 2)]
    came = Counter[str]()
    for event in year.facts("training.attendance_recorded"):
        came[event.party] += len(event.persons)
    for event in year.facts("training.attendance_corrected"):
        came[event.party] = len(event.persons)
    groups = {c for c, p in year.world.jurisdiction.parties.items() if p.kind == "stationedGroup"}
    assert {group for group in groups if not came[group]} == {"sg-organisation", "sg-housing"}
    assert came["sg-health"] == 2


def test_people_learn_by_doing_by_a_case_and_by_inspection(year: Year) -> None:
    learnt = {event.kind: (event.home, event.host) for event in year.facts("secondment.begun")}
    assert learnt == {
        "work": ("sg-education", "so-2"),
        "case": ("sg-water", "io-1"),
        "inspection": ("sg-industry", "inspection-team-1"),
    }
    assert len(year.events("secondment.sent_back")) == len(year.events("secondment.appraised")) == 3
    assert year.late("secondments.return") == [("io-1", 3)]


def test_what_is_chosen_is_the_work_itself(year: Year) -> None:
    kinds = {told.stream: told.event.kind for told in year.events("selection.opened")}  # type: ignore[attr-defined]
    chosen = {
        kinds[told.stream]: [each.subject.partition("/")[0] for each in told.event.choices]  # type: ignore[attr-defined]
        for told in year.events("selection.published")
    }
    assert chosen == {
        "project": ["daily_supervision", "campaign"],
        "recommendation": ["recommendation"],
        "handler": ["person"],
    }
    assert year.late("selections.publication") == [("cadre-office", 3)]


def test_what_bodies_declare_is_what_is_counted(year: Year) -> None:
    """All figures of the unified assessment but those that were returned or objected to."""
    declared = [(told.today, told.event) for told in year.events("assessment.declared")]
    wrong = []
    for day, event in declared:
        figures = {figure.count: figure.value for figure in event.figures}  # type: ignore[attr-defined]
        body = event.body  # type: ignore[attr-defined]
        true = counted(year, body, "2026-H1", day)
        wrong += [(body, name, value) for name, value in figures.items() if true[name] != value]
    assert wrong == [
        ("sg-education", "daily_supervisions", 1),
        ("sg-health", "daily_supervisions", 9),
    ]
    assert {event.body: event.grade for event in year.facts("assessment.graded")} == {
        "sg-ecology": "excellent",
        "sg-education": "good",
        "sg-health": "good",
    }


def test_every_group_consults_its_host_each_quarter_but_once(year: Year) -> None:
    held = [e for e in year.facts("consultation.held") if e.kind == "party_group"]
    groups = Counter(event.convener for event in held)
    assert Counter(groups.values()) == {4: 11, 3: 1}
    assert year.late("party-group-consultation.meeting") == [("sg-health", 2), ("sg-housing", 3)]
    missed = [t.event for t in year.world.told if isinstance(t.event, ClosedAsMissed)]
    assert [(each.owner, each.period) for each in missed] == [("sg-political-legal", "2026-Q2")]


def test_three_of_four_key_people_are_talked_to(year: Year) -> None:
    recorded = [e for e in year.facts("dossier.fact_recorded") if e.section == "key_people"]
    held = year.facts("talk.held")
    talks = Counter(event.kind for event in held if event.unit == "ecology")
    assert (len(recorded), talks) == (4, {"peer": 2, "first_hand": 1})
    assert year.late("talks.hold") == [("sg-ecology", 2)]


def test_who_was_not_talked_to_is_owed(year: Year) -> None:
    """A leader talks to the first hand of 13 of 17 units; with the others the year is still owed."""
    first, peer = "talks.first-hand-year", "talks.peer-year"
    assert (len(year.arisen(first)), len(year.fulfilled(first))) == (17, 13)
    talked = {event.unit for event in year.facts("talk.held") if event.kind == "first_hand"}
    lacking = {event.share_of for event in year.arisen(first)} - talked
    assert lacking == {"commerce", "forestry", "statistics", "urban-management"}
    assert (len(year.arisen(peer)), len(year.fulfilled(peer))) == (17, 1)


def test_a_gap_down_the_tree_stays_visible(year: Year) -> None:
    added = year.facts("responsibility_tree.organisation_added")
    assert len([event for event in added if event.party_group == "pg-ecology"]) == 4
    lists = year.facts("responsibility_tree.list_handed_in")
    handed_in = {event.organisation for event in lists if event.party_group == "pg-ecology"}
    assert handed_in == {1, 2, 3}
    assert year.overdue()["responsibility-trees.list"] == 1


def test_two_party_groups_began_no_lists(year: Year) -> None:
    """Of 17 one began them late, two never: they owe them to the end."""
    begun = "responsibility-trees.year"
    assert (len(year.arisen(begun)), len(year.fulfilled(begun))) == (17, 15)
    assert year.late(begun) == [("pg-industry", 4)]
    owed = {event.owner for event in year.arisen(begun)}
    assert owed - {event.owner for event in year.fulfilled(begun)} == {"pg-commerce", "pg-forestry"}
    assert year.overdue()[begun] == 2


def campaign(year: Year, title: str) -> dict[str, Any]:
    """The figures of a campaign's last report; the fields of `campaigns` events."""
    (stream,) = [
        told.stream
        for told in year.events("campaign.planned")
        if title in getattr(told.event, "title", "")
    ]
    *_, last = [told.event for told in year.events("campaign.reported") if told.stream == stream]
    names = (
        "objects",
        "screened",
        "findings",
        "unsettled",
        "leads",
        "rectifications",
        "data_rules",
        "corrected",
        "systems",
        "recovered",
    )
    return {name: getattr(last.whole, name) for name in names}  # type: ignore[attr-defined]


def test_the_river(year: Year) -> None:
    """Six items, five findings, each with its end; two rules adopted; one case, one person sanctioned."""
    assert campaign(year, "柳江流域") == {
        "objects": 6,
        "screened": 6,
        "findings": 5,
        "unsettled": 0,
        "leads": 1,
        "rectifications": 1,
        "data_rules": 1,
        "corrected": 2,
        "systems": 2,
        "recovered": 0,
    }
    assert ("sg-housing", 3) in year.late("campaigns.screening")
    assert ("ecology", 3) in year.late("campaigns.correction")
    decided = [(event.track, event.sanction) for event in year.facts("case.sanction_decided")]
    assert sorted(decided) == [("party", "serious_warning"), ("state", "demerit")]
    changed = [(e.former, e.sanction) for e in year.facts("case.sanction_corrected")]
    assert changed == [("demerit", "warning")]


def test_the_rice_noodles(year: Year) -> None:
    """Five items along the chain, five findings after one was annulled, money back."""
    assert campaign(year, "螺蛳粉") == {
        "objects": 5,
        "screened": 5,
        "findings": 5,
        "unsettled": 0,
        "leads": 1,
        "rectifications": 0,
        "data_rules": 0,
        "corrected": 4,
        "systems": 1,
        "recovered": 8_600_000,
    }


def test_one_late_more_or_one_order_fewer_is_another_report(tmp_path: Path) -> None:
    """The table is changed; the count follows, and so does the report."""

    def change(text: str) -> str:
        text = re.sub(r"^Q1-6 .*\n", "", text, flags=re.MULTILINE)
        return re.sub(r"^Q1-4 .*$", lambda row: later(row[0]), text, flags=re.MULTILINE)

    def later(row: str) -> str:
        return row.replace("2026-03-19", "2026-03-23")

    year = edited(tmp_path, "liuzhou", "orders.table", change)
    assert [str(surprise) for surprise in year.surprises] == []
    found = cycle(year, "2026-Q1")
    assert [found[name] for name in ("orders", "on_time", "late", "missing")] == [8, 5, 2, 1]
    reported = said(year, "2026-Q1")
    assert [reported[name] for name in ("orders", "on_time", "late", "missing")] == [8, 5, 2, 1]
