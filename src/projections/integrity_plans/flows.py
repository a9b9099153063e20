"""What goes between a committee and its group: each proposal, and each activity held."""

from typing import Final

from projections.integrity_plans.inbox import ACTIVITIES, PROPOSALS

HANDLERS: Final = {**PROPOSALS.flows(), **ACTIVITIES.flows()}
"""By event."""
