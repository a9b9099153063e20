"""The dossiers of host units (资料库): what is known of each unit by section, and how fresh it is."""

import datetime
from typing import Any, Final, NamedTuple

from domain.dossiers import events
from domain.model import Event, Recorded
from domain.oversight import KeyPerson
from projections.model import Handler, ReadModel, Table
from projections.rows import Rows


class Dossier(NamedTuple):
    """A dossier: open → annulled."""

    scope: str
    stage: str
    unit: str
    stationed_group: str
    opened: datetime.date
    reason: str | None


class DossierSection(NamedTuple):
    """A section and its freshness: ``facts`` stand in it, gone through last on ``refreshed``.

    stage: open → returned → open, or annulled; ``returned`` counts how often.
    """

    scope: str
    unit: str
    stationed_group: str
    section: str
    stage: str
    opened: datetime.date
    refreshed: datetime.date | None
    facts: int
    remark: str | None
    returned: int
    reason: str | None


class DossierFact(NamedTuple):
    """A fact as it was ``since`` a day ``until`` another (null: still); ``revision`` counts from 0.

    stage: current → revised | withdrawn | annulled. ``text`` is a commitment, as are name and post.
    """

    scope: str
    unit: str
    fact: int
    revision: int
    section: str
    stage: str
    text: str
    person: str | None
    pseudonym: str | None
    name: str | None
    post: str | None
    first_hand: bool
    source: str
    paper: str | None
    since: datetime.date
    until: datetime.date | None
    recorded_on: datetime.date
    reason: str | None


class DossierRound(NamedTuple):
    """Once that the dossier was gone through whole, by the group that kept it then: counted → annulled."""

    scope: str
    number: int
    stage: str
    unit: str
    stationed_group: str
    gone_through: datetime.date


DOSSIERS: Final = Table(
    "dossiers", Dossier, classes=("dossier",), indexes=(("jurisdiction", "unit", "stream"),)
)
DOSSIER_SECTIONS: Final = Table(
    "dossier_sections",
    DossierSection,
    key=("section",),
    classes=("dossier",),
    indexes=(("jurisdiction", "unit", "stream"),),
)
DOSSIER_FACTS: Final = Table(
    "dossier_facts",
    DossierFact,
    key=("fact", "revision"),
    classes=("dossier",),
    indexes=(("jurisdiction", "unit", "stream"), ("jurisdiction", "person")),
)
DOSSIER_ROUNDS: Final = Table(
    "dossier_rounds",
    DossierRound,
    key=("number",),
    classes=("dossier",),
    indexes=(("jurisdiction", "unit", "gone_through"),),
)


def opened(rows: Rows, event: Recorded[events.Opened]) -> None:
    """A dossier was opened."""
    e = event.event
    row = Dossier(e.concerns.visibility, "open", e.unit, e.group, e.occurred.date, None)
    rows.put(DOSSIERS, row)


def section_opened(rows: Rows, event: Recorded[events.SectionOpened]) -> None:
    """A section is there, and empty; one that was there before is another group's now."""
    e = event.event
    before = rows.get(DOSSIER_SECTIONS, e.section)
    if before is not None:
        now = before._replace(stage="open", stationed_group=e.group, reason=None)
        rows.put(DOSSIER_SECTIONS, now)
        return
    row = DossierSection(
        scope=e.concerns.visibility,
        unit=e.unit,
        stationed_group=e.group,
        section=e.section,
        stage="open",
        opened=e.occurred.date,
        refreshed=None,
        facts=0,
        remark=None,
        returned=0,
        reason=None,
    )
    rows.put(DOSSIER_SECTIONS, row)


def section_refreshed(rows: Rows, event: Recorded[events.SectionRefreshed]) -> None:
    """A section was gone through."""
    e = event.event
    row = rows.get(DOSSIER_SECTIONS, e.section)
    if row is None:
        raise LookupError(f"section {e.section} was never a section of the dossier")
    row = row._replace(stage="open", refreshed=e.occurred.date, remark=e.remark, reason=None)
    rows.put(DOSSIER_SECTIONS, row)


def section_returned(rows: Rows, event: Recorded[events.SectionReturned]) -> None:
    """A section was sent back."""
    e = event.event
    row = rows.get(DOSSIER_SECTIONS, e.section)
    if row is None:
        raise LookupError(f"section {e.section} was never a section of the dossier")
    row = row._replace(stage="returned", returned=row.returned + 1, reason=e.reason)
    rows.put(DOSSIER_SECTIONS, row)


def gone_through(rows: Rows, event: Recorded[events.GoneThrough]) -> None:
    """Every section was."""
    e = event.event
    row = DossierRound(
        scope=e.concerns.visibility,
        number=len(rows.all(DOSSIER_ROUNDS)) + 1,
        stage="counted",
        unit=e.unit,
        stationed_group=e.group,
        gone_through=e.occurred.date,
    )
    rows.put(DOSSIER_ROUNDS, row)


def fact_stated(rows: Rows, event: Recorded[events.FactRecorded | events.FactRevised]) -> None:
    """A fact as it is from a day on; the one before it keeps its row and gets its last day."""
    e = event.event
    before = _current(rows, e.fact)
    if before is not None:
        rows.put(DOSSIER_FACTS, before._replace(stage="revised", until=e.stated_on))
    row = DossierFact(
        scope=e.concerns.visibility,
        unit=e.unit,
        fact=e.fact,
        revision=sum(row.fact == e.fact for row in rows.all(DOSSIER_FACTS)),
        section=e.section,
        stage="current",
        text=e.text,
        **_person(e.person),
        source=e.source,
        paper=e.paper,
        since=e.stated_on,
        until=None,
        recorded_on=e.occurred.date,
        reason=None,
    )
    rows.put(DOSSIER_FACTS, row)
    _count(rows, e.section)


def fact_changed(
    rows: Rows, event: Recorded[events.FactWithdrawn | events.FactAnnulled | events.Corrected]
) -> None:
    """A fact ends, never was one, or was recorded wrongly."""
    e = event.event
    row = _current(rows, e.fact)
    if row is None:
        raise LookupError(f"fact {e.fact} was never a fact that stands")
    match e:
        case events.FactWithdrawn():
            row = row._replace(stage="withdrawn", until=e.stated_on, reason=e.reason)
        case events.FactAnnulled():
            row = row._replace(stage="annulled", reason=e.reason)
        case events.Corrected():
            row = _corrected(row, e)
    rows.put(DOSSIER_FACTS, row)
    _count(rows, row.section)


def handed_over(rows: Rows, event: Recorded[events.HandedOver]) -> None:
    """Another group keeps it."""
    row = rows.get(DOSSIERS)
    if row is None:
        raise LookupError("the dossier was never opened")
    rows.put(DOSSIERS, row._replace(stationed_group=event.event.group))


def annulled(rows: Rows, event: Recorded[events.Annulled]) -> None:
    """Nothing of it counts."""
    row = rows.get(DOSSIERS)
    if row is None:
        raise LookupError("the dossier was never opened")
    rows.put(DOSSIERS, row._replace(stage="annulled", reason=event.event.reason))
    for section in rows.all(DOSSIER_SECTIONS):
        rows.put(DOSSIER_SECTIONS, section._replace(stage="annulled", facts=0))
    for fact in rows.all(DOSSIER_FACTS):
        rows.put(DOSSIER_FACTS, fact._replace(stage="annulled"))
    for once in rows.all(DOSSIER_ROUNDS):
        rows.put(DOSSIER_ROUNDS, once._replace(stage="annulled"))


def _corrected(row: DossierFact, e: events.Corrected) -> DossierFact:
    if e.person is not None:
        row = row._replace(**_person(e.person))
    return row._replace(
        text=e.text or row.text, source=e.source or row.source, since=e.stated_on or row.since
    )


def _current(rows: Rows, serial: int) -> DossierFact | None:
    found = (row for row in rows.all(DOSSIER_FACTS) if row.fact == serial)
    return next((row for row in found if row.stage == "current"), None)


def _count(rows: Rows, section: str) -> None:
    row = rows.get(DOSSIER_SECTIONS, section)
    if row is not None:
        facts = rows.all(DOSSIER_FACTS)
        standing = sum(each.section == section and each.stage == "current" for each in facts)
        rows.put(DOSSIER_SECTIONS, row._replace(facts=standing))


def _person(person: KeyPerson | None) -> dict[str, Any]:
    if person is None:
        return {"person": None, "pseudonym": None, "name": None, "post": None, "first_hand": False}
    return {
        "person": person.person,
        "pseudonym": person.pseudonym,
        "name": person.name,
        "post": person.post,
        "first_hand": person.first_hand,
    }


_HANDLERS: Final[dict[type[Event], Handler]] = {
    events.Opened: opened,
    events.SectionOpened: section_opened,
    events.SectionRefreshed: section_refreshed,
    events.GoneThrough: gone_through,
    events.SectionReturned: section_returned,
    events.FactRecorded: fact_stated,
    events.FactRevised: fact_stated,
    events.FactWithdrawn: fact_changed,
    events.FactAnnulled: fact_changed,
    events.Corrected: fact_changed,
    events.HandedOver: handed_over,
    events.Annulled: annulled,
}

MODEL: Final = ReadModel(
    name="dossiers",
    version=3,
    tables=(DOSSIERS, DOSSIER_SECTIONS, DOSSIER_FACTS, DOSSIER_ROUNDS),
    handlers=_HANDLERS,
)
