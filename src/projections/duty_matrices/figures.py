"""The figures of a duty matrix: who holds what, and what both responsibilities did, apart and together.

A result that is joint work counts for the unit and for the group, and once together.
"""

from typing import Any, Final

from projections.duty_matrices import lists
from projections.queries.figures import MATTER, Aggregate, Figure
from projections.queries.listing import Listing


def _of(listing: Listing, name: str, zh: str, en: str, **filters: Any) -> Figure:
    return Figure(name=name, zh=zh, en=en, listing=listing, filters={"matrix": MATTER, **filters})


def _parties(name: str, zh: str, en: str, responsibility: str) -> Figure:
    filters = {"matrix": MATTER, "responsibility": responsibility, "standing": True}
    return Figure(
        name=name,
        zh=zh,
        en=en,
        listing=lists.DUTY_SHARES,
        filters=filters,
        aggregate="distinct",
        column="party",
    )


def _sum(name: str, zh: str, en: str, column: str, **filters: Any) -> Figure:
    aggregate: Aggregate = "sum"
    return Figure(
        name=name,
        zh=zh,
        en=en,
        listing=lists.DUTY_RESULTS,
        filters={"matrix": MATTER, "counted": True, **filters},
        aggregate=aggregate,
        column=column,
    )


FIGURES: Final = (
    _of(lists.DUTY_ITEMS, "items", "民生实事", "items", stage="pursued"),
    _of(lists.DUTIES, "duties", "职责", "duties", stage="pursued"),
    _parties("units", "市直单位", "units", "principal"),
    _parties("groups", "派驻机构", "stationed groups", "supervisory"),
    _of(lists.DUTY_SHARES, "confirmed", "已确认分工", "shares confirmed", stage="confirmed"),
    _of(lists.DUTY_SHARES, "contested", "有异议或认领", "disputed or claimed", contested=True),
    _of(lists.DUTIES, "duty_holes", "无单位承担的职责", "duties without a unit", hole=True),
    _of(lists.DUTY_ITEMS, "item_holes", "无派驻机构监督的事项", "items without a group", hole=True),
    _of(lists.DUTIES, "overlaps", "职责交叉", "overlaps", overlap=True),
    _sum("unit_results", "主体责任成效", "done by units", "amount", responsibility="principal"),
    _sum("group_results", "监督责任成效", "done by groups", "amount", of_group=True),
    _sum("joint_results", "其中共同成效", "of them joint", "amount", joint=True),
    _sum("results", "“两个责任”成效", "done together", "amount"),
    *(
        _sum(f"results_{code}", zh, en, "amount", achievement=code)
        for code, zh, en in (
            ("problem_corrected", "其中整改问题", "of them problems corrected"),
            ("conduct", "其中查处作风问题", "of them cases of conduct"),
            ("corruption", "其中查处腐败问题", "of them cases of corruption"),
            ("system_built", "其中建立制度", "of them systems built"),
        )
    ),
    _sum("recovered", "挽回损失(分)", "recovered, in fen", "recovered"),
    _of(lists.DUTY_RESULTS, "returned", "曾退回成效", "results returned", returned=True),
)
"""The figures of one matrix."""
