"""What can be done with a consultation, action by action."""

from typing import Final

from domain.consultations import commands, decisions
from domain.mending import annulment, correction
from domain.registry import Action

LEAD: Final = "lead/11111111-1111-4111-8111-111111111111"
PERSON: Final = "person/22222222-2222-4222-8222-222222222222"

ACTIONS: Final = (
    Action(
        name="convene",
        command=commands.Convene,
        decide=decisions.convene,
        zh="召集会商",
        en="convene",
        target="new",
        example={
            "kind": "party_group",
            "title": "与市教育局党组第一季度会商",
            "parties": ["pg-education"],
            "planned": "2026-03-20",
            "agenda": [{"title": "学校配餐管理问题整改情况"}],
        },
    ),
    Action(
        name="add_agenda_item",
        command=commands.AddAgendaItem,
        decide=decisions.add_agenda_item,
        zh="提交议题",
        en="add an agenda item",
        example={"agenda_item": {"title": "研究临近办理期限的线索", "lead": LEAD}},
    ),
    Action(
        name="postpone",
        command=commands.Postpone,
        decide=decisions.postpone,
        zh="改期",
        en="postpone",
        example={"planned": "2026-03-27", "reason": "与市里重要会议时间冲突"},
    ),
    Action(
        name="issue_pack",
        command=commands.IssuePack,
        decide=decisions.issue_pack,
        zh="分发会议材料",
        en="issue the pack",
        example={"period": "2026-Q1"},
    ),
    Action(
        name="cancel",
        command=commands.Cancel,
        decide=decisions.cancel,
        zh="取消会商",
        en="cancel",
        example={"reason": "议题并入专题会商"},
    ),
    Action(
        name="hold",
        command=commands.Hold,
        decide=decisions.hold,
        zh="记录召开",
        en="record as held",
        example={
            "present": [
                {"party": "sg-education", "persons": [PERSON]},
                {"party": "pg-education"},
            ],
            "minutes": "会议听取了整改情况,研究了下一步工作。",
        },
    ),
    Action(
        name="give_view",
        command=commands.GiveView,
        decide=decisions.give_view,
        zh="发表意见",
        en="give a view",
        example={"lead": LEAD, "view": "agree"},
    ),
    Action(
        name="conclude",
        command=commands.Conclude,
        decide=decisions.conclude,
        zh="形成结论",
        en="conclude",
        example={
            "conclusions": ["对配餐采购开展一次联合检查"],
            "action_items": [
                {"owner": "pg-education", "due": "2026-04-30", "text": "提交配餐采购自查情况"}
            ],
            "resolutions": [
                {"lead": LEAD, "way": "interview", "text": "同意谈话了解", "due": "2026-04-24"}
            ],
            "views": [
                {
                    "lead": LEAD,
                    "given_by": PERSON,
                    "view": "disagree",
                    "text": "线索具体,宜初步核实",
                }
            ],
        },
    ),
    Action(
        name="release",
        command=commands.Release,
        decide=decisions.release,
        zh="通报会商情况",
        en="release",
        example={"parties": ["supervision-office-1"], "reason": "联系室需掌握会商情况"},
    ),
    Action(
        name="report_action_item",
        command=commands.ReportActionItem,
        decide=decisions.report_action_item,
        zh="报告任务完成",
        en="report an action item",
        example={"item": 1, "report": "已提交自查报告及问题清单"},
    ),
    Action(
        name="confirm_action_item",
        command=commands.ConfirmActionItem,
        decide=decisions.confirm_action_item,
        zh="确认任务完成",
        en="confirm an action item",
        example={"item": 1},
        batch=True,
    ),
    Action(
        name="return_action_item",
        command=commands.ReturnActionItem,
        decide=decisions.return_action_item,
        zh="退回任务报告",
        en="return an action item",
        example={"item": 1, "reason": "缺少供应商清单"},
    ),
    correction(
        command=commands.Correct,
        decide=decisions.correct,
        zh="更正会商记录",
        example={"reason": "到期日录入有误", "action_items": [{"item": 1, "due": "2026-05-08"}]},
    ),
    annulment(
        command=commands.Annul,
        decide=decisions.annul,
        zh="作废会商记录",
        example={"reason": "重复录入"},
    ),
)
