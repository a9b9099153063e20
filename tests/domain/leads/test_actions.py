"""Every example is a command; only routine has a batch form."""

import json

import pytest
from pydantic import TypeAdapter

from domain.catalogue import CATALOGUE
from domain.leads import FAMILY, commands
from domain.registry import Action
from domain.scheme import Scheme
from tests.domain.leads.given import SCHEME


def test_every_command_has_an_action() -> None:
    assert {action.command.__name__ for action in FAMILY.actions} == set(commands.__all__)


def test_batches_are_for_routine_only() -> None:
    """First-hour needs: batch allocate, acknowledge, remind; never filing."""
    batches = {action.name for action in FAMILY.actions if action.batch}
    assert batches == {
        "propose_allocation",
        "allocate",
        "acknowledge",
        "acknowledge_transfer",
        "remind",
    }


@pytest.mark.parametrize("action", FAMILY.actions, ids=lambda action: str(action.name))
def test_every_example_is_a_command(action: Action) -> None:
    TypeAdapter(action.command).validate_json(json.dumps(action.example))


def test_the_scheme_of_these_tests_names_events_and_fields_that_exist() -> None:
    assert Scheme.parse(SCHEME.read_text(encoding="utf-8"), CATALOGUE).rules
