"""What the events of a responsibility chain share, and whom they concern."""

from typing import Any

from domain import account
from domain.calendar import Limit, due_date
from domain.model import Concerns, Event
from domain.oversight import watchers
from domain.responsibility_chains import events
from domain.responsibility_chains.state import ResponsibilityChain
from domain.scheme_parts import ResponsibleLevel


class Account(account.Account[ResponsibilityChain]):
    """What a decision adds to one chain."""

    def concerns(self, event: Event, after: ResponsibilityChain) -> Concerns:  # noqa: ARG002
        """The Party group and its unit, the group stationed there, its linked office, the commission."""
        above = (*watchers(self.jurisdiction, after.group), self.founding)
        unit = () if after.unit is None else (after.unit,)
        parties = tuple(dict.fromkeys((after.party_group, *unit, *above)))
        return Concerns(parties=parties, visibility="responsibility_chain")

    def frame(self) -> dict[str, Any]:
        """The fields that every step after the first has."""
        state = self.state
        return {**self.plain(), "party_group": state.party_group, "group": state.group}

    def link(self, number: int, level: ResponsibleLevel) -> dict[str, Any]:
        """The fields of an event about one level's part in a step."""
        code = self.state.steps[number - 1].code
        place = {"number": number, "step": code, "level": level, "link": f"{number}:{level}"}
        return {**self.frame(), **place}

    def ask(self, number: int) -> None:
        """Ask the step of that number of each level that owes it."""
        step = self.state.steps[number - 1]
        calendar = self.jurisdiction.calendar
        if calendar is None:
            raise self.wrong_state("尚无日历", "there is no calendar yet")
        today, limit = self.context.occurred.date, Limit.parse(step.due)
        due = due_date(today, limit, calendar=calendar).date
        for level in step.levels:
            self.tell(events.StepAsked(**self.link(number, level), due=due))

    def go_on(self) -> None:
        """Ask for the next step once nothing so far is owed any more; complete after the last."""
        if not self.state.is_done_so_far:
            return
        if self.state.number < len(self.state.steps):
            self.ask(self.state.number + 1)
        else:
            self.tell(events.Completed(**self.frame(), exceptions=self.state.exceptions))
