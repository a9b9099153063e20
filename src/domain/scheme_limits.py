"""Reads the time limits of a scheme: how long, and who gives more."""

from collections.abc import Mapping
from typing import Any, get_args

from domain.calendar import ExtendedBy, InvalidLimit, Limit, Unit
from domain.period_limits import PeriodLimit
from domain.toml_text import Table


def limit_at(table: Table, key: str) -> Limit:
    """A time limit: ``3 working days``, ``15 days``, ``1 month``, ``1 year``."""
    found = table.maybe_text(key, needed=True)
    if found is not None:
        try:
            return Limit.parse(found)
        except InvalidLimit as refusal:
            table.note(
                key,
                says=(refusal.sentence_zh, refusal.sentence_en),
                fix=(refusal.next_zh, refusal.next_en),
            )
    return Limit(1, Unit.DAY)


def extension_at(table: Table, due: Limit | PeriodLimit | str) -> Mapping[str, Any]:
    """``extend``: ``by`` whom, and the ``longest`` time it may come to; by law alone, nobody does."""
    if "extend" not in table:
        statutory = table.flag("statutory", default=False)
        return {"extended_by": "nobody"} if statutory else {}
    inner = table.table("extend")
    by = inner.maybe_choice("by", get_args(ExtendedBy), needed=True)
    longest = limit_at(inner, "longest") if "longest" in inner else None
    if longest and not (isinstance(due, Limit) and due.is_within(longest)):
        inner.note(
            "longest",
            says=(f"“{longest}”短于“{due}”或无法比较。", f"«{due}» is not within it."),
            fix=("写总期限,单位同 due。", "Write the whole time, in the unit of «due»."),
        )
    inner.refuse_rest()
    return {"extended_by": by or "nobody", "longest": longest}
