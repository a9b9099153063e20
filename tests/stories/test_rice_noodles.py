"""护航柳州螺蛳粉产业高质量发展专项监督 (mechanisms 25, 26): from the field to the shop, along one checklist.

An order gives the checklist out; three groups go on site at four bodies. One group and two bodies are late,
one screening and one correction come back, money that was entered wrongly is put right, a finding is a lead.
"""

import hashlib
from dataclasses import dataclass
from typing import Any, Final

from tests.api.installation import Member
from tests.stories.leads import receive
from tests.stories.place import Place, code, columns, path_of, sees_nothing, waits

PLAN: Final = {
    "kind": "special_supervision",
    "title": "护航柳州螺蛳粉产业高质量发展专项监督",
    "basis": "《柳州市螺蛳粉产业发展条例》落实情况监督方案",
    "begins": "2026-01-01",
    "ends": "2026-12-31",
}
CHAIN: Final = (
    ("duty", "原料基地补助资金发放", "agriculture", "条例第八条"),
    ("duty", "生产许可和抽检", "market-regulation", "条例第十四条"),
    ("deviation", "小作坊整治走过场", "market-regulation", "条例第十六条"),
    ("weakness", "电商促销补贴审核漏洞", "commerce", "条例第二十一条"),
    ("weakness", "产业园服务事项清单缺失", "industry", "条例第二十三条"),
)
SHARES: Final = {"sg-agriculture": [1], "sg-market-regulation": [2, 3, 4], "sg-industry": [5]}
ORDER: Final = {
    "title": "螺蛳粉全产业链监督清单",
    "text": "按清单逐环节开展监督,限期反馈。",
    "supervision": "stationed",
    "basis": "2026年第一季度监督工作联席会议",
    "parties": list(SHARES),
    "due": "2026-03-20",
}
PHOTO: Final = {"title": "抽检台账照片", "digest": hashlib.sha256(b"ledger").hexdigest()}
VOUCHER: Final = {"title": "缴款凭证", "digest": hashlib.sha256(b"voucher").hexdigest()}
RULE: Final = {
    "unit": "industry",
    "title": "螺蛳粉产业园服务事项清单",
    "adopted": "2026-03-24",
    "number": "柳工信〔2026〕12号",
}
LISTS: Final = ("campaign-status", "campaign-objects", "campaign-findings", "campaign-corrections")
PARTIES: Final = {
    "office": "so-2",
    "farms": "sg-agriculture",
    "markets": "sg-market-regulation",
    "parks": "sg-industry",
    "market_unit": "market-regulation",
    "commerce": "commerce",
    "industry": "industry",
    "stranger": "sg-education",
    "host": "pg-commerce",
}


OWN: Final = ("parks", "markets")
"""Groups with a deputy who approves what they put right."""


@dataclass
class Cast:
    """Who acts for whom; a leader who reads the report, deputies who approve; order and campaign."""

    members: dict[str, Member]
    deputies: dict[str, Member]
    chief: Member
    campaign: str = ""
    order: str = ""

    @classmethod
    def of(cls, place: Place) -> "Cast":
        members = {name: place.member(f"粉-{name}", of, "head") for name, of in PARTIES.items()}
        deputies = {
            name: place.member(f"粉-{name} 副组长", PARTIES[name], "deputy_head") for name in OWN
        }
        return cls(members, deputies, place.member("粉-书记", "commission", "principal_head"))

    def __getitem__(self, name: str) -> Member:
        return self.members[name]

    def act(self, name: str, action: str, **body: Any) -> dict[str, Any]:
        """Somebody acts in the campaign."""
        return self.members[name].do(f"{self.campaign}/{action}", body)

    def refuses(self, name: str, action: str, **body: Any) -> tuple[int, str]:
        """What somebody may not do in it."""
        return code(self.members[name], f"{self.campaign}/{action}", body)


def give_out(cast: Cast) -> None:
    """The list of five is fixed and ordered; two bodies look into what is their own first."""
    office = cast["office"]
    cast.campaign = path_of(office.do("campaigns", PLAN))
    names = ("kind", "title", "unit", "clause")
    lines = [dict(zip(names, line, strict=True)) for line in CHAIN]
    cast.act("office", "list_objects", objects=lines)
    assert cast.refuses("office", "assign", party="sg-industry", objects=[5], due="2026-03-13") == (
        409,
        "wrong_state",
    )
    cast.act("office", "fix_list")
    for party, objects in SHARES.items():
        cast.act("office", "assign", party=party, objects=objects, due="2026-03-13")
    for unit, objects in (("market-regulation", [2]), ("commerce", [4])):
        own = {"unit": unit, "objects": objects, "task": "先行自查", "due": "2026-03-10"}
        cast.act("office", "engage", **own)
    cast.order = path_of(office.do("task-orders", ORDER))
    assert cast.refuses("parks", "screen", object=1) == (403, "not_your_object")
    assert cast.refuses("stranger", "screen", object=1) == (404, "not_found")
    assert waits(cast["parks"], cast.campaign, token=office.token) == [("screen_objects", "so-2")]
    assert waits(cast["commerce"], cast.campaign) == [("do_duty", "so-2")]


def go_on_site(place: Place, cast: Cast) -> None:
    """One screening comes back, and finds something then; one group is three working days late."""
    cast.act("market_unit", "record_measure", object=2, kind="self_check", text="自查全部企业。")
    ledger = {"text": "三家企业抽检记录缺失。", "place": "柳南区加工园", "photos": [PHOTO]}
    cast.act("markets", "screen", object=2, findings=[ledger])
    cast.act("markets", "screen", object=3, findings=[{"text": "两家小作坊未复查。"}])
    cast.act("markets", "screen", object=4)
    cast.act("parks", "screen", object=5, findings=[{"text": "没有服务事项清单。"}])
    cast.act("office", "return_screening", object=4, reason="未核对支付凭证")
    place.pass_to("2026-03-12")
    cast.act("commerce", "record_measure", object=4, kind="self_check", text="自查全部补贴。")
    assert waits(cast["markets"], cast.campaign) == [
        ("screen_again", "so-2"),
        *[("settle_finding", None)] * 2,
    ]
    cast.act("markets", "screen", object=4, findings=[{"text": "两笔补贴缺少凭证。"}])
    early = {"summary": "……", "look_back_on": "2026-04-10"}
    assert cast.refuses("office", "close", **early) == (409, "objects_unscreened")
    place.pass_to("2026-03-18")
    cast.act("farms", "screen", object=1, findings=[{"text": "一个基地重复申领补助。"}])


def put_right(place: Place, cast: Cast) -> None:
    """One correction comes back, one is three working days late; of one finding comes a lead."""
    for name, finding, due in (
        ("markets", 1, "2026-03-20"),
        ("markets", 2, "2026-03-20"),
        ("parks", 3, "2026-03-20"),
        ("markets", 4, "2026-03-27"),
    ):
        cast.act(name, "ask_correction", finding=finding, text="请限期整改。", due=due)
    lead = receive(cast["farms"], "己某", unit="agriculture", level="unit_managed")
    cast.act("farms", "settle_finding", finding=5, outcome="lead", matter=lead)
    assert cast.refuses("commerce", "report_correction", finding=1, text="…")[0] == 403
    for finding in (1, 2):
        cast.act("market_unit", "report_correction", finding=finding, text="已整改。")
    cast.act("markets", "verify_correction", finding=1, note="抽查属实。")
    cast.act("markets", "return_correction", finding=2, reason="尚有一家未复查")
    assert waits(cast["market_unit"], cast.campaign, token=cast["markets"].token) == [
        ("put_right", "sg-market-regulation")
    ]
    cast.act("market_unit", "report_correction", finding=2, text="两家均已复查。")
    cast.act("markets", "verify_correction", finding=2, note="现场核实。")
    place.pass_to("2026-03-25")
    cast.act("industry", "adopt_system", **RULE)
    cast.act("industry", "report_correction", finding=3, text="已公布。")
    assert cast.refuses("industry", "verify_correction", finding=3, note="…")[0] == 403
    cast.act("parks", "verify_correction", finding=3, note="查阅公布文件。")
    recover(cast)


def recover(cast: Cast) -> None:
    """Money comes back; who entered too much puts it right, and nobody else."""
    cast.act("commerce", "report_correction", finding=4, text="已追回补贴。")
    cast.act("markets", "record_recovery", finding=4, amount=8_600_000, voucher=VOUCHER)
    wrong = {"finding": 4, "recovery": 1, "amount": 6_800_000, "reason": "金额录入有误"}
    of_parks, of_markets = (wrong | {"approved_by": cast.deputies[each].person} for each in OWN)
    assert cast.refuses("parks", "correct_recovery", **of_parks)[0] == 403
    cast.act("markets", "correct_recovery", **of_markets)
    cast.act("markets", "verify_correction", finding=4, note="核对缴款凭证。")


def feed_back(cast: Cast) -> None:
    """Three forms: two come three working days late, one of them comes back; the order is closed."""
    done = {"result": "done", "text": "清单事项已监督到位。"}
    for name in ("markets", "farms", "parks"):
        cast[name].do(f"{cast.order}/give_feedback", done)
    office = cast["office"]
    back = {"party": "sg-industry", "reason": "未附问题清单"}
    assert code(cast["parks"], f"{cast.order}/return_feedback", back) == (403, "not_the_issuer")
    office.do(f"{cast.order}/return_feedback", back)
    assert code(office, f"{cast.order}/close", {}) == (409, "not_all_settled")
    cast["parks"].do(f"{cast.order}/give_feedback", done)
    for party in SHARES:
        office.do(f"{cast.order}/accept_feedback", {"party": party})
    office.do(f"{cast.order}/close", {})


def owed(member: Member, mechanism: str) -> list[tuple[Any, ...]]:
    """What a party owes or is owed, and how it ended."""
    seen = member.see("obligations", mechanism=mechanism, limit=200)
    return columns(seen, "owner", "rule", "status", "late_working_days")


def check_campaign(cast: Cast, token: str) -> None:
    """The register, the report and what was owed."""
    seen = cast["office"].see("campaign-findings", token=token)
    assert columns(seen, "finding", "object", "state") == [
        (1, 2, "accepted"),
        (2, 3, "accepted"),
        (3, 5, "accepted"),
        (4, 4, "accepted"),
        (5, 1, "lead"),
    ]
    (report,) = cast.chief.see("campaign-reports")["items"]
    counted = {
        "objects": 5,
        "screened": 5,
        "findings": 5,
        "unsettled": 0,
        "leads": 1,
        "corrections": 4,
        "corrected": 4,
        "systems": 1,
        "recovered": 6_800_000,
    }
    assert {name: report["quarter"][name] for name in counted} == counted
    assert owed(cast["office"], "campaigns") == [
        ("commerce", "unit-duty", "fulfilled", 2),
        ("market-regulation", "unit-duty", "fulfilled", 0),
        ("sg-agriculture", "screening", "fulfilled", 3),
        ("sg-agriculture", "settling", "fulfilled", 0),
        ("sg-industry", "screening", "fulfilled", 0),
        ("sg-industry", "settling", "fulfilled", 0),
        ("sg-market-regulation", "screening", "fulfilled", 0),
        ("sg-market-regulation", "screening-again", "fulfilled", 3),
        *[("sg-market-regulation", "settling", "fulfilled", 0)] * 3,
        ("so-2", "look-back", "open", None),
        ("so-2", "quarterly-report", "fulfilled", 0),
        ("so-2", "quarterly-report", "withdrawn", None),
    ]
    assert owed(cast["industry"], "campaigns") == [
        ("industry", "correction", "fulfilled", 3),
        ("sg-industry", "verification", "fulfilled", 0),
    ]


def check_order(cast: Cast) -> None:
    """Each group's form, and how late it was."""
    forms = cast["office"].see("feedback-forms")
    assert columns(forms, "party", "stage", "timeliness", "returned") == [
        (party, "accepted", "late", 1 if party == "sg-industry" else 0) for party in sorted(SHARES)
    ]
    late = [each for each in owed(cast["office"], "task-orders") if each[3]]
    assert [each for each in late if each[1] == "feedback"] == [
        (party, "feedback", "fulfilled", 3) for party in sorted(SHARES)
    ]
    assert columns(cast["farms"].see("feedback-forms"), "party") == [("sg-agriculture",)]


def test_the_rice_noodles_are_supervised_link_by_link(liuzhou: Place) -> None:
    """Late, returned and corrected along the chain; each reads its own link alone."""
    cast = Cast.of(liuzhou)
    give_out(cast)
    go_on_site(liuzhou, cast)
    put_right(liuzhou, cast)
    feed_back(cast)
    cast.act("office", "report", period="2026-Q1", summary="五项监督到位,追回补贴。")
    token = cast.act("office", "close", summary="办结。", look_back_on="2026-04-10")["token"]
    check_campaign(cast, token)
    check_order(cast)
    left = {name: waits(member, cast.campaign) for name, member in cast.members.items()}
    assert left == {name: [("look_back", None)] if name == "office" else [] for name in left}
    for name, findings in (("market_unit", [1, 2]), ("commerce", [4]), ("industry", [3])):
        own = cast[name].see("campaign-corrections")
        assert columns(own, "finding") == [(each,) for each in findings], name
        assert cast[name].see("campaign-findings")["items"] == [], name
        assert cast[name].get(cast.order).status_code == 404, name
    for name, objects in (("farms", [1]), ("markets", [2, 3, 4]), ("parks", [5])):
        own = cast[name].see("campaign-objects")
        assert columns(own, "object") == [(each,) for each in objects], name
    for name in ("stranger", "host"):
        for matter in (cast.campaign, cast.order):
            sees_nothing(cast[name], matter, "task-orders", "feedback-forms", *LISTS)
