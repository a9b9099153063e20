"""横向贯通 (mechanism 23, Wuhu): groups and the departments of audit, accounting and statistics.

Data are asked and findings shared with the minimum fields of each department's procedure; each department
sees its own, and of a finding no more than what it was taken up as.
"""

from dataclasses import dataclass, field
from typing import Any, Final

from tests.api.installation import Member
from tests.stories.leads import receive
from tests.stories.place import Place, code, columns, path_of, sees_nothing

MINIMUM: Final = {
    "audit": ("unit", "period", "amount", "clause"),
    "finance": ("unit", "period", "project", "amount"),
    "statistics": ("enterprise", "period", "indicator", "deviation"),
}
TO_FINANCE: Final[dict[str, Any]] = {
    "kind": "data",
    "title": "调取公共卫生补助资金拨付数据",
    "text": "请提供项目和金额。",
    "basis": "民生实事监督方案",
    "to": "finance",
    "due": "2026-03-13",
}
TO_STATISTICS: Final[dict[str, Any]] = {
    "kind": "data",
    "title": "调取统计造假线索核查数据",
    "text": "请提供疑点企业报表。",
    "basis": "统计监督贯通协调",
    "to": "statistics",
    "fields": ["output"],
    "due": "2026-03-13",
}
FROM_STATISTICS: Final[dict[str, Any]] = {
    "kind": "finding",
    "title": "通报统计执法检查发现",
    "text": "三家企业虚报产值。",
    "basis": "统计执法检查报告",
    "to": "sg-finance",
    "due": "2026-03-20",
}
FROM_FINANCE: Final[dict[str, Any]] = {
    "kind": "finding",
    "title": "通报财会监督检查发现",
    "text": "两个项目超范围列支。",
    "basis": "财会监督检查报告",
    "to": "sg-health",
    "due": "2026-03-20",
}
SHOWN: Final = ("kind", "issuer", "addressee", "stage", "returned", "times_sent_back", "outcome")


@dataclass
class Cast:
    """Two groups, the three departments, and who learns nothing; each matter by its title."""

    money: Member
    deputy: Member
    health: Member
    statistics: Member
    finance: Member
    audit: Member
    outsiders: tuple[Member, ...]
    matters: dict[str, str] = field(default_factory=dict)

    def begin(self, member: Member, body: dict[str, Any], **more: Any) -> str:
        """Ask or share; under which path."""
        found = path_of(member.do("department-requests", body | more))
        self.matters[str(body["title"])] = found
        return found


def gather(place: Place) -> Cast:
    """Everybody takes office."""
    return Cast(
        money=place.member("财组长", "sg-finance", "head"),
        deputy=place.member("财副组长", "sg-finance", "deputy_head"),
        health=place.member("卫组长", "sg-health", "head"),
        statistics=place.member("孔科长", "statistics", "liaison"),
        finance=place.member("施科长", "finance", "liaison"),
        audit=place.member("吴科长", "audit", "liaison"),
        outsiders=(
            place.member("教组长", "sg-education", "head"),
            place.member("李书记", "pg-health", "head"),
        ),
    )


def supplied(party: str, *more: str, lacking: str | None = None) -> list[dict[str, str]]:
    """The fields of a department's procedure and further ones, one of them with the reason why it lacks."""
    return [
        {"field": each, "reason": "尚未清算"}
        if each == lacking
        else {"field": each, "text": f"{each}若干"}
        for each in (*MINIMUM[party], *more)
    ]


def ask(place: Place, cast: Cast) -> None:
    """Statistics is late and comes back once; finance sends back what lacks its basis, then answers."""
    asked = cast.begin(cast.money, TO_STATISTICS)
    fields = cast.money.see(asked, token=cast.money.token)["fields"]
    assert fields == [*MINIMUM["statistics"], "output"]
    right = {"reason": "表述有误", "approved_by": cast.deputy.person, "text": "请提供核查意见。"}
    cast.money.do(f"{asked}/correct", right)
    of_finance = cast.begin(cast.health, TO_FINANCE)
    assert code(cast.statistics, f"{of_finance}/acknowledge", {}) == (404, "not_found")
    back = {"ground": "papers_missing", "reason": "未附监督方案"}
    told = cast.finance.do(f"{of_finance}/send_back", back)
    waiting = cast.health.see("parties/sg-health/inbox", token=told["token"], limit=100)
    assert ("redirect", "finance") in columns(waiting, "kind", "from_party")
    chief = place.member("卫副组长", "sg-health", "deputy_head")
    again = {"reason": "未附方案", "approved_by": chief.person, "text": "方案见附件。"}
    cast.health.do(f"{of_finance}/correct", again | {"due": "2026-03-16"})
    place.pass_to("2026-03-16")
    cast.finance.do(f"{of_finance}/answer", {"items": supplied("finance", lacking="amount")})
    cast.health.do(f"{of_finance}/accept_answer", {})
    short = {"items": supplied("statistics")}
    assert code(cast.statistics, f"{asked}/answer", short) == (422, "fields_missing")
    place.pass_to("2026-03-17")
    late = cast.money.see("obligations", owner="statistics", status="overdue")
    assert columns(late, "rule", "due") == [
        ("acknowledgement", "2026-03-04"),
        ("answer", "2026-03-13"),
    ]
    cast.statistics.do(f"{asked}/answer", {"items": supplied("statistics", "output")})
    cast.money.do(f"{asked}/return_answer", {"reason": "请按企业分列"})
    cast.statistics.do(f"{asked}/answer", {"items": supplied("statistics", "output")})
    cast.money.do(f"{asked}/accept_answer", {})


def share(place: Place, cast: Cast) -> str:
    """Each department shares with its own minimum; what became of it comes back, late from one group."""
    for member, body in ((cast.statistics, FROM_STATISTICS), (cast.finance, FROM_FINANCE)):
        short = body | {"items": supplied(member.party)[:-1]}
        assert code(member, "department-requests", short) == (422, "fields_missing")
        asking = body | {"kind": "data", "fields": ["x"]}
        assert code(member, "department-requests", asking)[0] == 403
    of_statistics = cast.begin(cast.statistics, FROM_STATISTICS, items=supplied("statistics"))
    of_finance = cast.begin(cast.finance, FROM_FINANCE, items=supplied("finance"))
    taken = {
        "outcome": "lead",
        "lead": receive(cast.money, "周某", unit="finance", level="unit_managed"),
    }
    assert code(cast.money, f"{of_statistics}/answer", {"outcome": "lead"}) == (
        422,
        "invalid_field",
    )
    other = {
        "outcome": "lead",
        "lead": receive(cast.health, "郑某", unit="health", level="unit_managed"),
    }
    assert code(cast.money, f"{of_statistics}/answer", other) == (404, "not_found")
    cast.money.do(f"{of_statistics}/answer", taken)
    assert cast.statistics.get(path_of({"stream": taken["lead"]})).status_code == 404
    assert code(cast.money, f"{of_finance}/answer", {"outcome": "noted"}) == (404, "not_found")
    cast.statistics.do(f"{of_statistics}/accept_answer", {})
    place.pass_to("2026-03-24")
    late = cast.finance.see("obligations", owner="sg-health", status="overdue")
    assert columns(late, "rule") == [("acknowledgement",), ("answer",)]
    cast.health.do(f"{of_finance}/answer", {"outcome": "rectification"})
    return str(cast.finance.do(f"{of_finance}/accept_answer", {})["token"])


def test_groups_and_departments_ask_and_tell_each_other(wuhu: Place) -> None:
    """Statistics and finance act for themselves; audit, another group and a Party group see nothing."""
    cast = gather(wuhu)
    ask(wuhu, cast)
    token = share(wuhu, cast)
    of_statistics = [
        ("data", "sg-finance", "statistics", "accepted", 1, 0, None),
        ("finding", "statistics", "sg-finance", "accepted", 0, 0, "lead"),
    ]
    of_finance = [
        ("data", "sg-health", "finance", "accepted", 0, 1, None),
        ("finding", "finance", "sg-health", "accepted", 0, 0, "rectification"),
    ]
    for member, own in (
        (cast.statistics, of_statistics),
        (cast.money, of_statistics),
        (cast.finance, of_finance),
        (cast.health, of_finance),
    ):
        assert columns(member.see("department-requests", token=token), *SHOWN) == own
        waiting = member.see(f"parties/{member.party}/inbox", limit=200)["items"]
        assert [each for each in waiting if each["family"] == "department_request"] == []
    names = ("owner", "rule", "status", "late_working_days")
    owed = cast.statistics.see("obligations", mechanism="department-requests")
    assert columns(owed, *names) == [
        ("sg-finance", "acknowledgement", "fulfilled", 0),
        ("sg-finance", "answer", "fulfilled", 0),
        ("sg-finance", "judgement", "fulfilled", 0),
        ("sg-finance", "judgement", "fulfilled", 0),
        ("statistics", "acknowledgement", "fulfilled", 9),
        ("statistics", "answer", "fulfilled", 2),
        ("statistics", "better-answer", "fulfilled", 0),
        ("statistics", "judgement", "fulfilled", 0),
    ]
    owed = cast.finance.see("obligations", mechanism="department-requests")
    assert columns(owed, *names) == [
        ("finance", "acknowledgement", "fulfilled", 0),
        ("finance", "acknowledgement", "fulfilled", 8),
        ("finance", "answer", "fulfilled", 0),
        ("finance", "answer", "withdrawn", None),
        ("finance", "judgement", "fulfilled", 0),
        ("sg-health", "acknowledgement", "fulfilled", 3),
        ("sg-health", "answer", "fulfilled", 2),
        ("sg-health", "judgement", "fulfilled", 0),
        ("sg-health", "redirect", "fulfilled", 0),
    ]
    for matter in cast.matters.values():
        for outsider in (cast.audit, *cast.outsiders):
            sees_nothing(outsider, matter, "department-requests")
