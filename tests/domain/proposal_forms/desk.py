"""A task order in the small city, and a proposal form that comes of it."""

import datetime
from typing import Any, Final

from domain.model import OnBehalf
from domain.proposal_forms import commands
from domain.proposal_forms.state import ProposalForm
from tests.domain.desk import FamilyDesk
from tests.domain.small import EDUCATION_GROUP, HEALTH_GROUP, OFFICE, PARTY_GROUP, person, stream
from tests.domain.task_orders import desk as orders

DUE: Final = datetime.date(2026, 1, 30)
ORDER: Final = stream("task_order", "first")
LETTER: Final = OnBehalf(
    party=PARTY_GROUP, letter="教党函1号", scan="0" * 64, checked_by=person("group-deputy")
)
"""The Party group is off the system: the group stationed there enters its acts."""


class Desk(FamilyDesk[ProposalForm]):
    """An order went to the education group, which proposes something to its Party group."""

    family = "proposal_form"

    def __init__(self) -> None:
        super().__init__()
        self.order = orders.Desk("proposal-forms")
        self.order.act(OFFICE, "issue", orders.issue(parties=(EDUCATION_GROUP,), departments=()))
        self.world = self.order.world


def issue(**changes: Any) -> commands.Issue:
    """The proposal, with changes."""
    plain: dict[str, Any] = {
        "title": "关于规范配餐招标的建议",
        "text": "建议公开招标过程",
        "supervision": "stationed",
        "basis": "任务单反馈的问题",
        "task_order": ORDER,
        "to": PARTY_GROUP,
        "due": DUE,
    }
    return commands.Issue(**(plain | changes))


def issued(**changes: Any) -> Desk:
    """A proposal that was issued."""
    desk = Desk()
    desk.act(EDUCATION_GROUP, "issue", issue(**changes))
    return desk


def answer(**changes: Any) -> commands.Answer:
    """The Party group's answer, entered for it, with changes."""
    plain: dict[str, Any] = {"text": "已公开招标", "on_behalf": LETTER}
    return commands.Answer(**(plain | changes))


ANSWERING: Final = (EDUCATION_GROUP, "answer", answer())
PARTIES: Final = (EDUCATION_GROUP, OFFICE, HEALTH_GROUP)
