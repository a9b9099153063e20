"""What campaigns refuse beside the refusals every family shares."""

from domain.errors import Refusal, Status


class NotTheOrganiser(Refusal):
    """Another party than the one that organises a campaign plans, lists, assigns or closes it."""

    code = "not_the_organiser"
    status = Status.FORBIDDEN
    zh = "该专项由“{organiser}”牵头,“{party}”不能办理此项。"
    en = "{organiser} organises the campaign: {party} cannot do this."
    next_zh = "请由牵头单位办理。"
    next_en = "Have the organiser do it."


class NotYourObject(Refusal):
    """A party acts on an object that another one screens."""

    code = "not_your_object"
    status = Status.FORBIDDEN
    zh = "该事项未分派给“{party}”。"
    en = "This object is not {party}'s to screen."
    next_zh = "请由承担筛查的单位办理,或由牵头单位重新分派。"
    next_en = "Have the party that screens it act, or have the organiser assign it anew."


class NotADisciplineBody(Refusal):
    """A unit or department organises a campaign of supervision."""

    code = "not_a_discipline_body"
    status = Status.FORBIDDEN
    zh = "“{party}”不是纪检监察机关或派驻机构,不能牵头开展专项监督。"
    en = "{party} is no discipline body: it cannot organise a campaign of supervision."
    next_zh = "请由纪检监察机关内设部门或派驻机构牵头。"
    next_en = "Have an office of the commission or a stationed group organise it."


class OwnObject(Refusal):
    """A unit would screen, or judge, what it answers for itself."""

    code = "own_object"
    status = Status.UNPROCESSABLE
    zh = "“{party}”对清单第{object}项负有责任,不能自行筛查。"
    en = "{party} answers for object {object} itself: it cannot screen it."
    next_zh = "请分派给其他单位筛查。"
    next_en = "Assign it to another party."


class ConsultationFirst(Refusal):
    """The scheme owes a topical consultation on the campaign, and none was held yet."""

    code = "consultation_first"
    status = Status.CONFLICT
    zh = "方案要求先就该专项组织专题会商(应于{due}前)。"
    en = "The scheme has a topical consultation come first (due by {due})."
    next_zh = "请先组织专题会商并登记。"
    next_en = "Hold the topical consultation and record it."


class NoSuchConsultation(Refusal):
    """What is named is no topical consultation on the campaign that was held with the organiser."""

    code = "no_such_consultation"
    status = Status.UNPROCESSABLE
    zh = "{consultation}不是本单位参加并已召开、议题为本专项的专题会商。"
    en = "{consultation} is no topical consultation on this campaign that was held with this party."
    next_zh = "请核对会商编号;召集时在议题中写明本专项,召开后再登记。"
    next_en = (
        "Check the identifier; name the campaign on its agenda, and record it once it was held."
    )


class ObjectsUnscreened(Refusal):
    """Objects that nobody screened block the closing (逐个过筛)."""

    code = "objects_unscreened"
    status = Status.CONFLICT
    zh = "清单还有{count}项未筛查:{objects}。"
    en = "{count} object(s) on the list are not screened yet: {objects}."
    next_zh = "请逐个过筛后再结束。"
    next_en = "Have each of them screened, then close."


class FindingsUnsettled(Refusal):
    """Findings of which nothing came yet block the closing."""

    code = "findings_unsettled"
    status = Status.CONFLICT
    zh = "还有{count}项发现未处理或未核实整改:{findings}。"
    en = "{count} finding(s) are not settled, or not verified as put right: {findings}."
    next_zh = "请逐项处理完毕后再结束。"
    next_en = "Settle each of them, then close."


class DutiesUndone(Refusal):
    """Objects on which a unit did not do what is its own block the closing: it stays owed."""

    code = "duties_undone"
    status = Status.CONFLICT
    zh = "还有{count}项单位尚未履行主体责任:{objects}。"
    en = "On {count} object(s) the unit did not do what is its own: {objects}."
    next_zh = "请督促单位登记履责情况,确不需履行的经批准撤回后再结束。"
    next_en = "Have the units do it, or take back with approval what is not theirs, then close."


class ReportOverdue(Refusal):
    """A quarterly report that is overdue stays owed: closing would withdraw it."""

    code = "report_overdue"
    status = Status.CONFLICT
    zh = "应于{due}前报送的季度情况尚未报告。"
    en = "The quarterly report due by {due} was not given yet."
    next_zh = "请先报告,再结束专项。"
    next_en = "Report first, then close."


class FindingsAttached(Refusal):
    """An object on which something was found cannot be struck off the list."""

    code = "findings_attached"
    status = Status.CONFLICT
    zh = "该项下还有{count}项发现,不能剔除。"
    en = "{count} finding(s) stand on this object: it cannot be struck off."
    next_zh = "请先作废误录的发现。"
    next_en = "Annul those that were recorded by mistake first."


class MeasuresAttached(Refusal):
    """Another unit cannot answer for an object on which one did something already."""

    code = "measures_attached"
    status = Status.CONFLICT
    zh = "该项下还有{count}条履责记录,不能变更责任单位。"
    en = "{count} measure(s) stand on this object: its unit cannot be changed."
    next_zh = "请先由登记单位作废误录的履责记录。"
    next_en = "Have who recorded them annul those entered by mistake first."


class NotYourRecord(Refusal):
    """A party mends what another one recorded."""

    code = "not_your_record"
    status = Status.FORBIDDEN
    zh = "该记录由“{recorder}”登记,“{party}”不能更正或作废。"
    en = "{recorder} recorded it: {party} can neither correct nor annul it."
    next_zh = "请由登记单位办理。"
    next_en = "Have the party that recorded it act."


class AlreadyReported(Refusal):
    """The quarter was reported."""

    code = "already_reported"
    status = Status.CONFLICT
    zh = "{period}已经报告。"
    en = "{period} was reported already."
    next_zh = "请报告下一季度。"
    next_en = "Report the next quarter."


class AnotherQuarterOwed(Refusal):
    """Another quarter than the one that is owed: none is left out."""

    code = "another_quarter_owed"
    status = Status.CONFLICT
    zh = "应先报告{owed},不能报告{period}。"
    en = "{owed} is owed first, not {period}."
    next_zh = "请按季度依次报告。"
    next_en = "Report quarter by quarter."


REFUSALS: tuple[type[Refusal], ...] = (
    NotTheOrganiser,
    NotYourObject,
    NotADisciplineBody,
    OwnObject,
    ConsultationFirst,
    NoSuchConsultation,
    ObjectsUnscreened,
    FindingsUnsettled,
    DutiesUndone,
    ReportOverdue,
    FindingsAttached,
    MeasuresAttached,
    NotYourRecord,
    AlreadyReported,
    AnotherQuarterOwed,
)
