"""What sweeps refuse beside the refusals every family shares."""

from domain.errors import Refusal, Status


class NotTheSweeper(Refusal):
    """Another party than the convener of a sweep conducts it."""

    code = "not_the_sweeper"
    status = Status.FORBIDDEN
    zh = "本次排查由“{convener}”组织,“{party}”不能办理此项。"
    en = "{convener} convened this sweep: {party} cannot do this."
    next_zh = "请由组织单位办理。"
    next_en = "Have the convener do it."


class CannotSweep(Refusal):
    """The kind of sweep does not go with this party.

    All groups are convened by a body of the commission; a group convenes those of its own hosts.
    """

    code = "cannot_sweep"
    status = Status.UNPROCESSABLE
    zh = "“{party}”不能组织或参加此类排查。"
    en = "{party} cannot convene, or take part in, a sweep of this kind."
    next_zh = "集中排查由纪委监委机关组织各派驻机构;联合排查由派驻机构与其驻在单位开展。"
    next_en = (
        "Have an office of the commission convene all groups, or a group its own hosts' parties."
    )


class NotAsked(Refusal):
    """A party hands in that was not asked, and does not conduct the sweep either."""

    code = "not_asked_to_hand_in"
    status = Status.FORBIDDEN
    zh = "本次排查未要求“{party}”报送。"
    en = "This sweep does not ask {party} to hand in."
    next_zh = "请联系组织单位。"
    next_en = "Ask the convener."


class NotCaseSupervision(Refusal):
    """Repeats are checked by case supervision (R 198, RD 23)."""

    code = "not_case_supervision"
    status = Status.FORBIDDEN
    zh = "重复件由案件监督管理部门核对,“{party}”不能办理。"
    en = "Case supervision checks for repeats: {party} cannot."
    next_zh = "请由案件监督管理部门办理。"
    next_en = "Have case supervision do it."


class NotThatMatter(Refusal):
    """The lead names none of the matter's persons, or is another than the one that was handed in."""

    code = "not_that_matter"
    status = Status.UNPROCESSABLE
    zh = "{lead}与报送的第{matter}件不是同一事项。"
    en = "{lead} is not what was handed in as matter {matter}."
    next_zh = "请核对线索。"
    next_en = "Check which lead it is."


class LeadNotRegistered(Refusal):
    """A lead without a number stands in no register yet (R 203)."""

    code = "lead_not_registered"
    status = Status.CONFLICT
    zh = "{lead}尚未登记编号。"
    en = "{lead} has no register number yet."
    next_zh = "请先登记编号。"
    next_en = "Register it first."


class PartiesOutstanding(Refusal):
    """Parties that did not hand in block the conclusion."""

    code = "parties_outstanding"
    status = Status.CONFLICT
    zh = "尚有{count}家单位未报送:{parties}。"
    en = "{count} part(ies) did not hand in yet: {parties}."
    next_zh = "请催报,或经批准免报。"
    next_en = "Urge them, or excuse them with an approval."


class MattersOpen(Refusal):
    """Matters of which nothing became yet block the conclusion."""

    code = "matters_open"
    status = Status.CONFLICT
    zh = "尚有{count}件未处理:{matters}。"
    en = "{count} matter(s) are not settled: {matters}."
    next_zh = "请逐件登记、核对或说明不作为线索的理由。"
    next_en = "Register each, check it, or say why it is no lead."


REFUSALS: tuple[type[Refusal], ...] = (
    NotTheSweeper,
    CannotSweep,
    NotAsked,
    NotCaseSupervision,
    NotThatMatter,
    LeadNotRegistered,
    PartiesOutstanding,
    MattersOpen,
)
