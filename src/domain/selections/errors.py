"""What selections refuse beside the refusals every family shares."""

from domain.errors import Refusal, Status


class NotForSelections(Refusal):
    """Another body than the organisation office holds a selection, or nobody invited takes part."""

    code = "not_for_selections"
    status = Status.FORBIDDEN
    zh = "“{party}”不能办理此项:评选由组织部举办,由受邀单位推荐。"
    en = (
        "{party} cannot do this: the organisation office holds selections, bodies invited nominate."
    )
    next_zh = "请由举办单位或者推荐单位办理。"
    next_en = "Have the organiser, or the body whose nomination it is, do it."


class NotOfThisKind(Refusal):
    """What is nominated is not of the kind that the selection is for, or does not stand any more."""

    code = "not_of_this_kind"
    status = Status.UNPROCESSABLE
    zh = "“{subject}”不符合本次评选的类型,或者尚未成立、已经作废。"
    en = "{subject} is not of the kind of this selection, or it is not issued, or was annulled."
    next_zh = "请推荐本类型的建议书、监督项目或者本单位人员。"
    next_en = "Nominate an issued recommendation, a project, or a person of your own, as it is for."


class AlreadyNominated(Refusal):
    """The same is nominated twice in one selection."""

    code = "already_nominated"
    status = Status.CONFLICT
    zh = "“{subject}”已被推荐。"
    en = "{subject} is nominated already."
    next_zh = "不必重复推荐。"
    next_en = "Nominate something else."


class NoSuchNomination(Refusal):
    """A nomination or objection that the selection does not have."""

    code = "no_such_nomination"
    status = Status.UNPROCESSABLE
    zh = "本次评选没有第{serial}号推荐(异议)。"
    en = "The selection has no nomination or objection {serial}."
    next_zh = "请核对序号。"
    next_en = "Check the serial number."


class ObjectionsOpen(Refusal):
    """Published while one may still object, or while an objection waits; objected to after the window."""

    code = "objections_open"
    status = Status.CONFLICT
    zh = "公示期至{object_by};异议须在公示期内提出,公布须在期满并答复全部异议之后。"
    en = "One may object until {object_by}; publish after it, with every objection answered."
    next_zh = "请在公示期内提出异议;期满并答复异议后再公布。"
    next_en = "Object within the window; publish when it is over and all is answered."


REFUSALS: tuple[type[Refusal], ...] = (
    NotForSelections,
    NotOfThisKind,
    AlreadyNominated,
    NoSuchNomination,
    ObjectionsOpen,
)
