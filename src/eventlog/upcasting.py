"""Old versions of events, raised to the current ones when they are read. Nothing on the log is rewritten.

An upcaster takes the data of one version of a type and returns those of the next. Sealed text needs no
key for it: upcasters see commitments.
"""

from collections.abc import Callable, Mapping
from typing import Any, Final

Upcaster = Callable[[Mapping[str, Any]], Mapping[str, Any]]
"""Data of version n → data of version n + 1."""

UPCASTERS: Final[Mapping[str, Upcaster]] = {}
"""By full name of the older type: ``guantong.lead.transferred.v1``. Each is tested on stored bytes."""


def next_version(event_type: str) -> str:
    """``….v2`` for ``….v1``."""
    name, _, version = event_type.rpartition(".v")
    return f"{name}.v{int(version) + 1}"


def upcast(
    event_type: str, data: Mapping[str, Any], upcasters: Mapping[str, Upcaster] = UPCASTERS
) -> tuple[str, Mapping[str, Any]]:
    """Raise data step by step as far as there are upcasters; the type they have then, and the data."""
    while event_type in upcasters:
        data = upcasters[event_type](data)
        event_type = next_version(event_type)
    return event_type, data
