"""The types of lead events, each with the sentence that says what happened."""

from typing import Final

from domain.leads.sentences.allocation import ALLOCATION
from domain.leads.sentences.approval import APPROVAL
from domain.leads.sentences.between import BETWEEN
from domain.leads.sentences.handling import HANDLING
from domain.leads.sentences.intake import INTAKE
from domain.leads.sentences.meeting import MEETING
from domain.leads.sentences.oversight import OVERSIGHT
from domain.leads.sentences.structure import STRUCTURE
from domain.leads.sentences.transfer import TRANSFER

EVENTS: Final = (
    *INTAKE,
    *ALLOCATION,
    *APPROVAL,
    *HANDLING,
    *TRANSFER,
    *BETWEEN,
    *STRUCTURE,
    *OVERSIGHT,
    *MEETING,
)
"""All of them."""
