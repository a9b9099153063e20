"""What can be done with a recommendation, action by action."""

from typing import Final

from domain.approvals import actions as approvals
from domain.mending import APPROVER, annulment, correction
from domain.recommendations import commands, guards
from domain.recommendations.decisions import approval, drafting, following, issuing, mending
from domain.registry import Action

CONTENT: Final = {
    "kind": "discipline_inspection",
    "title": "加强学校配餐监管",
    "problems": ["配餐招标程序不规范"],
    "advice": "完善招标制度,公开招标。",
    "addressee": "pg-education",
    "verifier": "so-2",
    "terms": {
        "deadline": "2026-06-30",
        "feedback": "书面反馈整改情况",
        "feedback_due": "2026-07-10",
        "objection_within": "10 working days",
        "objection_manner": "书面提出",
    },
}

ACTIONS: Final = (
    Action(
        name="draft",
        command=commands.Draft,
        decide=drafting.draft,
        zh="起草",
        en="draft",
        target="new",
        example={"content": CONTENT, "facts": "三所学校未公开招标。"},
    ),
    Action(
        name="redraft",
        command=commands.Redraft,
        decide=drafting.redraft,
        zh="修改建议稿",
        en="write anew",
        example={"content": CONTENT, "reason": "按征求意见修改"},
    ),
    Action(
        name="consult",
        command=commands.Consult,
        decide=drafting.consult,
        zh="征求意见",
        en="consult",
        example={"parties": ["finance"], "text": "请就配餐招标管理提出意见。", "due": "2026-03-20"},
    ),
    Action(
        name="answer_consultation",
        command=commands.AnswerConsultation,
        decide=drafting.answer_consultation,
        zh="答复征求意见",
        en="tell one's view",
        example={"view": "agree", "text": "同意。"},
    ),
    Action(
        name="submit_for_approval",
        command=commands.SubmitForApproval,
        decide=approval.submit_for_approval,
        zh="呈批",
        en="submit for approval",
        example={},
    ),
    *approvals.actions(approval.APPROVING, guards.inside),
    Action(
        name="issue",
        command=commands.Issue,
        decide=issuing.issue,
        zh="印发",
        en="issue",
        example={},
    ),
    Action(
        name="deliver",
        command=commands.Deliver,
        decide=issuing.deliver,
        zh="送达",
        en="deliver",
        example={"manner": "face_to_face", "received_by": "党组书记", "place": "市教育局会议室"},
    ),
    Action(
        name="acknowledge",
        command=commands.Acknowledge,
        decide=issuing.acknowledge,
        zh="签收",
        en="acknowledge",
        batch=True,
        example={},
    ),
    Action(
        name="raise_objection",
        command=commands.RaiseObjection,
        decide=issuing.raise_objection,
        zh="提出异议",
        en="object",
        example={"text": "其中一所学校系区属。"},
    ),
    Action(
        name="uphold",
        command=commands.Uphold,
        decide=issuing.uphold,
        zh="维持建议",
        en="uphold",
        example={"reason": "异议不成立", "approved_by": APPROVER},
    ),
    Action(
        name="revise",
        command=commands.Revise,
        decide=issuing.revise,
        zh="修改建议",
        en="revise",
        example={
            "reason": "异议部分成立",
            "approved_by": APPROVER,
            "problems": ["两所市属学校配餐招标程序不规范"],
        },
    ),
    Action(
        name="withdraw",
        command=commands.Withdraw,
        decide=issuing.withdraw,
        zh="撤回建议",
        en="withdraw",
        example={"reason": "异议成立", "approved_by": APPROVER},
    ),
    Action(
        name="submit_plan",
        command=commands.SubmitPlan,
        decide=following.submit_plan,
        zh="报送整改方案",
        en="submit the plan",
        example={
            "items": [
                {
                    "problem": 1,
                    "responsible": [
                        {"level": "party_organisation", "party": "pg-education", "post": "党组"}
                    ],
                    "measures": [{"text": "重新公开招标", "due": "2026-05-31"}],
                }
            ]
        },
    ),
    Action(
        name="feed_back",
        command=commands.FeedBack,
        decide=following.feed_back,
        zh="反馈整改情况",
        en="feed back",
        example={"text": "已重新公开招标。"},
    ),
    Action(
        name="accept_feedback",
        command=commands.AcceptFeedback,
        decide=following.accept_feedback,
        zh="采纳反馈",
        en="accept the feedback",
        example={},
    ),
    Action(
        name="demand_further",
        command=commands.DemandFurther,
        decide=following.demand_further,
        zh="要求进一步整改",
        en="demand more",
        example={"reason": "制度未建立", "deadline": "2026-08-31"},
    ),
    Action(
        name="record_refusal",
        command=commands.RecordRefusal,
        decide=following.record_refusal,
        zh="登记拒不采纳",
        en="record a refusal",
        example={"reason": "逾期不反馈,经督促仍不整改"},
    ),
    Action(
        name="notify_superior",
        command=commands.NotifySuperior,
        decide=following.notify_superior,
        zh="通报上级机关",
        en="tell the superior",
        example={"superior": "city-committee", "document": "临纪函〔2026〕8号"},
    ),
    Action(
        name="sign_off",
        command=commands.SignOff,
        decide=following.sign_off,
        zh="销号",
        en="sign off",
        example={},
    ),
    Action(
        name="look_back",
        command=commands.LookBackOn,
        decide=following.look_back,
        zh="回头看",
        en="look back",
        example={"result": "held", "text": "未见反弹。"},
    ),
    Action(
        name="reopen",
        command=commands.Reopen,
        decide=following.reopen,
        zh="重新启动",
        en="open again",
        example={
            "ground": "recurred",
            "reason": "又未公开招标",
            "deadline": "2027-03-31",
            "items": ["rectification/44444444-4444-4444-8444-444444444444"],
        },
    ),
    correction(
        command=commands.Correct,
        decide=mending.correct,
        zh="更正建议",
        example={"reason": "标题有误", "title": "加强学校配餐监管(更正)"},
    ),
    annulment(
        command=commands.Annul,
        decide=mending.annul,
        zh="作废建议",
        example={"reason": "误发"},
    ),
)
