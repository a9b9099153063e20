"""What comes as a file that people read: which one is asked for, what columns are called, how values read.

Workbooks and documents say the same things in the same words.
"""

import contextlib
import datetime
import re
import tempfile
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib.resources import files
from typing import IO, Annotated, Any, Final, Literal

from fastapi import Depends, Header
from starlette.responses import Response, StreamingResponse

from api.presenting import NEVER_SHOWN
from domain.calendar import SHANGHAI
from projections.queries.listing import Listing
from projections.sentences import Language

_OFFICE: Final = "application/vnd.openxmlformats-officedocument"

Kind = Literal["xlsx", "docx"]

MEDIA_TYPES: Final[Mapping[Kind, str]] = {
    "xlsx": f"{_OFFICE}.spreadsheetml.sheet",
    "docx": f"{_OFFICE}.wordprocessingml.document",
}
PIECE_BYTES: Final = 64 * 1024
"""Of a file that is sent."""

_TITLES: Final[Mapping[str, Any]] = tomllib.loads(
    files("api").joinpath("columns.toml").read_text("utf-8")
)
COLUMNS: Final[Mapping[str, Any]] = _TITLES["columns"]
"""What each column is called: in Chinese, or in both languages where its name in words misleads."""
WITHIN: Final[Mapping[str, Any]] = _TITLES["within"]
"""What fields are called that stand within a column only."""
OWN: Final[Mapping[str, Mapping[str, Any]]] = _TITLES["own"]
"""What a column is called in one list otherwise than in the others, by the path of that list."""

_TRUTH: Final[Mapping[Language, tuple[str, str]]] = {"zh": ("否", "是"), "en": ("no", "yes")}
_NO_TEXT: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""What XML has no place for."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """The file that a client asks for, and the language of its words."""

    kind: Kind
    language: Language


def wanted(
    accept: Annotated[
        str | None,
        Header(
            description=f"JSON; or, of a list, `{MEDIA_TYPES['xlsx']}`: a workbook; or, of matters,"
            f" `{MEDIA_TYPES['docx']}`: a document to print. Whatever `limit` and `after` say."
        ),
    ] = None,
    accept_language: Annotated[
        str | None, Header(description="In which language a file has its words: zh or en.")
    ] = None,
) -> Wanted | None:
    """The file that a client asks for; None where it takes JSON.

    Of several it is the first that ``Accept`` names, in the language that ``Accept-Language`` names first:
    Chinese unless that is English.
    """
    asked = (accept or "").lower()
    places: dict[Kind, int] = {kind: asked.find(name) for kind, name in MEDIA_TYPES.items()}
    named = [kind for kind in places if places[kind] >= 0]
    if not named:
        return None
    first = (accept_language or "").split(",")[0].strip().lower()
    kind = min(named, key=places.__getitem__)
    return Wanted(kind, "en" if first.startswith("en") else "zh")


WantedFile = Annotated[Wanted | None, Depends(wanted)]


def columns_of(listing: Listing) -> list[str]:
    """The columns of a list as clients see them: of its own, worked out when asked, beside it."""
    beside = (name for other in listing.beside for name in other.columns)
    shown = (*listing.columns, *listing.computed, *beside)
    return [column for column in dict.fromkeys(shown) if column not in NEVER_SHOWN]


def title_of(column: str, language: Language, path: str = "") -> str:
    """What a column is called in a list, or a field within one: ``承办单位``, ``Handling party``."""
    own: Mapping[str, Any] = OWN.get(path, {})
    title = own.get(column) or COLUMNS.get(column) or WITHIN.get(column)
    if isinstance(title, Mapping):
        return str(title[language])
    words = column.replace("_", " ").capitalize()
    return title or words if language == "zh" else words


def named(value: Any, names: Mapping[str, str | None]) -> Any:
    """A JSON value with the names of those whose ids are in it, where the reader may know them."""
    match value:
        case str():
            return names.get(value) or value
        case list() | tuple():
            return [named(each, names) for each in value]
        case dict():
            return {key: named(each, names) for key, each in value.items()}
        case _:
            return value


def text_of(value: Any, language: Language) -> str:
    """A JSON value as people read it, without what no file has a place for; nothing for None."""
    return _NO_TEXT.sub("", _said(value, language))


def _said(value: Any, language: Language) -> str:
    match value:
        case None:
            return ""
        case bool():
            return _TRUTH[language][value]
        case list() | tuple():
            return "; ".join(_said(each, language) for each in value)
        case dict():
            told = ((name, each) for name, each in value.items() if each is not None)
            return ", ".join(
                f"{_within(name, language)}: {_said(each, language)}" for name, each in told
            )
        case datetime.datetime():
            return value.astimezone(SHANGHAI).strftime("%Y-%m-%d %H:%M:%S")
        case _:
            return str(value)


def _within(name: str, language: Language) -> str:
    """What a field within a column is called, in the middle of a line."""
    title = title_of(name, language)
    return title[:1].lower() + title[1:]


@contextlib.contextmanager
def to_be_sent() -> Iterator[IO[bytes]]:
    """A file to write and to answer with; gone at once if that fails."""
    with contextlib.ExitStack() as closing:
        file = closing.enter_context(tempfile.TemporaryFile())
        yield file
        closing.pop_all()


def answer(file: IO[bytes], form: Wanted, name: str) -> Response:
    """The answer to whoever asked for a file: sent piece by piece, the file gone once it is sent."""
    headers = {
        "Content-Disposition": f'attachment; filename="{name}.{form.kind}"',
        "Content-Language": form.language,
        "Content-Length": str(file.seek(0, 2)),
        "Vary": "Accept, Accept-Language",
    }
    return StreamingResponse(_pieces(file), media_type=MEDIA_TYPES[form.kind], headers=headers)


def _pieces(file: IO[bytes]) -> Iterator[bytes]:
    with file:
        file.seek(0)
        while piece := file.read(PIECE_BYTES):
            yield piece
