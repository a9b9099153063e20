"""What trees of responsibility refuse beside the refusals every family shares."""

from domain.errors import Refusal, Status


class NotThePartyGroup(Refusal):
    """Another than the Party group whose tree it is changes it; the stationed group only sends lists back."""

    code = "not_the_party_group"
    status = Status.FORBIDDEN
    zh = "“{party}”不能办理此项:清单由驻在单位党委(党组)填报,纪检监察组只可退回。"
    en = "{party} cannot do this: the host Party group hands lists in, the stationed group returns them."
    next_zh = "请由党委(党组)办理。"
    next_en = "Have the Party group do it."


class NoSuchOrganisation(Refusal):
    """An organisation that the tree does not have."""

    code = "no_such_organisation"
    status = Status.UNPROCESSABLE
    zh = "没有第{organisation}个党组织。"
    en = "The tree has no organisation {organisation}."
    next_zh = "请核对序号。"
    next_en = "Check the serial number."


class OrganisationsBelow(Refusal):
    """An organisation is removed while others are still below it."""

    code = "organisations_below"
    status = Status.CONFLICT
    zh = "第{organisation}个党组织之下还有党组织。"
    en = "There are still organisations below organisation {organisation}."
    next_zh = "请先撤销其下级党组织。"
    next_en = "Remove those below it first."


REFUSALS: tuple[type[Refusal], ...] = (NotThePartyGroup, NoSuchOrganisation, OrganisationsBelow)
