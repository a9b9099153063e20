"""Random histories of bulletins: whatever is tried, fold and what is owed stay right."""

import datetime

from hypothesis import given
from hypothesis import strategies as st

from domain.errors import Refusal
from domain.ids import StreamId
from domain.model import Command
from domain.quality_bulletins import FAMILY, commands
from tests.domain.histories import check
from tests.domain.quality_bulletins.test_decisions import DUE, HEAD, january
from tests.domain.quality_bulletins.test_running import note
from tests.domain.small import ADJUDICATION, EDUCATION_GROUP, stream

OTHERS: dict[str, Command] = {
    "reply": commands.Reply(item=1, text="已补办"),
    "return_reply": commands.ReturnReply(item=1, reason="未说明"),
    "accept_reply": commands.AcceptReply(item=1),
    "correct": commands.Correct(reason="误", approved_by=HEAD, text="引言"),
    "annul": commands.Annul(reason="误", approved_by=HEAD),
}


def chosen_leads(data: st.DataObject) -> list[StreamId]:
    """Some of the leads that were reviewed: nothing is wrong in them."""
    leads = [stream("lead", f"lead {number}") for number in range(3)]
    return data.draw(st.lists(st.sampled_from(leads), max_size=3, unique=True))


def test_every_action_is_attempted() -> None:
    assert {"issue", "note_running", *OTHERS} == {action.name for action in FAMILY.actions}


@given(st.data())
def test_random_histories_keep_the_invariants(data: st.DataObject) -> None:
    """Each review is told of by one bulletin at most, whatever was annulled between."""
    desk = january()
    names = ("one", "two")
    for name in data.draw(st.lists(st.sampled_from(("issue", *OTHERS)), max_size=10)):
        desk.bulletin = stream("quality_bulletin", data.draw(st.sampled_from(names)))
        party = data.draw(st.sampled_from((ADJUDICATION, EDUCATION_GROUP)))
        chosen = data.draw(st.lists(st.sampled_from(desk.reviews), max_size=3))
        issue = commands.Issue(period="2026-01", reviews=tuple(chosen), text="引言", reply_due=DUE)
        try:
            note(desk, *chosen_leads(data))
            desk.bulletins(name, issue if name == "issue" else OTHERS[name], party=party)
        except Refusal:
            desk.world.pass_to(desk.world.today + datetime.timedelta(days=1))
    check(desk.world)
    told_of = [
        review
        for name in names
        if (state := desk.world.state(stream("quality_bulletin", name))).stage == "issued"
        for review in state.reviews
    ]
    assert len(told_of) == len(set(told_of))
    published = {each for each in desk.reviews if desk.world.state(each).bulletin is not None}
    assert published == set(told_of)
