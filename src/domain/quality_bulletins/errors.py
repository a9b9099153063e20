"""What bulletins refuse beside the refusals every family shares."""

from domain.errors import Refusal, Status


class NotOfThisMonth(Refusal):
    """A bulletin tells of a review that is not completed, was completed in another month, or told of."""

    code = "not_of_this_month"
    status = Status.CONFLICT
    zh = "评查“{review}”未在{period}完成,或者已列入通报。"
    en = "Review {review} was not completed in {period}, or a bulletin tells of it already."
    next_zh = "请只列入本月完成且尚未通报的评查。"
    next_en = "Name the reviews completed in that month that no bulletin tells of."


class AnotherPeriod(Refusal):
    """A bulletin is issued for another month than the one in which it is owed, or before it is over."""

    code = "another_period"
    status = Status.CONFLICT
    zh = "此处应印发{owed}的通报,不是{period}。"
    en = "Here the bulletin of {owed} is owed, not that of {period}."
    next_zh = "请按应办事项所列月份印发。"
    next_en = "Issue it in the stream of its own month, once the month is over."


REFUSALS: tuple[type[Refusal], ...] = (NotOfThisMonth, AnotherPeriod)
