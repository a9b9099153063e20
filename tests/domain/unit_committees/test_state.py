"""Random histories of unit committees: whatever both try, the fold and what is owed stay right."""

import datetime
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from domain.model import Command
from domain.unit_committees import FAMILY, commands
from tests.domain.histories import attempt, check
from tests.domain.small import COMMITTEE, EDUCATION_GROUP, OFFICE, person
from tests.domain.unit_committees.given import (
    DUE,
    END,
    EVIDENCE,
    GUIDE,
    INSPECT,
    UNTIL,
    Desk,
    enlist,
)

PARTIES = (EDUCATION_GROUP, EDUCATION_GROUP, COMMITTEE, COMMITTEE, OFFICE)
CHIEF = person("chief")
SERIALS = st.integers(1, 3)
LATER = commands.ExtendEnlistment(
    enlistment=1,
    until=UNTIL + datetime.timedelta(days=7),
    reason="未完",
    approved_by=CHIEF,
)
ATTEMPTS: dict[str, st.SearchStrategy[Command]] = {
    "guide": st.just(GUIDE),
    "acknowledge": st.just(commands.Acknowledge()),
    "inspect": st.just(INSPECT),
    "answer_finding": SERIALS.map(lambda n: commands.AnswerFinding(finding=n, text="已改")),
    "return_answer": SERIALS.map(
        lambda n: commands.ReturnAnswer(finding=n, reason="不全", due=DUE)
    ),
    "accept_answer": SERIALS.map(lambda n: commands.AcceptAnswer(finding=n)),
    "enlist": st.just(enlist()),
    "extend_enlistment": st.just(LATER),
    "record_evidence": st.sampled_from([EVIDENCE, replace(EVIDENCE, evidence=1)]),
    "confirm_evidence": SERIALS.map(lambda n: commands.ConfirmEvidence(evidence=n)),
    "return_evidence": SERIALS.map(lambda n: commands.ReturnEvidence(evidence=n, reason="缺页")),
    "end_enlistment": st.just(END),
    "conclude": st.just(commands.Conclude()),
    "correct": SERIALS.map(
        lambda n: commands.Correct(finding=n, reason="误", approved_by=CHIEF, text="改")
    ),
    "annul": st.just(commands.Annul(reason="误", approved_by=CHIEF)),
}


def test_every_action_is_attempted() -> None:
    assert set(ATTEMPTS) == {action.name for action in FAMILY.actions}


@given(st.data())
def test_random_histories_keep_the_invariants(data: st.DataObject) -> None:
    """Old state + event = freshly folded state; obligations end at most once (DOMAIN.md §1.10)."""
    desk = Desk()
    lead = dict(desk.world.streams)
    desk.act(EDUCATION_GROUP, "guide", GUIDE)
    attempt(data, desk, ATTEMPTS, PARTIES)
    for stream in lead:
        del desk.world.streams[stream]
    check(desk.world)
