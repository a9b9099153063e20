"""Random histories of a joint operation: whatever parties try, fold, debts and reading stay right."""

import datetime

from hypothesis import given
from hypothesis import strategies as st

from domain.approvals import commands as approvals
from domain.errors import Refusal
from domain.joint_operations import FAMILY, commands
from domain.model import Command
from tests.domain.histories import check
from tests.domain.joint_operations.decisions.test_drawing import DRAW
from tests.domain.joint_operations.given import (
    AGREE,
    CASE,
    LEAD,
    LENT_UNTIL,
    OPERATION,
    Desk,
    annul,
    offer,
    propose,
)
from tests.domain.small import COMMISSION, COUNTY, EDUCATION_GROUP, HEALTH_GROUP, OFFICE, person

PARTIES = (EDUCATION_GROUP, OFFICE, HEALTH_GROUP, COUNTY, COMMISSION)
CHIEF = person("chief")
LENT = ("health-clerk", "county-clerk")
SERIALS = st.integers(1, 2)
ATTEMPTS: dict[str, st.SearchStrategy[Command]] = {
    "propose": st.just(propose()),
    "opine": st.sampled_from((AGREE, approvals.Opine(opinion="return"))),
    "cosign": st.just(approvals.Cosign(opinion="agree")),
    "withdraw_submission": st.just(approvals.WithdrawSubmission(reason="补充")),
    "record_oral_opinion": st.just(
        approvals.RecordOralOpinion(
            signer=person("leader"), opinion="agree", heard_by=person("group-deputy")
        )
    ),
    "sign_oral_opinion": st.just(approvals.SignOralOpinion()),
    "sign_paper": st.just(
        approvals.SignPaper(signer=person("leader"), opinion="agree", scan="a" * 64)
    ),
    "confirm_paper": st.just(approvals.ConfirmPaper(scan="a" * 64)),
    "resubmit": st.just(commands.Resubmit(changes="改")),
    "open": st.just(commands.Open()),
    "ask": st.just(commands.Ask(party=HEALTH_GROUP, reason="商请")),
    "join": st.just(commands.Join()),
    "decline": st.just(commands.Decline(reason="无人")),
    "request_people": st.just(
        commands.RequestPeople(home=HEALTH_GROUP, count=1, duty="核查", until=LENT_UNTIL)
    ),
    "refuse_people": SERIALS.map(lambda n: commands.RefusePeople(request=n, reason="无人")),
    "offer_person": st.builds(
        lambda name, request: offer(name, request=request),
        st.sampled_from(LENT),
        st.sampled_from((None, 1)),
    ),
    "admit_person": SERIALS.map(lambda n: commands.AdmitPerson(lending=n)),
    "draw_person": st.just(DRAW),
    "decline_offer": SERIALS.map(lambda n: commands.DeclineOffer(lending=n, reason="已足")),
    "return_person": SERIALS.map(lambda n: commands.ReturnPerson(lending=n, reason="完成")),
    "assign_share": st.sampled_from(PARTIES).map(
        lambda party: commands.AssignShare(party=party, text="核查", due=LENT_UNTIL)
    ),
    "report_share": st.just(commands.ReportShare(text="已查")),
    "return_share": st.sampled_from(PARTIES).map(
        lambda party: commands.ReturnShare(party=party, reason="不全")
    ),
    "accept_share": st.sampled_from(PARTIES).map(lambda party: commands.AcceptShare(party=party)),
    "record_result": st.just(commands.RecordResult(kind="lead", text="线索")),
    "prolong": st.just(
        commands.Prolong(until=datetime.date(2026, 6, 30), reason="续", approved_by=CHIEF)
    ),
    "conclude": st.just(commands.Conclude(outcome="办结")),
    "correct": st.just(commands.Correct(reason="误", approved_by=CHIEF, title="题")),
    "annul": st.just(annul()),
}
USUAL = ("opine", "open", "join", "offer_person", "admit_person")


def test_every_action_is_attempted() -> None:
    assert set(ATTEMPTS) == {action.name for action in FAMILY.actions}


@given(st.data())
def test_random_histories_keep_the_invariants(data: st.DataObject) -> None:
    """Old state + event = freshly folded state; who is not lent reads nothing by name (R 299)."""
    desk = Desk()
    desk.act(EDUCATION_GROUP, "propose", propose())
    names = st.sampled_from((*USUAL * 4, *sorted(ATTEMPTS)))
    for name in data.draw(st.lists(names, max_size=30)):
        party, command = data.draw(st.sampled_from(PARTIES)), data.draw(ATTEMPTS[name])
        try:
            desk.act(party, name, command)
        except Refusal:
            days = data.draw(st.integers(0, 3))
            desk.world.pass_to(desk.world.today + datetime.timedelta(days=days))
        lent = {lending.person for lending in desk.state.people}
        for person_name in LENT:
            may = desk.reads(person_name)
            assert may <= ({OPERATION, LEAD} if person(person_name) in lent else set())
    served = [desk.world.streams.pop(matter) for matter in (LEAD, CASE)]
    check(desk.world)
    assert [matter.version for matter in served] == [7, 9]
