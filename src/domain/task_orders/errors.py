"""What task orders refuse beside the refusals every family shares."""

from domain.errors import Refusal, Status


class NoSuchMeeting(Refusal):
    """An order names a meeting that the issuer did not convene and conclude, or an item it did not decide."""

    code = "no_such_meeting"
    status = Status.UNPROCESSABLE
    zh = "“{party}”没有召集并形成结论的该次会议或议定事项。"
    en = "{party} convened and concluded no such meeting, or it decided no such item."
    next_zh = "请先形成会议结论,或只写明其他依据。"
    next_en = "Conclude the meeting first, or name another basis only."


class NotAMemberOfTheMeeting(Refusal):
    """A joint meeting orders a party that is none of its members."""

    code = "not_a_member_of_the_meeting"
    status = Status.UNPROCESSABLE
    zh = "“{party}”不是该联席会议的成员。"
    en = "{party} is no member of that joint meeting."
    next_zh = "请只向成员单位下达;对其他单位请发建议单。"
    next_en = "Order members only; send others a proposal form."


class BeyondTheCycle(Refusal):
    """A feedback form would be due after the cycle ends in which everything is closed."""

    code = "beyond_the_cycle"
    status = Status.UNPROCESSABLE
    zh = "反馈期限{due}晚于本周期结束日{cycle_ends}。"
    en = "Feedback would be due on {due}, after the cycle ends on {cycle_ends}."
    next_zh = "请提前反馈期限,使任务在本周期内办结。"
    next_en = "Let it be due earlier, so that all is closed within the cycle."


class NobodyFollows(Refusal):
    """No group that the order is addressed to is stationed at a department that is to be followed up."""

    code = "nobody_follows"
    status = Status.UNPROCESSABLE
    zh = "“{department}”的派驻机构不在本任务单发送范围。"
    en = "No group that has this order is stationed at {department}."
    next_zh = "请将任务单同时发给其派驻机构。"
    next_en = "Address the order to the group stationed there too."


class NotTheFollower(Refusal):
    """A party follows up a department that it was not asked to."""

    code = "not_the_follower"
    status = Status.FORBIDDEN
    zh = "“{party}”未承担对“{department}”的跟进监督。"
    en = "{party} was not asked to follow up {department}."
    next_zh = "请由承担跟进监督的派驻机构办理。"
    next_en = "Have the stationed group do it that was asked."


class NotAllSettled(Refusal):
    """An order is closed while something asked because of it is open."""

    code = "not_all_settled"
    status = Status.CONFLICT
    zh = "尚有未办结事项:{open}。"
    en = "Not settled yet: {open}."
    next_zh = "请待反馈采纳、跟进完成、建议答复后再办结。"
    next_en = "Accept each feedback form, follow-up and answer to a proposal first."


REFUSALS: tuple[type[Refusal], ...] = (
    NoSuchMeeting,
    NotAMemberOfTheMeeting,
    BeyondTheCycle,
    NobodyFollows,
    NotTheFollower,
    NotAllSettled,
)
