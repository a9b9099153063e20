"""The families of which something can be in a person's hands, and how an item is asked about there."""

from collections.abc import Mapping
from typing import Any, Final

from domain.cases.in_hand import IN_HAND as CASES
from domain.checks import reads_content
from domain.context import Context
from domain.errors import NotFound, Refusal
from domain.ids import PartyId, PersonId, StreamId, family_of
from domain.in_hand import InHand, Part, Succession
from domain.leads.in_hand import IN_HAND as LEADS
from domain.model import Draft
from domain.rectifications.in_hand import IN_HAND as RECTIFICATIONS
from domain.reexaminations.in_hand import IN_HAND as REEXAMINATIONS
from domain.streams import StreamState
from domain.work_hand_overs import errors

IN_HAND: Final[Mapping[str, InHand]] = {
    "lead": LEADS,
    "case": CASES,
    "reexamination": REEXAMINATIONS,
    "rectification": RECTIFICATIONS,
}
"""By family. What a party has to do without naming a person stays with the party."""


def known(context: Context, matter: StreamId) -> StreamState[Any]:
    """The stream of a matter that the actor may read; else `NotFound`, whether it exists or not."""
    family = IN_HAND.get(family_of(matter))
    if family is None:
        raise NotFound(stream=matter)
    stream = context.streams[matter]
    if stream.version == 0 or not reads_content(context, stream):
        raise NotFound(stream=matter)
    family.known(stream, context)
    return stream


def parts(
    context: Context, matter: StreamId, office: PartyId, person: PersonId
) -> tuple[Part, ...]:
    """What of a matter is in a person's hands for an office."""
    stream = context.streams[matter]
    return IN_HAND[family_of(matter)].parts(stream, office, person, context)


def given(context: Context, item: int, matter: StreamId, succession: Succession) -> list[Draft]:
    """The events by which the taker has it; raises `ItemCannotGo` with what its family says against it."""
    stream = context.streams[matter]
    try:
        return list(IN_HAND[family_of(matter)].give(stream, succession, context))
    except Refusal as refusal:
        raise errors.ItemCannotGo(
            item=item, reason_zh=refusal.sentence_zh, reason_en=refusal.sentence_en
        ) from refusal
