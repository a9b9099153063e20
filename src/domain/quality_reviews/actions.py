"""What can be done with a review, action by action."""

from typing import Final

from domain.mending import annulment, correction
from domain.quality_reviews import commands, decisions
from domain.registry import Action

LEAD: Final = "lead/66666666-6666-4666-8666-666666666666"

ACTIONS: Final = (
    Action(
        name="open",
        command=commands.Open,
        decide=decisions.open_review,
        zh="开展评查",
        en="open a review",
        target="new",
        example={
            "kind": "daily",
            "subject": LEAD,
            "body": "sg-education",
            "title": "三月日常评查第一件",
        },
    ),
    Action(
        name="report_repair",
        command=commands.ReportRepair,
        decide=decisions.report_repair,
        zh="报告自查自纠",
        en="report a repair of one's own",
        example={"criterion": "signature-missing", "text": "已补签谈话笔录。"},
    ),
    Action(
        name="record_finding",
        command=commands.RecordFinding,
        decide=decisions.record_finding,
        zh="记录问题",
        en="record a finding",
        example={"criterion": "evidence-unsupported", "text": "一笔支出缺少原始凭证。"},
    ),
    Action(
        name="complete",
        command=commands.Complete,
        decide=decisions.complete,
        zh="完成评查",
        en="complete the review",
        example={"opinion": "事实清楚,程序存在瑕疵。"},
    ),
    Action(
        name="reply",
        command=commands.Reply,
        decide=decisions.reply,
        zh="反馈",
        en="answer a finding",
        example={"finding": 1, "text": "已补充凭证。"},
    ),
    Action(
        name="return_reply",
        command=commands.ReturnReply,
        decide=decisions.return_reply,
        zh="退回反馈",
        en="return an answer",
        example={"finding": 1, "reason": "未附凭证清单"},
    ),
    Action(
        name="accept_reply",
        command=commands.AcceptReply,
        decide=decisions.accept_reply,
        zh="采纳反馈",
        en="accept an answer",
        example={"finding": 1},
    ),
    Action(
        name="object",
        command=commands.Object,
        decide=decisions.object_to,
        zh="提出异议",
        en="object to a finding",
        example={"finding": 1, "text": "凭证在补充卷中。"},
    ),
    Action(
        name="decide_objection",
        command=commands.DecideObjection,
        decide=decisions.decide_objection,
        zh="处理异议",
        en="decide about an objection",
        example={"finding": 1, "upheld": True, "reason": "补充卷确有该凭证"},
    ),
    correction(
        command=commands.Correct,
        decide=decisions.correct,
        zh="更正评查",
        example={"reason": "标题有误", "title": "三月日常评查第二件"},
    ),
    annulment(
        command=commands.Annul,
        decide=decisions.annul,
        zh="作废评查",
        example={"reason": "误录"},
    ),
)
