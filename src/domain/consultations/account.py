"""Whom the events of a consultation concern."""

from domain import account
from domain.consultations import events
from domain.consultations.state import Consultation
from domain.model import Concerns, Event

_ITEM_EVENTS = (
    events.ActionItemAssigned,
    events.ActionItemReported,
    events.ActionItemConfirmed,
    events.ActionItemReturned,
    events.ActionItemCorrected,
)


class Account(account.Account[Consultation]):
    """What a decision adds to one consultation."""

    def concerns(self, event: Event, after: Consultation) -> Concerns:
        """Those who met, or are to meet, and those it is released to (R 299).

        What somebody took on where leads were assessed concerns both ends of it, whoever was there; the
        pack whoever was invited, whether they came or not.
        """
        if isinstance(event, _ITEM_EVENTS) and after.closed:
            item = after.items[event.item - 1]
            parties = tuple(dict.fromkeys((after.convener, item.owner)))
            return Concerns(parties=parties, visibility=f"action_item:{event.item}")
        if isinstance(event, events.PackIssued):
            parties = tuple(dict.fromkeys((after.convener, *after.invited)))
            return Concerns(parties=parties, visibility="meeting_pack")
        return after.concerns
