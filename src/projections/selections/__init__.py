"""Selections (评选): register, nominations, objections, inbox and lists."""

from typing import Final

from projections.projection import Projection
from projections.selections import inbox, lists, register

PROJECTION: Final = Projection(
    model=register.MODEL,
    inbox=inbox.HANDLERS,
    lists=(
        lists.SELECTIONS,
        lists.INVITATIONS,
        lists.NOMINATIONS,
        lists.OBJECTIONS,
    ),
)
