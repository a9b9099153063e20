"""What parties do with a recommendation (纪检监察建议), from the draft to the look-back.

The commands of its approval (呈批) are those of every family: `domain.approvals.commands`.
"""

import datetime
from dataclasses import dataclass
from typing import Annotated, Literal

from annotated_types import Ge, Le, MaxLen, MinLen

from domain.ids import PartyId, PersonId, StreamId
from domain.model import Command, Digest, Personal, Text, Value
from domain.rectifications.commands import Chain, Ground, LookBack, Measures
from domain.serials import Serial

Kind = Literal["discipline_inspection", "supervisory", "joint"]
"""纪律检查建议 (to Party bodies) · 监察建议 (to a unit) · 纪检监察建议 (both, of one matter)."""

View = Literal["agree", "amend", "object"]
"""What a consulted department says to the draft: 同意 · 建议修改 · 不同意."""

Delivery = Literal["face_to_face", "letter", "meeting"]
"""How it was delivered: 当面送达 · 发函送达 · 会议反馈."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms(Value):
    """What R 235 wants stated, none of it with a statutory number of days.

    ``deadline`` to rectify by; what is to be fed back, and by when; how long after delivery an
    objection may be raised (a limit such as «10 days»), and in which manner.
    """

    deadline: datetime.date
    feedback: Text
    feedback_due: datetime.date
    objection_within: Text
    objection_manner: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper(Value):
    """The document itself as a file: its title and the SHA-256 of its bytes."""

    title: Text
    digest: Digest


@dataclass(frozen=True, slots=True, kw_only=True)
class Content(Value):
    """What the document says. Title, problems and advice name nobody: persons stand in the paper only.

    ``ground`` is the item of R 39 that a supervisory recommendation rests on; ``verifier`` the second
    body that will verify what is done about each problem.
    """

    kind: Kind
    ground: Annotated[int, Ge(1), Le(6)] | None = None
    title: Text
    problems: Annotated[tuple[Text, ...], MinLen(1), MaxLen(20)]
    advice: Text
    addressee: PartyId
    terms: Terms
    verifier: PartyId
    paper: Paper | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft(Command):
    """Draft a recommendation. ``facts`` and the ``matter`` it came from stay with the issuer.

    ``observers`` are told its status once it is issued, such as the members of a joint meeting.
    """

    content: Content
    facts: Personal
    matter: StreamId | None = None
    observers: Annotated[tuple[PartyId, ...], MaxLen(100)] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Redraft(Command):
    """Write it anew, after a consultation or when it came back: the whole content."""

    content: Content
    reason: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Consult(Command):
    """征求意见: ask departments for their view of the draft (R 236)."""

    parties: Annotated[tuple[PartyId, ...], MinLen(1), MaxLen(50)]
    text: Personal
    due: datetime.date


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerConsultation(Command):
    """A department's view of the draft."""

    view: View
    text: Personal


@dataclass(frozen=True, slots=True, kw_only=True)
class SubmitForApproval(Command):
    """呈批, along the scheme's route ``recommendation``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Issue(Command):
    """Number the approved recommendation and issue it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Deliver(Command):
    """Deliver it; from this day the objection period runs. ``received_by`` is a post, no name."""

    manner: Delivery
    received_by: Text
    place: Text | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Acknowledge(Command):
    """Sign for it (送达回证)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RaiseObjection(Command):
    """提出异议, within the period that the document states."""

    text: Personal


@dataclass(frozen=True, slots=True, kw_only=True)
class Uphold(Command):
    """The objection does not hold: the recommendation stands as it is."""

    reason: Text
    approved_by: PersonId


@dataclass(frozen=True, slots=True, kw_only=True)
class Revise(Command):
    """The objection holds in part: the recommendation is revised."""

    reason: Text
    approved_by: PersonId
    problems: Annotated[tuple[Text, ...], MinLen(1), MaxLen(20)] | None = None
    advice: Text | None = None
    terms: Terms | None = None
    paper: Paper | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Withdraw(Command):
    """The objection holds: the recommendation is withdrawn."""

    reason: Text
    approved_by: PersonId


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanItem(Value):
    """How one of its problems, by its place from 1, will be rectified, and who answers for it."""

    problem: Serial
    responsible: Chain
    measures: Measures


@dataclass(frozen=True, slots=True, kw_only=True)
class SubmitPlan(Command):
    """整改方案: one item for each problem; a rectification item is opened for each."""

    items: Annotated[tuple[PlanItem, ...], MinLen(1), MaxLen(20)]


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedBack(Command):
    """反馈 what the document asks for."""

    text: Personal
    paper: Paper | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AcceptFeedback(Command):
    """采纳: the feedback is sufficient."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DemandFurther(Command):
    """Not sufficient: demand more, with a new day (R 39)."""

    reason: Text
    deadline: datetime.date


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordRefusal(Command):
    """无正当理由拒不采纳 (SL 71): it was refused, or nothing came of it, without reason."""

    reason: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class NotifySuperior(Command):
    """Tell the addressee's superior of the refusal, so that it orders it to comply (SL 71)."""

    superior: PartyId
    document: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class SignOff(Command):
    """销号, by who issued it, once every item is signed off."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LookBackOn(Command):
    """回头看: what is left of it some months later."""

    result: LookBack
    text: Personal


@dataclass(frozen=True, slots=True, kw_only=True)
class Reopen(Command):
    """Open it again, with those of its items that recurred."""

    ground: Ground
    reason: Text
    deadline: datetime.date
    items: Annotated[tuple[StreamId, ...], MinLen(1), MaxLen(20)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Correct(Command):
    """更正: what the document said wrongly, with reason and approver; the original stays visible."""

    reason: Text
    approved_by: PersonId
    title: Text | None = None
    advice: Text | None = None
    paper: Paper | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Annul(Command):
    """作废: issued by mistake; the number is kept, nothing is owed because of it."""

    reason: Text
    approved_by: PersonId
