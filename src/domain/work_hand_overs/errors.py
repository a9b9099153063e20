"""What hand-overs of work refuse beside the refusals every family shares."""

from domain.errors import Refusal, Status


class NotInHand(Refusal):
    """A matter is listed of which nothing is in the leaver's hands."""

    code = "not_in_hand"
    status = Status.UNPROCESSABLE
    zh = "{matter}不在移交人在本单位的办理范围内。"
    en = "Nothing of {matter} is in the leaver's hands in this party."
    next_zh = "请从“在手工作”中选取。"
    next_en = "Take it from what is in the person's hands (work-in-hand)."


class ItemCannotGo(Refusal):
    """The taker cannot take an item over: recused, named in it, its approver, or left alone with it."""

    code = "item_cannot_go"
    status = Status.CONFLICT
    zh = "第{item}项不能交给接收人:{reason_zh}"
    en = "Item {item} cannot go to the taker: {reason_en}"
    next_zh = "请撤回或拒收该项,另行指定接收人。"
    next_en = "Take it back or refuse it, and have another take it over by another list."


class NotASignatory(Refusal):
    """Somebody else than the leaver or the taker signs, or refuses an item."""

    code = "not_a_signatory"
    status = Status.FORBIDDEN
    zh = "须由{who_zh}本人办理。"
    en = "It is for {who_en} to do."
    next_zh = "请由本人办理;纸质签字由本单位录入。"
    next_en = "Have them do it; a signature on paper is entered by the office."


class ItemSettled(Refusal):
    """The item left the list already, or was handed over."""

    code = "item_settled"
    status = Status.CONFLICT
    zh = "第{item}项已移交、撤回、拒收或无须移交。"
    en = "Item {item} was handed over, taken back, refused, or lapsed."
    next_zh = "请重新读取交接清单。"
    next_en = "Read the list again."


REFUSALS: tuple[type[Refusal], ...] = (NotInHand, ItemCannotGo, NotASignatory, ItemSettled)
