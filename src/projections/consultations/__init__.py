"""Consultations (会商): register, inbox, flows, lists and figures."""

from typing import Final

from projections.consultations import figures, flows, inbox, lists, register
from projections.projection import Projection

PROJECTION: Final = Projection(
    model=register.MODEL,
    inbox=inbox.HANDLERS,
    flows=flows.HANDLERS,
    lists=(
        lists.CONSULTATIONS,
        lists.CONSULTATION_STATUS,
        lists.CONSULTATION_MEMBERS,
        lists.CONSULTATION_PACKS,
        lists.ACTION_ITEMS,
    ),
    status=lists.CONSULTATION_STATUS,
    figures=figures.FIGURES,
)
