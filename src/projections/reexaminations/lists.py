"""The lists of re-examinations."""

from typing import Final

from projections.queries.filters import STAGE
from projections.queries.listing import Filter, Listing
from projections.reexaminations import register

_KIND: Final = Filter("t.kind = {value}", zh="复审或复核", en="kind")
_OUTCOME: Final = Filter("t.outcome = {value}", zh="结果", en="outcome")

REEXAMINATIONS: Final = Listing(
    "reexaminations",
    register.REEXAMINATIONS,
    zh="复审复核",
    en="Re-examinations and reviews",
    order=("applied",),
    filters={
        "kind": _KIND,
        "stage": STAGE,
        "outcome": _OUTCOME,
        "person": Filter("t.person = {value}", zh="申请人", en="the person"),
        "in_hand_of": Filter(
            "(t.stage in ('accepted', 'decided') and {value} = any(t.examiners))",
            zh="在谁手中",
            en="in whose hands",
        ),
        "in_time": Filter("t.in_time = {value}", bool, zh="是否在期限内", en="applied in time"),
    },
)
REEXAMINATION_OUTCOMES: Final = Listing(
    "reexamination-outcomes",
    register.REEXAMINATION_OUTCOMES,
    zh="复审复核结果",
    en="Outcomes of re-examinations",
    order=("told",),
    filters={"kind": _KIND, "stage": STAGE, "outcome": _OUTCOME},
)
