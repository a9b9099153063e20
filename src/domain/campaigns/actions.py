"""What can be done in a campaign, action by action."""

from typing import Final

from domain.campaigns import commands
from domain.campaigns.decisions import mending, planning, results, screening
from domain.mending import APPROVER, annulment, correction
from domain.registry import Action

DIGEST: Final = "ab" * 32

ACTIONS: Final = (
    Action(
        name="plan",
        command=commands.Plan,
        decide=planning.plan,
        zh="部署",
        en="plan",
        target="new",
        example={
            "kind": "special_rectification",
            "title": "国有企业“靠企吃企”问题专项整治",
            "basis": "市纪委监委2026年专项整治方案",
            "begins": "2023-01-01",
            "ends": "2025-12-31",
        },
    ),
    Action(
        name="record_consultation",
        command=commands.RecordConsultation,
        decide=planning.record_consultation,
        zh="登记专题会商",
        en="record the topical consultation",
        example={"consultation": "consultation/44444444-4444-4444-8444-444444444444"},
    ),
    Action(
        name="list_objects",
        command=commands.ListObjects,
        decide=planning.list_objects,
        zh="列入清单",
        en="put objects on the list",
        example={
            "objects": [
                {
                    "kind": "guarantee",
                    "title": "为某置业公司贷款提供担保",
                    "unit": "city-investment",
                    "decided": "2024-05-20",
                    "amount": 3_000_000_000,
                }
            ]
        },
    ),
    Action(
        name="fix_list",
        command=commands.FixList,
        decide=planning.fix_list,
        zh="确定清单",
        en="fix the list",
        example={},
    ),
    Action(
        name="assign",
        command=commands.Assign,
        decide=planning.assign,
        zh="分派筛查",
        en="assign objects",
        example={"party": "sg-state-assets", "objects": [1], "due": "2026-06-30"},
    ),
    Action(
        name="engage",
        command=commands.Engage,
        decide=planning.engage,
        zh="明确单位责任",
        en="tell a unit what is its own to do",
        example={
            "unit": "city-investment",
            "objects": [1],
            "task": "开展自查并报告决策程序",
            "due": "2026-05-31",
        },
    ),
    Action(
        name="screen",
        command=commands.Screen,
        decide=screening.screen,
        zh="逐个过筛",
        en="screen an object",
        example={
            "object": 1,
            "findings": [{"text": "未经集体研究即对外担保。", "place": "集团财务部"}],
        },
    ),
    Action(
        name="return_screening",
        command=commands.ReturnScreening,
        decide=screening.return_screening,
        zh="退回重新筛查",
        en="return a screening",
        example={"object": 1, "reason": "未核对担保合同原件"},
    ),
    Action(
        name="settle_finding",
        command=commands.SettleFinding,
        decide=screening.settle_finding,
        zh="处理发现",
        en="settle a finding",
        example={
            "finding": 1,
            "outcome": "lead",
            "matter": "lead/55555555-5555-4555-8555-555555555555",
        },
    ),
    Action(
        name="ask_correction",
        command=commands.AskCorrection,
        decide=screening.ask_correction,
        zh="督促整改",
        en="ask for a correction",
        example={"finding": 1, "text": "请完善担保审批程序。", "due": "2026-07-15"},
    ),
    Action(
        name="report_correction",
        command=commands.ReportCorrection,
        decide=screening.report_correction,
        zh="报告整改",
        en="report a correction",
        example={"finding": 1, "text": "已修订担保管理办法。"},
    ),
    Action(
        name="return_correction",
        command=commands.ReturnCorrection,
        decide=screening.return_correction,
        zh="退回整改",
        en="return a correction",
        example={"finding": 1, "reason": "未附会议纪要"},
    ),
    Action(
        name="verify_correction",
        command=commands.VerifyCorrection,
        decide=screening.verify_correction,
        zh="核实整改",
        en="verify a correction",
        example={"finding": 1, "note": "现场核实,已按新程序办理。"},
    ),
    Action(
        name="record_recovery",
        command=commands.RecordRecovery,
        decide=screening.record_recovery,
        zh="登记挽回损失",
        en="record recovered money",
        example={
            "finding": 1,
            "amount": 120_000_000,
            "voucher": {"title": "入库凭证", "digest": DIGEST},
        },
    ),
    Action(
        name="record_measure",
        command=commands.RecordMeasure,
        decide=results.record_measure,
        zh="登记履责情况",
        en="record what was done",
        example={"object": 1, "kind": "self_check", "text": "已逐笔自查。"},
    ),
    Action(
        name="adopt_system",
        command=commands.AdoptSystem,
        decide=results.adopt_system,
        zh="登记建章立制",
        en="record a new rule",
        example={
            "unit": "city-investment",
            "title": "对外担保管理办法",
            "adopted": "2026-07-10",
            "number": "城投〔2026〕12号",
        },
    ),
    Action(
        name="report",
        command=commands.Report,
        decide=results.report,
        zh="报告季度情况",
        en="report a quarter",
        example={"period": "2026-Q2", "summary": "总体平稳,担保环节问题较集中。"},
    ),
    Action(
        name="close",
        command=commands.Close,
        decide=results.close,
        zh="结束专项",
        en="close",
        example={"summary": "清单全部过筛。", "look_back_on": "2027-03-31"},
    ),
    Action(
        name="look_back",
        command=commands.LookBack,
        decide=results.look_back,
        zh="回头看",
        en="look back",
        example={"result": "held", "text": "抽查未见反弹。"},
    ),
    correction(
        command=commands.Correct,
        decide=mending.correct,
        zh="更正专项",
        example={
            "reason": "金额有误",
            "object": 1,
            "line": {
                "kind": "guarantee",
                "title": "为某置业公司贷款提供担保",
                "unit": "city-investment",
                "decided": "2024-05-20",
                "amount": 2_000_000_000,
            },
        },
    ),
    Action(
        name="strike_object",
        command=commands.StrikeObject,
        decide=mending.strike_object,
        zh="剔除清单事项",
        en="strike an object off",
        example={"object": 1, "reason": "重复列入", "approved_by": APPROVER},
    ),
    Action(
        name="annul_finding",
        command=commands.AnnulFinding,
        decide=mending.annul_finding,
        zh="作废发现",
        en="annul a finding",
        example={"finding": 1, "reason": "误录", "approved_by": APPROVER},
    ),
    annulment(
        command=commands.Annul,
        decide=mending.annul,
        zh="作废专项",
        example={"reason": "误录"},
    ),
)
