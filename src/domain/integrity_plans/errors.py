"""What integrity plans refuse beside the refusals every family shares."""

from domain.errors import Refusal, Status


class NothingToAgree(Refusal):
    """Nothing that the other side proposed waits for the acting side."""

    code = "nothing_to_agree"
    status = Status.CONFLICT
    zh = "没有待“{party}”同意的活动。"
    en = "No activity waits for {party} to agree."
    next_zh = "请重新读取计划。"
    next_en = "Read the plan again."


REFUSALS: tuple[type[Refusal], ...] = (NothingToAgree,)
