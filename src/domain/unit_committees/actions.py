"""What can be done between group and unit committee, action by action."""

from typing import Final

from domain.mending import APPROVER, annulment, correction
from domain.registry import Action
from domain.unit_committees import commands, decisions

OF_GROUP: Final = "person/11111111-1111-4111-8111-111111111111"
OF_COMMITTEE: Final = "person/22222222-2222-4222-8222-222222222222"

ACTIONS: Final = (
    Action(
        name="guide",
        command=commands.Guide,
        decide=decisions.guide,
        zh="指导机关纪委",
        en="guide a unit committee",
        target="new",
        example={
            "committee": "uc-education",
            "manner": "training",
            "topics": "违纪问题线索初步处置、谈话安全",
            "text": "结合两起案例讲解了谈话提纲的拟定。",
        },
    ),
    Action(
        name="acknowledge",
        command=commands.Acknowledge,
        decide=decisions.acknowledge,
        zh="签收指导意见",
        en="sign for the guidance",
        example={},
    ),
    Action(
        name="inspect",
        command=commands.Inspect,
        decide=decisions.inspect,
        zh="督促检查",
        en="look into its work",
        example={
            "scope": "上半年日常监督和谈话记录",
            "text": "抽查谈话记录12份。",
            "findings": [
                {
                    "title": "谈话记录不规范",
                    "text": "两份记录没有被谈话人签名。",
                    "due": "2026-05-08",
                }
            ],
        },
    ),
    Action(
        name="answer_finding",
        command=commands.AnswerFinding,
        decide=decisions.answer_finding,
        zh="答复检查问题",
        en="answer a finding",
        example={"finding": 1, "text": "已补签,并修订了谈话记录模板。"},
    ),
    Action(
        name="return_answer",
        command=commands.ReturnAnswer,
        decide=decisions.return_answer,
        zh="退回答复",
        en="return an answer",
        example={"finding": 1, "reason": "未附模板", "due": "2026-05-15"},
    ),
    Action(
        name="accept_answer",
        command=commands.AcceptAnswer,
        decide=decisions.accept_answer,
        zh="认可答复",
        en="accept an answer",
        example={"finding": 1},
        batch=True,
    ),
    Action(
        name="enlist",
        command=commands.Enlist,
        decide=decisions.enlist,
        zh="抽调协助",
        en="enlist",
        example={
            "matter": "lead/44444444-4444-4444-8444-444444444444",
            "scope": "协助核对三所学校配餐验收资料",
            "tasks": ["gather_papers", "look_on_site"],
            "people": [OF_COMMITTEE],
            "until": "2026-06-30",
            "approved_by": APPROVER,
        },
    ),
    Action(
        name="extend_enlistment",
        command=commands.ExtendEnlistment,
        decide=decisions.extend_enlistment,
        zh="延长抽调",
        en="extend an enlistment",
        example={
            "enlistment": 1,
            "until": "2026-07-31",
            "reason": "增加两所学校",
            "approved_by": APPROVER,
        },
    ),
    Action(
        name="record_evidence",
        command=commands.RecordEvidence,
        decide=decisions.record_evidence,
        zh="登记联合取证",
        en="record joint evidence",
        example={
            "enlistment": 1,
            "kind": "papers",
            "title": "配餐验收单",
            "text": "三月至五月验收单共42张,签名前后不一。",
            "collectors": [OF_GROUP, OF_COMMITTEE],
        },
    ),
    Action(
        name="confirm_evidence",
        command=commands.ConfirmEvidence,
        decide=decisions.confirm_evidence,
        zh="确认联合取证",
        en="confirm joint evidence",
        example={"evidence": 1},
    ),
    Action(
        name="return_evidence",
        command=commands.ReturnEvidence,
        decide=decisions.return_evidence,
        zh="退回取证材料",
        en="return evidence",
        example={"evidence": 1, "reason": "缺第3页"},
    ),
    Action(
        name="end_enlistment",
        command=commands.EndEnlistment,
        decide=decisions.end_enlistment,
        zh="结束抽调",
        en="end an enlistment",
        example={"enlistment": 1, "outcome": "资料核对完毕"},
    ),
    Action(
        name="conclude",
        command=commands.Conclude,
        decide=decisions.conclude,
        zh="办结",
        en="conclude",
        example={},
    ),
    correction(
        command=commands.Correct,
        decide=decisions.correct,
        zh="更正",
        example={
            "finding": 1,
            "reason": "份数有误",
            "text": "三份记录没有被谈话人签名。",
        },
    ),
    annulment(
        command=commands.Annul,
        decide=decisions.annul,
        zh="作废",
        example={"reason": "重复登记"},
    ),
)
