"""What the events of an attachment share, and whom they concern."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from domain.attachments.events import AttachmentEvent
from domain.attachments.state import Attachment
from domain.context import Context
from domain.ids import CaseTag, PartyId, StreamId
from domain.model import Concerns, Draft
from domain.streams import StreamState


@dataclass
class Account:
    """What a decision adds about one attachment to the stream of its matter, in order.

    Each event concerns whom the attachment's scope of the matter concerns now, and restates that circle
    unchanged: to attach something makes nobody a reader, nor takes anybody away.
    """

    matter: StreamState[Any]
    attachment: StreamId
    scope: str
    case: StreamId | None
    context: Context
    drafts: list[Draft] = field(default_factory=list)

    def __iter__(self) -> Iterator[Draft]:
        return iter(self.drafts)

    @property
    def acting(self) -> PartyId:
        """The party whose act it is."""
        return self.context.acting

    @property
    def concerned(self) -> frozenset[PartyId]:
        """The parties concerned with the content of the scope."""
        return self.matter.content(self.scope)

    def tell(self, event: type[AttachmentEvent], **fields: Any) -> None:
        """Add an event."""
        told = event(
            occurred=self.context.occurred,
            concerns=self._circle(),
            attachment=self.attachment,
            **fields,
        )
        case = None if self.case is None else CaseTag(self.case)
        self.drafts.append(Draft(self.matter.stream, told, case))

    def _circle(self) -> Concerns:
        return Concerns(
            parties=tuple(sorted(self.concerned)),
            visibility=self.scope,
            observers=tuple(sorted(self.matter.observers.get(self.scope, ()))),
        )


def account_of(
    matter: StreamState[Any], attachment: StreamId, it: Attachment, context: Context
) -> Account:
    """The account of an attachment that the matter has."""
    return Account(matter, attachment, it.scope, it.case, context)
