"""Leads that split, merge or are linked; corrected and annulled ones."""

import datetime

import pytest

from domain.errors import InvalidField, NotFound, WrongState
from domain.ids import StreamId, derived_id, stream_id
from domain.leads import commands, events
from domain.leads.errors import BarredFromLead, NoPersonLeft, SubmissionUnderWay
from domain.leads.values import Disposal, Part, Standing
from tests.domain.leads.given import Office, on, only, party, person, subject, team

TWO = (subject("zhang"), subject("sun", level="county_staff", unit=None))


def splitting(*groups: tuple[str, ...]) -> commands.Split:
    return commands.Split(
        parts=tuple(
            Part(persons=tuple(person(name) for name in names), reason="管辖不同")
            for names in groups
        )
    )


def test_a_part_is_a_lead_of_its_own_and_both_know_of_each_other() -> None:
    """R 201: partly ours → split, with the parts tracked; one event for each case."""
    office = Office.opened()
    lead = office.registered(subjects=TWO)
    told = office.do("clerk", "split", lead, splitting(("sun",)))
    part = only(told, events.Split).part
    assert office.lead(lead).parts == (part,)
    assert office.lead(part).origin == lead
    assert office.lead(part).holder == "case-supervision"


def test_a_split_leaves_somebody_and_takes_each_person_once() -> None:
    office = Office.opened()
    lead = office.registered(subjects=TWO)
    with pytest.raises(NoPersonLeft):
        office.do("clerk", "split", lead, splitting(("sun", "zhang")))
    with pytest.raises(NoPersonLeft):
        office.do("clerk", "split", lead, splitting(("sun",), ("sun",)))
    with pytest.raises(InvalidField):
        office.do("clerk", "split", lead, splitting(("nobody",)))


def test_a_part_is_no_duplicate_of_where_it_came_from() -> None:
    office = Office.opened()
    lead = office.registered(subjects=TWO)
    part = only(office.do("clerk", "split", lead, splitting(("sun",))), events.Split).part
    told = office.do("clerk", "register", part, commands.Register())
    assert [type(event) for event in told][:1] == [events.Registered]
    assert office.lead(part).duplicate is None


def merging(*others: StreamId) -> commands.Merge:
    return commands.Merge(others=others, reason="同一问题")


def test_merged_leads_end_and_pass_their_persons_on() -> None:
    """并案: numbers are kept; one event for each case."""
    office = Office.opened()
    lead = office.registered(tag="1")
    other = office.registered(tag="2", subjects=(subject("qian"),))
    told = office.do("clerk", "merge", lead, merging(other))
    assert only(told, events.Merged).into == lead
    assert office.lead(lead).persons == (person("zhang"), person("qian"))
    assert office.lead(other).stage == "merged"
    assert office.lead(other).numbers
    with pytest.raises(WrongState):
        office.do("clerk", "annul", other, annulling())


def test_only_open_leads_of_one_holder_merge() -> None:
    office = Office.opened()
    lead = office.registered(tag="1")
    handled = office.disposed(Disposal(way="interview"), tag="2")
    with pytest.raises(WrongState):
        office.do("clerk", "merge", lead, merging(handled))
    pending = office.proposed(tag="3")
    with pytest.raises(SubmissionUnderWay):
        office.do("clerk", "merge", lead, merging(pending))
    with pytest.raises(InvalidField):
        office.do("clerk", "merge", lead, merging(lead))


def test_leads_are_linked_by_a_party_concerned_with_both() -> None:
    """R 299: whoever is not concerned with the other learns nothing, not even that it exists."""
    office = Office.opened()
    lead = office.acknowledged(tag="1")
    other = office.registered(tag="2")
    command = commands.Link(other=other, reason="同一项目")
    with pytest.raises(NotFound) as unseen:
        office.do("wang", "link", lead, command)
    missing = StreamId(stream_id("lead", derived_id("nothing")))
    with pytest.raises(NotFound) as absent:
        office.do("wang", "link", lead, commands.Link(other=missing, reason="同一项目"))
    assert type(unseen.value) is type(absent.value)
    office.do("clerk", "link", lead, command)
    assert office.lead(lead).linked == (other,)
    assert office.lead(other).linked == (lead,)
    with pytest.raises(InvalidField):
        office.do("clerk", "link", lead, command)


def recuse(office: Office, lead: StreamId, name: str, *, granted: bool) -> None:
    """Somebody is asked to keep out; undecided unless granted."""
    asked = commands.DeclareRecusal(person=person(name), ground="other", reason="其他")
    office.do("clerk", "declare_recusal", lead, asked)
    if granted:
        decision = commands.DecideRecusal(person=person(name), granted=True, reason="属实")
        office.do("secretary", "decide_recusal", lead, decision)


def take_part(office: Office, lead: StreamId) -> None:
    """The second clerk does what any member may do with a lead."""
    asked = commands.DeclareRecusal(person=person("li"), ground="other", reason="其他")
    office.do("clerk2", "declare_recusal", lead, asked)


def refused(name: str) -> commands.DecideRecusal:
    return commands.DecideRecusal(person=person(name), granted=False, reason="不属实")


@pytest.mark.parametrize("granted", [True, False])
def test_who_is_recused_keeps_out_of_a_part_as_well(granted: bool) -> None:
    """SL 67: what was split off is the same matter; an undecided recusal keeps out too."""
    office = Office.opened()
    lead = office.registered(subjects=TWO)
    recuse(office, lead, "clerk2", granted=granted)
    told = office.do("clerk", "split", lead, splitting(("sun",)))
    part = only(told, events.Split).part
    with pytest.raises(BarredFromLead):
        office.do("clerk2", "register", part, commands.Register())


def test_an_undecided_recusal_ends_for_the_part_when_it_is_refused_at_the_origin() -> None:
    office = Office.opened()
    lead = office.registered(subjects=TWO)
    recuse(office, lead, "clerk2", granted=False)
    part = only(office.do("clerk", "split", lead, splitting(("sun",))), events.Split).part
    with pytest.raises(BarredFromLead):
        take_part(office, part)
    office.do("secretary", "decide_recusal", lead, refused("clerk2"))
    take_part(office, part)


def test_an_undecided_recusal_is_decided_after_the_merger() -> None:
    """SL 67: until then it keeps out of the lead that the other went into."""
    office = Office.opened()
    lead, other = office.received("clerk", tag="1"), office.registered(tag="2")
    recuse(office, other, "clerk2", granted=False)
    office.do("clerk", "register", lead, commands.Register())
    office.do("clerk", "merge", lead, merging(other))
    with pytest.raises(BarredFromLead):
        take_part(office, lead)
    office.do("secretary", "decide_recusal", other, refused("clerk2"))
    take_part(office, lead)


def test_who_stays_with_the_origin_keeps_out_of_the_part() -> None:
    """R 299: what names them there is the past of the part as well."""
    office = Office.opened()
    lead = office.registered(subjects=(subject("clerk2"), subject("sun"), subject("zhang")))
    part = only(office.do("clerk", "split", lead, splitting(("sun", "zhang"))), events.Split).part
    inner = only(office.do("clerk", "split", part, splitting(("zhang",))), events.Split).part
    for of in (part, inner):
        with pytest.raises(NotFound):
            office.do("clerk2", "register", of, commands.Register())


def test_who_had_left_a_merged_lead_keeps_out_of_the_other() -> None:
    """R 299: neither a handler nor anybody who acts on it."""
    office = Office.opened()
    lead = office.registered(tag="1")
    other = office.registered(tag="2", subjects=(subject("clerk2"), subject("sun")))
    office.do("clerk", "split", other, splitting(("clerk2",)))
    office.do("clerk", "merge", lead, merging(other))
    propose = commands.ProposeAllocation(handling_party=party("sg-education"))
    with pytest.raises(NotFound):
        office.do("clerk2", "propose_allocation", lead, propose)


@pytest.mark.parametrize("granted", [True, False])
def test_who_is_recused_from_a_merged_lead_no_longer_handles_the_other(granted: bool) -> None:
    """SL 67: neither as a handler, nor as the keeper."""
    office = Office.opened()
    lead = office.acknowledged(tag="1")
    other = office.registered(tag="2")
    for name in ("wang", "group-keeper"):
        recuse(office, other, name, granted=granted)
    office.do("clerk", "merge", lead, merging(other))
    assert office.lead(lead).handlers == (person("li"),)
    assert office.lead(lead).keeper is None
    change = commands.AssignHandlers(
        handlers=(person("wang"), person("li")), keeper=person("zhao"), reason="补充"
    )
    with pytest.raises(BarredFromLead):
        office.do("group-head", "assign_handlers", lead, change)


def test_who_left_for_a_part_neither_acts_on_the_lead_nor_handles_it() -> None:
    """R 299, SL 67: the lead's past names them still."""
    office = Office.opened()
    lead = office.registered(subjects=(subject("zhang"), subject("wang")))
    office.do("clerk", "split", lead, splitting(("wang",)))
    propose = commands.ProposeAllocation(handling_party=party("sg-education"))
    office.do("clerk", "propose_allocation", lead, propose)
    office.do("secretary", "allocate", lead, commands.Allocate())
    with pytest.raises(BarredFromLead):
        office.do("group-keeper", "acknowledge", lead, team("wang", "li"))
    with pytest.raises(NotFound):
        office.do("wang", "return_lead", lead, commands.ReturnLead(reason="退还"))


def annulling(approver: str = "secretary") -> commands.Annul:
    return commands.Annul(reason="误录入", approved_by=person(approver))


def test_an_annulled_lead_keeps_its_number_and_owes_nothing() -> None:
    """DOMAIN.md §1.12, 1.15: 作废 with reason and approver; the number stays, the next goes on."""
    office = Office.opened()
    lead = office.allocated()
    assert office.owed(lead)
    told = office.do("clerk", "annul", lead, annulling())
    assert str(only(told, events.Annulled).annulled_numbers[0]) == "〔2026〕1号"
    assert office.owed(lead) == []
    assert str(office.lead(office.registered(tag="2")).numbers[0]) == "〔2026〕2号"


def test_nobody_approves_their_own_annulment() -> None:
    office = Office.opened()
    lead = office.registered()
    with pytest.raises(InvalidField):
        office.do("clerk", "annul", lead, annulling("clerk"))


def test_a_lead_ends_at_most_once() -> None:
    office = Office.opened()
    lead = office.disposed(Disposal(way="closed", closing="triage"))
    with pytest.raises(WrongState):
        office.do("clerk", "annul", lead, annulling())
    with pytest.raises(WrongState):
        office.do("wang", "reopen", lead, commands.Reopen(reason="无"))


def correcting(**changed: object) -> commands.Correct:
    return commands.Correct(reason="录入有误", approved_by=person("secretary"), **changed)  # type: ignore[arg-type]


def test_a_correction_leaves_the_original_and_says_what_is_right() -> None:
    """DOMAIN.md §1.12: 更正 is an event; which version, why, with whose approval."""
    office = Office.opened()
    lead = office.registered()
    standing = Standing(post_level="city_managed", unit=party("education"))
    told = office.do(
        "clerk",
        "correct",
        lead,
        correcting(version=1, person=person("zhang"), standing=standing, source="inspection"),
    )
    corrected = only(told, events.Corrected)
    assert (corrected.version, corrected.approved_by) == (1, person("secretary"))
    assert office.lead(lead).subjects[0].standing == standing
    assert office.lead(lead).source == "inspection"
    assert len([item for item in office.world.told if item.stream == lead]) == 3


@pytest.mark.parametrize(
    ("field", "changed"),
    [
        ("version", {"version": 99, "source": "audit"}),
        ("happened", {"version": 1}),
        ("happened", {"version": 1, "happened": on(datetime.date(2026, 4, 1))}),
        ("standing", {"version": 1, "person": person("zhang")}),
        (
            "person",
            {
                "version": 1,
                "person": person("nobody"),
                "standing": Standing(post_level="section_head"),
            },
        ),
    ],
)
def test_a_correction_corrects_something(field: str, changed: dict[str, object]) -> None:
    office = Office.opened()
    lead = office.registered()
    with pytest.raises(InvalidField) as refused:
        office.do("clerk", "correct", lead, correcting(**changed))
    assert refused.value.details["field"] == field


def test_a_corrected_day_moves_what_was_due_because_of_it() -> None:
    """DOMAIN.md §1.12: due dates follow a correction; the earlier one stays visible."""
    office = Office.opened()
    lead = office.allocated()
    (owed,) = office.world.stream(lead).obligations.values()
    version = next(
        number
        for number, told in enumerate(
            (item for item in office.world.told if item.stream == lead), start=1
        )
        if told.name == "lead.allocated"
    )
    office.do(
        "clerk",
        "correct",
        lead,
        correcting(version=version, happened=on(datetime.date(2026, 2, 26))),
    )
    (moved,) = office.world.stream(lead).obligations.values()
    assert moved.due < owed.due
    assert moved.arisen.earlier[0].due == owed.due


def test_leads_that_others_hold_do_not_merge() -> None:
    """并案: one holder for all of them."""
    office = Office.opened()
    lead = office.registered(tag="1")
    other = office.received("group-keeper", tag="2")
    with pytest.raises(InvalidField):
        office.do("clerk", "merge", lead, merging(other))


def test_a_lead_whose_submission_climbs_is_not_annulled() -> None:
    office = Office.opened()
    lead = office.proposed()
    with pytest.raises(SubmissionUnderWay):
        office.do("clerk", "annul", lead, annulling())
