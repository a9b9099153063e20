"""Opening and filing a case, who handles it, and setting it right: the actions."""

from typing import Final

from domain.cases import commands
from domain.cases.actions.people import APPROVER, HANDLER, KEEPER, RESPONDENT, SECOND
from domain.cases.decisions import filing as decisions
from domain.mending import annulment, correction
from domain.registry import Action

FILING: Final = (
    Action(
        name="open",
        command=commands.Open,
        decide=decisions.open_case,
        zh="建卷拟立案",
        en="open the file of a case",
        target="new",
        example={
            "leads": ["lead/11111111-1111-4111-8111-111111111111"],
            "persons": [
                {
                    "person": RESPONDENT,
                    "name": "张三",
                    "post": "市教育局基建科科长",
                    "posts": [
                        {"post_level": "unit_managed", "organ": "pg-education", "unit": "education"}
                    ],
                    "party_member": True,
                    "public_official": True,
                }
            ],
            "handlers": [HANDLER, SECOND],
            "keeper": KEEPER,
        },
    ),
    Action(
        name="file",
        command=commands.File,
        decide=decisions.file_case,
        zh="立案",
        en="file the case",
        example={"document": "临纪立〔2026〕1号", "decision": "决定对其立案审查调查。"},
    ),
    Action(
        name="assign_handlers",
        command=commands.AssignHandlers,
        decide=decisions.assign_handlers,
        zh="调整承办人",
        en="assign handlers",
        example={"handlers": [HANDLER, SECOND], "keeper": KEEPER, "reason": "人员调动"},
    ),
    Action(
        name="declare_recusal",
        command=commands.DeclareRecusal,
        decide=decisions.declare_recusal,
        zh="提出回避",
        en="declare a recusal",
        example={
            "person": HANDLER,
            "ground": "near_relative",
            "reason": "与被审查调查人有近亲属关系",
        },
    ),
    Action(
        name="decide_recusal",
        command=commands.DecideRecusal,
        decide=decisions.decide_recusal,
        zh="决定回避",
        en="decide a recusal",
        example={"person": HANDLER, "granted": True, "reason": "情况属实"},
    ),
    Action(
        name="withdraw",
        command=commands.Withdraw,
        decide=decisions.withdraw,
        zh="撤销案件",
        en="withdraw the case",
        example={
            "document": "临纪撤〔2026〕1号",
            "reason": "违纪违法事实不成立",
            "approved_by": APPROVER,
        },
    ),
    Action(
        name="report_withdrawal",
        command=commands.ReportWithdrawal,
        decide=decisions.report_withdrawal,
        zh="报备撤销案件",
        en="file the withdrawal upward",
        example={"document": "临纪报〔2026〕6号"},
    ),
    Action(
        name="archive",
        command=commands.Archive,
        decide=decisions.archive,
        zh="归档",
        en="archive",
        example={"volumes": 3, "document": "卷〔2026〕1号"},
    ),
    correction(
        command=commands.Correct,
        decide=decisions.correct,
        zh="更正案件",
        example={"version": 1, "reason": "日期录入有误", "happened": {"date": "2026-03-02"}},
    ),
    annulment(
        command=commands.Annul,
        decide=decisions.annul,
        zh="作废案件",
        example={"reason": "重复建卷"},
    ),
)
