"""What can be done with a joint enforcement, action by action."""

from typing import Final

from domain.joint_enforcements import commands, decisions
from domain.mending import APPROVER, annulment, correction
from domain.registry import Action

ACTIONS: Final = (
    Action(
        name="plan",
        command=commands.Plan,
        decide=decisions.plan,
        zh="制定计划",
        en="plan",
        target="new",
        example={
            "title": "学校配餐管理联合监督执纪",
            "text": "对三所学校开展联合检查。",
            "partners": ["pg-education", "uc-education"],
            "begins": "2026-03-02",
            "ends": "2026-06-30",
        },
    ),
    Action(
        name="agree",
        command=commands.Agree,
        decide=decisions.agree,
        zh="同意参加",
        en="join",
        example={},
    ),
    Action(
        name="decline",
        command=commands.Decline,
        decide=decisions.decline,
        zh="不参加",
        en="decline",
        example={"reason": "人员不足"},
    ),
    Action(
        name="assign_share",
        command=commands.AssignShare,
        decide=decisions.assign_share,
        zh="分配任务",
        en="assign a share",
        example={"owner": "pg-education", "text": "清查配餐合同", "due": "2026-04-30"},
    ),
    Action(
        name="report_share",
        command=commands.ReportShare,
        decide=decisions.report_share,
        zh="报告任务完成",
        en="report a share",
        example={"share": 1, "text": "已清查全部合同。", "problems": 3, "handled": 1},
    ),
    Action(
        name="return_share",
        command=commands.ReturnShare,
        decide=decisions.return_share,
        zh="退回任务报告",
        en="return a share",
        example={"share": 1, "reason": "未附清单", "due": "2026-05-15"},
    ),
    Action(
        name="accept_share",
        command=commands.AcceptShare,
        decide=decisions.accept_share,
        zh="认可任务报告",
        en="accept a share",
        example={"share": 1},
    ),
    Action(
        name="release_share",
        command=commands.ReleaseShare,
        decide=decisions.release_share,
        zh="公开任务情况",
        en="release a share",
        example={"share": 2, "to": "pg-education", "reason": "便于整改", "approved_by": APPROVER},
    ),
    Action(
        name="conclude",
        command=commands.Conclude,
        decide=decisions.conclude,
        zh="办结",
        en="conclude",
        example={"text": "问题均已处理。"},
    ),
    Action(
        name="release_result",
        command=commands.ReleaseResult,
        decide=decisions.release_result,
        zh="公开结果",
        en="release the result",
        example={"to": "pg-education", "reason": "通报结果", "approved_by": APPROVER},
    ),
    correction(
        command=commands.Correct,
        decide=decisions.correct,
        zh="更正",
        example={"reason": "误填", "share": 1, "problems": 2},
    ),
    annulment(
        command=commands.Annul,
        decide=decisions.annul,
        zh="作废",
        example={"reason": "重复制定"},
    ),
)
