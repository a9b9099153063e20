"""What attachments allow and refuse: given what happened, when an action, then events or a refusal."""

import datetime
from typing import Any

import pytest

from domain.attachments import commands, errors, events
from domain.errors import (
    AlreadyExists,
    InvalidField,
    NotAuthorised,
    NotFound,
    NothingToDo,
    WrongState,
)
from domain.ids import SYSTEM_PARTY, SYSTEM_PERSON
from domain.obligations.events import Arisen, Fulfilled
from tests.domain.attachments.desk import (
    BACK_BY,
    CHIEF,
    MATTER,
    ORIGINAL,
    OTHER,
    RECEIVE,
    SCAN,
    SEND_BACK,
    Desk,
    add,
    attached,
    hand_over,
)
from tests.domain.errands import COMMISSION
from tests.domain.founding import Founding, scheme_stream
from tests.domain.small import (
    CASE_SUPERVISION,
    EDUCATION_GROUP,
    HEALTH_GROUP,
    OFFICE,
    stream,
)

REPLY = "notice_reply:sg-education"
WITHDRAW = commands.Withdraw(attachment=SCAN, reason="误传")
ANNUL = commands.Annul(attachment=SCAN, reason="误传", approved_by=CHIEF)
RENAME = commands.Correct(
    attachment=SCAN, reason="名称有误", approved_by=CHIEF, name="sha256:other"
)


def system(desk: Desk, name: str, command: commands.OfAttachment) -> list[Any]:
    """What a process sends."""
    return desk.world.ask(
        f"attachment.{name}", MATTER, command, actor=SYSTEM_PERSON, party=SYSTEM_PARTY
    )


def test_what_is_attached_concerns_whom_the_matter_concerns_and_nobody_else() -> None:
    desk = Desk()
    before = desk.world.stream(MATTER)
    (added,) = desk.act(OFFICE, "add", add())
    assert isinstance(added, events.Added)
    assert set(added.concerns.parties) == {OFFICE, EDUCATION_GROUP, HEALTH_GROUP}
    assert added.concerns.visibility == "notice"
    assert desk.world.stream(MATTER).circles == before.circles
    assert desk.world.stream(MATTER).insiders == before.insiders
    assert (desk.attachment().holder, desk.attachment().digest) == (OFFICE, "a" * 64)


def test_a_part_of_the_matter_has_attachments_of_its_own() -> None:
    """The answer of one addressee, and what is attached to it, is not the other addressee's to read."""
    desk = Desk()
    (added,) = desk.act(EDUCATION_GROUP, "add", add(scope=REPLY, original=None))
    assert set(added.concerns.parties) == {OFFICE, EDUCATION_GROUP}
    assert desk.attachment().holder is None
    desk.refuses(errors.NoSuchAttachment, HEALTH_GROUP, "withdraw", WITHDRAW)
    desk.refuses(NotFound, HEALTH_GROUP, "add", add(attachment=OTHER, scope=REPLY))
    desk.refuses(NotFound, OFFICE, "add", add(attachment=OTHER, scope="reporter"))


def test_whoever_does_not_read_the_matter_attaches_nothing() -> None:
    desk = Desk()
    desk.refuses(NotFound, CASE_SUPERVISION, "add", add())
    desk.refuses(NotAuthorised, OFFICE, "add", add(), actor="health-head")


def test_an_attachment_is_added_once_and_may_replace_another() -> None:
    desk = attached()
    desk.refuses(AlreadyExists, OFFICE, "add", add())
    desk.refuses(errors.NoSuchAttachment, OFFICE, "add", add(attachment=OTHER, replaces=OTHER))
    (added,) = desk.act(EDUCATION_GROUP, "add", add(attachment=OTHER, replaces=SCAN))
    assert isinstance(added, events.Added)
    assert added.replaces == SCAN


def test_the_case_a_file_is_about_is_one_that_the_actor_reads() -> None:
    desk = Desk()
    desk.refuses(InvalidField, OFFICE, "add", add(case=stream("notice", "second")))
    desk.refuses(NotFound, OFFICE, "add", add(case=stream("lead", "unknown")))


def test_only_who_attached_it_corrects_withdraws_or_annuls_it() -> None:
    for name, command in (("correct", RENAME), ("withdraw", WITHDRAW), ("annul", ANNUL)):
        desk = attached()
        desk.refuses(NotAuthorised, EDUCATION_GROUP, name, command)
        desk.act(OFFICE, name, command)
    desk.refuses(WrongState, OFFICE, "correct", RENAME)
    nothing = commands.Correct(attachment=SCAN, reason="无", approved_by=CHIEF)
    attached().refuses(InvalidField, OFFICE, "correct", nothing)


def test_a_correction_may_tell_of_an_original() -> None:
    desk = attached(original=None)
    desk.refuses(WrongState, OFFICE, "hand_over", hand_over())
    told = commands.Correct(attachment=SCAN, reason="补记", approved_by=CHIEF, original=ORIGINAL)
    desk.act(OFFICE, "correct", told)
    assert desk.attachment().holder == OFFICE


def test_an_original_goes_from_hand_to_hand_signed_by_both() -> None:
    desk = attached()
    desk.refuses(errors.NotTheHolder, EDUCATION_GROUP, "hand_over", hand_over(to=OFFICE))
    given, arisen = desk.act(OFFICE, "hand_over", hand_over())
    assert isinstance(given, events.HandedOver)
    assert (given.serial, given.by, given.to) == (1, OFFICE, EDUCATION_GROUP)
    assert isinstance(arisen, Arisen)
    assert desk.owed == {(EDUCATION_GROUP, "receipt", datetime.date(2026, 1, 6))}
    desk.refuses(WrongState, OFFICE, "hand_over", hand_over())
    desk.refuses(errors.NotTheHolder, HEALTH_GROUP, "receive", RECEIVE)
    received, fulfilled = desk.act(EDUCATION_GROUP, "receive", RECEIVE)
    assert isinstance(received, events.Received)
    assert isinstance(fulfilled, Fulfilled)
    assert (desk.attachment().holder, desk.owed) == (EDUCATION_GROUP, set())
    desk.refuses(WrongState, EDUCATION_GROUP, "receive", RECEIVE)


def test_an_original_that_is_not_as_listed_is_sent_back() -> None:
    desk = attached()
    desk.act(OFFICE, "hand_over", hand_over(return_by=BACK_BY))
    returned, *_ = desk.act(EDUCATION_GROUP, "send_back", SEND_BACK)
    assert isinstance(returned, events.SentBack)
    assert (desk.attachment().holder, desk.owed) == (OFFICE, set())
    again, *_ = desk.act(OFFICE, "hand_over", hand_over(to=HEALTH_GROUP))
    assert isinstance(again, events.HandedOver)
    assert again.serial == 2


def test_a_borrowed_original_is_given_back_and_to_nobody_else() -> None:
    desk = attached()
    desk.act(OFFICE, "hand_over", hand_over(return_by=BACK_BY))
    desk.act(EDUCATION_GROUP, "receive", RECEIVE)
    assert desk.owed == {(EDUCATION_GROUP, "return", BACK_BY)}
    desk.refuses(InvalidField, EDUCATION_GROUP, "hand_over", hand_over(to=HEALTH_GROUP))
    desk.refuses(
        InvalidField, EDUCATION_GROUP, "hand_over", hand_over(to=OFFICE, return_by=BACK_BY)
    )
    for name, command in (("withdraw", WITHDRAW), ("annul", ANNUL)):
        desk.refuses(errors.OriginalUnsettled, OFFICE, name, command)
    desk.act(EDUCATION_GROUP, "hand_over", hand_over(to=OFFICE))
    told = desk.act(OFFICE, "receive", RECEIVE)
    assert [type(each).__name__ for each in told] == [
        "Received",
        "Fulfilled",
        "GivenBack",
        "Fulfilled",
    ]
    assert (desk.attachment().holder, desk.attachment().owed, desk.owed) == (OFFICE, None, set())
    desk.act(OFFICE, "annul", ANNUL)


def test_an_original_that_is_out_comes_back_also_where_the_matter_was_annulled() -> None:
    """R 160-161: paper is there whatever the matter counts for (DOMAIN.md §1.12: all else is undone)."""
    desk = attached()
    desk.act(OFFICE, "hand_over", hand_over(return_by=BACK_BY))
    desk.act(EDUCATION_GROUP, "receive", RECEIVE)
    desk.annul_the_notice()
    assert desk.owed == {(EDUCATION_GROUP, "return", BACK_BY)}
    desk.act(EDUCATION_GROUP, "hand_over", hand_over(to=OFFICE))
    assert (EDUCATION_GROUP, "return", BACK_BY) in desk.owed
    desk.act(OFFICE, "receive", RECEIVE)
    assert (desk.attachment().holder, desk.owed) == (OFFICE, set())


@pytest.mark.parametrize(
    "changes",
    [
        {"to": OFFICE},
        {"to": CASE_SUPERVISION},
        {"to": "nobody"},
        {"return_by": datetime.date(2026, 1, 4)},
    ],
)
def test_an_original_goes_only_to_another_party_concerned_with_it(changes: dict[str, Any]) -> None:
    """R 299: a party outside the circle must not learn of it by being handed it."""
    attached().refuses(InvalidField, OFFICE, "hand_over", hand_over(**changes))


def test_damage_is_put_on_record_once_and_mended_once_by_processes_alone() -> None:
    desk = attached()
    damage = commands.NoteDamage(attachment=SCAN, fault="altered")
    desk.refuses(NotAuthorised, OFFICE, "note_damage", damage)
    (found,) = system(desk, "note_damage", damage)
    assert (found.serial, found.fault) == (1, "altered")
    assert found.concerns.visibility == "notice"
    with pytest.raises(NothingToDo):
        system(desk, "note_damage", damage)
    system(desk, "note_mended", commands.NoteMended(attachment=SCAN))
    with pytest.raises(NothingToDo):
        system(desk, "note_mended", commands.NoteMended(attachment=SCAN))
    (again,) = system(desk, "note_damage", commands.NoteDamage(attachment=SCAN, fault="missing"))
    assert again.serial == 2
    with pytest.raises(errors.NoSuchAttachment):
        system(desk, "note_damage", commands.NoteDamage(attachment=OTHER, fault="missing"))


def test_the_paper_of_a_scheme_is_attached_by_who_adopts_it_and_read_by_whoever_holds_office() -> (
    None
):
    """DOMAIN.md §5: the Party committee's 《意见》 is adopted with number, date and attachment."""
    world = Founding.adopted()
    paper, scheme = add(original=None), scheme_stream(1)
    world.register("stranger")
    with pytest.raises(NotAuthorised):
        world.do("attachment.add", scheme, paper, actor="stranger")
    (added,) = world.do("attachment.add", scheme, paper)
    assert isinstance(added, events.Added)
    assert (added.by, added.concerns.visibility) == (COMMISSION, "organisation")
    world.register("boss")
    world.appoint("boss", COMMISSION, "administrator")
    with pytest.raises(NotAuthorised):
        world.do("attachment.add", scheme, add(attachment=OTHER, original=None))
    world.do("attachment.add", scheme, add(attachment=OTHER, original=None), actor="boss")
