"""What the rows say is what the domain knows, in every history that the specs of leads tell."""

import importlib
import inspect
import pkgutil
from collections.abc import Iterator
from typing import Any

import pytest
from psycopg.rows import dict_row

from domain.ids import JurisdictionCode, StreamId, family_of
from domain.leads.state import Lead
from domain.obligations.state import Obligation
from projections import access, flows, inbox, obligations
from projections.leads import register as leads
from tests.domain.leads import decisions
from tests.domain.leads.given import Office
from tests.domain.world import World
from tests.projections.making import Connection, Log, build, fold

Row = dict[str, Any]
MODELS = (access.MODEL, leads.MODEL, obligations.MODEL, inbox.MODEL, flows.MODEL)
ENDED_AS = {"confirmed": "closed", "recalled": "withdrawn"}
"""Where a flow is called otherwise than the hand-over: its sender confirmed the feedback, or took it back."""


def specs() -> Iterator[tuple[str, Any]]:
    """Every spec of a decision about leads that needs nothing but itself."""
    for module in pkgutil.iter_modules(decisions.__path__, f"{decisions.__name__}."):
        for name, spec in inspect.getmembers(importlib.import_module(module.name)):
            if name.startswith("test_") and not inspect.signature(spec).parameters:
                yield f"{module.name}.{name}", spec


@pytest.fixture(scope="module")
def worlds() -> dict[JurisdictionCode, World]:
    """The worlds that the specs leave behind, each under a code of its own."""
    told: dict[JurisdictionCode, World] = {}
    opened = Office.opened
    offices: list[Office] = []

    def remembering(*_: object, **options: Any) -> Office:
        offices.append(opened(**options))
        return offices[-1]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Office, "opened", remembering)
        for _, spec in specs():
            spec()
    for number, office in enumerate(offices):
        told[JurisdictionCode(f"world-{number}")] = office.world
    return told


def log_of(code: JurisdictionCode, world: World) -> Log:
    log = Log(code)
    for each in world.told:
        log.command((each.stream, each.event), actor=each.actor)
    return log


def current(connection: Connection, table: str) -> dict[tuple[str, str], list[Row]]:
    """The current rows by jurisdiction and stream."""
    found: dict[tuple[str, str], list[Row]] = {}
    with connection.cursor(row_factory=dict_row) as cursor:
        query = f"select * from read.{table} where until_position is null"  # noqa: S608
        for row in cursor.execute(query):
            found.setdefault((row["jurisdiction"], row["stream"]), []).append(row)
    return found


@pytest.fixture
def folded(connection: Connection, worlds: dict[JurisdictionCode, World]) -> Connection:
    """The rows of all those histories."""
    built = build(connection, MODELS)
    for code, world in worlds.items():
        assert fold(connection, built, log_of(code, world).entries) == []
    return connection


def leads_of(
    worlds: dict[JurisdictionCode, World],
) -> Iterator[tuple[tuple[str, StreamId], Lead, list[Obligation]]]:
    for code, world in worlds.items():
        for stream, state in world.streams.items():
            if family_of(stream) == "lead":
                yield (code, stream), state.state, list(state.obligations.values())


def as_register(lead: Lead) -> Row:
    """A lead as the domain knows it, in the register's words."""
    climbing = lead.climbing
    return {
        "stage": lead.stage,
        "holder": lead.holder,
        "handling_party": lead.handling_party,
        "handlers": list(lead.handlers),
        "keeper": lead.keeper,
        "source": lead.source,
        "regime": lead.regime,
        "secrecy": lead.secrecy,
        "persons": list(lead.persons),
        "numbers": {str(number) for number in lead.numbers},
        "origin": lead.origin,
        "parts": list(lead.parts),
        "linked": set(lead.linked),
        "submission": None if climbing is None or lead.pending is None else lead.pending.matter,
        "way": None if lead.disposal is None else lead.disposal.way,
        "result": lead.closing,
        "hand_overs": [
            (leg.serial, leg.from_party, leg.to_party, leg.status) for leg in lead.transfers
        ],
    }


def register(row: Row) -> Row:
    """A row of the register, as far as the domain keeps it too."""
    kept = {name: row[name] for name in as_register(Lead())}
    kept["numbers"] = {number["text"] for number in row["numbers"]}
    kept["linked"] = {*row["linked"], *filter(None, (row["merged_into"],))}
    kept["result"] = row["result"] if row["stage"] == "closed" else None
    kept["hand_overs"] = [
        (leg["transfer"], leg["from_party"], leg["to_party"], leg["status"])
        for leg in row["hand_overs"]
    ]
    return kept


def test_the_register_says_what_the_domain_knows(
    folded: Connection, worlds: dict[JurisdictionCode, World]
) -> None:
    rows = current(folded, "leads")
    known = list(leads_of(worlds))
    assert len(known) > 100
    for key, lead, _ in known:
        assert register(rows[key][0]) == as_register(lead), key


def test_what_is_owed_is_what_the_domain_says_is_owed(
    folded: Connection, worlds: dict[JurisdictionCode, World]
) -> None:
    rows = current(folded, "obligations")
    for key, _, owed in leads_of(worlds):
        still = [row for row in rows.get(key, ()) if row["ended"] is None]
        assert {(r["obligation"], r["status"], r["due"], r["owner"]) for r in still} == {
            (each.id, each.status, each.due, each.arisen.owner) for each in owed
        }


def test_hand_overs_stand_where_the_domain_has_them(
    folded: Connection, worlds: dict[JurisdictionCode, World]
) -> None:
    rows = current(folded, "flows")
    for key, lead, _ in leads_of(worlds):
        found = {row["flow"]: row for row in rows.get(key, ())}
        for leg in lead.transfers:
            row = found[f"lead_transfer:{leg.serial}"]
            expected = ENDED_AS.get(leg.status, leg.status)
            assert (row["status"], row["milestone"]) == (expected, leg.milestone)


def test_who_is_recused_or_named_is_barred(
    folded: Connection, worlds: dict[JurisdictionCode, World]
) -> None:
    rows = current(folded, "bars")
    for key, lead, _ in leads_of(worlds):
        barred = {(row["person"], row["ground"]) for row in rows.get(key, ())}
        recused = {(person, "recusal") for person in (*lead.recused, *lead.recusals_asked)}
        named = {(person, "named") for person in lead.persons}
        assert recused | named <= barred


def test_rows_have_no_other_scope_than_their_table_says(folded: Connection) -> None:
    for model in MODELS:
        for table in model.tables:
            scopes = {row["scope"] for each in current(folded, table.name).values() for row in each}
            found = {access.visibility_class(scope) for scope in scopes}
            assert not table.classes or found <= set(table.classes), table.name


def test_what_has_ended_waits_for_nobody(
    folded: Connection, worlds: dict[JurisdictionCode, World]
) -> None:
    rows = current(folded, "inbox")
    for key, lead, _ in leads_of(worlds):
        kinds = {row["kind"] for row in rows.get(key, ())}
        if lead.stage == "annulled":
            assert kinds <= {"feed_back", "confirm_feedback"}
        if lead.ended:
            assert not kinds & {"register", "allocate", "acknowledge", "propose", "sign"}
        if lead.stage == "allocated":
            assert "acknowledge" in kinds
        for leg in lead.transfers:
            waiting = {row["item"] for row in rows.get(key, ())}
            assert (f"confirm_feedback:{leg.serial}" in waiting) == (leg.status == "fed_back")
        if lead.climbing is not None and lead.stage != "annulled":
            assert kinds & {"sign", "unblock", "confirm_paper"}, key
