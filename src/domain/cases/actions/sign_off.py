"""三级把关: the actions."""

from typing import Final

from domain.cases import commands
from domain.cases.actions.people import HANDLER, KEEPER, SECOND
from domain.cases.decisions import sign_off as decisions
from domain.registry import Action

SIGN_OFF: Final = (
    Action(
        name="open_sign_off",
        command=commands.OpenSignOff,
        decide=decisions.open_sign_off,
        zh="承办人负首责",
        en="answer first as handler",
        example={
            "matters": ["sanction", "sending"],
            "statement": "事实清楚,证据确实充分,定性准确。",
        },
    ),
    Action(
        name="review_sign_off",
        command=commands.ReviewSignOff,
        decide=decisions.review_sign_off,
        zh="组长审核把关",
        en="review as head",
        example={"sheet": 1, "opinion": "agree", "text": "同意提交组务会。"},
    ),
    Action(
        name="hold_group_meeting",
        command=commands.HoldGroupMeeting,
        decide=decisions.hold_group_meeting,
        zh="组务会集体研究",
        en="deliberate in the group meeting",
        example={
            "sheet": 1,
            "views": [
                {"member": HANDLER, "view": "agree"},
                {"member": SECOND, "view": "disagree", "text": "量纪偏轻。"},
            ],
            "absent": [{"member": KEEPER, "reason": "出差"}],
            "conclusion": "多数同意。",
        },
    ),
    Action(
        name="correct_view",
        command=commands.CorrectView,
        decide=decisions.correct_view,
        zh="更正本人意见",
        en="correct one's view",
        example={"sheet": 1, "view": "agree", "reason": "记录有误,本人表示同意"},
    ),
)
