"""What can be done with an integrity plan, action by action."""

from typing import Any, Final

from domain.integrity_plans import commands, decisions
from domain.mending import APPROVER, annulment, correction
from domain.registry import Action

LECTURE: Final[dict[str, Any]] = {
    "strand": "education",
    "title": "警示教育大会",
    "due": "2026-06-30",
}

ACTIONS: Final = (
    Action(
        name="draw_up",
        command=commands.DrawUp,
        decide=decisions.draw_up,
        zh="拟订“四廉共育”计划",
        en="draw up",
        target="new",
        example={"committee": "uc-education", "activities": [LECTURE]},
    ),
    Action(
        name="add",
        command=commands.Add,
        decide=decisions.add,
        zh="增列活动",
        en="propose further activities",
        example={"activities": [{"strand": "family", "title": "家风故事会", "due": "2026-09-30"}]},
    ),
    Action(
        name="agree",
        command=commands.Agree,
        decide=decisions.agree,
        zh="同意列入计划",
        en="agree",
        example={"activities": [1]},
        batch=True,
    ),
    Action(
        name="send_back",
        command=commands.SendBack,
        decide=decisions.send_back,
        zh="退回拟列活动",
        en="send back",
        example={"activity": 1, "reason": "与党建铸廉活动重复"},
    ),
    Action(
        name="revise",
        command=commands.Revise,
        decide=decisions.revise,
        zh="修改拟列活动",
        en="revise",
        example={"activity": 1, **LECTURE},
    ),
    Action(
        name="hold",
        command=commands.Hold,
        decide=decisions.hold,
        zh="登记活动开展情况",
        en="hold",
        example={
            "activity": 1,
            "attended": 86,
            "evidence": [{"digest": "d1" * 32, "title": "签到表"}],
        },
    ),
    Action(
        name="return",
        command=commands.Return,
        decide=decisions.return_,
        zh="退回活动佐证",
        en="return",
        example={"activity": 1, "reason": "签到表缺页"},
    ),
    Action(
        name="review",
        command=commands.Review,
        decide=decisions.review,
        zh="评审活动",
        en="review",
        example={"activity": 1, "rating": "good"},
        batch=True,
    ),
    Action(
        name="drop",
        command=commands.Drop,
        decide=decisions.drop,
        zh="取消计划活动",
        en="drop",
        example={"activity": 1, "reason": "并入全市警示教育大会", "approved_by": APPROVER},
    ),
    correction(
        command=commands.Correct,
        decide=decisions.correct,
        zh="更正活动登记",
        example={"activity": 1, "reason": "人数有误", "attended": 68},
    ),
    annulment(
        command=commands.Annul,
        decide=decisions.annul,
        zh="作废活动登记",
        example={"activity": 1, "reason": "误登"},
    ),
)
