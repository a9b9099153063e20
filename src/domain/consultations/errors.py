"""What consultations refuse beside the refusals every family shares."""

from domain.errors import Refusal, Status


class NotInvited(Refusal):
    """A party that does not belong to the consultation acts on it."""

    code = "not_invited"
    status = Status.FORBIDDEN
    zh = "“{party}”未受邀参加本次会商。"
    en = "{party} is not invited to this consultation."
    next_zh = "请由召集单位邀请后再办理。"
    next_en = "Have the convener invite it first."


class NotTheConvener(Refusal):
    """Only the convener records, concludes, releases and confirms."""

    code = "not_the_convener"
    status = Status.FORBIDDEN
    zh = "本次会商由“{convener}”召集,“{party}”不能办理此项。"
    en = "{convener} convenes this consultation: {party} cannot do this."
    next_zh = "请由召集单位办理。"
    next_en = "Have the convener do it."


class AttendanceIncomplete(Refusal):
    """An invited party is neither present nor absent with a reason, or it is both."""

    code = "attendance_incomplete"
    status = Status.UNPROCESSABLE
    zh = "到会情况与邀请名单不符:{parties}。"
    en = "Attendance does not reconcile with the invitation: {parties}."
    next_zh = "请逐一填明到会,或未到会及原因。"
    next_en = "List each invited party once: present, or absent with its reason."


class NotAMember(Refusal):
    """A party is invited to a meeting whose members the scheme fixes, and is of none of their kinds."""

    code = "not_a_member"
    status = Status.UNPROCESSABLE
    zh = "“{party}”不是{meeting_zh}的成员。"
    en = "{party} is no member of «{meeting_en}»."
    next_zh = "请只召集方案规定的成员;其他单位可列席,在会议记录中列明。"
    next_en = (
        "Convene the members that the scheme names; others may sit in and are recorded as present."
    )


class MembersMissing(Refusal):
    """A meeting whose members the scheme fixes is convened without one of their kinds."""

    code = "members_missing"
    status = Status.UNPROCESSABLE
    zh = "{meeting_zh}缺少成员:{groups_zh}。"
    en = "«{meeting_en}» lacks members: {groups_en}."
    next_zh = "每一类成员至少召集一个单位。"
    next_en = "Convene at least one party of each kind of member."


class LeadCannotBeTabled(Refusal):
    """Leads are tabled at lead assessment meetings only, once, by the party that handles them.

    Basis: scope of knowledge is limited (R 299); DOMAIN.md §5 mechanism 3.
    """

    code = "lead_cannot_be_tabled"
    status = Status.UNPROCESSABLE
    zh = "该线索不能提请本次会商研究:{reason_zh}。"
    en = "This lead cannot be tabled here: {reason_en}."
    next_zh = "请由线索承办部门提请问题线索研判处置会研究。"
    next_en = "Have the party that handles it table it at a lead assessment meeting."


class PartyCannotAttend(Refusal):
    """A party outside the commission's own bodies is invited where leads are assessed (R 299)."""

    code = "party_cannot_attend"
    status = Status.UNPROCESSABLE
    zh = "“{party}”不得参加研判问题线索的会议。"
    en = "{party} may not attend a meeting that assesses leads."
    next_zh = "请只邀请纪检监察机关内设部门、派驻机构和下级纪委监委。"
    next_en = "Invite offices, stationed groups and lower commissions only."


class ResolutionsIncomplete(Refusal):
    """The resolutions are not exactly one per tabled lead."""

    code = "resolutions_incomplete"
    status = Status.UNPROCESSABLE
    zh = "研判结论与提请研究的线索不一致:{leads}。"
    en = "Resolutions do not match the tabled leads one to one: {leads}."
    next_zh = "请对每件提请研究的线索给出一项结论;暂不决定的写明留待下次研究(defer)。"
    next_en = "Give one resolution per tabled lead; «defer» the ones left for a later meeting."


class OwnerWasNotThere(Refusal):
    """An action item is given to a party that neither was present nor had the minutes released."""

    code = "owner_was_not_there"
    status = Status.UNPROCESSABLE
    zh = "“{party}”未到会,也未向其通报,不能直接承担任务。"
    en = "{party} was not present and has nothing released: it cannot own an action item."
    next_zh = "请先向其通报会商情况,或由到会单位承担。"
    next_en = "Release the minutes to it first, or give the item to a party that was present."


class PersonsNotNamed(Refusal):
    """A party came to a meeting on leads, and it is not said in whose person.

    Basis: only those present read what is said of leads (R 299; DOMAIN.md §5 mechanism 3).
    """

    code = "persons_not_named"
    status = Status.UNPROCESSABLE
    zh = "“{party}”由谁到会未列明。"
    en = "It is not said who came for {party}."
    next_zh = "研判线索的会议只有到会人员知悉,请逐一列出。"
    next_en = "Only those present read what is said of leads: name each of them."


class NothingToCount(Refusal):
    """The meeting has no pack: the scheme has no form of one for any body that is invited."""

    code = "nothing_to_count"
    status = Status.CONFLICT
    zh = "本次会议没有需要统计的单位,或方案未规定材料的统计项目。"
    en = "No body at this meeting has figures in the scheme's form of a pack."
    next_zh = "请邀请方案规定统计的单位召开分析会,或在方案中增加统计项目。"
    next_en = (
        "Invite bodies that the form is for to an analysis meeting, or add a form to the scheme."
    )


class PackMissing(Refusal):
    """An analysis meeting is recorded as held, and its pack was never given out."""

    code = "pack_missing"
    status = Status.CONFLICT
    zh = "会议材料尚未分发。"
    en = "The pack of the meeting was not given out."
    next_zh = "请先分发材料(issue_pack),再记录召开。"
    next_en = "Issue the pack first («issue_pack»), then record the meeting."


class LeaderMissing(Refusal):
    """A leader's meeting is recorded as held, and no such leader is among those present."""

    code = "leader_missing"
    status = Status.UNPROCESSABLE
    zh = "到会人员中没有{role_zh},会议不能算作召开。"
    en = "No {role_en} was there: it is their meeting, and does not count as held without them."
    next_zh = "请列明到会的该名领导;未到会的,改期召开。"
    next_en = "Name the leader who was there; if none was, postpone the meeting."


class KeepsOutOfTheLead(Refusal):
    """Somebody is recused from a tabled lead, or named in it (SL 67, R 299)."""

    code = "keeps_out_of_the_lead"
    status = Status.FORBIDDEN
    zh = "{person}须回避提请研究的线索,不能到会。"
    en = "{person} keeps out of a tabled lead and cannot be there."
    next_zh = "请改由其他人员到会。"
    next_en = "Have somebody else come."


class NotPresent(Refusal):
    """A view is given for somebody who was not there."""

    code = "not_present"
    status = Status.UNPROCESSABLE
    zh = "{person}未到会,不能记录其意见。"
    en = "{person} was not there: no view of theirs can be recorded."
    next_zh = "请只记录到会人员的意见;到会情况有误的,先更正。"
    next_en = "Record views of those present only; correct the attendance first where it is wrong."


class NoSuchItem(Refusal):
    """The action item does not exist."""

    code = "no_such_item"
    status = Status.NOT_FOUND
    zh = "没有第{item}项任务。"
    en = "There is no action item {item}."
    next_zh = "请核对任务序号。"
    next_en = "Check the item's number."


class NotTheOwner(Refusal):
    """Another party than the owner reports an action item."""

    code = "not_the_owner"
    status = Status.FORBIDDEN
    zh = "该任务由“{owner}”承担,“{party}”不能报告。"
    en = "{owner} owns this action item: {party} cannot report it."
    next_zh = "请由承担单位报告。"
    next_en = "Have its owner report it."


class ReporterMayNotConfirm(Refusal):
    """Who reported an item as done may not confirm it."""

    code = "reporter_may_not_confirm"
    status = Status.FORBIDDEN
    zh = "任务完成情况由您报告,不能由您本人确认。"
    en = "You reported this item: another person has to confirm it."
    next_zh = "请由召集单位其他人员确认。"
    next_en = "Have another person of the convener confirm it."


REFUSALS: tuple[type[Refusal], ...] = (
    NotInvited,
    NotTheConvener,
    AttendanceIncomplete,
    LeadCannotBeTabled,
    PartyCannotAttend,
    NotAMember,
    MembersMissing,
    ResolutionsIncomplete,
    OwnerWasNotThere,
    PersonsNotNamed,
    NothingToCount,
    PackMissing,
    LeaderMissing,
    KeepsOutOfTheLead,
    NotPresent,
    NoSuchItem,
    NotTheOwner,
    ReporterMayNotConfirm,
)
