"""For every action: who has nothing to do with a matter is told that it is not there."""

import json
from concurrent.futures import ThreadPoolExecutor
from typing import Any, Final

import pytest

from domain.catalogue import CATALOGUE
from domain.registry import Action, Family
from tests.api.installation import Installation, Member
from tests.api.test_commands import FOUND_OURSELVES

AT_ONCE: Final = 16
ABSENT: Final = "00000000-0000-4000-8000-000000000000"
LEAD: Final = CATALOGUE.family["lead"]
CONSULTATION: Final = CATALOGUE.family["consultation"]


def actions(family: Family) -> list[tuple[str, Action]]:
    """Where each action on an existing stream of a family is sent, those on any stream among them."""
    own = [(f"/{action.name}", action) for action in family.actions if action.target == "existing"]
    return own + [
        (f"/{other.collection}/{action.name}", action)
        for other in CATALOGUE.families
        for action in other.actions
        if action.target == "any" and not action.internal and action.routed
    ]


@pytest.fixture(scope="module")
def matters(installation: Installation) -> dict[str, str]:
    """A lead and a consultation that do not concern the stranger, by family."""
    keeper, head = installation.members["周管"], installation.members["郑组长"]
    lead = keeper.do("leads", FOUND_OURSELVES)
    called = head.do(
        "consultations",
        {
            "kind": "party_group",
            "title": "与教育局党组会商",
            "parties": ["pg-education"],
            "planned": "2026-03-20",
            "agenda": [],
        },
    )
    head.see("consultations", token=called["token"])
    return {"lead": lead["stream"], "consultation": called["stream"]}


@pytest.mark.parametrize("if_match", [None, '"1"', '"99"'])
@pytest.mark.parametrize("family", [LEAD, CONSULTATION], ids=lambda family: family.name)
def test_no_action_tells_a_matter_from_none(
    stranger: Member, matters: dict[str, str], family: Family, if_match: str | None
) -> None:
    identifier = matters[family.name].partition("/")[2]
    headers = {} if if_match is None else {"If_Match": if_match}

    def compare(path: str, action: Action) -> None:
        there = _answer(stranger, f"{family.collection}/{identifier}{path}", action, headers)
        absent = _answer(stranger, f"{family.collection}/{ABSENT}{path}", action, headers)
        assert json.dumps(there).replace(identifier, ABSENT) == json.dumps(absent), path

    with ThreadPoolExecutor(AT_ONCE) as senders:
        for compared in [senders.submit(compare, *each) for each in actions(family)]:
            compared.result()


def _answer(member: Member, path: str, action: Action, headers: dict[str, str]) -> Any:
    answer = member.post(path, dict(action.example), **headers)
    problem = answer.json()
    problem.pop("command_id", None)
    return problem
