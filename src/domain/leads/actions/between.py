"""Leads between jurisdictions: the actions. Those that the courier sends have no route."""

from typing import Any, Final

from domain.leads import commands
from domain.leads.decisions import between as decisions
from domain.registry import Action

_PERSON: Final = "person/77777777-7777-4777-8777-777777777777"
_MATERIALS: Final = [{"title": "线索材料", "pages": 12}]
_ORIGIN: Final[dict[str, Any]] = {
    "source": "guantong/yinan",
    "stream": "lead/66666666-6666-4666-8666-666666666666",
    "leg": 1,
    "dispatch": 1,
    "proof": f"sha256:{'0' * 64}",
}

BETWEEN: Final = (
    Action(
        name="refer",
        command=commands.Refer,
        decide=decisions.refer,
        zh="移送其他辖区",
        en="refer to another jurisdiction",
        example={
            "to_party": "cc-yinan",
            "subjects": [{"person": _PERSON, "name": "张某", "post": "某镇副镇长"}],
            "content": "反映其在工程发包中收受好处。",
            "materials": _MATERIALS,
            "document": "临纪移〔2026〕8号",
            "reason": "被反映人属县管干部。",
        },
    ),
    Action(
        name="resend",
        command=commands.Resend,
        decide=decisions.resend,
        zh="再次发送",
        en="send again",
        example={"transfer": 1},
    ),
    Action(
        name="recall",
        command=commands.Recall,
        decide=decisions.recall,
        zh="撤回移送",
        en="recall a referral",
        example={
            "transfer": 1,
            "reason": "对方尚未开通,改由本级办理。",
            "approved_by": "person/33333333-3333-4333-8333-333333333333",
        },
    ),
    Action(
        name="take_in",
        command=commands.TakeIn,
        decide=decisions.take_in,
        zh="接收其他辖区移送",
        en="take in what another jurisdiction referred",
        target="new",
        internal=True,
        example={
            "origin": _ORIGIN,
            "regime": "both",
            "secrecy": "internal",
            "subjects": [
                {"name": "张某", "post": "某镇副镇长", "standing": {"post_level": "county_managed"}}
            ],
            "content": "反映其在工程发包中收受好处。",
            "materials": _MATERIALS,
            "document": "临纪移〔2026〕8号",
            "reason": "被反映人属县管干部。",
            "feedback_expected": True,
        },
    ),
    Action(
        name="take_news",
        command=commands.TakeNews,
        decide=decisions.take_news,
        zh="接收其他辖区办理情况",
        en="take in news from another jurisdiction",
        internal=True,
        example={"transfer": 1, "origin": _ORIGIN, "news": "registered", "number": "〔2026〕3号"},
    ),
    Action(
        name="report_failure",
        command=commands.ReportFailure,
        decide=decisions.report_failure,
        zh="记录未送达",
        en="report that something was not delivered",
        internal=True,
        example={"transfer": 1, "dispatch": 1, "attempt": 1, "obstacle": "unknown"},
    ),
)
