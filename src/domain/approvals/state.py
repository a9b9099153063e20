"""How far a matter's approval is, folded from its events."""

from dataclasses import dataclass, replace

from domain.approvals import events
from domain.ids import PartyId, PersonId
from domain.submission import Paper, Seat, Signature, Submission


@dataclass(frozen=True, slots=True)
class OwedSignature:
    """An opinion given by word of mouth, still to be signed, whatever became of the submission."""

    submitted_by: PartyId
    level: int
    signer: PersonId
    party: PartyId


@dataclass(frozen=True, slots=True)
class Approval:
    """The submission of a matter, if there is one.

    ``awaited`` are the signatures last said to be awaited, by number of the level; ``approvers`` the
    parties that it reached: whose signature is awaited learns of the matter, no sooner.
    """

    submission: Submission | None = None
    awaited: tuple[tuple[int, Seat], ...] = ()
    owed: tuple[OwedSignature, ...] = ()
    approvers: tuple[PartyId, ...] = ()

    @property
    def climbing(self) -> Submission | None:
        """The submission under way, if any."""
        submission = self.submission
        return submission if submission is not None and submission.status == "climbing" else None

    def after(self, event: events.Step) -> "Approval":
        """The approval after one of its events."""
        match event:
            case events.Submitted(submitted_by=party, submitter=person, route=route):
                submission = Submission(route=route, party=party, submitter=person)
                return replace(self, submission=submission, awaited=())
            case events.SignatureAwaited(signer_party=party, level=level):
                seat = Seat(party=party, role=event.signer_role)
                awaited = tuple(dict.fromkeys((*self.awaited, (level, seat))))
                approvers = tuple(dict.fromkeys((*self.approvers, party)))
                return replace(self, awaited=awaited, approvers=approvers)
            case events.SubmissionStuck():
                return replace(self, awaited=())
            case events.SubmissionReturned() | events.Approved():
                return self
            case events.OralOpinionSigned():
                return replace(self, owed=tuple(o for o in self.owed if o != _owed(event)))
            case _:
                return self._climbed(event)

    def _climbed(self, event: events.Step) -> "Approval":
        submission = self.submission
        if submission is None:
            raise TypeError(f"nothing was submitted: {type(event).__name__}")
        match event:
            case events.OpinionGiven():
                signed = submission.signed(_signature(event))
                return replace(self, submission=signed, awaited=())
            case events.OralOpinionRecorded():
                signed = submission.signed(_signature(event))
                owed = (*self.owed, _owed(event))
                return replace(self, submission=signed, awaited=(), owed=owed)
            case events.Cosigned(level=level, opinion=opinion):
                seat = submission.route.cosigners[level - len(submission.route.levels) - 1]
                awaited = tuple(item for item in self.awaited if item[0] != level)
                heard = submission.cosigned_by(seat, opinion)
                return replace(self, submission=heard, awaited=awaited)
            case events.PaperSigned():
                return replace(self, submission=submission.with_paper(_paper(event)))
            case events.PaperConfirmed(scan=scan):
                return replace(self, submission=submission.without_paper(scan))
            case events.SubmissionWithdrawn():
                return replace(self, submission=submission.withdrawn(), awaited=())
            case _:
                raise TypeError(f"no step of a submission: {type(event).__name__}")


def _signature(event: events.OpinionGiven | events.OralOpinionRecorded) -> Signature:
    return Signature(
        level=event.level,
        signer=event.signer,
        party=event.signer_party,
        opinion=event.opinion,
        manner="oral" if isinstance(event, events.OralOpinionRecorded) else event.manner,
        mandate=None if isinstance(event, events.OralOpinionRecorded) else event.mandate,
    )


def _owed(event: events.OralOpinionRecorded | events.OralOpinionSigned) -> OwedSignature:
    return OwedSignature(event.submitted_by, event.level, event.signer, event.signer_party)


def _paper(event: events.PaperSigned) -> Paper:
    return Paper(
        scan=event.scan,
        signer=event.signer,
        party=event.signer_party,
        opinion=event.opinion,
        entered_by=event.entered_by,
        signed_on=event.occurred,
    )
