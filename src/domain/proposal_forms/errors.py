"""What proposal forms refuse beside the refusals every family shares."""

from domain.errors import Refusal, Status


class NoSuchTaskOrder(Refusal):
    """A proposal names an order that is not open, or that the issuer neither issued nor received."""

    code = "no_such_task_order"
    status = Status.UNPROCESSABLE
    zh = "“{party}”没有该任务单,或者该任务单已办结、作废。"
    en = "{party} has no such task order, or it is closed or annulled."
    next_zh = "请核对任务单,或不引用任务单另行发出。"
    next_en = "Check the order, or send the proposal without one."


REFUSALS: tuple[type[Refusal], ...] = (NoSuchTaskOrder,)
