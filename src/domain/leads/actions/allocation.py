"""Who handles a lead: the actions."""

from typing import Final

from domain.leads import commands
from domain.leads.decisions import allocation as decisions
from domain.registry import Action

ALLOCATION: Final = (
    Action(
        name="propose_allocation",
        command=commands.ProposeAllocation,
        decide=decisions.propose_allocation,
        zh="拟办分办",
        en="propose an allocation",
        example={
            "handling_party": "sg-education",
            "handlers": [
                "person/33333333-3333-4333-8333-333333333333",
                "person/44444444-4444-4444-8444-444444444444",
            ],
            "keeper": "person/55555555-5555-4555-8555-555555555555",
        },
        batch=True,
    ),
    Action(
        name="allocate",
        command=commands.Allocate,
        decide=decisions.allocate,
        zh="分办",
        en="allocate",
        example={},
        batch=True,
    ),
    Action(
        name="propose_reallocation",
        command=commands.ProposeReallocation,
        decide=decisions.propose_reallocation,
        zh="拟改由他部门承办",
        en="propose a reallocation",
        example={"handling_party": "so-1", "reason": "被反映人职务变动。"},
    ),
    Action(
        name="acknowledge",
        command=commands.Acknowledge,
        decide=decisions.acknowledge,
        zh="签收",
        en="acknowledge",
        example={
            "handlers": [
                "person/33333333-3333-4333-8333-333333333333",
                "person/44444444-4444-4444-8444-444444444444",
            ],
            "keeper": "person/55555555-5555-4555-8555-555555555555",
        },
        batch=True,
    ),
    Action(
        name="return_lead",
        command=commands.ReturnLead,
        decide=decisions.return_lead,
        zh="退还线索",
        en="return the lead",
        example={"reason": "被反映人已调离驻在单位。"},
    ),
    Action(
        name="assign_handlers",
        command=commands.AssignHandlers,
        decide=decisions.assign_handlers,
        zh="调整承办人",
        en="assign handlers",
        example={
            "handlers": [
                "person/33333333-3333-4333-8333-333333333333",
                "person/66666666-6666-4666-8666-666666666666",
            ],
            "keeper": "person/55555555-5555-4555-8555-555555555555",
            "reason": "原承办人借调。",
        },
    ),
    Action(
        name="declare_recusal",
        command=commands.DeclareRecusal,
        decide=decisions.declare_recusal,
        zh="提出回避",
        en="declare a recusal",
        example={
            "person": "person/33333333-3333-4333-8333-333333333333",
            "ground": "near_relative",
            "reason": "系被反映人近亲属。",
        },
    ),
    Action(
        name="decide_recusal",
        command=commands.DecideRecusal,
        decide=decisions.decide_recusal,
        zh="决定回避",
        en="decide on a recusal",
        example={
            "person": "person/33333333-3333-4333-8333-333333333333",
            "granted": True,
            "reason": "情况属实。",
        },
    ),
)
