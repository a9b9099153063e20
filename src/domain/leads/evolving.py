"""How each event changes a lead: total over the events, one function per concern."""

from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar

from domain.ids import PartyId
from domain.leads import events
from domain.leads.events.allocation import AllocationEvent
from domain.leads.events.approval import ApprovalEvent
from domain.leads.events.handling import HandlingEvent
from domain.leads.events.intake import IntakeEvent
from domain.leads.events.oversight import OversightEvent
from domain.leads.events.structure import StructureEvent
from domain.leads.events.transfer import HandOverEvent
from domain.leads.state import Confidence, Course, HandOver, HandOverStatus, Lead, Pending, Reminder
from domain.leads.values import Matter, Subject, SubjectReference
from domain.model import Event
from domain.submission import Paper, Signature, Submission

T = TypeVar("T")


def evolve(lead: Lead, event: Event) -> Lead:
    """Fold one event into a lead. An event of another family is a fault of the log: `TypeError`."""
    if isinstance(event, events.LeadEvent):
        lead = replace(lead, holder=event.holder, handling_party=event.handling_party)
    if isinstance(event, IntakeEvent):
        return _intake(lead, event)
    if isinstance(event, AllocationEvent):
        return _allocation(lead, event)
    if isinstance(event, ApprovalEvent):
        return _approval(lead, event)
    if isinstance(event, HandlingEvent):
        return _handling(lead, event)
    if isinstance(event, HandOverEvent):
        return _hand_over(lead, event)
    if isinstance(event, StructureEvent):
        return _structure(lead, event)
    if isinstance(event, OversightEvent):
        return _oversight(lead, event)
    raise TypeError(f"not an event of leads: {type(event).__name__}")


def _intake(lead: Lead, event: IntakeEvent) -> Lead:
    match event:
        case events.Received():
            return replace(
                lead,
                stage="received",
                source=event.source,
                regime=event.regime,
                secrecy=event.secrecy,
                subjects=references(event.subjects),
            )
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
        notified=_with(lead.confidence.notified, notified),
        granted_to=_with(lead.confidence.granted_to, granted_to),
    )
    return replace(lead, confidence=confidence)


def _allocation(lead: Lead, event: AllocationEvent) -> Lead:
    match event:
        case events.AllocationProposed():
            return _opened(lead, event, _allocating(event, "allocation"))
        case events.ReallocationProposed():
            return _opened(lead, event, _allocating(event, "reallocation"))
        case events.Allocated() | events.Reallocated():
            return replace(
                _set_out_anew(lead),
                stage="allocated",
                handlers=event.handlers,
                keeper=event.keeper,
                approvers=_signers(lead.submission),
            )
        case events.AllocationReturned():
            return replace(_set_out_anew(lead), stage="registered")
        case events.Acknowledged():
            return replace(lead, stage="acknowledged", handlers=event.handlers, keeper=event.keeper)
        case events.HandlersAssigned():
            return replace(lead, handlers=event.handlers, keeper=event.keeper)
        case events.RecusalDeclared():
            return replace(lead, recusals_asked=_with(lead.recusals_asked, event.person))
        case events.RecusalDecided():
            return _recusal_decided(lead, event)


def _set_out_anew(lead: Lead) -> Lead:
    """Who handled it before leaves no trace in who handles and approves from now on."""
    return replace(
        lead,
        handlers=(),
        keeper=None,
        submission=None,
        pending=None,
        approvers=(),
        route=None,
        disposal=None,
        course=Course(),
    )


def _recusal_decided(lead: Lead, event: events.RecusalDecided) -> Lead:
    asked = tuple(person for person in lead.recusals_asked if person != event.person)
    if not event.granted:
        return replace(lead, recusals_asked=asked)
    return replace(
        lead,
        recusals_asked=asked,
        recused=_with(lead.recused, event.person),
        handlers=tuple(person for person in lead.handlers if person != event.person),
        keeper=None if lead.keeper == event.person else lead.keeper,
    )


def _allocating(
    event: events.AllocationProposed | events.ReallocationProposed, matter: Matter
) -> Pending:
    return Pending(
        matter=matter, party=event.proposed_party, handlers=event.handlers, keeper=event.keeper
    )


def _opened(
    lead: Lead,
    event: events.AllocationProposed
    | events.ReallocationProposed
    | events.DisposalProposed
    | events.OutcomeProposed,
    pending: Pending,
) -> Lead:
    submission = Submission(route=event.route, party=event.submitted_by, submitter=event.submitter)
    return replace(lead, submission=submission, pending=pending)


def _signers(submission: Submission | None) -> tuple[PartyId, ...]:
    signatures = () if submission is None else submission.signatures
    return tuple(dict.fromkeys(signature.party for signature in signatures))


def _approval(lead: Lead, event: ApprovalEvent) -> Lead:
    match event:
        case events.DisposalProposed():
            return _opened(lead, event, _disposing(event, "disposal"))
        case events.OutcomeProposed():
            return _opened(lead, event, _disposing(event, "outcome"))
        case events.DisposalApproved():
            route = None if lead.submission is None else lead.submission.route
            return _approved(replace(lead, route=route))
        case events.OutcomeApproved():
            return _approved(lead)
        case events.SignatureAwaited():
            # Whose signature is awaited learns of the lead, no sooner (R 299).
            return replace(lead, approvers=_with(lead.approvers, event.signer_party))
        case events.SubmissionReturned() | events.SubmissionStuck():
            return lead
        case _:
            return _climbing(lead, event)


def _climbing(
    lead: Lead,
    event: events.OpinionGiven
    | events.OralOpinionRecorded
    | events.OralOpinionSigned
    | events.PaperSigned
    | events.PaperConfirmed
    | events.Cosigned
    | events.SubmissionWithdrawn,
) -> Lead:
    match event:
        case events.OpinionGiven() | events.OralOpinionRecorded():
            return _submitted(lead, lambda submission: submission.signed(signature_of(event)))
        case events.OralOpinionSigned():
            return _submitted(lead, lambda submission: submission.oral_signed(event.signer))
        case events.PaperSigned():
            return _submitted(lead, lambda submission: submission.with_paper(_paper(event)))
        case events.PaperConfirmed():
            return _submitted(lead, lambda submission: submission.without_paper(event.scan))
        case events.Cosigned():
            return _submitted(lead, lambda submission: _cosigned(submission, event))
        case events.SubmissionWithdrawn():
            return _submitted(lead, lambda submission: submission.withdrawn())


def signature_of(event: events.OpinionGiven | events.OralOpinionRecorded) -> Signature:
    """The signature that an opinion is: of which level, by whom, how."""
    return Signature(
        level=event.level,
        signer=event.signer,
        party=event.signer_party,
        opinion=event.opinion,
        manner="oral" if isinstance(event, events.OralOpinionRecorded) else event.manner,
        mandate=None if isinstance(event, events.OralOpinionRecorded) else event.mandate,
    )


def _paper(event: events.PaperSigned) -> Paper:
    return Paper(
        scan=event.scan,
        signer=event.signer,
        party=event.signer_party,
        opinion=event.opinion,
        entered_by=event.entered_by,
        signed_on=event.occurred,
    )


def _cosigned(submission: Submission, event: events.Cosigned) -> Submission:
    seat = next(seat for seat in submission.missing_cosigners if seat.party == event.signer_party)
    return submission.cosigned_by(seat, event.opinion)


def _submitted(lead: Lead, change: Callable[[Submission], Submission]) -> Lead:
    submission = lead.submission
    return lead if submission is None else replace(lead, submission=change(submission))


def _disposing(event: events.DisposalProposed | events.OutcomeProposed, matter: Matter) -> Pending:
    return Pending(matter=matter, disposal=event.disposal, rule_set=event.rule_set)


def _approved(lead: Lead) -> Lead:
    """The approved way is in hand. What follows at once (shelved, closed) is an event of its own."""
    disposal = None if lead.pending is None else lead.pending.disposal
    return replace(lead, stage="handling", disposal=disposal, course=Course(), pending=None)


def _handling(lead: Lead, event: HandlingEvent) -> Lead:
    match event:
        case events.Shelved() | events.ShelvingReviewed():
            return replace(lead, stage="shelved")
        case events.Reopened():
            return replace(lead, stage="acknowledged", disposal=None, course=Course())
        case events.Closed():
            return replace(lead, stage="closed", closing=event.closing)
        case events.CaseFiled():
            return replace(lead, stage="case_filed")
        case events.PersonInformed():
            return replace(lead, informed=_with(lead.informed, event.person))
        case events.InformingCompleted():
            return lead
        case events.CustodyChanged():
            return _custody(lead, event)
        case _:
            return replace(lead, course=_course(lead.course, event))


def _custody(lead: Lead, event: events.CustodyChanged) -> Lead:
    """A new holder begins anew: registers in its own register, allocates, disposes."""
    if event.holder == event.former_holder:
        return replace(lead, addressee=event.addressee)
    return replace(_set_out_anew(lead), stage="received", addressee=None)


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
        case events.AppropriateInquiryStarted() | events.VerificationStarted():
            return replace(course, started=True)
        case events.AppropriateInquiryReported() | events.VerificationReported():
            return replace(course, reported=True)
        case events.InterviewEntrusted():
            return replace(course, entrusted=(*course.entrusted, (event.person, event.unit)))
        case events.InterviewHeld():
            asked = (*course.statements_asked, event.person)
            return replace(
                course,
                interviewed=_with(course.interviewed, event.person),
                statements_asked=asked if event.statement_asked else course.statements_asked,
            )
        case events.StatementReceived():
            left = tuple(person for person in course.statements_asked if person != event.person)
            return replace(course, statements_asked=left)
        case events.WrittenInquirySent():
            heads = (*course.unit_heads, event.person) if event.is_unit_head else course.unit_heads
            inquired = _with(course.inquired, event.person)
            return replace(course, inquired=inquired, unit_heads=heads)
        case events.WrittenInquiryDelivered():
            return replace(course, delivered=_with(course.delivered, event.person))
        case events.WrittenInquiryReplied():
            return replace(course, replied=_with(course.replied, event.person))


def _hand_over(lead: Lead, event: HandOverEvent) -> Lead:
    match event:
        case events.Transferred():
            leg = HandOver(
                serial=event.transfer,
                from_party=event.from_party,
                to_party=event.to_party,
                feedback_expected=event.feedback_expected,
            )
            return lead.with_transfer(leg)
        case events.TransferAcknowledged():
            return _moved(lead, event.transfer, "acknowledged")
        case events.Accepted() | events.PartAccepted():
            return _moved(lead, event.transfer, "accepted")
        case events.Returned():
            return _moved(lead, event.transfer, "returned")
        case events.ResultFedBack():
            return _moved(lead, event.transfer, "fed_back")
        case events.FeedbackConfirmed():
            return _moved(lead, event.transfer, "confirmed")
        case events.MilestoneReached():
            leg = lead.transfers[event.transfer - 1]
            return lead.with_transfer(replace(leg, milestone=event.milestone))


def _moved(lead: Lead, serial: int, status: HandOverStatus) -> Lead:
    return lead.with_transfer(replace(lead.transfers[serial - 1], status=status))


def _structure(lead: Lead, event: StructureEvent) -> Lead:
    match event:
        case events.Split():
            left = tuple(item for item in lead.subjects if item.person not in event.persons)
            return replace(lead, subjects=left, parts=(*lead.parts, event.part))
        case events.SplitOff():
            return replace(
                lead,
                stage="received",
                origin=event.origin,
                source=event.source,
                regime=event.regime,
                secrecy=event.secrecy,
                subjects=event.subjects,
            )
        case events.Merged():
            return replace(lead, stage="merged", linked=_with(lead.linked, event.into))
        case events.Absorbed():
            known = lead.persons
            more = tuple(item for item in event.subjects if item.person not in known)
            subjects = (*lead.subjects, *more)
            return replace(lead, subjects=subjects, linked=_with(lead.linked, event.other))
        case events.Linked():
            return replace(lead, linked=_with(lead.linked, event.other))
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


def _oversight(lead: Lead, event: OversightEvent) -> Lead:
    match event:
        case events.Reminded():
            reminder = Reminder(
                serial=event.reminder, from_party=event.from_party, to_party=event.to_party
            )
            return replace(lead, reminders=(*lead.reminders, reminder))
        case events.ReminderAnswered():
            reminders = tuple(
                replace(item, answered=True) if item.serial == event.reminder else item
                for item in lead.reminders
            )
            return replace(lead, reminders=reminders)
        case events.KnowledgeRecorded():
            return replace(lead, known_by=_with(lead.known_by, event.person))
        case events.SuperiorInformed():
            return lead


def _with(items: tuple[T, ...], item: T | None) -> tuple[T, ...]:
    """The items and one more, each once; nothing more for None."""
    return items if item is None or item in items else (*items, item)
