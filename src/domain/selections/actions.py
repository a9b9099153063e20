"""What can be done in a selection, action by action."""

from typing import Final

from domain.mending import annulment, correction
from domain.registry import Action
from domain.selections import commands, decisions

NOMINEE: Final = "person/44444444-4444-4444-8444-444444444444"

ACTIONS: Final = (
    Action(
        name="open",
        command=commands.Open,
        decide=decisions.open_,
        zh="启动评选",
        en="open",
        target="new",
        example={
            "kind": "handler",
            "title": "2026年度优秀办案能手评选",
            "parties": ["sg-education", "sg-health"],
            "nominate_by": "2026-03-20",
            "places": 1,
        },
    ),
    Action(
        name="nominate",
        command=commands.Nominate,
        decide=decisions.nominate,
        zh="推荐",
        en="nominate",
        example={"subject": NOMINEE, "merits": "全年主办案件6件,均无退回。"},
    ),
    Action(
        name="waive",
        command=commands.Waive,
        decide=decisions.waive,
        zh="说明不推荐",
        en="waive",
        example={"reason": "本年度无符合条件的人员"},
    ),
    Action(
        name="return_nomination",
        command=commands.ReturnNomination,
        decide=decisions.return_nomination,
        zh="退回推荐",
        en="return a nomination",
        example={"nomination": 1, "reason": "请补充办案数量"},
    ),
    Action(
        name="revise",
        command=commands.Revise,
        decide=decisions.revise,
        zh="重新报送推荐",
        en="revise",
        example={"nomination": 1, "merits": "全年主办案件6件,协办3件。"},
    ),
    Action(
        name="review",
        command=commands.Review,
        decide=decisions.review,
        zh="评审",
        en="review",
        example={"nomination": 1, "put_forward": True, "reason": "事迹突出"},
    ),
    Action(
        name="choose",
        command=commands.Choose,
        decide=decisions.choose,
        zh="评出并公示",
        en="choose",
        example={"nominations": [1], "object_by": "2026-04-03"},
    ),
    Action(
        name="object",
        command=commands.Object,
        decide=decisions.object_,
        zh="提出异议",
        en="object",
        example={"nomination": 1, "text": "所列案件由他人主办。"},
    ),
    Action(
        name="answer_objection",
        command=commands.AnswerObjection,
        decide=decisions.answer_objection,
        zh="答复异议",
        en="answer an objection",
        example={"objection": 1, "upheld": False, "text": "经核实,案件系其主办。"},
    ),
    Action(
        name="publish",
        command=commands.Publish,
        decide=decisions.publish,
        zh="公布结果",
        en="publish",
        example={},
    ),
    correction(
        command=commands.Correct,
        decide=decisions.correct,
        zh="更正评选",
        example={"reason": "年度有误", "title": "2025年度优秀办案能手评选"},
    ),
    annulment(
        command=commands.Annul,
        decide=decisions.annul,
        zh="作废评选",
        example={"reason": "重复启动"},
    ),
)
