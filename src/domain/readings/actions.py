"""What can be read on record."""

from typing import Final

from domain.readings import commands, decisions
from domain.registry import Action

ACTIONS: Final = (
    Action(
        name="open_attachment",
        command=commands.OpenAttachment,
        decide=decisions.open_attachment,
        zh="打开附件",
        en="open an attachment",
        target="new",
        routed=False,
        example={
            "matter": "lead/22222222-2222-4222-8222-222222222222",
            "attachment": "attachment/44444444-4444-4444-8444-444444444444",
        },
    ),
    Action(
        name="open_leads",
        command=commands.OpenLeads,
        decide=decisions.open_leads,
        zh="查阅问题线索",
        en="read leads",
        target="new",
        routed=False,
        example={"leads": [{"lead": "lead/22222222-2222-4222-8222-222222222222", "version": 7}]},
    ),
)
