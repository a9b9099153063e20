"""What can be done around a visit, action by action."""

from typing import Final

from domain.mending import annulment, correction
from domain.registry import Action
from domain.visits import commands, decisions

VISITOR: Final = "person/11111111-1111-4111-8111-111111111111"
CONCERN: Final = {
    "kind": "family",
    "text": "一名干部子女异地就学,接送困难。",
    "owner": "cadre-office",
    "due": "2026-04-10",
}

ACTIONS: Final = (
    Action(
        name="record",
        command=commands.Record,
        decide=decisions.record,
        zh="登记走访",
        en="record",
        target="new",
        example={
            "group": "sg-education",
            "visitors": [VISITOR],
            "summary": "与全组干部谈心,了解工作生活情况。",
            "concerns": [CONCERN],
        },
    ),
    Action(
        name="raise",
        command=commands.Raise,
        decide=decisions.raise_,
        zh="提出诉求",
        en="raise a concern",
        example={"concern": CONCERN},
    ),
    Action(
        name="redirect",
        command=commands.Redirect,
        decide=decisions.redirect,
        zh="转办诉求",
        en="redirect a concern",
        example={
            "concern": 1,
            "owner": "general-office",
            "due": "2026-04-20",
            "reason": "不属本部门职责,由办公室办理",
        },
    ),
    Action(
        name="settle",
        command=commands.Settle,
        decide=decisions.settle,
        zh="办理诉求",
        en="settle a concern",
        example={"concern": 1, "outcome": "settled", "text": "已协调就近入学。"},
    ),
    Action(
        name="confirm",
        command=commands.Confirm,
        decide=decisions.confirm,
        zh="确认办结",
        en="confirm",
        example={"concern": 1},
    ),
    Action(
        name="return",
        command=commands.Return,
        decide=decisions.return_,
        zh="退回诉求",
        en="return",
        example={"concern": 1, "reason": "尚未落实"},
    ),
    correction(
        command=commands.Correct,
        decide=decisions.correct,
        zh="更正走访记录",
        example={"reason": "人数有误", "summary": "与6名干部谈心,了解工作生活情况。"},
    ),
    annulment(
        command=commands.Annul,
        decide=decisions.annul,
        zh="作废走访记录",
        example={"reason": "重复登记"},
    ),
)
