"""What goes between parties: who sent what to whom, when, and how far it is."""

from typing import Final

from projections.families import PROJECTIONS
from projections.flow_items import FLOWS
from projections.model import ReadModel

MODEL: Final = ReadModel(
    name="flows",
    version=2,
    tables=(FLOWS,),
    handlers={kind: handler for each in PROJECTIONS for kind, handler in each.flows.items()},
)
