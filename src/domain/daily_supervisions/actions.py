"""What can be done in daily supervision, action by action."""

from typing import Final

from domain.daily_supervisions import commands, decisions
from domain.mending import annulment, correction
from domain.registry import Action

ACTIONS: Final = (
    Action(
        name="record",
        command=commands.Record,
        decide=decisions.record,
        zh="登记日常监督",
        en="record",
        target="new",
        example={
            "unit": "education",
            "method": "meeting_attended",
            "focuses": ["key_few"],
            "title": "列席市教育局党组会议研究校舍项目招标",
            "findings": "会议对招标方式进行了集体研究,末位表态落实到位。",
        },
    ),
    Action(
        name="conclude",
        command=commands.Conclude,
        decide=decisions.conclude,
        zh="明确监督结果",
        en="conclude",
        example={"results": [{"outcome": "reminder", "text": "提醒规范招标文件审核。"}]},
    ),
    Action(
        name="return",
        command=commands.Return,
        decide=decisions.return_,
        zh="退回监督结果",
        en="return the result",
        example={"reason": "验收资料不齐全,应列为问题整改"},
    ),
    Action(
        name="feed_back",
        command=commands.FeedBack,
        decide=decisions.feed_back,
        zh="反馈监督情况",
        en="feed back",
        example={"to": "pg-education", "text": "请规范招标文件审核流程。"},
    ),
    Action(
        name="acknowledge_feedback",
        command=commands.AcknowledgeFeedback,
        decide=decisions.acknowledge_feedback,
        zh="签收反馈",
        en="acknowledge the feedback",
        example={},
        batch=True,
    ),
    correction(
        command=commands.Correct,
        decide=decisions.correct,
        zh="更正监督记录",
        example={"reason": "重点有误", "focuses": ["key_node"]},
    ),
    annulment(
        command=commands.Annul,
        decide=decisions.annul,
        zh="作废监督记录",
        example={"reason": "重复登记"},
    ),
)
