"""What goes between jurisdictions, of whatever family: the courier carries it, people see the rows."""

from typing import Final

from domain.catalogue import CATALOGUE
from projections.dispatch_items import ARRIVALS, DISPATCHES, handlers
from projections.model import ReadModel

MODEL: Final = ReadModel(
    name="dispatches",
    version=1,
    tables=(DISPATCHES, ARRIVALS),
    handlers={
        kind: handler
        for family in CATALOGUE.families
        if family.travel is not None
        for kind, handler in handlers(family.travel).items()
    },
)
