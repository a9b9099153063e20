"""What an office and its group did together in a quarter, folded from its events.

Each activity goes recorded → confirmed, or → disputed → recorded anew; any → annulled.
"""

from dataclasses import dataclass, replace
from typing import Literal

from domain.ids import NOBODY, PartyId
from domain.model import Concerns, Event
from domain.pairings import events
from domain.pairings.commands import Form
from domain.serials import put

Stage = Literal["recorded", "confirmed", "disputed", "annulled"]


@dataclass(frozen=True, slots=True)
class Activity:
    """One thing that they did together."""

    by: PartyId
    other: PartyId
    form: Form
    stage: Stage = "recorded"


@dataclass(frozen=True, slots=True)
class Pairing:
    """A quarter of one pair."""

    office: PartyId = NOBODY
    group: PartyId = NOBODY
    period: str = ""
    activities: tuple[Activity, ...] = ()

    @property
    def counted(self) -> int:
        """How many activities count."""
        return sum(activity.stage == "confirmed" for activity in self.activities)

    def concerns(self, founding: PartyId) -> Concerns:
        """Both sides, and the commission, which sees how offices and groups work together."""
        parties = tuple(dict.fromkeys((self.office, self.group, founding)))
        return Concerns(parties=parties, visibility="pairing")


def evolve(state: Pairing, event: Event) -> Pairing:
    """The quarter after one of its events; any other event is a fault in the log."""
    match event:
        case events.Recorded():
            activity = Activity(event.by, event.other, event.form)
            activities = put(state.activities, event.activity, activity)
            return Pairing(event.office, event.group, event.period, activities)
        case events.Confirmed():
            return _at(state, event.activity, stage="confirmed")
        case events.Disputed():
            return _at(state, event.activity, stage="disputed")
        case events.Corrected():
            before = state.activities[event.activity - 1]
            return _at(state, event.activity, form=event.form or before.form)
        case events.ActivityAnnulled():
            return _at(state, event.activity, stage="annulled")
        case _:
            raise TypeError(f"no event of a pairing: {type(event).__name__}")


def _at(
    state: Pairing, serial: int, *, stage: Stage | None = None, form: Form | None = None
) -> Pairing:
    before = state.activities[serial - 1]
    after = replace(before, stage=stage or before.stage, form=form or before.form)
    return replace(state, activities=put(state.activities, serial, after))
