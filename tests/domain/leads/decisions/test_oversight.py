"""Urging, knowing and telling."""

import dataclasses
import datetime

import pytest

from domain.between import HandledElsewhere, NotDeliveredYet
from domain.errors import InvalidField, NotAuthorised, NotFound
from domain.handlers import HandlerNotInParty
from domain.leads import commands, events
from domain.leads.errors import BarredFromLead
from tests.domain.leads.abroad import Post
from tests.domain.leads.decisions.test_between import referred
from tests.domain.leads.given import ACCEPT, TAKE, Office, only, party, person


def urging(to: str = "sg-education", **changed: object) -> commands.Remind:
    return commands.Remind(to_party=party(to), about="请尽快呈批", **changed)  # type: ignore[arg-type]


def test_whoever_is_reminded_answers_once() -> None:
    """First-hour need: 催办/督办 by hand with a reply duty."""
    office = Office.opened()
    lead = office.acknowledged()
    told = office.do("clerk", "remind", lead, urging(reply_by=datetime.date(2026, 3, 6)))
    assert only(told, events.Reminded).reminder == 1
    answer = commands.AnswerReminder(reminder=1, text="本周呈批")
    with pytest.raises(NotAuthorised):
        office.do("clerk", "answer_reminder", lead, answer)
    office.do("wang", "answer_reminder", lead, answer)
    with pytest.raises(InvalidField):
        office.do("wang", "answer_reminder", lead, answer)


@pytest.mark.parametrize(
    "command",
    [
        urging("sg-health"),
        urging("case-supervision"),
        urging(reply_by=datetime.date(2026, 3, 1)),
    ],
)
def test_only_a_party_in_charge_is_reminded_in_time(command: commands.Remind) -> None:
    """R 299: a reminder never carries a lead to somebody who does not know of it."""
    office = Office.opened()
    lead = office.acknowledged()
    with pytest.raises(InvalidField):
        office.do("clerk", "remind", lead, command)


def test_a_stranger_reminds_nobody() -> None:
    office = Office.opened()
    lead = office.acknowledged()
    with pytest.raises(NotFound):
        office.do("health-head", "remind", lead, urging())


def knowing(name: str, code: str) -> commands.RecordKnowledge:
    return commands.RecordKnowledge(
        person=person(name),
        party=party(code),
        reason="协助调取账目",
        approved_by=person("group-head"),
        until=datetime.date(2026, 6, 30),
    )


def test_who_comes_to_know_is_recorded_with_scope_and_time() -> None:
    """R 299: limit the scope and time of knowledge; a grant has reason, giver and expiry."""
    office = Office.opened()
    lead = office.acknowledged()
    told = office.do("wang", "record_knowledge", lead, knowing("zhao", "sg-education"))
    assert only(told, events.KnowledgeRecorded).until == datetime.date(2026, 6, 30)
    assert office.lead(lead).known_by == (person("zhao"),)
    with pytest.raises(HandlerNotInParty):
        office.do("wang", "record_knowledge", lead, knowing("zhao", "sg-health"))


def test_who_is_recused_is_not_told() -> None:
    office = Office.opened()
    lead = office.acknowledged()
    declared = commands.DeclareRecusal(person=person("zhao"), ground="interest", reason="利害")
    office.do("group-head", "declare_recusal", lead, declared)
    with pytest.raises(BarredFromLead):
        office.do("wang", "record_knowledge", lead, knowing("zhao", "sg-education"))


def test_the_holder_notes_that_the_level_above_was_told() -> None:
    office = Office.opened()
    lead = office.acknowledged()
    inform = commands.InformSuperior(matter="涉及省管干部", document="报〔2026〕1号")
    with pytest.raises(NotAuthorised):
        office.do("wang", "inform_superior", lead, inform)
    office.do("clerk", "inform_superior", lead, inform)


def test_either_end_urges_the_other_which_answers_from_there() -> None:
    """Also what the other jurisdiction holds: the urging is owed an answer there, which comes back."""
    post = Post()
    here, there = referred(post)
    post.carry()
    post.county.do(
        "clerk", "remind", there, commands.Remind(to_party=party("city"), about="请补材料")
    )
    post.carry()
    for action, command in (("acknowledge_transfer", TAKE), ("accept", ACCEPT)):
        post.county.do("clerk", action, there, command)
    post.carry()
    day = datetime.date(2026, 3, 6)
    urging = commands.Remind(
        to_party=party("cc-yinan"), kind="oversight", about="请反馈办理情况", reply_by=day
    )
    post.city.do("clerk", "remind", here, urging)
    post.carry()
    urged = [
        e for e in (t.event for t in post.county.world.told) if isinstance(e, events.HandOverUrged)
    ]
    assert [(e.reminder, e.there, e.by, e.to, e.reply_by) for e in urged] == [
        (1, None, "case-supervision", "city", None),
        (2, 2, "city", "case-supervision", day),
    ]
    post.city.appoint("guest", "cc-yinan", "head")
    answer = commands.AnswerReminder(reminder=2, text="正在核查")
    with pytest.raises(HandledElsewhere):
        post.city.do("guest", "answer_reminder", here, answer)
    post.county.do("clerk", "answer_reminder", there, answer)
    post.carry()
    said = only([each.event for each in post.city.world.told], events.UrgingAnswered)
    assert (said.reminder, said.by, said.text) == (2, "cc-yinan", "正在核查")
    for office, lead in ((post.city, here), (post.county, there)):
        assert [each.answered for each in office.lead(lead).reminders] == [False, True]


def test_who_is_no_end_of_the_hand_over_urges_nobody_abroad() -> None:
    post = Post()
    here, _ = referred(post)
    urging = commands.Remind(to_party=party("cc-yinan"), about="请反馈")
    with pytest.raises(NotDeliveredYet):
        post.city.do("clerk", "remind", here, urging)
    post.carry()
    with pytest.raises(NotFound):
        post.city.do("health-head", "remind", here, urging)
    late = dataclasses.replace(urging, reply_by=datetime.date(2026, 1, 1))
    with pytest.raises(InvalidField):
        post.city.do("clerk", "remind", here, late)
    post.city.appoint("guest", "cc-yinan", "head")
    with pytest.raises(NotAuthorised):
        post.city.do("guest", "remind", here, urging)
