"""What can be done with a responsibility chain, action by action."""

from typing import Final

from domain.mending import APPROVER, annulment, correction
from domain.registry import Action
from domain.responsibility_chains import commands, decisions

ACTIONS: Final = (
    Action(
        name="open",
        command=commands.Open,
        decide=decisions.open_,
        zh="建立强责链条",
        en="open",
        target="new",
        example={"risk": "学校食堂大宗食材采购"},
    ),
    Action(
        name="take",
        command=commands.Take,
        decide=decisions.take,
        zh="落实本步责任",
        en="take the step",
        example={
            "level": "section_heads",
            "answers": "person/22222222-2222-4222-8222-222222222222",
            "text": "逐校核查近两年采购合同,列出风险点九处。",
        },
    ),
    Action(
        name="return",
        command=commands.Return,
        decide=decisions.return_,
        zh="退回本步",
        en="return the step",
        example={"level": "section_heads", "reason": "风险点未落到岗位"},
    ),
    Action(
        name="except",
        command=commands.Except,
        decide=decisions.except_,
        zh="同意本步例外",
        en="except a level",
        example={"level": "desk_officers", "reason": "该岗位空缺", "approved_by": APPROVER},
    ),
    correction(
        command=commands.Correct,
        decide=decisions.correct,
        zh="更正强责链条",
        example={"reason": "表述有误", "risk": "学校食堂食材采购"},
    ),
    annulment(
        command=commands.Annul,
        decide=decisions.annul,
        zh="作废强责链条",
        example={"reason": "重复建立"},
    ),
)
