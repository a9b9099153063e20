"""Urging, knowing and telling."""

import datetime

import pytest

from domain.errors import InvalidField, NotAuthorised, NotFound
from domain.handlers import HandlerNotInParty
from domain.leads import commands, events
from domain.leads.errors import BarredFromLead
from tests.domain.leads.given import Office, only, party, person


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
