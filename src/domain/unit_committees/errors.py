"""What the guidance of unit committees refuses beside the refusals every family shares."""

from domain.errors import Refusal, Status


class NotItsPart(Refusal):
    """The other of the two does this."""

    code = "not_its_part"
    status = Status.FORBIDDEN
    zh = "此项由“{wanted}”办理,“{party}”不能办理:指导、检查、抽调归派驻机构,签收、答复归机关纪委。"
    en = "It is for {wanted} to do, not for {party}: the group guides and enlists, the committee answers."
    next_zh = "请由有关单位办理。"
    next_en = "Have the party concerned do it."


class NoSuchSerial(Refusal):
    """A finding, an enlistment or evidence that is not there."""

    code = "no_such_serial"
    status = Status.UNPROCESSABLE
    zh = "没有第{serial}项。"
    en = "There is no item {serial}."
    next_zh = "请核对序号。"
    next_en = "Check the serial number."


class EnlistmentOver(Refusal):
    """The enlistment has ended, or its last day is past."""

    code = "enlistment_over"
    status = Status.CONFLICT
    zh = "第{enlistment}次抽调协助已结束或已超过期限({until})。"
    en = "Enlistment {enlistment} has ended or was until {until}."
    next_zh = "确需继续协助的,由派驻机构经批准延长或重新抽调。"
    next_en = "If more help is needed, the group extends it with approval or enlists anew."


class NoStatePower(Refusal):
    """A unit discipline committee has no state investigation power (RS 18, 19)."""

    code = "no_state_power"
    status = Status.FORBIDDEN
    zh = "“{matter}”仅依监察法办理,机关纪委没有监察权,不能协助。"
    en = "{matter} rests on the Supervision Law alone: a unit committee has no power there."
    next_zh = "请由纪检监察机构自行办理。"
    next_en = "Have a body of discipline and supervision do it."


class NotTakenTogether(Refusal):
    """Joint evidence is taken by persons of both sides."""

    code = "not_taken_together"
    status = Status.UNPROCESSABLE
    zh = "取证人须同时有“{group}”人员和第{enlistment}次抽调的人员,且均在名单内。"
    en = "Evidence is taken by somebody of {group} and somebody of enlistment {enlistment}, and by no others."
    next_zh = "请核对取证人;单方取得的材料不作为联合取证登记。"
    next_en = "Check who took it; what one side took alone is no joint evidence."


class StillOpen(Refusal):
    """A finding is not settled, or somebody is still enlisted."""

    code = "guidance_still_open"
    status = Status.CONFLICT
    zh = "尚有{findings}个问题未办结、{enlistments}次抽调未结束。"
    en = "{findings} findings are not settled, {enlistments} enlistments have not ended."
    next_zh = "请先审核答复、结束抽调。"
    next_en = "Judge the answers and end the enlistments first."


REFUSALS: tuple[type[Refusal], ...] = (
    NotItsPart,
    NoSuchSerial,
    EnlistmentOver,
    NoStatePower,
    NotTakenTogether,
    StillOpen,
)
