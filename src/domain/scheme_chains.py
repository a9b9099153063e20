"""Reads the steps of the responsibility chain (八步强责): which levels owe each, and within what time."""

from typing import Final, cast, get_args

from domain.scheme_limits import limit_at
from domain.scheme_parts import ChainStep, Phrase, ResponsibleLevel
from domain.toml_text import Table

LEVELS: Final = get_args(ResponsibleLevel)


def chain_steps(table: Table) -> tuple[ChainStep, ...]:
    """The steps in the order of the text, which is the order in which they are taken; each once."""
    found: list[ChainStep] = []
    for inner in table.tables("chain_step", named="code"):
        step = _step(inner)
        if any(step.code == other.code for other in found):
            inner.note(
                "code",
                says=(f"“{step.code}”出现多次。", f"«{step.code}» stands there more than once."),
                fix=("每步只写一次。", "Let each step stand once."),
            )
        found.append(step)
    return tuple(found)


def _step(table: Table) -> ChainStep:
    title = table.table("title")
    phrase = Phrase(zh=title.text("zh"), en=title.text("en"))
    title.refuse_rest()
    levels = table.texts("levels", needed=True)
    for level in levels:
        if level not in LEVELS:
            table.unknown("levels", level, LEVELS)
    found = ChainStep(
        code=table.text("code"),
        title=phrase,
        levels=cast("tuple[ResponsibleLevel, ...]", tuple(dict.fromkeys(levels))),
        due=limit_at(table, "due"),
        basis=table.text("basis"),
    )
    table.refuse_rest()
    return found
