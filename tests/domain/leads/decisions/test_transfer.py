"""The hand-over between organisations: 及时移送—集中管理—分类处置—结果反馈."""

import pytest

from domain.errors import InvalidField, NotAuthorised, NotFound, WrongState
from domain.ids import StreamId
from domain.leads import commands, events
from domain.leads.errors import (
    FeedbackTooEarly,
    InTransit,
    NoPersonLeft,
    NotApproved,
    NotForAUnitCommittee,
)
from domain.leads.values import Disposal, Part
from tests.domain.leads.given import (
    ACCEPT,
    FOUND,
    MATERIALS,
    TAKE,
    Office,
    handing,
    named,
    on_behalf,
    only,
    party,
    person,
    subject,
)

RESULT = commands.FeedBack(transfer=1, result="verified", text="已处理")


def test_the_loop_from_sending_to_confirmed_feedback() -> None:
    """DOMAIN.md §4: sent → acknowledged → accepted → result fed back → confirmed; each leg is owed."""
    office = Office.opened()
    lead = office.sent()
    assert office.owed(lead) == [("receipt", "case-supervision")]
    office.do("clerk", "acknowledge_transfer", lead, TAKE)
    office.do("clerk", "accept", lead, ACCEPT)
    assert office.owed(lead) == [("feedback", "case-supervision")]
    _close_at_triage(office, lead)
    office.do("clerk", "feed_back", lead, RESULT)
    office.do("auditor", "confirm_feedback", lead, commands.ConfirmFeedback(transfer=1))
    assert office.lead(lead).transfers[0].status == "confirmed"
    assert office.owed(lead) == []


def test_a_department_with_a_procedure_of_its_own_is_told_in_its_own_time() -> None:
    """DOMAIN.md §5.10: 21 departments, each with its own procedure and time for feedback."""
    office = Office.opened()
    lead = office.received(
        "clerk",
        source="functional_department",
        document="统〔2026〕1号",
        materials=MATERIALS,
        on_behalf=on_behalf("statistics"),
        found_on=FOUND,
    )
    office.do("clerk", "accept", lead, ACCEPT)
    (own,) = (owed.arisen for owed in office.world.stream(lead).obligations.values())
    assert (own.rule, own.owed_to, own.limit) == ("feedback", "statistics", "10 working days")
    assert own.basis == "统计局流程 the bureau's procedure"
    other = office.accepted(tag="2")
    (plain,) = (owed.arisen for owed in office.world.stream(other).obligations.values())
    assert (plain.rule, plain.owed_to, plain.limit) == ("feedback", "audit", "6 months")


def _close_at_triage(office: Office, lead: StreamId) -> None:
    office.do("clerk", "register", lead, commands.Register())
    allocation = commands.ProposeAllocation(handling_party=party("sg-education"))
    for name, action, command in (
        ("clerk", "propose_allocation", allocation),
        ("secretary", "allocate", commands.Allocate()),
        (
            "group-keeper",
            "acknowledge",
            commands.Acknowledge(
                handlers=(person("wang"), person("li")), keeper=person("group-keeper")
            ),
        ),
        (
            "wang",
            "propose_disposal",
            commands.ProposeDisposal(
                disposal=Disposal(way="closed", closing="triage"), plan="了结"
            ),
        ),
    ):
        office.do(name, action, lead, command)
    office.approve(lead)


def test_the_sender_learns_received_under_way_and_closed_and_nothing_else() -> None:
    """R 299, DOMAIN.md §5.10: the status in a circle of the two ends; the content stays behind."""
    office = Office.opened()
    lead = office.sent()
    office.do("clerk", "acknowledge_transfer", lead, TAKE)
    before = len(office.world.told)
    office.do("clerk", "accept", lead, ACCEPT)
    _close_at_triage(office, lead)
    told = [item.event for item in office.world.told[before:] if item.name.startswith("lead.")]
    seen = [event for event in told if "audit" in event.concerns.parties]
    assert named(seen) == ["Accepted", "MilestoneReached", "MilestoneReached"]
    assert [event.milestone for event in seen if isinstance(event, events.MilestoneReached)] == [
        "received",
        "closed",
    ]
    assert {event.concerns.visibility for event in seen} == {"transfer:1"}


def test_the_addressee_sees_the_lead_once_it_signed_for_it() -> None:
    """R 203: every hand signs; the content opens with the signature, for deciding whose it is."""
    office = Office.opened()
    lead = office.sent()
    transferred = [told.event for told in office.world.told][-2]
    assert isinstance(transferred, events.Transferred)
    assert transferred.concerns.parties == ("audit", "case-supervision")
    told = office.do("clerk", "acknowledge_transfer", lead, TAKE)
    custody = only(told, events.CustodyChanged)
    assert custody.holder == "audit"
    assert custody.concerns.parties == ("audit", "case-supervision")
    told = office.do("clerk", "accept", lead, ACCEPT)
    custody = only(told, events.CustodyChanged)
    assert custody.concerns.parties == ("case-supervision",)
    assert custody.concerns.observers == ("audit",)


def test_nothing_is_done_with_a_lead_that_is_being_handed_over() -> None:
    office = Office.opened()
    lead = office.sent()
    with pytest.raises(InTransit):
        office.do("auditor", "transfer", lead, handing("lanshan"))
    with pytest.raises(WrongState):
        office.do("clerk", "accept", lead, ACCEPT)


def test_no_lead_goes_to_a_unit_committee() -> None:
    """DOMAIN.md §5 row 13: it assists when enlisted, and never sees the register."""
    office = Office.opened()
    lead = office.received("auditor", source="audit")
    with pytest.raises(NotForAUnitCommittee):
        office.do("auditor", "transfer", lead, handing("uc-education"))


def test_what_is_not_ours_goes_back_with_the_reason() -> None:
    """R 201: not supervision's → returned; the sender holds it alone again."""
    office = Office.opened()
    lead = office.sent()
    office.do("clerk", "acknowledge_transfer", lead, TAKE)
    told = office.do(
        "clerk", "return_transfer", lead, commands.ReturnTransfer(transfer=1, reason="不属管辖")
    )
    assert only(told, events.CustodyChanged).concerns.parties == ("audit",)
    assert office.lead(lead).holder == "audit"
    assert office.owed(lead) == []
    office.do("auditor", "transfer", lead, handing("lanshan"))


def test_what_lacks_papers_goes_back_for_them() -> None:
    """补正: the addressee names what is missing; it is owed until the lead is handed over again."""
    office = Office.opened()
    lead = office.sent()
    office.do("clerk", "acknowledge_transfer", lead, TAKE)
    back = commands.ReturnTransfer(transfer=1, reason="材料不全", missing=("取证单",))
    told = office.do("clerk", "return_transfer", lead, back)
    demanded = only(told, events.PapersDemanded)
    assert demanded.papers == ("取证单",)
    assert demanded.concerns.parties == ("audit", "case-supervision")
    assert office.owed(lead) == [("completion", "audit")]
    office.do("auditor", "transfer", lead, handing("case-supervision"))
    assert office.owed(lead) == [("receipt", "case-supervision")]


def test_what_is_partly_ours_is_split_and_the_rest_goes_back() -> None:
    """R 201: partly ours → split; the part refused is a lead of its own at the sender."""
    office = Office.opened()
    both = (subject("zhang"), subject("sun", level="county_staff", unit=None))
    lead = office.sent(subjects=both)
    office.do("clerk", "acknowledge_transfer", lead, TAKE)
    whole = Part(persons=(person("zhang"), person("sun")), reason="不属管辖")
    with pytest.raises(NoPersonLeft):
        office.do("clerk", "accept_part", lead, commands.AcceptPart(transfer=1, refused=whole))
    refused = Part(persons=(person("sun"),), reason="属区管")
    told = office.do("clerk", "accept_part", lead, commands.AcceptPart(transfer=1, refused=refused))
    part = only(told, events.PartAccepted).part
    assert office.lead(lead).persons == (person("zhang"),)
    assert office.lead(part).persons == (person("sun"),)
    assert (office.lead(part).holder, office.lead(part).origin) == ("audit", lead)
    assert ("feedback", "case-supervision") in office.owed(lead)
    back = only(told, events.PartRefused)
    assert (back.holder, back.refused_by, back.reason) == ("audit", "case-supervision", "属区管")
    assert (back.concerns.parties, back.concerns.visibility) == (("audit",), "transfer:0")


def test_only_the_addressee_answers_and_only_the_sender_confirms() -> None:
    office = Office.opened()
    lead = office.sent()
    with pytest.raises(NotAuthorised):
        office.do("auditor", "acknowledge_transfer", lead, TAKE)
    with pytest.raises(NotFound):
        office.do("group-keeper", "acknowledge_transfer", lead, TAKE)
    other = commands.AcknowledgeTransfer(transfer=2)
    with pytest.raises(InvalidField):
        office.do("clerk", "acknowledge_transfer", lead, other)


def test_a_result_is_fed_back_when_there_is_one() -> None:
    office = Office.opened()
    lead = office.accepted()
    with pytest.raises(FeedbackTooEarly):
        office.do("clerk", "feed_back", lead, RESULT)
    with pytest.raises(WrongState):
        office.do("auditor", "confirm_feedback", lead, commands.ConfirmFeedback(transfer=1))


def test_a_county_takes_a_lead_over_with_a_number_of_its_own() -> None:
    """DOMAIN.md §1.15: one number per level; the city's is kept, the county's is added."""
    office = Office.opened()
    lead = office.registered(subjects=(subject("sun", level="county_staff", unit=None),))
    office.do("clerk", "transfer", lead, handing("lanshan"))
    office.do("lanshan-keeper", "acknowledge_transfer", lead, TAKE)
    office.do("lanshan-keeper", "accept", lead, ACCEPT)
    office.do("lanshan-keeper", "register", lead, commands.Register())
    state = office.lead(lead)
    assert [(number.organ, number.serial) for number in state.numbers] == [
        ("commission", 1),
        ("lanshan", 1),
    ]
    with pytest.raises(NotAuthorised):
        office.do(
            "clerk",
            "split",
            lead,
            commands.Split(parts=(Part(persons=(person("sun"),), reason="无"),)),
        )


def test_a_lead_that_comes_back_keeps_its_number() -> None:
    """DOMAIN.md §1.15: one number per level, gapless: no second one for the same lead."""
    office = Office.opened()
    lead = office.registered(subjects=(subject("sun", level="county_staff", unit=None),))
    office.do("clerk", "transfer", lead, handing("lanshan"))
    office.do("lanshan-keeper", "acknowledge_transfer", lead, TAKE)
    office.do("lanshan-keeper", "accept", lead, ACCEPT)
    office.do("lanshan-keeper", "transfer", lead, handing("case-supervision"))
    office.do("clerk", "acknowledge_transfer", lead, commands.AcknowledgeTransfer(transfer=2))
    office.do("clerk", "accept", lead, commands.Accept(transfer=2))
    told = office.do("clerk", "register", lead, commands.Register())
    assert only(told, events.Registered).number.serial == 1
    assert str(office.lead(office.registered(tag="2")).numbers[0]) == "〔2026〕2号"


def test_what_is_being_handled_goes_only_where_it_was_approved_to_go() -> None:
    """R 199, 201: handing over is a disposal, approved like any other, carried out as approved."""
    office = Office.opened()
    lead = office.acknowledged()
    with pytest.raises(WrongState):
        office.do("clerk", "transfer", lead, handing("lanshan"))
    office = Office.opened()
    lead = office.disposed(Disposal(way="transferred", to_party=party("lanshan")))
    with pytest.raises(NotApproved):
        office.do("wang", "transfer", lead, handing("audit"))
    office.do("wang", "transfer", lead, handing("lanshan"))
    office.do("lanshan-keeper", "acknowledge_transfer", lead, TAKE)
    office.do("lanshan-keeper", "accept", lead, ACCEPT)
    assert office.lead(lead).handling_party is None


def test_after_a_return_another_disposal_is_found() -> None:
    """R 201: what comes back stays with its handlers, who propose anew."""
    office = Office.opened()
    lead = office.disposed(Disposal(way="transferred", to_party=party("lanshan")))
    office.do("wang", "transfer", lead, handing("lanshan"))
    office.do("lanshan-keeper", "acknowledge_transfer", lead, TAKE)
    back = commands.ReturnTransfer(transfer=1, reason="不属区管")
    office.do("lanshan-keeper", "return_transfer", lead, back)
    assert office.lead(lead).handling_party == "sg-education"
    office.outcome(lead, Disposal(way="interview"))


def test_feedback_reaches_every_sender_along_the_chain() -> None:
    """及时移送—结果反馈: the county answers the city, the city answers audit; each leg by itself."""
    office = Office.opened()
    lead = office.accepted(subjects=(subject("sun", level="county_staff", unit=None),))
    office.do("clerk", "transfer", lead, handing("lanshan"))
    second = commands.AcknowledgeTransfer(transfer=2)
    office.do("lanshan-keeper", "acknowledge_transfer", lead, second)
    told = office.do("lanshan-keeper", "accept", lead, commands.Accept(transfer=2))
    milestone = only(told, events.MilestoneReached)
    assert (milestone.transfer, milestone.milestone) == (2, "received")
    told = office.do("lanshan-keeper", "annul", lead, _annulled("lanshan-head"))
    assert [event.transfer for event in told if isinstance(event, events.MilestoneReached)] == [
        1,
        2,
    ]
    office.do(
        "lanshan-keeper",
        "feed_back",
        lead,
        commands.FeedBack(transfer=2, result="not_handled", text="误移"),
    )
    office.do("clerk", "feed_back", lead, RESULT)


def _annulled(approver: str) -> commands.Annul:
    return commands.Annul(reason="误移", approved_by=person(approver))


def test_a_party_off_the_system_confirms_by_letter() -> None:
    """DOMAIN.md §1.14: entered on its behalf with letter, scan and a second person."""
    office = Office.opened()
    lead = office.received(
        source="functional_department",
        on_behalf=on_behalf("statistics"),
        document="统移〔2026〕1号",
        materials=handing("case-supervision").materials,
        found_on=FOUND,
    )
    office.do("clerk", "accept", lead, ACCEPT)
    _close_at_triage(office, lead)
    office.do("clerk", "feed_back", lead, RESULT)
    confirm = commands.ConfirmFeedback(transfer=1, on_behalf=on_behalf("statistics"))
    assert named(office.do("clerk", "confirm_feedback", lead, confirm))[0] == "FeedbackConfirmed"
