"""What cadre appraisals refuse beside the refusals every family shares."""

from domain.errors import Refusal, Status


class NotForAppraisals(Refusal):
    """A party does in an appraisal what is for another to do."""

    code = "not_for_appraisals"
    status = Status.FORBIDDEN
    zh = "此项由“{wanted}”办理,“{party}”不能办理。"
    en = "It is for {wanted} to do: {party} cannot."
    next_zh = "请由有关单位办理。"
    next_en = "Have the party concerned do it."


class OnlyThePerson(Refusal):
    """The person who is appraised does this, and nobody for them."""

    code = "only_the_person"
    status = Status.FORBIDDEN
    zh = "述职和异议须由被考核人本人办理。"
    en = "The summary and an objection are for the person to give who is appraised."
    next_zh = "请由本人办理。"
    next_en = "Have the person do it."


class NotOnesOwn(Refusal):
    """Nobody has a part in their own appraisal but summary and objection."""

    code = "not_ones_own"
    status = Status.FORBIDDEN
    zh = "被考核人不能办理本人的测评、等次和答复。"
    en = "Nobody handles ballot, grade or answer of their own appraisal."
    next_zh = "请由其他负责人办理。"
    next_en = "Have another leading person do it."


class ObjectionTooLate(Refusal):
    """The last day for an objection is past."""

    code = "objection_too_late"
    status = Status.CONFLICT
    zh = "异议期至{until}止。"
    en = "Objections were possible until {until}."
    next_zh = "请按申诉规定向组织部门反映。"
    next_en = "Turn to the organisation office as the rules on appeals say."


class ObjectionStillPossible(Refusal):
    """The person may still object."""

    code = "objection_still_possible"
    status = Status.CONFLICT
    zh = "异议期至{until}止,期满后归档。"
    en = "The person may object until {until}; it goes on file after that."
    next_zh = "请于期满后办理。"
    next_en = "Do it after that day."


REFUSALS: tuple[type[Refusal], ...] = (
    NotForAppraisals,
    OnlyThePerson,
    NotOnesOwn,
    ObjectionTooLate,
    ObjectionStillPossible,
)
