"""What can be done with an integrity opinion, action by action."""

from typing import Final

from domain.integrity_opinions import commands, decisions
from domain.mending import annulment, correction
from domain.registry import Action

ACTIONS: Final = (
    Action(
        name="ask",
        command=commands.Ask,
        decide=decisions.ask,
        zh="征求意见",
        en="ask",
        target="new",
        example={
            "unit": "education",
            "person": {"name": "张某", "post": "基建科科长"},
            "purpose": "拟提任副处级职务",
            "due": "2026-03-20",
        },
    ),
    Action(
        name="answer",
        command=commands.Answer,
        decide=decisions.answer,
        zh="回复意见",
        en="answer",
        example={"view": "no_objection", "text": "未收到问题反映,无不同意见。"},
    ),
    Action(
        name="return_answer",
        command=commands.ReturnAnswer,
        decide=decisions.return_answer,
        zh="退回意见",
        en="return the answer",
        example={"reason": "未说明处分影响期"},
    ),
    Action(
        name="accept_answer",
        command=commands.AcceptAnswer,
        decide=decisions.accept_answer,
        zh="采纳意见",
        en="accept the answer",
        example={},
        batch=True,
    ),
    correction(
        command=commands.Correct,
        decide=decisions.correct,
        zh="更正意见",
        example={"reason": "影响期有误", "view": "reservation"},
    ),
    annulment(
        command=commands.Annul,
        decide=decisions.annul,
        zh="作废征求",
        example={"reason": "人选调整"},
    ),
)
