"""A county's pooled group and its three units: what every unit is owed they are too, in no list left out."""

from dataclasses import dataclass
from typing import Any

from domain.dossiers.commands import SECTIONS
from tests.api.installation import Member
from tests.stories.place import Place, code, columns, path_of, sees_nothing, waits

RESOURCES, ECOLOGY, AGRICULTURE = UNITS = (
    "nanling-natural-resources",
    "nanling-ecology",
    "nanling-agriculture",
)
POOL = "pool-nanling"
KNOWN = ("stationed_group", "unit", "times")
FOCUSES = ("key_few", "key_function", "key_node")
OWED = ("rule", "share_of", "due")


@dataclass
class Cast:
    """The pooled group, those above it, and those who must learn nothing."""

    group: Member
    office: Member
    leader: Member
    unit: Member
    county: Member
    other: Member

    @classmethod
    def of(cls, place: Place) -> "Cast":
        return cls(
            group=place.member("郑组长", POOL, "head"),
            office=place.member("周主任", "so-3", "head"),
            leader=place.member("吴常委", "commission", "leader_in_charge"),
            unit=place.member("李局长", RESOURCES, "head"),
            county=place.member("何书记", "cc-nanling", "head"),
            other=place.member("冯组长", "sg-health", "head"),
        )


def owes(cast: Cast, status: str, mechanism: str) -> list[tuple[object, ...]]:
    """What the group owes at its units under a mechanism; its office reads the same."""
    found: dict[str, Any] = {"owner": POOL, "status": status, "mechanism": mechanism, "limit": 100}
    seen = columns(cast.group.see("obligations", family="obligation", **found), *OWED)
    assert columns(cast.office.see("obligations", family="obligation", **found), *OWED) == seen
    return seen


def at_each_unit(times: dict[str, int]) -> list[tuple[str, str, int]]:
    """Rows of a list that counts for each unit."""
    return sorted((POOL, unit, times.get(unit, 0)) for unit in UNITS)


def of_the_pool(member: Member, path: str, period: str, *, gaps: bool = False) -> list[object]:
    """Rows of a list of coverage about the pooled group."""
    seen = member.see(path, period=period, gaps=gaps)["items"]
    return [row for row in columns({"items": seen}, *KNOWN) if row[0] == POOL]


def nothing_is_done_yet(cast: Cast) -> None:
    """From the first day talks, dossier and supervision are owed at each unit, and show as gaps."""
    talks = [
        (rule, unit, "2026-12-31") for rule in ("first-hand-year", "peer-year") for unit in UNITS
    ]
    assert owes(cast, "open", "talks") == sorted(talks)
    dossiers = [("half-year", unit, "2026-07-14") for unit in UNITS]
    assert owes(cast, "open", "dossiers") == sorted(dossiers)
    daily = [("half-year", unit, "2026-06-30") for unit in UNITS]
    assert owes(cast, "open", "daily-supervisions") == sorted(daily)
    for member in (cast.group, cast.office):
        assert of_the_pool(member, "talk-coverage", "2026", gaps=True) == at_each_unit({})
        assert of_the_pool(member, "dossier-coverage", "2026-H1", gaps=True) == at_each_unit({})
    for member in (cast.group, cast.office, cast.leader):
        supervised = of_the_pool(member, "daily-supervision-coverage", "2026-H1", gaps=True)
        assert supervised == sorted((POOL, unit, 0) for unit in UNITS for _ in FOCUSES)


def known_and_talked_to(place: Place, cast: Cast) -> tuple[str, ...]:
    """One unit is known, talked to, supervised; the dossier of another is gone through late."""
    group = cast.group
    dossiers = [path_of(group.do("dossiers", {"unit": unit})) for unit in (RESOURCES, ECOLOGY)]
    refused = code(cast.other, "dossiers", {"unit": AGRICULTURE})
    assert refused == (403, "not_stationed_there")
    person = {"name": "李某", "post": "局长", "first_hand": True}
    fact = {
        "section": "key_people",
        "text": "现任。",
        "source": "分工通知",
        "stated_on": "2026-03-02",
    }
    group.do(f"{dossiers[0]}/record", fact | {"person": person})
    for section in SECTIONS:
        group.do(f"{dossiers[0]}/refresh", {"section": section})
    plan = {"unit": RESOURCES, "planned": "2026-03-06", "topics": "一岗双责"}
    talk = path_of(group.do("talks", plan | {"kind": "first_hand", "person": person}))
    group.do(f"{talk}/hold", {"text": "提醒落实第一责任人责任。"})
    check = {"unit": RESOURCES, "method": "site_check", "focuses": ["key_node"]}
    found = {"title": "检查违法占地整改", "findings": "已拆除复垦。"}
    supervised = path_of(group.do("daily-supervisions", check | found))
    group.do(
        f"{supervised}/conclude", {"results": [{"outcome": "nothing", "text": "未发现问题。"}]}
    )
    place.pass_to("2026-07-17")
    for section in SECTIONS:
        group.do(f"{dossiers[1]}/refresh", {"section": section})
    place.settle()
    return (*dossiers, talk, supervised)


def test_the_units_of_a_pooled_group_are_owed_and_counted(wuhu: Place) -> None:
    """Of three units one is known in time, one three days late, one not at all; no list leaves them out."""
    cast = Cast.of(wuhu)
    wuhu.settle()
    nothing_is_done_yet(cast)
    matters = known_and_talked_to(wuhu, cast)
    assert owes(cast, "overdue", "dossiers") == [("half-year", AGRICULTURE, "2026-07-14")]
    daily = [("half-year", unit, "2026-06-30") for unit in (AGRICULTURE, ECOLOGY)]
    assert owes(cast, "overdue", "daily-supervisions") == daily
    met = cast.office.see("obligations", owner=POOL, status="fulfilled", family="obligation")
    assert columns(met, "rule", "share_of", "late_working_days") == [
        ("first-hand-year", RESOURCES, 0),
        ("half-year", ECOLOGY, 3),
        ("half-year", RESOURCES, 0),
        ("half-year", RESOURCES, 0),
    ]
    for member in (cast.group, cast.office):
        talked = of_the_pool(member, "talk-coverage", "2026")
        assert talked == at_each_unit({RESOURCES: 1})
        known = of_the_pool(member, "dossier-coverage", "2026-H1")
        assert known == at_each_unit({RESOURCES: 1})
        known = of_the_pool(member, "dossier-coverage", "2026-H2")
        assert known == at_each_unit({ECOLOGY: 1})
    for member in (cast.group, cast.office, cast.leader):
        seen = member.see("daily-supervision-coverage", period="2026-H1", gaps=False)["items"]
        rows = columns({"items": seen}, "unit", "focus", "times")
        assert [row for row in rows if row[0] in UNITS] == sorted(
            (unit, focus, int((unit, focus) == (RESOURCES, "key_node")))
            for unit in UNITS
            for focus in FOCUSES
        )
    left = [[("refresh_section", None)] * 6 + [("talk_to", None)], [("refresh_section", None)] * 6]
    assert [waits(cast.group, matter) for matter in matters] == [*left, [], []]
    for member in (cast.office, cast.leader):
        assert [waits(member, matter) for matter in matters] == [[]] * 4, member.party
    for outsider in (cast.unit, cast.county, cast.other):
        for matter in matters:
            sees_nothing(outsider, matter)
        for path in ("talk-coverage", "dossier-coverage", "daily-supervision-coverage"):
            assert of_the_pool(outsider, path, "2026") == [], (outsider.party, path)
