"""What other work serves: leads, cases – and who keeps out of them, whatever the work."""

from typing import Any

import pytest

from domain import matters
from domain.errors import NotFound
from domain.joint_operations import commands, errors
from tests.domain.joint_operations.given import AGREE, CASE, Desk, among_groups, offer, propose
from tests.domain.small import COMMISSION, EDUCATION_GROUP, HEALTH_GROUP, person

SERVING = among_groups()


def desk(**changes: Any) -> Desk:
    """The small city with a case of the education group, which its head reads."""
    found = Desk()
    found.have_case(**changes)
    return found


def test_a_case_is_served_by_whom_it_concerns() -> None:
    """R 299: nobody shares what they do not read."""
    found = desk()
    found.act(EDUCATION_GROUP, "propose", SERVING)
    assert found.state.matters == (CASE,)
    other = desk()
    foreign = propose(
        kind="group_group",
        cooperation="adjudication",
        lead_body=EDUCATION_GROUP,
        parties=(),
        matters=(CASE,),
    )
    other.refuses(NotFound, HEALTH_GROUP, "propose", foreign)


def test_the_party_that_handles_a_case_does_not_adjudicate_it() -> None:
    """R 222, by the party of the case."""
    found = desk(handling_party=HEALTH_GROUP)
    found.refuses(errors.HandlerMayNotAdjudicate, EDUCATION_GROUP, "propose", SERVING)


@pytest.mark.parametrize("ground", ["recused", "recusals_asked"])
def test_who_is_recused_from_a_case_keeps_out(ground: str) -> None:
    """SL 67: declared and not yet decided, or decided."""
    changes: dict[str, Any] = {ground: (person("group-head"),)}
    desk(**changes).refuses(matters.KeepsOutOfTheMatter, EDUCATION_GROUP, "propose", SERVING)


def test_who_ever_handled_a_case_is_not_admitted_to_adjudicate_it() -> None:
    """R 222: also after having been replaced."""
    found = desk(handled=(person("health-clerk"),))
    found.act(EDUCATION_GROUP, "propose", SERVING)
    found.act(COMMISSION, "opine", AGREE)
    found.act(HEALTH_GROUP, "open", commands.Open())
    found.act(HEALTH_GROUP, "offer_person", offer("health-clerk"))
    found.refuses(
        matters.KeepsOutOfTheMatter,
        EDUCATION_GROUP,
        "admit_person",
        commands.AdmitPerson(lending=1),
    )
    found.act(HEALTH_GROUP, "offer_person", offer("health-deputy"))
    found.act(EDUCATION_GROUP, "admit_person", commands.AdmitPerson(lending=2))
    assert CASE in found.reads("health-deputy")
