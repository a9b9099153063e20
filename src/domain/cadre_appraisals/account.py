"""What the events of a cadre appraisal share, and whom they concern."""

from typing import Any

from domain import account
from domain.cadre_appraisals import events
from domain.cadre_appraisals.state import CadreAppraisal
from domain.ids import PartyId
from domain.model import Concerns, Event


class Account(account.Account[CadreAppraisal]):
    """What a decision adds to the appraisal of one person."""

    def concerns(self, event: Event, after: CadreAppraisal) -> Concerns:
        """Organiser, group and commission; what precedes the grade in classes that the person reads never.

        Of a leader of the group, ballot, views and proposal do not concern the group: it is led by them.
        """
        group = () if after.leading else (after.group,)
        match event:
            case events.ViewAsked(asked=party) | events.ViewGiven(asked=party):
                return self._among(after, f"cadre_appraisal_view:{party}", party, *group)
            case (
                events.BallotRecorded()
                | events.GradeProposed()
                | events.ProposalReturned()
                | events.Corrected()
            ):
                return self._among(after, "cadre_appraisal_proposal", *group)
            case _:
                return self._among(after, "cadre_appraisal", after.group)

    def frame(self) -> dict[str, Any]:
        """The fields that every event after the first has."""
        return {**self.plain(), "organiser": self.state.organiser, "group": self.state.group}

    def _among(self, after: CadreAppraisal, visibility: str, *others: PartyId) -> Concerns:
        circle = (after.organiser, *others, self.founding)
        return Concerns(parties=tuple(dict.fromkeys(circle)), visibility=visibility)
