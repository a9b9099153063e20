"""Random histories of an inspection link: whatever both sides try, fold, debts and offices stay right."""

import datetime
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from domain.errors import Refusal
from domain.inspection_links import FAMILY, commands
from domain.inspection_links import events as happened
from domain.inspection_links.state import InspectionLink, evolve
from domain.model import Command, Concerns, Occurred
from tests.domain.histories import check
from tests.domain.inspection_links.given import (
    BEGINS,
    DUE,
    INSPECTION,
    LEAD,
    PASS,
    PROBLEM,
    TEAM,
    UNIT,
    UNTIL,
    authorise,
    linked,
    open_,
)
from tests.domain.small import EDUCATION_GROUP, HEALTH_GROUP, person, stream

PARTIES = (INSPECTION, TEAM, EDUCATION_GROUP, HEALTH_GROUP)
CHIEF = person("chief")
SERIALS = st.integers(1, 2)
ATTEMPTS: dict[str, st.SearchStrategy[Command]] = {
    "open": st.just(open_()),
    "authorise": st.sampled_from(("group-head", "group-deputy")).map(authorise),
    "acknowledge": st.just(commands.Acknowledge()),
    "declare_recusal": st.just(
        commands.DeclareRecusal(person=person("group-head"), unit=UNIT, reason="亲属")
    ),
    "end_authorisation": st.just(commands.EndAuthorisation(reason="调整")),
    "share": st.just(commands.Share(title="摘要", text="情况")),
    "receive": SERIALS.map(lambda n: commands.Receive(share=n)),
    "record_consultation": st.just(commands.RecordConsultation(title="会商", agreed="分工")),
    "confirm_consultation": SERIALS.map(lambda n: commands.ConfirmConsultation(record=n)),
    "return_consultation": SERIALS.map(
        lambda n: commands.ReturnConsultation(record=n, reason="不符")
    ),
    "correct_consultation": SERIALS.map(
        lambda n: commands.CorrectConsultation(record=n, title="会商", agreed="核实")
    ),
    "plan_verification": st.sampled_from((TEAM, EDUCATION_GROUP)).map(
        lambda party: commands.PlanVerification(subject="核实", reporter=party, due=DUE)
    ),
    "report_verification": SERIALS.map(
        lambda n: commands.ReportVerification(verification=n, result="属实")
    ),
    "confirm_verification": SERIALS.map(lambda n: commands.ConfirmVerification(verification=n)),
    "return_verification": SERIALS.map(
        lambda n: commands.ReturnVerification(verification=n, reason="不全")
    ),
    "pass_lead": st.just(PASS),
    "report_understanding": SERIALS.map(
        lambda n: commands.ReportUnderstanding(passing=n, text="了解")
    ),
    "return_understanding": SERIALS.map(
        lambda n: commands.ReturnUnderstanding(passing=n, reason="不全")
    ),
    "accept_understanding": SERIALS.map(lambda n: commands.AcceptUnderstanding(passing=n)),
    "put_forward": st.just(PROBLEM),
    "write_into_report": SERIALS.map(
        lambda n: commands.WriteIntoReport(problem=n, report="9号", paragraph="二")
    ),
    "decline_problem": SERIALS.map(lambda n: commands.DeclineProblem(problem=n, reason="不足")),
    "link_rectification": SERIALS.map(
        lambda n: commands.LinkRectification(problem=n, rectification=stream("rectification", "x"))
    ),
    "end": st.just(commands.End()),
    "correct": st.just(commands.Correct(reason="误", approved_by=CHIEF, round="轮")),
    "annul": st.just(commands.Annul(reason="误", approved_by=CHIEF)),
}


def test_every_action_is_attempted() -> None:
    assert set(ATTEMPTS) == {action.name for action in FAMILY.actions}


@given(st.data())
def test_random_histories_keep_the_invariants(data: st.DataObject) -> None:
    """Old state + event = freshly folded state; nobody but the deputy of the day acts for the team."""
    desk = linked()
    for name in data.draw(st.lists(st.sampled_from(sorted(ATTEMPTS)), max_size=25)):
        party, command = data.draw(st.sampled_from(PARTIES)), data.draw(ATTEMPTS[name])
        try:
            desk.act(party, name, command)
        except Refusal:
            days = data.draw(st.integers(0, 3))
            desk.world.pass_to(desk.world.today + datetime.timedelta(days=days))
        deputy = None if desk.state.deputy is None else desk.state.deputy[0]
        for leader in ("group-head", "group-deputy"):
            assert desk.in_the_team(leader) == (deputy == person(leader))
    desk.world.streams.pop(LEAD)
    check(desk.world)


def test_an_item_serves_one_problem() -> None:
    """Mechanism 17: the item named last is the one in which it is rectified."""
    concerns = Concerns(parties=(TEAM,), visibility="inspection_link")
    sides = {"office": INSPECTION, "team": TEAM, "group": EDUCATION_GROUP}
    frame: dict[str, Any] = {"occurred": Occurred(date=BEGINS), "concerns": concerns, **sides}
    item = stream("rectification", "x")
    state = InspectionLink()
    for event in (
        happened.Opened(**frame, round="轮", units=(UNIT,), begins=BEGINS, until=UNTIL),
        happened.ProblemPutForward(**frame, problem=1, unit=UNIT, title="题", text="文"),
        happened.WrittenIntoReport(**frame, problem=1, unit=UNIT, report="9号", paragraph="二"),
        happened.RectificationLinked(**frame, problem=1, rectification=item),
    ):
        state = evolve(state, event)
    assert [(each.stage, each.about) for each in state.problems] == [("joined", item)]
