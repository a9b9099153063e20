"""How urging, knowing and telling change a lead."""

from dataclasses import replace

from domain.leads import events
from domain.leads.events.oversight import OversightEvent
from domain.leads.evolving.common import each_once
from domain.leads.state import Lead, Reminder


def evolve_oversight(lead: Lead, event: OversightEvent) -> Lead:
    """Fold one event of this concern."""
    match event:
        case events.Reminded():
            reminder = Reminder(
                serial=event.reminder, from_party=event.from_party, to_party=event.to_party
            )
            return replace(lead, reminders=(*lead.reminders, reminder))
        case events.ReminderAnswered():
            return lead.with_answer_to(event.reminder)
        case events.KnowledgeRecorded():
            return replace(lead, known_by=each_once(lead.known_by, event.person))
        case events.SuperiorInformed():
            return lead
