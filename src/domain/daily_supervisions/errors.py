"""What daily supervision refuses beside the refusals every family shares."""

from domain.errors import Refusal, Status


class NotTheSupervisor(Refusal):
    """Another party than the group that supervised changes the record."""

    code = "not_the_supervising_group"
    status = Status.FORBIDDEN
    zh = "该日常监督由“{group}”开展,“{party}”不能办理此项。"
    en = "{group} carried out this supervision: {party} cannot do this."
    next_zh = "请由开展监督的纪检监察组办理。"
    next_en = "Have the group that carried it out do it."


class MatterDoesNotFit(Refusal):
    """A result goes on in a matter of another kind."""

    code = "matter_does_not_fit"
    status = Status.UNPROCESSABLE
    zh = "结果“{outcome}”不能对应事项{matter}。"
    en = "The outcome «{outcome}» does not go on in {matter}."
    next_zh = "线索对应问题线索,问题对应整改事项,提醒对应通报;未发现问题不对应事项。"
    next_en = "A lead goes on in a lead, a problem in a rectification, a reminder in a notice."


REFUSALS: tuple[type[Refusal], ...] = (NotTheSupervisor, MatterDoesNotFit)
