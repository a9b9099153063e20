"""Random histories of a complaint: whatever parties try, the fold and what is owed stay right."""

import datetime

from hypothesis import given
from hypothesis import strategies as st

from domain.complaints import FAMILY, commands
from domain.errors import Refusal
from domain.model import Command
from tests.domain.complaints.desk import CHIEF, Desk, receive
from tests.domain.histories import check
from tests.domain.small import COUNTY, EDUCATION_GROUP, PETITIONS, stream

PARTIES = (PETITIONS, PETITIONS, EDUCATION_GROUP, COUNTY)
ATTEMPTS: dict[str, Command] = {
    "receive": receive(),
    "register": commands.Register(),
    "accept": commands.Accept(),
    "not_accept": commands.NotAccept(reason="不属受理范围"),
    "keep_as_repeat": commands.KeepAsRepeat(of=stream("complaint", "earlier")),
    "notify_repeat": commands.NotifyRepeat(),
    "forward": commands.Forward(to=COUNTY, reason="县管干部", document="转1号"),
    "take_over": commands.TakeOver(),
    "return_forward": commands.ReturnForward(reason="不属本县"),
    "hand_over": commands.HandOver(to=EDUCATION_GROUP),
    "assign": commands.Assign(to=COUNTY, document="交1号"),
    "acknowledge": commands.Acknowledge(),
    "decline": commands.Decline(reason="不属本组"),
    "raise_lead": commands.RaiseLead(lead=stream("lead", "raised")),
    "conclude": commands.Conclude(result="verified", text="属实"),
    "return_result": commands.ReturnResult(),
    "send_back": commands.SendBack(reason="不全"),
    "close": commands.Close(),
    "report_up": commands.ReportUp(document="报1号"),
    "extend_assignment": commands.ExtendAssignment(
        assignment=1, months=1, reason="复杂", document="延1号", approved_by=CHIEF
    ),
    "ask_recheck": commands.AskRecheck(ground="objection", text="不服"),
    "notify_reporter": commands.NotifyReporter(notice="accepted"),
    "grant_reporter_access": commands.GrantReporterAccess(
        approved_by=CHIEF, reason="反馈", until=datetime.date(2026, 12, 31)
    ),
    "correct": commands.Correct(reason="误", approved_by=CHIEF, about="题"),
    "annul": commands.Annul(reason="误", approved_by=CHIEF),
}


def test_every_action_is_attempted() -> None:
    assert set(ATTEMPTS) == {action.name for action in FAMILY.actions}


@given(st.data())
def test_random_histories_keep_the_invariants(data: st.DataObject) -> None:
    """Old state + event = freshly folded state; obligations end at most once (DOMAIN.md §1.10)."""
    desk = Desk("earlier")
    desk.act(PETITIONS, "receive", receive())
    desk.act(PETITIONS, "register", commands.Register())
    desk.another("first")
    for name in data.draw(st.lists(st.sampled_from(sorted(ATTEMPTS)), max_size=40)):
        party = data.draw(st.sampled_from(PARTIES))
        try:
            desk.act(party, name, ATTEMPTS[name])
        except Refusal:
            days = data.draw(st.integers(0, 4))
            desk.world.pass_to(desk.world.today + datetime.timedelta(days=days))
    check(desk.world)
    assert PETITIONS in desk.state.concerns.parties or desk.state.stage == "new"
    assert set(desk.state.reporter_concerns.parties) <= {PETITIONS, EDUCATION_GROUP, COUNTY, ""}
