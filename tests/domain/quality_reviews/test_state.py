"""Random histories of a review: whatever parties try, fold, score and what is owed stay right."""

import datetime

from hypothesis import given
from hypothesis import strategies as st

from domain.errors import Refusal
from domain.model import Command
from domain.quality_reviews import FAMILY, commands
from tests.domain.histories import check
from tests.domain.quality_reviews.desk import CHIEF, Desk, opening
from tests.domain.small import ADJUDICATION, EDUCATION_GROUP

SERIALS = st.integers(1, 3)
CRITERIA = st.sampled_from(("evidence-unsupported", "file-incomplete"))
ATTEMPTS: dict[str, st.SearchStrategy[Command]] = {
    "report_repair": CRITERIA.map(lambda c: commands.ReportRepair(criterion=c, text="已补")),
    "record_finding": CRITERIA.map(lambda c: commands.RecordFinding(criterion=c, text="发现")),
    "complete": st.just(commands.Complete(opinion="意见")),
    "reply": SERIALS.map(lambda n: commands.Reply(finding=n, text="已改")),
    "return_reply": SERIALS.map(lambda n: commands.ReturnReply(finding=n, reason="不全")),
    "accept_reply": SERIALS.map(lambda n: commands.AcceptReply(finding=n)),
    "object": SERIALS.map(lambda n: commands.Object(finding=n, text="不认可")),
    "decide_objection": st.builds(
        lambda n, upheld: commands.DecideObjection(finding=n, upheld=upheld, reason="见材料"),
        SERIALS,
        st.booleans(),
    ),
    "correct": st.just(commands.Correct(reason="误", approved_by=CHIEF, title="题")),
    "annul": st.just(commands.Annul(reason="误", approved_by=CHIEF)),
}


def test_every_action_is_attempted() -> None:
    assert {"open", *ATTEMPTS} == {action.name for action in FAMILY.actions}


@given(st.data())
def test_random_histories_keep_the_invariants(data: st.DataObject) -> None:
    """Old state + event = freshly folded state; the score is what the standing findings leave."""
    desk = Desk()
    names = ("first", "second")
    for name in names:
        desk.another(name)
        desk.act(ADJUDICATION, "open", opening(desk.lead()))
    for name in data.draw(st.lists(st.sampled_from(sorted(ATTEMPTS)), max_size=30)):
        desk.another(data.draw(st.sampled_from(names)))
        party = data.draw(st.sampled_from((ADJUDICATION, EDUCATION_GROUP)))
        try:
            desk.act(party, name, data.draw(ATTEMPTS[name]))
        except Refusal:
            days = data.draw(st.integers(0, 3))
            desk.world.pass_to(desk.world.today + datetime.timedelta(days=days))
    check(desk.world)
    remembered = {(fault.review, fault.finding) for fault in desk.record().faults}
    standing = set()
    for name in names:
        desk.another(name)
        state = desk.state
        if state.score is not None:
            lost = sum(found.deducted - found.given_back for _, found in state.standing)
            assert state.score == max(0, 100 - lost)
        if state.stage == "completed":
            standing |= {(desk.stream, serial) for serial, _ in state.standing}
    assert remembered == standing
