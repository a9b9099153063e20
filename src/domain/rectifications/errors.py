"""What rectification items refuse beside the refusals every family shares."""

from domain.errors import Refusal, Status


class NotTheRaiser(Refusal):
    """Another party than the one that raised the problem follows it up (谁提出谁督办)."""

    code = "not_the_raiser"
    status = Status.FORBIDDEN
    zh = "该问题由“{raiser}”提出并督办,“{party}”不能办理此项。"
    en = "{raiser} raised the problem and follows it up: {party} cannot do this."
    next_zh = "请由提出单位办理。"
    next_en = "Have the party that raised it do it."


class NotRectifying(Refusal):
    """Another party than the one the item was assigned to does its work."""

    code = "not_rectifying"
    status = Status.FORBIDDEN
    zh = "该事项由“{responsible}”整改,“{party}”不能办理此项。"
    en = "{responsible} rectifies the item: {party} cannot do this."
    next_zh = "请由整改责任单位办理。"
    next_en = "Have the party to which it was assigned do it."


class NotTheVerifier(Refusal):
    """Another body than the second body verifies."""

    code = "not_the_verifier"
    status = Status.FORBIDDEN
    zh = "该事项由“{verifier}”核验,“{party}”不能核验。"
    en = "{verifier} verifies the item: {party} cannot."
    next_zh = "请由指定的核验单位核验,或由提出单位另行指定。"
    next_en = "Have the named body verify, or have the raising party name another."


class NotASecondBody(Refusal):
    """The body that verifies is the one rectified, of the same house, or its own evidence is judged."""

    code = "not_a_second_body"
    status = Status.CONFLICT
    zh = "“{party}”不能核验:{reason_zh}。"
    en = "{party} cannot verify: {reason_en}."
    next_zh = "请由另一单位核验。"
    next_en = "Have another body verify."


class NotItsUnit(Refusal):
    """A group raises a problem at a unit at which another group is stationed."""

    code = "not_its_unit"
    status = Status.FORBIDDEN
    zh = "“{unit}”不是“{party}”的监督单位。"
    en = "{unit} is not among the units that {party} supervises."
    next_zh = "请由派驻该单位的纪检监察组提出。"
    next_en = "Have the group stationed there raise it."


class EvidenceMissing(Refusal):
    """Completion is reported while measures are without evidence."""

    code = "evidence_missing"
    status = Status.CONFLICT
    zh = "以下整改措施尚无佐证材料:{measures}。"
    en = "These measures have no evidence yet: {measures}."
    next_zh = "请先提交每项措施的佐证材料。"
    next_en = "File evidence for each measure first."


class AlreadyInReport(Refusal):
    """The same report takes the problem up twice."""

    code = "already_in_report"
    status = Status.CONFLICT
    zh = "该问题已写入“{report}”。"
    en = "The problem stands in {report} already."
    next_zh = "无需重复写入:整改只报一次。"
    next_en = "Nothing to do: it is rectified and reported once."


REFUSALS: tuple[type[Refusal], ...] = (
    NotTheRaiser,
    NotRectifying,
    NotTheVerifier,
    NotASecondBody,
    NotItsUnit,
    EvidenceMissing,
    AlreadyInReport,
)
