"""Proposal forms (建议单): sent with a number to one addressee, who signs for them and answers by a day.

``commands`` and ``events`` name what can be done and what happened, ``state`` folds it, ``guards``
and ``decisions`` hold the rules, ``actions`` and ``sentences`` the tables for people.
"""

from typing import Final

from domain.asking import ANSWER_NAMES
from domain.proposal_forms.actions import ACTIONS
from domain.proposal_forms.between import TRAVEL
from domain.proposal_forms.sentences import EVENTS
from domain.proposal_forms.state import STAGE_NAMES, ProposalForm, evolve
from domain.registry import Family

FAMILY: Final = Family(
    name="proposal_form",
    collection="proposal-forms",
    zh="建议单",
    en="proposal form",
    initial=ProposalForm(),
    evolve=evolve,
    events=EVENTS,
    actions=ACTIONS,
    words={"stage": {**ANSWER_NAMES, **STAGE_NAMES}},
    travel=TRAVEL,
)
