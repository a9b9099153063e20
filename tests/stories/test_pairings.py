"""对口联系 (mechanism 15): what an office and its groups do together, and the quarters without any."""

from dataclasses import dataclass
from typing import Any

from tests.api.installation import Member
from tests.stories.place import Place, code, columns, sees_nothing

COUNTS = ("joint_supervision", "shared_information", "joint_training", "shared_results", "counted")
OF_EDUCATION = [
    ("sg-education", "quarter", "fulfilled", 0),
    ("sg-education", "confirmation", "fulfilled", 0),
    ("so-2", "confirmation", "fulfilled", 2),
    ("sg-education", "confirmation", "fulfilled", 0),
    ("so-2", "again", "fulfilled", 0),
]


@dataclass
class Cast:
    """Who acts, and the quarter of the first pair."""

    group: Member
    deputy: Member
    office: Member
    second: Member
    health: Member
    leader: Member
    quarter: str

    def counts(self) -> tuple[Any, ...]:
        """What the register counts for the pair."""
        seen = self.office.see(self.quarter)
        return tuple(seen[name] for name in COUNTS)


def begin(place: Place) -> Cast:
    """The quarter is there for each pair before anything was done in it."""
    group = place.member("郑组长", "sg-education", "head")
    deputy = place.member("钱副组长", "sg-education", "deputy_head")
    office = place.member("刘主任", "so-2", "head")
    second = place.member("王副主任", "so-2", "deputy_head")
    health = place.member("冯组长", "sg-health", "head")
    leader = place.member("高常委", "commission", "leader_in_charge")
    place.settle()
    (mine,) = group.see("pairings", period="2026-Q1", empty=True)["items"]
    assert (mine["stationed_group"], mine["office"], mine["counted"]) == ("sg-education", "so-2", 0)
    of_office = columns(office.see("pairings", empty=True), "stationed_group")
    assert of_office == [
        ("sg-civil-affairs",),
        ("sg-education",),
        ("sg-health",),
        ("sg-human-resources",),
    ]
    quarter = "pairings/" + mine["stream"].partition("/")[2]
    return Cast(group, deputy, office, second, health, leader, quarter)


def together(place: Place, cast: Cast) -> None:
    """Confirmed two working days late; one sent back, told anew and corrected."""
    group, office, quarter = cast.group, cast.office, cast.quarter
    training = {"form": "joint_training", "title": "以案代训:配餐采购案复盘"}
    assert code(cast.health, f"{quarter}/record", training) == (404, "not_found")
    group.do(f"{quarter}/record", training)
    assert code(group, f"{quarter}/confirm", {"activity": 1}) == (403, "other_side_confirms")
    place.settle()
    waiting = columns(office.see("parties/so-2/inbox"), "kind", "from_party")
    assert waiting == [("confirm_activity", "sg-education")]
    place.pass_to("2026-03-11")
    office.do(f"{quarter}/confirm", {"activity": 1})
    results = {"form": "shared_results", "title": "联合核查成果"}
    office.do(f"{quarter}/add", results)
    send_back(place, cast)
    group.do(f"{quarter}/confirm", {"activity": 2})
    right = {"reason": "形式有误", "approved_by": office.person, "form": "shared_information"}
    assert code(office, f"{quarter}/correct", {"activity": 2, **right}) == (422, "invalid_field")
    right["approved_by"] = cast.second.person
    office.do(f"{quarter}/correct", {"activity": 2, **right})
    place.settle()
    assert cast.counts() == (0, 1, 1, 0, 2)
    trainless = office.see("pairings", without_training=True, period="2026-Q1")
    assert ("sg-education",) not in columns(trainless, "stationed_group")


def send_back(place: Place, cast: Cast) -> None:
    """Who recorded it has it again, with the reason; told anew it waits for the other side once more."""
    group, office, quarter = cast.group, cast.office, cast.quarter
    told = group.do(f"{quarter}/dispute", {"activity": 2, "reason": "台账是两家一同做的"})
    waiting = office.see("parties/so-2/inbox", token=told["token"])
    assert columns(waiting, "kind", "from_party", "title") == [
        ("record_activity_again", "sg-education", "台账是两家一同做的")
    ]
    again = {"form": "shared_results", "title": "配餐专项监督共享台账", "activity": 2}
    assert code(group, f"{quarter}/add", again)[0] == 403
    place.pass_to("2026-03-12")
    told = office.do(f"{quarter}/add", again)
    assert office.see("parties/so-2/inbox", token=told["token"])["items"] == []
    waiting = group.see("parties/sg-education/inbox")
    assert columns(waiting, "kind", "title") == [("confirm_activity", "配餐专项监督共享台账")]
    seen = columns(group.see("pairing-activities"), "activity", "stage", "happened")
    assert sorted(seen) == [(1, "confirmed", "2026-03-02"), (2, "recorded", "2026-03-11")]


def annul(place: Place, cast: Cast) -> None:
    """One activity fewer, and the figures follow."""
    mistake = {"activity": 1, "reason": "重复登记", "approved_by": cast.deputy.person}
    cast.group.do(f"{cast.quarter}/annul", mistake)
    place.settle()
    assert cast.counts() == (0, 1, 0, 0, 1)


def test_an_office_and_its_groups_over_a_quarter(wuhu: Place) -> None:
    """Two pairs of the same office: one worked together, the other's quarter stays empty and overdue."""
    cast, place = begin(wuhu), wuhu
    together(place, cast)
    annul(place, cast)
    place.pass_to("2026-04-20")
    empty = cast.office.see("pairings", empty=True, period="2026-Q1")
    assert columns(empty, "stationed_group") == [
        ("sg-civil-affairs",),
        ("sg-health",),
        ("sg-human-resources",),
    ]
    owed = cast.office.see("obligations", matter=cast.quarter.replace("pairings", "pairing"))
    told = sorted(columns(owed, "owner", "rule", "status", "late_working_days"))
    assert told == sorted(OF_EDUCATION)
    mechanism = {"status": "overdue", "mechanism": "pairings"}
    late = cast.health.see("obligations", owner="sg-health", **mechanism)
    assert columns(late, "rule", "due") == [("quarter", "2026-04-15")]
    above = cast.leader.see("pairings", period="2026-Q1")
    assert ("sg-education", 1) in columns(above, "stationed_group", "counted")
    seen = cast.health.see("pairings", period="2026-Q1")
    assert columns(seen, "stationed_group", "counted") == [("sg-health", 0)]
    host = place.member("李书记", "pg-education", "head")
    place.settle()
    sees_nothing(host, cast.quarter, "pairings", "pairing-activities")
    sees_nothing(cast.health, cast.quarter, "pairing-activities")
    place.pass_to("2026-04-24")
    escalated = cast.leader.see("obligations", **mechanism)
    assert ("sg-health", "2026-04-15") in columns(escalated, "owner", "due")
