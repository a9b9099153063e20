"""Who handles a lead."""

import pytest

from domain.errors import InvalidField, NotAuthorised, NotFound, WrongState
from domain.handlers import ApproverCannotHandle, HandlerNotInParty, NeedsTwoHandlers
from domain.leads import commands, events
from domain.leads.errors import BarredFromLead, NotCompetent, SubmissionUnderWay
from domain.leads.values import Disposal, Part
from domain.submission import NoSubmission, NotYourTurn
from tests.domain.leads.given import Office, named, only, party, person, subject, team


def propose(handling: str, *handlers: str, keeper: str | None = None) -> commands.ProposeAllocation:
    return commands.ProposeAllocation(
        handling_party=party(handling),
        handlers=tuple(person(name) for name in handlers),
        keeper=None if keeper is None else person(keeper),
    )


def test_case_supervision_proposes_and_the_principal_head_allocates() -> None:
    """RD 23: proposed by case supervision, approved by the principal head."""
    office = Office.opened()
    lead = office.registered()
    told = office.do("clerk", "propose_allocation", lead, propose("sg-education"))
    assert named(told)[:2] == ["AllocationProposed", "SignatureAwaited"]
    awaited = only(told, events.SignatureAwaited)
    assert (awaited.signer_party, awaited.signer_role) == ("commission", "principal_head")
    with pytest.raises(NotYourTurn):
        office.do("leader", "allocate", lead, commands.Allocate())
    told = office.do("secretary", "allocate", lead, commands.Allocate())
    assert only(told, events.Allocated).handling_party == "sg-education"
    assert office.lead(lead).stage == "allocated"


def test_nobody_proposes_for_case_supervision() -> None:
    """RD 23: it proposes through its own people; a stranger does not learn that the lead exists."""
    office = Office.opened()
    lead = office.registered()
    with pytest.raises(NotFound):
        office.do("group-head", "propose_allocation", lead, propose("sg-education"))
    with pytest.raises(NotAuthorised):
        office.do("clerk2", "propose_allocation", lead, propose("sg-education"))


def test_one_submission_at_a_time() -> None:
    """呈批: the next proposal waits until the one under way is decided or withdrawn."""
    office = Office.opened()
    lead = office.proposed()
    with pytest.raises(SubmissionUnderWay):
        office.do("clerk", "propose_allocation", lead, propose("office-1"))
    office.do("clerk", "withdraw_submission", lead, commands.WithdrawSubmission(reason="更改"))
    with pytest.raises(NoSubmission):
        office.do("secretary", "allocate", lead, commands.Allocate())
    office.do("clerk", "propose_allocation", lead, propose("office-1"))


@pytest.mark.parametrize(
    ("handling", "reported"),
    [
        ("sg-education", subject("zhang", level="county_staff")),
        ("sg-health", subject("zhang")),
        ("sg-education", subject("zhang", unit=None)),
        ("audit", subject("zhang")),
    ],
)
def test_a_party_handles_only_whom_it_is_competent_for(handling: str, reported: object) -> None:
    """DOMAIN.md §1.16: by the cadre management table, a group for its own units only."""
    office = Office.opened()
    lead = office.registered(subjects=(reported,))
    with pytest.raises(NotCompetent):
        office.do("clerk", "propose_allocation", lead, propose(handling))


def test_a_lead_on_persons_of_different_jurisdiction_must_split_first() -> None:
    """R 201, DOMAIN.md §1.16: no party is competent for both persons, so they part."""
    office = Office.opened()
    both = (subject("zhang"), subject("sun", level="county_staff", unit=None))
    lead = office.registered(subjects=both)
    with pytest.raises(NotCompetent) as refused:
        office.do("clerk", "propose_allocation", lead, propose("sg-education"))
    assert refused.value.details["persons"] == person("sun")
    part = commands.Split(parts=(Part(persons=(person("sun"),), reason="属区管"),))
    office.do("clerk", "split", lead, part)
    office.do("clerk", "propose_allocation", lead, propose("sg-education"))


def test_the_handling_party_signs_for_it_with_two_handlers_and_a_keeper() -> None:
    """R 77 and RD 23: two handle, one keeps; every hand signs (R 203)."""
    office = Office.opened()
    lead = office.allocated()
    with pytest.raises(NeedsTwoHandlers):
        office.do("group-keeper", "acknowledge", lead, commands.Acknowledge())
    with pytest.raises(NeedsTwoHandlers):
        office.do("group-keeper", "acknowledge", lead, team("wang", "wang"))
    office.do("group-keeper", "acknowledge", lead, team())
    assert office.lead(lead).handlers == (person("wang"), person("li"))
    with pytest.raises(WrongState):
        office.do("group-keeper", "acknowledge", lead, team())


def test_two_pseudonyms_of_one_person_are_not_two_handlers() -> None:
    """R 77 asks for two people; links between persons tell that two ids are one."""
    office = Office.opened()
    lead = office.allocated()
    world = office.world
    world.jurisdiction = world.jurisdiction.with_link(person("wang"), person("li"))
    with pytest.raises(NeedsTwoHandlers):
        office.do("group-keeper", "acknowledge", lead, team())


def test_handlers_are_in_office_in_the_handling_party() -> None:
    office = Office.opened()
    lead = office.allocated()
    with pytest.raises(HandlerNotInParty):
        office.do("group-keeper", "acknowledge", lead, team("wang", "health-a"))


def test_who_is_named_in_a_lead_does_not_handle_it() -> None:
    """SL 67: whoever the lead is about keeps out, under whatever pseudonym."""
    office = Office.opened()
    lead = office.allocated()
    world = office.world
    world.jurisdiction = world.jurisdiction.with_link(person("li"), person("zhang"))
    with pytest.raises(BarredFromLead):
        office.do("group-keeper", "acknowledge", lead, team())


def test_a_lead_given_back_is_allocated_anew() -> None:
    """退还: the handling party leaves the circle, case supervision proposes again."""
    office = Office.opened()
    lead = office.allocated()
    told = office.do("group-keeper", "return_lead", lead, commands.ReturnLead(reason="已调离"))
    assert "sg-education" not in only(told, events.AllocationReturned).concerns.parties
    assert office.lead(lead).stage == "registered"
    office.do("clerk", "propose_allocation", lead, propose("office-1"))


def test_reallocation_takes_the_former_party_out_of_the_circle() -> None:
    """R 299: scope of knowledge ends with the task; approved like the allocation."""
    office = Office.opened()
    lead = office.acknowledged()
    proposal = commands.ProposeReallocation(handling_party=party("office-1"), reason="职务变动")
    office.do("clerk", "propose_reallocation", lead, proposal)
    told = office.do("secretary", "allocate", lead, commands.Allocate())
    reallocated = only(told, events.Reallocated)
    assert reallocated.former_party == "sg-education"
    assert "sg-education" not in reallocated.concerns.parties
    assert office.lead(lead).handlers == ()
    with pytest.raises(NotFound):
        office.do("wang", "reopen", lead, commands.Reopen(reason="无"))


def test_reallocation_names_another_party() -> None:
    office = Office.opened()
    lead = office.acknowledged()
    same = commands.ProposeReallocation(handling_party=party("sg-education"), reason="无")
    with pytest.raises(InvalidField):
        office.do("clerk", "propose_reallocation", lead, same)


def test_other_handlers_take_over_within_the_party() -> None:
    """First-hour need: a leaver's work goes on with others, who are fit to handle it."""
    office = Office.opened()
    lead = office.acknowledged()
    change = commands.AssignHandlers(
        handlers=(person("zhao"), person("li")), keeper=person("group-keeper"), reason="借调"
    )
    office.do("group-head", "assign_handlers", lead, change)
    assert office.lead(lead).handlers == (person("zhao"), person("li"))


def test_who_approved_the_disposal_does_not_handle_it_afterwards() -> None:
    """Approver ≠ handler (R 289), whoever names the handlers; who may not handle may keep it."""
    office = Office.opened()
    lead = office.verified()
    head = commands.AssignHandlers(
        handlers=(person("li"), person("group-head")), keeper=person("group-keeper"), reason="借调"
    )
    with pytest.raises(ApproverCannotHandle):
        office.do("group-keeper", "assign_handlers", lead, head)
    kept = commands.AssignHandlers(
        handlers=(person("wang"), person("zhao")), keeper=person("group-head"), reason="借调"
    )
    office.do("group-keeper", "assign_handlers", lead, kept)
    assert office.lead(lead).keeper == person("group-head")
    office.outcome(lead, Disposal(way="closed", closing="unfounded"))
    with pytest.raises(ApproverCannotHandle):  # although nobody signed what is submitted now
        office.do("group-keeper", "assign_handlers", lead, head)


def declare(name: str) -> commands.DeclareRecusal:
    return commands.DeclareRecusal(person=person(name), ground="near_relative", reason="近亲属")


def decide(name: str, *, granted: bool) -> commands.DecideRecusal:
    return commands.DecideRecusal(person=person(name), granted=granted, reason="属实")


def test_a_recused_handler_no_longer_handles() -> None:
    """SL 67, R 295-296: asked for by anyone concerned, decided by the principal head."""
    office = Office.opened()
    lead = office.acknowledged()
    told = office.do("group-head", "declare_recusal", lead, declare("wang"))
    assert only(told, events.RecusalDeclared).decided_by == "commission"
    with pytest.raises(BarredFromLead):
        office.do("wang", "declare_recusal", lead, declare("li"))
    with pytest.raises(NotAuthorised):
        office.do("leader", "decide_recusal", lead, decide("wang", granted=True))
    office.do("secretary", "decide_recusal", lead, decide("wang", granted=True))
    assert office.lead(lead).handlers == (person("li"),)
    change = commands.AssignHandlers(
        handlers=(person("wang"), person("li")), keeper=person("group-keeper"), reason="补充"
    )
    with pytest.raises(BarredFromLead):
        office.do("group-head", "assign_handlers", lead, change)


def test_a_refused_recusal_leaves_things_as_they_were() -> None:
    office = Office.opened()
    lead = office.acknowledged()
    office.do("group-head", "declare_recusal", lead, declare("wang"))
    office.do("secretary", "decide_recusal", lead, decide("wang", granted=False))
    assert office.lead(lead).handlers == (person("wang"), person("li"))
    assert office.lead(lead).recused == ()


def test_the_level_above_decides_on_the_principal_head() -> None:
    """R 296: on the principal head the level above decides."""
    office = Office.opened()
    lead = office.acknowledged()
    told = office.do("group-head", "declare_recusal", lead, declare("secretary"))
    assert only(told, events.RecusalDeclared).decided_by == "party-committee"
    with pytest.raises(BarredFromLead):
        office.do("secretary", "decide_recusal", lead, decide("secretary", granted=False))


def test_proposed_handlers_are_fit_and_stand_when_it_is_approved() -> None:
    """R 77: people named in the proposal are checked at once."""
    office = Office.opened()
    lead = office.registered()
    wrong = propose("sg-education", "wang", "health-a", keeper="group-keeper")
    with pytest.raises(HandlerNotInParty):
        office.do("clerk", "propose_allocation", lead, wrong)
    command = propose("sg-education", "wang", "li", keeper="group-keeper")
    office.do("clerk", "propose_allocation", lead, command)
    told = office.do("secretary", "allocate", lead, commands.Allocate())
    assert only(told, events.Allocated).handlers == (person("wang"), person("li"))
    office.do("group-keeper", "acknowledge", lead, commands.Acknowledge())


def test_who_was_recused_since_the_proposal_does_not_come_to_handle() -> None:
    """SL 67: between proposal and approval as well."""
    office = Office.opened()
    lead = office.registered()
    command = propose("sg-education", "wang", "li", keeper="group-keeper")
    office.do("clerk", "propose_allocation", lead, command)
    for name in ("wang", "group-keeper"):
        office.do("clerk", "declare_recusal", lead, declare(name))
    told = office.do("secretary", "allocate", lead, commands.Allocate())
    allocated = only(told, events.Allocated)
    assert (allocated.handlers, allocated.keeper) == ((person("li"),), None)


def test_a_county_decides_on_its_own_people() -> None:
    """R 296: the principal head of the organ at whose level the lead is."""
    office = Office.opened()
    office.appoint("lanshan-secretary", "lanshan", "principal_head")
    lead = office.received(
        "lanshan-keeper", subjects=(subject("sun", level="county_staff", unit=None),)
    )
    told = office.do("lanshan-keeper", "declare_recusal", lead, declare("lanshan-head"))
    assert only(told, events.RecusalDeclared).decided_by == "lanshan"
    told = office.do("lanshan-keeper", "declare_recusal", lead, declare("lanshan-secretary"))
    assert only(told, events.RecusalDeclared).decided_by == "commission"
    decision = decide("lanshan-head", granted=True)
    with pytest.raises(BarredFromLead):
        office.do("lanshan-secretary", "decide_recusal", lead, decision)


def test_a_recusal_is_asked_once_and_decided_once() -> None:
    office = Office.opened()
    lead = office.acknowledged()
    with pytest.raises(InvalidField):
        office.do("secretary", "decide_recusal", lead, decide("wang", granted=True))
    office.do("group-head", "declare_recusal", lead, declare("wang"))
    with pytest.raises(InvalidField):
        office.do("group-head", "declare_recusal", lead, declare("wang"))
    office.do("clerk", "annul", lead, commands.Annul(reason="误录", approved_by=person("leader")))
    with pytest.raises(WrongState):
        office.do("secretary", "decide_recusal", lead, decide("wang", granted=True))


def test_only_a_proposed_allocation_is_allocated() -> None:
    """First-hour needs: the batch form signs allocations, never a filing or another disposal."""
    office = Office.opened()
    lead = office.submitted(Disposal(way="case_filed"))
    with pytest.raises(NoSubmission):
        office.do("group-head", "allocate", lead, commands.Allocate())
