"""The lists of selections, nominations and objections."""

from typing import Final

from projections import nominating
from projections.queries.filters import KIND, STAGE
from projections.queries.listing import Filter, Listing
from projections.selections import register

_PARTY: Final = Filter("t.party = {value}", zh="单位", en="body")

SELECTIONS: Final = Listing(
    "selections",
    register.SELECTIONS,
    zh="评选",
    en="Selections",
    order=("opened",),
    filters={"kind": KIND, "stage": STAGE},
)

INVITATIONS: Final = nominating.listing(
    "selection-invitations",
    register.INVITATIONS,
    zh="评选推荐要求",
    en="Who is to nominate for selections",
)

NOMINATIONS: Final = Listing(
    "selection-nominations",
    register.NOMINATIONS,
    zh="评选推荐",
    en="Nominations",
    order=("nominated",),
    filters={
        "party": _PARTY,
        "stage": STAGE,
        "late": Filter("t.late = {value}", bool, zh="逾期推荐", en="nominated late"),
    },
)

OBJECTIONS: Final = Listing(
    "selection-objections",
    register.OBJECTIONS,
    zh="评选异议",
    en="Objections to what was chosen",
    order=("objected",),
    filters={"party": _PARTY},
)
