"""What other work serves: leads, cases – and who keeps out of them, whatever the work."""

from dataclasses import replace
from typing import Any

import pytest

from domain import matters
from domain.cases.state import Case
from domain.errors import NotFound
from domain.joint_operations import commands, errors
from domain.scheme import Scheme
from domain.streams import StreamState
from tests.domain.joint_operations.given import AGREE, Desk, among_groups, offer, propose
from tests.domain.small import (
    COMMISSION,
    EDUCATION_GROUP,
    FOLDER,
    HEALTH_GROUP,
    SCHEMES,
    person,
    stream,
)

CASE = stream("case", "served")
READ_BY_HEADS = '\n[visibility.case]\ncontent = ["head"]\nstatus = []\n'
SERVING = among_groups(matters=(CASE,))


def desk(**changes: Any) -> Desk:
    """The small city with a case of the education group, which its head reads."""
    found = Desk()
    files = (FOLDER / "small.toml", SCHEMES / "mechanisms" / "joint-operations.toml")
    text = "\n".join(file.read_text("utf-8") for file in files) + READ_BY_HEADS
    found.world.jurisdiction = replace(found.world.jurisdiction, scheme=Scheme.parse(text))
    have_case(found, **changes)
    return found


def have_case(found: Desk, **changes: Any) -> None:
    plain = {"stage": "investigating", "handling_party": EDUCATION_GROUP}
    circle = frozenset({EDUCATION_GROUP})
    state = Case(**(plain | changes))
    found.world.streams[CASE] = StreamState(
        CASE, 9, state, circles={"case": circle}, insiders=circle
    )


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
    found = desk(handled=(person("group-clerk"),))
    found.act(EDUCATION_GROUP, "propose", SERVING)
    found.act(COMMISSION, "opine", AGREE)
    found.act(HEALTH_GROUP, "open", commands.Open())
    found.act(EDUCATION_GROUP, "offer_person", offer("group-clerk"))
    found.refuses(
        matters.KeepsOutOfTheMatter,
        EDUCATION_GROUP,
        "admit_person",
        commands.AdmitPerson(lending=1),
    )
    found.act(EDUCATION_GROUP, "offer_person", offer("group-deputy"))
    found.act(EDUCATION_GROUP, "admit_person", commands.AdmitPerson(lending=2))
    assert CASE in found.reads("group-deputy")
