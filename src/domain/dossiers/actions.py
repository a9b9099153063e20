"""What can be done with a dossier, action by action."""

from typing import Final

from domain.dossiers import commands, decisions
from domain.mending import APPROVER, annulment
from domain.registry import Action

ACTIONS: Final = (
    Action(
        name="open",
        command=commands.Open,
        decide=decisions.open_,
        zh="建立资料库",
        en="open",
        target="new",
        example={"unit": "education"},
    ),
    Action(
        name="record",
        command=commands.Record,
        decide=decisions.record,
        zh="登记情况",
        en="record a fact",
        example={
            "section": "key_people",
            "text": "2021年任现职,分管基建和采购。",
            "source": "市教育局领导班子分工通知",
            "stated_on": "2026-01-12",
            "person": {"name": "张某", "post": "副局长"},
        },
    ),
    Action(
        name="revise",
        command=commands.Revise,
        decide=decisions.revise,
        zh="更新情况",
        en="revise a fact",
        example={
            "fact": 2,
            "text": "在建学校项目5个,总投资3.2亿元。",
            "source": "第二季度项目调度表",
            "stated_on": "2026-06-30",
        },
    ),
    Action(
        name="withdraw",
        command=commands.Withdraw,
        decide=decisions.withdraw,
        zh="撤下情况",
        en="withdraw a fact",
        example={
            "fact": 3,
            "reason": "项目已竣工验收",
            "source": "竣工验收报告",
            "stated_on": "2026-07-15",
        },
    ),
    Action(
        name="refresh",
        command=commands.Refresh,
        decide=decisions.refresh,
        zh="核对栏目",
        en="go through a section",
        example={"section": "projects", "remark": "与项目调度表核对一致"},
    ),
    Action(
        name="return",
        command=commands.Return,
        decide=decisions.return_,
        zh="退回栏目",
        en="return a section",
        example={"section": "projects", "reason": "两个在建项目未列入"},
    ),
    Action(
        name="hand_over",
        command=commands.HandOver,
        decide=decisions.hand_over,
        zh="移交资料库",
        en="hand over",
        example={"document": "临纪办发〔2026〕12号"},
    ),
    Action(
        name="correct",
        command=commands.Correct,
        decide=decisions.correct,
        zh="更正情况",
        en="correct a fact",
        example={
            "fact": 2,
            "reason": "投资额有误",
            "approved_by": APPROVER,
            "text": "在建学校项目5个,总投资2.3亿元。",
        },
    ),
    Action(
        name="annul_fact",
        command=commands.AnnulFact,
        decide=decisions.annul_fact,
        zh="作废情况",
        en="annul a fact",
        example={"fact": 4, "reason": "误录其他单位情况", "approved_by": APPROVER},
    ),
    annulment(
        command=commands.Annul,
        decide=decisions.annul,
        zh="作废资料库",
        example={"reason": "重复建立"},
    ),
)
