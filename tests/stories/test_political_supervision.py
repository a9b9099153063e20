"""政治监督 (mechanism 30): a decision from above → checklist per unit → deviation → correction → verified.

Each calendar quarter the state of every unit is counted and told: one deviation more, and it follows.
"""

from dataclasses import dataclass
from typing import Any

import pytest

from tests.api.installation import Member
from tests.stories.place import Place, code, columns, lists_of, path_of, sees_nothing, waits

DECISION = {
    "issuer": "中共芜湖市委",
    "document": "芜发〔2026〕2号",
    "title": "关于城乡公益岗规范管理的决定",
    "decided": "2026-01-12",
}
PLAN = {
    "kind": "political_supervision",
    "title": "城乡公益岗规范管理决定落实情况监督",
    "basis": "市委部署",
    "begins": "2026-01-12",
    "ends": "2026-12-31",
    "decision": DECISION,
}
UNITS = {"human-resources": "sg-human-resources", "agriculture": "sg-agriculture"}
STATE = (
    "period",
    "unit",
    "carried_out",
    "screened",
    "deviations",
    "open_deviations",
    "closed_in_quarter",
)


@dataclass(frozen=True)
class Cast:
    """Who acts: the office that organises, two groups, a unit, the commission, and who has no part in it."""

    commission: Member
    office: Member
    deputy: Member
    first: Member
    second: Member
    bureau: Member
    outsider: Member
    stranger: Member
    host: Member

    @classmethod
    def of(cls, place: Place) -> "Cast":
        """Everybody takes office."""
        return cls(
            commission=place.member("周副书记", "commission", "leader_in_charge"),
            office=place.member("李主任", "so-2", "head"),
            deputy=place.member("孙副组长", "sg-human-resources", "deputy_head"),
            first=place.member("唐组长", "sg-human-resources", "head"),
            second=place.member("彭组长", "sg-agriculture", "head"),
            bureau=place.member("董局长", "human-resources", "head"),
            outsider=place.member("冯组长", "sg-health", "head"),
            stranger=place.member("李局长", "health", "head"),
            host=place.member("许书记", "pg-human-resources", "head"),
        )


def checklist() -> list[dict[str, Any]]:
    """Two items for each unit."""
    clauses = (("台账逐人建立", "第三条"), ("岗位公示", "第五条"))
    return [
        {"kind": "duty", "title": title, "unit": unit, "clause": clause}
        for unit in UNITS
        for title, clause in clauses
    ]


def begin(cast: Cast) -> str:
    """A plan without its decision is refused; the checklist is fixed and given out unit by unit."""
    office = cast.office
    bare = {name: value for name, value in PLAN.items() if name != "decision"}
    assert code(office, "campaigns", bare) == (422, "invalid_field")
    assert code(cast.bureau, "campaigns", PLAN)[0] == 403
    campaign = path_of(office.do("campaigns", PLAN))
    for_nobody = {"kind": "duty", "title": "岗位公示", "clause": "第五条"}
    refused = code(office, f"{campaign}/list_objects", {"objects": [for_nobody]})
    assert refused == (422, "invalid_field")
    right, *others = checklist()
    office.do(f"{campaign}/list_objects", {"objects": [right | {"clause": "第二条"}, *others]})
    office.do(f"{campaign}/fix_list", {})
    corrected(cast, campaign, right)
    for number, group in enumerate(UNITS.values()):
        keys = [2 * number + 1, 2 * number + 2]
        office.do(f"{campaign}/assign", {"party": group, "objects": keys, "due": "2026-03-20"})
    return campaign


def corrected(cast: Cast, campaign: str, right: dict[str, Any]) -> None:
    """One line of the checklist cites another clause than it was entered with; the others stand."""
    right = {"object": 1, "line": right, "reason": "条款有误"}
    right["approved_by"] = cast.commission.person
    assert code(cast.bureau, f"{campaign}/correct", right)[0] in (403, 404)
    told = cast.office.do(f"{campaign}/correct", right)
    listed = cast.office.see("campaign-objects", token=told["token"])
    assert columns(listed, "object", "clause") == [
        (1, "第三条"),
        (2, "第五条"),
        (3, "第三条"),
        (4, "第五条"),
    ]


def first_quarter(place: Place, cast: Cast, campaign: str, *, twice: bool) -> None:
    """One unit has a deviation, which comes back; one was entered by mistake; the second group is late."""
    first, second = cast.first, cast.second
    assert code(second, f"{campaign}/screen", {"object": 1}) == (403, "not_your_object")
    found = [{"text": "两个镇未逐人建账。"}, {"text": "两个镇未逐人建账(重复)。"}]
    first.do(f"{campaign}/screen", {"object": 1, "findings": found})
    mistake = {"finding": 2, "reason": "重复登记", "approved_by": cast.deputy.person}
    first.do(f"{campaign}/annul_finding", mistake)
    first.do(f"{campaign}/screen", {"object": 2})
    ask = {"finding": 1, "text": "请逐人建账。", "due": "2026-03-31"}
    first.do(f"{campaign}/ask_correction", ask)
    place.pass_to("2026-03-24")
    further = {"findings": [{"text": "三处岗位未公示。"}]} if twice else {}
    second.do(f"{campaign}/screen", {"object": 3} | further)
    second.do(f"{campaign}/screen", {"object": 4})
    cast.bureau.do(f"{campaign}/report_correction", {"finding": 1, "text": "已布置。"})
    first.do(f"{campaign}/return_correction", {"finding": 1, "reason": "未见台账"})


def report(place: Place, cast: Cast, campaign: str) -> str:
    """The first quarter is reported two working days late, the second in time; none is left out."""
    place.pass_to("2026-04-17")
    ahead = {"period": "2026-Q2", "summary": "……"}
    assert code(cast.office, f"{campaign}/report", ahead) == (409, "another_quarter_owed")
    of_first = {"period": "2026-Q1", "summary": "一项偏差整改中。"}
    assert code(cast.first, f"{campaign}/report", of_first)[0] == 403
    cast.office.do(f"{campaign}/report", of_first)
    cast.bureau.do(f"{campaign}/report_correction", {"finding": 1, "text": "台账已建。"})
    cast.first.do(f"{campaign}/verify_correction", {"finding": 1, "note": "抽查属实。"})
    place.pass_to("2026-07-03")
    of_second = {"period": "2026-Q2", "summary": "偏差已纠正。"}
    return str(cast.office.do(f"{campaign}/report", of_second)["token"])


@pytest.mark.parametrize("twice", [False, True])
def test_a_decision_from_above_is_followed_unit_by_unit(wuhu: Place, *, twice: bool) -> None:
    """One deviation, put right after it came back, verified in the next quarter: the state of each."""
    cast = Cast.of(wuhu)
    campaign = begin(cast)
    first_quarter(wuhu, cast, campaign, twice=twice)
    token = report(wuhu, cast, campaign)
    more = int(twice)
    reports = cast.commission.see("campaign-reports", decision=DECISION["document"], token=token)
    names = ("screened", "findings", "unsettled", "corrected")
    quarters = {each["period"]: [each["quarter"][n] for n in names] for each in reports["items"]}
    assert quarters == {"2026-Q1": [4, 1 + more, 1 + more, 0], "2026-Q2": [0, 0, more, 1]}
    second = "deviating" if twice else "carried_out"
    seen = cast.commission.see("campaign-unit-states", decision=DECISION["document"])
    assert columns(seen, *STATE) == [
        ("2026-Q1", "agriculture", second, 2, more, more, 0),
        ("2026-Q1", "human-resources", "deviating", 2, 1, 1, 0),
        ("2026-Q2", "agriculture", second, 2, more, more, 0),
        ("2026-Q2", "human-resources", "corrected", 2, 1, 0, 1),
    ]
    open_ones = cast.office.see("campaign-unit-states", carried_out="deviating", period="2026-Q2")
    assert columns(open_ones, "unit") == [("agriculture",)] * more
    what_each_sees(cast, campaign, twice=twice)


def what_each_sees(cast: Cast, campaign: str, *, twice: bool) -> None:
    """What is owed, what waits for whom, and what units and other groups do not learn."""
    of_decision = cast.office.see("campaigns", decision=DECISION["document"])
    assert columns(of_decision, "kind", "stage") == [("political_supervision", "listed")]
    owed = cast.office.see("obligations", mechanism="campaigns", owner="sg-agriculture")
    screening = {"items": [each for each in owed["items"] if each["rule"] == "screening"]}
    assert columns(screening, "rule", "late_working_days") == [("screening", 2)]
    owed = cast.commission.see("obligations", mechanism="campaigns", owner="so-2")
    quarterly = {"items": [each for each in owed["items"] if each["rule"] == "quarterly-report"]}
    assert columns(quarterly, "due", "status") == [
        ("2026-04-15", "fulfilled"),
        ("2026-07-14", "fulfilled"),
        ("2026-10-20", "open"),
    ]
    assert [
        each["late_working_days"] for each in quarterly["items"] if each["due"][5:7] == "04"
    ] == [2]
    bureau, second = cast.bureau, cast.second
    assert columns(bureau.see("campaign-status"), "title") == [(PLAN["title"],)]
    assert columns(bureau.see("campaign-corrections"), "finding", "stage", "returned") == [
        (1, "accepted", 1)
    ]
    for hidden in ("campaign-findings", "campaign-unit-states", "campaign-reports"):
        assert bureau.see(hidden)["items"] == [], hidden
        if hidden != "campaign-findings":
            assert second.see(hidden)["items"] == [], hidden
    assert columns(second.see("campaign-objects"), "object") == [(3,), (4,)]
    assert len(second.see("campaign-findings")["items"]) == twice
    assert second.see("campaign-corrections")["items"] == []
    assert waits(cast.office, campaign) == [("report_quarter", "commission")]
    assert waits(second, campaign) == [("settle_finding", None)] * twice
    for member in (cast.first, bureau, cast.commission):
        assert waits(member, campaign) == [], member.party
    for outsider in (cast.outsider, cast.stranger, cast.host):
        sees_nothing(outsider, campaign, *lists_of(campaign))
