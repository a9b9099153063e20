"""What sets the stage of a scenario: the lines that begin with ``@`` at the margin."""

import datetime
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from processes.scenario_text import Entry, Faults
from processes.scenario_values import Unreadable, read_day, split_fields, unknown
from processes.scheme_files import read_scheme_files


@dataclass(frozen=True, slots=True)
class Form:
    """How a line of the stage is written: its words, the fields it must have and may have."""

    words: tuple[str, ...]
    fields: tuple[str, ...] = ()
    optional: tuple[str, ...] = ()


FORMS: Final[Mapping[str, Form]] = {
    "@jurisdiction": Form(("code",), ("zh", "en", "starts", "ends", "party", "founder")),
    "@scheme": Form(("file",), ("calendar", "document", "document_date"), ("since",)),
    "@person": Form(("handle", "name"), (), ("since",)),
    "@beside": Form(("folder",)),
}
DAYS: Final = ("starts", "ends", "since", "document_date")


@dataclass(frozen=True, slots=True)
class Setting:
    """One line of the stage: its words, and its fields by name."""

    entry: Entry
    words: tuple[str, ...]
    fields: Mapping[str, str]

    def since(self, first: datetime.date) -> datetime.date:
        """The day on which it happens: ``since``, or the first of all."""
        day = self.fields.get("since")
        return first if day is None else datetime.date.fromisoformat(day)


def settings(found: Iterable[Entry], faults: Faults) -> Mapping[str, list[Setting]]:
    """The lines of the stage, by their first word; what is wrong with them goes to ``faults``."""
    read: dict[str, list[Setting]] = {word: [] for word in FORMS}
    for entry in found:
        word, _, rest = entry.text.partition(" ")
        try:
            if word not in FORMS:
                raise unknown(("指令", "directive"), word, FORMS)
            read[word].append(_setting(entry, FORMS[word], rest))
        except Unreadable as error:
            faults.add(entry.place, zh=error.zh, en=error.en, fix=error.fix)
    return read


def _setting(entry: Entry, form: Form, rest: str) -> Setting:
    start = re.search(r"(?:^|\s)[a-z_]+=", rest)
    words = tuple(rest[: start.start()].split() if start else rest.split())
    fields = dict(split_fields(rest[start.start() :])) if start else {}
    missing = [*form.words[len(words) :], *(name for name in form.fields if name not in fields)]
    if missing:
        raise Unreadable(
            zh=f"缺少{'、'.join(missing)}。",
            en=f"{', '.join(missing)} is missing.",
            fix=("请补上。", "Add it."),
        )
    for name, value in fields.items():
        if name not in (*form.fields, *form.optional):
            raise unknown(("字段", "field"), name, (*form.fields, *form.optional))
        if name in DAYS:
            read_day(value)
    return Setting(entry, words, fields)


def text_of(folder: Path, file: str) -> str:
    """The text of a file that the stage names; raises `Unreadable` if there is none."""
    return found_in(folder, file).read_text("utf-8")


def scheme_of(folder: Path, file: str) -> str:
    """The text of a scheme with all that it includes; raises `Unreadable` if there is none."""
    return read_scheme_files(found_in(folder, file)).text


def found_in(folder: Path, file: str) -> Path:
    """A file by its path from the scenario's folder; raises `Unreadable` if there is none."""
    path = folder / file
    if not path.is_file():
        raise Unreadable(
            zh=f"没有文件“{file}”。",
            en=f"There is no file «{file}».",
            fix=("路径从情景所在文件夹算起。", "Write its path from the scenario's folder."),
        )
    return path
