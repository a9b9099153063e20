"""What work reports refuse beside the refusals every family shares."""

from domain.errors import Refusal, Status


class NotTheReporter(Refusal):
    """Another party than the one that owes or handed in the report acts as its reporter."""

    code = "not_the_reporter"
    status = Status.FORBIDDEN
    zh = "该报告由“{reporter}”报送,“{party}”不能办理此项。"
    en = "{reporter} is the reporter here: {party} cannot do this."
    next_zh = "请由报送单位办理。"
    next_en = "Have the reporting party do it."


class NotTheReceiver(Refusal):
    """Another party than the one it is addressed to returns, accepts or circulates a report."""

    code = "not_the_receiver"
    status = Status.FORBIDDEN
    zh = "该报告报送“{receiver}”,“{party}”不能办理此项。"
    en = "The report is addressed to {receiver}: {party} cannot do this."
    next_zh = "请由接收单位办理。"
    next_en = "Have the party it is addressed to do it."


class NotWhatIsOwed(Refusal):
    """A report handed in for a cadence names another period, kind or addressee than is owed."""

    code = "not_what_is_owed"
    status = Status.UNPROCESSABLE
    zh = "应报送的是{owed},所报的是{given}。"
    en = "What is owed is {owed}; what was handed in is {given}."
    next_zh = "请按任务要求的期间和对象报送,或另行报送专题报告。"
    next_en = "Hand in the period owed to the party it is owed to, or open a topical report."


class NotCirculated(Refusal):
    """A party signs for a report that was never circulated to it, or signs twice."""

    code = "not_circulated"
    status = Status.CONFLICT
    zh = "该报告未分送“{party}”,或者已经签收。"
    en = "The report was not circulated to {party}, or it is acknowledged already."
    next_zh = "无需再次签收;如未收到,请联系接收单位分送。"
    next_en = "Nothing to sign; if you should have it, ask the receiving party to circulate it."


REFUSALS: tuple[type[Refusal], ...] = (
    NotTheReporter,
    NotTheReceiver,
    NotWhatIsOwed,
    NotCirculated,
)
