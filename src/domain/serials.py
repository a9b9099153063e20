"""What is counted from 1 within its stream: facts of a dossier, promises of a talk, concerns of a visit."""

from typing import Annotated, TypeVar

from annotated_types import Ge

T = TypeVar("T")

Serial = Annotated[int, Ge(1)]
"""The place of one of them, from 1."""


def put(items: tuple[T, ...], serial: int, item: T) -> tuple[T, ...]:
    """The same with ``item`` in the place of one that is there already."""
    return (*items[: serial - 1], item, *items[serial:])
