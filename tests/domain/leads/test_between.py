"""Leads beside and upward: whose they are by the table of each end, and what source they have there."""

import pytest

from domain.errors import InvalidField
from domain.ids import StreamId
from domain.leads import commands, events
from domain.leads.errors import NotCompetent
from tests.domain.leads.abroad import CITY, PEER, Post, close, peer, release
from tests.domain.leads.given import ACCEPT, TAKE, only, party, subject


def beside(level: str = "city_managed") -> tuple[Post, StreamId, StreamId]:
    """A lead that was referred from one city to another, which is to find the person at that post level."""
    post = Post(peer(CITY, beside=PEER), peer(PEER, beside=CITY))
    here = post.city.registered(subjects=(subject(level="managed_by_peer"),))
    letter = release(to="peer", post_level=level)
    there = only(post.city.do("clerk", "refer", here, letter), events.Referred).there
    post.carry()
    post.county.do("clerk", "acknowledge_transfer", there, TAKE)
    return post, here, there


def test_from_another_city_it_is_a_lead_that_a_commission_elsewhere_transferred() -> None:
    """Each level has its own source (DOMAIN.md §2 A7); the person is looked up in the table of that city."""
    post, here, there = beside()
    received = only([each.event for each in post.county.world.told], events.Received)
    assert (received.source, received.report, received.sender) == ("peer_transferred", None, "peer")
    assert received.subjects[0].standing.post_level == "city_managed"
    post.county.do("clerk", "accept", there, ACCEPT)
    close(post.county, there)
    back = commands.FeedBack(transfer=1, result="verified", text="已处理")
    post.county.do("clerk", "feed_back", there, back)
    post.carry()
    post.city.do("clerk", "confirm_feedback", here, commands.ConfirmFeedback(transfer=1))
    post.carry()
    assert post.county.lead(there).transfers[0].status == "confirmed"
    assert (post.city.owed(here), post.county.owed(there)) == ([], [])


def test_to_another_city_goes_only_whom_that_one_manages() -> None:
    """管辖: a city does not give its own cadres away, and says who the others are by the table there."""
    office = peer(CITY, beside=PEER)
    own = office.registered()
    with pytest.raises(NotCompetent):
        office.do("clerk", "refer", own, release(to="peer", post_level="city_managed"))
    theirs = office.registered("2", subjects=(subject(level="managed_by_peer"),))
    with pytest.raises(InvalidField):
        office.do("clerk", "refer", theirs, release(to="peer"))
    proposed = commands.ProposeAllocation(handling_party=party("office-1"))
    with pytest.raises(NotCompetent):
        office.do("clerk", "propose_allocation", theirs, proposed)
    office.do("clerk", "refer", theirs, release(to="peer", post_level="city_managed"))


def test_another_city_returns_whom_it_does_not_manage_and_it_is_sent_again_as_a_new_lead() -> None:
    post, here, there = beside("managed_by_peer")
    with pytest.raises(NotCompetent):
        post.county.do("clerk", "accept", there, ACCEPT)
    back = commands.ReturnTransfer(transfer=1, reason="职级类别有误")
    post.county.do("clerk", "return_transfer", there, back)
    post.carry()
    letter = release(to="peer", post_level="city_managed")
    again = only(post.city.do("clerk", "refer", here, letter), events.Referred)
    assert (again.transfer, again.there != there) == (2, True)
    post.carry()
    post.county.do("clerk", "acknowledge_transfer", again.there, TAKE)
    post.county.do("clerk", "accept", again.there, ACCEPT)
    post.carry()
    assert [leg.status for leg in post.city.lead(here).transfers] == ["returned", "accepted"]


def test_what_a_county_sends_upward_was_submitted_from_below() -> None:
    """How it came to the county, and who reported it, stays there."""
    post = Post()
    here = post.county.registered(
        subjects=(subject(level="upper"),), source="report.letter", report="anonymous"
    )
    there = only(post.county.do("clerk", "refer", here, release(to="city")), events.Referred).there
    post.carry()
    received = only(
        [each.event for each in post.city.world.told if each.stream == there], events.Received
    )
    assert (received.source, received.report) == ("subordinate_submitted", None)
