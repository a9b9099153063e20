"""What can be done with a proposal form, action by action."""

from typing import Final

from domain import asking_travel
from domain.mending import annulment, correction
from domain.proposal_forms import between, commands, decisions
from domain.proposal_forms.account import Account
from domain.registry import Action

ORDER: Final = "task_order/55555555-5555-4555-8555-555555555555"

ACTIONS: Final = (
    Action(
        name="issue",
        command=commands.Issue,
        decide=decisions.issue,
        zh="发出建议单",
        en="issue",
        target="new",
        example={
            "title": "关于完善排污口巡查制度的建议",
            "text": "建议明确沿江排污口巡查责任,每月通报。",
            "supervision": "stationed",
            "basis": "任务单反馈的问题",
            "task_order": ORDER,
            "to": "pg-ecology",
            "due": "2026-03-25",
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
        zh="答复建议单",
        en="answer",
        example={"text": "已修订巡查制度。"},
    ),
    Action(
        name="return_answer",
        command=commands.ReturnAnswer,
        decide=decisions.return_answer,
        zh="退回答复",
        en="return the answer",
        example={"reason": "未附制度文本"},
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
        zh="更正建议单",
        example={"reason": "期限有误", "due": "2026-03-27"},
    ),
    annulment(
        command=commands.Annul,
        decide=decisions.annul,
        zh="作废建议单",
        example={"reason": "误发"},
    ),
    asking_travel.files(Account, commands, paper=between.PAPER),
    *asking_travel.actions(
        Account,
        commands,
        recall=between.recall,
        issue=between.issue,
        paper=between.PAPER,
        matter="proposal_form/66666666-6666-4666-8666-666666666666",
        received={
            "title": "关于完善排污口巡查制度的建议",
            "text": "建议明确沿江排污口巡查责任,每月通报。",
            "supervision": "stationed",
            "basis": "任务单反馈的问题",
            "due": "2026-03-25",
        },
        answered={"text": "已修订巡查制度。"},
    ),
)
