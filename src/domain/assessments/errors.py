"""What assessments refuse beside the refusals every family shares."""

from domain.errors import Refusal, Status


class NotTheAssessor(Refusal):
    """Another party than the organisation office assesses, or than the one that opened it."""

    code = "not_the_assessor"
    status = Status.FORBIDDEN
    zh = "“{party}”不能办理此项:考核由市纪委监委组织部开展。"
    en = "{party} cannot do this: the organisation office of the commission assesses."
    next_zh = "请由组织部办理。"
    next_en = "Have the organisation office do it."


class NotTheAssessed(Refusal):
    """Another party than the body assessed declares its figures, or objects."""

    code = "not_the_assessed"
    status = Status.FORBIDDEN
    zh = "此项由被考核单位“{body}”办理,“{party}”不能办理。"
    en = "It is for {body}, which is assessed: {party} cannot do this."
    next_zh = "请由被考核单位办理。"
    next_en = "Have the body itself do it."


class NoIndicators(Refusal):
    """The scheme in force has no indicators, or no grades."""

    code = "no_indicators"
    status = Status.CONFLICT
    zh = "方案“{scheme}”没有考核指标或等次。"
    en = "The scheme {scheme} has no indicators or no grades."
    next_zh = "请先在方案中写明 indicator 与 assessment_grade。"
    next_en = "Adopt a scheme with «indicator» and «assessment_grade» first."


class ObjectionClosed(Refusal):
    """An objection after the day until which it may be raised."""

    code = "objection_closed"
    status = Status.CONFLICT
    zh = "异议期已于{until}届满。"
    en = "Objections could be raised until {until}."
    next_zh = "确有错误的,请考核单位更正。"
    next_en = "Where something is wrong, ask the assessor for a correction."


class ObjectionOpen(Refusal):
    """A grade while the body may still object."""

    code = "objection_open"
    status = Status.CONFLICT
    zh = "异议期至{until}届满,此前不能定等次。"
    en = "The body may object until {until}: no grade before that."
    next_zh = "请在异议期届满后办理。"
    next_en = "Grade it after that day."


REFUSALS: tuple[type[Refusal], ...] = (
    NotTheAssessor,
    NotTheAssessed,
    NoIndicators,
    ObjectionClosed,
    ObjectionOpen,
)
