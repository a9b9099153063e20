"""Matters as documents to print over HTTP: what their page shows this reader, and how it came about."""

import io
import itertools
import re
from typing import Any

import docx
import psycopg
import pytest
from docx.document import Document
from docx.oxml.ns import qn
from docx.shared import Length

from api.documents import MATTERS_MAX
from api.files import MEDIA_TYPES
from domain.ids import JurisdictionCode
from tests.api.installation import Installation, Member
from tests.api.test_commands import FOUND_OURSELVES
from tests.stories.test_closed_loop import HAND_OVER

DOCUMENT = {"Accept": MEDIA_TYPES["docx"]}
ENGLISH = {"Accept-Language": "en-GB,zh;q=0.5"}
ARCHIVE = ("档案标识:", "On file as ")
STREAM = re.compile(r"[a-z_]+/[0-9a-f]{8}-[0-9a-f-]{27}")
ODD = '=HYPERLINK("http://example.invalid")\n<w:fldSimple w:instr="DATE"/> &amp; { PAGE }\t]]>'


@pytest.fixture(scope="module")
def lead(installation: Installation) -> str:
    """Where a lead is that its keeper received, with odd text in it, and registered; like no other one."""
    keeper = installation.members["周管"]
    (known,) = FOUND_OURSELVES["subjects"]
    subjects = [{**known, "name": "章某文"}]
    told = keeper.do("leads", {**FOUND_OURSELVES, "content": ODD, "subjects": subjects})
    path = path_of(told)
    keeper.see(path, token=keeper.do(f"{path}/register", {})["token"])
    return path


def path_of(told: dict[str, Any]) -> str:
    return "leads/" + str(told["stream"]).partition("/")[2]


def printed(
    member: Member, path: str, language: dict[str, str] | None = None, **params: Any
) -> Document:
    answer = member.get(path, params=params, headers={**DOCUMENT, **(language or {})})
    assert answer.status_code == 200, answer.text
    assert answer.headers["Content-Type"] == MEDIA_TYPES["docx"]
    assert answer.headers["Content-Disposition"].endswith('.docx"')
    assert int(answer.headers["Content-Length"]) == len(answer.content)
    return docx.Document(io.BytesIO(answer.content))


def lines(document: Document) -> list[str]:
    """What stands outside of tables."""
    return [each.text for each in document.paragraphs if each.text]


def by_title(document: Document, table: int) -> dict[str, str]:
    return {title: text for title, text in rows(document, table)}  # noqa: C416 - rows are two wide


def rows(document: Document, table: int) -> list[tuple[str, ...]]:
    return [tuple(cell.text for cell in row.cells) for row in document.tables[table].rows]


def fields(document: Document) -> dict[str, str]:
    """What the first matter's table says, by title."""
    return by_title(document, 0)


def steps(document: Document) -> list[tuple[str, ...]]:
    """How the first matter came about, below the titles."""
    return rows(document, 1)[1:]


def test_a_document_tells_what_the_page_shows_as_people_read_it(keeper: Member, lead: str) -> None:
    page = keeper.see(lead)
    told = fields(printed(keeper, lead))
    assert list(told) == [
        "阶段",
        "编号",
        "编号单位",
        "来源",
        "适用规范",
        "密级",
        "被反映人",
        "内容",
        "文号",
        "收到日期",
        "接收人",
        "管理单位",
        "当前承办单位",
        "转入日期",
        "在当前单位天数",
        "期限",
        "是否逾期",
    ]
    assert (told["当前承办单位"], told["来源"]) == ("案件监督管理室", "监督检查发现")
    assert (told["阶段"], told["密级"], told["接收人"]) == ("已登记", "内部", "周管")
    assert told["被反映人"].startswith("姓名:章某文,职务:")
    assert page["subjects"][0]["pseudonym"] not in str(told)


def test_a_document_says_what_it_is_where_it_comes_from_and_who_printed_it(
    keeper: Member, lead: str
) -> None:
    document = printed(keeper, lead)
    page = keeper.see(lead)
    assert lines(document) == [
        "临沂市",
        f"问题线索 {page['number']}",
        "办理过程",
        "打印单位:案件监督管理室  打印人:周管  打印日期:2026-03-02",
        f"档案标识:{page['stream']},第{page['version']}版",
    ]
    assert rows(document, 2) == [("签字", "", "日期", "")] * 2


def test_the_history_is_in_the_document_from_its_beginning(keeper: Member, lead: str) -> None:
    history = keeper.see(f"{lead}/history")["items"]
    assert rows(printed(keeper, lead), 1) == [
        ("日期", "单位", "人员", "事项与意见"),
        *((e["occurred"], "案件监督管理室", "周管", e["zh"]) for e in history),
    ]


def test_a_document_is_in_english_for_whoever_reads_english(keeper: Member, lead: str) -> None:
    document = printed(keeper, lead, ENGLISH)
    history = keeper.see(f"{lead}/history")["items"]
    assert [step[3] for step in steps(document)] == [event["en"] for event in history]
    told = fields(document)
    assert (told["Stage"], told["Secrecy"]) == ("registered", "internal")
    assert told["Party that has it"] == "Case Supervision and Management Office"
    place, title, heading, imprint, archive = lines(document)
    assert (place, title, heading) == ("Linyi", f"Lead {keeper.see(lead)['number']}", "History")
    assert imprint == "Printed for Case Supervision and Management Office by 周管 on 2026-03-02"
    assert archive.startswith("On file as lead/")


def test_text_is_text_and_neither_markup_nor_a_field(keeper: Member, lead: str) -> None:
    document = printed(keeper, lead)
    assert fields(document)["内容"] == ODD
    assert list(document.element.body.iter(qn("w:fldSimple"), qn("w:instrText"))) == []


def test_it_is_printed_on_upright_a4_in_typefaces_that_have_chinese(
    keeper: Member, lead: str
) -> None:
    document = printed(keeper, lead)
    (section,) = document.sections
    assert lengths(section.page_width, section.page_height) == [210, 297]
    width, left, right = lengths(section.page_width, section.left_margin, section.right_margin)
    for table in document.tables:
        assert sum(lengths(*(column.width for column in table.columns))) <= width - left - right
    for style in ("Normal", "Heading 1", "Heading 2", "Subtitle"):
        fonts = document.styles[style].element.rPr.find(qn("w:rFonts"))
        assert fonts.get(qn("w:eastAsia")) in {"宋体", "黑体"}, style


def lengths(*given: Length | None) -> list[int]:
    """In millimetres."""
    return [round(each.mm) for each in given if each is not None]


def test_it_shows_what_was_true_then(keeper: Member) -> None:
    told = keeper.do("leads", FOUND_OURSELVES)
    path = path_of(told)
    later = keeper.do(f"{path}/register", {})
    assert "〔2026〕" in lines(printed_at(keeper, path, later["token"]))[1]
    document = printed(keeper, path, as_of=told["token"])
    assert lines(document)[:2] == ["临沂市", "问题线索"]
    assert lines(document)[2].startswith("所载内容截至 2026-")
    assert fields(document)["阶段"] == "已受理"
    assert "编号" not in fields(document)
    assert len(steps(document)) == len(keeper.see(f"{path}/history", as_of=told["token"])["items"])


def printed_at(member: Member, path: str, token: str) -> Document:
    """Once the page shows a token's position."""
    member.see("parties", token=token)
    return printed(member, path)


def test_who_may_know_the_status_only_gets_the_status_only(
    installation: Installation, keeper: Member
) -> None:
    sender = installation.members["陈科长"]
    lead = path_of(sender.do("leads", FOUND_OURSELVES | {"source": "audit"}))
    sender.do(f"{lead}/transfer", HAND_OVER)
    keeper.do(f"{lead}/acknowledge_transfer", {"transfer": 1})
    told = keeper.do(f"{lead}/accept", {"transfer": 1})
    page = sender.see(lead, token=told["token"])
    assert "content" not in page
    document = printed(sender, lead)
    assert fields(document) == {"状态": "已收到", "起始日期": page["since"]}
    assert lines(document)[-1] == f"档案标识:{page['stream']}"
    history = sender.see(f"{lead}/history")["items"]
    assert [step[3] for step in steps(document)] == [event["zh"] for event in history]


def test_a_stranger_is_told_there_is_no_such_matter(stranger: Member, lead: str) -> None:
    answer = stranger.get(lead, headers=DOCUMENT)
    assert (answer.status_code, answer.json()) == (404, stranger.get(lead).json())
    assert lines(printed(stranger, "leads")) == ["临沂市", "没有符合条件的事项。"]


def test_all_matters_of_a_filter_each_begin_a_page(keeper: Member, lead: str) -> None:
    told = [keeper.do("leads", FOUND_OURSELVES) for _ in range(2)]
    keeper.see("leads", token=told[-1]["token"])
    listed = keeper.see("leads", source="found_in_supervision", limit=200)["items"]
    assert {lead, *map(path_of, told)} <= set(map(path_of, listed))
    document = printed(keeper, "leads", source="found_in_supervision", limit=1)
    assert on_file(document) == [item["stream"] for item in listed]
    assert [line for line in lines(document) if line.startswith("问题线索")] == [
        f"问题线索 {item['number']}" if item["number"] else "问题线索" for item in listed
    ]
    breaks = [each for each in document.paragraphs if each.paragraph_format.page_break_before]
    assert [each.text for each in breaks] == ["临沂市"] * (len(listed) - 1)
    refused = keeper.get("leads", params={"colour": "red"}, headers=DOCUMENT)
    assert (refused.status_code, refused.json()["code"]) == (400, "bad_parameter")


def on_file(document: Document) -> list[str]:
    """The stream of each matter, as its archive line has it."""
    return [STREAM.findall(line)[0] for line in lines(document) if line.startswith(ARCHIVE)]


def test_persons_are_printed_without_a_filter(keeper: Member) -> None:
    listed = keeper.see("persons", limit=200)["items"]
    assert on_file(printed(keeper, "persons", ENGLISH)) == [item["stream"] for item in listed]


def test_too_many_are_refused_with_what_to_do(installation: Installation) -> None:
    founder = installation.found(JurisdictionCode("many"))
    for number in range(MATTERS_MAX):
        told = founder.post("persons", {"name": f"人员{number}"}, Prefer="wait=0")
        assert told.status_code in {201, 202}, told.text
    token = founder.do("persons", {"name": "最后一人"})["token"]
    founder.see("parties", token=token)
    answer = founder.get("persons", headers=DOCUMENT)
    assert (answer.status_code, answer.json()["code"]) == (422, "too_many_to_print")
    assert answer.json()["zh"]["next"] == "请进一步筛选,分批打印。"


def test_a_parked_matter_is_refused_and_says_so_in_its_place(
    installation: Installation, keeper: Member
) -> None:
    told = keeper.do("leads", FOUND_OURSELVES | {"content": "视图暂停的线索。"})
    keeper.see("leads", token=told["token"])
    with psycopg.connect(installation.settings.postgres, autocommit=True) as connection:
        connection.execute(
            "insert into projections.parked select schema_name, model, 'linyi', %s, 1,"
            " 'guantong.lead.received.v1', 'boom' from projections.registry"
            " where model = 'leads' and state = 'live'",
            (told["stream"],),
        )
        try:
            answer = keeper.get(path_of(told), headers=DOCUMENT)
            assert (answer.status_code, answer.json()["code"]) == (503, "parked")
            document = printed(keeper, "leads")
        finally:
            connection.execute(
                "delete from projections.parked where stream = %s", (told["stream"],)
            )
    assert f"{told['stream']}的视图已暂停更新。" in lines(document)
    inside = itertools.chain.from_iterable(rows(document, n) for n in range(len(document.tables)))
    assert "视图暂停的线索。" not in str(list(inside))


def test_the_openapi_document_says_so(keeper: Member) -> None:
    paths = keeper.http.get("/openapi.json").json()["paths"]
    of_one = paths["/v1/{jurisdiction}/leads/{id}"]["get"]
    of_list = paths["/v1/{jurisdiction}/leads"]["get"]
    assert set(of_one["responses"]["200"]["content"]) == {"application/json", DOCUMENT["Accept"]}
    assert set(of_list["responses"]["200"]["content"]) == {
        "application/json",
        *MEDIA_TYPES.values(),
    }
    assert "422" in of_list["responses"]
    assert {"accept", "accept-language"} <= {each["name"] for each in of_one["parameters"]}
    of_flows = paths["/v1/{jurisdiction}/flows"]["get"]["responses"]["200"]["content"]
    assert set(of_flows) == {"application/json", MEDIA_TYPES["xlsx"]}
