"""What work reports allow and refuse: given what happened, when an action, then events or a refusal."""

import datetime
from typing import Any

from domain.errors import AlreadyExists, InvalidField, NotFound, UnknownParty, WrongState
from domain.ids import JurisdictionCode, PartyId, StreamId, derived_id, stream_id
from domain.obligations.commands import CloseAsMissed
from domain.obligations.events import Arisen, ClosedAsMissed, Fulfilled
from domain.work_reports import commands, errors, events
from domain.work_reports.state import WorkReport
from tests.domain.desk import FamilyDesk
from tests.domain.small import (
    CASE_SUPERVISION,
    COMMISSION,
    EDUCATION_GROUP,
    HEALTH_GROUP,
    OFFICE,
    person,
    stream,
)

TOPICAL = stream("work_report", "topical")
LAST_DAY = datetime.date(2026, 4, 15)  # ten working days after 31 March, Qingming on the 6th


def owed(party: PartyId, period: str = "2026-Q1") -> StreamId:
    """The stream in which a group owes its quarterly report."""
    code = JurisdictionCode("small")
    return stream_id("work_report", derived_id(code, "work-reports.quarterly", period, party))


class Desk(FamilyDesk[WorkReport]):
    """The small city with its cadence running, at a day of the year."""

    family = "work_report"

    def __init__(self, day: datetime.date = datetime.date(2026, 4, 3)) -> None:
        super().__init__()
        self.world.settle()
        self.world.pass_to(day)
        self.stream = owed(EDUCATION_GROUP)


def submit(**changes: Any) -> commands.Submit:
    plain: dict[str, Any] = {
        "kind": "quarterly",
        "period": "2026-Q1",
        "to": OFFICE,
        "title": "第一季度工作报告",
        "summary": "开展监督检查12次",
    }
    return commands.Submit(**(plain | changes))


def submitted(day: datetime.date = datetime.date(2026, 4, 3)) -> Desk:
    desk = Desk(day)
    desk.act(EDUCATION_GROUP, "submit", submit())
    return desk


def accepted() -> Desk:
    desk = submitted()
    desk.act(OFFICE, "accept", commands.Accept(instruction="转有关部门参阅"))
    return desk


def test_a_report_handed_in_for_its_period_fulfils_what_the_cadence_owes() -> None:
    """The cadence opened the stream; handing in ends that obligation and begins the receiver's."""
    told = submitted().world.told[-3:]
    assert [type(each.event) for each in told] == [events.Submitted, Fulfilled, Arisen]
    fulfilled = told[1].event
    assert isinstance(fulfilled, Fulfilled)
    assert (fulfilled.due, fulfilled.late_working_days) == (LAST_DAY, 0)


def test_a_late_report_is_counted_in_working_days() -> None:
    """Lateness compares the fulfilling event with the due date (DESIGN.md); 以内 includes the day."""
    desk = submitted(datetime.date(2026, 4, 20))
    (late,) = [told.event for told in desk.world.told if isinstance(told.event, Fulfilled)]
    assert late.late_working_days == 3
    assert "obligation.overdue" in {told.name for told in desk.world.told}


def test_what_is_handed_in_is_what_is_owed() -> None:
    """Another party, another addressee, another period than the cadence owes: refused."""
    desk = Desk()
    desk.refuses(NotFound, HEALTH_GROUP, "submit", submit())
    desk.refuses(errors.NotWhatIsOwed, EDUCATION_GROUP, "submit", submit(to=COMMISSION))
    desk.refuses(errors.NotWhatIsOwed, EDUCATION_GROUP, "submit", submit(period="2026-Q2"))
    desk.refuses(InvalidField, EDUCATION_GROUP, "submit", submit(period="2026-H1"))


def test_a_topical_report_needs_no_cadence() -> None:
    """专题报告: handed in as needed, about any period, to any party but oneself."""
    desk = Desk()
    desk.stream = TOPICAL
    desk.refuses(UnknownParty, EDUCATION_GROUP, "submit", submit(to=PartyId("nobody")))
    desk.refuses(InvalidField, EDUCATION_GROUP, "submit", submit(to=EDUCATION_GROUP))
    desk.act(EDUCATION_GROUP, "submit", submit(kind="topical", period="2026年春季学期"))
    assert desk.state.stage == "submitted"
    desk.refuses(AlreadyExists, EDUCATION_GROUP, "submit", submit())


def test_nothing_is_done_with_a_report_that_was_not_handed_in() -> None:
    """A period that is open has nothing to accept yet."""
    Desk().refuses(NotFound, OFFICE, "accept", commands.Accept())


def test_a_returned_report_is_owed_anew_and_handed_in_again() -> None:
    """退回: the reporter owes the revised report, the receiver then owes an answer again."""
    desk = submitted()
    told = desk.act(OFFICE, "return", commands.Return(reason="数据与台账不符"))
    assert [type(event) for event in told] == [events.Returned, Fulfilled, Arisen]
    assert isinstance(told[2], Arisen)
    assert told[2].owner == EDUCATION_GROUP
    command = commands.Resubmit(changes="核对数据", summary="处置线索6件")
    desk.refuses(errors.NotTheReporter, OFFICE, "resubmit", command)
    told = desk.act(EDUCATION_GROUP, "resubmit", command)
    assert [type(event) for event in told] == [events.Resubmitted, Fulfilled, Arisen]


def test_only_the_receiver_answers() -> None:
    """Accepting, returning and circulating are the receiver's."""
    desk = submitted()
    desk.refuses(NotFound, HEALTH_GROUP, "accept", commands.Accept())
    desk.refuses(errors.NotTheReceiver, EDUCATION_GROUP, "return", commands.Return(reason="撤"))
    desk.refuses(WrongState, OFFICE, "circulate", commands.Circulate(parties=(COMMISSION,)))


def test_circulation_is_acknowledged_by_each_party_once() -> None:
    """分送 and 签收: one obligation per party, ended by that party's own signature."""
    desk = accepted()
    told = desk.act(OFFICE, "circulate", commands.Circulate(parties=(COMMISSION, HEALTH_GROUP)))
    assert [type(event) for event in told] == [events.Circulated, Arisen] * 2
    desk.act(COMMISSION, "acknowledge", commands.Acknowledge())
    owners = {each.arisen.owner for each in desk.world.stream(desk.stream).obligations.values()}
    assert owners == {HEALTH_GROUP}
    desk.refuses(errors.NotCirculated, COMMISSION, "acknowledge", commands.Acknowledge())
    desk.refuses(NotFound, CASE_SUPERVISION, "acknowledge", commands.Acknowledge())


def test_a_report_is_circulated_to_a_party_once() -> None:
    """Who has it already, the reporter too, does not get it again."""
    command = commands.Circulate(parties=(EDUCATION_GROUP,))
    accepted().refuses(InvalidField, OFFICE, "circulate", command)


def test_readers_of_a_report_are_its_two_parties_and_those_it_went_to() -> None:
    """Concerns: reporter, receiver, and each party from its circulation on."""
    desk = accepted()
    first, _, second, _ = desk.act(
        OFFICE, "circulate", commands.Circulate(parties=(COMMISSION, HEALTH_GROUP))
    )
    assert first.concerns.parties == (EDUCATION_GROUP, OFFICE, COMMISSION)
    assert second.concerns.parties == (EDUCATION_GROUP, OFFICE, COMMISSION, HEALTH_GROUP)


def test_a_correction_says_what_and_who_approved() -> None:
    """更正: with reason and approver, of something (DOMAIN.md §1.12)."""
    desk = accepted()
    chief = person("chief")
    desk.refuses(
        InvalidField, EDUCATION_GROUP, "correct", commands.Correct(reason="误", approved_by=chief)
    )
    command = commands.Correct(reason="数字有误", approved_by=chief, summary="开展监督检查11次")
    (told,) = desk.act(EDUCATION_GROUP, "correct", command)
    assert isinstance(told, events.Corrected)


def test_an_annulled_report_is_owed_again() -> None:
    """作废: it does not count, so another is owed in its place; the original stays visible."""
    desk = accepted()
    told = desk.act(
        EDUCATION_GROUP, "annul", commands.Annul(reason="误报", approved_by=person("group-deputy"))
    )
    assert [type(event) for event in told] == [events.Annulled, Arisen]
    desk.act(EDUCATION_GROUP, "resubmit", commands.Resubmit(changes="重报", summary="全文"))
    assert desk.state.stage == "submitted"


def test_a_missing_report_stays_owed_until_its_period_is_closed_as_missed() -> None:
    """Only a signed decision closes a period as missed (DOMAIN.md §1.10)."""
    desk = Desk(datetime.date(2026, 6, 1))
    (obligation,) = desk.world.stream(desk.stream).obligations.values()
    assert obligation.status == "overdue"
    told = desk.world.ask(
        "obligation.close_as_missed",
        desk.stream,
        CloseAsMissed(
            obligation=obligation.id,
            reason="机构改革,该季度不再补报",
            document="第一监督检查室〔2026〕9号",
            decided_on=datetime.date(2026, 5, 29),
            approved_by=person("chief"),
        ),
        actor=person("office-head"),
        party=OFFICE,
    )
    assert isinstance(told[0], ClosedAsMissed)
    assert not desk.world.stream(desk.stream).obligations
