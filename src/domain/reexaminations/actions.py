"""What can be done with a re-examination, action by action."""

from typing import Final

from domain.mending import annulment, correction
from domain.reexaminations import commands, decisions
from domain.registry import Action

PERSON: Final = "person/77777777-7777-4777-8777-777777777777"
EXAMINERS: Final = (
    "person/bbbbbbbb-bbbb-4bbb-8bbb-bbbbbbbbbbbb",
    "person/cccccccc-cccc-4ccc-8ccc-cccccccccccc",
)

ACTIONS: Final = (
    Action(
        name="apply",
        command=commands.Apply,
        decide=decisions.apply,
        zh="登记申请",
        en="enter the application",
        target="new",
        example={
            "kind": "re_examination",
            "case": "case/11111111-1111-4111-8111-111111111111",
            "person": PERSON,
            "track": "state",
            "grounds": "认为处分过重。",
        },
    ),
    Action(
        name="accept",
        command=commands.Accept,
        decide=decisions.accept,
        zh="受理",
        en="accept",
        example={"examiners": list(EXAMINERS)},
    ),
    Action(
        name="refuse",
        command=commands.Refuse,
        decide=decisions.refuse,
        zh="不予受理",
        en="refuse",
        example={"reason": "已超过申请期限"},
    ),
    Action(
        name="withdraw",
        command=commands.Withdraw,
        decide=decisions.withdraw,
        zh="撤回申请",
        en="take the application back",
        example={"reason": "本人撤回"},
    ),
    Action(
        name="decide",
        command=commands.Decide,
        decide=decisions.decide,
        zh="作出决定",
        en="decide",
        example={
            "outcome": "changed",
            "sanction": "warning",
            "meeting": {
                "document": "会议纪要〔2026〕9号",
                "entitled": 7,
                "present": 6,
                "in_favour": 6,
            },
            "decision": "原决定量纪偏重,予以变更。",
        },
    ),
    Action(
        name="serve",
        command=commands.Serve,
        decide=decisions.serve,
        zh="送达决定",
        en="serve the decision",
        example={"document": "送达回证〔2026〕9号"},
    ),
    Action(
        name="carry_out",
        command=commands.CarryOut,
        decide=decisions.carry_out,
        zh="落实决定",
        en="carry the decision out",
        example={"document": "更正〔2026〕2号"},
    ),
    correction(
        command=commands.Correct,
        decide=decisions.correct,
        zh="更正复审复核",
        example={"version": 1, "reason": "日期录入有误", "happened": {"date": "2026-03-02"}},
    ),
    annulment(
        command=commands.Annul,
        decide=decisions.annul,
        zh="作废复审复核",
        example={"reason": "重复登记"},
    ),
)
