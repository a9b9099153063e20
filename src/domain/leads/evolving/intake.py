"""How receiving, registering and checking change a lead."""

from dataclasses import replace

from domain.ids import PartyId
from domain.leads import events
from domain.leads.events.intake import IntakeEvent
from domain.leads.evolving.common import each_once
from domain.leads.state import Confidence, Lead
from domain.leads.values import Subject, SubjectReference


def evolve_intake(lead: Lead, event: IntakeEvent) -> Lead:
    """Fold one event of this concern."""
    match event:
        case events.Received():
            return replace(
                lead,
                stage="received",
                received=event.occurred.date,
                source=event.source,
                regime=event.regime,
                secrecy=event.secrecy,
                subjects=references(event.subjects),
            )
        case events.Found():
            return lead
        case events.ReporterRecorded():
            confidence = Confidence(
                report=event.report, reporter=event.reporter.person, kept_by=event.kept_by
            )
            return replace(lead, confidence=confidence)
        case events.ReporterNotified():
            return _confided(lead, notified=event.notice)
        case events.ReporterAccessGranted():
            return _confided(lead, granted_to=event.to_party)
        case events.Registered():
            numbers = tuple(dict.fromkeys((*lead.numbers, event.number)))
            return replace(lead, stage="registered", numbers=numbers)
        case events.DuplicateSuspected():
            return replace(lead, duplicate="suspected")
        case events.DuplicateConfirmed():
            return replace(lead, duplicate="confirmed", duplicate_of=event.of)
        case events.DuplicateDismissed():
            return replace(lead, duplicate="dismissed")


def references(subjects: tuple[Subject, ...]) -> tuple[SubjectReference, ...]:
    """The reported persons without what is sealed. Intake has given each a person."""
    return tuple(
        SubjectReference(
            person=subject.person, pseudonym=subject.pseudonym, standing=subject.standing
        )
        for subject in subjects
        if subject.person is not None
    )


def _confided(
    lead: Lead, *, notified: str | None = None, granted_to: PartyId | None = None
) -> Lead:
    if lead.confidence is None:
        return lead
    confidence = replace(
        lead.confidence,
        notified=each_once(lead.confidence.notified, notified),
        granted_to=each_once(lead.confidence.granted_to, granted_to),
    )
    return replace(lead, confidence=confidence)
