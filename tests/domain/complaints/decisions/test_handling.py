"""Handing over, handling, concluding: what is allowed and refused."""

import datetime
from typing import Any

import pytest

from domain.complaints import commands, errors, events
from domain.errors import InvalidField, NotFound, Refusal
from domain.ids import PartyId, StreamId
from domain.leads import commands as leads
from domain.obligations.events import Arisen, Fulfilled, Superseded
from tests.domain.complaints.desk import (
    CHIEF,
    Desk,
    accepted,
    arisen,
    concluded,
    handling,
    receive,
)
from tests.domain.small import (
    COUNTY,
    EDUCATION_GROUP,
    HEALTH_GROUP,
    PETITIONS,
    PROVINCE,
    person,
    stream,
)

HOST_UNIT = PartyId("education")


def lead_of(desk: Desk, **changes: Any) -> StreamId:
    """A lead that the petitions office received because of a letter."""
    found = stream("lead", "raised")
    letter = receive(**changes)
    received = leads.Receive(
        source="report.letter",
        regime="both",
        secrecy="internal",
        subjects=letter.subjects,
        content=letter.content,
        report=letter.report,
        reporter=letter.reporter,
    )
    desk.world.ask(
        "lead.receive", found, received, actor=person("petitions-keeper"), party=PETITIONS
    )
    return found


class TestHandling:
    """Handed over, handled, concluded, returned (R 202, RC 18)."""

    def test_it_is_handed_to_an_office_a_body_or_a_county(self) -> None:
        desk = accepted()
        for to in (HOST_UNIT, PartyId("pg-education"), PETITIONS, PartyId("commission")):
            with pytest.raises(Refusal):
                desk.act(PETITIONS, "hand_over", commands.HandOver(to=to))
        told = desk.act(PETITIONS, "hand_over", commands.HandOver(to=EDUCATION_GROUP))
        assert arisen(told) == {"acknowledgement": datetime.date(2026, 1, 8)}
        assert desk.state.concerns.parties == (PETITIONS, EDUCATION_GROUP)

    def test_it_is_given_back_and_handed_to_another(self) -> None:
        desk = accepted()
        desk.act(PETITIONS, "hand_over", commands.HandOver(to=HEALTH_GROUP))
        desk.act(HEALTH_GROUP, "decline", commands.Decline(reason="不属本组"))
        assert desk.state.concerns.parties == (PETITIONS,)
        assert desk.due()["handling.hand-over"][0] == PETITIONS
        desk.act(PETITIONS, "hand_over", commands.HandOver(to=EDUCATION_GROUP))
        desk.refuses(NotFound, HEALTH_GROUP, "acknowledge", commands.Acknowledge())
        desk.act(EDUCATION_GROUP, "acknowledge", commands.Acknowledge())

    def test_it_ends_with_its_leads(self) -> None:
        """A complaint leads to leads; it is not concluded before they are."""
        desk = handling()
        lead = lead_of(desk)
        desk.act(PETITIONS, "raise_lead", commands.RaiseLead(lead=lead))
        conclude = commands.Conclude(result="verified", text="属实")
        desk.refuses(errors.LeadsStillOpen, EDUCATION_GROUP, "conclude", conclude)
        annul = leads.Annul(reason="误录", approved_by=CHIEF)
        keeper = person("petitions-keeper")
        desk.world.ask("lead.annul", lead, annul, actor=keeper, party=PETITIONS)
        told = desk.act(EDUCATION_GROUP, "conclude", conclude)
        assert isinstance(told[0], events.Concluded)
        assert told[0].lead == (lead,)

    def test_a_lead_that_came_another_way_is_not_its(self) -> None:
        desk = handling(channel="web")
        lead = lead_of(desk)
        raised = commands.RaiseLead(lead=lead)
        desk.refuses(InvalidField, PETITIONS, "raise_lead", raised)
        desk.refuses(NotFound, EDUCATION_GROUP, "raise_lead", raised)
        other = commands.RaiseLead(lead=stream("complaint", "first"))
        desk.refuses(InvalidField, PETITIONS, "raise_lead", other)

    def test_a_result_is_returned_sent_back_and_returned_anew(self) -> None:
        desk = concluded()
        desk.refuses(errors.NotTheKeeper, EDUCATION_GROUP, "annul", _annul())
        desk.act(EDUCATION_GROUP, "return_result", commands.ReturnResult())
        desk.refuses(errors.NotTheKeeper, EDUCATION_GROUP, "close", commands.Close())
        desk.act(PETITIONS, "send_back", commands.SendBack(reason="责任人未处理"))
        assert desk.due()["handling.better-result"][0] == EDUCATION_GROUP
        again = commands.Conclude(result="verified", text="已处理责任人")
        desk.act(EDUCATION_GROUP, "conclude", again)
        desk.act(EDUCATION_GROUP, "return_result", commands.ReturnResult())
        desk.act(PETITIONS, "close", commands.Close())
        assert set(desk.due()) == {"reporters.accepted", "reporters.result"}

    def test_late_objection_and_new_evidence_open_it_again(self) -> None:
        """What comes after it was closed is looked into; the reporter is told the new result."""
        desk = concluded()
        desk.act(EDUCATION_GROUP, "return_result", commands.ReturnResult())
        desk.act(PETITIONS, "close", commands.Close())
        desk.act(PETITIONS, "notify_reporter", commands.NotifyReporter(notice="result"))
        recheck = commands.AskRecheck(ground="new_evidence", text="付款凭证")
        told = desk.act(PETITIONS, "ask_recheck", recheck)
        assert arisen(told) == {"recheck": datetime.date(2026, 2, 5)}
        anew = commands.Conclude(result="verified", text="属实")
        told = desk.act(EDUCATION_GROUP, "conclude", anew)
        assert set(arisen(told)) == {"result", "quarterly-result"}
        desk.act(PETITIONS, "notify_reporter", commands.NotifyReporter(notice="result"))


class TestClocks:
    """DOMAIN.md §2 A3, rows 4 and 5, over weekends, the Spring Festival and its make-up Saturdays.

    In 2026 it is off from 15 to 23 February; 14 and 28 February, both Saturdays, are worked.
    """

    @pytest.mark.parametrize(
        ("day", "due"),
        [
            (datetime.date(2026, 1, 5), datetime.date(2026, 3, 31)),
            (datetime.date(2026, 3, 31), datetime.date(2026, 3, 31)),
            (datetime.date(2026, 4, 1), datetime.date(2026, 6, 30)),
        ],
    )
    def test_results_come_back_within_the_quarter(
        self, day: datetime.date, due: datetime.date
    ) -> None:
        """#4, RC 18: «within» includes the last day itself."""
        desk = handling()
        desk.world.pass_to(day)
        told = desk.act(
            EDUCATION_GROUP, "conclude", commands.Conclude(result="unverified", text="不实")
        )
        assert arisen(told)["quarterly-result"] == due
        desk.world.pass_to(due)
        told = desk.act(EDUCATION_GROUP, "return_result", commands.ReturnResult())
        assert [each.late_working_days for each in told if isinstance(each, Fulfilled)] == [0]

    def test_a_result_of_the_last_quarter_is_overdue_in_the_next(self) -> None:
        """#4: overdue is no end; the quarter's results can still come back, so many days late."""
        desk = concluded()
        desk.world.pass_to(datetime.date(2026, 4, 8))
        told = desk.act(EDUCATION_GROUP, "return_result", commands.ReturnResult())
        late = [each.late_working_days for each in told if isinstance(each, Fulfilled)]
        assert late == [5]  # 1, 2, 3, 7, 8 April: the 6th is off for Qingming

    def assigned(self, day: datetime.date) -> Desk:
        desk = accepted()
        desk.world.pass_to(day)
        desk.act(PETITIONS, "assign", commands.Assign(to=COUNTY, document="交1号"))
        return desk

    def test_an_assigned_report_in_3_months(self) -> None:
        """#5, RC 21: from 2 February to 2 May, which is a holiday until the 5th."""
        desk = self.assigned(datetime.date(2026, 2, 2))
        due = datetime.date(2026, 5, 6)
        assert desk.due()["assigned-complaints.result"] == (COUNTY, due)

    def test_a_month_without_such_a_day_ends_on_its_last(self) -> None:
        """R 326: from 30 November to 28 February, a Sunday beyond the published calendar."""
        desk = self.assigned(datetime.date(2026, 11, 30))
        due = datetime.date(2027, 3, 1)
        assert desk.due()["assigned-complaints.result"] == (COUNTY, due)

    def test_the_own_head_gives_three_months_once_then_who_assigned_it(self) -> None:
        """#5, RC 21: with who extended; every earlier due date stays visible."""
        desk = self.assigned(datetime.date(2026, 2, 2))
        desk.act(COUNTY, "acknowledge", commands.Acknowledge())
        too_long = self.extension(months=4)
        desk.refuses(errors.ExtensionTooLong, COUNTY, "extend_assignment", too_long)
        by_chief = self.extension(approver="chief")
        desk.refuses(InvalidField, COUNTY, "extend_assignment", by_chief)
        told = desk.act(COUNTY, "extend_assignment", self.extension())
        assert [type(each) for each in told] == [
            events.AssignmentExtended,
            Superseded,
            Arisen,
        ]
        assert isinstance(told[0], events.AssignmentExtended)
        assert told[0].granted_by == "own_head"
        assert desk.due()["assigned-complaints.result"][1] == datetime.date(2026, 8, 3)
        again = self.extension(months=1)
        desk.refuses(errors.ExtensionTooLong, COUNTY, "extend_assignment", again)
        more = self.extension(months=2, approver="petitions-head")
        told = desk.act(PETITIONS, "extend_assignment", more)
        (owed,) = (each for each in told if isinstance(each, Arisen))
        assert owed.due == datetime.date(2026, 10, 8)  # 2 October is a holiday until the 7th
        assert [(each.due, each.document) for each in owed.earlier] == [
            (datetime.date(2026, 5, 6), "延1号"),
            (datetime.date(2026, 8, 3), "延1号"),
        ]
        foreign = self.extension(approver="health-deputy")
        desk.refuses(NotFound, HEALTH_GROUP, "extend_assignment", foreign)

    def extension(
        self, *, months: int = 3, approver: str = "county-head"
    ) -> commands.ExtendAssignment:
        return commands.ExtendAssignment(
            assignment=1,
            months=months,
            reason="人员较多",
            document="延1号",
            approved_by=person(approver),
        )

    def test_what_was_assigned_from_above_is_reported_up(self) -> None:
        """#5: the petitions office owes the level above its result."""
        desk = handling(sender=PROVINCE, document="省交1号", assigned=True)
        owner, due = desk.due()["assigned-complaints.result"]
        assert (owner, due) == (PETITIONS, datetime.date(2026, 4, 7))  # the 5th and 6th are off
        desk.act(EDUCATION_GROUP, "conclude", commands.Conclude(result="verified", text="属实"))
        desk.act(EDUCATION_GROUP, "return_result", commands.ReturnResult())
        assert "assigned-complaints.result" in desk.due()
        desk.act(PETITIONS, "close", commands.Close())
        told = desk.act(PETITIONS, "report_up", commands.ReportUp(document="报1号"))
        assert isinstance(told[0], events.ReportedUp)
        assert (told[0].to, told[0].result) == (PROVINCE, "verified")
        assert "assigned-complaints.result" not in desk.due()


def _annul() -> commands.Annul:
    return commands.Annul(reason="误录", approved_by=CHIEF)
