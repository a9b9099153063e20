"""What can be done with an inspection link, action by action."""

from typing import Final

from domain.inspection_links import commands
from domain.inspection_links.decisions import matters, round, together  # noqa: A004 - a round is a round
from domain.mending import APPROVER, annulment, correction
from domain.registry import Action

PERSON: Final = "person/22222222-2222-4222-8222-222222222222"

ROUND: Final = (
    Action(
        name="open",
        command=commands.Open,
        decide=round.open_,
        zh="建立巡察联动",
        en="link group and team",
        target="new",
        example={
            "round": "十四届市委第九轮巡察",
            "team": "it-1",
            "group": "sg-education",
            "units": ["education"],
            "begins": "2026-03-09",
            "until": "2026-05-29",
        },
    ),
    Action(
        name="authorise",
        command=commands.Authorise,
        decide=round.authorise,
        zh="授权担任巡察组副组长",
        en="authorise as deputy team leader",
        example={
            "person": PERSON,
            "document": "临巡组〔2026〕3号",
            "approved_by": APPROVER,
        },
    ),
    Action(
        name="acknowledge",
        command=commands.Acknowledge,
        decide=round.acknowledge,
        zh="签收授权",
        en="acknowledge the authorisation",
        example={},
    ),
    Action(
        name="declare_recusal",
        command=commands.DeclareRecusal,
        decide=round.declare_recusal,
        zh="申报回避",
        en="declare a recusal",
        example={
            "person": PERSON,
            "unit": "education",
            "reason": "配偶在该单位任职",
        },
    ),
    Action(
        name="end_authorisation",
        command=commands.EndAuthorisation,
        decide=round.end_authorisation,
        zh="终止授权",
        en="end the authorisation",
        example={"reason": "工作调整"},
    ),
)
TOGETHER: Final = (
    Action(
        name="share",
        command=commands.Share,
        decide=together.share,
        zh="共享信息",
        en="share information",
        example={
            "title": "驻在单位资料库摘要",
            "text": "近三年配餐采购情况。",
        },
    ),
    Action(
        name="receive",
        command=commands.Receive,
        decide=together.receive,
        zh="签收共享信息",
        en="sign for shared information",
        example={"share": 1},
    ),
    Action(
        name="record_consultation",
        command=commands.RecordConsultation,
        decide=together.record_consultation,
        zh="登记问题共商",
        en="record a consultation",
        example={
            "title": "配餐采购问题会商",
            "agreed": "由巡察组了解,派驻组核实。",
        },
    ),
    Action(
        name="confirm_consultation",
        command=commands.ConfirmConsultation,
        decide=together.confirm_consultation,
        zh="确认问题共商记录",
        en="confirm a consultation",
        example={"record": 1},
    ),
    Action(
        name="return_consultation",
        command=commands.ReturnConsultation,
        decide=together.return_consultation,
        zh="退回问题共商记录",
        en="return a consultation",
        example={"record": 1, "reason": "分工与会商不符"},
    ),
    Action(
        name="correct_consultation",
        command=commands.CorrectConsultation,
        decide=together.correct_consultation,
        zh="更正问题共商记录",
        en="correct a consultation",
        example={
            "record": 1,
            "title": "配餐采购问题会商",
            "agreed": "由派驻组了解,巡察组核实。",
        },
    ),
    Action(
        name="plan_verification",
        command=commands.PlanVerification,
        decide=together.plan_verification,
        zh="安排联动核实",
        en="plan a joint verification",
        example={
            "subject": "核实三所学校招标资料",
            "reporter": "sg-education",
            "due": "2026-04-30",
        },
    ),
    Action(
        name="report_verification",
        command=commands.ReportVerification,
        decide=together.report_verification,
        zh="报告核实结果",
        en="report a verification",
        example={
            "verification": 1,
            "result": "招标程序确有缺失。",
        },
    ),
    Action(
        name="confirm_verification",
        command=commands.ConfirmVerification,
        decide=together.confirm_verification,
        zh="确认核实结果",
        en="confirm a verification",
        example={"verification": 1},
    ),
    Action(
        name="return_verification",
        command=commands.ReturnVerification,
        decide=together.return_verification,
        zh="退回核实结果",
        en="return a verification",
        example={"verification": 1, "reason": "未附招标资料"},
    ),
)
MATTERS: Final = (
    Action(
        name="pass_lead",
        command=commands.PassLead,
        decide=matters.pass_lead,
        zh="交由巡察组帮助了解",
        en="pass a lead for understanding",
        example={
            "lead": "lead/11111111-1111-4111-8111-111111111111",
            "question": "了解该校食堂承包情况。",
            "due": "2026-04-30",
        },
    ),
    Action(
        name="report_understanding",
        command=commands.ReportUnderstanding,
        decide=matters.report_understanding,
        zh="反馈了解情况",
        en="report what was understood",
        example={
            "passing": 1,
            "text": "承包人与某科长系亲属。",
        },
    ),
    Action(
        name="return_understanding",
        command=commands.ReturnUnderstanding,
        decide=matters.return_understanding,
        zh="请补充了解",
        en="ask for more",
        example={
            "passing": 1,
            "reason": "未说明承包年限",
        },
    ),
    Action(
        name="accept_understanding",
        command=commands.AcceptUnderstanding,
        decide=matters.accept_understanding,
        zh="采纳了解情况",
        en="accept what was understood",
        example={"passing": 1},
    ),
    Action(
        name="put_forward",
        command=commands.PutForward,
        decide=matters.put_forward,
        zh="提请写入巡察报告",
        en="put a problem forward",
        example={
            "unit": "education",
            "title": "配餐监管职责不落实",
            "text": "多次督促未整改。",
        },
    ),
    Action(
        name="write_into_report",
        command=commands.WriteIntoReport,
        decide=matters.write_into_report,
        zh="写入巡察报告",
        en="write into the report",
        example={
            "problem": 1,
            "report": "临巡报〔2026〕9号",
            "paragraph": "二(三)",
        },
    ),
    Action(
        name="decline_problem",
        command=commands.DeclineProblem,
        decide=matters.decline_problem,
        zh="不写入巡察报告",
        en="leave a problem out",
        example={
            "problem": 1,
            "reason": "证据不足",
        },
    ),
    Action(
        name="link_rectification",
        command=commands.LinkRectification,
        decide=matters.link_rectification,
        zh="关联整改事项",
        en="name the rectification item",
        example={
            "problem": 1,
            "rectification": "rectification/55555555-5555-4555-8555-555555555555",
        },
    ),
)
ENDING: Final = (
    Action(
        name="end",
        command=commands.End,
        decide=round.end,
        zh="结束本轮联动",
        en="end the link",
        example={},
    ),
    correction(
        command=commands.Correct,
        decide=round.correct,
        zh="更正巡察联动",
        example={"reason": "轮次有误", "round": "十四届市委第十轮巡察"},
    ),
    annulment(
        command=commands.Annul,
        decide=round.annul,
        zh="作废巡察联动",
        example={"reason": "重复录入"},
    ),
)

ACTIONS: Final = (*ROUND, *TOGETHER, *MATTERS, *ENDING)
"""All of them, in the order in which a round usually meets them."""
