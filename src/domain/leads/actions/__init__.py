"""What can be done with a lead, action by action."""

from typing import Final

from domain.leads.actions.allocation import ALLOCATION
from domain.leads.actions.approval import APPROVAL
from domain.leads.actions.between import BETWEEN
from domain.leads.actions.handling import HANDLING
from domain.leads.actions.intake import INTAKE
from domain.leads.actions.oversight import OVERSIGHT
from domain.leads.actions.structure import STRUCTURE
from domain.leads.actions.transfer import TRANSFER

ACTIONS: Final = (
    *INTAKE,
    *ALLOCATION,
    *APPROVAL,
    *HANDLING,
    *TRANSFER,
    *BETWEEN,
    *STRUCTURE,
    *OVERSIGHT,
)
"""All of them, in the order in which a lead usually meets them."""
