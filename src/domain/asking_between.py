"""What is asked of a party that is another jurisdiction (`domain.asking`, `domain.between`).

It goes there as a matter of its own, under a number of that level, asked of whoever the channel names;
there it is signed for and answered, here it is judged, corrected, closed or annulled, and each end is told
what the other did by the events it knows already. Each addressee abroad is a leg of its own: no other
addressee travels.
"""

from abc import abstractmethod
from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields
from typing import Any, ClassVar, TypeVar

from domain import account, asking
from domain.account import invalid
from domain.asking_legs import (
    OF_ADDRESSEE,
    Arrived,
    Leg,
    News,
    NewsArrived,
    Recall,
    ReportFailure,
    Resend,
    SendFiles,
    State,
    TakeIn,
    TakeNews,
)
from domain.attachments import between as attachments
from domain.attachments.commands import Released, Sent
from domain.between import (
    FIRST,
    HandledElsewhere,
    NoChannel,
    NotDeliveredYet,
    arrival,
    channel_to,
    in_turn,
    taken_from,
    under_way,
)
from domain.errors import InvalidField, NotFound
from domain.ids import SYSTEM_PERSON, JurisdictionCode, PartyId, PersonId, family_of
from domain.model import Event, Number, Occurred
from domain.registry import Travel
from domain.scheme_channels import Channel
from domain.streams import StreamState

S = TypeVar("S", bound=State)


class Account(account.Account[S]):
    """The account of what is asked; where it is asked abroad, the other end is told of each step too.

    ``steps`` says which event of the family each news is.
    """

    steps: ClassVar[Mapping[News, type[Event]]]
    asks: ClassVar[type[asking.AnswerAsked]]

    @abstractmethod
    def frame(self, occurred: Occurred | None = None) -> dict[str, Any]:
        """The fields that every step after the first has."""

    @property
    def travel(self) -> Travel:
        """How the family goes between jurisdictions."""
        travel = self.context.catalogue.family[family_of(self.stream)].travel
        if travel is None:
            raise TypeError(f"{self.stream} goes nowhere")
        return travel

    def tell(self, event: Event, *, case: Any = None) -> None:
        """Add an event, and the news that it is to whoever is abroad."""
        super().tell(event, case=case)
        for leg, said in self._news(event):
            self._say(leg, event.occurred, said, case=case)

    def _say(
        self, leg: Leg, occurred: Occurred, said: Mapping[str, Any], *, case: Any = None
    ) -> None:
        """Tell that a step is told to the other end of a leg."""
        there = leg.there
        sent = self.travel.news_sent(
            **self.frame(occurred),
            to=leg.to,
            leg=leg.number,
            jurisdiction=there.jurisdiction,
            there=there.stream,
            leg_there=there.leg,
            dispatch=there.sent + 1,
            **said,
        )
        super().tell(sent, case=case)

    def _news(self, event: Event) -> Iterator[tuple[Leg, dict[str, Any]]]:
        """What an event is to the other ends: one step of the addressee, or one of the issuer."""
        incoming = self.state.legs.incoming
        news = next((each for each, kind in self.steps.items() if type(event) is kind), None)
        if isinstance(event, Arrived) and incoming is not None:
            yield incoming, {"news": "delivered", "number": event.registered}
        elif isinstance(event, NewsArrived):
            leg = self.state.legs.every[event.leg - 1]
            if event.news == "delivered" and leg.there.recalled:
                yield leg, {"news": "recalled", "reason": leg.there.recalled}
        elif news is not None and (news in OF_ADDRESSEE) == (incoming is not None):
            party = getattr(event, "by", None)
            legs = self.state.legs.outgoing if incoming is None else (incoming,)
            names = [name for name in self.travel.news if hasattr(event, name)]
            said = {"news": news, **{name: getattr(event, name) for name in names}}
            yield from ((leg, said) for leg in legs if party in (None, leg.to))

    def send(self, to: PartyId, document: str, **released: Any) -> None:
        """Tell that it goes to an addressee in another jurisdiction, with what is released to it.

        Raises `NoChannel` where nothing of the kind goes to that jurisdiction: nobody would have it there.
        """
        scheme, channel = self.jurisdiction.scheme, channel_to(self, to)
        if channel is None and scheme is not None and scheme.channel_to(to) is not None:
            raise NoChannel(other=to)
        if channel is None:
            return
        leg = len(self.state.legs.every) + 1
        self.tell(
            self.travel.sent(
                **self.frame(),
                to=to,
                leg=leg,
                jurisdiction=channel.jurisdiction,
                there=arrival(self.jurisdiction.source, self.stream, leg),
                document=document,
                **released,
            )
        )

    def leg(self, leg: Leg) -> dict[str, Any]:
        """The fields of an event about a leg."""
        return {**self.frame(), "to": leg.to, "leg": leg.number}

    def release(self, files: tuple[Released, ...], leg: Leg | None) -> tuple[Sent, ...]:
        """What goes of files to the other end of a leg, on record. Raises `InvalidField` without a leg."""
        to = None if leg is None else leg.ends(self.state.issuer)[1]
        sent, on_record = attachments.released(self.matter, files, to, self.context)
        self._drafts.extend(on_record)
        return sent

    def send_files(self, files: tuple[Released, ...], leg: Leg) -> None:
        """Tell that files go after what went by a leg."""
        said = {"news": "files_sent", "attachments": self.release(files, leg)}
        self._say(leg, self.context.occurred, said)

    def bring(self, command: TakeNews, leg: Leg, arrived: NewsArrived) -> None:
        """Attach what came with news: an answer's files for whom that concerns, others for all it does.

        Of what has ended here or was taken back too: what the other end released, came.
        """
        files = getattr(command, "attachments", ())
        circle = self.concerns(arrived, self.state) if leg.there.outgoing else self.state.concerns
        came = leg.ends(self.state.issuer)[1], command.origin.source
        self._drafts.extend(attachments.brought(self.matter, files, circle, came, self.context))

    @property
    def matter(self) -> StreamState[Any]:
        """The stream as it was before."""
        return self.context.streams[self.stream]


Issue = Callable[[Any, Any, PartyId, PartyId], Number]
"""Tells what came, ``(account, command, issuer, to)``, under the next number of ``to``, and asks it."""

Receiver = Callable[[Any, Any, Channel], PartyId]
"""Who is asked here what came by a channel, ``(account, command, channel)``."""


def receiver(told: Account[Any], command: TakeIn, channel: Channel) -> PartyId:
    """Who takes in here what a party sent by a channel. Raises `NoChannel`."""
    found = channel.receiver_of(family_of(told.stream), command.issuer)
    if found is None:
        raise NoChannel(other=channel.jurisdiction)
    return found


def take_in(issue: Issue, to: Receiver = receiver) -> Callable[[Account[Any], TakeIn], None]:
    """The step that enters what came from another jurisdiction: a family says how it is issued, and to whom.

    Raises `NoChannel`, `AlreadyExists`. Its day may have gone by on the way: then it is overdue here too.
    """

    def step(told: Account[Any], command: TakeIn) -> None:
        channel = taken_from(told, told.matter, command.origin)
        party = to(told, command, channel)
        number = issue(told, command, channel.party, party)
        told.tell(
            told.travel.arrived(
                **told.frame(),
                to=party,
                leg=1,
                origin=command.origin,
                document=command.document,
                registered=str(number),
            )
        )

    return step


def issuer_is_here(told: Account[Any]) -> None:
    """Raise `HandledElsewhere` for what is for the issuer to do, where that is in another jurisdiction."""
    leg = told.state.legs.incoming
    if leg is not None:
        raise HandledElsewhere(jurisdiction=leg.there.jurisdiction)


def addressee_is_here(told: Account[Any]) -> None:
    """Raise `HandledElsewhere` where the acting party is asked in another jurisdiction."""
    for leg in told.state.legs.outgoing:
        if leg.to == told.acting:
            raise HandledElsewhere(jurisdiction=leg.there.jurisdiction)


def is_delivered(told: Account[Any]) -> None:
    """Raise `NotDeliveredYet` while it is under way to another jurisdiction: news follows what arrived."""
    for leg in told.state.legs.outgoing:
        has_arrived(leg)


def has_arrived(leg: Leg) -> None:
    """Raise `NotDeliveredYet` while a leg is not known to be there."""
    if not leg.there.delivered:
        raise NotDeliveredYet(jurisdiction=leg.there.jurisdiction)


def send_files(told: Account[Any], command: SendFiles) -> None:
    """Send files after what went to another jurisdiction: there was nothing to attach them to before.

    Raises `NotTheIssuer`, `HandledElsewhere`, `NotDeliveredYet`.
    """
    asking.by_issuer(told, told.state.issuer)
    issuer_is_here(told)
    if not told.state.running:
        raise told.wrong_state("已办结或作废", "it has ended")
    for leg in told.state.legs.outgoing:
        if leg.to == command.party:
            has_arrived(leg)
            told.send_files(command.attachments, leg)
            return
    raise _not_sent()


def resend(told: Account[Any], command: Resend) -> None:
    """Send once more what could not be delivered."""
    leg = _failed(told, command.party)
    dispatch = leg.there.failed or FIRST
    again = {"by": told.acting, "dispatch": dispatch, "attempt": leg.there.attempt(dispatch) + 1}
    told.tell(told.travel.resent(**told.leg(leg), **again))


def recall(told: Account[Any], command: Recall) -> None:
    """Take back what could not be delivered: nothing is asked of that party any more."""
    leg = _failed(told, command.party)
    if not leg.there.outgoing or leg.there.failed != FIRST:
        raise told.wrong_state("已送达", "it was delivered")
    _take_back(told, leg, command.reason, command.approved_by)


def recall_undelivered(told: Account[Any], reason: str, approved_by: PersonId) -> None:
    """Take back what is not delivered yet, because the whole is annulled."""
    for leg in told.state.legs.outgoing:
        if not leg.there.delivered:
            _take_back(told, leg, reason, approved_by)


def _take_back(told: Account[Any], leg: Leg, reason: str, approved_by: PersonId) -> None:
    back = {"reason": reason, "approved_by": approved_by}
    told.tell(told.travel.recalled(**told.leg(leg), **back))


def _failed(told: Account[Any], party: PartyId) -> Leg:
    """The leg with a party, of whose dispatches of the acting party one could not be delivered."""
    every: tuple[Leg, ...] = told.state.legs.every
    for leg in every:
        here, other = _ends(told, leg)
        if other == party:
            if here != told.acting:
                raise asking.NotTheIssuer(issuer=here, party=told.acting)
            if leg.there.failed is None:
                raise told.wrong_state("没有未送达的内容", "nothing failed to be delivered")
            return leg
    raise _not_sent()


def _not_sent() -> InvalidField:
    return invalid("party", "未发往该单位所在辖区", "it did not go to a jurisdiction of that name")


def _ends(told: Account[Any], leg: Leg) -> tuple[PartyId, PartyId]:
    return leg.ends(told.state.issuer)


def take_news(told: Account[Any], command: TakeNews) -> None:
    """Enter what the other end tells, and what that changes here. Raises `OutOfTurn`.

    It happened on the day on which it happened there, unless that day has not come here. What was taken
    back, or has ended here, is noted and changes nothing; but an annulment reaches what was closed, too.
    """
    leg = _leg(told, command.leg, command.origin.jurisdiction)
    in_turn(leg.there, command.origin)
    occurred = told.context.occurred
    if occurred.date > told.context.today:
        occurred = Occurred(date=told.context.today)
    kind = told.steps.get(command.news)
    counts = told.state.running or command.news == "annulled"
    if kind is not None and leg.there.recalled is None and counts:
        _carry_out(told, leg, command, kind, occurred)
    arrived = told.travel.news_arrived(
        **{**told.leg(leg), "occurred": occurred},
        origin=command.origin,
        news=command.news,
        number=command.number,
        reason=command.reason,
    )
    told.tell(arrived)
    told.bring(command, leg, arrived)


def _carry_out(
    told: Account[Any], leg: Leg, command: TakeNews, kind: type[Event], occurred: Occurred
) -> None:
    """Tell what the news changes here, by the event by which it is told within a jurisdiction.

    Who approved a correction or an annulment stands in the other log: here nobody did.
    """
    own = {"by": leg.to, "approved_by": SYSTEM_PERSON}
    said = {
        name: getattr(command, name, None) for name in told.travel.news if name != "attachments"
    }
    known = {**own, **{name: value for name, value in said.items() if value is not None}}
    names = {field.name for field in fields(kind)}
    frame = told.frame(occurred)
    told.tell(kind(**frame, **{name: known[name] for name in names & known.keys()}))
    due = getattr(command, "due", None)
    if due is not None and told.state.asked.answer(leg.to) == "asked":
        told.tell(told.asks(**frame, to=leg.to, due=due))


def report_failure(told: Account[Any], command: ReportFailure) -> None:
    """Say that a dispatch did not arrive. Raises `OutOfTurn`."""
    leg = _leg(told, command.leg, None)
    under_way(leg.there, command.dispatch, command.attempt)
    here, _ = _ends(told, leg)
    told.tell(
        told.travel.failed(
            **told.leg(leg),
            by=here,
            jurisdiction=leg.there.jurisdiction,
            dispatch=command.dispatch,
            attempt=command.attempt,
            obstacle=command.obstacle,
        )
    )


def _leg(told: Account[Any], number: int, other: JurisdictionCode | None) -> Leg:
    """A leg, with whichever jurisdiction or the one named; else `NotFound`."""
    every: tuple[Leg, ...] = told.state.legs.every
    for leg in every:
        if leg.number == number and other in (None, leg.there.jurisdiction):
            return leg
    raise NotFound(stream=told.stream)
