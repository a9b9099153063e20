"""What can be done with a work report, action by action."""

from typing import Final

from domain.mending import annulment, correction
from domain.registry import Action
from domain.work_reports import commands, decisions

ACTIONS: Final = (
    Action(
        name="submit",
        command=commands.Submit,
        decide=decisions.submit,
        zh="报送",
        en="submit",
        target="new",
        example={
            "kind": "quarterly",
            "period": "2026-Q1",
            "to": "supervision-office-1",
            "title": "第一季度派驻监督工作报告",
            "summary": "本季度开展监督检查12次,发现问题9个。",
        },
    ),
    Action(
        name="return",
        command=commands.Return,
        decide=decisions.return_,
        zh="退回",
        en="return",
        example={"reason": "问题线索处置数据与台账不符"},
    ),
    Action(
        name="resubmit",
        command=commands.Resubmit,
        decide=decisions.resubmit,
        zh="重新报送",
        en="resubmit",
        example={"changes": "按台账核对了线索处置数据", "summary": "本季度处置问题线索6件。"},
    ),
    Action(
        name="accept",
        command=commands.Accept,
        decide=decisions.accept,
        zh="接收",
        en="accept",
        example={"instruction": "转有关部门参阅"},
        batch=True,
    ),
    Action(
        name="circulate",
        command=commands.Circulate,
        decide=decisions.circulate,
        zh="分送",
        en="circulate",
        example={"parties": ["case-supervision", "inspection-office"]},
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
    correction(
        command=commands.Correct,
        decide=decisions.correct,
        zh="更正报告",
        example={"reason": "期间写错", "title": "第一季度派驻监督工作报告(更正)"},
    ),
    annulment(
        command=commands.Annul,
        decide=decisions.annul,
        zh="作废报告",
        example={"reason": "误报"},
    ),
)
