"""呈批: a submission that climbs an approval route, level by level.

The shape is shared: families keep their own commands, events and states, and fold what happened
into a `Submission` with the pure functions below. Where it stands follows from the route and the
signatures alone; who may sign is asked of the people in office on the day.
"""

import datetime
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import Annotated, Literal

from annotated_types import MinLen

from domain.errors import Refusal, Status
from domain.ids import PartyId, PersonId
from domain.model import Occurred, Text, Value

Opinion = Literal["agree", "amend", "return"]
"""同意 · 修改后同意 · 退回: «amend» lets it climb with the amendment, «return» sends it back."""

Manner = Literal["online", "paper", "oral"]
"""Signed here, on paper that was scanned in, or given by word of mouth and signed afterwards."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Seat(Value):
    """Who may sign: anyone who holds ``role`` in ``party`` and is not barred by a guard."""

    party: PartyId
    role: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Level(Value):
    """One level of a route: its regular seat, then the substitutes the scheme names, in order.

    A substitute signs only where the guards leave nobody in the seats before it.
    """

    seats: Annotated[tuple[Seat, ...], MinLen(1)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Route(Value):
    """An approval route for one submission: its levels in order, and who co-signs (会签)."""

    code: str
    levels: Annotated[tuple[Level, ...], MinLen(1)]
    cosigners: tuple[Seat, ...] = ()

    def number_of(self, cosigner: Seat) -> int:
        """The number of a co-signer's level: they are numbered on after the last level."""
        return len(self.levels) + 1 + self.cosigners.index(cosigner)


@dataclass(frozen=True, slots=True, kw_only=True)
class Mandate(Value):
    """代签: whom the acting signer signs for, by which document, from when until when."""

    principal: PersonId
    document: Text
    begins: datetime.date
    ends: datetime.date

    def covers(self, day: datetime.date) -> bool:
        """Whether it holds on a day; both ends are included."""
        return self.begins <= day <= self.ends


@dataclass(frozen=True, slots=True, kw_only=True)
class Signature:
    """The opinion of one level."""

    level: int
    signer: PersonId
    party: PartyId
    opinion: Opinion
    manner: Manner = "online"
    mandate: Mandate | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """An opinion on paper that waits for the second person: what it says and who entered it."""

    scan: str
    signer: PersonId
    party: PartyId
    opinion: Opinion
    entered_by: PersonId
    signed_on: Occurred


@dataclass(frozen=True, slots=True, kw_only=True)
class Submission:
    """A submission under way or decided. ``level`` is the one awaited, from 1."""

    route: Route
    party: PartyId
    submitter: PersonId
    level: int = 1
    status: Literal["climbing", "approved", "returned", "withdrawn"] = "climbing"
    signatures: tuple[Signature, ...] = ()
    cosigned: tuple[Seat, ...] = ()
    papers: tuple[Paper, ...] = ()

    @property
    def at_last_level(self) -> bool:
        """Whether the level awaited is the one that decides."""
        return self.level == len(self.route.levels)

    @property
    def missing_cosigners(self) -> tuple[Seat, ...]:
        """Who must still be heard before the last level decides."""
        return tuple(seat for seat in self.route.cosigners if seat not in self.cosigned)

    def paper(self, scan: str) -> Paper | None:
        """The paper of that digest that waits for confirmation."""
        return next((paper for paper in self.papers if paper.scan == scan), None)

    def signed(self, signature: Signature) -> "Submission":
        """After the opinion of the awaited level: one level higher, approved, or returned."""
        signatures = (*self.signatures, signature)
        if signature.opinion == "return":
            return replace(self, signatures=signatures, status="returned")
        if self.at_last_level:
            return replace(self, signatures=signatures, status="approved")
        return replace(self, signatures=signatures, level=self.level + 1)

    def cosigned_by(self, seat: Seat, opinion: Opinion) -> "Submission":
        """After a co-signer was heard; «return» sends the submission back here too."""
        status = "returned" if opinion == "return" else self.status
        return replace(self, cosigned=(*self.cosigned, seat), status=status)

    def with_paper(self, paper: Paper) -> "Submission":
        """After a signed paper was entered: nothing climbs before a second person confirms."""
        return replace(self, papers=(*self.papers, paper))

    def without_paper(self, scan: str) -> "Submission":
        """After a paper was confirmed; its opinion is folded by itself."""
        return replace(self, papers=tuple(paper for paper in self.papers if paper.scan != scan))

    def withdrawn(self) -> "Submission":
        """After the submitting party took it back."""
        return replace(self, status="withdrawn")


@dataclass(frozen=True, slots=True, kw_only=True)
class Signers:
    """Who can sign on a day: the people in office less those whom a guard bars.

    ``holders`` gives the persons of a seat, ``barred`` whether a guard keeps a person out, and
    ``on_paper`` whether a party is off the system, so that its opinion can only come on paper.
    """

    holders: Callable[[Seat], Iterable[PersonId]]
    barred: Callable[[PersonId], bool]
    on_paper: Callable[[PartyId], bool]

    def of(self, seat: Seat) -> tuple[PersonId, ...]:
        """The persons who may sign in a seat."""
        return tuple(person for person in self.holders(seat) if not self.barred(person))

    def seat(self, level: Level) -> Seat | None:
        """The seat whose turn it is: the first in which anyone may sign; None is «stuck»."""
        return next(
            (seat for seat in level.seats if self.of(seat) or self.on_paper(seat.party)), None
        )

    def awaited(self, submission: Submission) -> tuple[tuple[int, Seat], ...]:
        """Whose signatures a climbing submission waits for, each with the number of its level.

        Co-signers come before the last level and are numbered on after it. Nobody once it is
        decided, and where nobody may sign: then it is stuck.
        """
        if submission.status != "climbing":
            return ()
        if submission.at_last_level and submission.missing_cosigners:
            return tuple(
                (submission.route.number_of(seat), seat) for seat in submission.missing_cosigners
            )
        seat = self.seat(submission.route.levels[submission.level - 1])
        return () if seat is None else ((submission.level, seat),)

    def turn(self, submission: Submission, party: PartyId, actor: PersonId) -> tuple[int, Seat]:
        """The level whose opinion is awaited, if it is the party's turn; raises `NotYourTurn`.

        Co-signers are no levels: until they are heard the last level waits.
        """
        awaited = self.awaited(submission)
        if not awaited:
            seat = submission.route.levels[submission.level - 1].seats[0]
            raise NotYourTurn(signer=actor, party=seat.party, role=seat.role)
        level, seat = awaited[0]
        if level != submission.level or seat.party != party:
            raise NotYourTurn(signer=actor, party=seat.party, role=seat.role)
        return level, seat

    def check(
        self, seat: Seat, signer: PersonId, *, mandate: Mandate | None, on: datetime.date
    ) -> None:
        """Refuse a signer who may not sign in ``seat``.

        With a mandate the principal must hold the seat on that day, and the acting signer must
        not be barred either: who handles a matter cannot approve it for somebody else.
        """
        if self.barred(signer):
            raise SignerBarred(signer=signer)
        if self.on_paper(seat.party):
            return
        if mandate is None:
            if signer not in self.holders(seat):
                raise NotYourTurn(signer=signer, party=seat.party, role=seat.role)
            return
        if not mandate.covers(on):
            raise MandateNotInForce(begins=mandate.begins, ends=mandate.ends, on=on)
        if mandate.principal not in self.of(seat):
            raise NotYourTurn(signer=mandate.principal, party=seat.party, role=seat.role)


class NotYourTurn(Refusal):
    """The submission waits for somebody else's signature."""

    code = "not_your_turn"
    status = Status.FORBIDDEN
    zh = "呈批件待{party}({role})签署,{signer}不能签署。"
    en = "The submission waits for {party} ({role}): {signer} cannot sign now."
    next_zh = "请由该层级人员签署;代签须有在有效期内的授权。"
    next_en = "Have that level sign; an acting signer needs a mandate in force."


class SignerBarred(Refusal):
    """A guard keeps the signer out: handler, submitter, recused, or named in the matter."""

    code = "signer_barred"
    status = Status.FORBIDDEN
    zh = "{signer}系承办人、呈报人、须回避人员或涉及人员,不能签署。"
    en = "{signer} handles or submits the matter, is recused, or is named in it: they cannot sign."
    next_zh = "请由该层级其他人员或方案规定的替代人员签署。"
    next_en = "Have another person of that level sign, or the substitute that the scheme names."


class MandateNotInForce(Refusal):
    """An acting signer's mandate does not cover the day of signing."""

    code = "mandate_not_in_force"
    status = Status.UNPROCESSABLE
    zh = "代签授权有效期为{begins}至{ends},不含签署日{on}。"
    en = "The mandate runs from {begins} to {ends}: it does not cover {on}."
    next_zh = "请由本人签署或重新授权。"
    next_en = "Have the principal sign, or get a mandate that covers the day."


class NoRoute(Refusal):
    """The scheme gives no approval route of that name for the submitting party."""

    code = "no_route"
    status = Status.CONFLICT
    zh = "现行方案未规定{party}的呈批路线“{route}”。"
    en = "The scheme in force has no approval route «{route}» for {party}."
    next_zh = "请在方案中补充该路线后再呈批。"
    next_en = "Have the route added to the scheme, then submit."


class NoSubmission(Refusal):
    """No submission of that kind is under way."""

    code = "no_submission"
    status = Status.CONFLICT
    zh = "没有正在办理的呈批件。"
    en = "No such submission is under way."
    next_zh = "请先呈批。"
    next_en = "Submit it first."


REFUSALS = (NotYourTurn, SignerBarred, MandateNotInForce, NoRoute, NoSubmission)
