"""Reads how departments work with the discipline bodies, and who works together in one system."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from domain.ids import PartyId
from domain.scheme_limits import limit_at
from domain.scheme_parts import Phrase, Procedure, ProcedureField
from domain.scheme_rules import phrase_at
from domain.toml_text import Table

_FIX: Final = ("每项只写一次。", "Let each stand once.")


@dataclass(frozen=True, slots=True, kw_only=True)
class System:
    """A system (条线) of supervised bodies, in which bodies of two levels work together (纵向贯通).

    ``parties`` are the groups and whoever stands for another level here; ``fields`` are the minimum of
    the data and findings that go between two of them.
    """

    code: str
    title: Phrase
    parties: frozenset[PartyId]
    fields: tuple[ProcedureField, ...]
    basis: str


def procedures(table: Table, parties: Mapping[str, Table]) -> Mapping[PartyId, Procedure]:
    """Each department's own procedure; a department is of one of the nine kinds."""
    found = {}
    for code, inner in table.named_tables("procedure").items():
        department = parties.get(code)
        if department is None:
            inner.unknown("", code, parties)
        elif department.maybe_text("supervision") is None:
            inner.note(
                "",
                says=(f"{code}未归入九类监督。", f"{code} is of none of the nine kinds."),
                fix=(f"请在 party.{code} 写 supervision。", f"Add supervision to party.{code}."),
            )
        found[PartyId(code)] = _procedure(PartyId(code), inner, parties)
    return found


def _procedure(department: PartyId, table: Table, parties: Mapping[str, Table]) -> Procedure:
    found = Procedure(
        department=department,
        sends=phrase_at(table, "sends"),
        form=phrase_at(table, "form"),
        receives=PartyId(table.choice("receives", parties)),
        days=limit_at(table, "days"),
        feedback=limit_at(table, "feedback"),
        contact=phrase_at(table, "contact"),
        basis=table.text("basis"),
        papers=tuple(_paper(inner) for inner in table.tables("papers")),
        fields=tuple(_field(inner) for inner in table.tables("fields", named="code")),
    )
    _each_once(table, "papers", [paper.zh for paper in found.papers])
    _each_once(table, "fields", [field.code for field in found.fields])
    table.refuse_rest()
    return found


def systems(table: Table, parties: Mapping[str, Table]) -> tuple[System, ...]:
    """The systems in which groups of two levels work together: who is of each, and its minimum fields."""
    return tuple(
        _system(code, inner, parties) for code, inner in table.named_tables("system").items()
    )


def _system(code: str, table: Table, parties: Mapping[str, Table]) -> System:
    names = table.texts("parties", needed=True)
    for name in names:
        if name not in parties:
            table.unknown("parties", name, parties)
    if len(set(names)) == 1:
        table.note(
            "parties",
            says=("只有一个单位。", "There is one party only."),
            fix=("至少写两个单位。", "Name two at least."),
        )
    found = System(
        code=code,
        title=phrase_at(table, "title"),
        parties=frozenset(PartyId(name) for name in names),
        fields=tuple(_field(inner) for inner in table.tables("fields", named="code")),
        basis=table.text("basis"),
    )
    if not found.fields:
        table.note(
            "fields",
            says=("没有写明最低字段。", "No minimum field is named."),
            fix=("至少写一项。", "Name one at least."),
        )
    _each_once(table, "fields", [field.code for field in found.fields])
    table.refuse_rest()
    return found


def _each_once(table: Table, key: str, names: list[str]) -> None:
    for name in {name for name in names if names.count(name) > 1}:
        table.note(key, says=(f"“{name}”重复。", f"«{name}» stands there twice."), fix=_FIX)


def _paper(table: Table) -> Phrase:
    """A paper as it is called in the list that goes with a letter."""
    found = Phrase(zh=table.text("zh"), en=table.text("en"))
    table.refuse_rest()
    return found


def _field(table: Table) -> ProcedureField:
    found = ProcedureField(code=table.text("code"), title=phrase_at(table, "title"))
    table.refuse_rest()
    return found
