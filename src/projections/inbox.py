"""What waits for which party or person: to sign, to acknowledge, to answer, to confirm, to correct.

What is owed with a due date stands in ``obligations``; here stands the next step of each matter.
"""

from typing import Any, Final

from domain.model import Event, Recorded
from domain.obligations import events as obligations
from projections.families import PROJECTIONS
from projections.inbox_items import INBOX, done, wait
from projections.model import Handler, ReadModel
from projections.rows import Rows


def escalated(rows: Rows, event: Recorded[obligations.Escalated]) -> None:
    """A party learns that something is overdue, until it is no longer owed."""
    e = event.event
    item = f"overdue:{e.obligation}"
    wait(rows, event, item, e.to, from_party=e.owner, title=e.title_zh, due=e.due)


def no_longer_owed(rows: Rows, event: Recorded[Any]) -> None:
    """Nobody has to see to it any more."""
    done(rows, f"overdue:{event.event.obligation}")


_HANDLERS: dict[type[Event], Handler] = {
    **{kind: handler for each in PROJECTIONS for kind, handler in each.inbox.items()},
    obligations.Escalated: escalated,
    obligations.Fulfilled: no_longer_owed,
    obligations.Withdrawn: no_longer_owed,
    obligations.Superseded: no_longer_owed,
    obligations.ClosedAsMissed: no_longer_owed,
}

MODEL: Final = ReadModel(name="inbox", version=4, tables=(INBOX,), handlers=_HANDLERS)
