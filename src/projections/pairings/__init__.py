"""Pairings: the quarters of offices and groups, also those without any joint work."""

from typing import Final

from domain.pairings import events
from projections.pairings import lists, register
from projections.projection import Projection
from projections.two_sides import TwoSided

_ACTIVITIES: Final = TwoSided(
    item="confirm_activity",
    flow="pairing_activity",
    serial="activity",
    recorded=(events.Recorded,),
    confirmed=(events.Confirmed,),
    sent_back=(events.Disputed,),
    taken_back=(events.ActivityAnnulled,),
    again="record_activity_again",
)

PROJECTION: Final = Projection(
    model=register.MODEL,
    inbox=_ACTIVITIES.inbox(),
    flows=_ACTIVITIES.flows(),
    lists=(lists.PAIRINGS, lists.PAIRING_ACTIVITIES),
)
