"""What pooled stationing refuses beside the refusals every family shares."""

from domain.errors import Refusal, Status


class NotItsUnit(Refusal):
    """The scheme does not station the group at that unit."""

    code = "not_a_unit_of_the_pool"
    status = Status.UNPROCESSABLE
    zh = "“{unit}”不是“{group}”综合派驻的单位。"
    en = "{group} is not stationed at {unit}, or the pool has no such unit."
    next_zh = "请选择方案中由该组派驻监督的单位。"
    next_en = "Choose a unit at which the scheme stations the group."


class NotOfThePool(Refusal):
    """The person is not in office in the pooled group."""

    code = "not_of_the_pool"
    status = Status.UNPROCESSABLE
    zh = "{person}不是“{group}”的现任人员。"
    en = "{person} is not in office in {group}."
    next_zh = "请安排本组人员。"
    next_en = "Assign somebody of the group."


class RecusedFromTheUnit(Refusal):
    """The person must keep out of the unit, or was in office there."""

    code = "recused_from_the_unit"
    status = Status.FORBIDDEN
    zh = "{person}对“{unit}”须回避或曾在该单位任职,不能安排。"
    en = "{person} is recused from {unit} or was in office there and cannot be assigned."
    next_zh = "请安排其他人员。"
    next_en = "Assign somebody else."


class AssignedAlready(Refusal):
    """The person has that unit or matter already."""

    code = "assigned_already"
    status = Status.CONFLICT
    zh = "{person}已有此项安排。"
    en = "{person} is assigned to it already."
    next_zh = "无需重复安排。"
    next_en = "Nothing to do."


class NoSuchAssignment(Refusal):
    """No running assignment has that number."""

    code = "no_such_assignment"
    status = Status.CONFLICT
    zh = "没有正在进行的第{assignment}号安排。"
    en = "No assignment {assignment} is running."
    next_zh = "请重新读取人员安排。"
    next_en = "Read the assignments again."


REFUSALS: tuple[type[Refusal], ...] = (
    NotItsUnit,
    NotOfThePool,
    RecusedFromTheUnit,
    AssignedAlready,
    NoSuchAssignment,
)
