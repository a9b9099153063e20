"""What secondments refuse beside the refusals every family shares."""

from domain.errors import Refusal, Status


class NotYourSecondment(Refusal):
    """A step of a secondment is taken by another body than the one whose step it is."""

    code = "not_your_secondment"
    status = Status.FORBIDDEN
    zh = "此项由“{party_due}”办理,“{party}”不能办理。"
    en = "This is for {party_due} to do: {party} cannot."
    next_zh = "请由该单位办理。"
    next_en = "Have that body do it."


class NotForSecondments(Refusal):
    """A body that does not manage cadres proposes a secondment."""

    code = "not_for_secondments"
    status = Status.FORBIDDEN
    zh = "“{party}”不能提出跟班锻炼:由市纪委监委或其组织部提出。"
    en = "{party} cannot propose a secondment: the commission or its organisation office does."
    next_zh = "请报组织部提出。"
    next_en = "Ask the organisation office to propose it."


REFUSALS: tuple[type[Refusal], ...] = (NotYourSecondment, NotForSecondments)
