"""What the events of a recommendation share, and whom they concern."""

from typing import Any

from domain import account
from domain.asking import between
from domain.ids import PartyId
from domain.leads.circle import case_supervision
from domain.model import Concerns, Event
from domain.recommendations import events
from domain.recommendations.commands import Content
from domain.recommendations.state import HELD, Recommendation


class Account(account.Account[Recommendation]):
    """What a decision adds to one recommendation."""

    def concerns(self, event: Event, after: Recommendation) -> Concerns:
        """Issuer's side and approvers; once it is delivered the addressee, never how it came about.

        By the visibility defaults of DOMAIN.md §4: issuer, addressee, case supervision and linked
        office read it, joint-meeting members its status; a consulted department its own question.
        """
        match event:
            case (
                events.ConsultationAsked(department=department)
                | events.ConsultationAnswered(department=department)
                | events.ConsultationClosed(department=department)
            ):
                return between(after.issuer, department, "recommendation_consultation")
            case _ if after.issued and not isinstance(event, events.OralOpinionSigned):
                inside = _once(*self.issuing(after), *self.addressed(after))
                watching = tuple(one for one in after.observers if one not in inside)
                return Concerns(
                    parties=inside, visibility="recommendation_issued", observers=watching
                )
            case _:
                return Concerns(parties=self.issuing(after), visibility="recommendation")

    def frame(self) -> dict[str, Any]:
        """The fields that every step has once it is issued."""
        return {
            **self.plain(),
            "issuer": self.state.issuer,
            "addressee": self.state.addressee,
        }

    @property
    def content(self) -> Content:
        """What the document says; raises `WrongState` before there is one."""
        if self.state.content is None:
            raise self.wrong_state("尚未起草", "not drafted yet")
        return self.state.content

    def issuing(self, after: Recommendation) -> tuple[PartyId, ...]:
        """The issuer, its linked office, case supervision, and the approvers reached so far."""
        office = self.related(after.issuer, "supervising_office")
        managing = case_supervision(after.issuer, self.jurisdiction)
        return _once(after.issuer, office, managing, *after.approval.approvers)

    def addressed(self, after: Recommendation) -> tuple[PartyId, ...]:
        """The addressee, the group stationed there with its linked office, who verifies, a superior."""
        if after.stage in HELD or after.content is None or not after.delivered:
            return ()
        group = self.related(after.addressee, "stationed_group")
        office = self.related(after.addressee, "supervising_office")
        return _once(after.addressee, group, office, after.content.verifier, after.superior)


def _once(*parties: PartyId | None) -> tuple[PartyId, ...]:
    return tuple(dict.fromkeys(party for party in parties if party))
