"""What is asked between jurisdictions: the entries of the registry, alike in each family that travels.

The last actions and events of such a family, and its `Travel`; `domain.asking_between` decides.
"""

from collections.abc import Callable, Mapping
from types import ModuleType
from typing import Any, Final

from domain import asking_between
from domain.account import Known, by_step
from domain.asking_between import Issue, Receiver
from domain.mending import APPROVER
from domain.registry import Action, EventType, Travel

_PROOF: Final = f"sha256:{'0' * 64}"


def actions(
    known: Known[Any],
    commands: ModuleType,
    *,
    recall: Callable[..., Any],
    issue: Issue,
    to: Receiver = asking_between.receiver,
    paper: tuple[str, str],
    matter: str,
    received: Mapping[str, Any],
    answered: Mapping[str, Any],
) -> tuple[Action, ...]:
    """What is done with a paper between jurisdictions; the ``paper`` is named in zh and en.

    ``issue`` says how what came is issued, ``to`` whom where the channel does not say it. ``commands`` is
    the family's room of that name; ``matter``, what is ``received`` and what is
    ``answered`` stand in examples.
    """
    zh, en = paper
    origin = {"source": "guantong/linyi", "stream": matter, "proof": _PROOF}
    came = {"origin": {**origin, "leg": 1, "dispatch": 1}}
    letter = {**came, "issuer": "sg-ecology", "document": "〔2026〕3号", **received}
    return (
        Action(
            name="resend",
            command=commands.Resend,
            decide=by_step(known, asking_between.resend),
            zh="再次发送",
            en="send again",
            example={"party": "cc-yinan"},
        ),
        Action(
            name="recall",
            command=commands.Recall,
            decide=recall,
            zh=f"撤回{zh}",
            en=f"recall a {en} that was not delivered",
            example={"party": "cc-yinan", "reason": "对方尚未开通", "approved_by": APPROVER},
        ),
        Action(
            name="take_in",
            command=commands.TakeIn,
            decide=by_step(known, asking_between.take_in(issue, to)),
            zh=f"接收其他辖区{zh}",
            en=f"take in a {en} of another jurisdiction",
            target="new",
            internal=True,
            example=letter,
        ),
        *_news(known, commands, example={**came, "leg": 1, "news": "answered", **answered}),
    )


def files(known: Known[Any], commands: ModuleType, *, paper: tuple[str, str]) -> Action:
    """How files are sent after a paper; of a family whose news and answers may have some."""
    zh, en = paper
    attachment = "attachment/44444444-4444-4444-8444-444444444444"
    return Action(
        name="send_files",
        command=commands.SendFiles,
        decide=by_step(known, asking_between.send_files),
        zh=f"向其他辖区发送{zh}附件",
        en=f"send files after a {en} to another jurisdiction",
        example={
            "party": "cc-yinan",
            "attachments": [{"attachment": attachment, "name": "检查要点.pdf"}],
        },
    )


def _news(
    known: Known[Any], commands: ModuleType, *, example: Mapping[str, Any]
) -> tuple[Action, ...]:
    """How far it is, and what did not arrive."""
    return (
        Action(
            name="take_news",
            command=commands.TakeNews,
            decide=by_step(known, asking_between.take_news),
            zh="接收其他辖区办理情况",
            en="take in news from another jurisdiction",
            internal=True,
            example=example,
        ),
        Action(
            name="report_failure",
            command=commands.ReportFailure,
            decide=by_step(known, asking_between.report_failure),
            zh="记录未送达",
            en="report that something was not delivered",
            internal=True,
            example={"leg": 1, "dispatch": 1, "attempt": 1, "obstacle": "unknown"},
        ),
    )


def sentences(events: ModuleType, *, paper: tuple[str, str]) -> tuple[EventType, ...]:
    """What is told of a paper between jurisdictions; ``events`` is the family's room of that name."""
    zh, en = paper
    return (
        EventType(
            name="dispatched",
            event=events.Dispatched,
            zh=f"{zh}({{document}})发往其他辖区{{to}}",
            en=f"The {en} ({{document}}) was sent to {{to}}, another jurisdiction",
        ),
        EventType(
            name="arrived",
            event=events.Arrived,
            zh=f"收到其他辖区{{issuer}}的{zh}({{document}}),本级编号{{registered}}",
            en=f"A {en} of {{issuer}}, another jurisdiction, arrived ({{document}}): {{registered}} here",
        ),
        EventType(
            name="news_sent",
            event=events.NewsSent,
            zh=f"向对方辖区告知{zh}情况:{{news}}",
            en=f"The other jurisdiction is told of the {en}: {{news}}",
        ),
        EventType(
            name="news_arrived",
            event=events.NewsArrived,
            zh=f"对方辖区告知{zh}情况:{{news}}",
            en=f"The other jurisdiction told of the {en}: {{news}}",
        ),
        EventType(
            name="delivery_failed",
            event=events.DeliveryFailed,
            zh="{by}发出的内容未送达其他辖区:{obstacle}",
            en="What {by} sent did not reach the other jurisdiction: {obstacle}",
        ),
        EventType(
            name="resent",
            event=events.Resent,
            zh="{by}再次发送未送达的内容(第{attempt}次)",
            en="{by} sends again what was not delivered (attempt {attempt})",
        ),
        EventType(
            name="recalled",
            event=events.Recalled,
            zh=f"{{issuer}}撤回未送达{{to}}的{zh}:{{reason}}(批准人{{approved_by}})",
            en=f"{{issuer}} recalled the {en} that had not reached {{to}}: {{reason}} "
            "(approved by {approved_by})",
        ),
    )


def travel(events: ModuleType, *, released: tuple[str, ...], news: tuple[str, ...]) -> Travel:
    """How a paper travels: the fields that are ``released`` of it, and those of ``news``.

    Who sent it under which number is released of every paper; of news: what it is, of which number, why.
    """

    def letter(data: Mapping[str, Any]) -> dict[str, Any]:
        names = ("issuer", "document", *released)
        return {name: data[name] for name in names if name in data}

    return Travel(
        sent=events.Dispatched,
        arrived=events.Arrived,
        news_sent=events.NewsSent,
        news_arrived=events.NewsArrived,
        failed=events.DeliveryFailed,
        resent=events.Resent,
        recalled=events.Recalled,
        letter=letter,
        news=("news", "number", "reason", *news),
    )
