"""综合派驻 (mechanism 24): one group for several units; its people go where needed, none where recused."""

from dataclasses import dataclass

from tests.api.installation import Member
from tests.stories.place import Place, code, columns, lists_of, path_of, sees_nothing, waits
from tests.stories.test_joint_operations import LEAD

LATE = {"mechanism": "pooled-stationing", "status": "overdue"}
POOL = {"group": "sg-education", "units": ["education", "sports"], "office": "政务中心3号楼"}
OWED = [
    ("coverage", "fulfilled", 0),
    ("coverage", "fulfilled", 2),
    ("end", "fulfilled", 0),
    ("end", "fulfilled", 2),
    ("gap", "fulfilled", 0),
    ("gap", "fulfilled", 0),
]


@dataclass
class Cast:
    """Who acts, the pool, and a lead of the group."""

    chief: Member
    head: Member
    wang: Member
    zhao: Member
    pool: str
    lead: str
    lead_stream: str

    def workload(self) -> list[tuple[str, int, int]]:
        """Units and matters of each, as the commission sees them."""
        names = {self.head.person: "head", self.wang.person: "wang", self.zhao.person: "zhao"}
        seen = self.chief.see("pool-workloads")
        return sorted(
            (names[person], units, matters)
            for person, units, matters in columns(seen, "person", "units", "matters")
        )


def pool(place: Place) -> Cast:
    """The commission pools, and somebody is owed to each unit; one of the two is recused from one of them."""
    chief = place.member("高书记", "commission", "principal_head")
    head = place.member("郑组长", "sg-education", "head")
    wang = place.member("王干事", "sg-education", "member")
    zhao = place.member("赵干事", "sg-education", "member")
    assert code(head, "pooled-stationings", POOL) == (403, "not_authorised")
    foreign = {**POOL, "units": ["education", "health"]}
    assert code(chief, "pooled-stationings", foreign) == (422, "not_a_unit_of_the_pool")
    pooled = path_of(chief.do("pooled-stationings", POOL))
    lead = head.do("leads", LEAD)
    place.settle()
    waiting = columns(head.see("parties/sg-education/inbox"), "kind", "from_party")
    assert [each for each in waiting if each[0] == "cover_unit"] == [
        ("cover_unit", "commission")
    ] * 2
    recusal = {"person": zhao.person, "unit": "sports", "reason": "配偶在该局任职"}
    zhao.do(f"{pooled}/declare_recusal", recusal)
    to_sports = {"duty": "日常监督", "unit": "sports"}
    kept_out = code(head, f"{pooled}/assign", {**to_sports, "person": zhao.person})
    assert kept_out == (403, "recused_from_the_unit")
    assert code(chief, f"{pooled}/assign", {**to_sports, "person": wang.person})[0] == 403
    head.do(f"{pooled}/assign", {**to_sports, "person": wang.person})
    place.settle()
    assert columns(chief.see("pool-units", empty=True), "unit") == [("education",)]
    return Cast(chief, head, wang, zhao, pooled, path_of(lead), str(lead["stream"]))


def cover(place: Place, cast: Cast) -> None:
    """The other unit gets somebody two working days late; the office is corrected."""
    place.pass_to("2026-03-18")
    late = cast.head.see("obligations", owner="sg-education", **LATE)
    assert columns(late, "rule", "due") == [("coverage", "2026-03-16")]
    both = {"duty": "日常监督", "unit": "education"}
    cast.head.do(f"{cast.pool}/assign", {**both, "person": cast.zhao.person})
    cast.head.do(f"{cast.pool}/assign", {**both, "person": cast.wang.person})
    right = {"reason": "地点有误", "approved_by": cast.head.person, "office": "政务中心5号楼"}
    assert cast.chief.post(f"{cast.pool}/correct", right).status_code == 422
    deputy = place.member("常副书记", "commission", "leader_in_charge")
    cast.chief.do(f"{cast.pool}/correct", {**right, "approved_by": deputy.person})
    duty: dict[str, object] = {"assignment": 2, "duty": "驻点监督", "reason": "分工有误"}
    duty["approved_by"] = deputy.person
    assert code(cast.chief, f"{cast.pool}/correct", duty) == (403, "not_authorised")
    cast.head.do(f"{cast.pool}/correct", duty)
    place.settle()
    assert columns(cast.chief.see("pool-units", empty=True), "unit") == []
    assert cast.workload() == [("wang", 2, 0), ("zhao", 1, 0)]
    send_back(place, cast)


def send_back(place: Place, cast: Cast) -> None:
    """The commission sends the only assignment to a unit back: the unit is owed somebody, and gets them."""
    back = {"assignment": 1, "reason": "与该局财务科长系同学,另行安排"}
    assert code(cast.head, f"{cast.pool}/return", back) == (403, "not_authorised")
    told = cast.chief.do(f"{cast.pool}/return", back)
    waiting = cast.head.see("parties/sg-education/inbox", token=told["token"])
    assert ("cover_unit:sports", "commission") in columns(waiting, "item", "from_party")
    assert columns(cast.chief.see("pool-units", empty=True), "unit") == [("sports",)]
    assert code(cast.chief, f"{cast.pool}/return", back) == (409, "no_such_assignment")
    shown = cast.head.see("pool-assignments", stage="returned")
    assert columns(shown, "assignment", "unit", "reason") == [(1, "sports", back["reason"])]
    again = {"duty": "日常监督", "unit": "sports", "person": cast.wang.person}
    cast.head.do(f"{cast.pool}/assign", again)
    place.settle()
    assert cast.workload() == [("wang", 2, 0), ("zhao", 1, 0)]


def investigate(place: Place, cast: Cast) -> None:
    """Two help with a lead: each reads it as long as they have it, and the commission not which it is."""
    help_with = {
        "duty": "案件查办",
        "matter": cast.lead_stream,
        "until": "2026-04-03",
        "approved_by": cast.chief.person,
    }
    for member in (cast.wang, cast.zhao):
        assert member.get(cast.lead).status_code == 404
        cast.head.do(f"{cast.pool}/assign", {**help_with, "person": member.person})
    place.settle()
    assert cast.wang.get(cast.lead).status_code == cast.zhao.get(cast.lead).status_code == 200
    assert cast.workload() == [("wang", 2, 1), ("zhao", 1, 1)]
    assert columns(cast.head.see("pool-matters"), "matter") == [(cast.lead_stream,)] * 2
    assert cast.chief.see("pool-matters")["items"] == cast.wang.see("pool-matters")["items"] == []
    place.pass_to("2026-03-25")
    cast.head.do(f"{cast.pool}/release", {"assignment": 5, "reason": "查办完成"})
    cast.head.do(f"{cast.pool}/release", {"assignment": 4, "reason": "轮岗"})
    own = {"person": cast.head.person, "duty": "日常监督", "unit": "sports"}
    cast.head.do(f"{cast.pool}/assign", own)
    place.settle()
    assert cast.wang.get(cast.lead).status_code == 404
    assert cast.workload() == [("head", 1, 0), ("wang", 1, 0), ("zhao", 1, 1)]


def dissolve(place: Place, cast: Cast) -> None:
    """A unit is dropped, and who had it is released; with the pool everything ends."""
    gone = {"unit": "sports", "reason": "机构改革"}
    assert code(cast.head, f"{cast.pool}/drop_unit", gone) == (403, "not_authorised")
    cast.chief.do(f"{cast.pool}/drop_unit", gone)
    place.settle()
    assert columns(cast.chief.see("pool-units"), "unit") == [("education",)]
    left = cast.head.see("pool-assignments", stage="running")
    assert columns(left, "unit", "duty") == [
        ("education", "日常监督"),
        ("education", "驻点监督"),
    ]
    end = {"reason": "恢复单独派驻"}
    assert code(cast.head, f"{cast.pool}/dissolve", end) == (403, "not_authorised")
    cast.chief.do(f"{cast.pool}/dissolve", end)
    place.settle()
    assert cast.chief.see(cast.pool)["stage"] == "dissolved"
    assert cast.workload() == [("head", 0, 0), ("wang", 0, 0), ("zhao", 0, 0)]
    assert code(cast.chief, f"{cast.pool}/drop_unit", gone) == (409, "wrong_state")


def test_a_pooled_group_and_its_units(place: Place) -> None:
    """Assigned, released, recused; reading ends with the release, or with the last day by itself."""
    cast = pool(place)
    cover(place, cast)
    investigate(place, cast)
    place.pass_to("2026-04-08")
    assert cast.zhao.get(cast.lead).status_code == 404
    cast.head.do(f"{cast.pool}/release", {"assignment": 6, "reason": "到期"})
    place.settle()
    assert cast.workload() == [("head", 1, 0), ("wang", 1, 0), ("zhao", 1, 0)]
    seen = cast.chief.see(cast.pool)
    assert (seen["office"], seen["uncovered"], seen["people"]) == ("政务中心5号楼", [], 3)
    owed = cast.head.see("obligations", mechanism="pooled-stationing", limit=200)
    assert columns(owed, "rule", "status", "late_working_days") == OWED
    other = place.member("冯组长", "sg-health", "head")
    host = place.member("李书记", "pg-education", "head")
    place.settle()
    for member in (other, host):
        sees_nothing(member, cast.pool, *lists_of(cast.pool))
    for member in (cast.chief, cast.head, cast.wang, cast.zhao):
        assert waits(member, cast.pool) == [], member.party
    dissolve(place, cast)
    for member in (cast.chief, cast.head, cast.wang, cast.zhao):
        assert waits(member, cast.pool) == [], member.party
    for member in (other, host):
        sees_nothing(member, cast.pool, *lists_of(cast.pool))
        sees_nothing(member, cast.lead, "leads")


COUNTY_POOL = {
    "group": "pool-1",
    "units": ["agriculture", "water", "housing"],
    "office": "区政务中心2号楼",
}
COUNTY_OWED = [
    ("coverage", "fulfilled", 0),
    ("coverage", "fulfilled", 0),
    ("coverage", "fulfilled", 3),
    ("end", "fulfilled", 0),
    ("gap", "fulfilled", 0),
]


@dataclass
class County:
    """The district commission, its pooled group, the office whose lead the group's people help with."""

    place: Place
    chief: Member
    head: Member
    wang: Member
    zhao: Member
    office: Member
    keeper: Member
    handlers: tuple[Member, Member]
    outsiders: tuple[Member, ...]
    pool: str = ""
    lead: str = ""

    @classmethod
    def of(cls, place: Place) -> "County":
        return cls(
            place,
            chief=place.member("高书记", "commission", "principal_head"),
            head=place.member("郑组长", "pool-1", "head"),
            wang=place.member("王干事", "pool-1", "member"),
            zhao=place.member("赵干事", "pool-1", "member"),
            office=place.member("周主任", "so-1", "head"),
            keeper=place.member("孙内勤", "so-1", "keeper"),
            handlers=(
                place.member("甲办", "so-1", "handler"),
                place.member("乙办", "so-1", "handler"),
            ),
            outsiders=(
                place.member("冯组长", "sg-ecology", "head"),
                place.member("何局长", "water", "head"),
            ),
        )


def cover_three_units(county: County) -> None:
    """Two units have somebody in time, the third three working days late; one assignment comes back."""
    place, chief, head = county.place, county.chief, county.head
    assert code(county.office, "pooled-stationings", COUNTY_POOL) == (403, "not_authorised")
    county.pool = path_of(chief.do("pooled-stationings", COUNTY_POOL))
    daily = {"duty": "日常监督"}
    head.do(f"{county.pool}/assign", daily | {"unit": "agriculture", "person": county.wang.person})
    head.do(f"{county.pool}/assign", daily | {"unit": "water", "person": county.zhao.person})
    place.pass_to("2026-03-19")
    late = chief.see("obligations", owner="pool-1", **LATE)
    assert columns(late, "rule", "due", "owed_to") == [("coverage", "2026-03-16", "commission")]
    head.do(f"{county.pool}/assign", daily | {"unit": "housing", "person": county.zhao.person})
    back = {"assignment": 1, "reason": "在该局有亲属"}
    assert code(head, f"{county.pool}/return", back) == (403, "not_authorised")
    told = chief.do(f"{county.pool}/return", back)
    waiting = head.see("parties/pool-1/inbox", token=told["token"])
    assert columns(waiting, "item", "from_party") == [("cover_unit:agriculture", "commission")]
    head.do(f"{county.pool}/assign", daily | {"unit": "agriculture", "person": head.person})
    place.settle()


def lead_of_the_office(county: County) -> None:
    """The group's lead about a cadre of the district goes to the competent office."""
    head, place = county.head, county.place
    subject = {
        "name": "钱某",
        "post": "水利站站长",
        "standing": {"post_level": "county_managed", "unit": "water"},
    }
    told = head.do("leads", LEAD | {"subjects": [subject], "content": "小型水利工程拆分发包。"})
    county.lead = path_of(told)
    head.do(f"{county.lead}/register", {})
    first, second = county.handlers
    people = {"handlers": [first.person, second.person], "keeper": county.keeper.person}
    own = {"handling_party": "pool-1"}
    assert code(head, f"{county.lead}/propose_allocation", own)[1] == "not_competent"
    head.do(f"{county.lead}/propose_allocation", {"handling_party": "so-1"} | people)
    assert code(head, f"{county.lead}/allocate", {}) == (403, "not_your_turn")
    county.office.do(f"{county.lead}/allocate", {})
    county.keeper.do(f"{county.lead}/acknowledge", {})
    inquiry = {"disposal": {"way": "appropriate_inquiry"}, "plan": "调取工程资料。"}
    first.do(f"{county.lead}/propose_disposal", inquiry)
    leader = place.member("吴常委", "commission", "leader_in_charge")
    for member in (county.office, leader, county.chief):
        member.do(f"{county.lead}/opine", {"opinion": "agree"})
    place.settle()


def help_the_office(county: County) -> None:
    """One of the group helps until a day, by leave of the commission's leader; then they read no more."""
    stream = county.lead.replace("leads/", "lead/")
    helped = {"duty": "案件查办", "matter": stream, "until": "2026-04-03"}
    assert county.wang.get(county.lead).status_code == 404
    approved = {"person": county.wang.person, "approved_by": county.chief.person}
    county.head.do(f"{county.pool}/assign", helped | approved)
    county.place.settle()
    assert county.zhao.get(county.lead).status_code == 404
    told = county.wang.do(f"{county.lead}/start_appropriate_inquiry", {})
    for member in (county.wang, county.handlers[0], county.keeper):
        seen = member.see(county.lead, token=told["token"])
        assert (seen["handling_party"], seen["stage"]) == ("so-1", "handling")
    names = {county.head.person: "head", county.wang.person: "wang", county.zhao.person: "zhao"}
    loads = columns(county.chief.see("pool-workloads"), "person", "units", "matters")
    assert sorted((names[who], units, matters) for who, units, matters in loads) == [
        ("head", 1, 0),
        ("wang", 0, 1),
        ("zhao", 2, 0),
    ]
    assert columns(county.head.see("pool-matters"), "matter", "stage", "until") == [
        (stream, "running", "2026-04-03")
    ]
    for member in (county.chief, county.office):
        assert member.see("pool-matters")["items"] == [], member.party
    county.place.pass_to("2026-04-03")
    county.head.do(f"{county.pool}/release", {"assignment": 5, "reason": "查办完成"})
    county.place.settle()
    assert county.wang.get(county.lead).status_code == 404
    assert code(county.wang, f"{county.lead}/report_appropriate_inquiry", {})[0] in {403, 404, 422}


def test_a_countys_own_pooled_group(fanchang: Place) -> None:
    """Three units in one office: one late, one assignment sent back; and help with the lead of an office."""
    county = County.of(fanchang)
    cover_three_units(county)
    lead_of_the_office(county)
    help_the_office(county)
    for member in (county.chief, county.head):
        seen = member.see(county.pool)
        figures = (seen["stage"], seen["office"], seen["units"], seen["uncovered"], seen["people"])
        assert figures == ("established", COUNTY_POOL["office"], COUNTY_POOL["units"], [], 2)
        units = member.see("pool-units")
        assert columns(units, "unit", "people") == [
            ("agriculture", 1),
            ("housing", 1),
            ("water", 1),
        ]
        shown = member.see("pool-assignments")
        assert columns(shown, "assignment", "unit", "stage", "duty") == [
            (1, "agriculture", "returned", "日常监督"),
            (2, "water", "running", "日常监督"),
            (3, "housing", "running", "日常监督"),
            (4, "agriculture", "running", "日常监督"),
        ]
    owed = county.head.see("obligations", mechanism="pooled-stationing", limit=200)
    assert columns(owed, "rule", "status", "late_working_days") == COUNTY_OWED
    for member in (county.chief, county.head, county.wang, county.zhao):
        assert waits(member, county.pool) == [], member.party
    for member in (*county.outsiders, county.office):
        sees_nothing(member, county.pool, *lists_of(county.pool))
    for member in county.outsiders:
        sees_nothing(member, county.lead, "leads")
