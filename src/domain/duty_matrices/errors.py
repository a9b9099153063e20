"""What duty matrices refuse beside the refusals every family shares."""

from domain.errors import Refusal, Status


class NotTheKeeperOfTheMatrix(Refusal):
    """Another party than the one that opened the matrix changes it."""

    code = "not_the_keeper_of_the_matrix"
    status = Status.FORBIDDEN
    zh = "职责清单由“{opener}”建立,“{party}”不能办理此项。"
    en = "{opener} keeps this matrix: {party} cannot do this."
    next_zh = "请由建立单位办理;对分工有意见的,请提出异议或认领。"
    next_en = "Have the keeper do it; dispute a share, or claim a duty."


class NotYourShare(Refusal):
    """A party acts on another's share or result."""

    code = "not_your_share"
    status = Status.FORBIDDEN
    zh = "第{share}项分工属于“{owner}”,“{party}”不能办理此项。"
    en = "Share {share} is that of {owner}: {party} cannot do this."
    next_zh = "请由该单位办理。"
    next_en = "Have that party do it."


class NotInTheMatrix(Refusal):
    """An item, a duty, a share or a result that the matrix does not have."""

    code = "not_in_the_matrix"
    status = Status.UNPROCESSABLE
    zh = "清单没有序号为{serial}的{what_zh}。"
    en = "The matrix has no {what_en} {serial}."
    next_zh = "请核对序号。"
    next_en = "Check the serial number."


class ItemNotPursued(Refusal):
    """An act on an item that was taken out."""

    code = "item_not_pursued"
    status = Status.CONFLICT
    zh = "第{item}项民生实事已移出清单。"
    en = "Item {item} was taken out of the matrix."
    next_zh = "请另行增加事项。"
    next_en = "Add an item of its own."


class HeldAlready(Refusal):
    """A party holds that very share already."""

    code = "held_already"
    status = Status.CONFLICT
    zh = "“{party}”已列入该项分工。"
    en = "{party} has that share already."
    next_zh = "无需重复;如有异议,请先核定。"
    next_en = "Nothing to do; settle what is disputed first."


class NotAUnit(Refusal):
    """A duty is given to, or claimed by, another than a unit of the city."""

    code = "not_a_unit"
    status = Status.UNPROCESSABLE
    zh = "“{party}”不是市直单位,不承担民生实事职责。"
    en = "{party} is no unit of the city: livelihood duties are for units."
    next_zh = "请选择市直单位;派驻机构只承担监督责任。"
    next_en = "Name a unit; stationed groups supervise."


class NotAGroup(Refusal):
    """Another than a stationed group is to supervise an item."""

    code = "not_a_group"
    status = Status.UNPROCESSABLE
    zh = "“{party}”不是派驻机构,不承担监督责任。"
    en = "{party} is no stationed group: it does not supervise."
    next_zh = "请选择派驻机构。"
    next_en = "Name a stationed group."


class ResultsStand(Refusal):
    """A share of which results are recorded is withdrawn."""

    code = "results_stand"
    status = Status.CONFLICT
    zh = "第{share}项分工已登记成效,不能撤回。"
    en = "Results of share {share} are recorded: it cannot be withdrawn."
    next_zh = "请保留该分工;成效有误的,请更正成效。"
    next_en = "Keep the share; correct the result where it is wrong."


class NotTheSupervisor(Refusal):
    """Another than a group that took up the supervision of the item joins or returns a result of it."""

    code = "not_the_supervisor"
    status = Status.FORBIDDEN
    zh = "“{party}”未承担第{item}项民生实事的监督责任,不能办理此项。"
    en = "{party} has not taken up the supervision of item {item}: it cannot do this."
    next_zh = "请由监督该事项的派驻机构办理。"
    next_en = "Have a group that supervises the item do it."


class NotClear(Refusal):
    """The matrix is closed while it has holes, overlaps, or anything that is not settled."""

    code = "not_clear"
    status = Status.CONFLICT
    zh = "职责尚未厘清或尚未办结:空白{holes};交叉{overlaps};未了{unsettled}。"
    en = "Not clear yet – holes: {holes}; overlaps: {overlaps}; not settled: {unsettled}."
    next_zh = "请先补齐空白、消除交叉、办结各项分工。"
    next_en = "Fill the holes, resolve the overlaps, settle each share first."


REFUSALS: tuple[type[Refusal], ...] = (
    NotTheKeeperOfTheMatrix,
    NotYourShare,
    NotInTheMatrix,
    ItemNotPursued,
    HeldAlready,
    NotAUnit,
    NotAGroup,
    ResultsStand,
    NotTheSupervisor,
    NotClear,
)
