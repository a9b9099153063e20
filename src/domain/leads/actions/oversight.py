"""Urging, knowing and telling: the actions."""

from typing import Final

from domain.leads import commands
from domain.leads.decisions import oversight as decisions
from domain.registry import Action

OVERSIGHT: Final = (
    Action(
        name="remind",
        command=commands.Remind,
        decide=decisions.remind,
        zh="催办",
        en="remind",
        example={
            "to_party": "sg-education",
            "about": "请尽快提出处置意见。",
            "reply_by": "2026-04-10",
        },
        batch=True,
    ),
    Action(
        name="answer_reminder",
        command=commands.AnswerReminder,
        decide=decisions.answer_reminder,
        zh="答复催办",
        en="answer a reminder",
        example={"reminder": 1, "text": "本周内呈批。"},
    ),
    Action(
        name="record_knowledge",
        command=commands.RecordKnowledge,
        decide=decisions.record_knowledge,
        zh="登记知悉",
        en="record who knows",
        example={
            "person": "person/66666666-6666-4666-8666-666666666666",
            "party": "sg-education",
            "reason": "协助调取账目。",
            "approved_by": "person/22222222-2222-4222-8222-222222222222",
            "until": "2026-06-30",
        },
    ),
    Action(
        name="inform_superior",
        command=commands.InformSuperior,
        decide=decisions.inform_superior,
        zh="报告上级",
        en="inform the level above",
        example={"matter": "涉及省管干部", "document": "临纪报〔2026〕2号"},
    ),
)
