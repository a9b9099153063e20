"""Something is asked of one party: `domain.asking`, where there is one addressee.

The account of such a family is a kind of the one here, and its decisions end in the steps of `Asking`.
It goes to another jurisdiction where its addressee is one (`domain.asking_between`): one leg at most.
"""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from types import ModuleType
from typing import Any, Protocol, TypeVar

from domain import asking, asking_between, asking_legs
from domain.asking import AnswerStage
from domain.asking_legs import News
from domain.ids import PartyId
from domain.model import Concerns, Event, Occurred, Text


class Paper(asking_legs.State, Protocol):
    """The state of what is asked: also to whom, and whom it concerns."""

    @property
    def addressee(self) -> PartyId:
        """Who is asked."""

    @property
    def concerns(self) -> Concerns:
        """Whom each of its events concerns."""


S = TypeVar("S", bound=Paper)


class Account(asking_between.Account[S]):
    """What a decision adds to one paper: all of it concerns the same parties."""

    def concerns(self, event: Event, after: S) -> Concerns:  # noqa: ARG002
        """As the state says."""
        return after.concerns

    def frame(self, occurred: Occurred | None = None) -> dict[str, Any]:
        """The fields that every step after the first has."""
        return {**self.plain(occurred), "issuer": self.state.issuer}

    def answerer(self) -> dict[str, Any]:
        """The fields that every step about the answer has."""
        return {**self.frame(), "by": self.state.addressee}


def steps(events: ModuleType) -> Mapping[News, type[Event]]:
    """Which event of a family each news is; ``events`` is its room of that name."""
    return {
        "acknowledged": events.Acknowledged,
        "answered": events.Answered,
        "answer_returned": events.AnswerReturned,
        "answer_accepted": events.AnswerAccepted,
        "corrected": events.Corrected,
        "annulled": events.Annulled,
        "recalled": events.Annulled,
    }


def by_issuer(paper: Account[Any]) -> None:
    """Raise `NotTheIssuer` unless the issuer acts, `HandledElsewhere` where it does so elsewhere."""
    asking.by_issuer(paper, paper.state.issuer)
    asking_between.issuer_is_here(paper)


def by_addressee(paper: Account[Any], *stages: AnswerStage) -> None:
    """Raise `WrongState` unless the acting party is asked, and its answer in one of ``stages``.

    Raises `HandledElsewhere` where it is asked in another jurisdiction.
    """
    asking_between.addressee_is_here(paper)
    asking.answer_stands(paper, paper.state.asked, paper.acting, *stages)


def to_judge(paper: Account[Any]) -> None:
    """Raise unless the issuer acts, and there is an answer that it has not judged."""
    by_issuer(paper)
    asking.answer_stands(paper, paper.state.asked, paper.state.addressee, "answered")


@dataclass(frozen=True, slots=True, kw_only=True)
class Asking:
    """A family's own events of asking, and the steps that tell them."""

    addressed: type[asking.Addressed]
    answer_asked: type[asking.AnswerAsked]
    acknowledged: type[asking.Acknowledged]
    answer_returned: type[asking.AnswerReturned]
    answer_accepted: type[asking.AnswerAccepted]

    def ask(self, paper: Account[Any], to: PartyId, due: datetime.date) -> None:
        """The addressee is to sign, and to answer by a day."""
        paper.tell(self.addressed(**paper.frame(), to=to))
        paper.tell(self.answer_asked(**paper.frame(), to=to, due=due))

    def acknowledge(self, paper: Account[Any]) -> None:
        """Sign for it, once. Raises `HandledElsewhere`, `NothingToSign`."""
        asking_between.addressee_is_here(paper)
        asking.to_sign(paper, paper.state.asked)
        paper.tell(self.acknowledged(**paper.answerer()))

    def receive(self, paper: Account[Any]) -> None:
        """Who answers has it: it is signed for with the answer."""
        if paper.acting in paper.state.asked.pending:
            paper.tell(self.acknowledged(**paper.answerer()))

    def return_answer(self, paper: Account[Any], reason: Text) -> None:
        """Send the answer back; a better one is owed from now on."""
        to_judge(paper)
        paper.tell(self.answer_returned(**paper.answerer(), reason=reason))

    def accept_answer(self, paper: Account[Any]) -> None:
        """Take the answer as sufficient."""
        to_judge(paper)
        paper.tell(self.answer_accepted(**paper.answerer()))

    def redate(self, paper: Account[Any], due: datetime.date | None) -> None:
        """Where nobody answered yet, the due date follows a corrected day."""
        addressee = paper.state.addressee
        if due is not None and paper.state.asked.answer(addressee) == "asked":
            paper.tell(self.answer_asked(**paper.frame(), to=addressee, due=due))
