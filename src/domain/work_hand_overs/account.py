"""What the events of a hand-over of work share, and whom they concern."""

from typing import Any

from domain import account
from domain.ids import CaseTag, StreamId, family_of
from domain.model import Concerns, Event
from domain.work_hand_overs.state import Item, WorkHandOver


class Account(account.Account[WorkHandOver]):
    """What a decision adds to one hand-over of work."""

    def concerns(self, event: Event, after: WorkHandOver) -> Concerns:  # noqa: ARG002
        """The office in which the leaver worked."""
        return after.concerns

    def about_item(self, event: Event, item: Item) -> None:
        """Add what is about one item. Of a case it carries the tag: who is barred there reads none of it."""
        self.about_matter(event, item.matter)

    def about_matter(self, event: Event, matter: StreamId) -> None:
        """Add what is about one matter, with its tag where that is a case."""
        family = self.context.catalogue.family[family_of(matter)]
        self.tell(event, case=CaseTag(matter) if family.is_case else None)

    def frame(self) -> dict[str, Any]:
        """The fields that every step after the first has."""
        return {**self.plain(), "office": self.state.office}

    def of(self, item: Item) -> dict[str, Any]:
        """The fields that every step about one item has."""
        return {**self.frame(), "item": item.key, "matter": item.matter}
