"""Receiving and telling apart: what is allowed and refused."""

import datetime
from typing import Any

import pytest

from domain.complaints import commands, errors, events
from domain.errors import InvalidField, NotAuthorised, NotFound, Refusal, WrongState
from domain.ids import PartyId
from domain.leads.errors import PostLevelUnknown
from domain.leads.values import Reporter
from domain.model import Occurred
from domain.obligations.events import Arisen, Fulfilled
from tests.domain.complaints.desk import (
    ANONYMOUS,
    CHIEF,
    Desk,
    accepted,
    arisen,
    handling,
    receive,
    received,
    subject,
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


class TestIntake:
    """归口受理 (R 198): one office receives, and tells apart."""

    def test_only_the_petitions_office_receives(self) -> None:
        Desk().refuses(NotAuthorised, EDUCATION_GROUP, "receive", receive())

    def test_who_is_the_level_aboves_alone_cannot_be_entered(self) -> None:
        """RC 15: refused by the cadre management table, and set aside unread instead."""
        above = receive(subjects=(subject("named", "province_managed"),))
        Desk().refuses(errors.BelongsAbove, PETITIONS, "receive", above)

    def test_the_reporter_stands_in_a_circle_of_their_own(self) -> None:
        """R 299, RC 47: strictly secret."""
        told = Desk().act(PETITIONS, "receive", receive())
        (came, reporter) = (each for each in told if not isinstance(each, Arisen))
        assert came.concerns.visibility == "complaint"
        assert isinstance(reporter, events.ReporterRecorded)
        assert reporter.concerns.visibility == "complaint_reporter"
        assert reporter.concerns.parties == (PETITIONS,)

    @pytest.mark.parametrize(
        ("changes", "refusal"),
        [
            ({"reporter": None}, InvalidField),
            ({"report": "anonymous"}, InvalidField),
            ({"subjects": (subject(), subject())}, InvalidField),
            ({"subjects": (subject("named", "unheard-of"),)}, PostLevelUnknown),
            ({"assigned": True}, InvalidField),
        ],
    )
    def test_a_report_has_to_make_sense(
        self, changes: dict[str, Any], refusal: type[Refusal]
    ) -> None:
        Desk().refuses(refusal, PETITIONS, "receive", receive(**changes))

    def test_those_it_names_and_its_reporter_learn_nothing(self) -> None:
        """R 299: not even that it exists."""
        desk = received(subjects=(subject("petitions-head"),))
        accept = commands.Register()
        desk.refuses(NotFound, PETITIONS, "register", accept, actor="petitions-head")
        reporter = Reporter(person=person("petitions-head"), name="某人", contact="电话")
        desk = received(reporter=reporter)
        desk.refuses(NotFound, PETITIONS, "register", accept, actor="petitions-head")

    def test_numbers_are_gapless_and_an_annulled_one_is_kept(self) -> None:
        """DOMAIN.md §1.15."""
        desk = received()
        desk.act(PETITIONS, "register", commands.Register())
        desk.act(PETITIONS, "annul", commands.Annul(reason="误录", approved_by=CHIEF))
        assert desk.due() == {}
        desk.another("second")
        desk.act(PETITIONS, "receive", receive())
        (told, *_) = desk.act(PETITIONS, "register", commands.Register())
        assert isinstance(told, events.Registered)
        assert (told.number.kind, told.number.serial) == ("complaint", 2)

    def test_what_is_not_accepted_ends_there(self) -> None:
        desk = received()
        desk.act(PETITIONS, "register", commands.Register())
        desk.act(PETITIONS, "not_accept", commands.NotAccept(reason="不属受理范围"))
        assert desk.due() == {}
        desk.refuses(WrongState, PETITIONS, "hand_over", commands.HandOver(to=EDUCATION_GROUP))

    def test_a_repeat_is_kept_and_told_of_each_quarter(self) -> None:
        """RC 14: registered, kept, periodically notified; its reporter is not told again (R 209)."""
        desk = handling()
        first = desk.stream
        desk.another("again")
        desk.act(PETITIONS, "receive", receive(channel="web"))
        desk.act(PETITIONS, "register", commands.Register())
        desk.act(PETITIONS, "keep_as_repeat", commands.KeepAsRepeat(of=first))
        due = datetime.date(2026, 3, 31)
        assert desk.due() == {"intake.repeat-notice": (PETITIONS, due)}
        assert EDUCATION_GROUP not in desk.state.concerns.parties
        desk.act(PETITIONS, "notify_repeat", commands.NotifyRepeat())
        assert desk.due() == {}
        assert desk.state.concerns.parties == (PETITIONS, EDUCATION_GROUP)
        desk.refuses(WrongState, PETITIONS, "notify_repeat", commands.NotifyRepeat())

    def test_a_repeat_repeats_one_about_the_same_persons(self) -> None:
        desk = handling(subjects=(subject("other"),))
        first = desk.stream
        desk.another("again")
        desk.act(PETITIONS, "receive", receive())
        desk.act(PETITIONS, "register", commands.Register())
        repeat = commands.KeepAsRepeat
        desk.refuses(InvalidField, PETITIONS, "keep_as_repeat", repeat(of=first))
        desk.refuses(InvalidField, PETITIONS, "keep_as_repeat", repeat(of=desk.stream))
        unknown = repeat(of=stream("complaint", "unknown"))
        desk.refuses(NotFound, PETITIONS, "keep_as_repeat", unknown)

    def test_another_organs_is_forwarded_and_taken_over(self) -> None:
        """R 199, 201; RC 16: 5 working days for each."""
        desk = received(**ANONYMOUS)
        forward = commands.Forward(to=COUNTY, reason="县管干部", document="转1号")
        told = desk.act(PETITIONS, "forward", forward)
        assert arisen(told) == {"forwarded": datetime.date(2026, 1, 12)}
        desk.refuses(NotFound, HEALTH_GROUP, "take_over", commands.TakeOver())
        desk.refuses(errors.NotTheHandlingParty, PETITIONS, "take_over", commands.TakeOver())
        desk.act(COUNTY, "take_over", commands.TakeOver())
        assert desk.due() == {}
        back = commands.ReturnForward(reason="不属本县")
        desk.refuses(WrongState, COUNTY, "return_forward", back)

    def test_what_is_returned_is_no_longer_the_other_organs_to_know(self) -> None:
        desk = received(**ANONYMOUS)
        forward = commands.Forward(to=COUNTY, reason="县管干部", document="转1号")
        desk.act(PETITIONS, "forward", forward)
        desk.act(COUNTY, "return_forward", commands.ReturnForward(reason="不属本县"))
        assert (desk.state.stage, desk.state.concerns.parties) == ("received", (PETITIONS,))
        desk.refuses(NotFound, COUNTY, "take_over", commands.TakeOver())
        desk.act(PETITIONS, "register", commands.Register())

    def test_what_is_returned_is_decided_about_anew(self) -> None:
        """Within five working days; its reporter is still to be told, as if it had never left."""
        desk = received()
        desk.act(PETITIONS, "register", commands.Register())
        forward = commands.Forward(to=COUNTY, reason="县管干部", document="转1号")
        desk.act(PETITIONS, "forward", forward)
        told = desk.act(COUNTY, "return_forward", commands.ReturnForward(reason="不属本县"))
        assert arisen(told) == {"triage-of-returned": datetime.date(2026, 1, 12)}
        assert desk.state.stage == "registered"
        desk.act(PETITIONS, "accept", commands.Accept())
        assert set(desk.due()) == {"reporters.accepted", "handling.hand-over"}

    def test_it_never_goes_to_the_unit_of_whom_it_names(self) -> None:
        """RC 47."""
        desk = accepted()
        forward = commands.Forward(to=HOST_UNIT, reason="请核实", document="转1号")
        desk.refuses(errors.NotToTheReported, PETITIONS, "forward", forward)
        desk.refuses(
            errors.NotToTheReported, PETITIONS, "hand_over", commands.HandOver(to=HOST_UNIT)
        )


class TestClocks:
    """DOMAIN.md §2 A3, rows 1 and 2, over weekends, the Spring Festival and its make-up Saturdays.

    In 2026 it is off from 15 to 23 February; 14 and 28 February, both Saturdays, are worked.
    """

    def received(self, **changes: Any) -> Desk:
        desk = Desk()
        desk.world.pass_to(datetime.date(2026, 2, 11))
        desk.act(PETITIONS, "receive", receive(**changes))
        return desk

    def test_another_organs_in_5_working_days(self) -> None:
        """#1, R 199 and 201: Wednesday 11 → 12, 13, Saturday 14, then 24, 25."""
        desk = self.received()
        assert desk.due()["intake.triage"] == (PETITIONS, datetime.date(2026, 2, 25))
        desk.world.pass_to(datetime.date(2026, 2, 26))
        forward = commands.Forward(to=COUNTY, reason="县管干部", document="转1号")
        told = desk.act(PETITIONS, "forward", forward)
        late = [each.late_working_days for each in told if isinstance(each, Fulfilled)]
        assert late == [1]
        assert arisen(told) == {"forwarded": datetime.date(2026, 3, 4)}  # 27, 28, 2, 3, 4

    def test_what_was_passed_down_in_5_working_days(self) -> None:
        """#2, RC 16."""
        desk = self.received(sender=PROVINCE, document="省转1号")
        assert "intake.triage" not in desk.due()
        due = datetime.date(2026, 2, 25)
        assert desk.due()["intake.triage-of-passed-down"] == (PETITIONS, due)

    def test_due_dates_follow_a_corrected_day(self) -> None:
        """更正 (DOMAIN.md §1.12): it came in on the 4th, a worked Sunday."""
        desk = received()
        right = commands.Correct(
            reason="收件日期有误",
            approved_by=CHIEF,
            version=1,
            happened=Occurred(date=datetime.date(2026, 1, 4)),
        )
        desk.act(PETITIONS, "correct", right)
        assert desk.due()["intake.triage"][1] == datetime.date(2026, 1, 9)
