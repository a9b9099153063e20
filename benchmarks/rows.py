"""A row of the table: what was measured, against what, and whether that reaches what is asked."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from statistics import median
from typing import Any, Literal

RUNS = 5
"""Every figure is the median of so many runs, unless its row says otherwise."""


@dataclass(frozen=True, slots=True)
class Target:
    """What is asked of a row: of its ratio to the peer, or of its own figure."""

    of: Literal["ratio", "figure"]
    bound: Literal["least", "most"]
    value: float

    def reached(self, value: float) -> bool:
        """Whether a value is good enough."""
        return value >= self.value if self.bound == "least" else value <= self.value

    def __str__(self) -> str:
        sign = "≥" if self.bound == "least" else "≤"
        return f"{sign} {self.value:,g}{'×' if self.of == 'ratio' else ''}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One comparison. ``figures`` and ``peer_figures`` are one per run, in ``unit``."""

    group: str
    name: str
    unit: str
    figures: Sequence[float]
    peer: str = ""
    peer_figures: Sequence[float] = ()
    target: Target | None = None
    note: str = ""

    @property
    def figure(self) -> float:
        """The median of the runs."""
        return median(self.figures)

    @property
    def peer_figure(self) -> float | None:
        """The median of the peer's runs."""
        return median(self.peer_figures) if self.peer_figures else None

    @property
    def ratio(self) -> float | None:
        """Ours by the peer's."""
        return self.figure / self.peer_figure if self.peer_figure else None

    @property
    def reached(self) -> bool | None:
        """Whether the target was reached; None where nothing is asked."""
        if self.target is None:
            return None
        value = self.ratio if self.target.of == "ratio" else self.figure
        return value is not None and self.target.reached(value)

    def to_json(self) -> dict[str, Any]:
        """The row for machines: every figure, the medians and the verdict."""
        return {
            "group": self.group,
            "name": self.name,
            "ratio": self.ratio,
            "target": None if self.target is None else str(self.target),
            "reached": self.reached,
            "figure": self.figure,
            "peer": self.peer or None,
            "peer_figure": self.peer_figure,
            "unit": self.unit,
            "figures": list(self.figures),
            "peer_figures": list(self.peer_figures),
            "note": self.note,
        }


@dataclass(slots=True)
class Series:
    """Figures of several contestants that run in turn, so that a slow moment meets them all."""

    figures: dict[str, list[float]] = field(default_factory=dict)

    def add(self, contestant: str, figure: float) -> None:
        """One more run of a contestant."""
        self.figures.setdefault(contestant, []).append(figure)

    def __getitem__(self, contestant: str) -> Sequence[float]:
        return self.figures[contestant]


def at_least(value: float, *, of: Literal["ratio", "figure"] = "ratio") -> Target:
    """So much or more."""
    return Target(of, "least", value)


def at_most(value: float, *, of: Literal["ratio", "figure"] = "ratio") -> Target:
    """So much or less."""
    return Target(of, "most", value)
