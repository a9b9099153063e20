"""Running matters in a bulletin: noted by the clock, counted, listed and answered (mechanism 6)."""

import datetime
from typing import Any, Final

import pytest

from domain.cases.state import Case, Sheet
from domain.errors import InvalidField, NotAuthorised, NotFound, Refusal, WrongState
from domain.ids import SYSTEM_PARTY, SYSTEM_PERSON, PartyId, StreamId
from domain.model import Event
from domain.notices import events as notices
from domain.obligations.events import Arisen, Withdrawn
from domain.quality_bulletins import commands, events
from domain.quality_bulletins.running import noted_in
from domain.streams import StreamState
from tests.domain.desk import refused
from tests.domain.quality_bulletins.test_decisions import Desk
from tests.domain.quality_reviews.desk import overdue
from tests.domain.small import (
    ADJUDICATION,
    CASE_SUPERVISION,
    COMMISSION,
    EDUCATION_GROUP,
    HEALTH_GROUP,
    person,
    stream,
)

PERIOD: Final = "2026-01"
REPLY: Final = commands.Reply(item=1, text="已补办。")


def running(
    desk: Desk,
    name: str,
    *statuses: Any,
    body: PartyId = EDUCATION_GROUP,
    late: str | None = None,
    **changed: Any,
) -> StreamId:
    """A case of a body with sheets that stand so; what an obligation by that cause asks for is overdue."""
    case = stream("case", name)
    sheets = tuple(
        Sheet(serial=n, matters=("filing",), handler=person("group-clerk"), status=status)
        for n, status in enumerate(statuses, 1)
    )
    plain: dict[str, Any] = {"stage": "investigating", "handling_party": body, "sheets": sheets}
    circles = {"case": frozenset({body})}
    state = Case(**(plain | changed))
    desk.world.streams[case] = StreamState(case, 1, state, circles=circles)
    if late is not None:
        overdue(desk, case, late, owner=body)
    return case


def note(desk: Desk, *matters: StreamId, issuer: PartyId = ADJUDICATION) -> list[Event]:
    where = noted_in(desk.world.jurisdiction.code, ADJUDICATION, PERIOD)
    command = commands.NoteRunning(issuer=issuer, period=PERIOD, matters=matters)
    return desk.world.ask(
        "quality_bulletin.note_running", where, command, actor=SYSTEM_PERSON, party=SYSTEM_PARTY
    )


def issue(desk: Desk, **changed: Any) -> list[Event]:
    plain: dict[str, Any] = {"period": PERIOD, "text": "一月情况。"}
    return desk.bulletins("issue", commands.Issue(**(plain | changed)))


def of(told: list[Event], kind: type[Event]) -> list[Any]:
    return [each for each in told if isinstance(each, kind)]


def three() -> tuple[Desk, tuple[StreamId, ...]]:
    """Two cases of the education group, one of the health group; each with something wrong in it."""
    desk = Desk()
    matters = (
        running(desk, "late", "returned", late="case.filed"),
        running(desk, "unsigned", late="case.approval_awaited", body=HEALTH_GROUP),
        running(desk, "back", "agreed", "returned"),
    )
    note(desk, *matters)
    return desk, matters


def test_running_matters_that_nobody_reviewed_are_counted_and_listed() -> None:
    """Mechanism 6: overdue, returned, signature missing, each for its body, with its own day."""
    desk, (late, unsigned, back) = three()
    told = issue(desk)
    (counted,) = of(told, events.RunningCounted)
    assert (counted.matters, counted.overdue, counted.returned, counted.signature_missing) == (
        3,
        1,
        2,
        1,
    )
    listed = of(told, events.RunningListed)
    assert [(e.item, e.matter, e.body) for e in listed] == [
        (1, late, EDUCATION_GROUP),
        (2, unsigned, HEALTH_GROUP),
        (3, back, EDUCATION_GROUP),
    ]
    assert [(e.overdue, e.returned, e.signature_missing) for e in listed] == [
        (1, 1, 0),
        (0, 0, 1),
        (0, 1, 0),
    ]
    for each in listed:
        assert each.concerns.visibility == f"quality_bulletin_item:{each.body}"
        assert set(each.concerns.parties) == {ADJUDICATION, COMMISSION, each.body}
    owed = [each for each in of(told, Arisen) if each.rule == "running-reply"]
    assert [(each.owner, each.due) for each in owed] == [
        (EDUCATION_GROUP, datetime.date(2026, 2, 14)),
        (HEALTH_GROUP, datetime.date(2026, 2, 14)),
        (EDUCATION_GROUP, datetime.date(2026, 2, 14)),
    ]
    (issued,) = of(told, events.Issued)
    assert (issued.bodies, issued.figures.reviews) == ((EDUCATION_GROUP, HEALTH_GROUP), 0)
    assert of(told, notices.Issued)


@pytest.mark.parametrize(
    ("changed", "told_of"),
    [
        ({"stage": "archived"}, []),
        ({"sheets": ()}, []),
        ({"handling_party": CASE_SUPERVISION}, []),
        ({"stage": "sent"}, []),
        ({"stage": "supplementing"}, [1]),
    ],
)
def test_what_was_put_right_meanwhile_is_not_told_of(
    changed: dict[str, Any], told_of: list[int]
) -> None:
    """It is looked at anew when the bulletin is issued: ended, handed in again, in other hands."""
    desk = Desk()
    note(desk, running(desk, "back", "returned"))
    running(desk, "back", "returned", **changed)
    told = issue(desk)
    assert [each.item for each in of(told, events.RunningListed)] == told_of
    (counted,) = of(told, events.RunningCounted)
    assert counted.matters == len(told_of)


@pytest.mark.parametrize(
    ("late", "unsigned"), [("case.sign_off_opened", 1), ("case.sign_off_reviewed", 0)]
)
def test_a_sheet_that_the_head_did_not_review_in_time_lacks_a_signature(
    late: str, unsigned: int
) -> None:
    """What comes after the review is overdue, and no more."""
    desk = Desk()
    note(desk, running(desk, "sheet", "opened", late=late))
    (listed,) = of(issue(desk), events.RunningListed)
    assert (listed.signature_missing, listed.overdue) == (unsigned, 1 - unsigned)


def test_what_a_review_tells_of_is_not_told_twice() -> None:
    desk = Desk((EDUCATION_GROUP, ()))
    lead = stream("lead", "lead 0")
    overdue(desk, lead, "lead.acknowledged")
    note(desk, lead)
    told = issue(desk, reviews=desk.reviews, reply_due=datetime.date(2026, 2, 12))
    assert (len(of(told, events.CaseListed)), of(told, events.RunningListed)) == (1, [])
    later = Desk()
    later.lead("lead 0")
    overdue(later, lead, "lead.acknowledged")
    note(later, lead)
    assert [each.overdue for each in of(issue(later), events.RunningListed)] == [1]


def test_without_a_note_nothing_is_counted() -> None:
    """A bulletin that no cadence asks for says nothing of running matters, rather than none."""
    desk = Desk()
    running(desk, "back", "returned")
    told = issue(desk)
    assert of(told, events.RunningCounted) == of(told, events.RunningListed) == []


def test_the_clock_alone_notes_and_only_in_its_place() -> None:
    desk = Desk()
    case = running(desk, "back", "returned")
    note(desk, case)
    assert [told.name for told in desk.world.told][-1] == "quality_bulletin.running_noted"
    with refused(desk.world, InvalidField):
        note(desk, case, issuer=HEALTH_GROUP)
    with refused(desk.world, InvalidField):
        note(desk, stream("campaign", "other"))
    with refused(desk.world, NotAuthorised):
        desk.bulletins("note_running", commands.NoteRunning(issuer=ADJUDICATION, period=PERIOD))


def test_a_body_answers_its_own_and_again_when_it_comes_back() -> None:
    desk, _ = three()
    issue(desk)
    group: dict[str, Any] = {"party": EDUCATION_GROUP, "actor": "group-head"}
    refusals: tuple[tuple[type[Refusal], str, Any, dict[str, Any]], ...] = (
        (NotAuthorised, "reply", REPLY, {"party": HEALTH_GROUP}),
        (InvalidField, "reply", commands.Reply(item=4, text="x"), group),
        (WrongState, "accept_reply", commands.AcceptReply(item=1), {}),
        (WrongState, "return_reply", commands.ReturnReply(item=1, reason="x"), {}),
    )
    for refusal, name, command, by in refusals:
        with refused(desk.world, refusal):
            desk.bulletins(name, command, **by)
    desk.bulletins("reply", REPLY, **group)
    back = desk.bulletins("return_reply", commands.ReturnReply(item=1, reason="未说明"))
    assert [each.rule for each in of(back, Arisen)] == ["running-better-reply"]
    desk.bulletins("reply", REPLY, **group)
    desk.bulletins("accept_reply", commands.AcceptReply(item=1))
    state = desk.world.state(desk.bulletin)
    assert [item.stage for item in state.items] == ["accepted", "asked", "asked"]
    gone = desk.bulletins("annul", commands.Annul(reason="误发", approved_by=person("chief")))
    assert {each.owner for each in of(gone, Withdrawn)} == {EDUCATION_GROUP, HEALTH_GROUP}


def test_who_keeps_out_of_a_matter_does_not_answer_for_it() -> None:
    """SL 67, R 299: to them there is nothing to answer."""
    desk = Desk()
    note(desk, running(desk, "back", "returned", recused=(person("group-head"),)))
    issue(desk)
    with refused(desk.world, NotFound):
        desk.bulletins("reply", REPLY, party=EDUCATION_GROUP, actor="group-head")
    desk.bulletins("reply", REPLY, party=EDUCATION_GROUP, actor="group-deputy")
