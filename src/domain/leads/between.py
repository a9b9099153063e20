"""A hand-over between jurisdictions (`domain.between`): what the other end is told.

Whoever received it tells its steps; whoever sent it tells that the feedback was confirmed. Either urges the
other, and is answered.
"""

from collections.abc import Iterator, Mapping
from typing import Any, Final

from domain.between import Abroad
from domain.ids import PartyId
from domain.leads import events
from domain.leads.state import HandOver, Lead
from domain.leads.values import News
from domain.model import Event
from domain.registry import Travel

_STEPS: Final[dict[type[Event], News]] = {
    events.ReferralArrived: "delivered",
    events.TransferAcknowledged: "acknowledged",
    events.Accepted: "accepted",
}


def own_end(leg: HandOver) -> PartyId:
    """The party that is in this jurisdiction."""
    return leg.from_party if leg.abroad is not None and leg.abroad.outgoing else leg.to_party


def other_end(leg: HandOver) -> PartyId:
    """The party that is another jurisdiction."""
    return leg.to_party if own_end(leg) == leg.from_party else leg.from_party


def news_of(event: Event, lead: Lead) -> Iterator[tuple[HandOver, Abroad, dict[str, Any]]]:
    """What the other end is to be told because of an event: of which hand-over, and the fields.

    ``lead`` is the state after the event.
    """
    if isinstance(event, events.Registered):
        for leg in lead.transfers:
            if leg.running and leg.abroad is not None and not leg.abroad.outgoing:
                yield leg, leg.abroad, {"news": "registered", "number": str(event.number)}
    elif isinstance(event, events.TransferEvent):
        leg = lead.transfers[event.transfer - 1]
        told = _told(event, leg, lead)
        if told is not None and leg.abroad is not None:
            yield leg, leg.abroad, told


def leg_with(lead: Lead, party: PartyId) -> HandOver | None:
    """The hand-over with the jurisdiction that a party is, unless it was returned or recalled."""
    for leg in reversed(lead.transfers):
        ended = leg.status in ("returned", "recalled")
        if leg.abroad is not None and not ended and party == other_end(leg):
            return leg
    return None


def _told(event: events.TransferEvent, leg: HandOver, lead: Lead) -> dict[str, Any] | None:
    """The fields of the news that an event is to the other end; None if it is none."""
    if leg.abroad is None:
        return None
    if isinstance(event, events.HandOverUrged | events.UrgingAnswered):
        return _of_either(event, lead) if event.by == own_end(leg) else None
    return _of_sender(event, leg.abroad) if leg.abroad.outgoing else _of_receiver(event)


def _of_either(event: events.HandOverUrged | events.UrgingAnswered, lead: Lead) -> dict[str, Any]:
    """What an end urges, or answers to an urging by the number that this has there."""
    if isinstance(event, events.UrgingAnswered):
        there = lead.reminders[event.reminder - 1].there
        return {"news": "urging_answered", "by": event.by, "reminder": there, "about": event.text}
    urged = {"reminder": event.reminder, "kind": event.kind, "about": event.about}
    return {"news": "urged", "by": event.by, "reply_by": event.reply_by, **urged}


def _of_sender(event: events.TransferEvent, there: Abroad) -> dict[str, Any] | None:
    """A hand-over that was recalled and got there all the same is called back (ADR 0006)."""
    match event:
        case events.FeedbackConfirmed():
            return {"news": "confirmed"}
        case events.NewsArrived(news="delivered") if there.recalled is not None:
            return {"news": "recalled", "reason": there.recalled}
        case _:
            return None


def _of_receiver(event: events.TransferEvent) -> dict[str, Any] | None:
    match event:
        case events.MilestoneReached():
            return {"news": event.milestone}
        case events.Returned():
            return {"news": "returned", "reason": event.reason}
        case events.ResultFedBack():
            result = {"result": event.result, "text": event.text, "document": event.document}
            return {"news": "fed_back", "attachments": event.attachments, **result}
        case _:
            news = _STEPS.get(type(event))
            return None if news is None else {"news": news}


def _letter(data: Mapping[str, Any]) -> dict[str, Any]:
    """Its persons get ids of their own there; their unit is a party of this scheme and stays behind."""
    subjects = [
        {
            "name": each["name"],
            "post": each["post"],
            "standing": {"post_level": each["post_level"]},
        }
        for each in data["subjects"]
    ]
    return {"subjects": subjects, **{name: data[name] for name in _RELEASED if name in data}}


_RELEASED: Final = (
    "regime",
    "secrecy",
    "content",
    "materials",
    "document",
    "reason",
    "feedback_expected",
    "attachments",
)

TRAVEL: Final = Travel(
    sent=events.Referred,
    arrived=events.ReferralArrived,
    news_sent=events.NewsSent,
    news_arrived=events.NewsArrived,
    failed=events.DeliveryFailed,
    resent=events.Resent,
    recalled=events.Recalled,
    letter=_letter,
    news=(
        *("news", "number", "reason", "result", "text", "document"),
        *("reminder", "kind", "about", "reply_by", "attachments"),
    ),
    leg="transfer",
    scope=lambda event: f"transfer:{event.transfer}",
)
"""How leads go between jurisdictions; who sees the hand-over sees that, and nothing of what was released."""
