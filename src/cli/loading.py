"""`guantong load` and `guantong simulate`: many commands, sent the way every client sends them."""

import time
from pathlib import Path
from typing import Annotated

import typer

from cli import places
from cli.exits import Exit
from cli.language import Language, language, text
from cli.options import DEFAULT_DATA, Attachments, Data, Json, Kafka, Postgres
from cli.stopping import stop_when_asked
from cli.terminal import Advance, note, progress, say, show_json
from processes import loading, simulation
from processes.loading import Progress

PROBLEMS_SHOWN_MAX = 20


def load(
    path: Annotated[Path, typer.Argument(exists=True, help=text("load.path"))],
    store: Attachments = None,
    data: Data = DEFAULT_DATA,
    kafka: Kafka = None,
    postgres: Postgres = None,
    as_json: Json = False,
) -> None:
    """Load a scenario.

    Ends with `Exit.REFUSED` at a line that went otherwise than it says, with `Exit.INTERRUPTED` when
    asked to stop; in both cases another load goes on from there.
    """
    settings = places.find(data, kafka=kafka, postgres=postgres, attachments=store)
    began = time.monotonic()
    with stop_when_asked() as stop, progress(text("load.progress")) as advance:
        loaded = loading.load(settings, path, report=_told(advance), stop=stop)
    seconds = round(time.monotonic() - began, 1)
    if as_json:
        show_json({"seconds": seconds, **loaded.to_json()})
    else:
        for line, problem in loaded.problems[:PROBLEMS_SHOWN_MAX]:
            detail = problem["detail_zh" if language() is Language.ZH else "detail_en"]
            note(text("load.problem", line=line, code=problem["code"], detail=detail))
        counts = {
            name: getattr(loaded, name)
            for name in ("jurisdiction", "accepted", "rejected", "known")
        }
        say(text("load.result", seconds=seconds, **counts))
    if loaded.problems:
        raise typer.Exit(Exit.REFUSED)
    if stop.is_set():
        raise typer.Exit(Exit.INTERRUPTED)


def simulate(
    jurisdictions: Annotated[
        int, typer.Option("--jurisdictions", min=1, help=text("simulate.jurisdictions"))
    ],
    leads: Annotated[int, typer.Option("--leads", min=1, help=text("simulate.leads"))],
    seed: Annotated[int, typer.Option("--seed", help=text("simulate.seed"))] = 0,
    data: Data = DEFAULT_DATA,
    kafka: Kafka = None,
    postgres: Postgres = None,
    as_json: Json = False,
) -> None:
    """Generate and send; the same seed gives the same content in jurisdictions of other names."""
    settings = places.find(data, kafka=kafka, postgres=postgres)
    began = time.monotonic()
    with stop_when_asked() as stop, progress(text("simulate.progress")) as advance:
        done = simulation.simulate(
            settings,
            jurisdictions=jurisdictions,
            leads=leads,
            seed=seed,
            report=_told(advance),
            stop=stop,
        )
    seconds = time.monotonic() - began
    rate = round((done.accepted + done.rejected) / seconds)
    if as_json:
        show_json({"seconds": round(seconds, 1), "rate": rate, **done.to_json()})
    else:
        counts = {"accepted": done.accepted, "rejected": done.rejected}
        say(text("simulate.result", seconds=round(seconds, 1), rate=rate, **counts))
    if stop.is_set():
        raise typer.Exit(Exit.INTERRUPTED)


def _told(advance: Advance) -> loading.Report:
    def report(progress: Progress) -> None:
        day = "" if progress.day is None else progress.day.isoformat()
        advance(progress.done, progress.total, day)

    return report
