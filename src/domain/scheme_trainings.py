"""Reads the brands of training (培训品牌) of a scheme, and who holds sessions of each."""

from typing import Final, cast, get_args

from domain.scheme_parts import PartyKind, TrainingBrand
from domain.scheme_rules import phrase_at
from domain.toml_text import Table

KINDS: Final = get_args(PartyKind)


def training_brands(table: Table) -> tuple[TrainingBrand, ...]:
    """The brands in the order of the text; a code stands once."""
    found: list[TrainingBrand] = []
    for inner in table.tables("training_brand", named="code"):
        brand = _brand(inner)
        if any(brand.code == other.code for other in found):
            inner.note(
                "code",
                says=(f"“{brand.code}”出现多次。", f"«{brand.code}» stands there more than once."),
                fix=("每个只写一次。", "Let each stand once."),
            )
        found.append(brand)
    return tuple(found)


def _brand(table: Table) -> TrainingBrand:
    title = phrase_at(table, "title")
    organisers = table.texts("organisers", needed=True)
    if "organisers" in table and not organisers:
        table.note(
            "organisers",
            says=("没有举办单位。", "Nobody holds sessions of it."),
            fix=("写明由哪几类单位举办。", "Say which kinds of parties hold them."),
        )
    for kind in organisers:
        if kind not in KINDS:
            table.unknown("organisers", kind, KINDS)
    found = TrainingBrand(
        code=table.text("code"),
        title=title,
        organisers=cast("tuple[PartyKind, ...]", organisers),
        basis=table.text("basis"),
    )
    table.refuse_rest()
    return found
