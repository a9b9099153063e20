"""What a lead assessment meeting resolves on a lead is owed by who handles it, and met or departed from."""

import datetime
from typing import Any

import pytest

from domain.consultations import commands as meetings
from domain.consultations import errors
from domain.consultations import events as meeting_events
from domain.errors import InvalidField, NotAuthorised, WrongState
from domain.ids import StreamId, derived_id, stream_id
from domain.leads import commands, events
from domain.leads.values import Disposal
from domain.model import Event
from domain.obligations.events import Arisen, Fulfilled, Withdrawn
from tests.domain.desk import refused
from tests.domain.leads.given import Office, named, party, person, verification

DUE = datetime.date(2026, 3, 27)
HELD = datetime.date(2026, 3, 10)
CLOSE = Disposal(way="closed", closing="triage")


def meeting(tag: str = "1") -> StreamId:
    return StreamId(stream_id("consultation", derived_id("assessment", tag)))


def meet(office: Office, name: str, action: str, command: Any, tag: str = "1") -> list[Event]:
    return office.world.ask(
        f"consultation.{action}",
        meeting(tag),
        command,
        actor=person(name),
        party=party(office.parties[name]),
    )


def tabled(office: Office, lead: StreamId, by: str = "group-head", tag: str = "1") -> list[Event]:
    """A meeting of case supervision, the group and the office, with the lead on its agenda."""
    called(office, tag)
    return table(office, lead, by, tag)


def called(office: Office, tag: str = "1") -> None:
    convening = meetings.Convene(
        kind="lead_assessment",
        title="研判处置会",
        parties=(party("sg-education"), party("office-1")),
        planned=max(HELD, office.world.today),
    )
    meet(office, "clerk", "convene", convening, tag)


def table(office: Office, lead: StreamId, by: str, tag: str = "1") -> list[Event]:
    point = meetings.AgendaItem(title="研究线索", lead=lead)
    return meet(office, by, "add_agenda_item", meetings.AddAgendaItem(agenda_item=point), tag)


def there(code: str, *names: str) -> meetings.Attendance:
    return meetings.Attendance(party=party(code), persons=tuple(map(person, names)))


PRESENT = (
    there("case-supervision", "clerk"),
    there("sg-education", "group-head"),
    there("office-1", "office-head"),
)


def resolved(
    office: Office, lead: StreamId, way: str, *views: meetings.LeadView, tag: str = "1"
) -> list[Event]:
    """The lead is tabled, the meeting is held and resolves on it."""
    tabled(office, lead, tag=tag)
    meet(office, "clerk", "hold", meetings.Hold(present=PRESENT, minutes="纪要"), tag)
    return meet(office, "clerk", "conclude", concluding(lead, way, *views), tag)


def concluding(lead: StreamId, way: str, *views: meetings.LeadView) -> meetings.Conclude:
    resolution = meetings.Resolution(lead=lead, way=way, text="意见", due=DUE)
    return meetings.Conclude(conclusions=("抓紧办理",), resolutions=(resolution,), views=views)


def owed(office: Office, lead: StreamId) -> list[tuple[str, str, datetime.date]]:
    """What is owed because of a resolution: rule, owner, day."""
    arisen = (each.arisen for each in office.world.stream(lead).obligations.values())
    return [
        (each.rule, each.owner, each.due)
        for each in arisen
        if each.rule.startswith(("resolution", "tabling"))
    ]


def test_a_resolution_is_owed_by_whoever_handles_the_lead_and_met_by_the_approval() -> None:
    """It advises; the route of the lead decides, and that is what meets it (R 204-205)."""
    office = Office.opened()
    lead = office.acknowledged()
    told = resolved(office, lead, "preliminary_verification")
    assert named(told)[-2:] == ["DisposalResolved", "Arisen"]
    assert owed(office, lead) == [("resolution", "sg-education", DUE)]
    proposal = commands.ProposeDisposal(disposal=verification(), plan="方案")
    office.do("wang", "propose_disposal", lead, proposal)
    assert owed(office, lead)
    met = office.approve(lead)
    assert "ResolutionMet" in named(met)
    assert owed(office, lead) == []
    assert office.lead(lead).resolution is None


def test_what_the_route_decides_otherwise_withdraws_the_resolution_and_says_so() -> None:
    office = Office.opened()
    lead = office.acknowledged()
    resolved(office, lead, "preliminary_verification")
    office.do(
        "wang", "propose_disposal", lead, commands.ProposeDisposal(disposal=CLOSE, plan="方案")
    )
    told = office.approve(lead)
    (departed,) = (each for each in told if isinstance(each, events.ResolutionDepartedFrom))
    assert (departed.way, departed.decided) == ("preliminary_verification", "closed")
    assert any(isinstance(each, Withdrawn) for each in told)
    assert owed(office, lead) == []


def test_the_way_in_hand_is_to_be_brought_to_its_report() -> None:
    """«Go on» asks for no other approval, but for the report of what runs already."""
    office = Office.opened()
    lead = office.disposed(verification())
    resolved(office, lead, "preliminary_verification")
    assert owed(office, lead) == [("resolution-report", "sg-education", DUE)]
    office.do("wang", "start_verification", lead, commands.StartVerification())
    report = commands.ReportVerification(signed_by=(person("wang"), person("li")), report="报告")
    told = office.do("wang", "report_verification", lead, report)
    assert "ResolutionMet" in named(told)
    assert owed(office, lead) == []


def test_a_shelved_lead_taken_up_against_the_resolution_departs_from_it() -> None:
    office = Office.opened()
    review = datetime.date(2026, 6, 30)
    lead = office.disposed(Disposal(way="shelved", review_on=review))
    resolved(office, lead, "shelved")
    assert owed(office, lead) == [("resolution-report", "sg-education", DUE)]
    told = office.do("wang", "reopen", lead, commands.Reopen(reason="证人愿意作证"))
    assert "ResolutionDepartedFrom" in named(told)


def test_a_deferred_lead_is_to_be_tabled_anew_and_again_if_that_meeting_is_called_off() -> None:
    office = Office.opened()
    lead = office.acknowledged()
    resolved(office, lead, "defer")
    assert owed(office, lead) == [("tabling", "sg-education", DUE)]
    told = tabled(office, lead, tag="2")
    assert any(isinstance(each, Fulfilled) for each in told)
    assert owed(office, lead) == []
    meet(office, "clerk", "cancel", meetings.Cancel(reason="并入下次会议"), "2")
    assert owed(office, lead) == [("tabling", "sg-education", DUE)]
    tabled(office, lead, tag="3")
    assert owed(office, lead) == []


def test_whoever_handles_it_next_carries_the_resolution_out() -> None:
    office = Office.opened()
    lead = office.acknowledged()
    resolved(office, lead, "preliminary_verification")
    moved = commands.ProposeReallocation(handling_party=party("office-1"), reason="力量不足")
    office.do("clerk", "propose_reallocation", lead, moved)
    told = office.do("secretary", "opine", lead, commands.Opine(opinion="agree"))
    assert "ResolutionPassedOn" in named(told)
    assert owed(office, lead) == [("resolution", "office-1", DUE)]


def test_a_resolution_recorded_wrongly_is_replaced_and_an_annulled_meeting_resolves_nothing() -> (
    None
):
    office = Office.opened()
    lead = office.acknowledged()
    resolved(office, lead, "preliminary_verification")
    later = datetime.date(2026, 4, 10)
    right = meetings.Resolution(lead=lead, way="closed", text="直接了结", due=later)
    why: dict[str, Any] = {"reason": "记录有误", "approved_by": person("secretary")}
    told = meet(office, "clerk", "correct", meetings.Correct(resolutions=(right,), **why))
    assert [type(each) for each in told if isinstance(each, Arisen | Withdrawn)] == [
        Withdrawn,
        Arisen,
    ]
    assert owed(office, lead) == [("resolution", "sg-education", later)]
    meet(office, "clerk", "annul", meetings.Annul(**why))
    assert owed(office, lead) == []


def test_case_supervision_tables_what_is_near_its_clock_where_the_handling_party_comes() -> None:
    """It keeps the register (RD 23); an office that does not handle the lead tables nothing."""
    office = Office.opened()
    lead = office.acknowledged()
    tabled(office, lead, "clerk")
    assert office.lead(lead).tabled == meeting()
    other = office.acknowledged(tag="2")
    called(office, "2")
    with refused(office.world, errors.LeadCannotBeTabled):
        table(office, other, "office-head", "2")
    with refused(office.world, errors.LeadCannotBeTabled):
        table(office, lead, "clerk", "2")


def view(lead: StreamId, name: str, **changes: Any) -> meetings.LeadView:
    fields: dict[str, Any] = {"view": "agree"} | changes
    return meetings.LeadView(lead=lead, given_by=person(name), **fields)


def test_those_present_have_their_views_on_record() -> None:
    office = Office.opened()
    lead = office.acknowledged()
    dissent = view(lead, "office-head", view="disagree", text="宜先谈话")
    told = resolved(office, lead, "preliminary_verification", view(lead, "group-head"), dissent)
    assert named(told).count("ViewGiven") == 2


@pytest.mark.parametrize(
    ("name", "changes", "refusal"),
    [
        ("health-head", {}, errors.NotPresent),
        ("office-head", {"view": "disagree"}, InvalidField),
    ],
)
def test_a_view_is_that_of_somebody_present_and_a_dissent_says_why(
    name: str, changes: dict[str, Any], refusal: type[Any]
) -> None:
    office = Office.opened()
    lead = office.acknowledged()
    tabled(office, lead)
    meet(office, "clerk", "hold", meetings.Hold(present=PRESENT, minutes="纪要"))
    command = concluding(lead, "preliminary_verification", view(lead, name, **changes))
    with refused(office.world, refusal):
        meet(office, "clerk", "conclude", command)


def test_a_view_is_put_right_by_who_gave_it_until_it_is_concluded_and_then_by_the_record() -> None:
    """Each correction says what stood there and why; the convener's needs approval."""
    office = Office.opened()
    lead = office.acknowledged()
    tabled(office, lead)
    meet(office, "clerk", "hold", meetings.Hold(present=PRESENT, minutes="纪要"))
    own = meetings.GiveView(lead=lead, view="disagree", text="宜先谈话")
    told = meet(office, "office-head", "give_view", own)
    assert named(told) == ["ViewGiven"]
    with refused(office.world, InvalidField):
        meet(office, "office-head", "give_view", meetings.GiveView(lead=lead, view="agree"))
    right = meetings.GiveView(lead=lead, view="agree", reason="理解有误")
    (first,) = meet(office, "office-head", "give_view", right)
    with refused(office.world, errors.NotPresent):
        meet(office, "wang", "give_view", right)
    twice = view(lead, "office-head")
    with refused(office.world, InvalidField):
        meet(office, "clerk", "conclude", concluding(lead, "interview", twice))
    meet(office, "clerk", "conclude", concluding(lead, "interview", view(lead, "group-head")))
    with refused(office.world, WrongState):
        meet(office, "office-head", "give_view", right)
    why: dict[str, Any] = {"reason": "记录有误", "approved_by": person("secretary")}
    dissent = view(lead, "group-head", view="disagree", text="宜初步核实")
    told = meet(office, "clerk", "correct", meetings.Correct(views=(dissent,), **why))
    assert named(told) == ["Corrected", "ViewCorrected"]
    corrected = [each for each in (first, *told) if isinstance(each, meeting_events.ViewCorrected)]
    assert [(each.given_by, each.was, each.view, each.reason) for each in corrected] == [
        (person("office-head"), "disagree", "agree", "理解有误"),
        (person("group-head"), "agree", "disagree", "记录有误"),
    ]
    none = view(lead, "clerk")
    with refused(office.world, InvalidField):
        meet(office, "clerk", "correct", meetings.Correct(views=(none,), **why))


def test_who_came_is_named_and_clean_and_who_was_not_there_concludes_nothing() -> None:
    office = Office.opened()
    lead = office.acknowledged()
    tabled(office, lead)
    nameless = meetings.Hold(present=(*PRESENT[:2], there("office-1")), minutes="纪要")
    with refused(office.world, errors.PersonsNotNamed):
        meet(office, "clerk", "hold", nameless)
    office.appoint("zhang", "office-1", "deputy_head")
    named_in_it = meetings.Hold(present=(*PRESENT[:2], there("office-1", "zhang")), minutes="纪要")
    with refused(office.world, errors.KeepsOutOfTheLead):
        meet(office, "clerk", "hold", named_in_it)
    meet(office, "clerk", "hold", meetings.Hold(present=PRESENT, minutes="纪要"))
    office.appoint("clerk3", "case-supervision", "head")
    with refused(office.world, NotAuthorised):
        meet(office, "clerk3", "conclude", concluding(lead, "defer"))
    right = (there("case-supervision", "clerk", "clerk3"), *PRESENT[1:])
    why: dict[str, Any] = {"reason": "漏记到会人员", "approved_by": person("secretary")}
    meet(office, "clerk", "correct", meetings.Correct(present=right, **why))
    assert meet(office, "clerk3", "conclude", concluding(lead, "defer"))
