"""`guantong topics`: are the three topics as they must be; create those that are missing."""

from typing import Annotated

import typer

from cli import places
from cli.exits import Exit
from cli.language import text
from cli.options import DEFAULT_DATA, Data, Json, Kafka, Postgres
from cli.terminal import say, show_error, show_json
from eventlog import topics as log_topics
from eventlog.errors import TopicsWrong


def topics(
    data: Data = DEFAULT_DATA,
    kafka: Kafka = None,
    postgres: Postgres = None,
    create: Annotated[
        bool, typer.Option("--create/--check", help=text("topics.create_or_check"))
    ] = False,
    partitions: Annotated[
        int | None, typer.Option("--partitions", min=1, help=text("topics.partitions"))
    ] = None,
    as_json: Json = False,
) -> None:
    """Check; with `--create` or `--partitions` make what is missing first.

    Ends with `Exit.FAULTY` if something is wrong.
    """
    settings = places.find(data, kafka=kafka, postgres=postgres)
    names = log_topics.Topics()
    if create:
        log_topics.create(settings.kafka, names, partitions=partitions or 1)
    try:
        if partitions is not None:
            log_topics.grow(settings.kafka, names, partitions=partitions)
        count = log_topics.check(settings.kafka, names)
    except TopicsWrong as error:
        if as_json:
            show_json({"ok": False, "faults": error.details["faults"]})
        else:
            show_error(error)
        raise typer.Exit(Exit.FAULTY) from None
    if as_json:
        show_json({"ok": True, "partitions": count, "topics": names.names})
    else:
        say(text("topics.well", partitions=count))
