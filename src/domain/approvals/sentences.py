"""The types of a submission's events, each with the sentence that says what happened."""

from typing import Final

from domain.approvals.events import Steps
from domain.registry import EventType

SENTENCES: Final = (
    ("submitted", "{submitted_by}呈批", "{submitted_by} submitted it for approval"),
    (
        "signature_awaited",
        "待{signer_party}({signer_role})签批",
        "{signer_party} ({signer_role}) is to sign",
    ),
    ("opinion_given", "{signer}签批:{opinion}", "{signer} signed: {opinion}"),
    ("cosigned", "{signer_party}会签:{opinion}", "{signer_party} was heard: {opinion}"),
    (
        "oral_opinion_recorded",
        "{signer}口头意见:{opinion}(在场人{heard_by})",
        "{signer} said by word of mouth: {opinion} (heard by {heard_by})",
    ),
    (
        "oral_opinion_signed",
        "{signer}补签口头意见",
        "{signer} signed what was said by word of mouth",
    ),
    (
        "paper_signed",
        "录入{signer}签批的纸质件:{opinion}",
        "A paper signed by {signer} was entered: {opinion}",
    ),
    ("paper_confirmed", "纸质件已核对", "The paper was compared"),
    ("submission_returned", "{returned_by}退回{it}呈批件", "{returned_by} sent the {it} back"),
    (
        "submission_withdrawn",
        "{submitted_by}撤回{it}呈批件:{reason}",
        "{submitted_by} took the {it} back: {reason}",
    ),
)
"""Name, Chinese and English; ``{it}`` is what climbs, as the family calls it."""


def sentences(steps: Steps, *, zh: str = "", en: str = "submission") -> tuple[EventType, ...]:
    """A family's events of approval, up to its end; ``zh`` and ``en`` say what climbs.

    That nobody may sign, and that it is approved, each family says in its own words.
    """
    return tuple(
        EventType(
            name=name,
            event=getattr(steps, name),
            zh=sentence_zh.replace("{it}", zh),
            en=sentence_en.replace("{it}", en),
        )
        for name, sentence_zh, sentence_en in SENTENCES
    )
