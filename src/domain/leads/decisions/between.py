"""Leads between jurisdictions: the decisions.

Who sends releases in words what the other one may know. It arrives there as a lead of its own, is signed
for, accepted or returned, registered under that level's own number; what becomes of it comes back as news,
in order, each once (ADR 0006; DOMAIN.md §1.15; R 199, 201).
"""

from collections.abc import Iterable, Mapping
from typing import Any, Final, assert_never

from domain import between as ways
from domain.account import invalid
from domain.attachments import between as attachments
from domain.between import FIRST, Abroad, NoChannel
from domain.context import Context
from domain.errors import NotFound, Refusal
from domain.ids import JurisdictionCode, PartyId
from domain.leads import between, commands, errors, events, guards, procedures
from domain.leads.account import Account
from domain.leads.decisions import effects, transfer
from domain.leads.state import HandOver, Lead, Reminder
from domain.leads.values import ReferredSubject, ReleasedSubject, Source
from domain.model import Concerns, Draft, Occurred
from domain.scheme_channels import Channel, Level
from domain.streams import StreamState

Stream = StreamState[Lead]

SOURCES: Final[Mapping[Level, Source]] = {
    "above": "superior_assigned",
    "below": "subordinate_submitted",
    "beside": "peer_transferred",
}
"""From where a lead came to this level: how it came to whoever sent it stays there."""


def refer(stream: Stream, command: commands.Refer, context: Context) -> Iterable[Draft]:
    """Hand the lead over to another jurisdiction, with what is released to it (R 199, 201).

    Raises `NoChannel` where the scheme lets nothing go there, `WholeLeadOnly` unless all its persons go,
    `NotCompetent` where a peer is sent persons whom, by the table of this level, it does not manage.
    """
    account = guards.known(stream, context)
    transfer.may_send(account, command.to_party)
    procedures.may_go(account, command.to_party, command.materials)
    channel = ways.channel_to(account, command.to_party)
    if channel is None:
        raise NoChannel(other=command.to_party)
    subjects = _referred(account, command.subjects, channel)
    files, on_record = attachments.released(stream, command.attachments, channel.party, context)
    serial, lead, from_party = len(account.lead.transfers) + 1, account.lead, account.holder
    transfer.send(account, command)
    account.tell(
        events.Referred(
            **account.plain(),
            transfer=serial,
            from_party=from_party,
            to_party=channel.party,
            jurisdiction=channel.jurisdiction,
            there=ways.arrival(account.jurisdiction.source, account.stream, serial),
            source=lead.source,
            report=None if lead.confidence is None else lead.confidence.report,
            regime=lead.regime,
            secrecy=lead.secrecy,
            subjects=subjects,
            content=command.content,
            materials=command.materials,
            document=command.document,
            reason=command.reason,
            feedback_expected=command.feedback_expected,
            attachments=files,
        )
    )
    return (*on_record, *account)


def _referred(
    account: Account, released: tuple[ReleasedSubject, ...], channel: Channel
) -> tuple[ReferredSubject, ...]:
    """The persons as they are sent: each of the lead once, with a post level of the other one's table.

    A county and its city call them alike; of a peer's it has to be said.
    """
    persons = [item.person for item in released]
    if len(set(persons)) != len(persons):
        raise invalid("subjects", "每名被反映人只列一次", "list each person once")
    if set(persons) != set(account.lead.persons):
        raise errors.WholeLeadOnly
    if channel.level == "beside":
        guards.competence(account, channel.party, account.lead.subjects)
        if any(item.post_level is None for item in released):
            raise invalid(
                "subjects",
                "移送外地的,逐人写明对方干部管理权限表中的职级类别",
                "to a peer each person goes with a post level of the peer's own table",
            )
    return tuple(
        ReferredSubject(
            person=item.person,
            name=item.name,
            post=item.post,
            post_level=item.post_level or guards.subject(account, item.person).standing.post_level,
        )
        for item in released
    )


def resend(stream: Stream, command: commands.Resend, context: Context) -> Iterable[Draft]:
    """Send once more what could not be delivered, for instance after a channel was agreed on there."""
    account, leg, there = _failed(stream, command.transfer, context)
    dispatch = there.failed or FIRST
    account.tell(
        events.Resent(
            **account.plain(),
            **_ends(leg),
            by=account.acting,
            dispatch=dispatch,
            attempt=there.attempt(dispatch) + 1,
        )
    )
    return account


def recall(stream: Stream, command: commands.Recall, context: Context) -> Iterable[Draft]:
    """Take back a hand-over that could not be delivered: the lead goes on here."""
    account, leg, there = _failed(stream, command.transfer, context)
    if not there.outgoing or there.failed != FIRST:
        raise account.wrong_state("移送已送达", "the hand-over was delivered")
    account.tell(
        events.Recalled(
            **account.plain(),
            **_ends(leg),
            reason=command.reason,
            approved_by=command.approved_by,
        )
    )
    return account


def _failed(stream: Stream, serial: int, context: Context) -> tuple[Account, HandOver, Abroad]:
    """A hand-over of the acting party of which something could not be delivered."""
    account = guards.known(stream, context)
    leg = guards.leg(account, serial)
    if leg.abroad is None or leg.abroad.failed is None:
        raise account.wrong_state("没有未送达的内容", "nothing failed to be delivered")
    guards.by_party(account, between.own_end(leg), *guards.EXCHANGING)
    return account, leg, leg.abroad


def urge(account: Account, leg: HandOver, command: commands.Remind) -> Iterable[Draft]:
    """Urge the other end of a hand-over, which is in another jurisdiction: it is told there, in its turn.

    Raises `NotAuthorised`, `NotDeliveredYet`, `InvalidField`.
    """
    guards.by_party(account, between.own_end(leg), *guards.STAFF)
    guards.is_there(leg)
    guards.asks_in_time(account, command.reply_by)
    account.tell(
        events.HandOverUrged(
            **account.plain(),
            **_ends(leg),
            reminder=len(account.lead.reminders) + 1,
            by=account.acting,
            to=command.to_party,
            kind=command.kind,
            about=command.about,
            reply_by=command.reply_by,
        )
    )
    return account


def answer_urging(
    account: Account, reminder: Reminder, command: commands.AnswerReminder
) -> Iterable[Draft]:
    """Answer what the other end urged. Raises `HandledElsewhere` for what that end is to answer."""
    leg = account.lead.transfers[(reminder.transfer or FIRST) - 1]
    guards.by_party(account, reminder.to_party, *guards.STAFF)
    guards.here(leg, reminder.to_party)
    account.tell(
        events.UrgingAnswered(
            **account.plain(),
            **_ends(leg),
            reminder=reminder.serial,
            by=reminder.to_party,
            to=reminder.from_party,
            text=command.text,
        )
    )
    return account


def take_in(stream: Stream, command: commands.TakeIn, context: Context) -> Iterable[Draft]:
    """Enter what another jurisdiction referred: received, and handed over to whoever is to answer it.

    Raises `NoChannel` where the scheme takes in nothing from there, `PostLevelUnknown`, and `AlreadyExists`
    for what came before: its stream follows from the hand-over.
    """
    account, origin = Account(stream, context), command.origin
    channel = ways.taken_from(account, stream, origin)
    for subject in command.subjects:
        level = subject.standing.post_level
        if account.scheme.authority_for(level, context.occurred.date) is None:
            raise errors.PostLevelUnknown(post_level=level, on=context.occurred.date)
    holder = channel.receiver or account.founding
    account.tell(
        events.Received(
            **account.frame(holder=holder),
            source=SOURCES[channel.level],
            regime=command.regime,
            secrecy=command.secrecy,
            subjects=command.subjects,
            content=command.content,
            sender=channel.party,
            document=command.document,
            materials=command.materials,
        )
    )
    ends: dict[str, Any] = {"transfer": 1, "from_party": channel.party, "to_party": holder}
    account.tell(
        events.Transferred(
            **account.plain(),
            **ends,
            document=command.document,
            reason=command.reason,
            materials=command.materials,
            feedback_expected=command.feedback_expected,
        )
    )
    account.tell(events.ReferralArrived(**account.plain(), **ends, origin=origin))
    came = channel.party, origin.source
    files = attachments.brought(stream, command.attachments, account.circle, came, context)
    return (*account, *files)


def take_news(stream: Stream, command: commands.TakeNews, context: Context) -> Iterable[Draft]:
    """Enter what the other end tells, and what that changes here. Raises `OutOfTurn`.

    It happened on the day on which it happened there, unless that day has not come here.
    """
    account = Account(stream, context)
    leg, there = _between(account, command.transfer, command.origin.jurisdiction)
    ways.in_turn(there, command.origin)
    occurred = context.occurred
    if occurred.date > context.today:
        occurred = Occurred(date=context.today)
    if leg.status != "recalled":  # then it is noted, and changes nothing here
        _carry_out(account, leg, command, occurred)
    account.tell(
        events.NewsArrived(
            **account.plain(occurred),
            **_ends(leg),
            origin=command.origin,
            news=command.news,
            number=command.number,
            reason=command.reason,
            result=command.result,
            document=command.document,
        )
    )
    ends = Concerns(
        parties=tuple(sorted((leg.from_party, leg.to_party))), visibility=f"transfer:{leg.serial}"
    )
    came = between.other_end(leg), command.origin.source
    files = attachments.brought(stream, command.attachments, ends, came, context)
    return (*account, *files)


def _carry_out(
    account: Account, leg: HandOver, command: commands.TakeNews, occurred: Occurred
) -> None:
    """Tell what the news changes here, in the words in which it is told within a jurisdiction."""
    common = {**account.plain(occurred), **_ends(leg)}
    match command.news:
        case "delivered" | "registered":
            pass
        case "acknowledged":
            account.tell(events.TransferAcknowledged(**common))
        case "accepted":
            account.tell(events.Accepted(**common, feedback_expected=leg.feedback_expected))
            _custody(account, occurred, holder=leg.to_party, handling_party=None)
        case "returned":
            _came_back(account, leg, command, occurred, sender_decides=True)
        case "received" | "under_way" | "closed":
            effects.reach(account, command.news, occurred)
        case "fed_back":
            account.tell(
                events.ResultFedBack(
                    **common,
                    result=command.result or "not_handled",
                    text=command.text or "",
                    document=command.document,
                )
            )
        case "confirmed":
            account.tell(events.FeedbackConfirmed(**common))
        case "recalled":
            if leg.unanswered:
                _came_back(account, leg, command, occurred, sender_decides=False)
        case "urged":
            account.tell(
                events.HandOverUrged(
                    **common,
                    reminder=len(account.lead.reminders) + 1,
                    by=between.other_end(leg),
                    to=between.own_end(leg),
                    kind=command.kind or "reminder",
                    about=command.about or "–",
                    reply_by=command.reply_by,
                    there=command.reminder,
                )
            )
        case "urging_answered":
            account.tell(
                events.UrgingAnswered(
                    **common,
                    reminder=command.reminder or FIRST,
                    by=between.other_end(leg),
                    to=between.own_end(leg),
                    text=command.about or "–",
                )
            )
        case _:
            assert_never(command.news)


def _came_back(
    account: Account,
    leg: HandOver,
    command: commands.TakeNews,
    occurred: Occurred,
    *,
    sender_decides: bool,
) -> None:
    """The sender has it again."""
    account.tell(
        events.Returned(
            **account.plain(occurred),
            **_ends(leg),
            reason=command.reason or "–",
            sender_decides=sender_decides,
        )
    )
    _custody(account, occurred, holder=leg.from_party)


def _custody(account: Account, occurred: Occurred, **changed: PartyId | None) -> None:
    """Who holds it now, and who handles it."""
    former, frame = account.holder, account.frame(occurred=occurred, **changed)
    account.tell(events.CustodyChanged(**frame, former_holder=former))


def report_failure(
    stream: Stream, command: commands.ReportFailure, context: Context
) -> Iterable[Draft]:
    """Say that a dispatch did not arrive. Raises `OutOfTurn`."""
    account = Account(stream, context)
    leg, there = _between(account, command.transfer, None)
    ways.under_way(there, command.dispatch, command.attempt)
    account.tell(
        events.DeliveryFailed(
            **account.plain(),
            **_ends(leg),
            by=between.own_end(leg),
            jurisdiction=there.jurisdiction,
            dispatch=command.dispatch,
            attempt=command.attempt,
            obstacle=command.obstacle,
        )
    )
    return account


def _between(
    account: Account, serial: int, other: JurisdictionCode | None
) -> tuple[HandOver, Abroad]:
    """A hand-over with another jurisdiction, whichever, or the one named; else `NotFound`."""
    missing: Refusal = NotFound(stream=account.stream)
    leg = account.lead.transfer(serial)
    if leg is None or leg.abroad is None or other not in (None, leg.abroad.jurisdiction):
        raise missing
    return leg, leg.abroad


def _ends(leg: HandOver) -> dict[str, Any]:
    return {"transfer": leg.serial, "from_party": leg.from_party, "to_party": leg.to_party}
