"""People lent and returned: the home agrees, recusal is checked, reading lasts as long as the lending."""

import datetime
from dataclasses import replace

import pytest

from domain import matters
from domain.errors import InvalidField, NotAuthorised, NotFound, WrongState
from domain.ids import StreamId
from domain.joint_operations import commands, errors, events
from domain.leads import commands as leads
from domain.leads.events import LeadEvent
from domain.leads.values import Disposal
from domain.model import Command, Event
from domain.obligations.events import Fulfilled
from domain.persons.commands import RevokeReading
from domain.persons.events import LendingEnded, ReadingGranted, ReadingRevoked
from tests.domain.joint_operations.given import (
    CASE,
    LEAD,
    LENT_UNTIL,
    OPERATION,
    Desk,
    among_groups,
    annul,
    ask_health,
    joined,
    lent,
    offer,
    opened,
)
from tests.domain.small import (
    CASE_SUPERVISION,
    COUNTY,
    EDUCATION_GROUP,
    HEALTH_GROUP,
    OFFICE,
    person,
    stream,
)

ADMIT = commands.AdmitPerson(lending=1)
HOME = commands.ReturnPerson(lending=1, reason="核查完成")


def test_a_lent_person_reads_operation_and_matter_as_long_as_lent() -> None:
    """Lent reads while lent and no longer: granted until the last day, taken back on return (R 299)."""
    desk = lent()
    assert desk.reads("health-clerk") == {OPERATION, LEAD}
    grants = [each.event for each in desk.world.told if isinstance(each.event, ReadingGranted)]
    assert {(each.expires, each.approved_by, each.given_by) for each in grants} == {
        (LENT_UNTIL, person("leader"), person("group-head"))
    }
    told = desk.act(OFFICE, "return_person", HOME)
    assert [type(each) for each in told] == [
        events.PersonReturned,
        Fulfilled,
        ReadingRevoked,
        LendingEnded,
        ReadingRevoked,
    ]
    assert desk.reads("health-clerk") == set()
    desk.refuses(errors.NoSuchLending, OFFICE, "return_person", HOME)


def test_reading_ends_with_the_last_day_even_if_nobody_sends_them_home() -> None:
    """The lending is overdue, the reading is not: it has expired."""
    desk = lent()
    desk.world.pass_to(LENT_UNTIL + datetime.timedelta(days=3))
    assert desk.reads("health-clerk") == set()
    assert (OFFICE, "return") in desk.owed


INQUIRY = Disposal(way="appropriate_inquiry")
START = leads.StartAppropriateInquiry()


def at_work(
    desk: Desk, action: str, command: Command, *, name: str = "health-clerk"
) -> list[Event]:
    """Somebody of the health group acts, from there, in the lead of the education group."""
    return desk.world.ask(f"lead.{action}", LEAD, command, actor=person(name), party=HEALTH_GROUP)


def test_a_lent_person_handles_the_matter_with_its_handlers() -> None:
    """DOMAIN.md §5.15: people lent to it work on it; the act is the handling party's."""
    desk = lent()
    desk.have_lead(disposal=INQUIRY)
    (told,) = at_work(desk, "start_appropriate_inquiry", START)
    assert isinstance(told, LeadEvent)
    assert (told.handling_party, told.concerns.parties[:1]) == (EDUCATION_GROUP, (EDUCATION_GROUP,))
    assert (desk.world.told[-1].actor, desk.world.told[-1].party) == (
        person("health-clerk"),
        HEALTH_GROUP,
    )


def test_only_who_is_lent_acts_and_only_in_that_matter() -> None:
    """Their home learns of nothing, and does nothing (R 299)."""
    desk = lent()
    desk.have_lead(disposal=INQUIRY)
    with pytest.raises(NotFound):
        at_work(desk, "start_appropriate_inquiry", START, name="health-head")
    other = stream("lead", "other")
    desk.world.streams[other] = replace(desk.world.stream(LEAD), stream=other)
    with pytest.raises(NotFound):
        desk.world.ask(
            "lead.start_appropriate_inquiry",
            other,
            START,
            actor=person("health-clerk"),
            party=HEALTH_GROUP,
        )
    with pytest.raises(NotAuthorised):  # only from home, where they are in office
        desk.world.ask(
            "lead.start_appropriate_inquiry",
            LEAD,
            START,
            actor=person("health-clerk"),
            party=EDUCATION_GROUP,
        )


def test_a_lent_person_neither_leads_nor_keeps_nor_approves() -> None:
    """What needs another role than a handler's is for the party's own people, whatever they are at home."""
    desk = lent("health-head")
    people = (person("health-head"), person("group-clerk"))
    assign = leads.AssignHandlers(handlers=people, keeper=people[0], reason="协助")
    with pytest.raises(NotAuthorised):
        at_work(desk, "assign_handlers", assign, name="health-head")
    assert person("health-head") in desk.world.jurisdiction.ever_lent(LEAD)


@pytest.mark.parametrize("way", ["returned", "expired", "revoked"])
def test_who_is_lent_no_longer_does_nothing_more(way: str) -> None:
    desk = lent()
    desk.have_lead(disposal=INQUIRY)
    match way:
        case "returned":
            desk.act(OFFICE, "return_person", HOME)
        case "expired":
            desk.world.pass_to(LENT_UNTIL + datetime.timedelta(days=1))
        case _:
            desk.world.ask(
                "person.revoke_reading",
                StreamId(person("health-clerk")),
                RevokeReading(grant=2, reason="回避"),
                actor=person("group-head"),
                party=EDUCATION_GROUP,
            )
    with pytest.raises(NotFound):
        at_work(desk, "start_appropriate_inquiry", START)


def test_where_no_member_handles_the_matter_the_lent_only_read() -> None:
    """Members only: a party outside has not agreed that others handle what it handles."""
    desk = joined()
    ask_health(desk)
    desk.act(HEALTH_GROUP, "offer_person", offer("health-clerk", request=1))
    desk.have_lead(handling_party=CASE_SUPERVISION, disposal=INQUIRY)
    desk.act(EDUCATION_GROUP, "admit_person", ADMIT)
    assert LEAD in desk.reads("health-clerk")
    with pytest.raises(NotFound):
        at_work(desk, "start_appropriate_inquiry", START)


def test_the_home_agrees_through_its_leader_and_lends_its_own_only() -> None:
    """Each person's home party agrees; nobody lends another's people, or one twice."""
    desk = joined()
    mine = offer("health-clerk", request=1)
    desk.refuses(NotFound, HEALTH_GROUP, "offer_person", mine)
    ask_health(desk)
    assert (HEALTH_GROUP, "people") in desk.owed
    desk.refuses(NotAuthorised, HEALTH_GROUP, "offer_person", mine, actor="health-clerk")
    foreign = offer("group-clerk", request=1)
    desk.refuses(InvalidField, HEALTH_GROUP, "offer_person", foreign)
    unasked = offer("health-clerk")
    desk.refuses(errors.NotAsked, HEALTH_GROUP, "offer_person", unasked)
    beyond = offer("health-clerk", request=1, until=datetime.date(2026, 4, 1))
    desk.refuses(InvalidField, HEALTH_GROUP, "offer_person", beyond)
    desk.act(HEALTH_GROUP, "offer_person", mine)
    desk.refuses(errors.NotAsked, HEALTH_GROUP, "offer_person", mine)


def test_a_member_lends_unasked() -> None:
    """Who joined brings its people."""
    desk = joined()
    desk.act(COUNTY, "offer_person", offer("county-clerk"))
    desk.refuses(InvalidField, COUNTY, "offer_person", offer("county-clerk"))
    desk.act(EDUCATION_GROUP, "admit_person", ADMIT)
    assert desk.reads("county-clerk") == {OPERATION, LEAD}


def test_only_who_reads_the_matter_lets_others_read_it() -> None:
    """The office leads and knows the status only: the group whose lead it is admits."""
    desk = joined()
    desk.act(COUNTY, "offer_person", offer("county-clerk"))
    desk.refuses(NotFound, OFFICE, "admit_person", ADMIT)
    desk.refuses(errors.NotTheLeadBody, COUNTY, "admit_person", ADMIT)
    desk.refuses(NotAuthorised, EDUCATION_GROUP, "admit_person", ADMIT, actor="nobody")


@pytest.mark.parametrize("ground", ["recused", "recusals_asked"])
def test_recusal_is_checked_against_the_matter_by_who_reads_it(ground: str) -> None:
    """SL 67, R 295, also for borrowed staff; the home is not told why (R 299)."""
    desk = joined()
    desk.act(COUNTY, "offer_person", offer("county-clerk"))
    desk.have_lead(**{ground: (person("county-clerk"),)})
    desk.refuses(matters.KeepsOutOfTheMatter, EDUCATION_GROUP, "admit_person", ADMIT)
    assert desk.reads("county-clerk") == set()
    no = commands.DeclineOffer(lending=1, reason="人员已足")
    (told, *_) = desk.act(EDUCATION_GROUP, "decline_offer", no)
    assert isinstance(told, events.OfferDeclined)
    assert COUNTY in told.concerns.parties
    desk.act(COUNTY, "offer_person", offer("county-head"))


def test_who_handles_the_matter_does_not_adjudicate_it() -> None:
    """R 222: not when lent to the group that adjudicates, and nobody else of the party that handled it."""
    desk = opened(among_groups())
    handled = errors.HandlerMayNotAdjudicate
    desk.refuses(handled, EDUCATION_GROUP, "offer_person", offer("group-head"))
    ask = commands.RequestPeople(home=EDUCATION_GROUP, count=1, duty="审理", until=LENT_UNTIL)
    desk.refuses(handled, HEALTH_GROUP, "request_people", ask)
    desk.have_case(handled=(person("health-clerk"),))
    desk.act(HEALTH_GROUP, "offer_person", offer("health-clerk"))
    desk.refuses(matters.KeepsOutOfTheMatter, EDUCATION_GROUP, "admit_person", ADMIT)


def test_who_is_lent_to_adjudicate_does_it_with_the_lead_body() -> None:
    """The county's clerk is lent to the group that adjudicates, before the case was sent to it."""
    desk = opened(among_groups())
    ask = commands.RequestPeople(home=COUNTY, count=1, duty="审理", until=LENT_UNTIL)
    desk.act(HEALTH_GROUP, "request_people", ask)
    desk.act(COUNTY, "offer_person", offer("county-clerk", request=1))
    desk.act(EDUCATION_GROUP, "admit_person", ADMIT)
    lent = desk.world.jurisdiction.lent_to(HEALTH_GROUP, CASE, desk.world.today)
    assert lent == (person("county-clerk"),)
    home = commands.ReturnPerson(lending=1, reason="审理完毕")
    desk.act(HEALTH_GROUP, "return_person", home)
    assert desk.world.jurisdiction.lent_to(HEALTH_GROUP, CASE, desk.world.today) == ()


def test_a_refusal_to_lend_ends_what_was_owed() -> None:
    desk = joined()
    ask_health(desk)
    no = commands.RefusePeople(request=1, reason="人员不足")
    desk.act(HEALTH_GROUP, "refuse_people", no)
    assert (HEALTH_GROUP, "people") not in desk.owed
    desk.refuses(errors.NotAsked, HEALTH_GROUP, "refuse_people", no)


def test_the_home_calls_its_people_back() -> None:
    desk = lent()
    desk.refuses(errors.NoSuchLending, COUNTY, "return_person", HOME)
    desk.act(HEALTH_GROUP, "return_person", HOME)
    assert desk.reads("health-clerk") == set()


def test_a_grant_that_was_taken_back_by_hand_is_no_obstacle() -> None:
    """A leader may end somebody's reading earlier; the lending still ends in order."""
    desk = lent()
    who = StreamId(person("health-clerk"))
    grants = desk.world.state(who).grants
    serial = next(serial for serial, each in grants.items() if each.stream == LEAD)
    desk.world.ask(
        "person.revoke_reading",
        who,
        RevokeReading(grant=serial, reason="不再需要"),
        actor=person("group-head"),
        party=EDUCATION_GROUP,
    )
    assert desk.reads("health-clerk") == {OPERATION}
    desk.act(OFFICE, "return_person", HOME)
    assert desk.reads("health-clerk") == set()


def test_whoever_is_still_lent_goes_home_at_the_end() -> None:
    """Concluded or annulled: nobody reads on, and an offer that waited is over."""
    desk = lent()
    desk.act(COUNTY, "offer_person", offer("county-clerk"))
    desk.act(OFFICE, "conclude", commands.Conclude(outcome="核查完毕"))
    assert desk.reads("health-clerk") == set()
    assert [each.stage for each in desk.state.lendings] == ["returned", "declined"]
    assert desk.owed == set()
    desk = lent()
    desk.act(OFFICE, "annul", annul())
    assert desk.reads("health-clerk") == set()
    desk.refuses(WrongState, OFFICE, "return_person", HOME)


def test_lending_concerns_who_runs_it_the_home_and_the_commission() -> None:
    """Who works where is the commission's to see; other members are not told whose people came."""
    desk = lent()
    admitted = next(
        each.event for each in desk.world.told if isinstance(each.event, events.PersonAdmitted)
    )
    assert set(admitted.concerns.parties) == {OFFICE, EDUCATION_GROUP, HEALTH_GROUP, "commission"}
    assert admitted.concerns.visibility == f"joint_lending:{HEALTH_GROUP}"
