"""The API document names each command's own body, whatever other families call theirs."""

import dataclasses
from collections.abc import Iterator
from typing import Any

import pytest

from api.openapi import command_body, command_schemas, row_schema
from domain import catalogue
from domain.registry import Action
from projections.campaigns.lists import CAMPAIGN_FINDINGS
from projections.leads.lists import LEADS
from projections.queries.listing import Listing

ACTIONS = [action for _, action in catalogue.ACTIONS.values() if not action.internal]


@pytest.fixture(scope="module")
def schemas() -> dict[str, Any]:
    return command_schemas()


def referred(schemas: dict[str, Any], reference: str) -> Any:
    """The schema that a reference leads to."""
    return schemas[reference.removeprefix("#/components/schemas/")]


@pytest.mark.parametrize("action", ACTIONS, ids=lambda action: action.command.__module__)
def test_a_body_is_that_of_the_command(schemas: dict[str, Any], action: Action) -> None:
    """Field by field: ``Issue`` of a notice is not ``Issue`` of a task order."""
    content = command_body(action)["requestBody"]["content"]["application/json"]
    schema = referred(schemas, content["schema"]["$ref"])
    names = {field.name for field in dataclasses.fields(action.command)}
    assert set(schema["properties"]) == names
    assert set(content["example"]) <= names


def references(value: Any) -> Iterator[str]:
    """Every reference within a schema."""
    for inner in value.values() if isinstance(value, dict) else value:
        if isinstance(inner, dict | list):
            yield from references(inner)
    if isinstance(value, dict) and isinstance(value.get("$ref"), str):
        yield value["$ref"]


def test_every_reference_leads_somewhere(schemas: dict[str, Any]) -> None:
    found = set(references(schemas))
    assert found
    assert all(referred(schemas, reference) for reference in found)


@pytest.mark.parametrize(
    ("listing", "name", "kind"),
    [
        (LEADS, "days", {"type": ["integer", "null"]}),
        (LEADS, "due", {"type": ["string", "null"], "format": "date"}),
        (CAMPAIGN_FINDINGS, "photos_on_file", {"type": ["boolean", "null"]}),
    ],
)
def test_what_is_worked_out_when_asked_is_of_its_own_type(
    listing: Listing, name: str, kind: dict[str, Any]
) -> None:
    """A number of days, a day, a yes or no."""
    assert row_schema(listing)["properties"][name] == kind
