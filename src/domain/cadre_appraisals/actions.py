"""What can be done in a cadre appraisal, action by action."""

from typing import Final

from domain.cadre_appraisals import commands, decisions
from domain.mending import APPROVER, annulment, correction
from domain.registry import Action

PERSON: Final = "person/22222222-2222-4222-8222-222222222222"
BALLOT: Final = {"voters": 12, "excellent": 8, "competent": 3, "basically_competent": 1}

ACTIONS: Final = (
    Action(
        name="open",
        command=commands.Open,
        decide=decisions.open_,
        zh="开展年度考核",
        en="open",
        target="new",
        example={
            "person": PERSON,
            "group": "sg-education",
            "year": 2026,
            "summary_by": "2026-12-15",
            "views_from": ["pg-education"],
            "views_by": "2026-12-18",
            "approved_by": APPROVER,
        },
    ),
    Action(
        name="summarise",
        command=commands.Summarise,
        decide=decisions.summarise,
        zh="述职述廉",
        en="sum up the year",
        example={"text": "全年办理问题线索9件,开展驻点监督两次。"},
    ),
    Action(
        name="return_summary",
        command=commands.ReturnSummary,
        decide=decisions.return_summary,
        zh="退回述职材料",
        en="return the summary",
        example={"reason": "未写廉洁自律情况"},
    ),
    Action(
        name="record_ballot",
        command=commands.RecordBallot,
        decide=decisions.record_ballot,
        zh="登记民主测评",
        en="record the ballot",
        example={"ballot": BALLOT},
    ),
    Action(
        name="give_view",
        command=commands.GiveView,
        decide=decisions.give_view,
        zh="提出党组意见",
        en="give the Party group's view",
        example={"text": "敢于监督,作风扎实。"},
    ),
    Action(
        name="propose",
        command=commands.Propose,
        decide=decisions.propose,
        zh="建议等次",
        en="propose a grade",
        example={"grade": "excellent", "text": "测评优秀票过半,办案质量高。"},
    ),
    Action(
        name="return_proposal",
        command=commands.ReturnProposal,
        decide=decisions.return_proposal,
        zh="退回等次建议",
        en="return the proposal",
        example={"reason": "优秀比例超过规定"},
    ),
    Action(
        name="approve",
        command=commands.Approve,
        decide=decisions.approve,
        zh="批准等次并告知本人",
        en="approve the grade and tell the person",
        example={"objection_until": "2027-01-15"},
    ),
    Action(
        name="object",
        command=commands.Object,
        decide=decisions.object_,
        zh="提出异议",
        en="object",
        example={"text": "测评当日本人在外办案,未能说明情况。"},
    ),
    Action(
        name="answer_objection",
        command=commands.AnswerObjection,
        decide=decisions.answer_objection,
        zh="答复异议",
        en="answer the objection",
        example={"grade": "excellent", "text": "经复核,予以调整。"},
    ),
    Action(
        name="conclude",
        command=commands.Conclude,
        decide=decisions.conclude,
        zh="归档",
        en="put on file",
        example={},
    ),
    correction(
        command=commands.Correct,
        decide=decisions.correct,
        zh="更正测评票数",
        example={
            "reason": "计票有误",
            "ballot": BALLOT | {"excellent": 7},
        },
    ),
    annulment(
        command=commands.Annul,
        decide=decisions.annul,
        zh="作废",
        example={"reason": "人员填报错误"},
    ),
)
