"""What can be done with a pooled stationing, action by action."""

from typing import Final

from domain.mending import annulment, correction
from domain.pooled_stationings import commands, decisions
from domain.registry import Action

PERSON: Final = "person/22222222-2222-4222-8222-222222222222"

ACTIONS: Final = (
    Action(
        name="establish",
        command=commands.Establish,
        decide=decisions.establish,
        zh="设立综合派驻",
        en="pool a group",
        target="new",
        example={
            "group": "sg-education",
            "units": ["education", "sports"],
            "office": "政务中心3号楼",
        },
    ),
    Action(
        name="add_unit",
        command=commands.AddUnit,
        decide=decisions.add_unit,
        zh="增加派驻单位",
        en="add a unit",
        example={"unit": "sports"},
    ),
    Action(
        name="drop_unit",
        command=commands.DropUnit,
        decide=decisions.drop_unit,
        zh="减少派驻单位",
        en="drop a unit",
        example={
            "unit": "sports",
            "reason": "机构改革",
        },
    ),
    Action(
        name="assign",
        command=commands.Assign,
        decide=decisions.assign,
        zh="统筹安排人员",
        en="assign a person",
        example={
            "person": PERSON,
            "duty": "日常监督",
            "unit": "sports",
        },
    ),
    Action(
        name="return",
        command=commands.Return,
        decide=decisions.return_,
        zh="退回人员安排",
        en="return an assignment",
        example={"assignment": 1, "reason": "与该单位财务人员系近亲属,请另行安排"},
    ),
    Action(
        name="release",
        command=commands.Release,
        decide=decisions.release,
        zh="解除人员安排",
        en="release a person",
        example={
            "assignment": 1,
            "reason": "专项检查结束",
        },
    ),
    Action(
        name="declare_recusal",
        command=commands.DeclareRecusal,
        decide=decisions.declare_recusal,
        zh="申报回避",
        en="declare a recusal",
        example={
            "person": PERSON,
            "unit": "sports",
            "reason": "配偶在该单位任职",
        },
    ),
    Action(
        name="dissolve",
        command=commands.Dissolve,
        decide=decisions.dissolve,
        zh="撤销综合派驻",
        en="dissolve the pool",
        example={"reason": "改为单独派驻"},
    ),
    correction(
        command=commands.Correct,
        decide=decisions.correct,
        zh="更正综合派驻",
        example={"reason": "地点有误", "office": "政务中心5号楼"},
    ),
    annulment(
        command=commands.Annul,
        decide=decisions.annul,
        zh="作废综合派驻",
        example={"reason": "重复录入"},
    ),
)
