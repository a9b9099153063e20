"""What joint enforcements refuse beside the refusals every family shares."""

from domain.errors import Refusal, Status


class NotTheHead(Refusal):
    """Another party than the one that planned it gives, judges or releases shares."""

    code = "not_the_head"
    status = Status.FORBIDDEN
    zh = "该联合监督执纪由“{head}”牵头,“{party}”不能办理此项。"
    en = "{head} leads the joint enforcement: {party} cannot do this."
    next_zh = "请由牵头单位办理。"
    next_en = "Have the leading body do it."


class NotItsShare(Refusal):
    """A party reports a share that is not its own, or that there is not."""

    code = "not_its_share"
    status = Status.FORBIDDEN
    zh = "“{party}”没有第{share}项任务。"
    en = "{party} has no share {share}."
    next_zh = "请核对本单位承担的任务序号。"
    next_en = "Look at the numbers of the shares that you took."


class NotJoined(Refusal):
    """A share is given or released to a party that did not join."""

    code = "not_joined"
    status = Status.CONFLICT
    zh = "“{party}”未参加该联合监督执纪。"
    en = "{party} did not join the joint enforcement."
    next_zh = "请待其同意参加。"
    next_en = "Wait until it joined."


class SharesOpen(Refusal):
    """It is concluded while shares are open, or before there was one."""

    code = "shares_open"
    status = Status.CONFLICT
    zh = "尚有{count}项任务未认可,或者未分配任务。"
    en = "{count} shares are not accepted yet, or none was assigned."
    next_zh = "请逐项审核任务完成情况后再办结。"
    next_en = "Judge each share first."


REFUSALS: tuple[type[Refusal], ...] = (NotTheHead, NotItsShare, NotJoined, SharesOpen)
