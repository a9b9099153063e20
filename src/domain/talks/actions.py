"""What can be done with a talk, action by action."""

from typing import Final

from domain.mending import annulment, correction
from domain.registry import Action
from domain.talks import commands, decisions

ACTIONS: Final = (
    Action(
        name="plan",
        command=commands.Plan,
        decide=decisions.plan,
        zh="计划谈话",
        en="plan",
        target="new",
        example={
            "unit": "education",
            "person": {"name": "张某", "post": "副局长"},
            "kind": "peer",
            "planned": "2026-03-18",
            "topics": "履行“一岗双责”、分管领域廉政风险",
        },
    ),
    Action(
        name="postpone",
        command=commands.Postpone,
        decide=decisions.postpone,
        zh="改期",
        en="postpone",
        example={"planned": "2026-03-25", "reason": "对方外出开会"},
    ),
    Action(
        name="hold",
        command=commands.Hold,
        decide=decisions.hold,
        zh="谈话",
        en="hold",
        example={
            "text": "交流了分管基建项目的廉政风险,提醒管好身边人。",
            "promises": [{"text": "一个月内完善项目变更集体研究制度。", "due": "2026-04-20"}],
        },
    ),
    Action(
        name="return_record",
        command=commands.ReturnRecord,
        decide=decisions.return_record,
        zh="退回谈话记录",
        en="return the record",
        example={"reason": "请补充对方表态", "due": "2026-03-20"},
    ),
    Action(
        name="revise_record",
        command=commands.ReviseRecord,
        decide=decisions.revise_record,
        zh="补正谈话记录",
        en="revise the record",
        example={"text": "交流了分管基建项目的廉政风险,对方表示按期整改。"},
    ),
    Action(
        name="accept_record",
        command=commands.AcceptRecord,
        decide=decisions.accept_record,
        zh="审定谈话记录",
        en="accept the record",
        example={},
    ),
    Action(
        name="follow_up",
        command=commands.FollowUp,
        decide=decisions.follow_up,
        zh="回访承诺",
        en="follow up",
        example={"promise": 1, "kept": "kept", "text": "制度已印发执行。"},
    ),
    Action(
        name="cancel",
        command=commands.Cancel,
        decide=decisions.cancel,
        zh="取消谈话",
        en="cancel",
        example={"reason": "已调离"},
    ),
    correction(
        command=commands.Correct,
        decide=decisions.correct,
        zh="更正谈话记录",
        example={"reason": "日期有误", "held": "2026-03-19"},
    ),
    annulment(
        command=commands.Annul,
        decide=decisions.annul,
        zh="作废谈话记录",
        example={"reason": "重复登记"},
    ),
)
