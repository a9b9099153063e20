"""Whom the events of a lead concern (DOMAIN.md §4, visibility defaults)."""

import pytest

from domain.errors import NotFound
from domain.leads import commands, events
from domain.leads.errors import BarredFromLead
from domain.leads.values import Disposal
from tests.domain.leads.given import Office, handing, only, party, person, reporter, subject


def test_holder_handlers_and_approvers_see_the_content_the_linked_office_the_status() -> None:
    """R 299: keeper, handlers, approvers in the chain, case supervision; the office only the status."""
    office = Office.opened()
    lead = office.submitted(Disposal(way="interview"))
    last = [told.event for told in office.world.told if told.name == "lead.signature_awaited"][-1]
    assert last.concerns.parties == ("case-supervision", "sg-education", "commission")
    assert last.concerns.observers == ("office-1",)
    assert office.lead(lead).approvers == ("commission", "sg-education")


def test_an_approver_learns_of_a_lead_when_it_is_their_turn_and_no_sooner() -> None:
    """R 299: scope and time of knowledge."""
    office = Office.opened()
    lead = office.submitted(
        Disposal(way="interview"), subjects=(subject("zhang", level="city_managed"),)
    )
    with pytest.raises(NotFound):
        office.do("adjudicator", "cosign", lead, commands.Cosign(opinion="agree"))
    office.approve(lead, "group-head")
    told = office.do("leader", "opine", lead, commands.Opine(opinion="agree"))
    awaited = only(told, events.SignatureAwaited)
    assert "adjudication" in awaited.concerns.parties


def test_case_supervision_is_concerned_with_what_the_commissions_own_line_holds() -> None:
    """R 202: a stationed group's own finds are filed with it; a department's are not yet its."""
    office = Office.opened()
    own = office.received("group-keeper", tag="1")
    office.received("auditor", tag="2")
    first, *_, last = [
        told.event for told in office.world.told if isinstance(told.event, events.Received)
    ]
    assert first.concerns.parties == ("sg-education", "case-supervision")
    assert last.concerns.parties == ("audit",)
    assert office.lead(own).holder == "sg-education"


@pytest.mark.parametrize("name", ["health-head", "auditor", "lanshan-head", "adjudicator"])
def test_whoever_has_nothing_to_do_with_a_lead_does_not_learn_that_it_exists(name: str) -> None:
    """R 299: the same refusal as for a lead that does not exist, whatever is tried."""
    office = Office.opened()
    lead = office.acknowledged()
    with pytest.raises(NotFound):
        office.do(name, "link", lead, commands.Link(other=lead, reason="无"))


def test_whom_a_lead_names_learns_nothing_even_in_its_circle() -> None:
    """DOMAIN.md §4: never the named person, though they work in the handling party."""
    office = Office.opened()
    lead = office.acknowledged(subjects=(subject("zhao"),))
    command = commands.RecordKnowledge(
        person=person("li"),
        party=party("sg-education"),
        reason="无",
        approved_by=person("group-head"),
    )
    with pytest.raises(NotFound):
        office.do("zhao", "record_knowledge", lead, command)


def test_who_is_recused_does_nothing_more() -> None:
    """SL 67, R 295: from the moment it is asked for."""
    office = Office.opened()
    lead = office.acknowledged()
    declared = commands.DeclareRecusal(person=person("li"), ground="other", reason="其他")
    office.do("li", "declare_recusal", lead, declared)
    proposal = commands.ProposeDisposal(disposal=Disposal(way="interview"), plan="方案")
    with pytest.raises(BarredFromLead):
        office.do("li", "propose_disposal", lead, proposal)


def test_a_reporters_identity_stays_with_the_petitions_when_the_lead_moves_on() -> None:
    """RC 47: the lead is handed over, who reported it is not."""
    office = Office.opened()
    lead = office.received(
        "petitions", source="report.letter", report="real_name", reporter=reporter()
    )
    office.do("petitions", "transfer", lead, handing("case-supervision"))
    office.do("clerk", "acknowledge_transfer", lead, commands.AcknowledgeTransfer(transfer=1))
    office.do("clerk", "accept", lead, commands.Accept(transfer=1))
    told = office.do(
        "petitions", "notify_reporter", lead, commands.NotifyReporter(notice="accepted")
    )
    assert only(told, events.ReporterNotified).concerns.parties == ("petitions",)
