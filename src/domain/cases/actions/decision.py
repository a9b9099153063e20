"""Approval, decision, execution, and setting a sanction right: the actions."""

from typing import Final

from domain.cases import commands
from domain.cases.actions.people import APPROVER, RESPONDENT
from domain.cases.decisions import decision as decisions
from domain.registry import Action

DECISION: Final = (
    Action(
        name="give_approval",
        command=commands.GiveApproval,
        decide=decisions.give_approval,
        zh="集体研究批准",
        en="decide on a step of the chain",
        example={
            "person": RESPONDENT,
            "track": "party",
            "opinion": "agree",
            "meeting": {
                "document": "党组会议纪要〔2026〕5号",
                "entitled": 7,
                "present": 6,
                "in_favour": 6,
            },
        },
    ),
    Action(
        name="serve_decision",
        command=commands.ServeDecision,
        decide=decisions.serve_decision,
        zh="送达处分决定",
        en="serve the decision",
        example={"person": RESPONDENT, "track": "party", "document": "送达回证〔2026〕3号"},
    ),
    Action(
        name="report_execution",
        command=commands.ReportExecution,
        decide=decisions.report_execution,
        zh="报告处分执行",
        en="report the execution",
        example={
            "person": RESPONDENT,
            "track": "party",
            "announced": True,
            "report": "已在全体党员大会宣布并归入本人档案。",
        },
    ),
    Action(
        name="order_recovery",
        command=commands.OrderRecovery,
        decide=decisions.order_recovery,
        zh="责令退赔或追缴",
        en="order recovery",
        example={
            "person": RESPONDENT,
            "kind": "recovered",
            "amount": 3500000,
            "document": "追缴〔2026〕1号",
        },
    ),
    Action(
        name="record_recovery",
        command=commands.RecordRecovery,
        decide=decisions.record_recovery,
        zh="登记款项到账",
        en="record money received",
        example={"recovery": 1, "amount": 3500000, "receipt": "票据0001"},
    ),
    Action(
        name="transfer_to_procuratorate",
        command=commands.TransferToProcuratorate,
        decide=decisions.transfer_to_procuratorate,
        zh="移送检察机关",
        en="transfer to the procuratorate",
        example={"person": RESPONDENT, "document": "移诉〔2026〕1号"},
    ),
    Action(
        name="correct_sanction",
        command=commands.CorrectSanction,
        decide=decisions.correct_sanction,
        zh="更正处分",
        en="correct a sanction",
        example={
            "person": RESPONDENT,
            "track": "party",
            "sanction": "serious_warning",
            "reason": "录入有误",
            "document": "更正〔2026〕1号",
            "approved_by": APPROVER,
        },
    ),
    Action(
        name="annul_sanction",
        command=commands.AnnulSanction,
        decide=decisions.annul_sanction,
        zh="撤销处分",
        en="annul a sanction",
        example={
            "person": RESPONDENT,
            "track": "party",
            "reason": "复审改变原决定",
            "document": "撤〔2026〕1号",
            "approved_by": APPROVER,
        },
    ),
)
