"""The filters of a list as query parameters: each read as its kind, unknown ones refused by name."""

import datetime
from collections.abc import Mapping
from typing import Any, Final

from api.errors import BadHeader
from projections.queries.listing import Listing

OTHERS: Final = frozenset({"as_of", "after", "limit"})
"""The parameters that every list has beside its filters."""


def filters_of(listing: Listing, given: Mapping[str, str]) -> dict[str, Any]:
    """The filters of a request, each of its kind; unknown parameters are refused by name."""
    filters: dict[str, Any] = {}
    for name, value in given.items():
        if name in OTHERS:
            continue
        chosen = listing.filters.get(name)
        if chosen is None:
            known = ", ".join(listing.filters) or "–"
            raise BadHeader(
                name=name,
                value=value,
                expected_zh=f"以下筛选之一:{known}",
                expected_en=f"one of: {known}",
            )
        filters[name] = _of_kind(name, value, chosen.kind)
    return filters


def _of_kind(name: str, value: str, kind: type) -> Any:
    if kind is bool:
        if value not in {"true", "false"}:
            raise BadHeader(
                name=name, value=value, expected_zh="true 或 false", expected_en="true or false"
            )
        return value == "true"
    if kind is datetime.date:
        try:
            return datetime.date.fromisoformat(value)
        except ValueError as error:
            raise BadHeader(
                name=name,
                value=value,
                expected_zh="日期,如 2026-03-02",
                expected_en="a date such as 2026-03-02",
            ) from error
    if kind is int:
        if not (value.isascii() and value.isdigit() and len(value) <= 9):
            raise BadHeader(
                name=name, value=value, expected_zh="整数", expected_en="a whole number"
            )
        return int(value)
    if "\0" in value:
        raise BadHeader(
            name=name,
            value=value,
            expected_zh="不含空字符的文本",
            expected_en="text without the null character",
        )
    return value
