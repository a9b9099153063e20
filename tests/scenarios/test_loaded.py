"""The three cities loaded into one installation as `guantong load` does, and read as their people read."""

import hashlib
import re
import tomllib
from collections import Counter
from collections.abc import Iterator
from functools import partial
from typing import Final

import httpx
import psycopg
import pytest
from psycopg import sql

from cli.mechanisms import ask
from domain.ids import JurisdictionCode
from projections.queries.listing import Listing
from projections.queries.listings import LISTINGS
from tests.api.installation import Installation, Member, running
from tests.scenarios.assessing import counted
from tests.scenarios.loaded import City
from tests.scenarios.registers import (
    EMPTY,
    GROWING,
    READERS,
    same_in_document,
    same_in_workbook,
    seen,
)
from tests.scenarios.year import SCENARIOS, without_clock
from tests.stories.files import opened
from tests.stories.place import columns, path_of
from tests.waiting import until

CITIES: Final = ("linyi", "wuhu", "liuzhou")
SUM: Final = re.compile("recovered|(unit_|group_|joint_)?results(_.+)?")
"""Figures that are added up, not counted."""
PARTIES: Final = {"units", "groups"}
"""Figures that count parties, whatever number of rows each has."""
COUNTIES: Final = ("lanshan", "luozhuang", "tancheng", "yishui", "lanling", "pingyi")
"""Those to whom the leads on public-welfare posts went."""


@pytest.fixture(scope="module")
def installation(
    tmp_path_factory: pytest.TempPathFactory, kafka: str, postgres: str
) -> Iterator[Installation]:
    """A running installation, nothing opened in it."""
    with psycopg.connect(postgres, autocommit=True) as connection:
        connection.execute(sql.SQL("create database test_loaded"))
    database = postgres.removesuffix("/postgres") + "/test_loaded"
    folder = tmp_path_factory.mktemp("loaded")
    with running(folder, kafka=kafka, postgres=database, prefix="loaded") as running_one:
        yield running_one


@pytest.fixture(scope="module")
def linyi(installation: Installation) -> City:
    """Linyi, and its county Yinan in step with it."""
    return City.load(installation, "linyi")


@pytest.fixture(scope="module")
def wuhu(installation: Installation) -> City:
    """Wuhu, beside it."""
    return City.load(installation, "wuhu")


@pytest.fixture(scope="module")
def liuzhou(installation: Installation) -> City:
    """Liuzhou, beside both."""
    return City.load(installation, "liuzhou")


@pytest.fixture(params=CITIES)
def city(request: pytest.FixtureRequest) -> City:
    """Each of them in turn."""
    found: City = request.getfixturevalue(request.param)
    return found


def test_what_is_loaded_is_the_year_in_memory(city: City) -> None:
    """Every line goes as it says, and the same events come of it."""
    assert city.loaded.problems == []
    for year in (city.year, *city.year.beside):
        expected = without_clock(Counter(told.name for told in year.world.told))
        assert city.events(year.scenario.code) == expected


def test_no_mechanism_is_without_a_last_event(city: City) -> None:
    """What `guantong mechanisms` shows of the year."""
    rows = ask(city.installation.settings, city.code)
    scheme = city.year.world.jurisdiction.scheme
    assert scheme is not None
    assert [row["mechanism"] for row in rows] == [each.id for each in scheme.mechanisms]
    assert [row["mechanism"] for row in rows if row["last_event"] is None] == []


@pytest.mark.parametrize("city", ["wuhu", "liuzhou"], indirect=True)
def test_no_notice_names_whom_a_lead_or_a_case_is_about(city: City) -> None:
    """What waits for each party, what goes between them, what notices are called: never a name."""
    names = city.year.concerned
    assert len(names) >= 10
    assert city.year.named_in_clear() == []
    offices = {
        line.data["party"]: line.data["role"]
        for line in city.year.scenario.lines
        if line.type == "guantong.person.appoint"
    }
    titles = []
    for party, role in offices.items():
        member = city.holder(party, role)
        for path in (f"parties/{party}/inbox", "flows", "notices", "obligations"):
            seen = member.see(path, limit=200)["items"]
            titles += [each.get("title") or each.get("title_zh") for each in seen]
            if path != "notices":
                assert [name for name in names if name in str(seen)] == [], (party, path)
    told = [title for title in titles if title is not None]
    assert len(told) > len(offices)
    assert [title for title in told if any(name in title for name in names)] == []


def test_what_is_printed_to_try_shows_something(city: City) -> None:
    """The requests of `tour.toml` (Linyi's stand in the README), by those in whose names they are printed."""
    tour = tomllib.loads((SCENARIOS / city.code / "tour.toml").read_text("utf-8"))
    people = {each["variable"]: city.holder(each["party"], each["role"]) for each in tour["person"]}
    for request in tour["request"]:
        told = people[request["as"]].get(request["path"].removeprefix(f"/v1/{city.code}/")).json()
        values = told["items"] if "items" in told else [each["value"] for each in told["figures"]]
        assert any(values), request["path"]


def case_figures(member: Member) -> list[int]:
    """Leads, filings, decisions and persons of Linyi's data rule, each of which opens what it counts."""
    seen = member.see("case-figures", period="2026", source="data_rule")["figures"]
    names = ["leads_received", "cases_filed", "persons_decided", "persons_sanctioned"]
    assert [each["name"] for each in seen] == names
    for each in seen:
        listed = member.get(f"{each['list']}&limit=200").json()["items"]
        persons = {item["person"] for item in listed} if "person" in each["name"] else listed
        assert len(persons) == each["value"], each
    return [each["value"] for each in seen]


def test_linyis_104_leads_36_filings_37_persons(
    linyi: City,
) -> None:
    """DOMAIN.md §1.17, §5.14: each body counts its own, adjudication the cases, others nothing."""
    bodies = [linyi.holder(body) for body in ("sg-human-resources", *map("cc-{}".format, COUNTIES))]
    own = [case_figures(body) for body in bodies]
    assert [sum(column) for column in zip(*own, strict=True)] == [104, 36, 37, 37]
    assert own[0][1:] == [7, 7, 7]  # what counties handle is not told the group (R 299)
    assert all(all(each) for each in own)
    assert case_figures(linyi.holder("adjudication")) == [0, 36, 37, 37]
    outside = ("sg-education", "head"), ("audit", "liaison"), ("pg-human-resources", "head")
    for party, role in outside:
        assert case_figures(linyi.holder(party, role)) == [0, 0, 0, 0]


def figures(member: Member, path: str) -> dict[str, int]:
    """The figures that somebody sees, each of which opens a list of just what it counts."""
    seen = member.see(f"{path}/figures")["figures"]
    for each in seen:
        opened = member.get(f"{each['opens']}&limit=200").json()["items"]
        counted = {item["party"] for item in opened} if each["name"] in PARTIES else opened
        assert len(counted) == each["value"] or SUM.fullmatch(each["name"]), each
    return {each["name"]: each["value"] for each in seen}


def test_wuhus_matrix_is_clear_for_eleven_units_and_nine_groups(wuhu: City) -> None:
    """Who keeps it counts all; a unit its own results and those of nobody else; outsiders nothing."""
    path = wuhu.opened("MATRIX", "duty_matrix")
    seen = figures(wuhu.holder("general-office"), path)
    parts = ("items", "units", "groups", "duty_holes", "item_holes", "overlaps", "recovered")
    assert [seen[name] for name in parts] == [5, 11, 9, 0, 0, 0, 420_000]
    school = wuhu.holder("education", "liaison")
    assert {each["party"] for each in school.see("duty-results")["items"]} == {"education"}
    assert wuhu.holder("sg-political-legal").get(path).status_code == 404


def test_wuhus_committees_are_covered_but_one(wuhu: City) -> None:
    """Of 44 committees one has no theme; a committee sees its own, its results those they are shared with."""
    half = {"period": "2026-H1"}
    leader = wuhu.holder("commission", "leader_in_charge")
    assert len(leader.see("joint-theme-coverage", limit=200, **half)["items"]) == 44
    gaps = leader.see("joint-theme-coverage", gaps=True, **half)
    assert columns(gaps, "committee") == [("uc-archives",)]
    own = wuhu.holder("uc-publicity")
    assert {each["committee"] for each in own.see("joint-themes")["items"]} == {"uc-publicity"}
    shared = wuhu.holder("pg-organisation").see("joint-theme-results")
    assert columns(shared, "committee", "title") == [("uc-organisation", "公务接待管理办法")]


def test_wuhus_visits_stay_apart_from_supervision(wuhu: City) -> None:
    """What troubles a group's people is read by whom it concerns, never by its office or keepers of leads."""
    group = wuhu.holder("sg-education")
    assert columns(group.see("concerns"), "kind", "stage", "returned") == [
        ("family", "confirmed", 1),
        ("work", "confirmed", 0),
    ]
    for member in (wuhu.holder("so-2"), wuhu.holder("cs", "keeper"), wuhu.holder("sg-health")):
        assert member.see("concerns")["items"] == member.see("visits")["items"] == []


def test_liuzhous_first_cycle_is_counted_as_reported(liuzhou: City) -> None:
    """12 members, 9 orders, 7 on time, 1 late, 1 missing; a member sees its own share and no other."""
    stream = liuzhou.year.stream_of(
        "joint-meeting-cycle.meeting", period="2026-Q1", owner="general-office"
    )
    meeting = path_of({"stream": stream})
    seen = figures(liuzhou.holder("general-office"), meeting)
    names = ("members", "orders", "on_time", "late", "missing", "returned", "proposals")
    assert [seen[name] for name in names] == [12, 9, 7, 1, 1, 1, 1]
    stream = liuzhou.year.stream_of(
        "joint-meeting-cycle.report", period="2026-Q1", owner="general-office"
    )
    report = liuzhou.holder("commission", "leader_in_charge").see(path_of({"stream": stream}))
    told = ("members", "orders", "on_time", "late", "missing", "proposals")
    assert [report["figures"][name] for name in told] == [12, 9, 7, 1, 1, 1]
    late = liuzhou.holder("wc-new-district")
    assert columns(late.see("task-orders"), "addressees", "stage") == [
        (["wc-new-district"], "issued")
    ]
    assert figures(late, meeting)["orders"] == 1
    outsider = liuzhou.holder("sg-education")
    assert outsider.get(meeting).status_code == 404
    assert outsider.see("task-orders")["items"] == []


def test_liuzhous_bodies_declared_what_is_counted(liuzhou: City) -> None:
    """The figures of the unified assessment, as each body opens its own; its peers cannot."""
    last = liuzhou.year.world.today
    for body, handle in (("sg-ecology", "ASSESS-ECOLOGY"), ("sg-education", "ASSESS-EDUCATION")):
        path = liuzhou.opened(handle, "assessment")
        seen = figures(liuzhou.holder(body), path)
        true = counted(liuzhou.year, body, "2026-H1", last)
        assert {name: seen[name] for name in true} == true
        assert liuzhou.holder("sg-water").get(path).status_code == 404


def test_liuzhous_river_ends_where_nobody_else_looks(liuzhou: City) -> None:
    """The bureau sees what it had to put right; neither it nor its Party group sees findings or leads."""
    bureau = liuzhou.holder("ecology", "liaison")
    assert columns(bureau.see("campaign-corrections"), "finding", "returned") == [(1, 0), (3, 1)]
    secretary = liuzhou.holder("pg-ecology")
    for member in (bureau, secretary):
        for hidden in ("campaign-findings", "leads", "cases", "sanctions"):
            assert member.see(hidden)["items"] == [], hidden
    served = secretary.see("case-decisions")
    assert columns(served, "track", "sanction") == [
        ("party", "serious_warning"),
        ("state", "warning"),
    ]


def content(member: Member, digest: str) -> bytes:
    """The file of the one attachment with a digest, as somebody reads it."""
    (found,) = member.see("attachments", digest=digest)["items"]
    answer: httpx.Response = opened(member, found["attachment"])
    assert answer.status_code == 200, answer.text
    return answer.content


def file(city: City, name: str) -> tuple[str, bytes]:
    """A file beside a city's scenario: its SHA-256 and its bytes."""
    held = (SCENARIOS / city.code / "files" / name).read_bytes()
    return hashlib.sha256(held).hexdigest(), held


def test_the_paper_that_wuhus_scheme_rests_on_is_read_by_whoever_holds_office(wuhu: City) -> None:
    digest, held = file(wuhu, "measures.pdf")
    for party, role in (("general-office", "head"), ("uc-publicity", "head")):
        assert content(wuhu.holder(party, role), digest) == held


def test_wuhus_sign_in_sheet_itself_was_lent_and_came_back(wuhu: City) -> None:
    """The group that checked it and the committee read it, the unit's neighbours do not."""
    digest, held = file(wuhu, "sign-in-sheet.pdf")
    for party in ("uc-organisation", "sg-organisation"):
        assert content(wuhu.holder(party), digest) == held
    assert wuhu.holder("uc-publicity").see("attachments", digest=digest)["items"] == []
    hands = wuhu.holder("sg-organisation").see("attachment-custody")
    assert columns(hands, "from_party", "to_party", "status", "given_back") == [
        ("sg-organisation", "uc-organisation", "received", None),
        ("uc-organisation", "sg-organisation", "received", "2026-06-12"),
    ]


def test_the_photograph_of_a_finding_on_the_river_is_the_one_attached(liuzhou: City) -> None:
    """DOMAIN.md §5.26: on-site findings with photo and hash; other groups see neither."""
    group = liuzhou.holder("sg-ecology")
    finding = next(f for f in group.see("campaign-findings")["items"] if f["finding"] == 1)
    (photograph,) = finding["photos"]
    digest, held = file(liuzhou, "outfall.png")
    assert photograph["digest"] == digest
    for party in ("sg-ecology", "so-3"):
        assert content(liuzhou.holder(party), digest) == held
    for party in ("sg-water", "ecology"):
        role = "liaison" if party == "ecology" else "head"
        assert liuzhou.holder(party, role).see("attachments", digest=digest)["items"] == []


def settled(member: Member, listing: Listing) -> bool:
    """Whether a list that goes on is the same twice, as itself and as a workbook."""
    return same_in_workbook(seen(member, listing))


def test_every_register_is_given_out_as_it_is_shown(linyi: City, wuhu: City, liuzhou: City) -> None:
    """Of each list somebody sees rows; its workbook has every cell of them, its document each matter."""
    cities = {each.code: each for each in (linyi, wuhu, liuzhou)}
    left = {listing.path: listing for listing in LISTINGS}
    for code, party, role in READERS:
        member = cities[JurisdictionCode(code)].holder(party, role)
        for path, listing in [*left.items()]:
            register = seen(member, listing)
            if not register.items:
                continue
            del left[path]
            if path == GROWING:
                until(partial(settled, member, listing))
            else:
                assert same_in_workbook(register), path
            assert not register.of_matters or same_in_document(register), path
    assert left.keys() == EMPTY
