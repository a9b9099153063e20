"""集中排查 by cadence (mechanism 9, Wuhu): each half-year a leader has all groups sweep, group by group.

What was handed in late, sent back, found to repeat and numbered is counted; a half-year in which nobody
held one stays owed.
"""

from dataclasses import dataclass
from typing import Any, Final

from tests.api.installation import Member
from tests.stories.place import Place, code, columns, path_of, sees_nothing
from tests.stories.test_sweeps import HIDDEN, RESULT, matter, registered

GROUPS: Final = (
    "sg-agriculture",
    "sg-civil-affairs",
    "sg-ecology",
    "sg-education",
    "sg-finance",
    "sg-health",
    "sg-housing",
    "sg-human-resources",
    "sg-market-regulation",
    "sg-natural-resources",
    "sg-organisation",
    "sg-political-legal",
    "sg-state-assets",
    "sg-transport",
)
LATE: Final = "sg-health"
RETURNED: Final = "sg-housing"
CALLED: Final[dict[str, Any]] = {
    "kind": "all_groups",
    "title": "上半年问题线索集中排查",
    "parties": list(GROUPS),
    "begins": "2026-01-01",
    "ends": "2026-05-31",
    "due": "2026-06-12",
}


@dataclass
class Cast:
    """Who has the groups sweep, who sweeps, who checks, who learns nothing."""

    leader: Member
    chief: Member
    keeper: Member
    deputy: Member
    groups: dict[str, Member]
    host: Member
    department: Member
    sweep: str = ""


def gather(place: Place) -> Cast:
    """Everybody takes office; the cadence has opened the sweep of the half-year for the commission."""
    cast = Cast(
        leader=place.member("孙副书记", "commission", "leader_in_charge"),
        chief=place.member("吴书记", "commission", "principal_head"),
        keeper=place.member("方专管", "cs", "keeper"),
        deputy=place.member("钱副组长", "sg-education", "deputy_head"),
        groups={each: place.member(f"{each} 组长", each, "head", "keeper") for each in GROUPS},
        host=place.member("李书记", "pg-education", "head"),
        department=place.member("周联络", "audit", "liaison"),
    )
    place.pass_to("2026-03-03")
    (owed,) = of_cadence(cast.leader)
    assert (owed["owner"], owed["owed_to"], owed["status"]) == ("commission", "commission", "open")
    assert (owed["period"], owed["due"]) == ("2026-H1", "2026-07-30")
    for member in (cast.groups[LATE], cast.host, cast.department):
        assert of_cadence(member) == []
    cast.sweep = path_of(owed)
    return cast


def of_cadence(member: Member, **asked: str) -> list[dict[str, Any]]:
    """What the cadence asks for, as somebody sees it."""
    seen = member.see("obligations", mechanism="sweep-cadence", **asked)
    found: list[dict[str, Any]] = sorted(seen["items"], key=lambda each: str(each["period"]))
    return found


def hand_in(place: Place, cast: Cast) -> None:
    """Twelve in time, one of them sent back; one two working days late; one is excused."""
    sweep, groups = cast.sweep, cast.groups
    assert code(groups[RETURNED], f"{sweep}/convene", CALLED)[0] in {403, 404}
    place.pass_to("2026-06-01")
    with_host = CALLED | {"kind": "with_party_group", "parties": ["pg-education"]}
    assert code(cast.leader, f"{sweep}/convene", with_host)[0] == 422
    told = cast.leader.do(f"{sweep}/convene", CALLED)
    for group, member in groups.items():
        waiting = member.see(f"parties/{group}/inbox", token=told["token"])
        assert columns(waiting, "kind", "from_party", "due") == [
            ("hand_in", "commission", "2026-06-12")
        ], group
    education = groups["sg-education"]
    lead = registered(education, "张三")
    found = [{"title": "在办线索", "lead": lead}, matter("李四", "某小学采购")]
    education.do(f"{sweep}/hand_in", {"matters": found})
    groups["sg-finance"].do(f"{sweep}/hand_in", {"matters": [matter("张三", "食堂承包")]})
    groups["sg-transport"].do(f"{sweep}/hand_in", {"matters": [matter("王五", "某站台改造")]})
    for group in GROUPS:
        if group not in (LATE, "sg-state-assets"):
            groups[group].do(f"{sweep}/finish", {})
    check(cast)
    place.pass_to("2026-06-10")
    back = {"party": RETURNED, "reason": "未含物业维修资金"}
    assert code(cast.keeper, f"{sweep}/return_hand_in", back)[0] in {403, 404}
    cast.leader.do(f"{sweep}/return_hand_in", back)
    place.pass_to("2026-06-16")
    groups[RETURNED].do(f"{sweep}/hand_in", {"matters": [matter("赵六", "物业维修资金")]})
    groups[RETURNED].do(f"{sweep}/finish", {})
    late = cast.leader.see("obligations", mechanism="sweeps", status="overdue")
    assert columns(late, "owner", "rule", "due") == [
        (group, "hand-in", "2026-06-12") for group in (LATE, "sg-state-assets")
    ]
    groups[LATE].do(f"{sweep}/finish", {})
    assert code(cast.leader, f"{sweep}/conclude", {"summary": "……"})[1] == "parties_outstanding"
    off = {"party": "sg-state-assets", "reason": "全员参加巡察", "approved_by": cast.chief.person}
    cast.leader.do(f"{sweep}/excuse", off)


def check(cast: Cast) -> None:
    """The keeper of case supervision finds that one repeats another; nobody else learns which."""
    sweep, keeper = cast.sweep, cast.keeper
    repeats = keeper.see("sweep-repeats", token=cast.groups["sg-transport"].token)
    assert columns(repeats, "matter", "leads", "matters", "stage") == [(3, 1, 1, "suspected")]
    wrong = {"matter": 3, "earlier": 1}
    assert code(cast.groups["sg-finance"], f"{sweep}/confirm_repeat", wrong)[0] == 403
    keeper.do(f"{sweep}/confirm_repeat", wrong)
    for member in (cast.leader, cast.groups["sg-education"], cast.groups["sg-finance"]):
        assert member.see("sweep-repeats")["items"] == []


def settle(cast: Cast) -> str:
    """Of what became leads each has its number in its group's register; one matter is none."""
    sweep = cast.sweep
    leads = {
        1: first_of(cast, "sg-education"),
        2: registered(cast.groups["sg-education"], "李四"),
        4: registered(cast.groups["sg-transport"], "王五"),
    }
    for number, group in ((1, "sg-education"), (2, "sg-education"), (4, "sg-transport")):
        cast.groups[group].do(f"{sweep}/register", {"matter": number, "lead": leads[number]})
    cast.leader.do(f"{sweep}/drop", {"matter": 5, "reason": "属一般工作建议"})
    return str(cast.leader.do(f"{sweep}/conclude", {"summary": "采购环节较集中。"})["token"])


def first_of(cast: Cast, group: str) -> str:
    """The lead that a group handed in as one: the first of its register."""
    rows = cast.groups[group].see("leads")["items"]
    return str(min(rows, key=lambda row: row["number_serial"])["stream"])


def what_came_out(cast: Cast, token: str) -> None:
    """Thirteen handed in, nine of them nothing; five matters, three leads under the groups' own numbers."""
    (result,) = cast.leader.see("sweep-results", token=token)["items"]
    assert {name: result[name] for name in RESULT} == {
        "asked": 14,
        "handed_in": 13,
        "nothing": 9,
        "excused": 1,
        "matters": 5,
        "registered": 3,
        "leads": 3,
        "repeats": 1,
        "dropped": 1,
    }
    for group, numbers in (("sg-education", 2), ("sg-transport", 1)):
        register = cast.groups[group].see("leads")
        assert columns(register, "number_organ", "number") == [
            (group, f"〔2026〕{serial}号") for serial in range(1, numbers + 1)
        ]
    owed = cast.leader.see("obligations", mechanism="sweeps", limit=200)
    hands = columns(owed, "owner", "rule", "status", "late_working_days")
    assert [row for row in hands if row[1].startswith("hand-in")] == sorted(
        [(g, "hand-in", "fulfilled", 0) for g in GROUPS if g not in (LATE, "sg-state-assets")]
        + [
            (RETURNED, "hand-in-again", "fulfilled", 0),
            (LATE, "hand-in", "fulfilled", 2),
            ("sg-state-assets", "hand-in", "withdrawn", None),
        ],
        key=str,
    )


def test_each_half_year_a_leader_has_all_groups_sweep(wuhu: Place) -> None:
    """Held in the first half-year, by nobody in the second: that one falls overdue."""
    cast = gather(wuhu)
    hand_in(wuhu, cast)
    what_came_out(cast, settle(cast))
    wuhu.pass_to("2026-07-01")
    first, second = of_cadence(cast.leader)
    assert (first["status"], first["late_working_days"]) == ("fulfilled", 0)
    assert (second["period"], second["status"]) == ("2026-H2", "open")
    assert path_of(second) != cast.sweep
    education, transport = cast.groups["sg-education"], cast.groups["sg-transport"]
    assert columns(education.see("sweep-matters"), "matter") == [(1,), (2,)]
    assert columns(transport.see("sweep-matters"), "matter") == [(4,)]
    assert cast.groups[LATE].see("sweep-matters")["items"] == []
    for group, member in cast.groups.items():
        waiting = member.see(f"parties/{group}/inbox", limit=200)["items"]
        assert [each for each in waiting if each["family"] == "sweep"] == [], group
    for outsider in (cast.host, cast.department):
        sees_nothing(outsider, cast.sweep, *HIDDEN)
    wuhu.pass_to("2027-02-02")
    first, second, *_ = of_cadence(cast.leader)
    assert [each["status"] for each in (first, second)] == ["fulfilled", "overdue"]
    assert of_cadence(transport) == []
