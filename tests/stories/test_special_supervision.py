"""护航柳江流域生态环境保护专项监督 (mechanism 26): a checklist of three kinds, on site, what came of it.

Two groups screen the items of two units; what each finds is put right, or is nothing. One finding more
is another report, and an answer given later another lateness.
"""

import hashlib
from dataclasses import dataclass
from typing import Any, Final

import pytest

from tests.api.installation import Member
from tests.stories.files import JPEG, PHOTOGRAPH, attach
from tests.stories.place import Place, code, columns, lists_of, path_of, sees_nothing, waits

PLAN: Final = {
    "kind": "special_supervision",
    "title": "护航柳江流域生态环境保护专项监督",
    "basis": "《柳州市柳江流域生态环境保护条例》落实情况监督方案",
    "begins": "2026-01-01",
    "ends": "2026-12-31",
}
PHOTO: Final = {"title": "排污口照片", "digest": hashlib.sha256(PHOTOGRAPH).hexdigest()}
REACH: Final = {"title": "河段照片", "digest": "cd" * 32}
RULE: Final = {
    "unit": "ecology",
    "title": "柳江流域保护工作议事规则",
    "adopted": "2026-03-19",
    "number": "环〔2026〕8号",
}


def item(kind: str, title: str, clause: str, unit: str = "ecology") -> dict[str, Any]:
    """An item of the checklist: duty, deviation or weakness, with the regulation's clause."""
    return {"kind": kind, "title": title, "unit": unit, "clause": clause}


CLEARING: Final = item("duty", "河道清障责任落实", "条例第十五条", "water")
CHECKLIST: Final = [
    item("duty", "排污口巡查责任落实", "条例第十二条"),
    item("deviation", "违规审批排污", "条例第二十条"),
    item("weakness", "部门议事规则缺失", "条例第六条"),
    CLEARING,
    item("weakness", "水源地标识缺失", "条例第九条", "water"),
]


@dataclass(frozen=True)
class Course:
    """What is found on the second item beside the others, and when the bureau answers for the first."""

    further: tuple[str, ...]
    answered: str
    late: int


@dataclass
class Cast:
    """Who acts: an office, two groups, two units; and others, to whom it is nothing."""

    office: Member
    deputy: Member
    group: Member
    water_group: Member
    water_deputy: Member
    bureau: Member
    water: Member
    chief: Member
    host: Member
    others: list[Member]
    campaign: str = ""
    urging: str = ""

    @classmethod
    def of(cls, place: Place) -> "Cast":
        return cls(
            office=place.member("陈主任", "so-3", "head"),
            deputy=place.member("赵副主任", "so-3", "deputy_head"),
            group=place.member("潘组长", "sg-ecology", "head"),
            water_group=place.member("葛组长", "sg-water", "head"),
            water_deputy=place.member("孟副组长", "sg-water", "deputy_head"),
            bureau=place.member("黄局长", "ecology", "head"),
            water=place.member("江局长", "water", "head"),
            chief=place.member("周书记", "commission", "principal_head"),
            host=place.member("范书记", "pg-ecology", "head"),
            others=[
                place.member("冯组长", "sg-agriculture", "head"),
                place.member("卫局长", "agriculture", "head"),
            ],
        )

    def act(self, member: Member, action: str, body: object) -> dict[str, Any]:
        """Something done in the campaign."""
        return member.do(f"{self.campaign}/{action}", body)

    def refuses(self, member: Member, action: str, body: object) -> tuple[int, str]:
        """Status and code of what is not done in it."""
        return code(member, f"{self.campaign}/{action}", body)


def fix(cast: Cast) -> None:
    """Five items, each with its clause: one is corrected, one struck off; two groups get the others."""
    office = cast.office
    cast.campaign = path_of(office.do("campaigns", PLAN))
    no_clause = {"objects": [{key: v for key, v in CHECKLIST[0].items() if key != "clause"}]}
    assert cast.refuses(office, "list_objects", no_clause) == (422, "invalid_field")
    cast.act(office, "list_objects", {"objects": CHECKLIST})
    why = {"approved_by": cast.deputy.person}
    right = {"reason": "条款误引", "object": 4, "line": CLEARING | {"clause": "条例第十六条"}}
    cast.act(office, "correct", why | right)
    cast.act(office, "strike_object", why | {"object": 5, "reason": "不属本次监督范围"})
    cast.act(office, "fix_list", {})
    own = {"party": "ecology", "objects": [1], "due": "2026-03-13"}
    assert cast.refuses(office, "assign", own) == (422, "own_object")
    for party, objects in (("sg-ecology", [1, 2, 3]), ("sg-water", [4])):
        every = {"party": party, "objects": objects, "due": "2026-03-13"}
        cast.act(office, "assign", every)
    assert cast.refuses(cast.water_group, "screen", {"object": 1}) == (403, "not_your_object")
    assert cast.refuses(cast.others[0], "screen", {"object": 1}) == (404, "not_found")


def keep_the_photograph(cast: Cast) -> None:
    """What was told by its digest alone is marked until the file is attached; the unit reads it not."""
    seen = cast.group.see("campaign-findings", photos_on_file=False)
    assert columns(seen, "finding", "photos_on_file") == [(1, False)]
    kept = {"kind": "photograph", "name": "排污口.jpg", "scope": "campaign_object:sg-ecology"}
    matter = cast.campaign.replace("campaigns/", "campaign/")
    attach(cast.group, matter, cast.campaign, PHOTOGRAPH, JPEG, **kept)
    seen = cast.group.see("campaign-findings", token=cast.group.token, photos_on_file=True)
    assert columns(seen, "finding", "photos_on_file") == [(1, True)]
    assert cast.bureau.see("attachments")["items"] == []


def screen(place: Place, cast: Cast, further: tuple[str, ...]) -> None:
    """On site with photographs; the other group is three working days late, and enters one thing twice."""
    group, water = cast.group, cast.water_group
    on_site = {"text": "三处排污口未巡查。", "place": "下游东岸", "photos": [PHOTO]}
    told = cast.act(group, "screen", {"object": 1, "findings": [on_site]})
    group.see("parties", token=told["token"])
    keep_the_photograph(cast)
    cast.act(group, "screen", {"object": 3, "findings": [{"text": "没有议事规则。"}]})
    cast.act(group, "screen", {"object": 2, "findings": [{"text": text} for text in further]})
    early = {"summary": "……", "look_back_on": "2026-10-30"}
    assert cast.refuses(cast.office, "close", early) == (409, "objects_unscreened")
    place.pass_to("2026-03-18")
    late = cast.office.see("obligations", status="overdue", mechanism="campaigns")
    assert columns(late, "owner", "rule", "due") == [("sg-water", "screening", "2026-03-13")]
    clearing = {"text": "一处河段三个月未清障。", "place": "城郊河段", "photos": [REACH]}
    cast.act(water, "screen", {"object": 4, "findings": [clearing, clearing]})
    cast.act(
        water,
        "annul_finding",
        {
            "finding": 4 + len(further),
            "reason": "重复登记",
            "approved_by": cast.water_deputy.person,
        },
    )


def put_right(place: Place, cast: Cast, course: Course) -> None:
    """One comes back once, until its rule is out; one is late, and urged (催办); one waits for nobody."""
    group, bureau, last = cast.group, cast.bureau, 3 + len(course.further)
    for finding in (1, 2):
        ask = {"finding": finding, "text": f"请整改第{finding}项。", "due": "2026-03-20"}
        cast.act(group, "ask_correction", ask)
    for finding in range(3, last):
        cast.act(group, "settle_finding", {"finding": finding} | NOTHING)
    ask = {"finding": last, "text": "请限期清障。", "due": "2026-03-27"}
    cast.act(cast.water_group, "ask_correction", ask)
    place.pass_to("2026-03-19")
    waiting = bureau.see("parties/ecology/inbox")
    assert columns(waiting, "kind", "from_party", "due") == [
        ("put_right", "sg-ecology", "2026-03-20"),
        ("put_right", "sg-ecology", "2026-03-20"),
    ]
    assert cast.refuses(cast.water, "report_correction", {"finding": 1, "text": "……"})[0] == 403
    cast.act(bureau, "report_correction", {"finding": 2, "text": "已起草。"})
    cast.act(group, "return_correction", {"finding": 2, "reason": "须正式印发"})
    cast.act(bureau, "adopt_system", RULE)
    cast.act(bureau, "report_correction", {"finding": 2, "text": "已印发。"})
    place.pass_to(course.answered)
    urge(cast)
    answer = {"finding": 1, "text": "已逐口巡查。", "papers": [PHOTO]}
    told = cast.act(bureau, "report_correction", answer)
    waiting = group.see("parties/sg-ecology/inbox", token=told["token"])
    assert columns(waiting, "kind", "from_party") == [("verify_correction", "ecology")] * 2
    assert cast.refuses(bureau, "verify_correction", {"finding": 1, "note": "属实。"})[0] == 403
    for finding in (1, 2):
        cast.act(group, "verify_correction", {"finding": finding, "note": "现场核实。"})
    cast.act(cast.water, "report_correction", {"finding": last, "text": "已清障。"})
    seen = {"finding": last, "note": "到河段核实。", "photos": [REACH]}
    cast.act(cast.water_group, "verify_correction", seen)


NOTHING: Final = {"outcome": "nothing", "reason": "许可资料补齐,程序合规"}


def urge(cast: Cast) -> None:
    """The group that is owed it urges, and is answered; the unit's neighbour may not."""
    late = cast.group.see("obligations", status="overdue", owner="ecology")
    assert columns(late, "rule", "due") == [("correction", "2026-03-20")]
    reminder = {
        "kind": "reminder",
        "matter": cast.campaign.replace("campaigns/", "campaign/"),
        "to": "ecology",
        "about": "整改已逾期,请说明进展",
        "due": "2026-03-31",
    }
    assert code(cast.others[0], "urgings", reminder) == (404, "not_found")
    urged = path_of(cast.group.do("urgings", reminder))
    cast.bureau.do(f"{urged}/answer", {"text": "今日报送。"})
    cast.group.do(f"{urged}/accept_answer", {})
    cast.urging = urged


def owed(member: Member) -> list[tuple[Any, ...]]:
    """What a party owes or is owed in campaigns, and how it ended."""
    seen = member.see("obligations", mechanism="campaigns", limit=100)
    return columns(seen, "owner", "rule", "status", "late_working_days")


def all_is_owed_and_kept(cast: Cast, course: Course) -> None:
    """Each party's own: the office's, the two groups', the two units'."""
    settled = [("sg-ecology", "settling", "fulfilled", 0)] * (2 + len(course.further))
    late_group = ("sg-water", "screening", "fulfilled", 3)
    cleared = [
        ("sg-water", "verification", "fulfilled", 0),
        ("water", "correction", "fulfilled", 0),
    ]
    put_right = [
        ("ecology", "better-correction", "fulfilled", 0),
        ("ecology", "correction", "fulfilled", 0),
        ("ecology", "correction", "fulfilled", course.late),
        *[("sg-ecology", "verification", "fulfilled", 0)] * 3,
    ]
    of_office = [
        ("sg-ecology", "screening", "fulfilled", 0),
        *settled,
        late_group,
        ("sg-water", "settling", "fulfilled", 0),
        ("sg-water", "settling", "withdrawn", None),
        ("so-3", "quarterly-report", "fulfilled", 0),
        ("so-3", "quarterly-report", "open", None),
    ]
    assert owed(cast.office) == sorted(of_office, key=str)
    assert owed(cast.bureau) == put_right
    assert owed(cast.water) == cleared
    screened = [each for each in of_office if each[0] == "sg-water"]
    assert owed(cast.water_group) == sorted([*screened, *cleared], key=str)


@pytest.mark.parametrize(
    "course",
    [Course((), "2026-03-25", 3), Course(("两家企业许可缺会议记录。",), "2026-03-27", 5)],
)
def test_a_checklist_is_worked_off_on_site(liuzhou: Place, course: Course) -> None:
    """Whatever two groups found is put right and verified, or was nothing; a rule is adopted."""
    cast, further = Cast.of(liuzhou), len(course.further)
    fix(cast)
    screen(liuzhou, cast, course.further)
    put_right(liuzhou, cast, course)
    told = cast.act(cast.office, "report", {"period": "2026-Q1", "summary": "整改到位。"})
    seen = cast.office.see("campaign-findings", token=told["token"])
    assert columns(seen, "finding", "object", "state", "place", "photos_on_file") == [
        (1, 1, "accepted", "下游东岸", True),
        (2, 3, "accepted", None, None),
        *[(3, 2, "nothing", None, None)] * further,
        (3 + further, 4, "accepted", "城郊河段", False),
        (4 + further, 4, "annulled", "城郊河段", False),
    ]
    assert seen["items"][0]["photos"] == [PHOTO]
    listed = cast.office.see("campaign-objects")
    assert columns(listed, "object", "clause", "state") == [
        (1, "条例第十二条", "screened"),
        (2, "条例第二十条", "screened"),
        (3, "条例第六条", "screened"),
        (4, "条例第十六条", "screened"),
        (5, "条例第九条", "struck"),
    ]
    (report,) = cast.chief.see("campaign-reports")["items"]
    names = ("objects", "screened", "findings", "corrections", "corrected", "systems", "unsettled")
    assert [report["quarter"][name] for name in names] == [4, 4, 3 + further, 3, 3, 1, 0]
    all_is_owed_and_kept(cast, course)
    who_sees_what(cast, further)


def who_sees_what(cast: Cast, further: int) -> None:
    """Each unit reads its own corrections, each group its own objects; others nothing, the host neither."""
    systems = columns(cast.bureau.see("campaign-systems"), "title", "number")
    assert systems == [(RULE["title"], RULE["number"])]
    own = cast.bureau.see("campaign-corrections")
    assert columns(own, "finding", "returned") == [(1, 0), (2, 1)]
    assert columns(cast.water.see("campaign-corrections"), "finding") == [(3 + further,)]
    assert columns(cast.water_group.see("campaign-objects"), "object") == [(4,)]
    assert cast.water_group.see("campaign-systems")["items"] == []
    for unit in (cast.bureau, cast.water):
        for hidden in ("campaign-findings", "campaign-objects", "campaign-reports"):
            assert unit.see(hidden)["items"] == [], hidden
    assert waits(cast.office) == [("report_quarter", "commission")]
    for member in (cast.group, cast.water_group, cast.bureau, cast.water, cast.chief):
        assert waits(member) == [], member.party
    for other in (*cast.others, cast.host):
        for matter in (cast.campaign, cast.urging):
            sees_nothing(other, matter, *lists_of(matter))
        assert other.see("attachments")["items"] == [], other.party
