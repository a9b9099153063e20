"""What can be done with a tree of responsibility, action by action."""

from typing import Final

from domain.mending import annulment, correction
from domain.registry import Action
from domain.responsibility_trees import commands, decisions

ACTIONS: Final = (
    Action(
        name="open",
        command=commands.Open,
        decide=decisions.open_,
        zh="建立责任清单",
        en="open",
        target="new",
        example={"year": 2026, "title": "市教育局党组", "due": "2026-03-31"},
    ),
    Action(
        name="add",
        command=commands.Add,
        decide=decisions.add,
        zh="增加党组织",
        en="add an organisation",
        example={"title": "市第一中学党委", "above": 1},
    ),
    Action(
        name="remove",
        command=commands.Remove,
        decide=decisions.remove,
        zh="撤销党组织",
        en="remove an organisation",
        example={"organisation": 3, "reason": "机构撤并"},
    ),
    Action(
        name="hand_in",
        command=commands.HandIn,
        decide=decisions.hand_in,
        zh="报送责任清单",
        en="hand in the list",
        example={
            "organisation": 2,
            "items": ["每半年研究一次全面从严治党工作", "校舍项目招标集体研究"],
        },
    ),
    Action(
        name="return",
        command=commands.Return,
        decide=decisions.return_,
        zh="退回责任清单",
        en="return the list",
        example={"organisation": 2, "reason": "责任未落到支部"},
    ),
    correction(
        command=commands.Correct,
        decide=decisions.correct,
        zh="更正党组织清单",
        example={"organisation": 2, "reason": "名称有误", "title": "市第一中学党总支"},
    ),
    annulment(
        command=commands.Annul,
        decide=decisions.annul,
        zh="作废责任清单",
        example={"reason": "重复建立"},
    ),
)
