"""Responsibility chains (八步强责): register, inbox, flows and lists."""

from typing import Final

from projections.projection import Projection
from projections.responsibility_chains import flows, inbox, lists, register

PROJECTION: Final = Projection(
    model=register.MODEL,
    inbox=inbox.HANDLERS,
    flows=flows.HANDLERS,
    lists=(
        lists.RESPONSIBILITY_CHAINS,
        lists.RESPONSIBILITY_LINKS,
    ),
    coverages=(lists.COVERAGE,),
)
