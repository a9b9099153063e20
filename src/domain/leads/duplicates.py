"""Which leads name the same persons: found by pseudonym, looked into, and told to nobody who asks.

Whoever decides on it may say how many there are, never which (DOMAIN.md §5: duplicates checked without
showing what one may not read).
"""

from collections.abc import Collection

from domain.context import Context
from domain.ids import StreamId, family_of
from domain.leads.state import Lead


def leads_about(pseudonyms: Collection[str], context: Context) -> tuple[StreamId, ...]:
    """The leads that count and name one of these persons, in order.

    A pseudonym may also be a reporter's, or stand in what is no lead: so each lead found is looked
    into. Annulled and merged ones do not count.
    """
    found = {
        stream
        for pseudonym in sorted(pseudonyms)
        for stream in context.matches[pseudonym]
        if family_of(stream) == "lead"
    }
    context.streams.require(found)
    return tuple(
        stream for stream in sorted(found) if _counts(context.streams[stream].state, pseudonyms)
    )


def _counts(lead: Lead, pseudonyms: Collection[str]) -> bool:
    named = any(item.pseudonym in pseudonyms for item in lead.subjects)
    return named and lead.stage not in ("annulled", "merged")
