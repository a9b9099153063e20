"""Why something about an obligation is refused. Most of these the clock meets when it comes twice."""

from domain.errors import Refusal, Status


class NoSuchObligation(Refusal):
    """The obligation is not owed: it never was, or it has ended."""

    code = "no_such_obligation"
    status = Status.CONFLICT
    zh = "该事项中没有未了结的义务“{obligation}”。"
    en = "Nothing is owed here under the obligation «{obligation}»."
    next_zh = "请重新读取;该义务可能已经履行、撤销或被替代。"
    next_en = "Read again: it may have been fulfilled, withdrawn or superseded."


class NotDue(Refusal):
    """The step's day has not come, or the step was taken before."""

    code = "not_due"
    status = Status.CONFLICT
    zh = "义务“{obligation}”目前无需此步骤:{reason_zh}。"
    en = "Obligation «{obligation}» needs no such step now: {reason_en}."
    next_zh = "无需处理。"
    next_en = "Nothing needs to be done."


class NotRevisable(Refusal):
    """The due date is certain already, or the calendar in force knows no more."""

    code = "not_revisable"
    status = Status.CONFLICT
    zh = "义务“{obligation}”的到期日无需重新计算。"
    en = "The due date of obligation «{obligation}» needs no revision."
    next_zh = "无需处理。"
    next_en = "Nothing needs to be done."


class NotInScheme(Refusal):
    """The scheme in force has no such cadence, or it asks nothing of that party in that period."""

    code = "not_in_scheme"
    status = Status.UNPROCESSABLE
    zh = "现行方案未要求{party}在{period}履行“{rule}”。"
    en = "The scheme in force does not ask «{rule}» of {party} for {period}."
    next_zh = "请核对方案中的机制、期间和单位。"
    next_en = "Check mechanism, period and party against the scheme."


class NotPeriodic(Refusal):
    """Only the period of a cadence can be closed as missed."""

    code = "not_periodic"
    status = Status.CONFLICT
    zh = "义务“{obligation}”不是定期义务,不能按未完成结项。"
    en = "Obligation «{obligation}» belongs to no cadence: it cannot be closed as missed."
    next_zh = "请履行,或按规定延期、撤销。"
    next_en = "Fulfil it, or have it extended or withdrawn."


class NotExtendable(Refusal):
    """The law gives the time, and nobody the power to give more."""

    code = "not_extendable"
    status = Status.CONFLICT
    zh = "“{title_zh}”的期限不得延长。依据:{basis}"
    en = "The time for «{title_en}» is not extended. Basis: {basis}"
    next_zh = "请在期限内履行;逾期履行的如实登记。"
    next_en = "Fulfil it in time; done late, it is recorded as late."


class LevelAboveExtends(Refusal):
    """More time is given by the level above, and by nobody else (R 215)."""

    code = "level_above_extends"
    status = Status.FORBIDDEN
    zh = "“{title_zh}”须经上一级批准延长。依据:{basis}"
    en = "More time for «{title_en}» is given by the level above. Basis: {basis}"
    next_zh = "请报上一级批准,凭其批复由方案所列单位代录。"
    next_en = "Ask the level above; whom the scheme names enters its letter on its behalf."


class LongerThanAllowed(Refusal):
    """With all that was given the time would be longer than it may be (R 215, 233)."""

    code = "longer_than_allowed"
    status = Status.CONFLICT
    zh = "“{title_zh}”延长后{due}到期,超过最长{longest}({last})。依据:{basis}"
    en = "«{title_en}» would be due on {due}, beyond {longest} in all ({last}). Basis: {basis}"
    next_zh = "请缩短延长的时间。"
    next_en = "Give less time."


class OwnObligation(Refusal):
    """Nobody lets themselves off."""

    code = "own_obligation"
    status = Status.FORBIDDEN
    zh = "{party}是义务人,不能自行延期、撤销或结项。"
    en = "{party} owes it, and cannot extend, withdraw or close it itself."
    next_zh = "请由权利方或市纪委监委办理。"
    next_en = "Ask the party to which it is owed, or the commission."
