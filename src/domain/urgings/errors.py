"""What urgings refuse beside the refusals every family shares."""

from domain.errors import Refusal, Status


class NotYoursToUrge(Refusal):
    """A party urges another that owes it nothing there and that it does not supervise."""

    code = "not_yours_to_urge"
    status = Status.FORBIDDEN
    zh = "“{party}”不能就此事项{kind_zh}“{to}”。"
    en = "It is not for {party} to urge {to} about this ({kind_en})."
    next_zh = "催办由权利单位办理,督办由其监督单位或市纪委监委机关办理。"
    next_en = "Whoever it is owed to reminds; the supervising office or the commission oversees."


class UrgedInItself(Refusal):
    """A lead is urged about by itself: there recusal and the scope of knowledge hold (R 299)."""

    code = "urged_in_itself"
    status = Status.CONFLICT
    zh = "问题线索在线索内催办督办。"
    en = "A lead is urged about by its own action."
    next_zh = "请使用线索的“催办”。"
    next_en = "Use «remind» of the lead."


REFUSALS: tuple[type[Refusal], ...] = (NotYoursToUrge, UrgedInItself)
