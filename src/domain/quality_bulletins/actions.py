"""What can be done with a bulletin on case quality, action by action."""

from typing import Final

from domain.mending import annulment, correction
from domain.quality_bulletins import commands, decisions
from domain.registry import Action

REVIEW: Final = "quality_review/66666666-6666-4666-8666-666666666666"

ACTIONS: Final = (
    Action(
        name="issue",
        command=commands.Issue,
        decide=decisions.issue,
        zh="印发案件质量通报",
        en="issue",
        target="new",
        example={
            "period": "2026-03",
            "reviews": [REVIEW],
            "text": "三月评查情况如下,请逐项整改。",
            "reply_due": "2026-04-20",
        },
    ),
    correction(
        command=commands.Correct,
        decide=decisions.correct,
        zh="更正案件质量通报",
        example={"reason": "引言有误", "text": "三月评查情况如下。"},
    ),
    annulment(
        command=commands.Annul,
        decide=decisions.annul,
        zh="作废案件质量通报",
        example={"reason": "误发"},
    ),
)
