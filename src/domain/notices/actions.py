"""What can be done with a notice, action by action."""

from typing import Final

from domain.mending import annulment, correction
from domain.notices import commands, decisions
from domain.registry import Action

ACTIONS: Final = (
    Action(
        name="issue",
        command=commands.Issue,
        decide=decisions.issue,
        zh="印发",
        en="issue",
        target="new",
        example={
            "kind": "important_matters",
            "title": "学校配餐管理专项监督发现的情况",
            "text": "部分学校配餐招标程序不规范,请研究整改。",
            "parties": ["pg-education"],
            "reply_due": "2026-12-15",
        },
    ),
    Action(
        name="acknowledge",
        command=commands.Acknowledge,
        decide=decisions.acknowledge,
        zh="签收",
        en="acknowledge",
        example={},
        batch=True,
    ),
    Action(
        name="reply",
        command=commands.Reply,
        decide=decisions.reply,
        zh="反馈",
        en="reply",
        example={"text": "已责成有关学校重新招标。"},
    ),
    Action(
        name="return_reply",
        command=commands.ReturnReply,
        decide=decisions.return_reply,
        zh="退回反馈",
        en="return the answer",
        example={"party": "pg-education", "reason": "未说明责任人"},
    ),
    Action(
        name="accept_reply",
        command=commands.AcceptReply,
        decide=decisions.accept_reply,
        zh="采纳反馈",
        en="accept the answer",
        example={"party": "pg-education"},
    ),
    correction(
        command=commands.Correct,
        decide=decisions.correct,
        zh="更正通报",
        example={"reason": "标题有误", "title": "学校配餐管理专项监督发现的情况(更正)"},
    ),
    annulment(
        command=commands.Annul,
        decide=decisions.annul,
        zh="作废通报",
        example={"reason": "误发"},
    ),
)
