"""What the events of a joint theme share, and whom they concern."""

from typing import Any

from domain import account
from domain.joint_themes import events
from domain.joint_themes.state import JointTheme, Record
from domain.model import Concerns, Event
from domain.oversight import watchers


class Account(account.Account[JointTheme]):
    """What a decision adds to one theme."""

    def concerns(self, event: Event, after: JointTheme) -> Concerns:
        """Committee, group, the office linked with it and the commission; not the unit itself.

        Results are a class of their own: those they are shared with read them, and nothing else.
        """
        circle = (after.committee, *watchers(self.jurisdiction, after.group), self.founding)
        if isinstance(event, events.Completed):
            circle, visibility = (*circle, *event.shared_with), "joint_theme_result"
        else:
            visibility = "joint_theme"
        return Concerns(parties=tuple(dict.fromkeys(circle)), visibility=visibility)

    def frame(self) -> dict[str, Any]:
        """The fields that every event after the first has."""
        return {**self.plain(), "committee": self.state.committee, "group": self.state.group}

    def recording(self) -> dict[str, Any]:
        """The fields of a step that the acting side records, for the other to confirm."""
        state = self.state
        other = state.group if self.acting == state.committee else state.committee
        serial = len(state.records) + 1
        return {**self.frame(), "record": serial, "by": self.acting, "other": other}

    def go_on(self, record: Record) -> None:
        """What both sides hold from now on, once a record is confirmed."""
        match record.event:
            case events.ProblemsListed(problems=problems):
                for title in problems:
                    number = self.state.problems.next_key
                    self.tell(events.ProblemFound(**self.frame(), problem=number, title=title))
            case events.ProgressConsulted():
                for number in self.state.settled_by(record):
                    self.tell(events.ProblemSettled(**self.frame(), problem=number))
            case events.ResultsShared() as results:
                self.tell(
                    events.Completed(
                        **self.frame(),
                        form=results.form,
                        title=results.title,
                        shared_with=results.shared_with,
                        paper=results.paper,
                    )
                )
            case _:
                pass
