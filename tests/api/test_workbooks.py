"""A register as a workbook over HTTP: the rows that its list shows this reader, titled in their language."""

import io
from typing import Any

import pytest
from openpyxl import load_workbook

from api.files import MEDIA_TYPES
from tests.api.installation import Installation, Member
from tests.api.test_commands import AUDIT_FINDING

FORMULA = '=HYPERLINK("http://example.invalid")'
ENGLISH = "en-GB,zh;q=0.5"


@pytest.fixture(scope="module")
def keeper(installation: Installation) -> Member:
    """Who received two leads from the audit office, one of them with text that looks like a formula."""
    keeper = installation.members["周管"]
    for content in (FORMULA, "内容"):
        told = keeper.do("leads", {**AUDIT_FINDING, "content": content})
        path = "leads/" + str(told["stream"]).partition("/")[2]
        last = keeper.do(f"{path}/accept", {"transfer": 1})
    keeper.see("leads", token=last["token"])
    return keeper


def read(
    member: Member, path: str, language: str = "zh", **params: Any
) -> tuple[list[str], list[dict[str, Any]]]:
    """The titles of the columns, and each row by title."""
    headers = {"Accept": MEDIA_TYPES["xlsx"], "Accept-Language": language}
    answer = member.get(path, params=params, headers=headers)
    assert answer.status_code == 200, answer.text
    assert answer.headers["Content-Type"] == MEDIA_TYPES["xlsx"]
    assert answer.headers["Content-Disposition"] == f'attachment; filename="{path}.xlsx"'
    assert int(answer.headers["Content-Length"]) == len(answer.content)
    (sheet,) = load_workbook(io.BytesIO(answer.content)).worksheets
    titles, *rows = sheet.iter_rows(values_only=True)
    names = [str(title) for title in titles]
    return names, [dict(zip(names, row, strict=True)) for row in rows]


def test_a_workbook_has_the_rows_of_the_list_whatever_the_size_of_a_page(keeper: Member) -> None:
    listed = keeper.see("leads", limit=200)["items"]
    _, rows = read(keeper, "leads", limit=1)
    assert [row["事项标识"] for row in rows] == [item["stream"] for item in listed]
    assert [row["阶段"] for row in rows] == [item["stage"] for item in listed]
    assert FORMULA in {row["内容"] for row in rows}


def test_a_workbook_is_asked_for_with_the_filters_of_the_list(keeper: Member) -> None:
    one = keeper.see("leads")["items"][0]
    _, rows = read(keeper, "leads", source=one["source"])
    listed = keeper.see("leads", source=one["source"], limit=200)["items"]
    assert [row["事项标识"] for row in rows] == [item["stream"] for item in listed]
    headers = {"Accept": MEDIA_TYPES["xlsx"]}
    refused = keeper.get("leads", params={"colour": "red"}, headers=headers)
    assert (refused.status_code, refused.json()["code"]) == (400, "bad_parameter")


def test_columns_are_titled_in_the_language_of_the_reader(keeper: Member) -> None:
    chinese, _ = read(keeper, "leads")
    english, rows = read(keeper, "leads", ENGLISH)
    assert len(chinese) == len(english)
    assert {"承办单位", "阶段"} <= set(chinese)
    assert {"Handling party", "Stage"} <= set(english)
    assert rows


def test_a_stranger_gets_the_titles_and_nothing_else(keeper: Member, stranger: Member) -> None:
    assert keeper.see("leads")["items"]
    titles, rows = read(stranger, "leads")
    assert (bool(titles), rows) == (True, [])


def test_json_stays_what_is_given_where_nothing_else_is_asked_for(keeper: Member) -> None:
    for accept in ("*/*", "application/json"):
        answer = keeper.get("leads", headers={"Accept": accept})
        assert answer.headers["Content-Type"] == "application/json"


def test_the_openapi_document_says_so(keeper: Member) -> None:
    document = keeper.http.get("/openapi.json").json()
    of_list = document["paths"]["/v1/{jurisdiction}/leads"]["get"]
    assert MEDIA_TYPES["xlsx"] in of_list["responses"]["200"]["content"]
    assert {"accept", "accept-language"} <= {each["name"] for each in of_list["parameters"]}
