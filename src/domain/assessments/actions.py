"""What can be done in an assessment, action by action."""

from typing import Final

from domain.assessments import commands, decisions
from domain.mending import annulment, correction
from domain.registry import Action

FIGURES: Final = [
    {"count": "obligations_due", "value": 20},
    {"count": "obligations_on_time", "value": 19},
    {"count": "daily_supervisions", "value": 12},
]
JUDGED: Final = [{"indicator": "appraisal", "hundredths": 900}]

ACTIONS: Final = (
    Action(
        name="open",
        command=commands.Open,
        decide=decisions.open_,
        zh="开展考核",
        en="open",
        target="new",
        example={"body": "sg-education", "period": "2026", "declare_by": "2027-01-15"},
    ),
    Action(
        name="declare",
        command=commands.Declare,
        decide=decisions.declare,
        zh="申报考核数据",
        en="declare figures",
        example={"as_of": "2026-12-31", "figures": FIGURES},
    ),
    Action(
        name="return",
        command=commands.Return,
        decide=decisions.return_,
        zh="退回申报",
        en="return",
        example={"reason": "截止日期有误"},
    ),
    Action(
        name="publish",
        command=commands.Publish,
        decide=decisions.publish,
        zh="反馈得分",
        en="publish points",
        example={"judged": JUDGED, "objection_until": "2027-02-05"},
    ),
    Action(
        name="bar",
        command=commands.Bar,
        decide=decisions.bar,
        zh="记录否决情形",
        en="bar from the highest grade",
        example={"reason": "发生失泄密问题", "basis": "考核办法第十二条"},
    ),
    Action(
        name="object",
        command=commands.Object,
        decide=decisions.object_,
        zh="提出异议",
        en="object",
        example={"indicator": "daily", "reason": "漏计驻点监督一次"},
    ),
    Action(
        name="uphold",
        command=commands.Uphold,
        decide=decisions.uphold,
        zh="维持得分",
        en="uphold",
        example={"reason": "该次监督在考核期之外"},
    ),
    Action(
        name="revise",
        command=commands.Revise,
        decide=decisions.revise,
        zh="采纳异议",
        en="revise",
        example={
            "reason": "补录属实",
            "figures": [{"count": "daily_supervisions", "value": 13}],
        },
    ),
    Action(
        name="grade",
        command=commands.Grade,
        decide=decisions.grade,
        zh="确定等次",
        en="grade",
        example={},
    ),
    correction(
        command=commands.Correct,
        decide=decisions.correct,
        zh="更正考核",
        example={"reason": "评分录入有误", "judged": JUDGED},
    ),
    annulment(
        command=commands.Annul,
        decide=decisions.annul,
        zh="作废考核",
        example={"reason": "重复开展"},
    ),
)
