"""Trees of responsibility (主体责任层级清单): whose list is there, and how many are missing below whom."""

import datetime
from typing import Final, NamedTuple

from domain.model import Event, Recorded
from domain.responsibility_trees import events
from projections.model import Handler, ReadModel, Table
from projections.rows import Rows


class ResponsibilityTree(NamedTuple):
    """A tree: open → annulled; of its ``organisations`` so many lists are ``missing``."""

    scope: str
    stage: str
    party_group: str
    stationed_group: str
    year: int
    opened: datetime.date
    due: datetime.date
    organisations: int
    missing: int
    reason: str | None


class ResponsibilityList(NamedTuple):
    """An organisation and its list: missing → handed_in → returned → handed_in, or removed, or annulled.

    ``missing_below`` counts the lists that are missing in all levels below it.
    """

    scope: str
    organisation: int
    title: str
    above: int | None
    level: int
    stage: str
    party_group: str
    stationed_group: str
    due: datetime.date
    items: tuple[str, ...]
    paper: str | None
    handed_in: datetime.date | None
    returned: int
    missing_below: int
    reason: str | None


RESPONSIBILITY_TREES: Final = Table(
    "responsibility_trees",
    ResponsibilityTree,
    classes=("responsibility_tree",),
    indexes=(("jurisdiction", "year", "party_group", "stream"),),
)
RESPONSIBILITY_LISTS: Final = Table(
    "responsibility_lists",
    ResponsibilityList,
    key=("organisation",),
    classes=("responsibility_tree",),
    indexes=(("jurisdiction", "party_group", "level", "stream", "organisation"),),
)
LACKING: Final = ("missing", "returned")


def opened(rows: Rows, event: Recorded[events.Opened]) -> None:
    """The lists of a year were begun."""
    e = event.event
    row = ResponsibilityTree(
        scope=e.concerns.visibility,
        stage="open",
        party_group=e.party_group,
        stationed_group=e.group,
        year=e.year,
        opened=e.occurred.date,
        due=e.due,
        organisations=0,
        missing=0,
        reason=None,
    )
    rows.put(RESPONSIBILITY_TREES, row)


def added(rows: Rows, event: Recorded[events.OrganisationAdded]) -> None:
    """One more organisation is to hand in its list."""
    e = event.event
    row = ResponsibilityList(
        scope=e.concerns.visibility,
        organisation=e.organisation,
        title=e.title,
        above=e.above,
        level=e.level,
        stage="missing",
        party_group=e.party_group,
        stationed_group=e.group,
        due=e.due,
        items=(),
        paper=None,
        handed_in=None,
        returned=0,
        missing_below=0,
        reason=None,
    )
    rows.put(RESPONSIBILITY_LISTS, row)
    _count(rows)


def changed(
    rows: Rows,
    event: Recorded[
        events.OrganisationRemoved | events.ListHandedIn | events.ListReturned | events.Corrected
    ],
) -> None:
    """A list came in or went back; an organisation is corrected, or is no more."""
    e = event.event
    row = rows.get(RESPONSIBILITY_LISTS, e.organisation)
    if row is None:
        raise LookupError(f"organisation {e.organisation} was never an organisation of the tree")
    match e:
        case events.OrganisationRemoved():
            row = row._replace(stage="removed", reason=e.reason)
        case events.ListHandedIn():
            row = row._replace(stage="handed_in", items=tuple(e.items), paper=e.paper)
            row = row._replace(handed_in=e.occurred.date, reason=None)
        case events.ListReturned():
            row = row._replace(stage="returned", returned=row.returned + 1, reason=e.reason)
        case events.Corrected():
            row = row._replace(title=e.title or row.title, due=e.due or row.due)
            row = row._replace(items=e.items or row.items)
    rows.put(RESPONSIBILITY_LISTS, row)
    _count(rows)


def annulled(rows: Rows, event: Recorded[events.Annulled]) -> None:
    """Nothing of it counts."""
    for row in rows.all(RESPONSIBILITY_LISTS):
        rows.put(RESPONSIBILITY_LISTS, row._replace(stage="annulled"))
    _count(rows)
    tree = _tree(rows)
    rows.put(RESPONSIBILITY_TREES, tree._replace(stage="annulled", reason=event.event.reason))


def _tree(rows: Rows) -> ResponsibilityTree:
    row = rows.get(RESPONSIBILITY_TREES)
    if row is None:
        raise LookupError("the tree was never opened")
    return row


def _count(rows: Rows) -> None:
    """Count anew what is missing in the tree, and below each of its organisations."""
    lists = {row.organisation: row for row in rows.all(RESPONSIBILITY_LISTS)}
    lacking = [row for row in lists.values() if row.stage in LACKING]
    below = dict.fromkeys(lists, 0)
    for row in lacking:
        above, seen = row.above, {row.organisation}
        while above in lists and above not in seen:
            below[above] += 1
            seen.add(above)
            above = lists[above].above
    for organisation, row in lists.items():
        rows.put(RESPONSIBILITY_LISTS, row._replace(missing_below=below[organisation]))
    standing = [row for row in lists.values() if row.stage not in ("removed", "annulled")]
    counted = _tree(rows)._replace(organisations=len(standing), missing=len(lacking))
    rows.put(RESPONSIBILITY_TREES, counted)


_HANDLERS: Final[dict[type[Event], Handler]] = {
    events.Opened: opened,
    events.OrganisationAdded: added,
    events.OrganisationRemoved: changed,
    events.ListHandedIn: changed,
    events.ListReturned: changed,
    events.Corrected: changed,
    events.Annulled: annulled,
}

MODEL: Final = ReadModel(
    name="responsibility_trees",
    version=3,
    tables=(RESPONSIBILITY_TREES, RESPONSIBILITY_LISTS),
    handlers=_HANDLERS,
)
