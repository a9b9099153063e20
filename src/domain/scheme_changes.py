"""What a city changes in a rule of a mechanism that it shares with others.

``[[change]]`` names the rule by mechanism and rule, what differs, and on what that rests::

    [[change]]
    rule = "complaint-intake.repeat-notice"
    due = "end of quarter plus 5 working days"
    basis = "…"

The text that is adopted keeps both, the rule as the cities share it and what this one changes.
A limit that is ``statutory`` may be made shorter, never longer: the law gives the time, not the city.
"""

from collections.abc import Iterable, Mapping
from typing import Final

from domain.calendar import InvalidLimit, Limit
from domain.toml_text import Table

BASIS: Final = "basis"
NOT_CHANGED: Final = ("rule", "id")
"""What names the rule, here and there."""

STATUTORY: Final = "statutory"
OPEN_TO_CHANGE: Final = ("title", BASIS, "owner", "owed_to", "due", "escalate")
"""Of a statutory rule: what says neither when its clock runs nor what ends it."""


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
        if rule.flag(STATUTORY, default=False):
            _keep_statutory(rule, change, names)
        return rule.with_those_of(change, names)

    def refuse_rest(self, rules: Iterable[str]) -> None:
        """Note every change of a rule that the text does not have, and what nothing reads."""
        for key, change in self._unapplied().items():
            change.unknown("rule", key, rules)
        for key in self._applied:
            self._tables[key].refuse_rest()

    def _unapplied(self) -> Mapping[str, Table]:
        return {key: each for key, each in self._tables.items() if key and key not in self._applied}


def _keep_statutory(rule: Table, change: Table, names: Iterable[str]) -> None:
    """Note what gives more time than the law does: a longer ``due``, or another course of the clock."""
    for name in names:
        if name == "due" and maybe_longer(change.maybe_text("due"), due := rule.text("due")):
            change.note(
                "due",
                says=(
                    f"期限“{due}”是法定的,更改后可能更长。",
                    f"The limit «{due}» is statutory, and this may be longer.",
                ),
                fix=(
                    f"只可缩短,以同样的单位书写,不超过“{due}”;确需更多时间的,逐件依法延长。",
                    f"Only shorten it, in the same unit: «{due}» at the most. Extend matter by matter.",
                ),
            )
        elif name not in OPEN_TO_CHANGE:
            change.note(
                name,
                says=(
                    "该规则的期限是法定的,此项不能更改。",
                    "The limit of this rule is statutory, and this of it is not changed.",
                ),
                fix=(
                    f"删去此项;可更改的有: {'、'.join(OPEN_TO_CHANGE)}。",
                    f"Leave it out; what may be changed: {', '.join(OPEN_TO_CHANGE)}.",
                ),
            )


def maybe_longer(new: str | None, old: str) -> bool:
    """Whether a limit is not surely within another; what is missing is told by who reads the rule."""
    if new is None or new == old:
        return False
    try:
        return not Limit.parse(new).is_within(Limit.parse(old))
    except InvalidLimit:
        return True
