"""Random readings: the fold stays right, and nothing is read of a matter that is not there."""

from hypothesis import given
from hypothesis import strategies as st

from domain.errors import Refusal
from domain.ids import PartyId, StreamId
from domain.readings import FAMILY
from domain.readings.events import AttachmentOpened
from tests.domain.attachments.desk import OTHER, PARTIES, SCAN, attached
from tests.domain.desk import HEADS
from tests.domain.histories import check
from tests.domain.readings.test_decisions import read
from tests.domain.small import CASE_SUPERVISION


def test_every_action_is_attempted() -> None:
    assert {action.name for action in FAMILY.actions} == {"open_attachment", "open_leads"}


@given(
    st.lists(
        st.tuples(st.sampled_from((*PARTIES, CASE_SUPERVISION)), st.sampled_from((SCAN, OTHER)))
    )
)
def test_random_histories_keep_the_invariants(readings: list[tuple[PartyId, StreamId]]) -> None:
    """Each accepted reading is one event of a stream of its own."""
    desk, accepted = attached(), 0
    for party, attachment in readings:
        try:
            read(desk, party, HEADS[party], attachment=attachment)
            accepted += 1
        except Refusal:
            assert (party, attachment) not in {(each, SCAN) for each in PARTIES}
    check(desk.world)
    told = [each for each in desk.world.told if isinstance(each.event, AttachmentOpened)]
    assert len(told) == len({each.stream for each in told}) == accepted
