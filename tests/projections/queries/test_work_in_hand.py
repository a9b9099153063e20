"""What is shown to be in somebody's hands is what they can hand over, at whatever stage it is."""

from collections.abc import Callable
from typing import Any

import pytest

from domain.cases import commands as cases
from domain.ids import PartyId, PersonId, StreamId, family_of
from domain.in_hand import Part
from domain.leads import commands as leads
from domain.work_hand_overs.matters import IN_HAND
from projections.cases.register import MODEL as CASES
from projections.leads.register import MODEL as LEADS
from projections.queries.work_in_hand import FAMILIES
from projections.rectifications.register import MODEL as RECTIFICATIONS
from projections.reexaminations.register import MODEL as REEXAMINATIONS
from tests.domain.cases.city import PEOPLE, person
from tests.domain.cases.docket import Docket
from tests.domain.reexaminations import test_decisions as reexaminations
from tests.domain.work_hand_overs.test_matters import answering, verifying
from tests.projections.making import folded

MODELS = {
    "lead": LEADS,
    "case": CASES,
    "reexamination": REEXAMINATIONS,
    "rectification": RECTIFICATIONS,
}
Seats = dict[tuple[StreamId, PartyId, PersonId], tuple[Part, ...]]


def begun() -> Docket:
    docket = Docket()
    lead = verifying(docket)
    docket.do("wang", "lead.start_verification", leads.StartVerification(), stream=lead)
    return docket


def reported() -> Docket:
    docket = begun()
    lead = docket.world.told[-1].stream
    report = leads.ReportVerification(signed_by=(person("wang"), person("li")), report="报告")
    docket.do("wang", "lead.report_verification", report, stream=lead)
    return docket


def approved() -> Docket:
    docket = Docket()
    verifying(docket)
    return docket


def served() -> Docket:
    return reexaminations.accepted(reexaminations.served())


def annulled() -> Docket:
    docket = Docket().filed()
    annul = cases.Annul(reason="误", approved_by=person("head"))
    docket.do("keeper", "annul", annul)
    return docket


def held(docket: Docket) -> Seats:
    """By matter, party and person: what the families say is in their hands."""
    context: Any = docket.world
    found = {
        (stream, party, who): IN_HAND[family_of(stream)].parts(state, party, who, context)
        for stream, state in docket.world.streams.items()
        if family_of(stream) in IN_HAND
        for party in map(PartyId, {code for code, _ in PEOPLE.values()})
        for who in map(person, PEOPLE)
    }
    return {key: parts for key, parts in found.items() if parts}


def shown(docket: Docket) -> Seats:
    """The same by what is shown, in the stages that a list asks for."""
    found: Seats = {}
    for stream in docket.world.streams:
        model = MODELS.get(family_of(stream))
        if model is None:
            continue
        family = FAMILIES[family_of(stream)]
        row = folded(model, docket.world.told, of=stream).get(family.listing.table)
        assert row is not None
        for who in map(person, PEOPLE):
            for part, office in family.parts(row._asdict(), who):
                key = (stream, PartyId(office), who)
                found[key] = (*found.get(key, ()), part)
    return found


@pytest.mark.parametrize(
    "given",
    [
        lambda: Docket().opened(),
        lambda: Docket().filed(),
        lambda: Docket().accepted(),
        lambda: Docket().reported(),
        lambda: Docket().decided(),
        annulled,
        approved,
        begun,
        reported,
        served,
        answering,
    ],
)
def test_whoever_has_it_in_hand_is_shown_to(given: Callable[[], Docket]) -> None:
    docket = given()
    told = held(docket)
    assert told.items() <= shown(docket).items()
