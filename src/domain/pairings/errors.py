"""What pairings refuse beside the refusals every family shares."""

from domain.errors import Refusal, Status


class NotAPair(Refusal):
    """The two are not linked: no office oversees that group, or another one does."""

    code = "not_a_pair"
    status = Status.UNPROCESSABLE
    zh = "“{party}”与“{group}”没有对口联系关系。"
    en = "{party} and {group} are not linked to each other."
    next_zh = "请由对口联系室或派驻机构登记;联系关系在方案中规定。"
    next_en = "Have the linked office or the group record it; the scheme says who is linked."


class AnotherQuarter(Refusal):
    """The day lies outside the quarter of this stream."""

    code = "another_quarter"
    status = Status.UNPROCESSABLE
    zh = "{occurred}不在{period}内。"
    en = "{occurred} does not lie in {period}."
    next_zh = "请在该日所属季度登记。"
    next_en = "Record it in the quarter in which it happened."


class NoSuchActivity(Refusal):
    """No activity of that number stands so."""

    code = "no_such_activity"
    status = Status.CONFLICT
    zh = "没有可办理此项的第{activity}项活动。"
    en = "There is no activity {activity} for which this can be done."
    next_zh = "请重新读取该季度的活动。"
    next_en = "Read the activities of the quarter again."


REFUSALS: tuple[type[Refusal], ...] = (NotAPair, AnotherQuarter, NoSuchActivity)
