"""What talks refuse beside the refusals every family shares."""

from domain.errors import Refusal, Status


class NotWhoHoldsIt(Refusal):
    """Another party than the one that planned a talk holds it, or follows it up."""

    code = "not_who_holds_the_talk"
    status = Status.FORBIDDEN
    zh = "该谈话由“{by}”开展,“{party}”不能办理此项。"
    en = "{by} holds this talk: {party} cannot do this."
    next_zh = "请由开展谈话的单位办理。"
    next_en = "Have the party that holds it do it."


class NoSuchPromise(Refusal):
    """A promise that the talk does not have."""

    code = "no_such_promise"
    status = Status.UNPROCESSABLE
    zh = "本次谈话没有第{promise}项承诺。"
    en = "The talk has no promise {promise}."
    next_zh = "请核对序号。"
    next_en = "Check the serial number."


REFUSALS: tuple[type[Refusal], ...] = (NotWhoHoldsIt, NoSuchPromise)
