"""How carrying out a way of disposal changes a lead."""

from dataclasses import replace

from domain.leads import events
from domain.leads.events.handling import HandlingEvent
from domain.leads.evolving.common import each_once, set_out_anew
from domain.leads.state import Course, Lead


def evolve_handling(lead: Lead, event: HandlingEvent) -> Lead:
    """Fold one event of this concern."""
    match event:
        case events.Shelved() | events.ShelvingReviewed():
            return replace(lead, stage="shelved")
        case events.Reopened():
            return replace(lead, stage="acknowledged", disposal=None, course=Course())
        case events.Closed():
            return replace(lead, stage="closed", closing=event.closing)
        case events.CaseFiled():
            return replace(lead, stage="case_filed")
        case events.CaseRegistered():
            return replace(lead, case=event.case)
        case events.PersonInformed():
            return replace(lead, informed=each_once(lead.informed, event.person))
        case events.InformingCompleted():
            return lead
        case events.VerificationGroupChanged():
            return _regrouped(lead, event)
        case events.CustodyChanged():
            return _custody(lead, event)
        case _:
            return replace(lead, course=_course(lead.course, event))


def _regrouped(lead: Lead, event: events.VerificationGroupChanged) -> Lead:
    """The approved group; once it began, the one that verifies too."""
    disposal, course = lead.disposal, lead.course
    return replace(
        lead,
        disposal=None if disposal is None else replace(disposal, group=event.group),
        course=replace(course, group=event.group if course.started else ()),
    )


def _custody(lead: Lead, event: events.CustodyChanged) -> Lead:
    """A new holder begins anew: registers in its own register, allocates, disposes."""
    if event.holder == event.former_holder:
        return replace(lead, addressee=event.addressee)
    return replace(set_out_anew(lead), stage="received", addressee=None)


def _course(
    course: Course,
    event: events.AppropriateInquiryStarted
    | events.AppropriateInquiryReported
    | events.InterviewEntrusted
    | events.InterviewHeld
    | events.StatementReceived
    | events.WrittenInquirySent
    | events.WrittenInquiryDelivered
    | events.WrittenInquiryReplied
    | events.VerificationStarted
    | events.VerificationReported,
) -> Course:
    match event:
        case events.AppropriateInquiryStarted():
            return replace(course, started=True)
        case events.VerificationStarted():
            return replace(course, started=True, group=event.group)
        case events.AppropriateInquiryReported() | events.VerificationReported():
            return replace(course, reported=True)
        case events.InterviewEntrusted():
            return replace(course, entrusted=(*course.entrusted, (event.person, event.unit)))
        case events.InterviewHeld():
            asked = (*course.statements_asked, event.person)
            return replace(
                course,
                interviewed=each_once(course.interviewed, event.person),
                statements_asked=asked if event.statement_asked else course.statements_asked,
            )
        case events.StatementReceived():
            left = tuple(person for person in course.statements_asked if person != event.person)
            return replace(course, statements_asked=left)
        case events.WrittenInquirySent():
            heads = (*course.unit_heads, event.person) if event.is_unit_head else course.unit_heads
            inquired = each_once(course.inquired, event.person)
            return replace(course, inquired=inquired, unit_heads=heads)
        case events.WrittenInquiryDelivered():
            return replace(course, delivered=each_once(course.delivered, event.person))
        case events.WrittenInquiryReplied():
            return replace(course, replied=each_once(course.replied, event.person))
