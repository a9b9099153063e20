"""`guantong scheme check`: every fault of a scheme, where it is, and how to mend it."""

from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from cli.exits import Exit
from cli.language import Language, language, text
from cli.options import Json
from cli.terminal import say, show_json
from domain import catalogue
from domain.errors import Explained, Fault
from domain.scheme import Scheme


def check(
    file: Annotated[
        Path, typer.Argument(exists=True, dir_okay=False, help=text("scheme_check.file"))
    ],
    as_json: Json = False,
) -> None:
    """Read a scheme as adopting it would; ends with `Exit.FAULTY` if there are faults."""
    try:
        scheme = Scheme.parse(file.read_text("utf-8"), catalogue.CATALOGUE)
    except Explained as error:
        faults: Sequence[Fault] = getattr(error, "faults", ())
        if not faults:
            raise
        _show(file, faults, as_json=as_json)
        raise typer.Exit(Exit.FAULTY) from None
    counts = {"parties": len(scheme.parties), "mechanisms": len(scheme.mechanisms)}
    if as_json:
        show_json({"ok": True, **counts})
    else:
        say(text("scheme_check.well", file=file, **counts), style="green")


def _show(file: Path, faults: Sequence[Fault], *, as_json: bool) -> None:
    if as_json:
        show_json({"ok": False, "faults": [asdict(fault) for fault in faults]})
        return
    say(text("scheme_check.faults", file=file, count=len(faults)), style="bold red")
    chinese = language() is Language.ZH
    for fault in faults:
        place = "" if fault.line is None else f" ({text('scheme_check.line', line=fault.line)})"
        say(f"{fault.path}{place}: {fault.zh if chinese else fault.en}")
        say(f"  {text('scheme_check.fix')}: {fault.fix_zh if chinese else fault.fix_en}")
