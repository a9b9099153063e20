"""Leads that split, merge or are linked; corrected and annulled ones: the actions."""

from typing import Final

from domain.leads import commands
from domain.leads.decisions import structure as decisions
from domain.mending import annulment, correction
from domain.registry import Action

STRUCTURE: Final = (
    Action(
        name="split",
        command=commands.Split,
        decide=decisions.split,
        zh="拆分",
        en="split",
        example={
            "parts": [
                {
                    "persons": ["person/77777777-7777-4777-8777-777777777777"],
                    "reason": "系市管干部。",
                }
            ]
        },
    ),
    Action(
        name="merge",
        command=commands.Merge,
        decide=decisions.merge,
        zh="并案",
        en="merge",
        example={
            "others": ["lead/11111111-1111-4111-8111-111111111111"],
            "reason": "反映同一问题。",
        },
    ),
    Action(
        name="link",
        command=commands.Link,
        decide=decisions.link,
        zh="关联",
        en="link",
        example={"other": "lead/11111111-1111-4111-8111-111111111111", "reason": "涉及同一项目。"},
    ),
    correction(
        command=commands.Correct,
        decide=decisions.correct,
        zh="更正",
        example={
            "version": 2,
            "reason": "登记日期录入有误。",
            "approved_by": "person/22222222-2222-4222-8222-222222222222",
            "happened": {"date": "2026-03-02"},
        },
    ),
    annulment(
        command=commands.Annul,
        decide=decisions.annul,
        zh="作废",
        example={
            "reason": "误录入。",
            "approved_by": "person/22222222-2222-4222-8222-222222222222",
        },
    ),
)
