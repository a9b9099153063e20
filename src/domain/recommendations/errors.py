"""What recommendations refuse beside the refusals every family shares."""

from domain.errors import Refusal, Status


class WrongAddressee(Refusal):
    """A kind of recommendation goes to a body to which it cannot go."""

    code = "wrong_addressee"
    status = Status.UNPROCESSABLE
    zh = "“{addressee}”不能作为该类建议的对象:{reason_zh}。"
    en = "A recommendation of this kind cannot go to {addressee}: {reason_en}."
    next_zh = "请更换建议类型或建议对象。"
    next_en = "Choose another kind or another addressee."


class NotTheAddressee(Refusal):
    """Another party than the addressee answers a recommendation."""

    code = "not_the_addressee"
    status = Status.FORBIDDEN
    zh = "该建议的对象是“{addressee}”,“{party}”不能办理此项。"
    en = "The recommendation is for {addressee}: {party} cannot do this."
    next_zh = "请由被建议单位办理。"
    next_en = "Have the addressee do it."


class ConsultationPending(Refusal):
    """It is submitted while a consulted department may still answer."""

    code = "consultation_pending"
    status = Status.CONFLICT
    zh = "征求意见尚未结束,待答复单位:{parties}。"
    en = "The consultation is not over; still to answer: {parties}."
    next_zh = "请待答复或征求意见期满后再呈批。"
    next_en = "Submit it once they answered, or the day for answering has passed."


class NothingAsked(Refusal):
    """A party answers a consultation that was not addressed to it, or answers twice."""

    code = "nothing_asked"
    status = Status.CONFLICT
    zh = "未向“{party}”征求意见,或者已经答复。"
    en = "{party} was not consulted, or answered already."
    next_zh = "无需答复。"
    next_en = "Nothing to answer."


class ObjectionPeriodOver(Refusal):
    """An objection comes after the period that the document states (R 235)."""

    code = "objection_period_over"
    status = Status.CONFLICT
    zh = "异议期已于{until}届满。"
    en = "The objection period ended on {until}."
    next_zh = "请按建议要求整改并反馈。"
    next_en = "Rectify and feed back as the document asks."


class PlanIncomplete(Refusal):
    """The plan does not treat each problem once."""

    code = "plan_incomplete"
    status = Status.UNPROCESSABLE
    zh = "整改方案须逐一对应建议指出的问题,不符的问题序号:{problems}。"
    en = "The plan has to treat each problem once; look at the problems {problems}."
    next_zh = "请为每个问题各列一项整改措施。"
    next_en = "List one item for each problem."


class ItemsOpen(Refusal):
    """It is signed off while items are not."""

    code = "items_open"
    status = Status.CONFLICT
    zh = "尚有{count}项整改事项未销号。"
    en = "{count} of its rectification items are not signed off."
    next_zh = "请先逐项核验、销号。"
    next_en = "Have each item verified and signed off first."


class NotOneOfItsItems(Refusal):
    """It is opened again with an item that is not its own, or that is still under way."""

    code = "not_one_of_its_items"
    status = Status.UNPROCESSABLE
    zh = "“{item}”不是该建议下已销号的整改事项。"
    en = "{item} is no signed-off item of this recommendation."
    next_zh = "请从该建议已销号的整改事项中选择。"
    next_en = "Choose among its items that were signed off."


REFUSALS: tuple[type[Refusal], ...] = (
    WrongAddressee,
    NotTheAddressee,
    ConsultationPending,
    NothingAsked,
    ObjectionPeriodOver,
    PlanIncomplete,
    ItemsOpen,
    NotOneOfItsItems,
)
