"""What a city changes in a rule of a mechanism that it shares with others.

``[[change]]`` names the rule by mechanism and rule, what differs, and on what that rests::

    [[change]]
    rule = "complaint-intake.repeat-notice"
    due = "end of quarter plus 5 working days"
    basis = "…"

The text that is adopted keeps both, the rule as the cities share it and what this one changes.
"""

from collections.abc import Iterable, Mapping
from typing import Final

from domain.toml_text import Table

BASIS: Final = "basis"
NOT_CHANGED: Final = ("rule", "id")
"""What names the rule, here and there."""


class Changes:
    """The changes of a text, by the rules that they name; each is applied once."""

    def __init__(self, table: Table) -> None:
        self._tables: dict[str, Table] = {}
        for change in table.tables("change", named="rule"):
            rule = change.text("rule")
            if rule in self._tables:
                change.note(
                    "rule",
                    says=(f"规则“{rule}”已有更改。", f"The rule «{rule}» is changed already."),
                    fix=("写在同一个 change 里。", "Write it into the same change."),
                )
            else:
                self._tables[rule] = change
        self._applied: set[str] = set()

    def applied(self, key: str, rule: Table) -> Table:
        """The table of a rule as the city has it. A fault in what is changed is told at the change."""
        change = self._tables.get(key)
        if change is None:
            return rule
        self._applied.add(key)
        change.text(BASIS)
        names = [name for name in change.keys if name not in NOT_CHANGED]
        if names in ([], [BASIS]):
            change.note(
                "",
                says=("没有更改任何内容。", "It changes nothing."),
                fix=("写明与原规则不同的项。", "Write what differs from the rule."),
            )
        return rule.with_those_of(change, names)

    def refuse_rest(self, rules: Iterable[str]) -> None:
        """Note every change of a rule that the text does not have, and what nothing reads."""
        for key, change in self._unapplied().items():
            change.unknown("rule", key, rules)
        for key in self._applied:
            self._tables[key].refuse_rest()

    def _unapplied(self) -> Mapping[str, Table]:
        return {key: each for key, each in self._tables.items() if key and key not in self._applied}
