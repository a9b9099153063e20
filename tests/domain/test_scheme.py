"""What a scheme means: routes, ways, authority, visibility; and Linyi's, whole."""

import datetime
import re
from dataclasses import replace
from pathlib import Path
from typing import Any, get_args

import pytest

from domain.catalogue import CATALOGUE
from domain.ids import PartyId
from domain.scheme import Scheme
from domain.scheme_parts import SupervisionKind
from processes.scheme_files import read_scheme_files
from tests.domain.errands import SCHEME

SCHEMES = Path(__file__).parents[2] / "schemes"
LINYI = read_scheme_files(SCHEMES / "linyi.toml").text
HAN = re.compile(r"[\u4e00-\u9fff]")


@pytest.fixture(scope="module")
def linyi() -> Scheme:
    return Scheme.parse(LINYI, CATALOGUE)


def test_a_text_is_read_once() -> None:
    assert Scheme.parse(SCHEME) is Scheme.parse(SCHEME)


def test_a_route_is_taken_by_the_kind_of_the_submitter() -> None:
    """Small groups have a substitute route (DOMAIN.md §1.13)."""
    scheme = Scheme.parse(SCHEME)
    office = scheme.route("errand", submitter=scheme.parties[PartyId("office")])
    group = scheme.route("errand", submitter=scheme.parties[PartyId("group")])
    unit = scheme.route("errand", submitter=scheme.parties[PartyId("unit")])
    assert office is not None
    assert group is not None
    assert unit is not None
    assert [[seat.party for seat in level.seats] for level in office.levels] == [["office"]]
    assert [[s.party for s in level.seats] for level in group.levels] == [
        ["group", "office"],
        ["commission"],
    ]
    assert [seat.party for seat in group.cosigners] == ["office"]
    assert [[s.party for s in level.seats] for level in unit.levels] == [["unit"], ["commission"]]
    assert scheme.route("nothing", submitter=scheme.parties[PartyId("unit")]) is None


def test_who_reads_is_told_by_class_and_role() -> None:
    scheme = Scheme.parse(SCHEME)
    assert scheme.readers("errand", "content") == {"head"}
    assert scheme.readers("errand:7", "status") == {"head", "member"}
    assert scheme.readers("nothing", "status") == frozenset()


def test_linyi_has_its_offices_groups_units_and_counties(linyi: Scheme) -> None:
    """Issue 3, item 4."""
    assert [len(linyi.of_kind(kind)) for kind in ("commission", "inspectionOffice")] == [1, 1]
    assert len(linyi.of_kind("supervisionOffice")) == 3
    assert len(linyi.of_kind("stationedGroup")) == 10
    assert len(linyi.of_kind("partyGroup")) == 10
    assert len(linyi.of_kind("unitDisciplineCommittee")) == 10
    assert len(linyi.of_kind("countyCommission")) == 12
    for group in linyi.of_kind("stationedGroup"):
        assert group.supervising_office is not None
        assert any(party.stationed_group == group.code for party in linyi.parties.values())


def test_the_21_departments_are_each_of_one_kind_with_a_procedure_of_its_own(linyi: Scheme) -> None:
    """DOMAIN.md §5.10: «not 189 cells»; all nine kinds of R 24 have a party."""
    departments = linyi.of_kind("department")
    assert len(departments) == 21
    assert set(linyi.procedures) == {party.code for party in departments}
    assert all(party.supervision is not None for party in departments)
    kinds = {party.supervision for party in linyi.parties.values()} - {None}
    assert kinds == set(get_args(SupervisionKind))
    sends = {procedure.sends.en for procedure in linyi.procedures.values()}
    assert len(sends) == 21


@pytest.mark.parametrize(
    ("regime", "on", "count"),
    [
        ("state", datetime.date(2025, 5, 31), 5),
        ("state", datetime.date(2025, 6, 1), 6),
        ("party", datetime.date(2026, 1, 1), 5),
        ("both", datetime.date(2026, 1, 1), 6),
        ("state", datetime.date(2021, 1, 1), 0),
    ],
)
def test_ways_of_disposal_are_data_with_dates(
    linyi: Scheme, regime: Any, on: datetime.date, count: int
) -> None:
    """R 204-205 since 2025-06-01 have 适当了解; R21 174 had not; RD 21 never had (DOMAIN.md §1.1)."""
    ways = linyi.disposal_ways(regime, on)
    assert len(ways) == count
    new = regime != "party" and on >= datetime.date(2025, 6, 1)
    assert ("appropriate_inquiry" in ways) == new


def test_who_is_competent_is_told_by_post_level(linyi: Scheme) -> None:
    """干部管理权限 (DOMAIN.md §1.16): a group verifies leads on city-managed cadres by approval only."""
    row = linyi.authority_for("city_managed", datetime.date(2026, 1, 1))
    assert row is not None
    assert "stationedGroup" not in row.competent
    assert "stationedGroup" in row.by_approval
    assert linyi.authority_for("emperor", datetime.date(2026, 1, 1)) is None


@pytest.mark.parametrize("code", ["lead-allocation", "lead-disposal", "lead-disposal-by-approval"])
def test_every_body_that_handles_leads_has_its_routes(linyi: Scheme, code: str) -> None:
    for kind in ("stationedGroup", "supervisionOffice", "countyCommission", "dispatchedBody"):
        route = linyi.route(code, submitter=linyi.of_kind(kind)[0])
        assert route is not None
        assert route.levels


def test_every_organ_with_a_register_has_a_number_format(linyi: Scheme) -> None:
    """DOMAIN.md §1.15: numbers 〔year〕n 号 per organ."""
    organs = [
        "commission",
        *(p.code for k in ("stationedGroup", "countyCommission") for p in linyi.of_kind(k)),
    ]
    for organ in organs:
        numbering = linyi.numbering(PartyId(organ), "lead")
        assert numbering is not None
        assert "〔2026〕3号" in numbering.format.format(year=2026, serial=3)
    assert len({n.format for n in linyi.numberings}) == len(linyi.numberings)
    assert linyi.numbering(PartyId("cs"), "lead") is None


@pytest.mark.parametrize("city", ["linyi", "wuhu", "liuzhou"])
def test_the_limits_that_the_law_gives_are_marked(city: str) -> None:
    """DOMAIN.md A3, the rows marked [V] of 1–16 and 23: no city makes these longer."""
    scheme = Scheme.parse(read_scheme_files(SCHEMES / f"{city}.toml").text, CATALOGUE)
    marked = {key for key, rule in scheme.rules.items() if rule.statutory}
    assert marked == scheme.rules.keys() & {
        *("lead-closed-loop.hand-over", "complaint-intake.triage"),  # row 1
        *("complaint-intake.pass-up", "complaint-intake.triage-of-passed-down"),  # 2
        "complaint-intake.forwarded",  # 2
        *("real-name-reports.accepted", "real-name-reports.result"),  # 3
        *("complaint-reporters.accepted", "complaint-reporters.result"),  # 3
        "complaint-handling.quarterly-result",  # 4
        *("lead-disposal.entrusted-interview", "lead-disposal.statement"),  # 7
        "lead-disposal.written-inquiry-reply",  # 8
        *("case-investigation.decision", "case-adjudication.adjudication"),  # 11, 12
        *("case-decision.state-service", "case-decision.state-execution"),  # 13
        "case-decision.recovery",  # 14
        *("reexaminations.re-examination", "reexaminations.review"),  # 15
        "case-investigation.withdrawal-report",  # 16
        "recommendation.feedback",  # 23: as the document states
    }


def test_every_limit_that_no_rule_names_is_called_local_practice(linyi: Scheme) -> None:
    """DOMAIN.md: «make it configurable, never state it as law»."""
    for rule in linyi.rules.values():
        assert "第" in rule.basis or "local practice" in rule.basis, rule.key
    assert "local practice" in linyi.rules["lead-disposal.verification-report"].basis


def test_every_text_speaks_both_languages(linyi: Scheme) -> None:
    for rule in linyi.rules.values():
        assert HAN.search(rule.title.zh)
        assert not HAN.search(rule.title.en)
        assert HAN.search(rule.basis)
        assert re.search("[a-z]{4}", rule.basis)
    for party in linyi.parties.values():
        assert HAN.search(party.zh)
        assert not HAN.search(party.en)
    names = [party.en for party in linyi.parties.values()]
    assert len(set(names)) == len(names)


@pytest.mark.parametrize("city", ["linyi", "wuhu", "liuzhou"])
def test_every_city_has_a_scheme_without_faults(city: str) -> None:
    scheme = Scheme.parse(read_scheme_files(SCHEMES / f"{city}.toml").text, CATALOGUE)
    assert scheme.id == city


def test_wuhu_is_as_it_was_told() -> None:
    """44 unit committees, and eight steps of responsibility through five levels."""
    scheme = Scheme.parse(read_scheme_files(SCHEMES / "wuhu.toml").text, CATALOGUE)
    assert len(scheme.of_kind("unitDisciplineCommittee")) == 44
    assert len(scheme.chain_steps) == 8
    assert len({level for step in scheme.chain_steps for level in step.levels}) == 5


def test_a_city_changes_one_rule_that_it_shares(linyi: Scheme) -> None:
    """Liuzhou has some days after the quarter to tell of repeats (RC 14); all else is shared."""
    liuzhou = Scheme.parse(read_scheme_files(SCHEMES / "liuzhou.toml").text, CATALOGUE)
    key = "complaint-intake.repeat-notice"
    own, shared = liuzhou.rules[key], linyi.rules[key]
    assert (str(own.due), shared.due) == ("end of quarter plus 5 working days", "end of quarter")
    assert replace(own, due=shared.due, basis=shared.basis) == shared
