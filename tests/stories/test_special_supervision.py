"""流域生态环境保护专项监督 (mechanism 26): a checklist of three kinds, what was found on site, a new rule."""

from typing import Any

from tests.api.installation import Member
from tests.stories.place import Place, code, columns, path_of

PLAN = {
    "kind": "special_supervision",
    "title": "护航流域生态环境保护专项监督",
    "basis": "《流域生态环境保护条例》落实情况监督方案",
    "begins": "2026-01-01",
    "ends": "2026-12-31",
}
PHOTO = {"title": "排污口照片", "digest": "ef" * 32}


def item(kind: str, title: str, clause: str) -> dict[str, Any]:
    """An item of the checklist: duty, deviation or weakness, with the regulation's clause."""
    return {"kind": kind, "title": title, "unit": "ecology", "clause": clause}


CHECKLIST = [
    item("duty", "排污口巡查责任落实", "条例第十二条"),
    item("deviation", "违规审批排污", "条例第二十条"),
    item("weakness", "部门议事规则缺失", "条例第六条"),
]


def screen(office: Member, group: Member) -> str:
    """The group goes on site: two items have findings, one has none."""
    campaign = path_of(office.do("campaigns", PLAN))
    no_clause = {"objects": [{key: v for key, v in CHECKLIST[0].items() if key != "clause"}]}
    assert code(office, f"{campaign}/list_objects", no_clause) == (422, "invalid_field")
    office.do(f"{campaign}/list_objects", {"objects": CHECKLIST})
    office.do(f"{campaign}/fix_list", {})
    every = {"party": "sg-natural-resources", "objects": [1, 2, 3], "due": "2026-04-30"}
    office.do(f"{campaign}/assign", every)
    on_site = {"text": "三处排污口未巡查。", "place": "下游东岸", "photos": [PHOTO]}
    group.do(f"{campaign}/screen", {"object": 1, "findings": [on_site]})
    group.do(f"{campaign}/screen", {"object": 2})
    group.do(f"{campaign}/screen", {"object": 3, "findings": [{"text": "没有议事规则。"}]})
    return campaign


def put_right(place: Place, campaign: str, group: Member, bureau: Member) -> None:
    """One of two comes back once; a rule is adopted; the other is late, and urged (催办)."""
    for finding in (1, 2):
        ask = {"finding": finding, "text": f"请整改第{finding}项。", "due": "2026-03-20"}
        group.do(f"{campaign}/ask_correction", ask)
    place.pass_to("2026-03-19")
    bureau.do(f"{campaign}/report_correction", {"finding": 2, "text": "已起草。"})
    group.do(f"{campaign}/return_correction", {"finding": 2, "reason": "须正式印发"})
    rule = {
        "unit": "ecology",
        "title": "流域保护工作议事规则",
        "adopted": "2026-03-19",
        "number": "环〔2026〕8号",
    }
    bureau.do(f"{campaign}/adopt_system", rule)
    bureau.do(f"{campaign}/report_correction", {"finding": 2, "text": "已印发。"})
    place.pass_to("2026-03-25")
    late = group.see("obligations", status="overdue", owner="ecology")
    assert columns(late, "rule", "due") == [("correction", "2026-03-20")]
    reminder = {
        "kind": "reminder",
        "matter": campaign.replace("campaigns/", "campaign/"),
        "to": "ecology",
        "about": "整改已逾期,请说明进展",
        "due": "2026-03-27",
    }
    urged = path_of(group.do("urgings", reminder))
    bureau.do(f"{urged}/answer", {"text": "今日报送。"})
    group.do(f"{urged}/accept_answer", {})
    photo = {"finding": 1, "text": "已逐口巡查。", "papers": [PHOTO]}
    bureau.do(f"{campaign}/report_correction", photo)
    for finding in (1, 2):
        group.do(f"{campaign}/verify_correction", {"finding": finding, "note": "现场核实。"})


def test_a_checklist_is_worked_off_on_site(place: Place) -> None:
    """Three items, two findings put right and verified, one new rule; the bureau never reads findings."""
    office = place.member("陈主任", "so-3", "head")
    group = place.member("潘组长", "sg-natural-resources", "head")
    bureau = place.member("黄局长", "ecology", "head")
    other = place.member("冯组长", "sg-health", "head")
    campaign = screen(office, group)
    put_right(place, campaign, group, bureau)
    last = office.do(f"{campaign}/report", {"period": "2026-Q1", "summary": "整改到位。"})
    seen = office.see("campaign-findings", token=last["token"])
    assert columns(seen, "finding", "state", "place") == [
        (1, "accepted", "下游东岸"),
        (2, "accepted", None),
    ]
    assert seen["items"][0]["photos"] == [PHOTO]
    (report,) = office.see("campaign-reports")["items"]
    names = ("objects", "screened", "findings", "corrections", "corrected", "systems", "unsettled")
    assert [report["quarter"][name] for name in names] == [3, 3, 2, 2, 2, 1, 0]
    assert columns(bureau.see("campaign-systems"), "title", "number") == [
        ("流域保护工作议事规则", "环〔2026〕8号")
    ]
    assert columns(bureau.see("campaign-corrections"), "finding", "returned") == [(1, 0), (2, 1)]
    for hidden in ("campaign-findings", "campaign-objects", "campaign-reports"):
        assert bureau.see(hidden)["items"] == [], hidden
    assert other.see("campaign-systems")["items"] == []
