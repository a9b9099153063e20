"""What can be done with an urging, action by action."""

from typing import Final

from domain import asking_travel
from domain.mending import annulment, correction
from domain.registry import Action
from domain.urgings import between, commands, decisions
from domain.urgings.account import Account

MATTER: Final = "task_order/55555555-5555-4555-8555-555555555555"

ACTIONS: Final = (
    Action(
        name="urge",
        command=commands.Urge,
        decide=decisions.urge,
        zh="催办督办",
        en="urge",
        target="new",
        example={
            "kind": "reminder",
            "matter": MATTER,
            "to": "sg-education",
            "about": "反馈单已逾期,请说明进展",
            "due": "2026-03-27",
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
        zh="答复催办督办",
        en="answer",
        example={"text": "核查已完成,三日内报送。"},
    ),
    Action(
        name="return_answer",
        command=commands.ReturnAnswer,
        decide=decisions.return_answer,
        zh="退回答复",
        en="return the answer",
        example={"reason": "未说明完成时间"},
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
        zh="更正催办督办",
        example={"reason": "期限有误", "due": "2026-03-30"},
    ),
    annulment(
        command=commands.Annul,
        decide=decisions.annul,
        zh="作废催办督办",
        example={"reason": "事项已办结"},
    ),
    *asking_travel.actions(
        Account,
        commands,
        recall=between.recall,
        issue=between.issue,
        to=between.who_has,
        paper=between.PAPER,
        matter="urging/66666666-6666-4666-8666-666666666666",
        received={
            "kind": "oversight",
            "matter": MATTER,
            "about": "反馈单已逾期,请说明进展",
            "due": "2026-03-27",
        },
        answered={"text": "核查已完成,三日内报送。"},
    ),
)
