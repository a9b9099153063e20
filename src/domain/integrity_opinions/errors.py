"""What integrity opinions refuse beside the refusals every family shares."""

from domain.errors import Refusal, Status


class NotAskedOfYou(Refusal):
    """Another party than the group that was asked gives or corrects the opinion."""

    code = "opinion_not_asked_of_you"
    status = Status.FORBIDDEN
    zh = "该廉政意见向“{group}”征求,“{party}”不能办理此项。"
    en = "{group} was asked for this opinion: {party} cannot do this."
    next_zh = "请由派驻该单位的纪检监察组办理。"
    next_en = "Have the group stationed at the unit do it."


REFUSALS: tuple[type[Refusal], ...] = (NotAskedOfYou,)
