"""Reads the areas (片区) of a scheme: which groups work together, and which of them leads."""

from collections.abc import Mapping

from domain.ids import PartyId
from domain.scheme_parts import STATIONED, Area
from domain.scheme_rules import phrase_at
from domain.toml_text import Table


def areas(table: Table, parties: Mapping[str, Table]) -> tuple[Area, ...]:
    """The areas in the order of the text. A code stands once, and a group in one area only."""
    found: list[Area] = []
    for inner in table.tables("area", named="code"):
        area = _area(inner, parties)
        if any(area.code == other.code for other in found):
            inner.note(
                "code",
                says=(f"“{area.code}”出现多次。", f"«{area.code}» stands there more than once."),
                fix=("每个只写一次。", "Let each stand once."),
            )
        _alone(inner, area, found)
        found.append(area)
    return tuple(found)


def _area(table: Table, parties: Mapping[str, Table]) -> Area:
    """One area: two groups at least, one of them the lead."""
    title = phrase_at(table, "title")
    suited = [code for code, party in parties.items() if party.maybe_text("kind") in STATIONED]
    groups = table.texts("groups", needed=True)
    for group in groups:
        if group not in suited:
            table.unknown("groups", group, suited)
    if len(set(groups)) < max(2, len(groups)):
        table.note(
            "groups",
            says=("片区不足两个单位,或有重复。", "It has fewer than two groups, or one twice."),
            fix=("至少两个,每个写一次。", "Name two at least, each of them once."),
        )
    found = Area(
        code=table.text("code"),
        title=title,
        groups=tuple(map(PartyId, groups)),
        lead=PartyId(table.choice("lead", groups)),
        basis=table.text("basis"),
    )
    table.refuse_rest()
    return found


def _alone(table: Table, area: Area, others: list[Area]) -> None:
    """Note each group that stands in an area before."""
    for other in others:
        for group in area.groups:
            if group in other.groups:
                table.note(
                    "groups",
                    says=(
                        f"“{group}”已在片区“{other.code}”。",
                        f"«{group}» stands in the area «{other.code}» already.",
                    ),
                    fix=("每个单位只列入一个片区。", "Let each group stand in one area only."),
                )
