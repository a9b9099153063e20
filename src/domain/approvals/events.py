"""What happens to a submission: a family derives its own events from these, under its own names."""

from dataclasses import dataclass, fields
from typing import Literal

from domain.ids import PartyId, PersonId
from domain.model import Digest, Event, Personal, Text
from domain.submission import Mandate, Opinion, Route


@dataclass(frozen=True, slots=True, kw_only=True)
class Step(Event):
    """A step of the submission: which party submitted it."""

    submitted_by: PartyId


@dataclass(frozen=True, slots=True, kw_only=True)
class Submitted(Step):
    """It was submitted for approval, along a route fixed for it."""

    submitter: PersonId
    route: Route


@dataclass(frozen=True, slots=True, kw_only=True)
class SignatureAwaited(Step):
    """It is the turn of ``signer_party``, in the person of whoever holds ``signer_role``.

    Levels count from 1; co-signers, who come before the last level, are numbered on after it.
    """

    level: int
    signer_party: PartyId
    signer_role: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Signed(Step):
    """Somebody signed at a level."""

    level: int
    signer: PersonId
    signer_party: PartyId


@dataclass(frozen=True, slots=True, kw_only=True)
class OpinionGiven(Signed):
    """A level gave its opinion."""

    opinion: Opinion
    manner: Literal["online", "paper"] = "online"
    text: Personal | None = None
    mandate: Mandate | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Cosigned(Signed):
    """A party that must be heard gave its opinion (会签)."""

    opinion: Opinion
    text: Personal | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OralOpinionRecorded(Signed):
    """A level gave its opinion by word of mouth; ``signer`` owes the signature."""

    opinion: Opinion
    text: Personal | None = None
    heard_by: PersonId


@dataclass(frozen=True, slots=True, kw_only=True)
class OralOpinionSigned(Signed):
    """Who gave an opinion by word of mouth signed it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperSigned(Signed):
    """An opinion signed on paper was entered with its scan; it counts once confirmed."""

    opinion: Opinion
    text: Personal | None = None
    scan: Digest
    entered_by: PersonId


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperConfirmed(Step):
    """A second person confirmed the scanned paper; the opinion follows."""

    level: int
    scan: Digest


@dataclass(frozen=True, slots=True, kw_only=True)
class SubmissionReturned(Step):
    """A level sent the submission back; the submitting party may submit anew."""

    returned_by: PartyId


@dataclass(frozen=True, slots=True, kw_only=True)
class SubmissionWithdrawn(Step):
    """The submitting party took the submission back."""

    reason: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class SubmissionStuck(Step):
    """Nobody in the seats of the level may sign: shown, never bypassed."""

    level: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Approved(Step):
    """The last level approved."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Steps:
    """A family's own events, one for each step."""

    submitted: type[Submitted]
    signature_awaited: type[SignatureAwaited]
    opinion_given: type[OpinionGiven]
    cosigned: type[Cosigned]
    oral_opinion_recorded: type[OralOpinionRecorded]
    oral_opinion_signed: type[OralOpinionSigned]
    paper_signed: type[PaperSigned]
    paper_confirmed: type[PaperConfirmed]
    submission_returned: type[SubmissionReturned]
    submission_withdrawn: type[SubmissionWithdrawn]
    submission_stuck: type[SubmissionStuck]
    approved: type[Approved]

    @property
    def all(self) -> tuple[type[Step], ...]:
        """All of them."""
        return tuple(getattr(self, field.name) for field in fields(self))
