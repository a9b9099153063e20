"""What the events of a proposal form share: as of all that is asked of one party."""

from domain import asked_of_one
from domain.proposal_forms import events
from domain.proposal_forms.state import ProposalForm


class Account(asked_of_one.Account[ProposalForm]):
    """What a decision adds to one proposal form."""

    asks = events.AnswerAsked
    steps = {  # noqa: RUF012 - a class variable by its base
        "acknowledged": events.Acknowledged,
        "answered": events.Answered,
        "answer_returned": events.AnswerReturned,
        "answer_accepted": events.AnswerAccepted,
        "corrected": events.Corrected,
        "annulled": events.Annulled,
        "recalled": events.Annulled,
    }
