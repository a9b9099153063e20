"""Investigation up to its end, and adjudication by other people: the actions."""

from typing import Final

from domain.cases import commands
from domain.cases.actions.people import ADJUDICATOR, HANDLER, RESPONDENT, SECOND, SECOND_ADJUDICATOR
from domain.cases.decisions import adjudication as decisions
from domain.registry import Action

ADJUDICATION: Final = (
    Action(
        name="suspend_investigation",
        command=commands.SuspendInvestigation,
        decide=decisions.suspend_investigation,
        zh="登记在逃或留置",
        en="record a fugitive or custody",
        example={"person": RESPONDENT, "ground": "fugitive"},
    ),
    Action(
        name="restart_investigation",
        command=commands.RestartInvestigation,
        decide=decisions.restart_investigation,
        zh="登记到案或解除留置",
        en="record that they are back",
        example={"person": RESPONDENT},
    ),
    Action(
        name="show_facts",
        command=commands.ShowFacts,
        decide=decisions.show_facts,
        zh="违纪违法事实见面",
        en="put the facts to the person",
        example={
            "person": RESPONDENT,
            "shown_by": [HANDLER, SECOND],
            "signed": True,
            "view": "对事实无异议。",
        },
    ),
    Action(
        name="propose_sanctions",
        command=commands.ProposeSanctions,
        decide=decisions.propose_sanctions,
        zh="提出处分建议",
        en="propose sanctions",
        example={
            "dispositions": [
                {
                    "person": RESPONDENT,
                    "result": "sanctioned",
                    "four_forms": 2,
                    "party": "warning",
                    "state": "demerit",
                }
            ],
            "text": "建议给予党内警告、政务记过处分。",
        },
    ),
    Action(
        name="send",
        command=commands.Send,
        decide=decisions.send,
        zh="移送审理",
        en="send to adjudication",
        example={"to": "adjudication", "materials": [{"title": "审查调查卷宗", "pages": 120}]},
    ),
    Action(
        name="accept_adjudication",
        command=commands.AcceptAdjudication,
        decide=decisions.accept_adjudication,
        zh="受理审理",
        en="accept for adjudication",
        example={"adjudicators": [ADJUDICATOR, SECOND_ADJUDICATOR]},
    ),
    Action(
        name="return_incomplete",
        command=commands.ReturnIncomplete,
        decide=decisions.return_incomplete,
        zh="退回补齐材料",
        en="return as incomplete",
        example={"reason": "缺少见面材料"},
    ),
    Action(
        name="require_supplement",
        command=commands.RequireSupplement,
        decide=decisions.require_supplement,
        zh="退回补充调查",
        en="return for supplement",
        example={"reason": "主体身份证据不足"},
    ),
    Action(
        name="complete_supplement",
        command=commands.CompleteSupplement,
        decide=decisions.complete_supplement,
        zh="补充调查完毕",
        en="send back supplemented",
        example={"materials": [{"title": "审查调查卷宗", "pages": 120}]},
    ),
    Action(
        name="require_reinvestigation",
        command=commands.RequireReinvestigation,
        decide=decisions.require_reinvestigation,
        zh="退回重新调查",
        en="return for re-investigation",
        example={"reason": "主要事实不清"},
    ),
    Action(
        name="complete_reinvestigation",
        command=commands.CompleteReinvestigation,
        decide=decisions.complete_reinvestigation,
        zh="重新调查完毕",
        en="send back investigated anew",
        example={"materials": [{"title": "审查调查卷宗", "pages": 120}]},
    ),
    Action(
        name="report_adjudication",
        command=commands.ReportAdjudication,
        decide=decisions.report_adjudication,
        zh="提出审理报告",
        en="report the adjudication",
        example={
            "signed_by": [ADJUDICATOR, SECOND_ADJUDICATOR],
            "report": "事实清楚,证据确凿,定性准确,处理恰当,手续完备。",
        },
    ),
    Action(
        name="deliberate",
        command=commands.Deliberate,
        decide=decisions.deliberate,
        zh="集体审议",
        en="deliberate collectively",
        example={
            "views": [
                {"member": ADJUDICATOR, "view": "agree"},
                {"member": SECOND_ADJUDICATOR, "view": "agree"},
            ],
            "dispositions": [
                {
                    "person": RESPONDENT,
                    "result": "sanctioned",
                    "four_forms": 2,
                    "party": "warning",
                    "state": "demerit",
                }
            ],
            "conclusion": "同意审理意见。",
        },
    ),
)
