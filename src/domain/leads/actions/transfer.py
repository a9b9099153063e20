"""The hand-over between organisations: the actions."""

from typing import Final

from domain.leads import commands
from domain.leads.decisions import transfer as decisions
from domain.registry import Action

TRANSFER: Final = (
    Action(
        name="transfer",
        command=commands.Transfer,
        decide=decisions.transfer,
        zh="移送",
        en="transfer",
        example={
            "to_party": "cs-office",
            "materials": [{"title": "审计移送处理书", "pages": 12}],
            "document": "临审移〔2026〕3号",
            "reason": "属纪检监察机关管辖。",
        },
    ),
    Action(
        name="acknowledge_transfer",
        command=commands.AcknowledgeTransfer,
        decide=decisions.acknowledge_transfer,
        zh="签收移送",
        en="acknowledge a transfer",
        example={"transfer": 1},
        batch=True,
    ),
    Action(
        name="accept",
        command=commands.Accept,
        decide=decisions.accept,
        zh="接受移送",
        en="accept",
        example={"transfer": 1},
    ),
    Action(
        name="accept_part",
        command=commands.AcceptPart,
        decide=decisions.accept_part,
        zh="部分接受移送",
        en="accept in part",
        example={
            "transfer": 1,
            "refused": {
                "persons": ["person/77777777-7777-4777-8777-777777777777"],
                "reason": "不属本机关管理的干部。",
            },
        },
    ),
    Action(
        name="return_transfer",
        command=commands.ReturnTransfer,
        decide=decisions.return_transfer,
        zh="退回移送",
        en="return a transfer",
        example={"transfer": 1, "reason": "材料不全。", "missing": ["审计取证单"]},
    ),
    Action(
        name="feed_back",
        command=commands.FeedBack,
        decide=decisions.feed_back,
        zh="反馈结果",
        en="feed the result back",
        example={"transfer": 1, "result": "partly_verified", "text": "已依规依纪处理。"},
    ),
    Action(
        name="confirm_feedback",
        command=commands.ConfirmFeedback,
        decide=decisions.confirm_feedback,
        zh="确认反馈",
        en="confirm the feedback",
        example={"transfer": 1},
    ),
)
