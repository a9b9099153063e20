"""What joint operations refuse beside the refusals every family shares."""

from domain.errors import Refusal, Status


class WrongFormation(Refusal):
    """The parties do not make up an operation of that kind."""

    code = "wrong_formation"
    status = Status.UNPROCESSABLE
    zh = "单位组成不符合“{kind_zh}”:{reason_zh}。"
    en = "The parties do not make up «{kind_en}»: {reason_en}."
    next_zh = "请按组组、室组、室组地的要求确定牵头单位和参加单位。"
    next_en = "Choose lead body and parties as that kind of operation needs them."


class OutsideTheArea(Refusal):
    """The scheme has no such area, another group leads it, or the operation leaves it."""

    code = "outside_the_area"
    status = Status.UNPROCESSABLE
    zh = "“{party}”不属于片区“{area}”或不是其牵头组,或者方案中没有该片区。"
    en = "{party} is not of the area «{area}», or not its lead group; or the scheme has no such area."
    next_zh = "请由片区牵头组牵头,在片区内选择单位;跨片区的,请由室牵头开展室组联动。"
    next_en = "Let its lead group lead groups of the area; across areas, let an office lead the operation."


class AreaNeeded(Refusal):
    """A group that stands in an area works with other groups within that area only."""

    code = "area_needed"
    status = Status.UNPROCESSABLE
    zh = "参加的组属于{title_zh}(“{area}”),组组联动须在片区内开展。"
    en = "A group of it stands in the area {title_en} («{area}»): groups work together within their area."
    next_zh = "请填写片区,由片区牵头组牵头;跨片区的,请由室牵头开展室组联动。"
    next_en = "Write the area, and let its lead group lead; across areas, let an office lead the operation."


class NotTheLeadBody(Refusal):
    """Another party than the one that leads does what the lead body does."""

    code = "not_the_lead_body"
    status = Status.FORBIDDEN
    zh = "本次联动由“{lead_body}”牵头,“{party}”不能办理此项。"
    en = "{lead_body} leads the operation: {party} cannot do this."
    next_zh = "请由牵头单位办理。"
    next_en = "Have the lead body do it."


class NotAMember(Refusal):
    """The party has not joined the operation."""

    code = "takes_no_part"
    status = Status.CONFLICT
    zh = "“{party}”未参加本次联动。"
    en = "{party} has not joined the operation."
    next_zh = "请先邀请其参加。"
    next_en = "Ask it to join first."


class NotAsked(Refusal):
    """The party was not asked, or has answered already."""

    code = "not_asked"
    status = Status.CONFLICT
    zh = "没有待“{party}”答复的邀请或借用请求。"
    en = "No invitation or request waits for {party}."
    next_zh = "请重新读取,可能已经答复。"
    next_en = "Read it again: it may have been answered."


class NoSuchLending(Refusal):
    """No lending of that number stands so."""

    code = "no_such_lending"
    status = Status.CONFLICT
    zh = "没有可办理此项的第{lending}号借用。"
    en = "There is no lending {lending} for which this can be done."
    next_zh = "请重新读取借用情况。"
    next_en = "Read the lendings again."


class HandlerMayNotAdjudicate(Refusal):
    """Who handles the matter may not adjudicate it (R 222)."""

    code = "handler_may_not_adjudicate"
    status = Status.UNPROCESSABLE
    zh = "“{party}”承办所涉事项,不能牵头或参加其审理。"
    en = "{party} handles the matter and cannot take part in adjudicating it."
    next_zh = "请由其他派驻机构或案件审理室审理。"
    next_en = "Have another group or the adjudication office adjudicate."


class NotAdjudicatedYet(Refusal):
    """The case that is adjudicated together was not deliberated (R 222)."""

    code = "not_adjudicated_yet"
    status = Status.CONFLICT
    zh = "协作审理的案件尚未由“{lead_body}”集体审议,不能结束。"
    en = "{lead_body} has not deliberated the case yet: the operation goes on."
    next_zh = "请先完成审理;不再协作的,作废本次联动。"
    next_en = "Adjudicate it first; annul the operation if it is not to go on."


class SharesOpen(Refusal):
    """Shares of the work are not accepted yet."""

    code = "operation_shares_open"
    status = Status.CONFLICT
    zh = "以下单位的分工尚未办结:{parties}。"
    en = "The shares of these parties are not settled: {parties}."
    next_zh = "请先报告并采纳,或退回后重报。"
    next_en = "Have them reported and accepted first."


class NotInThePool(Refusal):
    """Somebody is drawn who is not of the pool of the operation's area, or beyond its last day."""

    code = "not_in_the_pool"
    status = Status.UNPROCESSABLE
    zh = "第{member}号不在本片区人员库内,或超过人员库期限。"
    en = "Number {member} is not in the pool of the area, or its time is over."
    next_zh = "请选择本片区在库人员并写明期限内的日期,或另行商借。"
    next_en = "Choose somebody of the area's pool and a day within its time, or ask for people."


REFUSALS: tuple[type[Refusal], ...] = (
    WrongFormation,
    OutsideTheArea,
    AreaNeeded,
    NotTheLeadBody,
    NotAMember,
    NotAsked,
    NoSuchLending,
    HandlerMayNotAdjudicate,
    NotAdjudicatedYet,
    SharesOpen,
    NotInThePool,
)
