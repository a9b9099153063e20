"""Dossiers of host units (资料库): register, facts, sections, inbox and lists."""

from typing import Final

from projections.dossiers import inbox, lists, register
from projections.projection import Projection

PROJECTION: Final = Projection(
    model=register.MODEL,
    inbox=inbox.HANDLERS,
    lists=(
        lists.DOSSIERS,
        lists.DOSSIER_SECTIONS,
        lists.DOSSIER_FACTS,
    ),
    coverages=(lists.COVERAGE,),
)
