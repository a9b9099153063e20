"""Task orders (任务单): issued with a number to bodies that sign for them and feed back (反馈单).

``commands`` and ``events`` name what can be done and what happened, ``state`` folds it, ``guards``
and ``decisions`` hold the rules, ``actions`` and ``sentences`` the tables for people.
"""

from typing import Final

from domain.registry import Family
from domain.task_orders.actions import ACTIONS
from domain.task_orders.between import TRAVEL
from domain.task_orders.sentences import EVENTS
from domain.task_orders.state import STAGE_NAMES, TaskOrder, evolve

FAMILY: Final = Family(
    name="task_order",
    collection="task-orders",
    zh="任务单",
    en="task order",
    initial=TaskOrder(),
    evolve=evolve,
    events=EVENTS,
    actions=ACTIONS,
    words={"stage": STAGE_NAMES},
    travel=TRAVEL,
)
