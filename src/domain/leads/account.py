"""The account of one decision: its events, each folded at once, each with the circle after it."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any, Final

from domain.context import Context
from domain.errors import NotFound, WrongState
from domain.ids import CaseTag, PartyId, StreamId
from domain.jurisdiction import Jurisdiction
from domain.leads import circle
from domain.leads.evolving import evolve
from domain.leads.state import Lead
from domain.model import Concerns, Draft, Event, Occurred
from domain.scheme import Scheme
from domain.streams import StreamState

_LATER: Final = Concerns(parties=(), visibility="lead")
"""Stands in an event until the state after it is known."""


class Account:
    """What a decision adds to one lead, in order. ``lead`` is the state with it.

    An event is built with `frame` (and the fields of its own) and added with `tell`.
    """

    def __init__(self, stream: StreamState[Lead], context: Context) -> None:
        self.stream: StreamId = stream.stream
        self.lead: Lead = stream.state
        self.context = context
        self._drafts: list[Draft] = []

    def __iter__(self) -> Iterator[Draft]:
        return iter(self._drafts)

    @property
    def jurisdiction(self) -> Jurisdiction:
        """The jurisdiction in which it is decided."""
        return self.context.jurisdiction

    @property
    def holder(self) -> PartyId:
        """Who holds the lead; raises `NotFound` before it was received."""
        if self.lead.holder is None:
            raise NotFound(stream=self.stream)
        return self.lead.holder

    @property
    def scheme(self) -> Scheme:
        """The scheme in force; raises `WrongState` before one was adopted."""
        if self.jurisdiction.scheme is None:
            raise self.wrong_state("尚无方案", "there is no scheme yet")
        return self.jurisdiction.scheme

    def wrong_state(self, zh: str, en: str) -> WrongState:
        """The refusal of this action in the state the lead is in, named in both languages."""
        return self.context.wrong_state(zh=zh, en=en)

    def plain(self, occurred: Occurred | None = None) -> dict[str, Any]:
        """The fields that every event has. ``occurred`` differs where a paper tells another day."""
        return {"occurred": occurred or self.context.occurred, "concerns": _LATER}

    def frame(self, *, occurred: Occurred | None = None, **changed: Any) -> dict[str, Any]:
        """The fields that every event about the lead itself has, with those that it changes."""
        standing = {"holder": self.lead.holder, "handling_party": self.lead.handling_party}
        return {**self.plain(occurred), **standing, **changed}

    def tell(self, event: Event) -> None:
        """Add an event: fold it, then state whom it concerns."""
        self.lead = evolve(self.lead, event)
        told = replace(event, concerns=circle.concerns(event, self.lead, self.jurisdiction))
        self._drafts.append(Draft(self.stream, told, CaseTag(self.stream)))
