"""What the events of an urging share, and whose case they are about."""

from domain import asked_of_one
from domain.ids import CaseTag, family_of
from domain.model import Event
from domain.urgings import events
from domain.urgings.state import Urging


class Account(asked_of_one.Account[Urging]):
    """What a decision adds to one urging.

    About a case its events carry the case's tag: who is barred there reads none of it (SL 67).
    """

    asks = events.AnswerAsked
    steps = asked_of_one.steps(events)

    def tell(self, event: Event, *, case: CaseTag | None = None) -> None:
        """Add an event, tagged with the case that the matter is."""
        super().tell(event, case=case or self._case(event))

    def _case(self, event: Event) -> CaseTag | None:
        matter = getattr(event, "matter", None) or self.state.matter
        if matter is None or not self.context.catalogue.family[family_of(matter)].is_case:
            return None
        return CaseTag(matter)
