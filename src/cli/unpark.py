"""`guantong unpark`: streams that could not be folded are folded anew, once the cause is mended."""

from typing import Annotated, Final

import typer

from cli import places
from cli.exits import Exit
from cli.language import text
from cli.options import DEFAULT_DATA, Data, Json, Kafka, Postgres
from cli.terminal import say, show_json
from eventlog.settings import Settings
from projections import unparking
from projections.connection import connect

_PARKED: Final = """
select distinct jurisdiction, stream
  from projections.parked join projections.registry using (schema_name)
 where state = 'live' and (%(stream)s::text is null or stream = %(stream)s)
 order by 1, 2
"""


def unpark(
    stream: Annotated[str | None, typer.Argument(help=text("unpark.stream"))] = None,
    data: Data = DEFAULT_DATA,
    kafka: Kafka = None,
    postgres: Postgres = None,
    as_json: Json = False,
) -> None:
    """Fold them anew; ends with `Exit.FAULTY` if one had to be parked again."""
    settings = places.find(data, kafka=kafka, postgres=postgres)
    again = {key: unparking.unpark(settings, *key) for key in _parked(settings, stream)}
    if as_json:
        show_json(
            [
                {
                    "jurisdiction": code,
                    "stream": name,
                    "parked": {each.built.model.name: each.error for each in left},
                }
                for (code, name), left in again.items()
            ]
        )
    else:
        for (_, name), left in again.items():
            for each in left:
                model = each.built.model.name
                say(text("unpark.still", stream=name, model=model, error=each.error), style="red")
            if not left:
                say(text("unpark.done", stream=name), style="green")
        if not again:
            say(text("unpark.nothing"))
    if any(again.values()):
        raise typer.Exit(Exit.FAULTY)


def _parked(settings: Settings, stream: str | None) -> list[tuple[str, str]]:
    with connect(settings.postgres) as connection:
        rows = connection.execute(_PARKED, {"stream": stream}).fetchall()
    return [(code, name) for code, name in rows]
