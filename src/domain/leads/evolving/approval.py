"""How the submission of a disposal or an outcome changes a lead."""

from collections.abc import Callable
from dataclasses import replace

from domain.leads import events
from domain.leads.events.approval import ApprovalEvent
from domain.leads.evolving.common import each_once, opened
from domain.leads.state import Course, Lead, OwedSignature, Pending
from domain.leads.values import Matter
from domain.submission import Paper, Seat, Signature, Submission


def evolve_approval(lead: Lead, event: ApprovalEvent) -> Lead:
    """Fold one event of this concern."""
    match event:
        case events.DisposalProposed():
            return opened(lead, event, _disposing(event, "disposal"))
        case events.OutcomeProposed():
            return opened(lead, event, _disposing(event, "outcome"))
        case events.DisposalApproved():
            route = None if lead.submission is None else lead.submission.route
            return _approved(replace(lead, route=route))
        case events.OutcomeApproved():
            return _approved(lead)
        case events.SignatureAwaited():
            # Whose signature is awaited learns of the lead, no sooner (R 299).
            return replace(
                lead,
                approvers=each_once(lead.approvers, event.signer_party),
                awaited=each_once(lead.awaited, (event.level, _seat(event))),
            )
        case events.SubmissionStuck():
            return replace(lead, awaited=())
        case events.SubmissionReturned():
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
            signers = each_once(lead.signers, event.signer)
            lead = replace(lead, awaited=(), signers=signers)
            if isinstance(event, events.OralOpinionRecorded):
                owed = (*lead.owed_signatures, _owed(event))
                lead = replace(lead, owed_signatures=owed)
            return _submitted(lead, lambda submission: submission.signed(signature_of(event)))
        case events.OralOpinionSigned():
            left = tuple(item for item in lead.owed_signatures if item != _owed(event))
            return replace(lead, owed_signatures=left)
        case events.PaperSigned():
            return _submitted(lead, lambda submission: submission.with_paper(_paper(event)))
        case events.PaperConfirmed():
            return _submitted(lead, lambda submission: submission.without_paper(event.scan))
        case events.Cosigned():
            awaited = tuple(item for item in lead.awaited if item[0] != event.level)
            lead = replace(lead, awaited=awaited, signers=each_once(lead.signers, event.signer))
            return _submitted(lead, lambda submission: _cosigned(submission, event))
        case events.SubmissionWithdrawn():
            lead = replace(lead, awaited=())
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


def _owed(event: events.OralOpinionRecorded | events.OralOpinionSigned) -> OwedSignature:
    return OwedSignature(
        matter=event.matter,
        submitted_by=event.submitted_by,
        level=event.level,
        signer=event.signer,
        party=event.signer_party,
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
    seat = submission.route.cosigners[event.level - len(submission.route.levels) - 1]
    return submission.cosigned_by(seat, event.opinion)


def _seat(event: events.SignatureAwaited) -> Seat:
    return Seat(party=event.signer_party, role=event.signer_role)


def _submitted(lead: Lead, change: Callable[[Submission], Submission]) -> Lead:
    submission = lead.submission
    return lead if submission is None else replace(lead, submission=change(submission))


def _disposing(event: events.DisposalProposed | events.OutcomeProposed, matter: Matter) -> Pending:
    return Pending(matter=matter, disposal=event.disposal, rule_set=event.rule_set)


def _approved(lead: Lead) -> Lead:
    """The approved way is in hand. What follows at once (shelved, closed) is an event of its own."""
    disposal = None if lead.pending is None else lead.pending.disposal
    return replace(lead, stage="handling", disposal=disposal, course=Course(), pending=None)
