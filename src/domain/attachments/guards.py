"""What has to be true before an action on an attachment; each guard raises the refusal it needs."""

from typing import Any

from domain import handlers, matters, mending
from domain.account import invalid
from domain.attachments import commands, errors
from domain.attachments.account import Account, account_of
from domain.attachments.state import STAGE_NAMES, Attachment
from domain.checks import ORGANISATION, reads_scope
from domain.context import Context
from domain.errors import AlreadyExists, NotFound
from domain.ids import PartyId, StreamId, family_of
from domain.streams import StreamState

Matter = StreamState[Any]


def attachment(
    matter: Matter, attachment: StreamId, context: Context
) -> tuple[Attachment, Account]:
    """An attachment that stands, and its account.

    Raises `NoSuchAttachment` as well for who may not read its part of the matter, `WrongState`.
    """
    it = matter.attachments.get(attachment)
    if it is None or not _reads(matter, it.scope, context):
        raise errors.NoSuchAttachment(attachment=attachment)
    if it.stage != "standing":
        zh, en = STAGE_NAMES[it.stage]
        raise context.wrong_state(zh=zh, en=en)
    return it, account_of(matter, attachment, it, context)


def to_attach(matter: Matter, command: commands.Add, context: Context) -> Account:
    """The account of an attachment to be added to a part of the matter that the actor reads.

    Raises `NotFound`, `NotAuthorised`, `AlreadyExists`, `NoSuchAttachment`, `InvalidField`.
    """
    scope = command.scope or _own_scope(matter)
    if not _reads(matter, scope, context):
        raise NotFound(stream=matter.stream)
    if scope == ORGANISATION:
        context.require_administrator()
    else:
        context.require_role(*handlers.STAFF)
    if command.attachment in matter.attachments:
        raise AlreadyExists(stream=command.attachment)
    if command.replaces is not None:
        attachment(matter, command.replaces, context)
    return Account(matter, command.attachment, scope, _case(command.case, context), context)


def by_party(account: Account, it: Attachment) -> None:
    """Refuse unless the party acts that attached it."""
    account.context.require_role(*handlers.STAFF, of=it.by)


def holds(account: Account, it: Attachment) -> None:
    """Raise `NotTheHolder` unless the acting party has the original, `WrongState` where there is none."""
    account.context.require_role(*handlers.STAFF)
    if it.holder is None:
        raise account.context.wrong_state(zh="没有登记原件", en="no original was recorded")
    if it.passing is not None:
        raise account.context.wrong_state(
            zh="原件正在移交", en="the original is on its way already"
        )
    if it.holder != account.acting:
        raise errors.NotTheHolder(holder=it.holder, party=account.acting)


def awaited(account: Account, it: Attachment) -> PartyId:
    """Who handed the original over to the acting party. Raises `WrongState`, `NotTheHolder`."""
    account.context.require_role(*handlers.STAFF)
    if it.passing is None:
        raise account.context.wrong_state(zh="没有待接收的原件", en="no original is on its way")
    if it.passing.to != account.acting:
        raise errors.NotTheHolder(holder=it.passing.to, party=account.acting)
    return it.passing.by


def goes_to(account: Account, it: Attachment, command: commands.HandOver) -> None:
    """Raise `InvalidField` for a party that may not have the original.

    One that the attachment does not concern must not learn of it (R 299), and what is owed back goes
    to whom it is owed.
    """
    if command.to == account.acting or command.to not in account.concerned:
        raise invalid(
            "to", "不是可以知悉该附件的其他单位", "it is not another party concerned with it"
        )
    if it.owed is not None and command.to != it.owed.by:
        raise invalid("to", f"应先归还“{it.owed.by}”", f"it is owed back to {it.owed.by}")
    back = command.return_by
    if back is not None and (it.owed is not None or back < account.context.occurred.date):
        raise invalid(
            "return_by", "归还时不约定,且不得早于移交", "not when giving back, nor before it"
        )


def settled(account: Account, it: Attachment) -> None:
    """Raise `OriginalUnsettled` while the original is on its way, or owed back."""
    if it.passing is not None or it.owed is not None:
        action = account.context.action
        raise errors.OriginalUnsettled(action_zh=action.zh, action_en=action.en)


def corrects(command: commands.Correct) -> None:
    """Raise `InvalidField` where a correction changes nothing."""
    mending.corrects(name=command.name, kind=command.kind, original=command.original)


def keeps_out(matter: Matter, case: StreamId | None, context: Context) -> bool:
    """Whether the actor is recused from the matter or its case, or named in it (SL 67, R 299)."""
    about = tuple(filter(None, (matter.stream, case)))
    return handlers.is_any(context.actor, matters.kept_out(about, context), context)


def _reads(matter: Matter, scope: str, context: Context) -> bool:
    return reads_scope(context, matter, scope) and not keeps_out(matter, None, context)


def _own_scope(matter: Matter) -> str:
    return ORGANISATION if ORGANISATION in matter.circles else family_of(matter.stream)


def _case(case: StreamId | None, context: Context) -> StreamId | None:
    """The case an attachment is about, if the actor may read that. Raises `NotFound`, `InvalidField`."""
    if case is None:
        return None
    if family_of(case) not in ("lead", "case"):
        raise invalid("case", "须为问题线索或案件", "it must be a lead or a case")
    matters.readable(case, context)
    if keeps_out(context.streams[case], None, context):
        raise NotFound(stream=case)
    return case
