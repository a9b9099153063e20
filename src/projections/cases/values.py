"""The small values of case events as rows hold them."""

from typing import Any, TypeVar

from domain.cases.values import Meeting, MemberAbsence, MemberView, Post

R = TypeVar("R", bound=tuple[Any, ...])


def blank(row: type[R], **known: Any) -> R:
    """A row of which only this is known; the rest is null."""
    fields = dict.fromkeys(row.__annotations__) | known
    return row(**fields)


def posts(given: tuple[Post, ...]) -> list[dict[str, Any]]:
    """Posts in the order in which they were named."""
    return [
        {"post_level": each.post_level, "organ": each.organ, "unit": each.unit} for each in given
    ]


def views(given: tuple[MemberView, ...]) -> list[dict[str, Any]]:
    """What each member held; a text is a commitment."""
    return [{"member": each.member, "view": each.view, "text": each.text} for each in given]


def absences(given: tuple[MemberAbsence, ...]) -> list[dict[str, Any]]:
    """Who was not there, and why."""
    return [{"member": each.member, "reason": each.reason} for each in given]


def meeting(given: Meeting) -> dict[str, Any]:
    """A body's meeting."""
    return {
        "document": given.document,
        "entitled": given.entitled,
        "present": given.present,
        "in_favour": given.in_favour,
    }
