"""What `guantong up` prints to try: tokens of a few telling persons, and requests in their names.

A scenario says who and what in `tour.toml` beside it:

    jurisdiction = "linyi"
    [[person]]      # variable, party, role, zh, en
    [[request]]     # as (a variable), path, zh, en
"""

import os
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import psycopg

from api.identity import Identity
from cli.language import language, text
from cli.terminal import say
from cli.tokens import DAYS, issue
from domain.ids import JurisdictionCode, PartyId, PersonId
from eventlog.settings import Settings

TOUR: Final = "tour.toml"
ENVIRONMENT: Final = "try.env"

_HOLDER: Final = """
select stream from read.appointments
 where until_position is null and jurisdiction = %s and party = %s and role = %s
 order by from_position limit 1
"""


@dataclass(frozen=True, slots=True)
class Sample:
    """A person worth being: the shell variable of the token, who it is, the token."""

    variable: str
    who: str
    token: str


def show(settings: Settings, data: Path, url: str, scenario: Path) -> None:
    """Print address, tokens and requests; write the variables to a file that a shell can read."""
    say(f"{text('up.documents')}: {url}/docs")
    path = (scenario if scenario.is_dir() else scenario.parent) / TOUR
    if not path.exists():
        return
    tour = tomllib.loads(path.read_text("utf-8"))
    samples = list(_samples(settings, data, tour))
    exports = [f"export GUANTONG={url}", *(f"export {s.variable}={s.token}" for s in samples)]
    file = data / ENVIRONMENT
    descriptor = os.open(file, os.O_CREAT | os.O_TRUNC | os.O_WRONLY, 0o600)
    with os.fdopen(descriptor, "w") as stream:
        stream.write("\n".join(exports) + "\n")
    say(f"\n{text('up.tokens', days=DAYS)}", style="bold")
    for sample in samples:
        say(f"{sample.who}", style="dim")
        say(f"export {sample.variable}={sample.token}")
    say(f"\n{text('up.shell')}", style="bold")
    say(f". {_shown(file)}")
    say(f"\n{text('up.try')}", style="bold")
    for request in tour["request"]:
        say(f"# {request[language()]}", style="dim")
        say(curl(request))


def curl(request: Mapping[str, str]) -> str:
    """A request as a line for the shell; `GUANTONG` and the person's variable are in `try.env`."""
    options = "-sN" if request["path"].endswith("/stream") else "-s"
    bearer = f'-H "Authorization: Bearer ${request["as"]}"'
    return f'curl {options} {bearer} "$GUANTONG{request["path"]}"'


def _samples(settings: Settings, data: Path, tour: Mapping[str, Any]) -> Iterator[Sample]:
    code = JurisdictionCode(tour["jurisdiction"])
    with psycopg.connect(settings.postgres) as connection:
        for wanted in tour["person"]:
            party, role = wanted["party"], wanted["role"]
            found = connection.execute(_HOLDER, (code, party, role)).fetchone()
            if found is not None:
                identity = Identity(PersonId(found[0]), PartyId(party), code)
                token = issue(data, identity, days=DAYS)
                yield Sample(wanted["variable"], wanted[language()], token)


def _shown(path: Path) -> Path:
    """A path as short as it can be written from here."""
    return path.relative_to(Path.cwd()) if path.is_relative_to(Path.cwd()) else path
