"""Random histories of a recommendation: whatever parties try, the fold and what is owed stay right."""

import datetime

from hypothesis import given
from hypothesis import strategies as st

from domain.approvals import commands as approvals
from domain.errors import Refusal
from domain.model import Command
from domain.recommendations import FAMILY, commands
from tests.domain.histories import check
from tests.domain.recommendations.given import AGREE, DIGEST, TERMS, Desk, content, draft, plan
from tests.domain.small import COMMISSION, HEALTH_GROUP, PARTY_GROUP, person, stream

NAMES = ("group-clerk", "group-head", "leader", "office-head", "health-head", "pg")
DEPUTY, HEAD = person("group-deputy"), person("group-head")
LATER = datetime.date(2027, 1, 4)
FAR = commands.Terms(
    deadline=LATER,
    feedback=TERMS.feedback,
    feedback_due=LATER,
    objection_within=TERMS.objection_within,
    objection_manner=TERMS.objection_manner,
)
ATTEMPTS: dict[str, Command] = {
    "draft": draft(terms=FAR),
    "redraft": commands.Redraft(content=content(terms=FAR, advice="公开"), reason="改"),
    "consult": commands.Consult(parties=(HEALTH_GROUP,), text="请提意见", due=LATER),
    "answer_consultation": commands.AnswerConsultation(view="agree", text="同意"),
    "submit_for_approval": commands.SubmitForApproval(),
    "opine": AGREE,
    "cosign": approvals.Cosign(opinion="agree"),
    "withdraw_submission": approvals.WithdrawSubmission(reason="补充"),
    "record_oral_opinion": approvals.RecordOralOpinion(
        signer=HEAD, opinion="agree", heard_by=DEPUTY
    ),
    "sign_oral_opinion": approvals.SignOralOpinion(),
    "sign_paper": approvals.SignPaper(signer=HEAD, opinion="return", scan=DIGEST),
    "confirm_paper": approvals.ConfirmPaper(scan=DIGEST),
    "issue": commands.Issue(),
    "deliver": commands.Deliver(manner="letter", received_by="书记"),
    "acknowledge": commands.Acknowledge(),
    "raise_objection": commands.RaiseObjection(text="异议"),
    "uphold": commands.Uphold(reason="因", approved_by=DEPUTY),
    "revise": commands.Revise(reason="因", approved_by=DEPUTY, advice="公开"),
    "withdraw": commands.Withdraw(reason="因", approved_by=DEPUTY),
    "submit_plan": plan(1, 2),
    "feed_back": commands.FeedBack(text="已整改"),
    "accept_feedback": commands.AcceptFeedback(),
    "demand_further": commands.DemandFurther(reason="不足", deadline=LATER),
    "record_refusal": commands.RecordRefusal(reason="拒绝"),
    "notify_superior": commands.NotifySuperior(superior=COMMISSION, document="1号"),
    "sign_off": commands.SignOff(),
    "look_back": commands.LookBackOn(result="recurred", text="反弹"),
    "reopen": commands.Reopen(
        ground="recurred",
        reason="反弹",
        deadline=LATER,
        items=(stream("rectification", "unknown"),),
    ),
    "correct": commands.Correct(reason="因", approved_by=DEPUTY, title="题"),
    "annul": commands.Annul(reason="因", approved_by=DEPUTY),
}
ALONG = (
    ("group-clerk", "submit_for_approval"),
    ("group-head", "opine"),
    ("leader", "opine"),
    ("group-head", "issue"),
    ("group-head", "deliver"),
    ("pg", "submit_plan"),
    ("pg", "feed_back"),
)
"""The straight way, from which a history departs somewhere."""


def test_every_action_is_attempted() -> None:
    assert set(ATTEMPTS) == {action.name for action in FAMILY.actions}


@given(st.data())
def test_random_histories_keep_the_invariants(data: st.DataObject) -> None:
    """Old state + event = freshly folded state; before delivery the addressee knew nothing of it."""
    desk = Desk()
    desk.act("group-clerk", "draft", ATTEMPTS["draft"])
    straight = ALONG[: data.draw(st.integers(0, len(ALONG)))]
    tried = data.draw(
        st.lists(st.tuples(st.sampled_from(NAMES), st.sampled_from(sorted(ATTEMPTS))), max_size=12)
    )
    for name, action in (*straight, *tried):
        try:
            desk.act(name, action, ATTEMPTS[action])
        except Refusal:
            days = data.draw(st.integers(0, 3))
            desk.world.pass_to(desk.world.today + datetime.timedelta(days=days))
        known = desk.world.stream(desk.stream).circles
        inside = (known["recommendation"], *(c for k, c in known.items() if "consultation" in k))
        assert not any(PARTY_GROUP in circle for circle in inside)
        assert desk.state.delivered or not any(PARTY_GROUP in c for c in known.values())
    check(desk.world)
