"""What can be done with a bulletin on case quality, action by action."""

from typing import Final

from domain.mending import annulment, correction
from domain.quality_bulletins import commands, decisions, running
from domain.registry import Action

LEAD: Final = "lead/44444444-4444-4444-8444-444444444444"
REVIEW: Final = "quality_review/66666666-6666-4666-8666-666666666666"

ACTIONS: Final = (
    Action(
        name="note_running",
        command=commands.NoteRunning,
        decide=running.note_running,
        zh="汇总在办事项",
        en="note running matters",
        target="any",
        internal=True,
        example={"issuer": "adjudication", "period": "2026-03", "matters": [LEAD]},
    ),
    Action(
        name="issue",
        command=commands.Issue,
        decide=decisions.issue,
        zh="印发案件质量通报",
        en="issue",
        target="new",
        example={
            "period": "2026-03",
            "reviews": [REVIEW],
            "text": "三月评查情况如下,请逐项整改。",
            "reply_due": "2026-04-20",
        },
    ),
    Action(
        name="reply",
        command=commands.Reply,
        decide=running.reply,
        zh="反馈",
        en="answer",
        example={"item": 1, "text": "已补签并整改。"},
    ),
    Action(
        name="return_reply",
        command=commands.ReturnReply,
        decide=running.return_reply,
        zh="退回反馈",
        en="return an answer",
        example={"item": 1, "reason": "未说明原因。"},
    ),
    Action(
        name="accept_reply",
        command=commands.AcceptReply,
        decide=running.accept_reply,
        zh="采纳反馈",
        en="accept an answer",
        example={"item": 1},
    ),
    correction(
        command=commands.Correct,
        decide=decisions.correct,
        zh="更正案件质量通报",
        example={"reason": "引言有误", "text": "三月评查情况如下。"},
    ),
    annulment(
        command=commands.Annul,
        decide=decisions.annul,
        zh="作废案件质量通报",
        example={"reason": "误发"},
    ),
)
