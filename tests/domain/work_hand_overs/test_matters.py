"""Whatever people handle goes over by its own family's events, under its own guards."""

import datetime
from dataclasses import replace
from typing import Final

import pytest

from domain.cases import commands as cases
from domain.cases import events as case_events
from domain.ids import PartyId, StreamId
from domain.jurisdiction import Appointment
from domain.leads import commands as leads
from domain.leads import events as lead_events
from domain.leads.values import Disposal
from domain.model import Event
from domain.rectifications import commands as rectifications
from domain.rectifications import events as rectification_events
from domain.rectifications.commands import Responsible
from domain.reexaminations import events as reexamination_events
from domain.work_hand_overs import commands, errors
from domain.work_hand_overs.matters import IN_HAND
from tests.domain.cases.city import FOUNDED, people, person
from tests.domain.cases.docket import Docket
from tests.domain.reexaminations import test_decisions as reexaminations
from tests.domain.small import stream
from tests.domain.work_hand_overs.desk import GROUP, LAST_DAY

LIST = stream("work_hand_over", "matters")
ADJUDICATION = PartyId("adjudication")


def hand_over(
    docket: Docket, matter: StreamId, who: str, leaver: str, taker: str
) -> tuple[list[Event], list[str]]:
    """What the taker's signature tells, and in which parts the leaver stood."""
    drawn_up = commands.DrawUp(
        leaver=person(leaver),
        taker=person(taker),
        ground="transferred",
        last_day=LAST_DAY,
        items=(commands.Entry(matter=matter),),
    )
    told = docket.do(who, "work_hand_over.draw_up", drawn_up, stream=LIST)
    (parts,) = [each.parts for each in told if hasattr(each, "parts")]
    for name in (leaver, taker):
        told = docket.do(name, "work_hand_over.sign", commands.Sign(), stream=LIST)
    return told, list(parts)


def in_office(docket: Docket, name: str, party: PartyId) -> None:
    """One more handler of a party."""
    office = Appointment(serial=1, party=party, role="handler", begins=FOUNDED)
    jurisdiction = docket.world.jurisdiction.with_person(person(name))
    docket.world.jurisdiction = jurisdiction.with_appointment(person(name), office)


def sign(docket: Docket, name: str, party: PartyId) -> list[Event]:
    return docket.do(name, "work_hand_over.sign", commands.Sign(), stream=LIST, party=party)


def test_only_what_persons_handle_can_be_in_hand() -> None:
    assert set(IN_HAND) == {"lead", "case", "reexamination", "rectification"}


def verifying(docket: Docket) -> StreamId:
    """A lead whose verification by wang and li is approved."""
    group = Disposal(way="preliminary_verification", group=people("wang", "li"))
    return docket.disposed("zhang", disposal=group)


@pytest.mark.parametrize("begun", [False, True])
def test_a_seat_in_a_verification_group_is_taken_over(begun: bool) -> None:
    """R 207: the report is signed by all members, so nobody who left may stay one."""
    docket = Docket()
    lead = verifying(docket)
    if begun:
        docket.do("wang", "lead.start_verification", leads.StartVerification(), stream=lead)
    with pytest.raises(errors.ItemCannotGo):  # who approved it does not verify it (R 289)
        hand_over(docket, lead, "keeper", "wang", "head")
    told, parts = hand_over(docket, lead, "head", "wang", "zhao")
    assert parts == ["handler", "verifier"]
    (changed,) = [e for e in told if isinstance(e, lead_events.VerificationGroupChanged)]
    assert changed.group == people("zhao", "li")
    if not begun:
        docket.do("zhao", "lead.start_verification", leads.StartVerification(), stream=lead)
    report = leads.ReportVerification(signed_by=people("zhao", "li"), report="报告")
    docket.do("zhao", "lead.report_verification", report, stream=lead)
    assert docket.world.state(lead).verifiers == ()


def test_who_verifies_without_handling_hands_that_seat_over_alone() -> None:
    """The handlers stay; the one member left does not take over (R 77)."""
    docket = Docket()
    group = Disposal(way="preliminary_verification", group=people("zhao", "deputy"))
    lead = docket.disposed("zhang", disposal=group)
    with pytest.raises(errors.ItemCannotGo):
        hand_over(docket, lead, "head", "zhao", "deputy")
    told, parts = hand_over(docket, lead, "head", "zhao", "wang")
    assert parts == ["verifier"]
    assert not [e for e in told if isinstance(e, lead_events.HandlersAssigned)]
    assert docket.world.state(lead).verifiers == people("wang", "deputy")
    assert docket.world.state(lead).handlers == people("wang", "li")


def test_an_adjudicator_is_followed_by_one_who_did_not_investigate() -> None:
    """R 222: two adjudicate, and none who handled the case."""
    docket = Docket().accepted()
    told, parts = hand_over(docket, docket.case, "judge4", "judge", "judge3")
    assert parts == ["adjudicator"]
    (changed,) = [e for e in told if isinstance(e, case_events.AdjudicatorsAssigned)]
    assert changed.adjudicators == people("judge3", "judge2")
    assert docket.state.adjudicators == people("judge3", "judge2")
    assert docket.state.handlers == people("wang", "li")


def test_the_one_adjudicator_left_does_not_take_over() -> None:
    docket = Docket().accepted()
    with pytest.raises(errors.ItemCannotGo):
        hand_over(docket, docket.case, "judge4", "judge", "judge2")


def test_an_examiner_is_followed_by_one_who_had_nothing_to_do_with_the_case() -> None:
    """R 242: nor does who adjudicated it examine it."""
    docket = reexaminations.accepted(reexaminations.served())
    with pytest.raises(errors.ItemCannotGo):
        hand_over(docket, reexaminations.FIRST, "judge4", "judge3", "judge2")
    in_office(docket, "judge5", ADJUDICATION)
    drawn_up = commands.DrawUp(
        leaver=person("judge3"),
        taker=person("judge5"),
        ground="retired",
        last_day=LAST_DAY,
        items=(commands.Entry(matter=reexaminations.FIRST),),
    )
    docket.do("judge4", "work_hand_over.draw_up", drawn_up, stream=LIST)
    sign(docket, "judge3", ADJUDICATION)
    told = sign(docket, "judge5", ADJUDICATION)
    assert [type(each) for each in told if hasattr(each, "examiners")] == [
        reexamination_events.ExaminersAssigned
    ]
    assert reexaminations.state(docket).examiners == people("judge5", "judge4")


HEAD: Final = Responsible(level="principal_head", party=GROUP, post="组长", person=person("head"))
POST: Final = Responsible(level="handler", party=GROUP, post="承办人", person=person("wang"))
ITEM: Final = stream("rectification", "matters")


def answering() -> Docket:
    """The head and wang answer for an item of rectification, acknowledged."""
    docket = Docket()
    problem = rectifications.RaiseProblem(origin="inspection", title="记录不全", unit=GROUP)
    docket.do("clerk", "rectification.raise_problem", problem, stream=ITEM)
    assigned = rectifications.Assign(
        party=GROUP,
        responsible=(HEAD, POST),
        verifier=PartyId("office-1"),
        due=datetime.date(2026, 4, 30),
    )
    docket.do("clerk", "rectification.assign", assigned, stream=ITEM)
    docket.do("zhao", "rectification.acknowledge", rectifications.Acknowledge(), stream=ITEM)
    return docket


def test_who_answers_for_a_rectification_is_followed_at_the_same_level() -> None:
    """The others of the chain stay; it is not assigned anew, nothing of what was done is lost."""
    docket = answering()
    told, parts = hand_over(docket, ITEM, "head", "wang", "zhao")
    assert parts == ["responsible"]
    (changed,) = [e for e in told if isinstance(e, rectification_events.ResponsibleChanged)]
    assert (changed.level, changed.person) == ("handler", person("zhao"))
    state = docket.world.state(ITEM)
    assert state.responsible == (HEAD, replace(POST, person=person("zhao")))
    assert state.acknowledged


def test_a_case_is_handed_over_while_it_runs() -> None:
    """Whoever takes over handled it from then on: they never judge it (R 222)."""
    docket = Docket().filed()
    told, _ = hand_over(docket, docket.case, "head", "wang", "zhao")
    assert [e.handlers for e in told if isinstance(e, case_events.HandlersAssigned)] == [
        people("zhao", "li")
    ]
    assert set(docket.state.handled) >= set(people("wang", "li", "zhao"))
    shown = cases.ShowFacts(
        person=person("zhang"), shown_by=people("zhao", "li"), signed=True, view="无异议"
    )
    assert docket.do("zhao", "show_facts", shown)
