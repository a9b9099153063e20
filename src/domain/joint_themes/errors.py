"""What joint themes refuse beside the refusals every family shares."""

from domain.errors import Refusal, Status


class StepNotDue(Refusal):
    """A step is recorded out of its order, or while a record still waits for the other side."""

    code = "step_not_due"
    status = Status.CONFLICT
    zh = "现在不能登记“{step}”这一步:先须完成“{first}”,并由对方确认已登记的内容。"
    en = "The step «{step}» cannot be recorded now: «{first}» comes first, confirmed by the other side."
    next_zh = "请按“五同”次序办理,先由对方确认或退回待确认的登记。"
    next_en = (
        "Go by the order of the five steps; have the other side confirm or send back what waits."
    )


class NoSuchRecord(Refusal):
    """No record of that number stands so."""

    code = "no_such_record"
    status = Status.CONFLICT
    zh = "没有可办理此项的第{record}号登记。"
    en = "There is no record {record} for which this can be done."
    next_zh = "请重新读取该主题的登记。"
    next_en = "Read the records of the theme again."


class ProblemsStillOpen(Refusal):
    """The effect is called good while problems that the two found are not solved."""

    code = "problems_still_open"
    status = Status.CONFLICT
    zh = "尚有{count}个问题未解决,不能评为成效明显。"
    en = "{count} problems are not solved yet: it cannot be called effective."
    next_zh = "请先共商进度并解决问题,或评为仍需推进。"
    next_en = "Solve them and consult on progress first, or say that more is needed."


REFUSALS: tuple[type[Refusal], ...] = (StepNotDue, NoSuchRecord, ProblemsStillOpen)
