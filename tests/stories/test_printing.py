"""What a stationed group prints: 线索处置呈批表, 纪检监察建议书, 季度工作报告, each as its page shows it."""

import io

import docx
from docx.document import Document

from api.files import MEDIA_TYPES, title_of
from api.wording import NOT_ON_PAPER
from tests.api.installation import Member
from tests.stories.leads import receive
from tests.stories.place import Place, path_of
from tests.stories.test_recommendations import approve, deliver, draft


def printed(member: Member, path: str) -> Document:
    answer = member.get(path, headers={"Accept": MEDIA_TYPES["docx"]})
    assert answer.status_code == 200, answer.text
    return docx.Document(io.BytesIO(answer.content))


def rows(document: Document, table: int) -> list[tuple[str, ...]]:
    return [tuple(cell.text for cell in row.cells) for row in document.tables[table].rows]


def has_every_field(member: Member, path: str, token: str) -> dict[str, str]:
    """The document has all that the page has something to say of; gives each field by its title."""
    page = member.see(path, token=token)
    told = {title: text for title, text in rows(printed(member, path), 0)}  # noqa: C416 - two wide
    beside = {"stream", "version", "persons", "numbers", *NOT_ON_PAPER}
    shown = {name: value for name, value in page.items() if name not in beside}
    collection = path.partition("/")[0]
    said = {title_of(name, "zh", collection): value for name, value in shown.items()}
    assert told.keys() <= said.keys()
    assert [
        title for title, value in said.items() if value not in (None, [], {}) and title not in told
    ] == []
    assert "" not in told.values()
    for title, value in said.items():
        if isinstance(value, int) and not isinstance(value, bool):
            assert told[title] == str(value), title
    return told


def test_a_sheet_of_a_lead_has_the_whole_chain_of_opinions(place: Place) -> None:
    head = place.member("郑组长", "sg-education", "head")
    deputy = place.member("郑副组长", "sg-education", "deputy_head")
    handler, second = (place.member(name, "sg-education", "handler") for name in ("甲办", "乙办"))
    outsider = place.member("冯组长", "sg-health", "head")
    lead = path_of({"stream": receive(head, "张某", unit="education", level="unit_managed")})
    head.do(f"{lead}/register", {})
    people = {"handlers": [handler.person, second.person], "keeper": handler.person}
    deputy.do(f"{lead}/propose_allocation", {"handling_party": "sg-education", **people})
    head.do(f"{lead}/allocate", {})
    handler.do(f"{lead}/acknowledge", {})
    closing = {"disposal": {"way": "closed", "closing": "triage"}, "plan": "无可查性。"}
    handler.do(f"{lead}/propose_disposal", closing)
    head.do(f"{lead}/opine", {"opinion": "return", "text": "请补充谈话笔录。"})
    handler.do(f"{lead}/propose_disposal", closing)
    told = head.do(f"{lead}/opine", {"opinion": "agree", "text": "同意了结。"})
    fields = has_every_field(head, lead, told["token"])
    assert fields["承办人"] == "甲办、乙办"
    assert (fields["处置方式"], fields["承办单位"]) == ("予以了结", "驻市教育局纪检监察组")
    opinions = [row for row in rows(printed(head, lead), 1) if "签署意见" in row[3]]
    assert {row[:3] for row in opinions} == {("2026-03-02", "驻市教育局纪检监察组", "郑组长")}
    assert [row[3] for row in opinions] == [
        "郑组长在第1级签署意见(同意)",  # to whom it is allocated
        "郑组长在第1级签署意见(退回)\n请补充谈话笔录。",
        "郑组长在第1级签署意见(同意)\n同意了结。",
    ]
    assert outsider.get(lead, headers={"Accept": MEDIA_TYPES["docx"]}).status_code == 404


def test_a_recommendation_is_printed_as_its_issuer_and_its_addressee_may_read_it(
    place: Place,
) -> None:
    cast = draft(place, ["招标不规范", "监管不到位"])
    approve(place, cast)
    deliver(place, cast)
    place.settle()
    fields = has_every_field(cast.head, cast.paper, str(cast.head.token))
    assert (fields["编号"], fields["受文单位"]) == ("〔2026〕1号", "市教育局党组")
    inside = [row[3] for row in rows(printed(cast.head, cast.paper), 1)]
    assert "措施不具体。" in str(inside)
    outside = [row[3] for row in rows(printed(cast.secretary, cast.paper), 1)]
    assert [said.partition("\n")[0] for said in outside[1:]] == [
        event["zh"] for event in cast.secretary.see(f"{cast.paper}/history")["items"]
    ]
    assert "措施不具体。" not in str(outside)


def test_a_quarterly_report_is_printed_by_who_handed_it_in_and_who_has_it(place: Place) -> None:
    head = place.member("郑组长", "sg-education", "head")
    place.pass_to("2026-04-02")
    owed = head.see("obligations", mechanism="work-reports", owner="sg-education")["items"]
    (duty,) = (each for each in owed if each["rule"] == "quarterly" and each["period"] == "2026-Q1")
    office = place.member("周主任", duty["owed_to"], "head")
    report = path_of(duty)
    body = {
        "kind": "quarterly",
        "period": "2026-Q1",
        "to": duty["owed_to"],
        "title": "一季度派驻监督工作报告",
        "summary": "开展监督检查12次。\n发现问题9个。",
    }
    told = head.do(f"{report}/submit", body)
    fields = has_every_field(head, report, told["token"])
    assert (fields["标题"], fields["摘要"]) == (body["title"], body["summary"])
    assert printed(office, report).paragraphs[1].text == "工作报告"
