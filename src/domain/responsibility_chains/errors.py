"""What responsibility chains refuse beside the refusals every family shares."""

from domain.errors import Refusal, Status


class NotOfTheChain(Refusal):
    """A party does what is for another one: steps are the Party group's, the stationed group judges."""

    code = "not_of_the_chain"
    status = Status.FORBIDDEN
    zh = "“{party}”不能办理此项:各步由被监督单位党委(党组)填报,派驻纪检监察组退回或同意例外。"
    en = "{party} cannot do this: the Party group takes the steps, the stationed group judges them."
    next_zh = "请由相应单位办理。"
    next_en = "Have the party do it whose part it is."


class NoSteps(Refusal):
    """The scheme has no steps for a chain."""

    code = "no_chain_steps"
    status = Status.CONFLICT
    zh = "方案“{scheme}”未规定强责步骤。"
    en = "The scheme «{scheme}» has no steps of a responsibility chain."
    next_zh = "请在方案中写明 chain_step。"
    next_en = "Write them into the scheme, as `chain_step`."


REFUSALS: tuple[type[Refusal], ...] = (NotOfTheChain, NoSteps)
