"""What can be done with the attachments of a matter, action by action."""

from typing import Any, Final

from domain.attachments import commands, decisions
from domain.registry import Action

APPROVER: Final = "person/33333333-3333-4333-8333-333333333333"
ATTACHMENT: Final[dict[str, Any]] = {
    "attachment": "attachment/44444444-4444-4444-8444-444444444444"
}

ACTIONS: Final = (
    Action(
        name="add",
        command=commands.Add,
        decide=decisions.add,
        zh="添加附件",
        en="attach",
        target="any",
        routed=False,
        example={
            **ATTACHMENT,
            "kind": "paper_scan",
            "name": "配餐合同.pdf",
            "digest": "a" * 64,
            "size": 48213,
            "media_type": "application/pdf",
            "stored": "b" * 64,
            "sealing": "a256gcm-1m",
            "original": "配餐合同原件一份,共12页",
        },
    ),
    Action(
        name="withdraw",
        command=commands.Withdraw,
        decide=decisions.withdraw,
        zh="撤回附件",
        en="withdraw the attachment",
        target="any",
        example={**ATTACHMENT, "reason": "与本事项无关"},
    ),
    Action(
        name="correct",
        command=commands.Correct,
        decide=decisions.correct,
        zh="更正附件",
        en="correct the attachment",
        target="any",
        example={
            **ATTACHMENT,
            "reason": "名称有误",
            "approved_by": APPROVER,
            "name": "配餐合同(2025年度).pdf",
        },
    ),
    Action(
        name="annul",
        command=commands.Annul,
        decide=decisions.annul,
        zh="作废附件",
        en="annul the attachment",
        target="any",
        example={**ATTACHMENT, "reason": "误传", "approved_by": APPROVER},
    ),
    Action(
        name="hand_over",
        command=commands.HandOver,
        decide=decisions.hand_over,
        zh="移交原件",
        en="hand over the original",
        target="any",
        example={
            **ATTACHMENT,
            "to": "office-1",
            "purpose": "核对合同页码",
            "return_by": "2026-12-15",
        },
    ),
    Action(
        name="receive",
        command=commands.Receive,
        decide=decisions.receive,
        zh="接收原件",
        en="receive the original",
        target="any",
        example=ATTACHMENT,
    ),
    Action(
        name="send_back",
        command=commands.SendBack,
        decide=decisions.send_back,
        zh="退回原件",
        en="send back the original",
        target="any",
        example={**ATTACHMENT, "reason": "缺第3页"},
    ),
    Action(
        name="note_damage",
        command=commands.NoteDamage,
        decide=decisions.note_damage,
        zh="记录附件损坏",
        en="record that the store lost or altered it",
        target="any",
        internal=True,
        example={**ATTACHMENT, "fault": "altered"},
    ),
    Action(
        name="note_mended",
        command=commands.NoteMended,
        decide=decisions.note_mended,
        zh="记录附件复原",
        en="record that the store holds it again",
        target="any",
        internal=True,
        example=ATTACHMENT,
    ),
)
