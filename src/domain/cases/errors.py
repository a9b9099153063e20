"""Why an action on a case is refused, beside what every family refuses."""

from domain.errors import Refusal, Status


class BarredFromCase(Refusal):
    """The actor or a person named has to keep out of this case (SL 67, R 295)."""

    code = "barred_from_case"
    status = Status.FORBIDDEN
    zh = "{person}须回避或与本案有关联,不能参与办理。"
    en = "{person} is recused from or connected with this case and cannot take part."
    next_zh = "请改由其他人员办理。"
    next_en = "Have somebody else act."


class HandlerMayNotJudge(Refusal):
    """Who investigated a matter neither reviews, adjudicates nor decides it (R 222, 289)."""

    code = "handler_may_not_judge"
    status = Status.FORBIDDEN
    zh = "{person}办理过本案或其线索,不能审核、审理或批准。"
    en = "{person} handled this case or its lead and can neither review, adjudicate nor approve it."
    next_zh = "请由未参与审查调查的人员办理。"
    next_en = "Have somebody act who took no part in the investigation."


class LeadNotForFiling(Refusal):
    """A case begins with a lead whose disposal or outcome is filing."""

    code = "lead_not_for_filing"
    status = Status.CONFLICT
    zh = "线索{lead}的处置结果不是立案,或不由本单位承办。"
    en = "The lead {lead} does not end in filing, or another party handles it."
    next_zh = "请先就该线索呈批立案。"
    next_en = "Propose filing on the lead first."


class LeadHasCase(Refusal):
    """One lead becomes one case; another only once that was annulled."""

    code = "lead_has_case"
    status = Status.CONFLICT
    zh = "线索{lead}已立案({case})。"
    en = "The lead {lead} is a case already: {case}."
    next_zh = "请在该案中办理。"
    next_en = "Go on in that case."


class NotSignedOff(Refusal):
    """The three-level sign-off that the scheme asks for is missing or used up (mechanism 7)."""

    code = "not_signed_off"
    status = Status.CONFLICT
    zh = "“{matter_zh}”尚未经承办人、组长、组务会三级把关同意。"
    en = "«{matter_en}» has not been signed off by handler, head and group meeting."
    next_zh = "请先完成三级把关。"
    next_en = "Complete a sheet of the three-level sign-off for it first."


class NoQuorum(Refusal):
    """Too few members of the group meeting were there."""

    code = "no_quorum"
    status = Status.UNPROCESSABLE
    zh = "组务会应到{entitled}人,实到{present}人,未达到方案规定的{quorum}。"
    en = "{present} of {entitled} members were there; the scheme asks for {quorum}."
    next_zh = "请另行召开。"
    next_en = "Hold the meeting again with more members."


class SheetServed(Refusal):
    """A sheet that opened the way for a step would not have been agreed to: that step has to go first."""

    code = "sheet_served"
    status = Status.CONFLICT
    zh = "更正后该表未获组务会通过,而已据此办理“{matter_zh}”。"
    en = "Corrected, the sheet would not have been agreed to, and {matter_en} went by it."
    next_zh = "请先撤销或作废该环节,再重新把关。"
    next_en = "Undo that step first, and sign it off anew."


class AttendanceWrong(Refusal):
    """Each member of a meeting is present with a view or absent with a reason, exactly once."""

    code = "attendance_wrong"
    status = Status.UNPROCESSABLE
    zh = "会议人员与应到人员不符:{persons}。"
    en = "Attendance does not reconcile with who is a member: {persons}."
    next_zh = "每名成员须列明意见或缺席原因,且只列一次。"
    next_en = "List each member once, with a view or with the reason for being away."


class NoMajority(Refusal):
    """A body settles something only if more than half agree."""

    code = "no_majority"
    status = Status.UNPROCESSABLE
    zh = "同意{agree}人,未超过{entitled}人的半数。"
    en = "{agree} agree: that is not more than half of {entitled}."
    next_zh = "请继续研究,或提出新的意见后再议。"
    next_en = "Deliberate again on another proposal."


class FactsNotShown(Refusal):
    """Before a case is sent to adjudication the facts are put to every person (R 217)."""

    code = "facts_not_shown"
    status = Status.CONFLICT
    zh = "尚未与{persons}见面核对事实材料。"
    en = "The facts have not been put to {persons}."
    next_zh = "请先见面并由本人签署意见。"
    next_en = "Put the facts to them and have them sign a view."


class NotProposed(Refusal):
    """A case is sent to adjudication with a proposal for every person."""

    code = "not_proposed"
    status = Status.CONFLICT
    zh = "尚未提出处分建议。"
    en = "No sanctions were proposed yet."
    next_zh = "请先提出处分建议。"
    next_en = "Propose what is right for each person first."


class CannotAdjudicate(Refusal):
    """The adjudication office adjudicates, or another group or county for it; never the handlers (R 222)."""

    code = "cannot_adjudicate"
    status = Status.UNPROCESSABLE
    zh = "“{party}”不能审理本案。"
    en = "{party} cannot adjudicate this case."
    next_zh = "请移送案件审理室,或移送其他派驻机构代为审理。"
    next_en = "Send it to the adjudication office, or to another group that acts for it."


class AdjudicatorOutsideTheArea(Refusal):
    """A case of a group in an area is adjudicated by another group of that area, or by no group."""

    code = "adjudicator_outside_the_area"
    status = Status.UNPROCESSABLE
    zh = "承办组属于{title_zh},“{party}”不在该片区,不能审理本案。"
    en = "{party} is not of the area {title_en}, to which the handling group belongs: it cannot adjudicate."
    next_zh = "请移送片区内的其他派驻机构,或移送案件审理室。"
    next_en = "Send it to another group of the area, or to the adjudication office."


class AdjudicatorSignaturesMissing(Refusal):
    """Every adjudicator signs the report (R 222)."""

    code = "adjudicator_signatures_missing"
    status = Status.UNPROCESSABLE
    zh = "审理报告缺少签名:{persons}。"
    en = "The report lacks the signatures of {persons}."
    next_zh = "请由全体审理人员签名后提交。"
    next_en = "Have every adjudicator sign it, then submit it."


class NoApprovalChain(Refusal):
    """The dated table of the scheme has no chain for this sanction (PS 6; PGR 4)."""

    code = "no_approval_chain"
    status = Status.UNPROCESSABLE
    zh = "{on}的批准权限表中没有职级“{post_level}”、{organ}、“{sanction}”的批准程序。"
    en = "On {on} the scheme has no approval chain for «{sanction}», «{post_level}», {organ}."
    next_zh = "请核对处分种类和职级,或补充方案。"
    next_en = "Check the sanction and the post level, or have the chain added to the scheme."


class NotTheBody(Refusal):
    """Another body's turn in the approval chain."""

    code = "not_the_body"
    status = Status.FORBIDDEN
    zh = "现待“{body}”研究,“{party}”不能办理。"
    en = "It is the turn of {body}: {party} cannot decide it."
    next_zh = "请由该单位集体研究后登记。"
    next_en = "Have that body decide collectively and record it."


class NotCollective(Refusal):
    """A sanction is decided by a body, never by one person (PS 5; PGR 3)."""

    code = "not_collective"
    status = Status.UNPROCESSABLE
    zh = "应到{entitled}人、实到{present}人、同意{in_favour}人,不构成集体决定。"
    en = "{present} of {entitled} present and {in_favour} in favour is no collective decision."
    next_zh = "请按会议情况登记:实到不少于两人且超过半数,同意的意见须超过应到半数。"
    next_en = "Record the meeting as it was: two or more and over half there, over half agreeing."


class NoSuchSanction(Refusal):
    """The person has no such sanction, or it does not stand so."""

    code = "no_such_sanction"
    status = Status.CONFLICT
    zh = "该人员没有处于此环节的{track_zh}处分。"
    en = "The person has no {track_en} sanction at this stage."
    next_zh = "请核对人员和处分种类。"
    next_en = "Check the person and the track."


class OtherChain(Refusal):
    """A correction that would have needed another approval is none: it has to be decided anew."""

    code = "other_chain"
    status = Status.CONFLICT
    zh = "更正后的处分应经另一批准程序({chain}),不属于录入更正。"
    en = "The corrected sanction needs another approval ({chain}): that is no correction of an entry."
    next_zh = "请撤销原处分后重新审议报批。"
    next_en = "Annul the sanction and have the right one approved."


REFUSALS: tuple[type[Refusal], ...] = (
    BarredFromCase,
    HandlerMayNotJudge,
    LeadNotForFiling,
    LeadHasCase,
    NotSignedOff,
    NoQuorum,
    SheetServed,
    AttendanceWrong,
    NoMajority,
    FactsNotShown,
    NotProposed,
    CannotAdjudicate,
    AdjudicatorOutsideTheArea,
    AdjudicatorSignaturesMissing,
    NoApprovalChain,
    NotTheBody,
    NotCollective,
    NoSuchSanction,
    OtherChain,
)
"""All of them, for the OpenAPI document."""
