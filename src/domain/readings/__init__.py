"""Readings (知悉记录): who read what, when; in streams of their own, so that reading changes no matter.

R 299 limits who knows of a matter, and for how long: the time of knowledge is on record. Each opening of an
attachment has a stream to itself; all readings of a lead share one (ADR 0009). What is told is told; a
reading is neither corrected nor annulled.
"""

from typing import Final

from domain.readings.actions import ACTIONS
from domain.readings.sentences import EVENTS
from domain.readings.state import Reading, evolve
from domain.registry import Family

FAMILY: Final = Family(
    name="reading",
    collection="readings",
    zh="知悉记录",
    en="reading",
    initial=Reading(),
    evolve=evolve,
    events=EVENTS,
    actions=ACTIONS,
)
