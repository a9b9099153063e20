"""What can be done in a talent pool, action by action."""

from typing import Final

from domain.mending import annulment, correction
from domain.registry import Action
from domain.talent_pools import commands, decisions

PERSON: Final = "person/22222222-2222-4222-8222-222222222222"
MENTOR: Final = "person/11111111-1111-4111-8111-111111111111"

ACTIONS: Final = (
    Action(
        name="open",
        command=commands.Open,
        decide=decisions.open_,
        zh="建库",
        en="open",
        target="new",
        example={
            "title": "2026年青廉先锋队",
            "parties": ["sg-education", "sg-health"],
            "nominate_by": "2026-03-20",
            "places": 30,
        },
    ),
    Action(
        name="nominate",
        command=commands.Nominate,
        decide=decisions.nominate,
        zh="推荐",
        en="nominate",
        example={"person": PERSON, "merits": "熟悉案件办理,善于学习。"},
    ),
    Action(
        name="waive",
        command=commands.Waive,
        decide=decisions.waive,
        zh="不推荐",
        en="nominate nobody",
        example={"reason": "本组无符合条件人员"},
    ),
    Action(
        name="return_nomination",
        command=commands.ReturnNomination,
        decide=decisions.return_nomination,
        zh="退回推荐",
        en="return a nomination",
        example={"member": 1, "reason": "请补充办案经历"},
    ),
    Action(
        name="revise",
        command=commands.Revise,
        decide=decisions.revise,
        zh="重新推荐",
        en="nominate anew",
        example={"member": 1, "merits": "独立办结问题线索三件。"},
    ),
    Action(
        name="admit",
        command=commands.Admit,
        decide=decisions.admit,
        zh="入库",
        en="admit",
        example={"member": 1},
    ),
    Action(
        name="decline",
        command=commands.Decline,
        decide=decisions.decline,
        zh="不予入库",
        en="decline",
        example={"member": 1, "reason": "工作未满两年"},
    ),
    Action(
        name="form_group",
        command=commands.FormGroup,
        decide=decisions.form_group,
        zh="组建学习小组",
        en="form a study group",
        example={
            "title": "审查调查学习小组",
            "leader": "io-1",
            "mentor": MENTOR,
            "members": [1, 2],
        },
    ),
    Action(
        name="change_mentor",
        command=commands.ChangeMentor,
        decide=decisions.change_mentor,
        zh="更换导师",
        en="change the mentor",
        example={"group": 1, "mentor": MENTOR, "reason": "导师轮岗"},
    ),
    Action(
        name="hold_session",
        command=commands.HoldSession,
        decide=decisions.hold_session,
        zh="开展共学",
        en="hold a session",
        example={"group": 1, "topic": "谈话笔录制作", "came": [1, 2]},
    ),
    Action(
        name="disband_group",
        command=commands.DisbandGroup,
        decide=decisions.disband_group,
        zh="解散学习小组",
        en="disband a study group",
        example={"group": 1, "reason": "年度学习结束"},
    ),
    Action(
        name="draw",
        command=commands.Draw,
        decide=decisions.draw,
        zh="抽调锻炼",
        en="draw for a secondment",
        example={
            "member": 1,
            "secondment": "secondment/33333333-3333-4333-8333-333333333333",
        },
    ),
    Action(
        name="release",
        command=commands.Release,
        decide=decisions.release,
        zh="出库",
        en="release",
        example={"member": 1, "reason": "调离派驻机构"},
    ),
    correction(
        command=commands.Correct,
        decide=decisions.correct,
        zh="更正人才库",
        example={"reason": "签到有误", "session": 1, "came": [1]},
    ),
    annulment(
        command=commands.Annul,
        decide=decisions.annul,
        zh="作废人才库或共学",
        example={"reason": "并未开展", "session": 1},
    ),
)
