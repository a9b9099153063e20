"""What can be done with a request to a department, action by action."""

from typing import Final

from domain import asking_travel
from domain.department_requests import between, commands, decisions
from domain.department_requests.account import Account
from domain.mending import annulment, correction
from domain.registry import Action

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
        name="send_back",
        command=commands.SendBack,
        decide=decisions.send_back,
        zh="退件",
        en="send back unanswered",
        example={"ground": "wrong_department", "reason": "采购合同由审计部门保管"},
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
    correction(
        command=commands.Correct,
        decide=decisions.correct,
        zh="更正协作单",
        example={"reason": "年份有误", "due": "2026-03-24"},
    ),
    annulment(
        command=commands.Annul,
        decide=decisions.annul,
        zh="作废协作单",
        example={"reason": "误发"},
    ),
    asking_travel.files(Account, commands, paper=between.PAPER),
    *asking_travel.actions(
        Account,
        commands,
        recall=between.recall,
        issue=between.issue,
        paper=between.PAPER,
        matter="department_request/66666666-6666-4666-8666-666666666666",
        received={
            "kind": "data",
            "title": "调取2025年排污许可清单",
            "text": "请提供县域排污许可清单。",
            "basis": "生态环境专项监督方案",
            "fields": ["permit"],
            "due": "2026-03-20",
        },
        answered={"text": "清单见附件"},
    ),
)
