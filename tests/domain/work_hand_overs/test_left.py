"""What somebody leaves behind without a list is owed by their office until a list of it is signed."""

import datetime
from typing import Any

import pytest

from domain.errors import InvalidField, NotAuthorised, NothingToDo, Refusal
from domain.ids import SYSTEM_PARTY, SYSTEM_PERSON, CaseTag, PartyId, PersonId
from domain.jurisdiction import Appointment
from domain.leads import commands as leads
from domain.model import Event
from domain.work_hand_overs import commands, events
from domain.work_hand_overs.left import stream_of
from tests.domain.cases.city import FOUNDED, people, person
from tests.domain.cases.docket import named
from tests.domain.work_hand_overs.desk import GROUP, Desk

WANG = person("wang")
GONE = datetime.date(2026, 3, 1)


class Left(Desk):
    """Wang was transferred the day before and left two leads and a case; nobody drew a list up."""

    def __init__(self, last_day: datetime.date = GONE) -> None:
        super().__init__()
        self.serve(last_day)
        self.where = stream_of(self.world.jurisdiction.code, GROUP, person("wang"))

    def serve(self, last_day: datetime.date | None) -> None:
        """Let wang's appointment hold until a day."""
        office = Appointment(serial=1, party=GROUP, role="handler", begins=FOUNDED, ends=last_day)
        self.world.jurisdiction = self.world.jurisdiction.with_appointment(person("wang"), office)

    def note(self, leaver: PersonId = WANG) -> list[Event]:
        """The clock notes what it found."""
        found = commands.NoteWorkLeft(office=GROUP, leaver=leaver, matters=(*self.leads, self.case))
        return self._send("note_work_left", found)

    def settle(self) -> list[Event]:
        return self._send("note_left_work_settled", commands.NoteLeftWorkSettled())

    def _send(self, action: str, command: Any) -> list[Event]:
        return self.world.ask(
            f"work_hand_over.{action}",
            self.where,
            command,
            actor=SYSTEM_PERSON,
            party=SYSTEM_PARTY,
        )

    def refused(self, expected: type[Refusal], *act: Any) -> None:
        before = dict(self.world.streams)
        with pytest.raises(expected):
            act[0](*act[1:])
        assert self.world.streams == before

    @property
    def due(self) -> list[tuple[str, PartyId, PartyId, datetime.date]]:
        """What is owed because of what was left."""
        return [
            (each.arisen.rule, each.arisen.owner, each.arisen.owed_to, each.due)
            for each in self.world.stream(self.where).obligations.values()
        ]


def test_the_office_owes_a_list_of_what_was_left() -> None:
    """Each matter is told with its tag, so that who is barred from a case reads none of it."""
    desk = Left()
    told = desk.note()
    assert named(told) == ["WorkLeft", *["MatterLeft"] * 3]
    tags = [each.case for each in desk.world.told if isinstance(each.event, events.MatterLeft)]
    assert tags == [CaseTag(each) for each in (*desk.leads, desk.case)]
    monday = datetime.date(2026, 3, 9)
    assert desk.due == [("left-behind", GROUP, PartyId("cadre-office"), monday)]
    desk.refused(NothingToDo, desk.note)


def test_it_ends_when_who_takes_over_signs() -> None:
    """The leaver signs a list from elsewhere too, or is excused."""
    desk = Left()
    desk.note()
    desk.drawn_up()
    excused = commands.ExcuseLeaver(reason="已到新单位任职", approved_by=person("deputy"))
    desk.do("head", "excuse_leaver", excused)
    assert desk.due
    told = desk.do("zhao", "sign", commands.Sign())
    assert [each for each in told if isinstance(each, events.LeftWorkTakenOver)]
    assert desk.due == []
    desk.refused(NothingToDo, desk.note)


def test_what_a_list_leaves_out_is_owed_again() -> None:
    desk = Left()
    desk.note()
    desk.drawn_up(desk.leads[0])
    excused = commands.ExcuseLeaver(reason="已到新单位任职", approved_by=person("deputy"))
    desk.do("head", "excuse_leaver", excused)
    desk.do("zhao", "sign", commands.Sign())
    assert desk.due == []
    told = desk.note()
    assert [each.matter for each in told if isinstance(each, events.MatterLeft)] == [
        desk.leads[1],
        desk.case,
    ]
    assert len(desk.due) == 1


def test_it_is_withdrawn_once_others_handle_all_of_it() -> None:
    """The head may name others without a list; as long as anything is left it is owed."""
    desk = Left()
    desk.note()
    desk.refused(NothingToDo, desk.settle)
    others: dict[str, Any] = {
        "handlers": people("li", "zhao"),
        "keeper": person("keeper"),
        "reason": "调离",
    }
    for lead in desk.leads:
        desk.docket.do(
            "keeper", "lead.assign_handlers", leads.AssignHandlers(**others), stream=lead
        )
    desk.refused(NothingToDo, desk.settle)
    desk.docket.do(
        "keeper", "case.assign_handlers", leads.AssignHandlers(**others), stream=desk.case
    )
    assert named(desk.settle()) == ["LeftWorkSettled"]
    assert desk.due == []


def test_nothing_is_left_by_who_is_in_office_or_has_nothing_in_hand() -> None:
    here = Left(last_day=datetime.date(2026, 3, 2))
    here.refused(NothingToDo, here.note)
    desk = Left()
    desk.refused(InvalidField, desk.note, person("li"))


def test_who_comes_back_goes_on_with_it() -> None:
    desk = Left()
    desk.note()
    desk.serve(None)
    assert named(desk.settle()) == ["LeftWorkSettled"]
    assert desk.due == []


def test_only_the_clock_notes_it() -> None:
    desk = Left()
    found = commands.NoteWorkLeft(office=GROUP, leaver=person("wang"), matters=(desk.case,))
    with pytest.raises(NotAuthorised):
        desk.docket.do("head", "work_hand_over.note_work_left", found, stream=desk.where)
