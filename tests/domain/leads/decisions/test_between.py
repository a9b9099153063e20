"""Leads between jurisdictions: each level decides, each by its own register; feedback comes back in order."""

import dataclasses
import datetime

import pytest

from domain.between import HandledElsewhere, NoChannel, OutOfTurn
from domain.errors import AlreadyExists, NotAuthorised, NotFound, WrongState
from domain.ids import PartyId, StreamId
from domain.leads import commands, events
from domain.leads.errors import (
    FeedbackTooEarly,
    NotCompetent,
    OnlyByReferral,
    PostLevelUnknown,
    WholeLeadOnly,
)
from domain.leads.state import Lead
from domain.leads.values import Disposal
from tests.domain.leads.abroad import Post, city, close, county, made, release, take
from tests.domain.leads.given import (
    ACCEPT,
    TAKE,
    handing,
    named,
    only,
    party,
    person,
    subject,
    team,
)


def referred(post: Post) -> tuple[StreamId, StreamId]:
    """A lead of the city that was referred to the county, and the lead there."""
    here = post.city.registered()
    told = post.city.do("clerk", "refer", here, release())
    return here, only(told, events.Referred).there


def news(post: Post, here: StreamId) -> list[str]:
    """What the city was told, in order."""
    told = (each.event for each in post.city.world.told if each.stream == here)
    return [event.news for event in told if isinstance(event, events.NewsArrived)]


def test_what_is_released_and_no_more_becomes_a_lead_of_the_county_under_its_own_number() -> None:
    """DOMAIN.md §1.15: one number per level; the persons get ids of their own there."""
    post = Post()
    here, there = referred(post)
    post.carry()
    county = post.county
    county.do("clerk", "acknowledge_transfer", there, TAKE)
    county.do("clerk", "accept", there, ACCEPT)
    county.do("clerk", "register", there, commands.Register())
    post.carry()
    received = only([each.event for each in county.world.told], events.Received)
    assert (received.content, received.source, received.sender) == (
        "提供给对方的内容",
        "superior_assigned",
        "city",
    )
    assert county.lead(there).persons != post.city.lead(here).persons
    assert [str(number) for number in county.lead(there).numbers] == ["〔2026〕1号"]
    assert [str(number) for number in post.city.lead(here).numbers] == ["〔2026〕1号"]
    assert news(post, here) == ["delivered", "acknowledged", "accepted", "received", "registered"]
    assert post.city.lead(here).stage == "referred"
    assert post.city.owed(here) == [("feedback", "cc-yinan")]
    assert county.owed(there) == [("feedback", "case-supervision")]


def test_the_result_comes_back_and_its_confirmation_goes_there() -> None:
    post = Post()
    here, there = referred(post)
    post.carry()
    for action, command in (("acknowledge_transfer", TAKE), ("accept", ACCEPT)):
        post.county.do("clerk", action, there, command)
    back = commands.FeedBack(transfer=1, result="verified", text="已处理", document="复〔2026〕1号")
    with pytest.raises(FeedbackTooEarly):
        post.county.do("clerk", "feed_back", there, back)
    close(post.county, there)
    post.county.do("clerk", "feed_back", there, back)
    post.carry()
    fed_back = only([each.event for each in post.city.world.told], events.ResultFedBack)
    assert (fed_back.result, fed_back.text, fed_back.to_party) == ("verified", "已处理", "cc-yinan")
    post.county.appoint("guest", "city", "head")
    with pytest.raises(HandledElsewhere):
        post.county.do("guest", "confirm_feedback", there, commands.ConfirmFeedback(transfer=1))
    post.city.do("clerk", "confirm_feedback", here, commands.ConfirmFeedback(transfer=1))
    post.carry()
    assert post.county.lead(there).transfers[0].status == "confirmed"
    assert news(post, here)[-3:] == ["under_way", "closed", "fed_back"]
    assert post.city.owed(here) == []
    assert post.county.owed(there) == []


def test_what_is_not_the_countys_is_returned_with_the_reason() -> None:
    """干部管理权限 decides there by the table of that level (DOMAIN.md §1.16)."""
    post = Post()
    here = post.city.registered(subjects=(subject(level="upper"),))
    there = only(post.city.do("clerk", "refer", here, release()), events.Referred).there
    post.carry()
    post.county.do("clerk", "acknowledge_transfer", there, TAKE)
    with pytest.raises(NotCompetent):
        post.county.do("clerk", "accept", there, ACCEPT)
    back = commands.ReturnTransfer(transfer=1, reason="属市管干部")
    post.county.do("clerk", "return_transfer", there, back)
    post.carry()
    returned = only([each.event for each in post.city.world.told], events.Returned)
    assert (returned.reason, returned.to_party) == ("属市管干部", "cc-yinan")
    lead = post.city.lead(here)
    assert (lead.holder, lead.stage, lead.transfers[0].status) == (
        "case-supervision",
        "registered",
        "returned",
    )
    assert post.city.owed(here) == []
    again = only(post.city.do("clerk", "refer", here, release()), events.Referred)
    assert (again.transfer, again.there != there) == (2, True)


def test_whoever_handled_it_goes_on_when_it_comes_back() -> None:
    """An approved disposal sends it; returned, it is with the same handlers again."""
    post = Post()
    to_county = Disposal(way="transferred", to_party=PartyId("cc-yinan"))
    here = post.city.disposed(to_county)
    there = only(post.city.do("wang", "refer", here, release()), events.Referred).there
    post.carry()
    post.county.do("clerk", "acknowledge_transfer", there, TAKE)
    back = commands.ReturnTransfer(transfer=1, reason="不属本级")
    post.county.do("clerk", "return_transfer", there, back)
    post.carry()
    lead = post.city.lead(here)
    assert (lead.holder, lead.handling_party) == ("case-supervision", "sg-education")
    assert lead.handlers == (person("wang"), person("li"))


def test_a_lead_goes_as_a_whole_and_is_answered_as_a_whole() -> None:
    post = Post()
    both = (subject("zhang"), subject("qian"))
    here = post.city.registered(subjects=both)
    with pytest.raises(WholeLeadOnly):
        post.city.do("clerk", "refer", here, release("zhang"))
    told = post.city.do("clerk", "refer", here, release("zhang", "qian"))
    there = only(told, events.Referred).there
    post.carry()
    post.county.do("clerk", "acknowledge_transfer", there, TAKE)
    part = commands.AcceptPart(
        transfer=1,
        refused={"persons": (person("there/qian"),), "reason": "不属本级"},  # type: ignore[arg-type]
    )
    with pytest.raises(WholeLeadOnly):
        post.county.do("clerk", "accept_part", there, part)


def test_what_is_released_concerns_its_sender_and_is_no_part_of_the_hand_over() -> None:
    post = Post()
    here, _ = referred(post)
    post.carry()
    last = {each.name: each.event for each in post.city.world.told if each.stream == here}
    assert last["lead.referred"].concerns.parties == ("case-supervision",)
    assert last["lead.referred"].concerns.visibility == "referral"
    assert last["lead.news_arrived"].concerns.parties == ("case-supervision", "cc-yinan")
    assert last["lead.news_arrived"].concerns.visibility == "transfer:1"


def test_nothing_goes_or_comes_without_a_channel() -> None:
    post = Post()
    here = post.city.registered()
    with pytest.raises(NoChannel):
        post.city.do("clerk", "refer", here, release(to="lanshan"))
    with pytest.raises(OnlyByReferral):
        post.city.do("clerk", "transfer", here, handing("cc-yinan"))
    sent = post.city.do("clerk", "refer", here, release())
    referral = next(
        each for each in post.city.world.told if isinstance(each.event, events.Referred)
    )
    with pytest.raises(NoChannel):
        take(city(), only(sent, events.Referred).there, made(referral, post.city))


def test_a_post_level_that_is_unknown_there_is_refused() -> None:
    office = city()
    here = office.registered(subjects=(subject(level="city_only"),))
    told = office.do("clerk", "refer", here, release())
    referral = next(each for each in office.world.told if isinstance(each.event, events.Referred))
    with pytest.raises(PostLevelUnknown):
        take(county(), only(told, events.Referred).there, made(referral, office))


def test_what_comes_twice_or_out_of_turn_changes_nothing() -> None:
    post = Post()
    here, there = referred(post)
    sent = [each for each in post.city.world.told if isinstance(each.event, events.Referred)]
    post.carry()
    with pytest.raises(AlreadyExists):
        take(post.county, there, made(sent[0], post.city))
    with pytest.raises(NotFound):
        take(county(), StreamId(f"lead/{here[5:]}"), made(sent[0], post.city))
    post.county.do("clerk", "acknowledge_transfer", there, TAKE)
    post.county.do("clerk", "accept", there, ACCEPT)
    told = [each for each in post.county.world.told if isinstance(each.event, events.NewsSent)]
    before = post.city.lead(here)
    for each in (told[0], told[2]):
        with pytest.raises(OutOfTurn):
            take(post.city, here, made(each, post.county))
    with pytest.raises(NotFound):
        take(post.city, here, made(told[1], city()))
    assert post.city.lead(here) == before
    take(post.city, here, made(told[1], post.county))
    assert post.city.lead(here).transfers[0].status == "acknowledged"


def test_nobody_here_acts_for_the_other_end() -> None:
    post = Post()
    here, there = referred(post)
    post.city.appoint("guest", "cc-yinan", "head")
    with pytest.raises(HandledElsewhere):
        post.city.do("guest", "acknowledge_transfer", here, TAKE)
    post.carry()
    post.county.do("clerk", "acknowledge_transfer", there, TAKE)
    post.county.do("clerk", "accept", there, ACCEPT)
    post.carry()
    with pytest.raises(WrongState, match="another jurisdiction"):
        post.city.do("guest", "register", here, commands.Register())
    back = commands.FeedBack(transfer=1, result="verified", text="代为反馈")
    with pytest.raises(HandledElsewhere):
        post.city.do("guest", "feed_back", here, back)


def test_only_the_courier_brings_what_comes_from_elsewhere() -> None:
    post = Post()
    here, there = referred(post)
    referral = next(
        each for each in post.city.world.told if isinstance(each.event, events.Referred)
    )
    with pytest.raises(NotAuthorised):
        post.county.do("clerk", "take_in", there, made(referral, post.city))
    failure = commands.ReportFailure(transfer=1, dispatch=1, attempt=1, obstacle="unknown")
    with pytest.raises(NotAuthorised):
        post.city.do("clerk", "report_failure", here, failure)


def test_what_was_not_delivered_is_owed_and_sent_again() -> None:
    post = Post()
    here, there = referred(post)
    failure = commands.ReportFailure(transfer=1, dispatch=1, attempt=1, obstacle="unknown")
    failed = only(take(post.city, here, failure), events.DeliveryFailed)
    assert (failed.by, failed.jurisdiction) == ("case-supervision", "yinan")
    waiting = [("delivery", "case-supervision"), ("receipt", "cc-yinan")]
    assert sorted(post.city.owed(here)) == [*waiting, ("undelivered", "case-supervision")]
    with pytest.raises(OutOfTurn):
        take(post.city, here, failure)
    resent = only(post.city.do("clerk", "resend", here, commands.Resend(transfer=1)), events.Resent)
    assert (resent.dispatch, resent.attempt) == (1, 2)
    assert sorted(post.city.owed(here)) == waiting
    with pytest.raises(OutOfTurn):  # of the attempt before
        take(post.city, here, failure)
    with pytest.raises(WrongState):
        post.city.do("clerk", "resend", here, commands.Resend(transfer=1))
    post.carry()
    assert post.county.lead(there).transfers[0].status == "sent"
    late = dataclasses.replace(failure, attempt=2)
    with pytest.raises(OutOfTurn):  # it is there
        take(post.city, here, late)


def test_what_was_not_delivered_may_be_recalled_and_goes_on_here() -> None:
    office = city()
    here = office.registered()
    office.do("clerk", "refer", here, release())
    call = commands.Recall(transfer=1, reason="由本级办理", approved_by=person("secretary"))
    with pytest.raises(WrongState):
        office.do("clerk", "recall", here, call)
    failure = commands.ReportFailure(transfer=1, dispatch=1, attempt=1, obstacle="not_accepted")
    take(office, here, failure)
    told = office.do("clerk", "recall", here, call)
    assert named(told)[0] == "Recalled"
    lead: Lead = office.lead(here)
    assert (lead.transfers[0].status, lead.in_transit) == ("recalled", None)
    assert office.owed(here) == [("see-to-recalled", "case-supervision")]
    proposed = commands.ProposeAllocation(handling_party=party("sg-education"))
    office.do("clerk", "propose_allocation", here, proposed)
    assert [rule for rule, _ in office.owed(here)] == ["opinion"]
    office.do("secretary", "allocate", here, commands.Allocate())
    office.do("group-keeper", "acknowledge", here, team())


def test_what_was_recalled_and_gets_there_all_the_same_is_called_back() -> None:
    """A copy that was late on its way: it goes back by itself, and nobody has the lead twice."""
    post = Post()
    here, there = referred(post)
    failure = commands.ReportFailure(transfer=1, dispatch=1, attempt=1, obstacle="moved")
    take(post.city, here, failure)
    call = commands.Recall(transfer=1, reason="由本级办理", approved_by=person("secretary"))
    post.city.do("clerk", "recall", here, call)
    post.carry()
    returned = only([each.event for each in post.county.world.told], events.Returned)
    assert (returned.reason, post.county.lead(there).holder) == ("由本级办理", "city")
    assert post.county.owed(there) == []
    assert news(post, here) == ["delivered", "returned"]
    lead = post.city.lead(here)
    assert (lead.stage, lead.holder, lead.transfers[0].status) == (
        "registered",
        "case-supervision",
        "recalled",
    )


def test_news_that_does_not_reach_its_sender_is_owed_by_whoever_told_it() -> None:
    post = Post()
    _, there = referred(post)
    post.carry()
    post.county.do("clerk", "acknowledge_transfer", there, TAKE)
    failure = commands.ReportFailure(transfer=1, dispatch=2, attempt=1, obstacle="moved")
    failed = only(take(post.county, there, failure), events.DeliveryFailed)
    assert failed.by == "case-supervision"
    call = commands.Recall(transfer=1, reason="由本级办理", approved_by=person("secretary"))
    with pytest.raises(WrongState):
        post.county.do("clerk", "recall", there, call)
    post.county.do("clerk", "resend", there, commands.Resend(transfer=1))
    post.carry()
    assert post.county.lead(there).transfers[0].status == "acknowledged"


def test_it_happened_on_its_day_unless_that_has_not_come_here() -> None:
    """Clocks run from `occurred`: a letter that waited for the courier was still in time."""
    post = Post()
    here, there = referred(post)
    post.carry()
    start = post.county.world.now
    for days, world in ((5, post.county.world), (2, post.city.world)):
        world.advance(start + datetime.timedelta(days=days))
    post.county.do("clerk", "acknowledge_transfer", there, TAKE)
    post.carry()
    told = only([each.event for each in post.city.world.told], events.TransferAcknowledged)
    assert told.occurred.date == post.city.world.today
    post.city.world.advance(start + datetime.timedelta(days=9))
    post.county.do("clerk", "accept", there, ACCEPT)
    post.carry()
    accepted = only([each.event for each in post.city.world.told], events.Accepted)
    assert accepted.occurred.date == post.county.world.today
    assert post.city.lead(here).stage == "referred"


def test_who_handed_it_to_the_city_hears_how_far_it_is_and_the_result() -> None:
    """A department's hand-over goes on through the county: its milestones and the feedback come back."""
    post = Post()
    here = post.city.accepted()
    there = only(post.city.do("clerk", "refer", here, release()), events.Referred).there
    post.carry()
    for action, command in (("acknowledge_transfer", TAKE), ("accept", ACCEPT)):
        post.county.do("clerk", action, there, command)
    back = commands.FeedBack(transfer=1, result="verified", text="已处理")
    post.carry()
    with pytest.raises(FeedbackTooEarly):
        post.city.do("clerk", "feed_back", here, back)
    close(post.county, there)
    post.county.do("clerk", "feed_back", there, back)
    post.carry()
    reached = [
        (event.transfer, event.milestone)
        for event in (each.event for each in post.city.world.told)
        if isinstance(event, events.MilestoneReached)
    ]
    assert [milestone for transfer, milestone in reached if transfer == 1] == [
        "received",
        "under_way",
        "closed",
    ]
    post.city.do("clerk", "feed_back", here, back)
