"""What guidance links refuse beside the refusals every family shares."""

from domain.errors import Refusal, Status


class NotOfTheLink(Refusal):
    """A party does with a link what is for another to do."""

    code = "not_of_the_link"
    status = Status.FORBIDDEN
    zh = "“{party}”不能办理此项:联系由市纪委监委或其办公室确定,联系情况由对口联系室和纪检监察组登记。"
    en = "{party} cannot do this: the commission links, office and group record their own contacts."
    next_zh = "请由有关单位办理。"
    next_en = "Have the party concerned do it."


class NoSuchContact(Refusal):
    """A contact that the link does not have."""

    code = "no_such_contact"
    status = Status.UNPROCESSABLE
    zh = "没有第{contact}次联系记录。"
    en = "The link has no contact {contact}."
    next_zh = "请核对序号。"
    next_en = "Check the serial number."


REFUSALS: tuple[type[Refusal], ...] = (NotOfTheLink, NoSuchContact)
