"""What can be done with a pairing, action by action."""

from typing import Final

from domain.mending import annulment, correction
from domain.pairings import commands, decisions
from domain.registry import Action

ACTIONS: Final = (
    Action(
        name="record",
        command=commands.Record,
        decide=decisions.record,
        zh="登记联动活动",
        en="record",
        target="new",
        example={
            "form": "joint_training",
            "title": "以案代训:配餐采购案复盘",
            "group": "sg-education",
        },
    ),
    Action(
        name="add",
        command=commands.Add,
        decide=decisions.add,
        zh="登记又一项联动活动",
        en="record a further activity",
        example={"form": "shared_information", "title": "通报配餐领域风险点"},
    ),
    Action(
        name="confirm",
        command=commands.Confirm,
        decide=decisions.confirm,
        zh="确认联动活动",
        en="confirm",
        example={"activity": 1},
        batch=True,
    ),
    Action(
        name="dispute",
        command=commands.Dispute,
        decide=decisions.dispute,
        zh="退回联动活动",
        en="dispute",
        example={"activity": 1, "reason": "本组未参加"},
    ),
    correction(
        command=commands.Correct,
        decide=decisions.correct,
        zh="更正联动活动",
        example={"activity": 1, "reason": "形式有误", "form": "joint_supervision"},
    ),
    annulment(
        command=commands.Annul,
        decide=decisions.annul,
        zh="作废联动活动",
        example={"activity": 1, "reason": "重复登记"},
    ),
)
