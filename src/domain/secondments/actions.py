"""What can be done around a secondment, action by action."""

from typing import Final

from domain.mending import annulment, correction
from domain.registry import Action
from domain.secondments import commands, decisions

TRAINEE: Final = "person/44444444-4444-4444-8444-444444444444"
MENTOR: Final = "person/55555555-5555-4555-8555-555555555555"

ACTIONS: Final = (
    Action(
        name="propose",
        command=commands.Propose,
        decide=decisions.propose,
        zh="提出锻炼安排",
        en="propose",
        target="new",
        example={
            "person": TRAINEE,
            "kind": "case",
            "home": "sg-education",
            "host": "io-1",
            "begins": "2026-03-16",
            "until": "2026-06-15",
            "purpose": "跟班参与审查调查,提高办案能力",
        },
    ),
    Action(
        name="agree",
        command=commands.Agree,
        decide=decisions.agree,
        zh="同意派出",
        en="agree",
        example={},
    ),
    Action(
        name="decline",
        command=commands.Decline,
        decide=decisions.decline,
        zh="不同意派出",
        en="decline",
        example={"reason": "本组专项监督正在进行"},
    ),
    Action(
        name="revise",
        command=commands.Revise,
        decide=decisions.revise,
        zh="调整时间",
        en="propose other days",
        example={"begins": "2026-04-01", "until": "2026-06-30"},
    ),
    Action(
        name="begin",
        command=commands.Begin,
        decide=decisions.begin,
        zh="报到",
        en="take in",
        example={"mentor": MENTOR},
    ),
    Action(
        name="extend",
        command=commands.Extend,
        decide=decisions.extend,
        zh="延长锻炼",
        en="extend",
        example={"until": "2026-07-31", "reason": "所跟案件尚未办结"},
    ),
    Action(
        name="send_back",
        command=commands.SendBack,
        decide=decisions.send_back,
        zh="鉴定并返回",
        en="send back",
        example={"appraisal": "能独立完成谈话笔录,证据意识明显增强。"},
    ),
    Action(
        name="withdraw",
        command=commands.Withdraw,
        decide=decisions.withdraw,
        zh="撤回安排",
        en="withdraw",
        example={"reason": "工作调整"},
    ),
    correction(
        command=commands.Correct,
        decide=decisions.correct,
        zh="更正锻炼记录",
        example={"reason": "文字有误", "appraisal": "证据意识增强。"},
    ),
    annulment(
        command=commands.Annul,
        decide=decisions.annul,
        zh="作废锻炼记录",
        example={"reason": "重复登记"},
    ),
)
