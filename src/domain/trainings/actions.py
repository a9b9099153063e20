"""What can be done around a training session, action by action."""

from typing import Final

from domain.mending import annulment, correction
from domain.registry import Action
from domain.trainings import commands, decisions

TRAINEE: Final = "person/44444444-4444-4444-8444-444444444444"

ACTIONS: Final = (
    Action(
        name="plan",
        command=commands.Plan,
        decide=decisions.plan,
        zh="计划培训",
        en="plan",
        target="new",
        example={
            "brand": "leaders-lecture",
            "title": "派驻监督发现问题的方法",
            "lecturer": "吴某某",
            "planned": "2026-03-20",
            "name_by": "2026-03-13",
            "parties": ["sg-education", "sg-health"],
        },
    ),
    Action(
        name="name_attendees",
        command=commands.NameAttendees,
        decide=decisions.name_attendees,
        zh="报名",
        en="name who comes",
        example={"persons": [TRAINEE]},
    ),
    Action(
        name="return_names",
        command=commands.ReturnNames,
        decide=decisions.return_names,
        zh="退回报名",
        en="return the names",
        example={"party": "sg-education", "reason": "请增加办案人员"},
    ),
    Action(
        name="postpone",
        command=commands.Postpone,
        decide=decisions.postpone,
        zh="改期",
        en="postpone",
        example={"planned": "2026-03-25", "reason": "授课人外出开会"},
    ),
    Action(
        name="hold",
        command=commands.Hold,
        decide=decisions.hold,
        zh="举办培训",
        en="hold",
        example={
            "attendance": [{"party": "sg-education", "persons": [TRAINEE]}],
            "material": [{"title": "课件", "digest": "a" * 64}],
        },
    ),
    Action(
        name="cancel",
        command=commands.Cancel,
        decide=decisions.cancel,
        zh="取消培训",
        en="cancel",
        example={"reason": "与集中整治时间冲突"},
    ),
    correction(
        command=commands.Correct,
        decide=decisions.correct,
        zh="更正培训记录",
        example={"reason": "日期有误", "held": "2026-03-19"},
    ),
    annulment(
        command=commands.Annul,
        decide=decisions.annul,
        zh="作废培训记录",
        example={"reason": "重复登记"},
    ),
)
