"""What re-examinations refuse beside the refusals every family shares."""

from domain.errors import Refusal, Status


class NoSuchDecision(Refusal):
    """What is to be re-examined is no sanction that stands and was served, or is not this party's."""

    code = "no_such_decision"
    status = Status.UNPROCESSABLE
    zh = "没有可以由“{party}”复审复核的已送达处分决定。"
    en = "There is no served decision that {party} can re-examine."
    next_zh = "请核对案件、人员和处分种类;复核须先经复审。"
    next_en = "Check case, person and track; a review follows a decided re-examination."


class AppliedTooLate(Refusal):
    """The month for applying is over (SL 56; R 241)."""

    code = "applied_too_late"
    status = Status.CONFLICT
    zh = "已超过申请期限。"
    en = "The time for applying is over."
    next_zh = "请作不予受理处理。"
    next_en = "Refuse it, and say so."


class HandledBefore(Refusal):
    """Who handled, adjudicated or examined the matter before does not examine it again (R 242)."""

    code = "handled_before"
    status = Status.FORBIDDEN
    zh = "{person}办理过原案,不能复审复核。"
    en = "{person} took part in the matter before and cannot examine it again."
    next_zh = "请另行指定人员。"
    next_en = "Name other people."


class NotSetRight(Refusal):
    """The sanction of the case does not stand as the decision has it."""

    code = "not_set_right"
    status = Status.CONFLICT
    zh = "原案处分尚未按复审复核决定更正或撤销。"
    en = "The sanction has not been corrected or annulled in its case as was decided."
    next_zh = "请先在原案中更正或撤销处分。"
    next_en = "Correct or annul the sanction in the case first."


REFUSALS: tuple[type[Refusal], ...] = (
    NoSuchDecision,
    AppliedTooLate,
    HandledBefore,
    NotSetRight,
)
"""All of them, for the OpenAPI document."""
