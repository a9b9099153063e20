"""The types of case events, each with the sentence that says what happened."""

from typing import Final

from domain.cases.sentences.adjudication import ADJUDICATION
from domain.cases.sentences.decision import DECISION
from domain.cases.sentences.filing import FILING
from domain.cases.sentences.sign_off import SIGN_OFF

EVENTS: Final = (*FILING, *SIGN_OFF, *ADJUDICATION, *DECISION)
"""All of them."""
