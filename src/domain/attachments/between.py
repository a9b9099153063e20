"""Attachments that go to another jurisdiction with what is sent there of their matter (ADR 0005, 0006).

Which of them is released is said one by one. The file is sealed anew on the way, for the keys of the other
log; its SHA-256 stands in both, and on both it is on record who sent it and that it came.
"""

from collections.abc import Iterable
from dataclasses import fields
from typing import Any

from domain.account import invalid
from domain.attachments import commands, errors, events
from domain.attachments.account import Account, account_of
from domain.attachments.state import STAGE_NAMES, Attachment
from domain.checks import reads_scope
from domain.context import Context
from domain.ids import PartyId, StreamId
from domain.model import Concerns, Draft
from domain.streams import StreamState

Matter = StreamState[Any]


def released(
    matter: Matter, files: tuple[commands.Released, ...], to: PartyId | None, context: Context
) -> tuple[tuple[commands.Sent, ...], Iterable[Draft]]:
    """What is sent of the attachments named ``to`` another jurisdiction, and the record of it at each.

    Raises `NoSuchAttachment` for what the actor may not read, `WrongState`, `AttachmentDamaged`,
    `InvalidField` for one named twice or about another case, and where ``to`` is nobody elsewhere.
    """
    if to is None:
        _stay(files)
        return (), ()
    sent: list[commands.Sent] = []
    drafts: list[Draft] = []
    for number, each in enumerate(files):
        it = _standing(matter, each.attachment, context)
        if any(each.attachment == other.attachment for other in files[:number]):
            raise invalid("attachments", "同一附件只列一次", "list each attachment once")
        if it.case not in (None, matter.stream):
            raise invalid("attachments", "附件涉及其他案件", "it is about another case")
        if it.damage is not None:
            raise errors.AttachmentDamaged(attachment=each.attachment)
        sent.append(
            commands.Sent(
                attachment=each.attachment,
                name=each.name,
                kind=it.file.kind,
                digest=it.digest,
                size=it.file.size,
                media_type=it.file.media_type,
                stored=it.file.stored,
                sealing=it.file.sealing,
            )
        )
        account = account_of(matter, each.attachment, it, context)
        account.tell(events.Released, by=account.acting, to=to, digest=it.digest)
        drafts += account
    return tuple(sent), drafts


def _stay(files: tuple[commands.Released, ...]) -> None:
    """Within a jurisdiction files are attached to the matter, which both ends read."""
    if files:
        raise invalid(
            "attachments",
            "本辖区内请直接添加附件",
            "within a jurisdiction files are attached instead",
        )


def _standing(matter: Matter, attachment: StreamId, context: Context) -> Attachment:
    """An attachment of the matter, which its own family let the actor act on already."""
    it = matter.attachments.get(attachment)
    if it is None or not reads_scope(context, matter, it.scope):
        raise errors.NoSuchAttachment(attachment=attachment)
    if it.stage != "standing":
        zh, en = STAGE_NAMES[it.stage]
        raise context.wrong_state(zh=zh, en=en)
    return it


def brought(
    matter: Matter,
    files: tuple[commands.Brought, ...],
    circle: Concerns,
    origin: tuple[PartyId, str],
    context: Context,
) -> Iterable[Draft]:
    """Attach what came to the part of the matter that ``circle`` names. ``origin``: party here and source.

    What came before, with an answer that was returned, is attached already: it came once more.
    """
    party, source = origin
    known = _with(matter, circle)
    for each in files:
        account = Account(known, each.attachment, circle.visibility, None, context)
        if each.attachment not in matter.attachments:
            facts = {field.name: getattr(each, field.name) for field in fields(commands.Sent)}
            del facts["attachment"]
            account.tell(events.Added, by=party, **facts)
        came: dict[str, Any] = {"there": each.there, "digest": each.digest}
        account.tell(events.Carried, by=party, source=source, **came)
        yield from account


def _with(matter: Matter, circle: Concerns) -> Matter:
    """The matter as what comes with the files leaves it: whom they concern is told before they are."""
    told, mine = matter.circles, frozenset((*circle.parties, *circle.observers))
    seen = {**matter.observers, circle.visibility: frozenset(circle.observers)}
    return StreamState(
        matter.stream,
        matter.version,
        matter.state,
        circles={**told, circle.visibility: mine},
        observers=seen,
        attachments=matter.attachments,
    )
