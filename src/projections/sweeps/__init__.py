"""Sweeps (集中排查、联合排查): register, inbox, flows, lists, coverage and figures."""

from typing import Final

from projections.projection import Projection
from projections.queries.figures import MATTER, Figure
from projections.sweeps import flows, inbox, lists, register

_OUTCOMES: Final = (
    ("registered", "已登记为线索", "registered as leads"),
    ("repeat", "重复", "repeats"),
    ("dropped", "不作为线索", "no leads"),
)

PROJECTION: Final = Projection(
    model=register.MODEL,
    inbox=inbox.HANDLERS,
    flows=flows.HANDLERS,
    lists=(
        lists.SWEEPS,
        lists.SWEEP_PARTIES,
        lists.SWEEP_MATTERS,
        lists.SWEEP_OUTCOMES,
        lists.SWEEP_REPEATS,
        lists.SWEEP_RESULTS,
    ),
    coverages=(lists.COVERAGE,),
    figures=(
        Figure(
            name="handed_in",
            zh="已报送单位",
            en="parties that handed in",
            listing=lists.SWEEP_PARTIES,
            filters={"sweep": MATTER, "stage": "handed_in"},
        ),
        Figure(
            name="matters",
            zh="报送事项",
            en="matters handed in",
            listing=lists.SWEEP_MATTERS,
            filters={"sweep": MATTER, "annulled": False},
        ),
        *(
            Figure(
                name=name,
                zh=zh,
                en=en,
                listing=lists.SWEEP_OUTCOMES,
                filters={"sweep": MATTER, "outcome": name},
            )
            for name, zh, en in _OUTCOMES
        ),
        Figure(
            name="leads",
            zh="线索",
            en="leads",
            listing=lists.SWEEP_OUTCOMES,
            filters={"sweep": MATTER, "outcome": "registered"},
            aggregate="distinct",
            column="lead",
        ),
    ),
)
