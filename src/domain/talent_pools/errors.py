"""What talent pools refuse beside the refusals every family shares."""

from domain.errors import Refusal, Status


class NotForThePool(Refusal):
    """Another body than the one whose step it is acts."""

    code = "not_for_the_pool"
    status = Status.FORBIDDEN
    zh = "“{party}”不能办理此项:人才库由建库单位管理,由受邀单位推荐,学习小组由牵头单位组织。"
    en = "{party} cannot do this: another body keeps the pool, nominates, or leads the study group."
    next_zh = "请由管理单位、推荐单位或牵头单位办理。"
    next_en = "Have the keeper, the nominating or the leading body do it."


class NotOneOfYours(Refusal):
    """A person is nominated, or made a mentor, who is not in office in that body."""

    code = "not_one_of_yours"
    status = Status.UNPROCESSABLE
    zh = "{person}不是“{party}”的现任人员。"
    en = "{person} is not in office in {party}."
    next_zh = "请选择该单位现任人员。"
    next_en = "Choose somebody in office there."


class InThePoolAlready(Refusal):
    """The person was nominated already, or studies in another group."""

    code = "in_the_pool_already"
    status = Status.CONFLICT
    zh = "{person}已被推荐、已入库或已编入学习小组。"
    en = "{person} is nominated, of the pool, or in a study group already."
    next_zh = "不必重复办理。"
    next_en = "Nothing to do."


class PoolIsFull(Refusal):
    """All places are taken."""

    code = "pool_is_full"
    status = Status.CONFLICT
    zh = "人才库名额{places}名已满。"
    en = "All {places} places of the pool are taken."
    next_zh = "请先办理出库,或不再接收。"
    next_en = "Release somebody first, or decline."


class NoSuchMember(Refusal):
    """The pool has no such nomination, group or session."""

    code = "no_such_member"
    status = Status.NOT_FOUND
    zh = "人才库没有第{serial}号人员(小组、学习)。"
    en = "The pool has no person, group or session {serial}."
    next_zh = "请核对序号。"
    next_en = "Check the number."


class NotTheirSecondment(Refusal):
    """What a member is drawn for is no secondment of theirs that stands."""

    code = "not_their_secondment"
    status = Status.UNPROCESSABLE
    zh = "{secondment}不是该人员有效的跟班锻炼,或已登记。"
    en = "{secondment} is no secondment of this person that stands, or it is recorded already."
    next_zh = "请先提出该人员的跟班锻炼。"
    next_en = "Propose a secondment of this person first."


REFUSALS: tuple[type[Refusal], ...] = (
    NotForThePool,
    NotOneOfYours,
    InThePoolAlready,
    PoolIsFull,
    NoSuchMember,
    NotTheirSecondment,
)
