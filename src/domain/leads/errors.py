"""Why an action on a lead is refused, beside what every family refuses."""

from domain.errors import Refusal, Status


class BarredFromLead(Refusal):
    """The actor or a person named has to keep out of this lead (SL 67, R 295)."""

    code = "barred_from_lead"
    status = Status.FORBIDDEN
    zh = "{person}须回避或与本线索有关联,不能参与办理。"
    en = "{person} is recused from or connected with this lead and cannot take part."
    next_zh = "请改由其他人员办理。"
    next_en = "Have somebody else act."


class NotCompetent(Refusal):
    """By 干部管理权限 the party is not competent for some of the persons (DOMAIN.md §1.16)."""

    code = "not_competent"
    status = Status.UNPROCESSABLE
    zh = "按干部管理权限,“{party}”对{persons}没有管辖权。"
    en = "{party} is not competent for {persons} by the cadre management authority."
    next_zh = "请交有管辖权的部门承办;涉及多人且管辖不同的,先拆分。"
    next_en = "Give it to a competent party; where persons differ in this, split the lead first."


class PostLevelUnknown(Refusal):
    """The scheme's dated table has no row for a post level on that day."""

    code = "post_level_unknown"
    status = Status.UNPROCESSABLE
    zh = "{on}的干部管理权限表中没有职级“{post_level}”。"
    en = "The table of cadre management authority has no post level «{post_level}» on {on}."
    next_zh = "请使用方案中的职级代码。"
    next_en = "Use a post level of the scheme."


class WayNotInForce(Refusal):
    """The way of disposal is not in force under the regime on that day (R 204-205, RD 21)."""

    code = "way_not_in_force"
    status = Status.UNPROCESSABLE
    zh = "{on}按{regime}规则没有处置方式“{way}”,可用:{ways}。"
    en = "On {on} the {regime} rules have no way of disposal «{way}»; there are: {ways}."
    next_zh = "请选择当日有效的处置方式。"
    next_en = "Choose a way that is in force on that day."


class SubmissionUnderWay(Refusal):
    """Another submission on the lead is not decided yet."""

    code = "submission_under_way"
    status = Status.CONFLICT
    zh = "已有呈批件({matter})正在办理。"
    en = "A submission ({matter}) is under way."
    next_zh = "请待其批准、退回或撤回后再呈批。"
    next_en = "Wait until it is decided, or withdraw it first."


class InTransit(Refusal):
    """The lead was handed over and waits for the addressee's answer."""

    code = "in_transit"
    status = Status.CONFLICT
    zh = "线索已移送“{to_party}”,待其接受或退回。"
    en = "The lead was handed over to {to_party}, which has not answered yet."
    next_zh = "请待对方接受或退回后再办理。"
    next_en = "Wait until it accepts or returns the hand-over."


class NotApproved(Refusal):
    """What is to be carried out was not approved."""

    code = "not_approved"
    status = Status.CONFLICT
    zh = "“{way}”未经批准,不能办理。"
    en = "«{way}» was not approved and cannot be carried out."
    next_zh = "请先呈批。"
    next_en = "Propose it and have it approved first."


class AlreadyRegistered(Refusal):
    """A lead has one number per level (DOMAIN.md §1.15)."""

    code = "already_registered"
    status = Status.CONFLICT
    zh = "本级已登记编号{number}。"
    en = "It is registered at this level already: {number}."
    next_zh = "请使用已有编号。"
    next_en = "Use the number it has."


class NoRegister(Refusal):
    """The party keeps no register of leads under the scheme."""

    code = "no_register"
    status = Status.CONFLICT
    zh = "按现行方案,“{party}”没有线索编号规则,不能登记。"
    en = "The scheme gives {party} no register of leads to number it in."
    next_zh = "请移送案件监督管理部门登记。"
    next_en = "Hand it over to case supervision, which registers it."


class SignaturesMissing(Refusal):
    """A report is not signed by everyone who must sign it (R 77, 207)."""

    code = "signatures_missing"
    status = Status.UNPROCESSABLE
    zh = "报告缺少签名:{persons}。"
    en = "The report lacks the signatures of {persons}."
    next_zh = "请由全体成员签名后提交。"
    next_en = "Have everybody sign it, then submit it."


class ReplyNotInOrder(Refusal):
    """A reply to a written inquiry came without what R 206 asks for."""

    code = "reply_not_in_order"
    status = Status.UNPROCESSABLE
    zh = "函询回复应由单位主要负责人签字;本人即主要负责人或涉及主要负责人的,直接回复,不经其签字。"
    en = (
        "A reply is signed by the unit's head; where the person is the head, or it concerns the "
        "head, it comes straight back without that signature."
    )
    next_zh = "请按规定补齐或更正后登记。"
    next_en = "Have it put in order, then record it."


class OutcomeTooEarly(Refusal):
    """The way in hand has not been carried out far enough for an outcome."""

    code = "outcome_too_early"
    status = Status.CONFLICT
    zh = "处置方式“{way}”尚未办理完毕,不能呈批结果。"
    en = "«{way}» has not been carried out: an outcome cannot be proposed yet."
    next_zh = "请先完成谈话、函询或提交核查报告。"
    next_en = "Hold the interview, send the inquiry or report the verification first."


class FeedbackTooEarly(Refusal):
    """The result is fed back when the lead has ended or is shelved."""

    code = "feedback_too_early"
    status = Status.CONFLICT
    zh = "线索尚未办结,不能反馈结果。"
    en = "The lead has not ended: there is no result to feed back yet."
    next_zh = "请办结后反馈。"
    next_en = "Feed back once it is closed, filed or shelved."


class NoPersonLeft(Refusal):
    """A split must leave at least one person in the lead, and take each at most once."""

    code = "no_person_left"
    status = Status.UNPROCESSABLE
    zh = "拆分后原线索至少保留一名被反映人,每人只能分出一次。"
    en = "A split leaves at least one person in the lead and takes each person once."
    next_zh = "请调整拆分名单。"
    next_en = "Correct the list of persons."


class OnlyByReferral(Refusal):
    """The party is another jurisdiction, with a log of its own: what goes there is released in words."""

    code = "only_by_referral"
    status = Status.CONFLICT
    zh = "“{party}”是另一辖区({jurisdiction}),应以“移送其他辖区”办理。"
    en = "{party} is a jurisdiction of its own («{jurisdiction}»): refer the lead to it."
    next_zh = "请使用“移送其他辖区”,写明提供给对方的内容。"
    next_en = "Use «refer», which says what is released to it."


class NotForAUnitCommittee(Refusal):
    """A unit discipline committee has no register to see and no lead to handle (RS 18, 19)."""

    code = "not_for_a_unit_committee"
    status = Status.FORBIDDEN
    zh = "“{party}”是机关纪委,不接触线索台账,线索不能移送给它。"
    en = "{party} is a unit discipline committee: it sees no register, and no lead goes to it."
    next_zh = "需要其协助的,在“机关纪委指导”中抽调,写明协助范围和期限。"
    next_en = "If it is to help, enlist it («unit committees»), within a scope and a time."


class GoesElsewhere(Refusal):
    """What a department found goes first to the party that its procedure names (DOMAIN.md §5.10)."""

    code = "goes_elsewhere"
    status = Status.UNPROCESSABLE
    zh = "按“{department}”的移送流程,线索应送“{receiver}”,不送“{to_party}”。"
    en = "By the procedure of {department} a lead goes to {receiver}, not to {to_party}."
    next_zh = "请送流程规定的单位;该单位退回后,再按退回理由送有管辖权的机关。"
    next_en = "Send it where the procedure says; what comes back from there may go to whoever is competent."


class PapersMissing(Refusal):
    """The list lacks papers that the sender's procedure asks for (DOMAIN.md §5.10)."""

    code = "papers_missing"
    status = Status.UNPROCESSABLE
    zh = "移送材料不全,缺少:{papers}。"
    en = "The list lacks papers: {papers}."
    next_zh = "移送单位:补齐材料,在清单中写明流程所列名称;接收单位:退回补正。"
    next_en = (
        "Sender: add them, called as the procedure calls them. Addressee: return it for completion."
    )


class WholeLeadOnly(Refusal):
    """Between jurisdictions a lead goes as a whole; persons of different competence are split off before."""

    code = "whole_lead_only"
    status = Status.UNPROCESSABLE
    zh = "跨辖区移送须整件移送、整件答复;涉及多人且管辖不同的,由移送方先拆分。"
    en = "Between jurisdictions a lead goes and is answered as a whole."
    next_zh = "请移送方先拆分线索;接收方可退回并说明理由。"
    next_en = "Split it before it is sent; whoever received it may return it with that reason."


REFUSALS = (
    OnlyByReferral,
    NotForAUnitCommittee,
    GoesElsewhere,
    PapersMissing,
    WholeLeadOnly,
    BarredFromLead,
    NotCompetent,
    PostLevelUnknown,
    WayNotInForce,
    SubmissionUnderWay,
    InTransit,
    NotApproved,
    AlreadyRegistered,
    NoRegister,
    SignaturesMissing,
    ReplyNotInOrder,
    OutcomeTooEarly,
    FeedbackTooEarly,
    NoPersonLeft,
)
"""All of them, for the OpenAPI document."""
