"""政治监督 (mechanism 30): a decision from above → checklist per unit → deviation → correction → verified."""

from typing import Any

from tests.api.installation import Member
from tests.stories.place import Place, code, columns, path_of

DECISION = {
    "issuer": "中共临沂市委",
    "document": "临发〔2026〕2号",
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


def checklist() -> list[dict[str, Any]]:
    """Two items for each unit."""
    clauses = (("台账逐人建立", "第三条"), ("岗位公示", "第五条"))
    return [
        {"kind": "duty", "title": title, "unit": unit, "clause": clause}
        for unit in UNITS
        for title, clause in clauses
    ]


def begin(office: Member) -> str:
    """A plan without its decision is refused; the checklist is fixed and given out unit by unit."""
    bare = {name: value for name, value in PLAN.items() if name != "decision"}
    assert code(office, "campaigns", bare) == (422, "invalid_field")
    campaign = path_of(office.do("campaigns", PLAN))
    for_nobody = {"kind": "duty", "title": "岗位公示", "clause": "第五条"}
    refused = code(office, f"{campaign}/list_objects", {"objects": [for_nobody]})
    assert refused == (422, "invalid_field")
    office.do(f"{campaign}/list_objects", {"objects": checklist()})
    office.do(f"{campaign}/fix_list", {})
    for number, group in enumerate(UNITS.values()):
        keys = [2 * number + 1, 2 * number + 2]
        office.do(f"{campaign}/assign", {"party": group, "objects": keys, "due": "2026-03-20"})
    return campaign


def test_a_decision_from_above_is_followed_unit_by_unit(place: Place) -> None:
    """One deviation, put right after it came back, verified in the next quarter: the state of each."""
    office = place.member("李主任", "so-2", "head")
    first = place.member("唐组长", "sg-human-resources", "head")
    second = place.member("彭组长", "sg-agriculture", "head")
    bureau = place.member("董局长", "human-resources", "head")
    campaign = begin(office)
    deviation = {"object": 1, "findings": [{"text": "两个镇未逐人建账。"}]}
    first.do(f"{campaign}/screen", deviation)
    first.do(f"{campaign}/screen", {"object": 2})
    ask = {"finding": 1, "text": "请逐人建账。", "due": "2026-03-31"}
    first.do(f"{campaign}/ask_correction", ask)
    place.pass_to("2026-03-24")
    second.do(f"{campaign}/screen", {"object": 3})
    second.do(f"{campaign}/screen", {"object": 4})
    bureau.do(f"{campaign}/report_correction", {"finding": 1, "text": "已布置。"})
    first.do(f"{campaign}/return_correction", {"finding": 1, "reason": "未见台账"})
    office.do(f"{campaign}/report", {"period": "2026-Q1", "summary": "一项偏差整改中。"})
    place.pass_to("2026-04-08")
    bureau.do(f"{campaign}/report_correction", {"finding": 1, "text": "台账已建。"})
    first.do(f"{campaign}/verify_correction", {"finding": 1, "note": "抽查属实。"})
    last = office.do(f"{campaign}/report", {"period": "2026-Q2", "summary": "偏差已纠正。"})
    reports = office.see("campaign-reports", token=last["token"])["items"]
    names = ("screened", "findings", "unsettled", "corrected")
    quarters = {each["period"]: [each["quarter"][name] for name in names] for each in reports}
    assert quarters == {"2026-Q1": [4, 1, 1, 0], "2026-Q2": [0, 0, 0, 1]}
    of_decision = office.see("campaigns", decision=DECISION["document"])
    assert columns(of_decision, "kind", "stage") == [("political_supervision", "listed")]
    owed = office.see("obligations", mechanism="campaigns", owner="sg-agriculture")
    assert columns(owed, "rule", "late_working_days") == [("screening", 2)]
    assert columns(bureau.see("campaign-status"), "title") == [(PLAN["title"],)]
    assert bureau.see("campaign-findings")["items"] == []
    assert columns(second.see("campaign-objects"), "object") == [(3,), (4,)]
    assert second.see("campaign-corrections")["items"] == []
