"""Something is asked of several parties: each signs for it, answers, and has its answer judged.

One of the few shapes of daily work (DESIGN.md). Each party goes its own way:
asked → answered → returned → answered → accepted, or asked → sent_back → asked where the party cannot
answer what it was asked. Signing for it (签收) runs beside that, once each time it is addressed.

A family's own events are kinds of those here, which an `Asked` folds; by when each is signed for,
answered and judged are obligations of the scheme. An answer is read by who asked and who gave it
(`between`).
"""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import Any, Final, Literal

from domain.account import Account, invalid
from domain.errors import Refusal, Status
from domain.ids import PartyId
from domain.model import Concerns, Event, Text

AnswerStage = Literal["none", "asked", "sent_back", "answered", "returned", "accepted"]

ANSWER_NAMES: Final[dict[AnswerStage, tuple[str, str]]] = {
    "none": ("未要求反馈", "no answer asked"),
    "asked": ("待反馈", "an answer is awaited"),
    "sent_back": ("已退件", "it was sent back unanswered"),
    "answered": ("已反馈", "answered"),
    "returned": ("反馈已退回", "the answer was returned"),
    "accepted": ("反馈已采纳", "the answer was accepted"),
}
"""How far a party's answer is, in Chinese and English, for refusals."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Addressed(Event):
    """One party is to sign for it."""

    issuer: PartyId
    to: PartyId


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerAsked(Event):
    """One party is to answer by a day; said again where the day was corrected."""

    issuer: PartyId
    to: PartyId
    due: datetime.date


@dataclass(frozen=True, slots=True, kw_only=True)
class Acknowledged(Event):
    """A party signed for it."""

    issuer: PartyId
    by: PartyId

    @property
    def answerable(self) -> PartyId:
        """Whose obligations it speaks of, whoever enters it."""
        return self.by


@dataclass(frozen=True, slots=True, kw_only=True)
class SentBack(Event):
    """A party sent it back unanswered: it is for another to answer, or papers are missing."""

    issuer: PartyId
    by: PartyId
    reason: Text

    @property
    def answerable(self) -> PartyId:
        """Whose obligations it speaks of, whoever enters it."""
        return self.by


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered(Event):
    """A party answered; what it says is the family's."""

    issuer: PartyId
    by: PartyId

    @property
    def answerable(self) -> PartyId:
        """Whose obligations it speaks of, whoever enters it."""
        return self.by


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerReturned(Event):
    """An answer went back to who gave it."""

    issuer: PartyId
    by: PartyId
    reason: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerAccepted(Event):
    """An answer was taken as sufficient."""

    issuer: PartyId
    by: PartyId


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked of whom. ``pending`` have it to sign for; ``answers`` says how far each answer is."""

    pending: tuple[PartyId, ...] = ()
    answers: Mapping[PartyId, AnswerStage] = field(default_factory=lambda: MappingProxyType({}))

    def after(self, event: Event) -> "Asked":
        """After one of the events above; any other is a fault in the log: `TypeError`."""
        match event:
            case Addressed(to=party):
                return self.addressed(party)
            case Acknowledged(by=party):
                return self.signed(party)
            case AnswerAsked(to=party):
                return self.at(party, "asked")
            case SentBack(by=party):
                return self.at(party, "sent_back")
            case Answered(by=party):
                return self.at(party, "answered")
            case AnswerReturned(by=party):
                return self.at(party, "returned")
            case AnswerAccepted(by=party):
                return self.at(party, "accepted")
            case _:
                raise TypeError(f"nothing is asked by it: {type(event).__name__}")

    def addressed(self, party: PartyId) -> "Asked":
        """A further party has it to sign for."""
        return replace(self, pending=(*self.pending, party))

    def signed(self, party: PartyId) -> "Asked":
        """The party signed for it."""
        return replace(self, pending=tuple(each for each in self.pending if each != party))

    def at(self, party: PartyId, stage: AnswerStage) -> "Asked":
        """The party's answer is so far now."""
        return replace(self, answers=MappingProxyType({**self.answers, party: stage}))

    def answer(self, party: PartyId) -> AnswerStage:
        """How far a party's answer is."""
        return self.answers.get(party, "none")

    def without(self, party: PartyId) -> "Asked":
        """Nothing is asked of the party any more."""
        others = {each: stage for each, stage in self.answers.items() if each != party}
        return replace(self.signed(party), answers=MappingProxyType(others))

    def withdrawn(self) -> "Asked":
        """Nobody has to sign for it any more."""
        return replace(self, pending=())


def between(asking: PartyId, answering: PartyId, visibility: str) -> Concerns:
    """An answer concerns who asked and who gave it, nobody else who was asked."""
    parties = tuple(dict.fromkeys((asking, answering)))
    return Concerns(parties=parties, visibility=f"{visibility}:{answering}")


def by_issuer(account: Account[Any], issuer: PartyId) -> None:
    """Raise `NotTheIssuer` unless the issuer acts."""
    if account.acting != issuer:
        raise NotTheIssuer(issuer=issuer, party=account.acting)


def of_others(account: Account[Any], parties: tuple[PartyId, ...]) -> None:
    """Raise `UnknownParty`; `InvalidField` for a party named twice, or the one that asks."""
    for number, party in enumerate(parties):
        account.jurisdiction.party(party)
        if party in parties[:number]:
            raise invalid("parties", f"“{party}”重复", f"{party} is named twice")
        if party == account.acting:
            raise invalid("parties", "不能发给本单位", "a party sends itself nothing to answer")


def not_before_today(account: Account[Any], day: datetime.date | None, name: str) -> None:
    """Raise `InvalidField` for an answer that would be due before it is asked."""
    if day is not None and day < account.context.occurred.date:
        raise invalid(name, "早于印发之日", "before the day of issue")


def to_sign(account: Account[Any], asked: Asked) -> None:
    """Raise `NothingToSign` unless the acting party still has to sign."""
    if account.acting not in asked.pending:
        raise NothingToSign(party=account.acting)


def answer_stands(
    account: Account[Any], asked: Asked, party: PartyId, *stages: AnswerStage
) -> None:
    """Raise `WrongState` unless a party's answer stands in one of ``stages``."""
    account.stands(asked.answer(party), *stages, names=ANSWER_NAMES)


class NotTheIssuer(Refusal):
    """Another party than the one that issued a paper corrects it or judges answers to it."""

    code = "not_the_issuer"
    status = Status.FORBIDDEN
    zh = "此件由“{issuer}”印发,“{party}”不能办理此项。"
    en = "{issuer} issued this: {party} cannot do it."
    next_zh = "请由印发单位办理。"
    next_en = "Have the issuing party do it."


class NothingToSign(Refusal):
    """A party signs for what was not addressed to it, or signs twice."""

    code = "nothing_to_sign"
    status = Status.CONFLICT
    zh = "此件未发“{party}”,或者已经签收。"
    en = "This was not addressed to {party}, or it is acknowledged already."
    next_zh = "无需再次签收;如应收而未收,请联系印发单位。"
    next_en = "Nothing to sign; if you should have it, ask the issuing party."


REFUSALS: Final = (NotTheIssuer, NothingToSign)
