"""国有企业“靠企吃企”专项整治 (mechanism 12): projects screened one by one, findings, leads, a case, money."""

from dataclasses import dataclass
from typing import Any

from tests.api.installation import Member
from tests.stories.leads import file_case, receive
from tests.stories.place import Place, code, columns, path_of, sees_nothing

PLAN = {
    "kind": "special_rectification",
    "title": "国有企业“靠企吃企”问题专项整治",
    "basis": "市纪委监委2026年专项整治方案",
    "begins": "2023-01-01",
    "ends": "2025-12-31",
}
FIRM = "city-investment"
VOUCHER = {"title": "入库凭证", "digest": "ab" * 32}


def project(title: str, amount: int, kind: str = "guarantee") -> dict[str, Any]:
    """A line of the list."""
    return {
        "kind": kind,
        "title": title,
        "unit": FIRM,
        "decided": "2024-05-20",
        "amount": amount,
    }


PROJECTS = [
    project("为甲公司贷款担保", 5_000_000_00),
    project("参股乙公司", 2_000_000_00, "investment"),
    project("为丙公司贷款担保", 800_000_00),
    project("受让丁公司股权", 3_000_000_00, "investment"),
]


def figures(member: Member, campaign: str, **asked: str) -> dict[str, int]:
    """The figures of a campaign, as a member sees them; each list that one opens holds what it counts."""
    seen = member.see(f"{campaign}/figures", **asked)["figures"]
    then = [f"{name}={value}" for name, value in asked.items()]
    for each in seen:
        opened = member.get("&".join((each["opens"], *then))).json()["items"]
        if each["name"] not in {"amount", "recovered", "leads", "case_recovered"}:
            assert len(opened) == each["value"], each
    return {each["name"]: each["value"] for each in seen}


@dataclass
class Cast:
    """Who acts, and the campaign they act in."""

    office: Member
    chief: Member
    keeper: Member
    group: Member
    handlers: tuple[Member, Member]
    finance: Member
    firm: Member
    other: Member
    campaign: str = ""

    @classmethod
    def of(cls, place: Place) -> "Cast":
        return cls(
            office=place.member("李主任", "so-1", "head"),
            chief=place.member("周书记", "commission", "principal_head"),
            keeper=place.member("方专管", "cs", "keeper"),
            group=place.member("郭组长", "sg-state-assets", "head"),
            handlers=(
                place.member("秦办案", "sg-state-assets", "handler", "deputy_head"),
                place.member("许办案", "sg-state-assets", "handler", "keeper"),
            ),
            finance=place.member("何组长", "sg-finance", "head"),
            firm=place.member("严经理", FIRM, "head"),
            other=place.member("冯组长", "sg-health", "head"),
        )


def begin(place: Place) -> Cast:
    """A topical consultation comes first, as Linyi's scheme says; then the list of three years is fixed."""
    cast = Cast.of(place)
    office = cast.office
    assert code(cast.firm, "campaigns", PLAN) == (403, "not_a_discipline_body")
    cast.campaign = path_of(office.do("campaigns", PLAN))
    before = {"objects": [PROJECTS[0] | {"decided": "2022-12-31"}]}
    assert code(office, f"{cast.campaign}/list_objects", before) == (422, "invalid_field")
    office.do(f"{cast.campaign}/list_objects", {"objects": PROJECTS})
    too_early = code(office, f"{cast.campaign}/fix_list", {})
    assert too_early == (409, "consultation_first")
    parties = ["sg-state-assets", "sg-finance", "state-assets"]
    meeting = {
        "kind": "topical",
        "title": "投资担保项目专题会商",
        "parties": parties,
        "planned": "2026-03-02",
        "agenda": [{"title": "近三年投资担保项目底数"}],
    }
    elsewhere = office.do("consultations", meeting)
    campaign = cast.campaign.replace("campaigns/", "campaign/")
    point = {"title": "近三年投资担保项目底数", "campaign": campaign}
    told = office.do("consultations", meeting | {"agenda": [point]})
    present = [{"party": party} for party in ("so-1", *parties)]
    for held in (elsewhere, told):
        office.do(f"{path_of(held)}/hold", {"present": present, "minutes": "逐个过筛。"})
    record = f"{cast.campaign}/record_consultation"
    on_another = code(office, record, {"consultation": elsewhere["stream"]})
    assert on_another == (422, "no_such_consultation")
    office.do(record, {"consultation": told["stream"]})
    office.do(f"{cast.campaign}/fix_list", {})
    return cast


def screen(place: Place, cast: Cast) -> None:
    """Two groups screen; one object comes back, one assignment is three working days late."""
    path = cast.campaign
    first = {"party": "sg-state-assets", "objects": [1, 2, 3], "due": "2026-03-20"}
    cast.office.do(f"{path}/assign", first)
    second = {"party": "sg-finance", "objects": [4], "due": "2026-03-13"}
    told = cast.office.do(f"{path}/assign", second)
    seen = cast.group.see("campaign-objects", token=told["token"])
    assert columns(seen, "object", "party") == [(n, "sg-state-assets") for n in (1, 2, 3)]
    place.pass_to("2026-03-10")
    findings = [{"text": "未经集体研究对外担保。"}, {"text": "未落实反担保。", "place": "财务部"}]
    cast.group.do(f"{path}/screen", {"object": 1, "findings": findings})
    cast.group.do(f"{path}/screen", {"object": 2})
    cast.office.do(f"{path}/return_screening", {"object": 2, "reason": "未核对评估报告"})
    cast.group.do(f"{path}/screen", {"object": 2, "findings": [{"text": "评估价明显偏高。"}]})
    cast.group.do(f"{path}/screen", {"object": 3, "findings": [{"text": "保后检查缺失。"}]})
    place.pass_to("2026-03-18")
    early = {"summary": "……", "look_back_on": "2026-10-30"}
    refused = cast.office.post(f"{path}/close", early).json()
    assert (refused["code"], refused["details"]) == (
        "objects_unscreened",
        {"count": "1", "objects": "4"},
    )
    assert code(cast.group, f"{path}/close", early) == (403, "not_the_organiser")
    overdue = cast.office.see("parties/sg-finance/obligations", status="overdue")
    assert columns(overdue, "rule", "due") == [("screening", "2026-03-13")]
    told = cast.finance.do(f"{path}/screen", {"object": 4, "findings": [{"text": "程序倒置。"}]})
    seen = cast.finance.see("campaign-findings", token=told["token"])
    assert columns(seen, "finding", "text") == [(5, "程序倒置。")]


def settle(cast: Cast) -> tuple[str, str]:
    """Two findings are one lead with a case, one another lead, one a rule; one is to be put right."""
    path, group = cast.campaign, cast.group
    lead = receive(group, "钱某", unit=FIRM)
    for finding in (1, 2):
        group.do(f"{path}/settle_finding", {"finding": finding, "outcome": "lead", "matter": lead})
    rule = {"finding": 3, "outcome": "data_rule", "rule": "评估价偏离度比对"}
    group.do(f"{path}/settle_finding", rule)
    fix = {"finding": 4, "text": "请建立保后检查台账。", "due": "2026-04-10"}
    group.do(f"{path}/ask_correction", fix)
    foreign = {"finding": 5, "outcome": "lead", "matter": lead}
    assert code(cast.finance, f"{path}/settle_finding", foreign) == (404, "not_found")
    other = receive(cast.finance, "吴某", unit=FIRM)
    cast.finance.do(f"{path}/settle_finding", foreign | {"matter": other})
    file_case(lead, group, cast.handlers, "临驻国立〔2026〕1号")
    back = {"finding": 1, "amount": 12_000_000_00, "voucher": VOUCHER}
    group.do(f"{path}/record_recovery", back)
    right = {"finding": 1, "recovery": 1, "amount": 1_200_000_00, "reason": "多录一位"}
    approved = {"approved_by": cast.handlers[0].person}
    group.do(f"{path}/correct_recovery", right | approved)
    return lead, other


def put_right(place: Place, cast: Cast) -> None:
    """The firm is two working days late, its correction comes back once, then it is verified."""
    path, group, firm = cast.campaign, cast.group, cast.firm
    place.pass_to("2026-04-14")
    waiting = firm.see(f"parties/{FIRM}/inbox")
    assert columns(waiting, "kind", "from_party", "due") == [
        ("put_right", "sg-state-assets", "2026-04-10")
    ]
    assert columns(firm.see("campaign-corrections"), "finding", "text") == [
        (4, "请建立保后检查台账。")
    ]
    firm.do(f"{path}/report_correction", {"finding": 4, "text": "已建立。"})
    group.do(f"{path}/return_correction", {"finding": 4, "reason": "未附台账"})
    papers = [{"title": "保后检查台账", "digest": "cd" * 32}]
    firm.do(f"{path}/report_correction", {"finding": 4, "text": "台账附后。", "papers": papers})
    verify = {"finding": 4, "note": "现场核实属实。"}
    assert code(firm, f"{path}/verify_correction", verify) == (403, "not_your_object")
    group.do(f"{path}/verify_correction", verify)


def correct(place: Place, cast: Cast) -> None:
    """One amount was wrong: it is corrected, with an approver, and the sum follows."""
    deputy = place.member("赵副主任", "so-1", "deputy_head")
    right = {
        "reason": "金额多录一位",
        "approved_by": deputy.person,
        "object": 3,
        "line": project("为丙公司贷款担保", 80_000_00),
    }
    cast.office.do(f"{cast.campaign}/correct", right)


COUNTED = {
    "objects": 4,
    "screened": 4,
    "unscreened": 0,
    "amount": 10_080_000_00,
    "findings": 5,
    "unsettled": 0,
    "leads": 2,
    "rectifications": 0,
    "data_rules": 1,
    "corrections": 1,
    "corrected": 1,
    "unit_measures": 0,
    "body_measures": 0,
    "by_unit": 0,
    "by_body": 3,
    "by_both": 1,
    "systems": 0,
    "recovered": 1_200_000_00,
}
SYSTEM = {"unit": FIRM, "title": "对外担保管理办法", "adopted": "2026-04-13"}


def report(cast: Cast) -> None:
    """The report says what the lists say, from where the figures can be opened."""
    office, path = cast.office, cast.campaign
    second = {"period": "2026-Q2", "summary": "担保环节问题集中。"}
    assert code(office, f"{path}/report", second) == (409, "another_quarter_owed")
    office.do(f"{path}/report", {"period": "2026-Q1", "summary": "正在过筛。"})
    told = office.do(f"{path}/report", second)
    seen = cast.chief.see("campaign-reports", token=told["token"], period="2026-Q2")
    (given,) = seen["items"]
    shares = given["whole"].pop("shares")
    assert [(each["party"], each["findings"], each["leads"], each["cases"]) for each in shares] == [
        (FIRM, 0, 0, 0),
        ("sg-state-assets", 4, 1, 1),
        ("sg-finance", 1, 1, 0),
    ]
    assert [each["recovered"] for each in shares] == [0, 1_200_000_00, 0]
    assert given["whole"] == COUNTED | {"cases": 1}
    del given["quarter"]["shares"]
    assert given["quarter"] == COUNTED | {
        "by_unit": 1,
        "by_body": 0,
        "by_both": 0,
        "cases": 0,
        "screened": 0,
        "amount": 0,
        "findings": 0,
        "leads": 0,
        "data_rules": 0,
        "recovered": 0,
    }
    seen = figures(office, path)
    assert {name: seen[name] for name in COUNTED} == COUNTED
    assert (seen["known_leads"], seen["cases"]) == (0, 0)
    assert figures(cast.group, path)["cases"] == 1
    of_case = cast.handlers[0].see("case-persons", campaign=given["stream"])
    assert columns(of_case, "name", "counted") == [("钱某", False)]


def annul(place: Place, cast: Cast, other: str) -> None:
    """A lead that should not have been entered counts no more; as of before, it did."""
    deputy = place.member("沈副组长", "sg-finance", "deputy_head")
    why = {"reason": "误录", "approved_by": deputy.person}
    before = cast.office.do(f"{cast.campaign}/adopt_system", SYSTEM)
    told = cast.finance.do(f"leads/{other.partition('/')[2]}/annul", why)
    cast.office.see(cast.campaign, token=told["token"])
    assert figures(cast.office, cast.campaign)["leads"] == 1
    assert figures(cast.office, cast.campaign, as_of=before["token"])["leads"] == 2


def close(cast: Cast) -> str:
    """Closed, and owed only to be looked back upon."""
    done = {"summary": "四个项目全部过筛。", "look_back_on": "2026-10-30"}
    told = cast.office.do(f"{cast.campaign}/close", done)
    return str(told["token"])


OF_OFFICE = [
    ("sg-finance", "screening", "fulfilled", 3),
    ("sg-finance", "settling", "fulfilled", 0),
    ("sg-state-assets", "screening", "fulfilled", 0),
    ("sg-state-assets", "screening-again", "fulfilled", 0),
    *[("sg-state-assets", "settling", "fulfilled", 0)] * 4,
    ("so-1", "look-back", "open", None),
    *[("so-1", "quarterly-report", "fulfilled", 0)] * 2,
    ("so-1", "quarterly-report", "withdrawn", None),
]
OF_FIRM = [
    ("city-investment", "better-correction", "fulfilled", 0),
    ("city-investment", "correction", "fulfilled", 2),
    *[("sg-state-assets", "verification", "fulfilled", 0)] * 2,
]


def owed(member: Member) -> list[tuple[Any, ...]]:
    """What a party owes or is owed in campaigns, and how it ended."""
    seen = member.see("obligations", mechanism="campaigns", limit=100)["items"]
    names = ("owner", "rule", "status", "late_working_days")
    return sorted((tuple(each[name] for name in names) for each in seen), key=str)


def test_state_firms_are_screened_project_by_project(place: Place) -> None:
    """Four projects, two groups, five findings, two leads, one case, money back: counted, not written."""
    cast = begin(place)
    screen(place, cast)
    _, other = settle(cast)
    correct(place, cast)
    unsettled = {"summary": "……", "look_back_on": "2026-10-30"}
    blocked = code(cast.office, f"{cast.campaign}/close", unsettled)
    assert blocked == (409, "findings_unsettled")
    put_right(place, cast)
    report(cast)
    annul(place, cast, other)
    seen = cast.office.see(cast.campaign, token=close(cast))
    assert (seen["stage"], seen["screeners"]) == ("closed", ["sg-state-assets", "sg-finance"])
    assert owed(cast.office) == OF_OFFICE
    assert owed(cast.firm) == OF_FIRM
    shares = columns(cast.office.see("campaign-shares"), "party", "leads", "recovered", "systems")
    assert shares == [
        (FIRM, 0, 0, 1),
        ("sg-finance", 0, 0, 0),
        ("sg-state-assets", 1, 1_200_000_00, 0),
    ]
    who_sees_what(cast)


def who_sees_what(cast: Cast) -> None:
    """The firm sees its correction, a group its objects, an unrelated group nothing at all."""
    firm, finance, other = cast.firm, cast.finance, cast.other
    assert columns(firm.see("campaign-status"), "stage") == [("closed",)]
    assert firm.get(f"{cast.campaign}/figures").status_code == 404
    hiding = ("objects", "findings", "reports", "shares")
    for hidden in (*(f"campaign-{each}" for each in hiding), "leads"):
        assert firm.see(hidden)["items"] == [], hidden
    assert columns(finance.see("campaign-findings"), "finding", "state") == [(5, "lead")]
    assert finance.see("campaign-corrections")["items"] == []
    assert figures(finance, cast.campaign)["findings"] == 1
    lists = [f"campaign-{each}" for each in ("status", "corrections", *hiding)]
    sees_nothing(other, cast.campaign, "campaigns", *lists)
    assert code(other, f"{cast.campaign}/screen", {"object": 4}) == (404, "not_found")
    for party, member in ((FIRM, firm), ("sg-finance", finance), ("sg-state-assets", cast.group)):
        waiting = member.see(f"parties/{party}/inbox")["items"]
        assert [each for each in waiting if each["family"] == "campaign"] == []
