"""The tables of the family: every type told as a sentence, every example a command."""

import json
from typing import get_args

import pytest
from pydantic import TypeAdapter

from domain.catalogue import CATALOGUE
from domain.leads import FAMILY, commands, errors, events
from domain.leads.errors import REFUSALS
from domain.leads.values import Source
from domain.registry import Action, EventType
from domain.scheme import Scheme
from tests.domain.leads.given import SCHEME

BASES = {"LeadEvent", "SubmissionEvent", "TransferEvent"}


def test_every_command_has_an_action_and_every_event_a_type() -> None:
    assert {action.command.__name__ for action in FAMILY.actions} == set(commands.__all__)
    assert {kind.event.__name__ for kind in FAMILY.events} == set(events.__all__) - BASES


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


@pytest.mark.parametrize("kind", FAMILY.events, ids=lambda kind: str(kind.name))
def test_every_event_is_told_in_both_languages(kind: EventType) -> None:
    fields = {name: f"«{name}»" for name in kind.event.__dataclass_fields__}
    told = {"actor": "王", "party": "组"}
    for sentence in (kind.zh, kind.en):
        assert sentence.format(**{**fields, **told})
    assert kind.zh != kind.en


def test_every_refusal_of_leads_is_listed_and_says_what_to_do() -> None:
    own = {
        item for item in vars(errors).values() if getattr(item, "__module__", "") == errors.__name__
    }
    assert {item.__name__ for item in own if isinstance(item, type)} == {
        refusal.__name__ for refusal in REFUSALS
    }
    assert len({refusal.code for refusal in REFUSALS}) == len(REFUSALS)
    assert all(refusal.next_zh and refusal.next_en for refusal in REFUSALS)


def test_the_scheme_of_these_tests_names_events_and_fields_that_exist() -> None:
    assert Scheme.parse(SCHEME.read_text(encoding="utf-8"), CATALOGUE).rules


def test_sources_are_the_channels_of_the_rules() -> None:
    """DOMAIN.md §2 A1: four channels of reports, ten others."""
    assert len(get_args(Source)) == 14
