"""What visits refuse beside the refusals every family shares."""

from domain.errors import Refusal, Status


class NotAVisitor(Refusal):
    """A party that does not care for cadres records a visit, or one corrects another's."""

    code = "not_a_visitor"
    status = Status.FORBIDDEN
    zh = "“{party}”不能办理此项:走访由市纪委监委领导、办公室或组织部开展并登记。"
    en = "{party} cannot do this: the commission, its general or organisation office visit and record."
    next_zh = "请由走访单位办理。"
    next_en = "Have the visiting party do it."


class NotYourConcern(Refusal):
    """A concern is settled by another than its owner, or judged by another than the group."""

    code = "not_your_concern"
    status = Status.FORBIDDEN
    zh = "该诉求由“{owner}”办理、“{group}”确认,“{party}”不能办理此项。"
    en = "{owner} is to see to this concern and {group} confirms it: {party} cannot do this."
    next_zh = "请由有关单位办理。"
    next_en = "Have the party concerned do it."


class NoSuchConcern(Refusal):
    """A concern that the visit does not have."""

    code = "no_such_concern"
    status = Status.UNPROCESSABLE
    zh = "本次走访没有第{concern}项诉求。"
    en = "The visit has no concern {concern}."
    next_zh = "请核对序号。"
    next_en = "Check the serial number."


REFUSALS: tuple[type[Refusal], ...] = (NotAVisitor, NotYourConcern, NoSuchConcern)
