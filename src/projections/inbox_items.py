"""What waits for somebody: the rows of the inbox, and how they come and go."""

import datetime
from typing import Any, Final, NamedTuple

from domain.ids import family_of
from domain.model import Event, Recorded
from projections.model import Table
from projections.rows import Rows


class InboxItem(NamedTuple):
    """Something a party is to do, or one person of it (``role``, ``person``), since and by when."""

    scope: str
    case_tag: str | None
    item: str
    kind: str
    family: str
    party: str
    role: str | None
    person: str | None
    from_party: str | None
    title: str | None
    since: datetime.date
    due: datetime.date | None


INBOX: Final = Table(
    "inbox",
    InboxItem,
    key=("item",),
    indexes=(
        ("jurisdiction", "party", "since", "stream", "item"),
        ("jurisdiction", "person", "since", "stream", "item"),
    ),
)


OWED_STILL: Final = ("sign_original", "give_back_original", "overdue")
"""What does not end with its matter: paper that is out has to come back, what is overdue ends by itself."""


def wait(
    rows: Rows,
    event: Recorded[Any],
    item: str,
    party: str,
    *,
    role: str | None = None,
    person: str | None = None,
    from_party: str | None = None,
    title: str | None = None,
    due: datetime.date | None = None,
) -> None:
    """``item`` (``kind`` or ``kind:which``) waits for ``party`` from now on."""
    row = InboxItem(
        event.event.concerns.visibility,
        event.case,
        item,
        item.partition(":")[0],
        family_of(event.originator_id),
        party,
        role,
        person,
        from_party,
        title,
        event.event.occurred.date,
        due,
    )
    rows.put(INBOX, row)


def redate(rows: Rows, item: str, due: datetime.date | None) -> None:
    """What waits does so until another day, where there is one."""
    row = rows.get(INBOX, item)
    if row is not None and due is not None:
        rows.put(INBOX, row._replace(due=due))


def done(rows: Rows, *items: str) -> None:
    """These wait no longer."""
    for item in items:
        rows.end(INBOX, item)


def done_kinds(rows: Rows, *kinds: str) -> None:
    """Nothing of these kinds waits any longer."""
    for row in rows.all(INBOX):
        if row.kind in kinds:
            rows.end(INBOX, row.item)


def nothing_left(rows: Rows, _: Recorded[Event]) -> None:
    """Called off or annulled: it waits for nobody; but see `OWED_STILL`."""
    for row in rows.all(INBOX):
        if row.kind not in OWED_STILL:
            rows.end(INBOX, row.item)
