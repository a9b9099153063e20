"""What dossiers refuse beside the refusals every family shares."""

from domain.errors import Refusal, Status


class NotTheKeeper(Refusal):
    """Another party than the group that keeps a dossier changes it."""

    code = "not_the_keeper_of_the_dossier"
    status = Status.FORBIDDEN
    zh = "该资料库由“{group}”管理,“{party}”不能办理此项。"
    en = "{group} keeps this dossier: {party} cannot do this."
    next_zh = "请由派驻该单位的纪检监察组办理。"
    next_en = "Have the group stationed at the unit do it."


class NoSuchFact(Refusal):
    """A fact that the dossier does not have."""

    code = "no_such_fact"
    status = Status.UNPROCESSABLE
    zh = "资料库中没有第{fact}条情况。"
    en = "The dossier has no fact {fact}."
    next_zh = "请核对序号。"
    next_en = "Check the serial number."


REFUSALS: tuple[type[Refusal], ...] = (NotTheKeeper, NoSuchFact)
