"""What can be done with a task order, action by action."""

from typing import Final

from domain import asking_travel
from domain.mending import annulment, correction
from domain.registry import Action
from domain.task_orders import between, commands, decisions
from domain.task_orders.account import Account

MEETING: Final = "consultation/44444444-4444-4444-8444-444444444444"

ACTIONS: Final = (
    Action(
        name="issue",
        command=commands.Issue,
        decide=decisions.issue,
        zh="下达任务单",
        en="issue",
        target="new",
        example={
            "title": "柳江流域排污口专项监督",
            "text": "对沿江排污口整治情况开展监督检查。",
            "supervision": "stationed",
            "basis": "2026年第一季度监督工作联席会议",
            "meeting": MEETING,
            "item": 1,
            "parties": ["sg-ecology"],
            "departments": ["ecology"],
            "due": "2026-03-20",
            "cycle_ends": "2026-03-31",
        },
    ),
    Action(
        name="acknowledge",
        command=commands.Acknowledge,
        decide=decisions.acknowledge,
        zh="签收",
        en="acknowledge",
        example={},
        batch=True,
    ),
    Action(
        name="give_feedback",
        command=commands.GiveFeedback,
        decide=decisions.give_feedback,
        zh="提交反馈单",
        en="hand in the feedback form",
        example={"result": "done", "text": "已检查排污口12处,发现问题3个。"},
    ),
    Action(
        name="return_feedback",
        command=commands.ReturnFeedback,
        decide=decisions.return_feedback,
        zh="退回反馈单",
        en="return the feedback form",
        example={"party": "sg-ecology", "reason": "缺少问题清单"},
    ),
    Action(
        name="accept_feedback",
        command=commands.AcceptFeedback,
        decide=decisions.accept_feedback,
        zh="采纳反馈单",
        en="accept the feedback form",
        example={"party": "sg-ecology"},
    ),
    Action(
        name="follow_up",
        command=commands.FollowUp,
        decide=decisions.follow_up,
        zh="跟进部门任务落实",
        en="follow a department up",
        example={
            "department": "ecology",
            "progress": "partly_carried_out",
            "text": "责任分工已明确,两处排污口尚未整治。",
        },
    ),
    Action(
        name="return_follow_up",
        command=commands.ReturnFollowUp,
        decide=decisions.return_follow_up,
        zh="退回跟进情况",
        en="return the follow-up",
        example={"department": "ecology", "reason": "未附整治前后照片"},
    ),
    Action(
        name="close",
        command=commands.Close,
        decide=decisions.close,
        zh="办结任务单",
        en="close",
        example={},
        batch=True,
    ),
    correction(
        command=commands.Correct,
        decide=decisions.correct,
        zh="更正任务单",
        example={"reason": "期限有误", "due": "2026-03-25"},
    ),
    annulment(
        command=commands.Annul,
        decide=decisions.annul,
        zh="作废任务单",
        example={"reason": "重复下达"},
    ),
    asking_travel.files(Account, commands, paper=between.PAPER),
    *asking_travel.actions(
        Account,
        commands,
        recall=between.recall,
        issue=between.issue,
        paper=between.PAPER,
        matter="task_order/66666666-6666-4666-8666-666666666666",
        received={
            "title": "柳江流域排污口专项监督",
            "text": "对沿江排污口整治情况开展监督检查。",
            "supervision": "stationed",
            "basis": "2026年第一季度监督工作联席会议",
            "due": "2026-03-20",
        },
        answered={"result": "done", "text": "已办"},
    ),
)
