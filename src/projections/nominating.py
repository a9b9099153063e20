"""What bodies are to nominate (`domain.nominating`): whether each did, and what waits, are alike."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any, NamedTuple

from domain.model import Event, Recorded
from projections.inbox_items import done, wait
from projections.model import Handler, Table
from projections.queries.filters import STAGE
from projections.queries.listing import Filter, Listing
from projections.rows import Rows


class Invitation(NamedTuple):
    """A body asked to nominate: invited → nominated, or waived. ``late``: after the day for it."""

    scope: str
    party: str
    organiser: str
    stage: str
    nominate_by: datetime.date
    answered: datetime.date | None
    late: bool
    reason: str | None


def invitations(name: str, visibility: str) -> Table[Invitation]:
    """The table of who was asked by a family's matters: a row for each body."""
    return Table(
        name,
        Invitation,
        key=("party",),
        classes=(visibility,),
        indexes=(("jurisdiction", "nominate_by", "stream", "party"),),
    )


def listing(name: str, table: Table[Invitation], *, zh: str, en: str) -> Listing:
    """The list of who was asked, and who answered late or not yet."""
    return Listing(
        name,
        table,
        zh=zh,
        en=en,
        order=("nominate_by",),
        filters={
            "party": Filter("t.party = {value}", zh="单位", en="body"),
            "stage": STAGE,
            "late": Filter("t.late = {value}", bool, zh="逾期", en="late"),
        },
    )


def invited(rows: Rows, event: Recorded[Any], *, table: Table[Invitation]) -> None:
    """A body is to nominate by a day."""
    e = event.event
    row = Invitation(
        scope=e.concerns.visibility,
        party=e.party,
        organiser=e.organiser,
        stage="invited",
        nominate_by=e.nominate_by,
        answered=None,
        late=False,
        reason=None,
    )
    rows.put(table, row)


def waived(rows: Rows, event: Recorded[Any], *, table: Table[Invitation]) -> None:
    """It has none to propose."""
    _answered(rows, event, table, stage="waived", reason=event.event.reason)


def nominated(rows: Rows, event: Recorded[Any], *, table: Table[Invitation]) -> None:
    """It nominated; a further nomination changes nothing of when it did."""
    if _of(rows, table, event).stage != "nominated":
        _answered(rows, event, table, stage="nominated", reason=None)


def _of(rows: Rows, table: Table[Invitation], event: Recorded[Any]) -> Invitation:
    row: Invitation | None = rows.get(table, event.event.party)
    if row is None:
        raise LookupError(f"{event.event.party} was never asked to nominate")
    return row


def _answered(
    rows: Rows, event: Recorded[Any], table: Table[Invitation], *, stage: str, reason: str | None
) -> None:
    row, day = _of(rows, table, event), event.event.occurred.date
    first = row.answered or day
    rows.put(
        table,
        row._replace(stage=stage, answered=first, late=first > row.nominate_by, reason=reason),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Nominating:
    """``item`` is how it waits to nominate, ``again`` anew; ``number`` names the field with its number."""

    item: str
    again: str
    number: str
    invited: type[Event]
    nominated: type[Event]
    waived: type[Event]
    returned: type[Event]
    revised: type[Event]
    judged: tuple[type[Event], ...]

    def inbox(self) -> Mapping[type[Event], Handler]:
        """What waits: to nominate, to judge what was nominated, to nominate anew."""
        return {
            self.invited: partial(_to_nominate, of=self),
            self.nominated: partial(_to_judge, of=self),
            self.waived: partial(_waits_no_longer, of=self),
            self.returned: partial(_to_nominate_anew, of=self),
            self.revised: partial(_to_judge, of=self),
            **dict.fromkeys(self.judged, partial(_judged, of=self)),
        }

    def key(self, kind: str, event: Recorded[Any]) -> str:
        """``kind:n``."""
        return f"{kind}:{getattr(event.event, self.number)}"


def _to_nominate(rows: Rows, event: Recorded[Any], *, of: Nominating) -> None:
    e = event.event
    wait(rows, event, f"{of.item}:{e.party}", e.party, from_party=e.organiser, due=e.nominate_by)


def _waits_no_longer(rows: Rows, event: Recorded[Any], *, of: Nominating) -> None:
    done(rows, f"{of.item}:{event.event.party}")


def _to_judge(rows: Rows, event: Recorded[Any], *, of: Nominating) -> None:
    e = event.event
    done(rows, f"{of.item}:{e.party}", of.key(of.again, event))
    wait(rows, event, of.key("review_nomination", event), e.organiser, from_party=e.party)


def _to_nominate_anew(rows: Rows, event: Recorded[Any], *, of: Nominating) -> None:
    e = event.event
    done(rows, of.key("review_nomination", event))
    wait(rows, event, of.key(of.again, event), e.party, from_party=e.organiser, title=e.reason)


def _judged(rows: Rows, event: Recorded[Any], *, of: Nominating) -> None:
    done(rows, of.key("review_nomination", event))
