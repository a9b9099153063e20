"""更正 and 作废, which every family has (DOMAIN.md §1.12): the entries of the registry, and the guard.

Each family has its own commands, events and decisions: what may be corrected differs, and so does what
falls away with it.
"""

from collections.abc import Callable, Iterable, Mapping
from typing import Any, Final, Protocol

from domain.account import invalid
from domain.ids import PersonId
from domain.model import Command, Draft, Text
from domain.registry import Action

APPROVER: Final = "person/33333333-3333-4333-8333-333333333333"
"""Who approves in examples."""


def correction(
    *,
    command: type[Command],
    decide: Callable[..., Iterable[Draft]],
    zh: str,
    example: Mapping[str, Any],
) -> Action:
    """``correct``: its command has a reason and an approver beside what is set right."""
    return Action(
        name="correct",
        command=command,
        decide=decide,
        zh=zh,
        en="correct",
        example={"approved_by": APPROVER, **example},
    )


def annulment(
    *,
    command: type[Command],
    decide: Callable[..., Iterable[Draft]],
    zh: str,
    example: Mapping[str, Any],
) -> Action:
    """``annul``: its command has a reason and an approver, and may name what of the stream is void."""
    return Action(
        name="annul",
        command=command,
        decide=decide,
        zh=zh,
        en="annul",
        example={"approved_by": APPROVER, **example},
    )


class Approved(Protocol):
    """A correction: why, and who approved it."""

    @property
    def reason(self) -> Text:
        """Why."""

    @property
    def approved_by(self) -> PersonId:
        """By whose leave."""


def approval(command: Approved) -> dict[str, Any]:
    """``reason`` and ``approved_by`` of a correction, for each of the events that it tells."""
    return {"reason": command.reason, "approved_by": command.approved_by}


def corrects(**given: object) -> None:
    """Raise `InvalidField`, at the first of the fields given, where a correction says nothing of any."""
    if all(each is None for each in given.values()):
        raise invalid(next(iter(given)), "没有更正内容", "nothing is corrected")
