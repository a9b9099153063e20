"""What reviews of case quality refuse beside the refusals every family shares."""

from domain.errors import Refusal, Status


class NotTheReviewer(Refusal):
    """Another party than the reviewer records findings or judges answers."""

    code = "not_the_reviewer"
    status = Status.FORBIDDEN
    zh = "该评查由“{reviewer}”开展,“{party}”不能办理此项。"
    en = "{reviewer} reviews this: {party} cannot do it."
    next_zh = "请由评查单位办理。"
    next_en = "Have the reviewer do it."


class NotTheReviewedBody(Refusal):
    """Another party than the reviewed body answers, objects, or reports a repair."""

    code = "not_the_reviewed_body"
    status = Status.FORBIDDEN
    zh = "被评查单位是“{body}”,“{party}”不能办理此项。"
    en = "{body} is reviewed: {party} cannot do this."
    next_zh = "请由被评查单位办理。"
    next_en = "Have the reviewed body do it."


class NoScoring(Refusal):
    """The scheme does not say how cases are scored, or has no such criterion."""

    code = "no_scoring"
    status = Status.CONFLICT
    zh = "现行方案没有评查评分项目“{criterion}”。"
    en = "The scheme in force does not score by «{criterion}»."
    next_zh = "请使用方案中的评查项目代码。"
    next_en = "Use a criterion of the scheme."


class OwnCase(Refusal):
    """Whoever handles a case reviews it (R 289: offices check each other)."""

    code = "own_case"
    status = Status.FORBIDDEN
    zh = "{person}承办本件或与本件有关联,不能评查。"
    en = "{person} handles this case or is connected with it, and cannot review it."
    next_zh = "请由其他人员评查。"
    next_en = "Have somebody else review it."


REFUSALS: tuple[type[Refusal], ...] = (NotTheReviewer, NotTheReviewedBody, NoScoring, OwnCase)
