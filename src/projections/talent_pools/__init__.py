"""Talent pools (青廉先锋队): register, members, study groups and sessions, inbox, lists and coverage."""

from typing import Final

from projections.projection import Projection
from projections.talent_pools import inbox, lists, register

PROJECTION: Final = Projection(
    model=register.MODEL,
    inbox=inbox.HANDLERS,
    lists=(
        lists.TALENT_POOLS,
        lists.INVITATIONS,
        lists.MEMBERS,
        lists.STUDY_GROUPS,
        lists.STUDY_SESSIONS,
    ),
    coverages=(lists.COVERAGE,),
)
