"""What can be done with a joint theme, action by action."""

from typing import Final

from domain.joint_themes import commands, decisions
from domain.mending import annulment, correction
from domain.registry import Action

ACTIONS: Final = (
    Action(
        name="choose",
        command=commands.Choose,
        decide=decisions.choose,
        zh="提出协同监督主题",
        en="choose a theme",
        target="new",
        example={
            "title": "公务接待和公车使用",
            "text": "结合近两年机关内审情况提出。",
            "committee": "uc-education",
        },
    ),
    Action(
        name="rechoose",
        command=commands.Rechoose,
        decide=decisions.rechoose,
        zh="重新提出主题",
        en="choose another theme",
        example={"title": "机关食堂采购", "text": "范围收窄到本级机关。"},
    ),
    Action(
        name="list_problems",
        command=commands.ListProblems,
        decide=decisions.list_problems,
        zh="登记查找的问题",
        en="list the problems found",
        example={"problems": ["派车单不全", "接待清单未附公函"]},
    ),
    Action(
        name="consult_progress",
        command=commands.ConsultProgress,
        decide=decisions.consult_progress,
        zh="登记进度会商",
        en="consult on progress",
        example={"text": "派车单已补齐,接待制度在修订。", "settled": [1]},
    ),
    Action(
        name="review_effect",
        command=commands.ReviewEffect,
        decide=decisions.review_effect,
        zh="登记效果评议",
        en="review the effect",
        example={"effect": "more_needed", "text": "制度尚未印发。"},
    ),
    Action(
        name="share_results",
        command=commands.ShareResults,
        decide=decisions.share_results,
        zh="登记成果共享",
        en="share the results",
        example={
            "form": "rule_adopted",
            "title": "机关公务接待管理办法",
            "shared_with": ["pg-education"],
        },
    ),
    Action(
        name="confirm",
        command=commands.Confirm,
        decide=decisions.confirm,
        zh="确认对方登记",
        en="confirm",
        example={"record": 1},
        batch=True,
    ),
    Action(
        name="send_back",
        command=commands.SendBack,
        decide=decisions.send_back,
        zh="退回对方登记",
        en="send back",
        example={"record": 1, "reason": "主题范围过宽"},
    ),
    correction(
        command=commands.Correct,
        decide=decisions.correct,
        zh="更正登记",
        example={"record": 1, "reason": "表述有误", "title": "公务接待和公务用车"},
    ),
    annulment(
        command=commands.Annul,
        decide=decisions.annul,
        zh="作废主题",
        example={"reason": "重复登记"},
    ),
)
