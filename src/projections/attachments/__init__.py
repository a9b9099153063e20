"""Attachments (附件): register, custody of originals; those wait to be signed for and to be given back."""

from typing import Final

from projections.attachments import flows, inbox, lists, register
from projections.projection import Projection

PROJECTION: Final = Projection(
    model=register.MODEL,
    inbox=inbox.HANDLERS,
    flows=flows.HANDLERS,
    lists=(
        lists.ATTACHMENTS,
        lists.CUSTODY,
    ),
)
