"""What inspection links refuse beside the refusals every family shares."""

from domain.errors import Refusal, Status


class NotAnInspectionTeam(Refusal):
    """The parties of a link are an inspection team and a stationed group."""

    code = "not_an_inspection_team"
    status = Status.UNPROCESSABLE
    zh = "“{team}”不是巡察组,或者“{group}”不是派驻机构。"
    en = "{team} is no inspection team, or {group} is no stationed group."
    next_zh = "请先登记本轮巡察组为单位。"
    next_en = "Register the team of the round as a party first."


class NotForThisSide(Refusal):
    """The other side of the link, or the inspection office, does this."""

    code = "not_for_this_side"
    status = Status.FORBIDDEN
    zh = "此项由“{wanted}”办理,“{party}”不能办理。"
    en = "It is for {wanted} to do: {party} cannot."
    next_zh = "请由该单位办理。"
    next_en = "Have that party do it."


class NotTheHeadOfTheGroup(Refusal):
    """Who is authorised leads the stationed group."""

    code = "not_the_head_of_the_group"
    status = Status.UNPROCESSABLE
    zh = "{person}不是“{group}”的负责人,不能担任巡察组副组长。"
    en = "{person} does not lead {group} and cannot be deputy team leader."
    next_zh = "请授权派驻机构的现任负责人。"
    next_en = "Authorise somebody who leads the group."


class RecusedFromTheRound(Refusal):
    """The person must keep out of a unit that the round inspects."""

    code = "recused_from_the_round"
    status = Status.FORBIDDEN
    zh = "{person}对“{unit}”须回避或在该单位任职,不能参加本轮巡察。"
    en = "{person} is recused from {unit} or holds office there and cannot take part in the round."
    next_zh = "请授权其他负责人。"
    next_en = "Authorise somebody else."


class AlreadyAuthorised(Refusal):
    """One deputy team leader of a group at a time."""

    code = "already_authorised"
    status = Status.CONFLICT
    zh = "本轮已授权{person}。"
    en = "{person} is authorised in this round already."
    next_zh = "如需更换,请先终止原授权。"
    next_en = "End that authorisation first."


class RoundIsOver(Refusal):
    """Nothing new begins outside the days of the round."""

    code = "round_is_over"
    status = Status.CONFLICT
    zh = "{on}不在本轮巡察期内({begins}至{until})。"
    en = "{on} lies outside the round ({begins} to {until})."
    next_zh = "请在下一轮巡察中办理。"
    next_en = "Do it in the next round."


class NoSuchStep(Refusal):
    """Nothing of that number stands so."""

    code = "no_such_step"
    status = Status.CONFLICT
    zh = "没有可办理此项的第{serial}号事项。"
    en = "There is nothing of number {serial} for which this can be done."
    next_zh = "请重新读取联动情况。"
    next_en = "Read the link again."


class RectifiedAlready(Refusal):
    """Another problem of the link is rectified in that item: it would be reported twice."""

    code = "rectified_already"
    status = Status.CONFLICT
    zh = "该整改事项已对应第{problem}号问题,不重复报告。"
    en = "Problem {problem} is rectified in that item already: nothing is reported twice."
    next_zh = "请使用该问题自己的整改事项。"
    next_en = "Name the item of this problem."


class AnswersOwed(Refusal):
    """Leads that were passed have not come back yet."""

    code = "answers_owed"
    status = Status.CONFLICT
    zh = "尚有{count}件交由了解的线索没有反馈。"
    en = "{count} lead(s) passed for understanding have not come back."
    next_zh = "请先反馈并采纳。"
    next_en = "Have them reported and accepted first."


REFUSALS: tuple[type[Refusal], ...] = (
    NotAnInspectionTeam,
    NotForThisSide,
    NotTheHeadOfTheGroup,
    RecusedFromTheRound,
    AlreadyAuthorised,
    RoundIsOver,
    NoSuchStep,
    RectifiedAlready,
    AnswersOwed,
)
