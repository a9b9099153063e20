"""What can be done with a request to a department, action by action."""

from typing import Final

from domain.department_requests import commands, decisions
from domain.registry import Action

APPROVER: Final = "person/33333333-3333-4333-8333-333333333333"

ACTIONS: Final = (
    Action(
        name="issue",
        command=commands.Issue,
        decide=decisions.issue,
        zh="调取数据或通报发现",
        en="ask for data or share a finding",
        target="new",
        example={
            "kind": "data",
            "title": "调取2025年学校配餐采购合同清单",
            "text": "请提供各学校配餐采购合同的供应商和金额。",
            "basis": "学校配餐管理专项监督方案",
            "to": "education",
            "office": "finance",
            "fields": ["supplier", "amount"],
            "due": "2026-03-20",
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
        name="answer",
        command=commands.Answer,
        decide=decisions.answer,
        zh="提供数据或答复去向",
        en="supply, or say what became of it",
        example={
            "text": "合同清单见附件。",
            "items": [
                {"field": "supplier", "text": "甲公司、乙公司"},
                {"field": "amount", "reason": "部分合同尚未结算"},
            ],
        },
    ),
    Action(
        name="return_answer",
        command=commands.ReturnAnswer,
        decide=decisions.return_answer,
        zh="退回答复",
        en="return the answer",
        example={"reason": "金额口径不一致"},
    ),
    Action(
        name="accept_answer",
        command=commands.AcceptAnswer,
        decide=decisions.accept_answer,
        zh="采纳答复",
        en="accept the answer",
        example={},
    ),
    Action(
        name="correct",
        command=commands.Correct,
        decide=decisions.correct,
        zh="更正协作单",
        en="correct",
        example={"reason": "年份有误", "approved_by": APPROVER, "due": "2026-03-24"},
    ),
    Action(
        name="annul",
        command=commands.Annul,
        decide=decisions.annul,
        zh="作废协作单",
        en="annul",
        example={"reason": "误发", "approved_by": APPROVER},
    ),
)
