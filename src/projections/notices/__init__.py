"""Notices (通报): register and lists; they wait and go as whatever is asked and answered."""

from typing import Final

from domain.notices import events
from projections.asked import Asking
from projections.notices import lists, register
from projections.projection import Projection

_ASKING: Final = Asking(
    name="notice",
    answer="notice_reply",
    addressed=events.Addressed,
    answer_asked=events.ReplyAsked,
    acknowledged=events.Acknowledged,
    answered=events.Replied,
    returned=events.ReplyReturned,
    accepted=events.ReplyAccepted,
    annulled=events.Annulled,
)

PROJECTION: Final = Projection(
    model=register.MODEL,
    inbox=_ASKING.inbox(),
    flows=_ASKING.flows(),
    lists=(
        lists.NOTICES,
        lists.NOTICE_REPLIES,
    ),
)
