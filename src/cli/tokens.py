"""`guantong token`: a bearer token for a person who acts for a party."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated, Final

import typer

from api.identity import Identity, issue_token, signing_key
from cli import jurisdictions, places
from cli.language import text
from cli.options import DEFAULT_DATA, Data, Json, JurisdictionOption, Kafka, Postgres
from cli.terminal import show_json
from domain.ids import PartyId, PersonId

KEY_FILE: Final = "token.key"
DAYS: Final = 30


def token(
    person: Annotated[str, typer.Option("--person", help=text("option.person"))],
    party: Annotated[str, typer.Option("--party", help=text("option.party"))],
    data: Data = DEFAULT_DATA,
    kafka: Kafka = None,
    postgres: Postgres = None,
    jurisdiction: JurisdictionOption = None,
    days: Annotated[int, typer.Option("--days", min=1, help=text("token.days"))] = DAYS,
    as_json: Json = False,
) -> None:
    """Print a token. It says who somebody is; what they may do follows from their appointments."""
    settings = places.find(data, kafka=kafka, postgres=postgres)
    code = jurisdictions.choose(settings, jurisdiction)
    identity = Identity(PersonId(person), PartyId(party), code)
    issued = issue(data, identity, days=days)
    if as_json:
        show_json({"token": issued, "person": person, "party": party, "jurisdiction": code})
    else:
        typer.echo(issued)


def issue(data: Path, identity: Identity, *, days: int) -> str:
    """A token signed with the key that this program keeps in the data folder."""
    key = signing_key(data.absolute() / KEY_FILE)
    return issue_token(identity, key=key, now=datetime.now(UTC), days=days)
