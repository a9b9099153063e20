"""What can be done with a case, action by action."""

from typing import Final

from domain.cases.actions.adjudication import ADJUDICATION
from domain.cases.actions.decision import DECISION
from domain.cases.actions.filing import FILING
from domain.cases.actions.sign_off import SIGN_OFF

ACTIONS: Final = (*FILING, *SIGN_OFF, *ADJUDICATION, *DECISION)
"""All of them."""
