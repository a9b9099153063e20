"""What is asked of parties and answered (`domain.asking`), family by family: inbox and flows loop over it."""

from dataclasses import dataclass
from typing import Final

from domain.model import Event
from domain.notices import events as notices


@dataclass(frozen=True, slots=True, kw_only=True)
class Asking:
    """A thing asked: ``name`` is how its flow is called, ``answer`` that of each answer to it.

    The events have the fields that all such events have: ``issuer``; ``to`` while it is asked (and
    ``due`` where an answer is), ``by`` once a party acts; ``reason`` where an answer is returned.
    """

    name: str
    answer: str
    addressed: type[Event]
    answer_asked: type[Event]
    acknowledged: type[Event]
    answered: type[Event]
    returned: type[Event]
    accepted: type[Event]
    annulled: type[Event]


ASKINGS: Final[tuple[Asking, ...]] = (
    Asking(
        name="notice",
        answer="notice_reply",
        addressed=notices.Addressed,
        answer_asked=notices.ReplyAsked,
        acknowledged=notices.Acknowledged,
        answered=notices.Replied,
        returned=notices.ReplyReturned,
        accepted=notices.ReplyAccepted,
        annulled=notices.Annulled,
    ),
)
"""Every thing that is asked."""
