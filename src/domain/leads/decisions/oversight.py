"""Urging, knowing and telling: the decisions."""

from collections.abc import Iterable

from domain import handlers
from domain.account import invalid
from domain.context import Context
from domain.leads import between as ways
from domain.leads import commands, errors, events, guards
from domain.leads.decisions import between
from domain.leads.state import Lead, Reminder
from domain.model import Draft
from domain.streams import StreamState

Stream = StreamState[Lead]


def remind(stream: Stream, command: commands.Remind, context: Context) -> Iterable[Draft]:
    """Urge a party that is concerned with the lead (催办); with a day it owes an answer by then.

    Case supervision, whoever holds the lead and its approvers urge; where it went to another jurisdiction, or
    came from there, the end of the hand-over that is here.
    """
    account = guards.known(stream, context)
    leg = ways.leg_with(account.lead, command.to_party)
    if leg is not None:
        return between.urge(account, leg, command)
    insiders = guards.insiders(account)
    if context.acting not in insiders or command.to_party not in insiders:
        raise invalid("to_party", "该单位不承办本线索", "that party is not in charge of this lead")
    context.require_role(*guards.STAFF)
    if command.to_party == context.acting:
        raise invalid("to_party", "不能催办本单位", "a party does not urge itself")
    guards.asks_in_time(account, command.reply_by)
    account.tell(
        events.Reminded(
            **account.frame(),
            reminder=len(account.lead.reminders) + 1,
            from_party=context.acting,
            to_party=command.to_party,
            kind=command.kind,
            about=command.about,
            reply_by=command.reply_by,
        )
    )
    return account


def answer_reminder(
    stream: Stream, command: commands.AnswerReminder, context: Context
) -> Iterable[Draft]:
    """Say where the matter stands; once for each reminder."""
    account = guards.known(stream, context)
    reminder = _reminder(account.lead, command.reminder)
    if reminder.transfer is not None:
        return between.answer_urging(account, reminder, command)
    guards.by_party(account, reminder.to_party, *guards.STAFF)
    account.tell(
        events.ReminderAnswered(
            **account.frame(),
            reminder=reminder.serial,
            from_party=reminder.to_party,
            to_party=reminder.from_party,
            text=command.text,
        )
    )
    return account


def _reminder(lead: Lead, serial: int) -> Reminder:
    waiting = (item for item in lead.reminders if item.serial == serial and not item.answered)
    found = next(waiting, None)
    if found is None:
        raise invalid("reminder", "没有待答复的催办", "no such reminder waits for an answer")
    return found


def record_knowledge(
    stream: Stream, command: commands.RecordKnowledge, context: Context
) -> Iterable[Draft]:
    """Note who came to know, why, with whose approval and until when (R 299: scope and time)."""
    account = guards.known(stream, context)
    if context.acting not in guards.insiders(account):
        raise invalid("party", "无权扩大知悉范围", "the party may not widen who knows")
    context.require_role(*guards.STAFF)
    context.jurisdiction.registered(command.person)
    if not context.jurisdiction.holds(command.person, command.party, (), context.occurred.date):
        raise handlers.HandlerNotInParty(person=command.person, party=command.party)
    if guards.barred(command.person, account.lead, context):
        raise errors.BarredFromLead(person=command.person)
    account.tell(
        events.KnowledgeRecorded(
            **account.frame(),
            person=command.person,
            known_to=command.party,
            reason=command.reason,
            approved_by=command.approved_by,
            until=command.until,
        )
    )
    return account


def inform_superior(
    stream: Stream, command: commands.InformSuperior, context: Context
) -> Iterable[Draft]:
    """Note that the level above was told, by which document."""
    account = guards.known(stream, context)
    guards.by_party(account, account.lead.holder, *guards.EXCHANGING)
    account.tell(
        events.SuperiorInformed(**account.frame(), matter=command.matter, document=command.document)
    )
    return account
