"""Talks (谈心谈话): register, content, promises, inbox, lists and coverage."""

from typing import Final

from projections.projection import Projection
from projections.talks import inbox, lists, register

PROJECTION: Final = Projection(
    model=register.MODEL,
    inbox=inbox.HANDLERS,
    lists=(
        lists.TALKS,
        lists.TALK_CONTENTS,
        lists.TALK_PROMISES,
    ),
    coverages=(lists.COVERAGE,),
)
