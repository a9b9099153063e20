"""Who keeps out of what: recused (SL 67), named in it, its reporter (R 299); and what came from it.

Part of the ``access`` read model: where this fold fails, everything is denied.
"""

from collections.abc import Iterable
from typing import Any, Final, NamedTuple

from domain.cases import events as cases
from domain.complaints import events as complaints
from domain.consultations import events as consultations
from domain.joint_operations import events as joint_operations
from domain.leads import events as leads
from domain.model import Event, Recorded
from domain.quality_reviews import events as quality_reviews
from domain.reexaminations import events as reexaminations
from domain.sweeps import events as sweeps
from projections.model import Handler, Table
from projections.rows import Rows


class Bar(NamedTuple):
    """A person may not read this stream: recused (SL 67), named in it (R 299), or handled before (R 242)."""

    scope: str
    person: str
    ground: str


class Source(NamedTuple):
    """``other`` is where this came from: the lead of a lead or case, the matter that other work serves.

    Whoever keeps out of that one keeps out of this one too, for as long (SL 67, R 299).
    """

    scope: str
    other: str


class Tabled(NamedTuple):
    """A meeting (the stream) has a lead on its agenda: who keeps out of it is not told what was said."""

    scope: str
    lead: str


class Admitted(NamedTuple):
    """A meeting on leads (the stream) was held: what was said is for these persons and parties (R 299).

    ``admitted`` is a person who was there, or a party: one that named nobody, or one that it was released to.
    """

    scope: str
    admitted: str
    released: bool


BARS = Table("bars", Bar, key=("person", "ground"), indexes=(("jurisdiction", "person"),))
SOURCES = Table("sources", Source, key=("other",), indexes=(("jurisdiction", "other"),))
TABLED = Table("tabled", Tabled, key=("lead",), indexes=(("jurisdiction", "lead"),))
ADMITTED = Table("admitted", Admitted, key=("admitted",), indexes=(("jurisdiction", "stream"),))


def recusal_declared(
    rows: Rows, event: Recorded[leads.RecusalDeclared | cases.RecusalDeclared]
) -> None:
    """Until it is decided they keep out."""
    rows.put(BARS, Bar(event.event.concerns.visibility, event.event.person, "recusal"))


def recusal_decided(
    rows: Rows, event: Recorded[leads.RecusalDecided | cases.RecusalDecided]
) -> None:
    """Granted: they keep out for good. Refused: they may read again."""
    if not event.event.granted:
        rows.end(BARS, event.event.person, "recusal")


def _name(rows: Rows, event: Recorded[Any], named: Iterable[str | None]) -> None:
    for person in named:
        if person is not None:
            rows.put(BARS, Bar(event.event.concerns.visibility, person, "named"))


def subjects_named(rows: Rows, event: Recorded[leads.Received | complaints.Received]) -> None:
    """A reported person never reads the lead or the complaint (R 299).

    Nor after leaving for a lead of their own: this one's past names them still.
    """
    _name(rows, event, (subject.person for subject in event.event.subjects))


def matter_named(rows: Rows, event: Recorded[sweeps.MatterHandedIn]) -> None:
    """Whom a matter of a sweep names never reads of it (R 299)."""
    _name(rows, event, (subject.person for subject in event.event.handed_in.persons))


def came_from(rows: Rows, event: Recorded[leads.SplitOff | leads.Absorbed]) -> None:
    """Its persons came from another lead."""
    e = event.event
    _name(rows, event, (subject.person for subject in e.subjects))
    other = e.origin if isinstance(e, leads.SplitOff) else e.other
    rows.put(SOURCES, Source(e.concerns.visibility, other))


def case_opened(rows: Rows, event: Recorded[cases.Opened]) -> None:
    """Its persons read nothing of it, nor does whoever keeps out of a lead that it came from."""
    e = event.event
    _name(rows, event, (each.person for each in e.persons))
    for lead in e.leads:
        rows.put(SOURCES, Source(e.concerns.visibility, lead))


def serves(rows: Rows, event: Recorded[joint_operations.MatterAttached]) -> None:
    """A joint operation serves a matter: who keeps out of that keeps out of it."""
    e = event.event
    rows.put(SOURCES, Source(e.concerns.visibility, e.matter))


def examined_anew(rows: Rows, event: Recorded[reexaminations.Applied]) -> None:
    """The person, and whoever had to do with the case, never reads the file (R 242, R 299)."""
    e = event.event
    _name(rows, event, (e.person,))
    for person in e.kept_out:
        rows.put(BARS, Bar(e.concerns.visibility, person, "handled"))
    rows.put(SOURCES, Source(e.concerns.visibility, e.case))


def reviewed(rows: Rows, event: Recorded[quality_reviews.Opened]) -> None:
    """Who keeps out of a matter keeps out of the review of it."""
    rows.put(SOURCES, Source(event.event.concerns.visibility, event.event.subject))


def tabled(rows: Rows, event: Recorded[consultations.AgendaItemAdded]) -> None:
    """The meeting speaks of a lead."""
    lead = event.event.agenda_item.lead
    if lead is not None:
        rows.put(TABLED, Tabled(event.event.concerns.visibility, lead))


def attended(
    rows: Rows, event: Recorded[consultations.Held | consultations.AttendanceCorrected]
) -> None:
    """A meeting on leads was held, or it is put right who was there: they, and nobody else of their party."""
    e, before = event.event, rows.all(ADMITTED)
    if before or (isinstance(e, consultations.Held) and e.kind == "lead_assessment"):
        there = [who for each in e.present for who in (each.persons or (each.party,))]
        for row in before:
            if not row.released and row.admitted not in there:
                rows.end(ADMITTED, row.admitted)
        for who in there:
            rows.put(ADMITTED, Admitted(e.concerns.visibility, who, released=False))


def released(rows: Rows, event: Recorded[consultations.Released]) -> None:
    """What was said of leads is for one more party."""
    if rows.all(ADMITTED):
        row = Admitted(event.event.concerns.visibility, event.event.to, released=True)
        rows.put(ADMITTED, row)


def reporter_named(
    rows: Rows, event: Recorded[leads.ReporterRecorded | complaints.ReporterRecorded]
) -> None:
    """Who reported is told what the law says, and reads nothing."""
    _name(rows, event, (event.event.reporter.person,))


TABLES: Final = (BARS, SOURCES, TABLED, ADMITTED)

HANDLERS: Final[dict[type[Event], Handler]] = {
    leads.RecusalDeclared: recusal_declared,
    cases.RecusalDeclared: recusal_declared,
    leads.RecusalDecided: recusal_decided,
    cases.RecusalDecided: recusal_decided,
    cases.Opened: case_opened,
    reexaminations.Applied: examined_anew,
    leads.Received: subjects_named,
    sweeps.MatterHandedIn: matter_named,
    leads.SplitOff: came_from,
    leads.Absorbed: came_from,
    leads.ReporterRecorded: reporter_named,
    complaints.Received: subjects_named,
    complaints.ReporterRecorded: reporter_named,
    quality_reviews.Opened: reviewed,
    consultations.AgendaItemAdded: tabled,
    consultations.Held: attended,
    consultations.AttendanceCorrected: attended,
    consultations.Released: released,
    joint_operations.MatterAttached: serves,
}
