"""`guantong replay`: the history of one matter, or of one party, sentence by sentence.

Two ways to read. As a person acting for a party, one gets what that person would get from the API:
permission as of now, content as of then. As auditor one reads the log itself, every event with its
position, and no name: who runs the machine is no reader.
"""

import asyncio
import datetime
from collections.abc import Sequence
from dataclasses import asdict
from typing import Annotated

import typer
from rich.markup import escape

from cli import history, jurisdictions, places
from cli.errors import BadMoment, NothingThere, WhatToTell, WhoReads
from cli.history import Told, Wanted
from cli.language import Language, speak, text
from cli.options import DEFAULT_DATA, Data, Json, JurisdictionOption, Kafka, Postgres
from cli.terminal import out, show_json
from domain.calendar import SHANGHAI
from domain.ids import JurisdictionCode, PartyId, PersonId, StreamId, is_stream_id
from projections.queries.reader import Reader


def replay(
    what: Annotated[str, typer.Argument(help=text("replay.what"))],
    code: Annotated[str | None, typer.Argument(help=text("replay.code"))] = None,
    data: Data = DEFAULT_DATA,
    kafka: Kafka = None,
    postgres: Postgres = None,
    jurisdiction: JurisdictionOption = None,
    person: Annotated[str | None, typer.Option("--person", help=text("option.person"))] = None,
    party: Annotated[str | None, typer.Option("--party", help=text("option.party"))] = None,
    auditor: Annotated[bool, typer.Option("--auditor", help=text("replay.auditor"))] = False,
    as_of: Annotated[str | None, typer.Option("--as-of", help=text("replay.as_of"))] = None,
    lang: Annotated[Language | None, typer.Option("--lang", help=text("option.lang"))] = None,
    as_json: Json = False,
) -> None:
    """Tell a history in the order of the log."""
    if lang is not None:
        speak(lang)
    settings = places.find(data, kafka=kafka, postgres=postgres)
    wanted = _wanted(what, code, jurisdictions.choose(settings, jurisdiction), as_of)
    if auditor:
        told = asyncio.run(history.of_auditor(settings, wanted))
    elif person is not None and party is not None:
        reader = Reader(wanted.jurisdiction, PersonId(person), PartyId(party))
        told = asyncio.run(history.of_reader(settings, reader, wanted))
    else:
        raise WhoReads
    if not told:
        raise NothingThere(what=code or what)
    if as_json:
        show_json([{k: v for k, v in asdict(each).items() if v is not None} for each in told])
    else:
        show(told, of_party=wanted.party is not None)


def _wanted(
    what: str, code: str | None, jurisdiction: JurisdictionCode, as_of: str | None
) -> Wanted:
    try:
        until = None if as_of is None else history.moment_or_position(as_of)
    except ValueError as error:
        raise BadMoment(given=as_of) from error
    if what == "party" and code is not None:
        return Wanted(jurisdiction=jurisdiction, party=code, as_of=until)
    if is_stream_id(what) and code is None:
        return Wanted(jurisdiction=jurisdiction, stream=StreamId(what), as_of=until)
    raise WhatToTell(what=what)


def show(told: Sequence[Told], *, of_party: bool) -> None:
    """Print one line for each event: when it happened, what, who did it, and when that was recorded.

    Of a party's history each line begins with the matter it is about.
    """
    for each in told:
        place = "" if each.position is None else f"{each.position:>7}  "
        about = f"[dim]{each.stream}[/]  " if of_party else ""
        recorded = _local(each.recorded)
        late = f" · {text('replay.late')}" if each.late else ""
        out.print(f"[dim]{place}[/]{each.occurred}  {about}{escape(each.sentence)}")
        out.print(
            f"[dim]{' ' * len(place)}  {escape(each.actor)} · {each.party} · {recorded}{late}[/]"
        )


def _local(moment: datetime.datetime) -> str:
    return moment.astimezone(SHANGHAI).strftime("%Y-%m-%d %H:%M")
