"""What has to be true before an action in a campaign; each guard raises the refusal it needs."""

import datetime
from typing import Final, get_args

from domain import checks, mending
from domain.account import invalid
from domain.campaigns import errors
from domain.campaigns.account import Account
from domain.campaigns.commands import (
    Correct,
    CorrectMeasure,
    CorrectRecovery,
    CorrectSystem,
    Plan,
    SettleFinding,
)
from domain.campaigns.state import (
    FINDING_NAMES,
    LIVE,
    OBJECT_NAMES,
    RECORD_NAMES,
    STAGE_NAMES,
    Campaign,
    CampaignObject,
    Duty,
    Finding,
    Measure,
    Stage,
    System,
)
from domain.campaigns.values import ObjectKind, ObjectLine, Outcome
from domain.consultations.state import Consultation
from domain.errors import NotFound
from domain.ids import PartyId, StreamId, family_of
from domain.leads import guards as leads
from domain.leads.circle import is_discipline_body
from domain.periods import Cadence, CadencePeriod
from domain.responsibility import Responsibility
from domain.streams import StreamState

PROJECTS: Final[tuple[ObjectKind, ...]] = ("investment", "guarantee")
"""Objects with a day and an amount."""

CHECKLIST: Final = tuple(
    kind for kind in get_args(ObjectKind) if kind not in (*PROJECTS, "livelihood")
)
"""Objects that cite a clause."""

OUTCOMES: Final[dict[Outcome, str]] = {
    "lead": "matter",
    "rectification": "matter",
    "data_rule": "rule",
    "nothing": "reason",
}
"""What is named with each outcome: a stream of the family of that name, a rule, a reason."""

SHOWN: Final = 20
"""How many numbers a refusal lists."""


def at(account: Account, *stages: Stage) -> None:
    """Raise `WrongState` unless the campaign stands in one of ``stages``."""
    account.stands(account.state.stage, *stages, names=STAGE_NAMES)


def by_organiser(account: Account) -> None:
    """Raise `NotTheOrganiser` unless the organiser acts."""
    if account.acting != account.state.organiser:
        raise errors.NotTheOrganiser(organiser=account.state.organiser, party=account.acting)


def responsibility_of(account: Account, screener: PartyId) -> Responsibility | None:
    """监督责任 of a discipline body that screens; a department bears neither of the two."""
    return "supervisory" if is_discipline_body(screener, account.jurisdiction) else None


def may_organise(account: Account) -> None:
    """Raise `NotADisciplineBody` unless the acting party is of the commission's own line (RS 3)."""
    if not is_discipline_body(account.acting, account.jurisdiction):
        raise errors.NotADisciplineBody(party=account.acting)


def plan_fits(command: Plan) -> None:
    """Raise `InvalidField` for a span that ends before it begins, or a decision out of place."""
    if command.ends < command.begins:
        raise invalid("ends", "早于起始日", "it lies before the beginning")
    if (command.decision is not None) != (command.kind == "political_supervision"):
        raise invalid(
            "decision",
            "政治监督须写明所落实的决策部署,其他专项不写",
            "political supervision, and only it, names the decision that it follows",
        )


def consultation_held(account: Account, consultation: StreamId) -> None:
    """Raise `NoSuchConsultation` unless it is a topical one on this campaign, held with the acting party."""
    refusal = errors.NoSuchConsultation(consultation=consultation)
    if family_of(consultation) != "consultation":
        raise refusal
    found: Consultation = account.context.streams[consultation].state
    held = found.stage in ("held", "concluded")
    about = account.stream in found.campaigns
    if found.kind != "topical" or not held or not about or account.acting not in found.circle:
        raise refusal


def consulted_first(stream: StreamState[Campaign], account: Account) -> None:
    """Raise `ConsultationFirst` where a rule of the scheme still owes the consultation."""
    for owed in stream.obligations.values():
        if not account.state.consulted and "campaign.consulted" in owed.arisen.fulfilled_by:
            raise errors.ConsultationFirst(due=owed.arisen.due)


def line_fits(account: Account, line: ObjectLine, field: str) -> None:
    """Raise `UnknownParty`, or `InvalidField` for a line that lacks what its kind has."""
    if line.unit is not None:
        account.jurisdiction.party(line.unit)
    given = {line.decided is not None, line.amount is not None}
    if given != {line.kind in PROJECTS}:
        raise invalid(
            field,
            "投资担保项目须有决策日期和金额,其他事项不填",
            "a project, and only a project, has its day and its amount",
        )
    if line.decided is not None and not (
        account.state.begins <= line.decided <= account.state.ends
    ):
        raise invalid(
            field, "决策日期不在专项范围内", "its day lies outside the campaign's span of time"
        )
    if line.kind in CHECKLIST and line.clause is None:
        raise invalid(field, "清单事项须写明依据条款", "an item of a checklist cites its clause")
    if account.state.kind == "political_supervision" and line.unit is None:
        raise invalid(field, "政治监督清单须逐单位列出", "its checklist is one for each unit")


def object_at(account: Account, key: int, *stages: str) -> CampaignObject:
    """The object of that number; raises `NoSuchEntry`, and `WrongState` for another stage."""
    found = account.state.objects[key]
    account.stands(found.state, *stages, names=OBJECT_NAMES)
    return found


def finding_at(account: Account, key: int, *stages: str) -> Finding:
    """The finding of that number; raises `NoSuchEntry`, and `WrongState` for another stage."""
    found = account.state.findings[key]
    account.stands(found.state, *stages, names=FINDING_NAMES)
    return found


def by_screener(account: Account, party: PartyId | None) -> PartyId:
    """Raise `NotYourObject` unless the party that screens acts; give that party."""
    if party is None or account.acting != party:
        raise errors.NotYourObject(party=account.acting)
    return party


def may_screen(party: PartyId, entry: CampaignObject) -> None:
    """Raise `OwnObject` for a unit that would screen what it answers for itself."""
    if entry.line.unit == party:
        raise errors.OwnObject(party=party, object=entry.key)


def each_once(keys: tuple[int, ...]) -> None:
    """Raise `InvalidField` for an object named twice."""
    if len(set(keys)) != len(keys):
        raise invalid("objects", "每项只列一次", "list each object once")


def day_ahead(account: Account, day: datetime.date, field: str) -> None:
    """Raise `InvalidField` for a day before the act itself."""
    if day < account.context.occurred.date:
        raise invalid(field, "早于本次办理日期", "it lies before the act itself")


def unit_of(entry: CampaignObject) -> PartyId:
    """The unit that answers for an object; raises `InvalidField` where there is none."""
    if entry.line.unit is None:
        raise invalid("object", "该项未列责任单位", "no unit answers for this object")
    return entry.line.unit


def outcome_fits(account: Account, command: SettleFinding) -> None:
    """Raise unless what is named fits the outcome, and is the acting party's to know.

    A lead as `domain.leads.guards.known` says, so that nobody learns of one by naming it (R 299).
    """
    given = {"matter": command.matter, "rule": command.rule, "reason": command.reason}
    wanted = OUTCOMES[command.outcome]
    if given[wanted] is None or (command.matter is not None and wanted != "matter"):
        raise invalid(wanted, "须与处理结果一并填写", "it goes with the outcome")
    if command.matter is not None and family_of(command.matter) != command.outcome:
        raise invalid("matter", "与处理结果不符", "it is of another kind")
    if command.matter is not None:
        known(account, command.matter)


def known(account: Account, matter: StreamId) -> None:
    """Raise `NotFound` for a matter that is not there, or not the acting party's to know."""
    if family_of(matter) == "lead":
        leads.other_lead(matter, account.context)
        return
    stream = account.context.streams[matter]
    if stream.version == 0 or not checks.is_concerned(account.context, stream):
        raise NotFound(stream=matter)


def all_done(account: Account) -> None:
    """Raise `ObjectsUnscreened`, `FindingsUnsettled`, `DutiesUndone`: none may be open at its closing."""
    state = account.state
    objects, findings = (
        [each.key for each in found.open] for found in (state.objects, state.findings)
    )
    duties = [each.object for each in state.undone]
    if objects:
        raise errors.ObjectsUnscreened(count=len(objects), objects=_numbers(objects))
    if findings:
        raise errors.FindingsUnsettled(count=len(findings), findings=_numbers(findings))
    if duties:
        raise errors.DutiesUndone(count=len(duties), objects=_numbers(duties))


def reported_on_time(stream: StreamState[Campaign]) -> None:
    """Raise `ReportOverdue`: overdue is not an end, nor is the closing (DOMAIN.md §1.10)."""
    for owed in stream.obligations.values():
        if owed.status == "overdue" and "campaign.reported" in owed.arisen.fulfilled_by:
            raise errors.ReportOverdue(due=owed.arisen.due)


def _numbers(keys: list[int]) -> str:
    shown = "、".join(map(str, keys[:SHOWN]))
    return f"{shown}……" if len(keys) > SHOWN else shown


def quarter(account: Account, code: str) -> CadencePeriod:
    """The quarter of a code; raises `InvalidField`, `AlreadyReported`, `AnotherQuarterOwed`."""
    period = CadencePeriod.parse(code)
    if period.cadence is not Cadence.QUARTER:
        raise invalid("period", f"{code}不是季度", f"{code} is no quarter")
    if period.first_day > account.context.occurred.date:
        raise invalid("period", f"{code}尚未开始", f"{code} did not begin yet")
    if code in account.state.periods:
        raise errors.AlreadyReported(period=code)
    if account.state.asked not in ("", code):
        raise errors.AnotherQuarterOwed(owed=account.state.asked, period=code)
    return period


def recurred_fit(account: Account, recurred: tuple[int, ...], result: str) -> None:
    """Raise unless the findings that came back are live ones, named with that result only."""
    if bool(recurred) != (result == "recurred"):
        raise invalid("recurred", "与回头看结果不符", "it does not fit the result")
    for key in recurred:
        account.stands(account.state.findings[key].state, *LIVE, names=FINDING_NAMES)


def corrects(command: Correct) -> None:
    """Raise `InvalidField` where a correction changes nothing, or an object without its line."""
    if (command.object is None) != (command.line is None):
        raise invalid("line", "事项与其内容须一并填写", "object and line go together")
    mending.corrects(title=command.title, basis=command.basis, line=command.line)


def nothing_found(account: Account, key: int) -> None:
    """Raise `FindingsAttached` for an object on which something was found."""
    found = [each for each in account.state.findings if each.object == key and each.state in LIVE]
    if found:
        raise errors.FindingsAttached(count=len(found))


def nothing_done(account: Account, key: int) -> None:
    """Raise `MeasuresAttached` for an object on which somebody did something."""
    done = [each for each in account.state.measures if each.object == key]
    standing = [each for each in done if each.state == "recorded"]
    if standing:
        raise errors.MeasuresAttached(count=len(standing))


def duty_on(account: Account, key: int) -> Duty:
    """What the unit was told to do on an object and did not; raises `WrongState` for anything else."""
    found = next((duty for duty in account.state.undone if duty.object == key), None)
    if found is None:
        raise account.wrong_state(
            "该项没有待履行的主体责任任务", "no unit owes anything of its own on this object"
        )
    return found


def recovery_of(finding: Finding, command: CorrectRecovery) -> int:
    """The sum that is corrected, in fen; raises `InvalidField` for none, or where nothing changes."""
    found = finding.recovered[command.recovery - 1 : command.recovery]
    if not found:
        raise invalid("recovery", "没有该笔挽回", "there is no such recovery")
    ((_, amount),) = found
    if amount == command.amount:
        raise invalid("amount", "没有更正内容", "nothing is corrected")
    return amount


def own_measure(account: Account, key: int) -> Measure:
    """A measure that counts, of the acting party. Raises `NoSuchEntry`, `WrongState`, `NotYourRecord`."""
    found = account.state.measures[key]
    by_recorder(account, found.party)
    account.stands(found.state, "recorded", names=RECORD_NAMES)
    return found


def own_system(account: Account, key: int) -> System:
    """A new rule that counts, told by the acting party. Raises as `own_measure` does."""
    found = account.state.systems[key]
    by_recorder(account, found.party)
    account.stands(found.state, "adopted", names=RECORD_NAMES)
    return found


def by_recorder(account: Account, recorder: PartyId | None) -> None:
    """Raise `NotYourRecord` unless the party acts that recorded it."""
    if account.acting != recorder:
        raise errors.NotYourRecord(recorder=recorder, party=account.acting)


def corrects_measure(account: Account, found: Measure, command: CorrectMeasure) -> None:
    """Raise `InvalidField` for nothing; `NotYourObject` for an object of another unit."""
    mending.corrects(
        kind=command.kind, text=command.text, papers=command.papers, object=command.object
    )
    if command.object is None:
        return
    entry = object_at(account, command.object, "listed", "assigned", "screened")
    if entry.line.unit != account.state.objects[found.object].line.unit:
        raise errors.NotYourObject(party=account.acting)


def corrects_system(command: CorrectSystem) -> None:
    """Raise `InvalidField` where a correction of a rule changes nothing."""
    mending.corrects(
        title=command.title, adopted=command.adopted, number=command.number, paper=command.paper
    )
