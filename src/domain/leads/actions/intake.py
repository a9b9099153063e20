"""Receiving, registering and checking for duplicates: the actions."""

from typing import Final

from domain.leads import commands
from domain.leads.decisions import intake as decisions
from domain.registry import Action

INTAKE: Final = (
    Action(
        name="receive",
        command=commands.Receive,
        decide=decisions.receive,
        zh="受理",
        en="receive",
        example={
            "source": "audit",
            "regime": "both",
            "secrecy": "internal",
            "subjects": [
                {
                    "name": "张三",
                    "post": "市教育局基建科科长",
                    "standing": {"post_level": "section_head", "unit": "education-bureau"},
                }
            ],
            "content": "审计发现:学校食堂采购存在虚报。",
            "sender": "audit-bureau",
            "document": "临审移〔2026〕3号",
            "materials": [{"title": "审计移送处理书", "pages": 12}],
        },
        target="new",
    ),
    Action(
        name="register",
        command=commands.Register,
        decide=decisions.register,
        zh="登记编号",
        en="register",
        example={},
    ),
    Action(
        name="confirm_duplicate",
        command=commands.ConfirmDuplicate,
        decide=decisions.confirm_duplicate,
        zh="认定重复件",
        en="confirm as a repeat",
        example={"of": "lead/11111111-1111-4111-8111-111111111111"},
    ),
    Action(
        name="dismiss_duplicate",
        command=commands.DismissDuplicate,
        decide=decisions.dismiss_duplicate,
        zh="排除重复件",
        en="dismiss as no repeat",
        example={"reason": "同一被反映人,所反映问题不同。"},
    ),
    Action(
        name="notify_reporter",
        command=commands.NotifyReporter,
        decide=decisions.notify_reporter,
        zh="告知检举控告人",
        en="notify the reporter",
        example={"notice": "accepted"},
    ),
    Action(
        name="grant_reporter_access",
        command=commands.GrantReporterAccess,
        decide=decisions.grant_reporter_access,
        zh="批准知悉检举控告人",
        en="grant access to the reporter",
        example={
            "approved_by": "person/22222222-2222-4222-8222-222222222222",
            "reason": "需当面核实情况。",
            "until": "2026-06-30",
        },
    ),
)
