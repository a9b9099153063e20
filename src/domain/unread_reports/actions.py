"""What can be done with reports of the level above, action by action."""

from typing import Final

from domain.registry import Action
from domain.unread_reports import commands, decisions

APPROVER: Final = "person/33333333-3333-4333-8333-333333333333"

ACTIONS: Final = (
    Action(
        name="set_aside",
        command=commands.SetAside,
        decide=decisions.set_aside,
        zh="登记待上报件",
        en="set aside, unread",
        target="new",
        example={"day": "2026-03-02", "count": 2},
    ),
    Action(
        name="pass_up",
        command=commands.PassUp,
        decide=decisions.pass_up,
        zh="原件上报",
        en="pass up, unread",
        example={"day": "2026-03-06"},
    ),
    Action(
        name="correct",
        command=commands.Correct,
        decide=decisions.correct,
        zh="更正件数",
        en="correct the count",
        example={"count": 3, "approved_by": APPROVER},
    ),
    Action(
        name="annul",
        command=commands.Annul,
        decide=decisions.annul,
        zh="作废登记",
        en="annul",
        example={"approved_by": APPROVER},
    ),
)
