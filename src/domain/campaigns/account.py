"""What the events of a campaign share, and whom they concern.

The campaign itself: its organiser, the discipline bodies that screen; others learn its status. An
object and what was found on it: the organiser and the party that screens it, no other group, never
the unit. A unit reads what it is asked to do, its corrections, and what was done on its objects. A
report concerns who gives it and who gets it.
"""

from typing import Any

from domain import account
from domain.campaigns import events, quarter_events
from domain.campaigns.state import Campaign
from domain.ids import PartyId
from domain.leads.circle import is_discipline_body
from domain.model import Concerns, Event


class Account(account.Account[Campaign]):
    """What a decision adds to one campaign."""

    def concerns(self, event: Event, after: Campaign) -> Concerns:
        """By the kind of event; the circle is that after it."""
        organiser = after.organiser
        match event:
            case events.ObjectListed() | events.ListFixed():
                return _circle("campaign_object", organiser)
            case events.ObjectCorrected(object=key) | events.ObjectStruck(object=key):
                return _screening(organiser, after.objects[key].party)
            case events.ObjectsAssigned(to=party):
                return _screening(organiser, party)
            case (
                events.CorrectionAsked()
                | events.CorrectionReported()
                | events.CorrectionReturned()
                | events.CorrectionVerified()
            ):
                name = f"campaign_correction:{event.by}:{event.unit}"
                return _circle(name, organiser, event.by, event.unit)
            case (
                events.UnitEngaged()
                | events.DutyWithdrawn()
                | events.DutyMet()
                | events.DutyReopened()
                | events.MeasureRecorded()
                | events.MeasureCorrected()
                | events.MeasureAnnulled()
                | events.SystemAdopted()
                | events.SystemCorrected()
                | events.SystemAnnulled()
            ):
                unit = event.unit
                screeners = after.screeners_of(unit)
                return _circle(f"campaign_unit:{unit}", organiser, unit, *screeners)
            case (
                events.Reported(to=party)
                | quarter_events.ReportAsked(to=party)
                | quarter_events.UnitReported(to=party)
            ):
                return _circle("campaign_report", organiser, party)
            case _:
                return self._of_all(event, after)

    def _of_all(self, event: Event, after: Campaign) -> Concerns:
        if isinstance(event, events.Joined) or not hasattr(event, "by"):
            return self._of_campaign(after)
        return _screening(after.organiser, event.by)

    def _of_campaign(self, after: Campaign) -> Concerns:
        """Organiser and screening discipline bodies; departments and units learn its status."""
        own = tuple(
            party for party in after.screeners if is_discipline_body(party, self.jurisdiction)
        )
        inside = tuple(dict.fromkeys((after.organiser, *own)))
        others = dict.fromkeys((*after.screeners, *after.units))
        observers = tuple(party for party in others if party not in inside)
        return Concerns(parties=inside, visibility="campaign", observers=observers)

    def frame(self) -> dict[str, Any]:
        """The fields that every event of a campaign has."""
        return {**self.plain(), "organiser": self.state.organiser}


def _screening(organiser: PartyId, party: PartyId | None) -> Concerns:
    if party is None:
        return _circle("campaign_object", organiser)
    return _circle(f"campaign_object:{party}", organiser, party)


def _circle(visibility: str, *parties: PartyId) -> Concerns:
    return Concerns(parties=tuple(dict.fromkeys(parties)), visibility=visibility)
