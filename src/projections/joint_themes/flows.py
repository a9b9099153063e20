"""What goes between a committee and its group: each step, for the other side to confirm."""

from typing import Final

from domain.joint_themes import events
from domain.model import Event
from projections.flow_items import annulled
from projections.joint_themes.inbox import STEPS
from projections.model import Handler

HANDLERS: Final[dict[type[Event], Handler]] = {
    **STEPS.flows(),
    events.ThemeAnnulled: annulled,
}
"""By event."""
