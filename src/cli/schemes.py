"""`guantong scheme`: a new one, every fault of one with its place and fix, and the text to adopt."""

from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from cli.errors import FileThere
from cli.exits import Exit
from cli.language import Language, language, text
from cli.options import Json
from cli.skeleton import blanks_of, skeleton
from cli.terminal import say, show_json
from domain import catalogue
from domain.errors import Explained, Fault
from domain.scheme import Scheme
from processes.scheme_files import SchemeText, read_scheme_files


def new(
    file: Annotated[Path, typer.Argument(dir_okay=False, help=text("scheme_new.file"))],
    identifier: Annotated[str, typer.Option("--id", help=text("scheme_new.id"))],
    title_zh: Annotated[str, typer.Option("--title-zh", help=text("scheme_new.title_zh"))],
    title_en: Annotated[str, typer.Option("--title-en", help=text("scheme_new.title_en"))],
    as_json: Json = False,
) -> None:
    """Write the skeleton of a city's scheme, never over a file that is there."""
    if file.exists():
        raise FileThere(file=file)
    written = skeleton(file.parent, identifier=identifier, title_zh=title_zh, title_en=title_en)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(written, "utf-8")
    blanks = blanks_of(written)
    if as_json:
        show_json({"file": str(file), "blanks": blanks})
    else:
        say(text("scheme_new.done", file=file, blanks=blanks), style="green")
        say(text("scheme_new.next", file=file))


def check(
    file: Annotated[
        Path, typer.Argument(exists=True, dir_okay=False, help=text("scheme_check.file"))
    ],
    as_json: Json = False,
) -> None:
    """Read a scheme as adopting it would; ends with `Exit.FAULTY` if there are faults."""
    joined = read_scheme_files(file)
    try:
        scheme = Scheme.parse(joined.text, catalogue.CATALOGUE)
    except Explained as error:
        faults: Sequence[Fault] = getattr(error, "faults", ())
        if not faults:
            raise
        _show(joined, faults, as_json=as_json)
        raise typer.Exit(Exit.FAULTY) from None
    counts = {"parties": len(scheme.parties), "mechanisms": len(scheme.mechanisms)}
    if as_json:
        show_json({"ok": True, **counts})
    else:
        say(text("scheme_check.well", file=file, **counts), style="green")


def show_text(
    file: Annotated[
        Path, typer.Argument(exists=True, dir_okay=False, help=text("scheme_check.file"))
    ],
) -> None:
    """Print the text that is adopted: the file with all that it includes."""
    typer.echo(read_scheme_files(file).text, nl=False)


def _show(joined: SchemeText, faults: Sequence[Fault], *, as_json: bool) -> None:
    placed = [(fault, *_place(joined, fault)) for fault in faults]
    if as_json:
        told = [{**asdict(fault), "file": file.name, "line": line} for fault, file, line in placed]
        show_json({"ok": False, "faults": told})
        return
    _, scheme = joined.files[0]
    say(text("scheme_check.faults", file=scheme, count=len(faults)), style="bold red")
    chinese = language() is Language.ZH
    for fault, file, line in placed:
        where = "" if line is None else f" ({file.name}, {text('scheme_check.line', line=line)})"
        say(f"{fault.path}{where}: {fault.zh if chinese else fault.en}")
        say(f"  {text('scheme_check.fix')}: {fault.fix_zh if chinese else fault.fix_en}")


def _place(joined: SchemeText, fault: Fault) -> tuple[Path, int | None]:
    """The file and line of a fault; the scheme's own file where no line is known."""
    return (joined.files[0][1], None) if fault.line is None else joined.place(fault.line)
