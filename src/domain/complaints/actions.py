"""What can be done with a complaint, action by action."""

from typing import Final

from domain.complaints import commands
from domain.complaints.decisions import confidence, handling, intake
from domain.mending import APPROVER, annulment, correction
from domain.registry import Action

LEAD: Final = "lead/66666666-6666-4666-8666-666666666666"
EARLIER: Final = "complaint/77777777-7777-4777-8777-777777777777"

INTAKE: Final = (
    Action(
        name="receive",
        command=commands.Receive,
        decide=intake.receive,
        zh="接收检举控告",
        en="receive",
        target="new",
        example={
            "channel": "letter",
            "report": "real_name",
            "about": "学校食堂招标",
            "content": "反映某学校食堂招标中存在利益输送。",
            "subjects": [
                {
                    "name": "张某某",
                    "post": "市第三中学总务处主任",
                    "standing": {"post_level": "unit_managed", "unit": "education"},
                }
            ],
            "reporter": {"name": "李某某", "contact": "手机号码"},
        },
    ),
    Action(
        name="register",
        command=commands.Register,
        decide=intake.register,
        zh="登记",
        en="register",
        example={},
        batch=True,
    ),
    Action(
        name="accept",
        command=commands.Accept,
        decide=intake.accept,
        zh="受理",
        en="accept",
        example={},
        batch=True,
    ),
    Action(
        name="not_accept",
        command=commands.NotAccept,
        decide=intake.not_accept,
        zh="不予受理",
        en="do not accept",
        example={"reason": "不属于纪检监察机关受理范围"},
    ),
    Action(
        name="keep_as_repeat",
        command=commands.KeepAsRepeat,
        decide=intake.keep_as_repeat,
        zh="作为重复件留存",
        en="keep as a repeat",
        example={"of": EARLIER},
    ),
    Action(
        name="notify_repeat",
        command=commands.NotifyRepeat,
        decide=intake.notify_repeat,
        zh="通报重复反映",
        en="tell of the repeat",
        example={},
        batch=True,
    ),
    Action(
        name="forward",
        command=commands.Forward,
        decide=intake.forward,
        zh="转送",
        en="forward",
        example={
            "to": "cc-lanshan",
            "reason": "属县区管理的干部",
            "document": "临纪信转〔2026〕12号",
        },
    ),
    Action(
        name="take_over",
        command=commands.TakeOver,
        decide=intake.take_over,
        zh="受理转送件",
        en="accept what was forwarded",
        example={},
        batch=True,
    ),
    Action(
        name="return_forward",
        command=commands.ReturnForward,
        decide=intake.return_forward,
        zh="退回转送件",
        en="return what was forwarded",
        example={"reason": "不属本县管辖"},
    ),
)

HANDLING: Final = (
    Action(
        name="hand_over",
        command=commands.HandOver,
        decide=handling.hand_over,
        zh="移交承办",
        en="hand over",
        example={"to": "sg-education"},
    ),
    Action(
        name="assign",
        command=commands.Assign,
        decide=handling.assign,
        zh="交办",
        en="assign",
        example={"to": "cc-lanshan", "document": "临纪信交〔2026〕3号"},
    ),
    Action(
        name="acknowledge",
        command=commands.Acknowledge,
        decide=handling.acknowledge,
        zh="签收",
        en="acknowledge",
        example={},
        batch=True,
    ),
    Action(
        name="decline",
        command=commands.Decline,
        decide=handling.decline,
        zh="退回移交件",
        en="give back",
        example={"reason": "被反映人不属本组监督范围"},
    ),
    Action(
        name="raise_lead",
        command=commands.RaiseLead,
        decide=handling.raise_lead,
        zh="转为问题线索",
        en="raise a lead",
        example={"lead": LEAD},
    ),
    Action(
        name="conclude",
        command=commands.Conclude,
        decide=handling.conclude,
        zh="办结",
        en="conclude",
        example={"result": "partly_verified", "text": "招标文件存在排他条款,已责令重新招标。"},
    ),
    Action(
        name="return_result",
        command=commands.ReturnResult,
        decide=handling.return_result,
        zh="反馈处理结果",
        en="return the result",
        example={},
        batch=True,
    ),
    Action(
        name="send_back",
        command=commands.SendBack,
        decide=handling.send_back,
        zh="退回处理结果",
        en="send the result back",
        example={"reason": "未说明责任人处理情况"},
    ),
    Action(
        name="close",
        command=commands.Close,
        decide=handling.close,
        zh="审核办结",
        en="close",
        example={},
        batch=True,
    ),
    Action(
        name="report_up",
        command=commands.ReportUp,
        decide=handling.report_up,
        zh="向上级报告结果",
        en="report up",
        example={"document": "临纪信报〔2026〕5号"},
    ),
    Action(
        name="extend_assignment",
        command=commands.ExtendAssignment,
        decide=handling.extend_assignment,
        zh="延长交办期限",
        en="extend an assignment",
        example={
            "assignment": 1,
            "months": 3,
            "reason": "涉及人员较多",
            "document": "兰纪〔2026〕21号",
            "approved_by": APPROVER,
        },
    ),
    Action(
        name="ask_recheck",
        command=commands.AskRecheck,
        decide=handling.ask_recheck,
        zh="提请复核",
        en="ask for a re-check",
        example={"ground": "new_evidence", "text": "补充了付款凭证。"},
    ),
)

CONFIDENCE: Final = (
    Action(
        name="notify_reporter",
        command=commands.NotifyReporter,
        decide=confidence.notify_reporter,
        zh="告知检举控告人",
        en="tell the reporter",
        example={"notice": "accepted"},
    ),
    Action(
        name="grant_reporter_access",
        command=commands.GrantReporterAccess,
        decide=confidence.grant_reporter_access,
        zh="批准知悉检举控告人",
        en="let the handlers know the reporter",
        example={
            "approved_by": APPROVER,
            "reason": "需当面核实并反馈",
            "until": "2026-06-30",
        },
    ),
    correction(
        command=commands.Correct,
        decide=confidence.correct,
        zh="更正检举控告",
        example={"reason": "事项有误", "about": "学校食堂采购"},
    ),
    annulment(
        command=commands.Annul,
        decide=confidence.annul,
        zh="作废检举控告",
        example={"reason": "误录"},
    ),
)

ACTIONS: Final = (*INTAKE, *HANDLING, *CONFIDENCE)
