"""What is refused about attachments alone."""

from typing import Final

from domain.errors import Refusal, Status


class NoSuchAttachment(Refusal):
    """The matter has no such attachment, or it stands in a part of it that is not the actor's to read."""

    code = "no_such_attachment"
    status = Status.NOT_FOUND
    zh = "该事项没有附件{attachment},或者您无权知悉。"
    en = "The matter has no {attachment}, or it is not yours to know."
    next_zh = "请核对附件编号。"
    next_en = "Check the attachment's id."


class AttachmentDamaged(Refusal):
    """An attachment is released whose file the store lost or altered: nothing goes out that is not whole."""

    code = "attachment_damaged"
    status = Status.CONFLICT
    zh = "附件{attachment}的存储异常,不能提供给其他辖区。"
    en = "The store does not hold {attachment} as it was: it goes nowhere."
    next_zh = "请联系运行人员恢复该附件后再办理。"
    next_en = "Have the operator bring the file back, then send it."


class NotTheHolder(Refusal):
    """A party hands over an original that another has, or signs for one that was not given to it."""

    code = "not_the_holder"
    status = Status.FORBIDDEN
    zh = "原件现由“{holder}”持有或经手,“{party}”不能办理此项。"
    en = "The original is with {holder}: {party} cannot do this."
    next_zh = "请由持有或应接收原件的单位办理。"
    next_en = "Have the party that has it, or is to receive it, do it."


class OriginalUnsettled(Refusal):
    """An attachment is taken away while its original is on its way, or owed back."""

    code = "original_unsettled"
    status = Status.CONFLICT
    zh = "原件正在移交或尚未归还,不能{action_zh}。"
    en = "Its original is on its way, or owed back: «{action_en}» is not possible now."
    next_zh = "请先办结原件的移交和归还。"
    next_en = "Have the original received and given back first."


REFUSALS: Final = (NoSuchAttachment, AttachmentDamaged, NotTheHolder, OriginalUnsettled)
