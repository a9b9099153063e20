"""How a hand-over between jurisdictions changes a lead."""

from dataclasses import replace
from typing import Any

from domain.between import Abroad
from domain.leads import events
from domain.leads.events.between import BetweenEvent
from domain.leads.state import HandOver, Lead, Reminder


def evolve_between(lead: Lead, event: BetweenEvent) -> Lead:
    """Fold one event of this concern."""
    match event:
        case events.Referred():
            there = Abroad.to(event.jurisdiction, event.there)
            return lead.with_transfer(replace(_leg(lead, event.transfer), abroad=there))
        case events.ReferralArrived(origin=origin):
            leg = replace(_leg(lead, event.transfer), abroad=Abroad.of(origin))
            return lead.with_transfer(leg)
        case events.NewsSent():
            return _abroad(lead, event.transfer, sent=event.dispatch)
        case events.NewsArrived():
            leg = _leg(lead, event.transfer)
            heard = None if leg.abroad is None else leg.abroad.heard(event.origin.dispatch)
            known = lead.with_transfer(replace(leg, abroad=heard))
            taken = event.news == "accepted" and leg.running
            return replace(known, stage="referred") if taken else known
        case events.DeliveryFailed():
            return _abroad(lead, event.transfer, failed=event.dispatch)
        case events.Resent():
            leg = _leg(lead, event.transfer)
            again = None if leg.abroad is None else leg.abroad.again(event.dispatch)
            return lead.with_transfer(replace(leg, abroad=again))
        case events.Recalled():
            known = _abroad(lead, event.transfer, failed=None, recalled=event.reason)
            return known.with_transfer(replace(_leg(known, event.transfer), status="recalled"))
        case events.HandOverUrged():
            reminder = Reminder(
                serial=event.reminder,
                from_party=event.by,
                to_party=event.to,
                transfer=event.transfer,
                there=event.there,
            )
            return replace(lead, reminders=(*lead.reminders, reminder))
        case events.UrgingAnswered():
            return lead.with_answer_to(event.reminder)


def _leg(lead: Lead, serial: int) -> HandOver:
    return lead.transfers[serial - 1]


def _abroad(lead: Lead, serial: int, **changed: Any) -> Lead:
    leg = _leg(lead, serial)
    if leg.abroad is None:
        return lead
    return lead.with_transfer(replace(leg, abroad=replace(leg.abroad, **changed)))
