"""How splitting, merging, linking and correcting change a lead."""

from dataclasses import replace

from domain.leads import events
from domain.leads.events.structure import StructureEvent
from domain.leads.evolving.common import each_once
from domain.leads.state import Lead


def evolve_structure(lead: Lead, event: StructureEvent) -> Lead:
    """Fold one event of this concern."""
    match event:
        case events.Split():
            left = tuple(item for item in lead.subjects if item.person not in event.persons)
            return replace(
                lead,
                subjects=left,
                persons_left=(*lead.persons_left, *event.persons),
                parts=(*lead.parts, event.part),
            )
        case events.SplitOff():
            return replace(
                lead,
                stage="received",
                received=event.occurred.date,
                origin=event.origin,
                source=event.source,
                regime=event.regime,
                secrecy=event.secrecy,
                subjects=event.subjects,
            )
        case events.PartRefused():
            return lead
        case events.Merged():
            return replace(lead, stage="merged", linked=each_once(lead.linked, event.into))
        case events.Absorbed():
            known, keeper = lead.persons, lead.keeper
            more = tuple(item for item in event.subjects if item.person not in known)
            return replace(
                lead,
                handlers=tuple(each for each in lead.handlers if each not in event.recused),
                keeper=None if keeper in event.recused else keeper,
                subjects=(*lead.subjects, *more),
                absorbed=(*lead.absorbed, event.other),
                linked=each_once(lead.linked, event.other),
            )
        case events.Linked():
            return replace(lead, linked=each_once(lead.linked, event.other))
        case events.Corrected():
            return _corrected(lead, event)
        case events.Annulled():
            return replace(lead, stage="annulled")


def _corrected(lead: Lead, event: events.Corrected) -> Lead:
    subjects = tuple(
        replace(subject, standing=event.standing)
        if event.standing is not None and subject.person == event.person
        else subject
        for subject in lead.subjects
    )
    return replace(
        lead,
        subjects=subjects,
        source=event.source or lead.source,
        secrecy=event.secrecy or lead.secrecy,
    )
