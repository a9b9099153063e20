"""What the events of a proposal form share: as of all that is asked of one party."""

from domain import asked_of_one
from domain.proposal_forms import events
from domain.proposal_forms.state import ProposalForm


class Account(asked_of_one.Account[ProposalForm]):
    """What a decision adds to one proposal form."""

    asks = events.AnswerAsked
    steps = asked_of_one.steps(events)
