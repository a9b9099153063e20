"""Reads which bodies are the members of a kind of meeting, where a scheme says so."""

from collections.abc import Iterable
from typing import Final, cast, get_args

from domain.scheme_parts import Meeting, MeetingKind, MemberGroup, PartyKind
from domain.scheme_rules import phrase_at
from domain.toml_text import Table

MEETINGS: Final = get_args(MeetingKind)
KINDS: Final = get_args(PartyKind)


def meetings(table: Table) -> tuple[Meeting, ...]:
    """The meetings in the order of the text; a kind stands once."""
    found: list[Meeting] = []
    for inner in table.tables("meeting", named="kind"):
        meeting = _meeting(inner)
        if any(meeting.kind == other.kind for other in found):
            inner.note(
                "kind",
                says=(f"“{meeting.kind}”出现多次。", f"«{meeting.kind}» stands there twice."),
                fix=("每个只写一次。", "Let each stand once."),
            )
        found.append(meeting)
    return tuple(found)


def _meeting(table: Table) -> Meeting:
    members = tuple(_group(inner) for inner in table.tables("members"))
    if not members:
        table.note(
            "members",
            says=("没有成员。", "It has no members."),
            fix=("写明由哪几类单位担任成员。", "Say which kinds of parties are its members."),
        )
    found = Meeting(
        kind=cast("MeetingKind", table.choice("kind", MEETINGS)),
        title=phrase_at(table, "title"),
        basis=table.text("basis"),
        members=members,
    )
    table.refuse_rest()
    return found


def _group(table: Table) -> MemberGroup:
    found = MemberGroup(
        title=phrase_at(table, "title"), kinds=_kinds(table, table.texts("kinds", needed=True))
    )
    table.refuse_rest()
    return found


def _kinds(table: Table, names: Iterable[str]) -> tuple[PartyKind, ...]:
    names = tuple(names)
    for name in names:
        if name not in KINDS:
            table.unknown("kinds", name, KINDS)
    return cast("tuple[PartyKind, ...]", names)
