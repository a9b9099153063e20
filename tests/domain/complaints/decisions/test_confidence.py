"""Reporters, corrections and annulment: what is allowed and refused."""

import datetime
from typing import Any

from domain.complaints import commands, errors
from domain.errors import InvalidField, NotAuthorised, NotFound, WrongState
from domain.model import Occurred
from domain.obligations.events import Fulfilled
from tests.domain.complaints.desk import (
    CHIEF,
    Desk,
    accepted,
    arisen,
    concluded,
    receive,
    received,
)
from tests.domain.small import (
    EDUCATION_GROUP,
    OFFICE,
    PETITIONS,
)

DAY = datetime.date(2026, 1, 5)


class TestReporters:
    """R 209: told within 15 working days, once that it was accepted and once how it ended."""

    def test_told_once_each_by_the_keeper(self) -> None:
        desk = accepted()
        tell = commands.NotifyReporter(notice="accepted")
        early = commands.NotifyReporter(notice="result")
        desk.refuses(WrongState, PETITIONS, "notify_reporter", early)
        desk.refuses(NotAuthorised, PETITIONS, "notify_reporter", tell, actor="petitions-head")
        told = desk.act(PETITIONS, "notify_reporter", tell)
        assert told[0].concerns.visibility == "complaint_reporter"
        assert isinstance(told[1], Fulfilled)
        desk.refuses(errors.NobodyToTell, PETITIONS, "notify_reporter", tell)

    def test_signed_but_unverifiable_counts_as_anonymous(self) -> None:
        """R 209: nobody is told."""
        desk = accepted(report="signed_unverifiable")
        tell = commands.NotifyReporter(notice="accepted")
        desk.refuses(errors.NobodyToTell, PETITIONS, "notify_reporter", tell)
        assert "reporters.accepted" not in desk.due()

    def test_a_handler_knows_and_tells_by_approval_until_a_day(self) -> None:
        """RC 47: the approved handler of the handling party, nobody else of it, and not for ever."""
        desk = concluded()
        tell = commands.NotifyReporter(notice="result")
        desk.refuses(errors.NotTheHandlingParty, EDUCATION_GROUP, "notify_reporter", tell)
        grant = commands.GrantReporterAccess(
            approved_by=CHIEF, reason="当面反馈", until=datetime.date(2026, 1, 9)
        )
        (granted, *_) = desk.act(PETITIONS, "grant_reporter_access", grant)
        assert granted.concerns.parties == (PETITIONS, EDUCATION_GROUP)
        head = "group-head"
        desk.refuses(NotAuthorised, EDUCATION_GROUP, "notify_reporter", tell, actor=head)
        desk.world.pass_to(datetime.date(2026, 1, 12))
        desk.refuses(errors.NotTheHandlingParty, EDUCATION_GROUP, "notify_reporter", tell)
        later = commands.GrantReporterAccess(
            approved_by=CHIEF, reason="当面反馈", until=datetime.date(2026, 2, 9)
        )
        desk.act(PETITIONS, "grant_reporter_access", later)
        told = desk.act(EDUCATION_GROUP, "notify_reporter", tell)
        assert isinstance(told[1], Fulfilled)

    def test_nobody_is_granted_what_nobody_handles(self) -> None:
        desk = accepted()
        grant = commands.GrantReporterAccess(
            approved_by=CHIEF, reason="反馈", until=datetime.date(2026, 2, 9)
        )
        desk.refuses(WrongState, PETITIONS, "grant_reporter_access", grant)


class TestClocks:
    """DOMAIN.md §2 A3, row 3, over weekends, the Spring Festival and its make-up Saturdays.

    In 2026 it is off from 15 to 23 February; 14 and 28 February, both Saturdays, are worked.
    """

    def received(self, **changes: Any) -> Desk:
        desk = Desk()
        desk.world.pass_to(datetime.date(2026, 2, 11))
        desk.act(PETITIONS, "receive", receive(**changes))
        return desk

    def test_reporters_are_told_in_15_working_days_each(self) -> None:
        """#3, R 209: from receipt; and from the day on which it was concluded."""
        desk = self.received()
        assert desk.due()["reporters.accepted"] == (PETITIONS, datetime.date(2026, 3, 10))
        desk.act(PETITIONS, "register", commands.Register())
        desk.act(PETITIONS, "accept", commands.Accept())
        desk.act(PETITIONS, "hand_over", commands.HandOver(to=EDUCATION_GROUP))
        desk.act(EDUCATION_GROUP, "acknowledge", commands.Acknowledge())
        told = desk.act(
            EDUCATION_GROUP, "conclude", commands.Conclude(result="unverified", text="不实")
        )
        assert arisen(told)["result"] == datetime.date(2026, 3, 10)


class TestCorrection:
    """更正 with reason and approver (DOMAIN.md §1.12)."""

    def test_a_correction_says_what(self) -> None:
        desk = received()
        for nothing in (
            {},
            {"version": 1},
            {"happened": Occurred(date=DAY)},
            {"version": 99, "happened": Occurred(date=DAY)},
            {"version": 1, "happened": Occurred(date=datetime.date(2026, 1, 6))},
        ):
            wrong = commands.Correct(reason="误", approved_by=CHIEF, **nothing)
            desk.refuses(InvalidField, PETITIONS, "correct", wrong)
        about = commands.Correct(reason="误", approved_by=CHIEF, about="食堂采购")
        desk.refuses(NotFound, OFFICE, "correct", about)
        desk.act(PETITIONS, "correct", about)
