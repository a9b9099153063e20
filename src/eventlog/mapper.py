"""Recorded events as eventsourcing's stored events, and back: for its recorders and their tests.

Types go by their registered names; no Python path is ever stored.
"""

from uuid import UUID

from eventsourcing.domain import DomainEventProtocol
from eventsourcing.persistence import JSONTranscoder, Mapper, StoredEvent

from domain.catalogue import CATALOGUE
from domain.ids import CaseTag, JurisdictionCode, PartyId, PersonId, StreamId
from domain.model import Event, Recorded
from domain.registry import Catalogue
from eventlog import canonical, forms
from eventlog.codec import event_from_data, event_to_data


class RecordedMapper(Mapper[str]):
    """Maps ``Recorded`` to ``StoredEvent``: the type's name as topic, canonical JSON as state."""

    def __init__(self, catalogue: Catalogue = CATALOGUE) -> None:
        super().__init__(JSONTranscoder())
        self._catalogue = catalogue

    def to_stored_event(self, domain_event: DomainEventProtocol[str]) -> StoredEvent:
        """The stored form; ``TypeError`` for an event that is not ``Recorded``."""
        if not isinstance(domain_event, Recorded):
            raise TypeError(type(domain_event).__name__)
        recorded: Recorded[Event] = domain_event
        state = {
            "actor": recorded.actor,
            "case": recorded.case,
            "command_event": recorded.command_event,
            "command_events": recorded.command_events,
            "command_id": str(recorded.command_id),
            "commitments": dict(recorded.commitments),
            "data": event_to_data(recorded.event),
            "id": str(recorded.id),
            "jurisdiction": recorded.jurisdiction,
            "party": recorded.party,
            "position": recorded.position,
            "scheme_version": recorded.scheme_version,
            "time": forms.time_text(recorded.time),
            "type": recorded.type,
        }
        return StoredEvent(
            originator_id=recorded.originator_id,
            originator_version=recorded.originator_version,
            topic=self._catalogue.type_of[type(recorded.event)],
            state=canonical.encode(state),
        )

    def to_domain_event(self, stored_event: StoredEvent) -> Recorded[Event]:
        """The recorded event, raised to the current version of its type."""
        state = canonical.decode(stored_event.state)
        case = state["case"]
        return Recorded(
            originator_id=StreamId(str(stored_event.originator_id)),
            originator_version=stored_event.originator_version,
            event=event_from_data(stored_event.topic, state["data"], catalogue=self._catalogue),
            id=UUID(state["id"]),
            type=state["type"],
            jurisdiction=JurisdictionCode(state["jurisdiction"]),
            time=forms.time_of(state["time"]),
            position=state["position"],
            command_id=UUID(state["command_id"]),
            command_event=state["command_event"],
            command_events=state["command_events"],
            actor=PersonId(state["actor"]),
            party=PartyId(state["party"]),
            case=None if case is None else CaseTag(case),
            scheme_version=state["scheme_version"],
            commitments=state["commitments"],
        )
