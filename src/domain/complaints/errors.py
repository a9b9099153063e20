"""What complaints refuse beside the refusals every family shares."""

from domain.errors import Refusal, Status


class BelongsAbove(Refusal):
    """A report names somebody for whom only the level above is competent (RC 15)."""

    code = "belongs_above"
    status = Status.UNPROCESSABLE
    zh = "按干部管理权限属上级管辖(职级“{post_level}”),不得录入。"
    en = "By the cadre management authority («{post_level}») it is the level above's: not to enter."
    next_zh = "请在“属上级管辖件”中只登记日期和件数,原件5个工作日内上报。"
    next_en = (
        "Set it aside as «unread-reports»: a day and a count; it goes up within 5 working days."
    )


class NotTheKeeper(Refusal):
    """Another party than the petitions office that keeps the complaint decides about it."""

    code = "not_the_keeper"
    status = Status.FORBIDDEN
    zh = "该检举控告由“{keeper}”管理,“{party}”不能办理此项。"
    en = "{keeper} keeps the complaint: {party} cannot do this."
    next_zh = "请由管理的信访部门办理。"
    next_en = "Have the petitions office that keeps it do it."


class NotTheHandlingParty(Refusal):
    """Another party than the one that handles the complaint acts for it."""

    code = "not_the_handling_party"
    status = Status.FORBIDDEN
    zh = "该检举控告不由“{party}”承办。"
    en = "{party} does not handle the complaint."
    next_zh = "请由承办部门办理。"
    next_en = "Have the handling party do it."


class NotToTheReported(Refusal):
    """A report would go to the unit of a person it names (RC 47)."""

    code = "not_to_the_reported"
    status = Status.FORBIDDEN
    zh = "不得将检举控告转给被反映人所在单位“{party}”。"
    en = "A report never goes to the unit of a person it names: {party}."
    next_zh = "请选择其他有权单位。"
    next_en = "Choose another competent organ."


class LeadsStillOpen(Refusal):
    """A complaint is concluded while leads raised from it have not ended."""

    code = "leads_still_open"
    status = Status.CONFLICT
    zh = "由本件转出的问题线索尚有{count}件未办结。"
    en = "{count} of the leads raised from it have not ended."
    next_zh = "请待线索办结后再办结本件。"
    next_en = "Conclude it when they have ended."


class NobodyToTell(Refusal):
    """The reporter did not give a verifiable name, or was told already (R 209)."""

    code = "nobody_to_tell"
    status = Status.CONFLICT
    zh = "并非实名检举控告,或者已经告知。"
    en = "It is no real-name report, or the reporter was told already."
    next_zh = "无需再次告知。"
    next_en = "Nothing needs to be done."


class ExtensionTooLong(Refusal):
    """An assigned report is extended beyond what the own head may give (RC 21)."""

    code = "extension_too_long"
    status = Status.CONFLICT
    zh = "本单位主要负责人只能批准延期一次,最长3个月。"
    en = "The own head extends once, by 3 months at most."
    next_zh = "请报交办单位批准。"
    next_en = "Have whoever assigned it give more time."


REFUSALS: tuple[type[Refusal], ...] = (
    BelongsAbove,
    NotTheKeeper,
    NotTheHandlingParty,
    NotToTheReported,
    LeadsStillOpen,
    NobodyToTell,
    ExtensionTooLong,
)
