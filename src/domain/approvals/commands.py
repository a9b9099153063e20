"""What people do with a submission (呈批) that is under way: the commands, the same in each family."""

from dataclasses import dataclass

from domain.ids import PersonId
from domain.model import Command, Digest, Personal, Text
from domain.submission import Mandate, Opinion


@dataclass(frozen=True, slots=True, kw_only=True)
class Opine(Command):
    """批示: the opinion of the level that the submission has reached.

    ``mandate`` is given by an acting signer (代签), who signs for another within its dates.
    """

    opinion: Opinion
    text: Personal | None = None
    mandate: Mandate | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Cosign(Command):
    """会签: the opinion of a party that must be heard before the last level decides."""

    opinion: Opinion
    text: Personal | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class WithdrawSubmission(Command):
    """撤回: the submitting party takes the submission back before it is decided."""

    reason: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordOralOpinion(Command):
    """口头同意: the level's opinion was given by word of mouth; it must be signed afterwards."""

    signer: PersonId
    opinion: Opinion
    text: Personal | None = None
    heard_by: PersonId


@dataclass(frozen=True, slots=True, kw_only=True)
class SignOralOpinion(Command):
    """补签: who gave an opinion by word of mouth signs it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SignPaper(Command):
    """Enter an opinion signed on paper, with the SHA-256 of its scan; it counts once confirmed."""

    signer: PersonId
    opinion: Opinion
    text: Personal | None = None
    scan: Digest


@dataclass(frozen=True, slots=True, kw_only=True)
class ConfirmPaper(Command):
    """A second person confirms that the scanned paper says what was entered."""

    scan: Digest
