"""What a log a hundred times as long costs the one who waits for one command, and for a page."""

from typing import Final

from benchmarks.latency import STAGES, Trips
from benchmarks.rows import Row, at_most
from benchmarks.site import Site

GROUP: Final = "growth"


def report(site: Site, small: Trips, large: Trips, *, sizes: tuple[int, int], party: int) -> None:
    """The same figures at both sizes, side by side; ``party`` events concern the one that asks."""
    for stage in STAGES:
        site.report.add(
            Row(
                group=GROUP,
                name=f"{stage}, p50, log of {sizes[1]:,}",
                unit="ms",
                figures=large.quantiles_ms(stage, 0.5),
                peer=f"log of {sizes[0]:,}",
                peer_figures=small.quantiles_ms(stage, 0.5),
                target=at_most(1.25),
                note=f"the asking party has {party:,} events",
            )
        )
