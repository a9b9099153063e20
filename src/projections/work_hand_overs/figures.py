"""How many items a hand-over of work has, and what became of them: of those that the reader may read."""

from typing import Any, Final

from projections.queries.figures import MATTER, Figure
from projections.work_hand_overs.lists import WORK_HAND_OVER_ITEMS


def _figure(name: str, zh: str, en: str, **filters: Any) -> Figure:
    return Figure(
        name=name,
        zh=zh,
        en=en,
        listing=WORK_HAND_OVER_ITEMS,
        filters={"work_hand_over": MATTER, **filters},
    )


FIGURES: Final = (
    _figure("items", "清单事项", "items listed"),
    _figure("handed_over", "已移交", "handed over", state="handed_over"),
    _figure("taken_back", "已撤回", "taken back", state="taken_back"),
    _figure("refused", "已拒收", "refused", state="refused"),
    _figure("lapsed", "无须移交", "lapsed", state="lapsed"),
    _figure("left", "待移交", "left to hand over", state="listed"),
)
