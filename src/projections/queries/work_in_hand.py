"""What is in a person's hands: leads, cases, re-examinations, rectification items, and what is owed in each.

From this the list of a hand-over (工作交接) is drawn up, and by it whatever was left behind is seen:
whoever is out of office has nothing in hand. As every list it shows what the reader may read.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from domain.ids import PersonId, family_of
from domain.in_hand import Part
from projections.cases.lists import CASES
from projections.leads.lists import LEADS
from projections.queries.listing import PAGE_MAX, Listing, Question, page
from projections.queries.owed import OBLIGATIONS
from projections.queries.reader import Connection, Reader
from projections.rectifications.lists import RECTIFICATIONS
from projections.reexaminations.lists import REEXAMINATIONS
from projections.work_hand_overs.lists import WORK_HAND_OVER_ITEMS

Row = Mapping[str, Any]
Parts = Callable[[Row, PersonId], Iterator[tuple[Part, str]]]
"""What a person is in a row, and for which party."""

OWED: Final = ("open", "overdue", "stopped")


@dataclass(frozen=True, slots=True)
class Family:
    """How one family shows it: its list, and who is what in a row."""

    listing: Listing
    parts: Parts


async def work_in_hand(
    connection: Connection, reader: Reader, person: PersonId, as_of: int | None
) -> list[dict[str, Any]]:
    """Each part that a person has in a matter, with what is owed there and whether it is on a list."""
    found: list[dict[str, Any]] = []
    for family in FAMILIES.values():
        question = Question(filters={"in_hand_of": person}, as_of=as_of)
        for row in await _all(connection, family.listing, reader, question):
            offices: dict[str, list[Part]] = {}
            for part, office in family.parts(row, person):
                offices.setdefault(office, []).append(part)
            found += [_item(row, office, parts) for office, parts in offices.items()]
    matters = [each["matter"] for each in found]
    owed = Question(as_of=as_of, streams=matters)
    obligations = await _all(connection, OBLIGATIONS, reader, owed)
    listed = Question(filters={"state": "listed"}, as_of=as_of)
    on_lists = await _all(connection, WORK_HAND_OVER_ITEMS, reader, listed)
    lists = {each["matter"]: each["stream"] for each in on_lists}
    return [each | _due(each, obligations) | {"list": lists.get(each["matter"])} for each in found]


def _item(row: Row, office: str, parts: list[Part]) -> dict[str, Any]:
    return {
        "matter": row["stream"],
        "family": family_of(row["stream"]),
        "number": row["number"],
        "stage": row["stage"],
        "office": office,
        "parts": parts,
    }


def _due(item: Row, obligations: Sequence[Row]) -> dict[str, Any]:
    """How much is owed in the matter by the office, and when the first of it is due."""
    due = [
        each["due"]
        for each in obligations
        if each["stream"] == item["matter"]
        and each["owner"] == item["office"]
        and each["status"] in OWED
    ]
    return {"owed": len(due), "next_due": min(due, default=None)}


async def _all(
    connection: Connection, listing: Listing, reader: Reader, question: Question
) -> list[dict[str, Any]]:
    """Every row that a question is about, page after page."""
    rows: list[dict[str, Any]] = []
    after: tuple[Any, ...] | None = None
    while True:
        asked = replace(question, after=after, limit=PAGE_MAX)
        found = await page(connection, listing, reader, asked)
        rows += found.rows
        after = found.after
        if after is None:
            return rows


def _handled(row: Row, person: PersonId) -> Iterator[tuple[Part, str]]:
    if person in row["handlers"]:
        yield "handler", row["handling_party"]
    if person == row["keeper"]:
        yield "keeper", row["handling_party"]


def _in_lead(row: Row, person: PersonId) -> Iterator[tuple[Part, str]]:
    yield from _handled(row, person)
    if person in row["verifiers"]:
        yield "verifier", row["handling_party"]


def _in_case(row: Row, person: PersonId) -> Iterator[tuple[Part, str]]:
    yield from _handled(row, person)
    if person in row["adjudicators"]:
        yield "adjudicator", row["adjudicator"]


def _examined(row: Row, person: PersonId) -> Iterator[tuple[Part, str]]:
    if person in row["examiners"]:
        yield "examiner", row["examiner"]


def _rectified(row: Row, person: PersonId) -> Iterator[tuple[Part, str]]:
    for each in row["responsible"]:
        if each["person"] == person:
            yield "responsible", each["party"]


FAMILIES: Final[Mapping[str, Family]] = {
    "lead": Family(LEADS, _in_lead),
    "case": Family(CASES, _in_case),
    "reexamination": Family(REEXAMINATIONS, _examined),
    "rectification": Family(RECTIFICATIONS, _rectified),
}
"""The same families as `domain.work_hand_overs.matters.IN_HAND`."""
