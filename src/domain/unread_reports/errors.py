"""What the family refuses beside the refusals every family shares."""

from domain.errors import Refusal, Status


class NothingElseMayBeEntered(Refusal):
    """More than a day and a count is said about reports of the level above (RC 15)."""

    code = "nothing_else_may_be_entered"
    status = Status.UNPROCESSABLE
    zh = "属上级管辖的检举控告不得抄录、摘录、录入,只登记日期和件数。"
    en = "Reports about matters of the level above may not be entered: a day and a count, no more."
    next_zh = "请去掉其他内容后重新提交,并在5个工作日内原件上报。"
    next_en = "Leave out everything else; the originals go up within 5 working days."


REFUSALS: tuple[type[Refusal], ...] = (NothingElseMayBeEntered,)
