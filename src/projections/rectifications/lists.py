"""The lists of rectification items."""

from typing import Final

from projections.queries.filters import MATTER, NUMBER_YEAR, STAGE
from projections.queries.listing import Filter, Listing
from projections.rectifications import register

RECTIFICATIONS: Final = Listing(
    "rectifications",
    register.RECTIFICATIONS,
    zh="整改台账",
    en="Register of rectification items",
    order=("raised",),
    filters={
        "stage": STAGE,
        "origin": Filter("t.origin = {value}", zh="来源", en="origin"),
        "raiser": Filter("t.raiser = {value}", zh="提出单位", en="who raised it"),
        "unit": Filter("t.unit = {value}", zh="问题所在单位", en="unit of the problem"),
        "party": Filter("t.party = {value}", zh="整改单位", en="who rectifies"),
        "in_hand_of": Filter(
            "(t.stage not in ('settled', 'annulled')"
            " and t.responsible @> jsonb_build_array(jsonb_build_object('person', {value}::text)))",
            zh="在谁手中",
            en="in whose hands",
        ),
        "verifier": Filter("t.verifier = {value}", zh="核验单位", en="who verifies"),
        "outcome": Filter("{value} = any(t.outcomes)", zh="成效", en="outcome"),
        "due_until": Filter("t.due <= {value}::date", zh="到期日止", en="due on or before"),
        "year": NUMBER_YEAR,
    },
    computed={"days_open": "coalesce(t.signed_off, {day}) - t.raised"},
)

RECTIFICATION_STATUS: Final = Listing(
    "rectification-status",
    register.RECTIFICATION_STATUS,
    zh="整改事项状态",
    en="Status of rectification items",
    order=("since",),
    level="status",
)

RECTIFICATION_ORIGINS: Final = Listing(
    "rectification-origins",
    register.RECTIFICATION_ORIGINS,
    zh="整改事项来源",
    en="Where problems were found",
    filters={"matter": MATTER},
)
