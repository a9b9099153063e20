"""What notices refuse beside the refusals every family shares."""

from domain.errors import Refusal, Status


class NotTheIssuer(Refusal):
    """Another party than the one that issued a notice corrects it or judges answers."""

    code = "not_the_issuer"
    status = Status.FORBIDDEN
    zh = "该通报由“{issuer}”印发,“{party}”不能办理此项。"
    en = "{issuer} issued the notice: {party} cannot do this."
    next_zh = "请由印发单位办理。"
    next_en = "Have the issuing party do it."


class NothingToSign(Refusal):
    """A party signs for a notice that was not addressed to it, or signs twice."""

    code = "nothing_to_sign"
    status = Status.CONFLICT
    zh = "该通报未发“{party}”,或者已经签收。"
    en = "The notice was not addressed to {party}, or it is acknowledged already."
    next_zh = "无需再次签收;如应收而未收,请联系印发单位。"
    next_en = "Nothing to sign; if you should have it, ask the issuing party."


REFUSALS: tuple[type[Refusal], ...] = (NotTheIssuer, NothingToSign)
