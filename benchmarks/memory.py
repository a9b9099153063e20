"""What each process holds in memory of its own at the end of the run."""

from typing import Final

from benchmarks.installation import Running
from benchmarks.rows import Row, at_most
from benchmarks.site import Site

GROUP: Final = "memory"


def run(site: Site, installation: Running, *, events: int) -> None:
    """One row a process."""
    for name, megabytes in installation.memory_mb().items():
        site.report.add(
            Row(
                group=GROUP,
                name=f"{name.partition('-')[0]}, after a log of {events:,}",
                unit="MB",
                figures=[megabytes],
                target=at_most(300, of="figure"),
            )
        )
