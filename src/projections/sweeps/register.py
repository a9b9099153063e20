"""Sweeps (集中排查、联合排查): who was asked, what was handed in, what became of it, what it came to.

A party reads its own matters; repeats are case supervision's to read; outcomes and results are for
discipline bodies.
"""

import datetime
from dataclasses import asdict
from typing import Any, Final, NamedTuple

from domain.model import Event, Recorded
from domain.sweeps import events
from projections.model import Handler, ReadModel, Table
from projections.rows import Rows

Repeat = events.RepeatSuspected | events.RepeatConfirmed | events.RepeatDismissed


class Sweep(NamedTuple):
    """A sweep: convened → concluded, or annulled."""

    scope: str
    stage: str
    kind: str
    title: str
    convener: str
    parties: tuple[str, ...]
    begins: datetime.date
    ends: datetime.date
    due: datetime.date
    convened: datetime.date
    concluded: datetime.date | None
    reason: str | None


class SweepParty(NamedTuple):
    """How far a party is: handed_in → returned → handed_in, with so many matters, how often returned."""

    scope: str
    party: str
    stage: str
    matters: int
    handed_in: datetime.date | None
    returned: int
    reason: str | None


class SweepMatter(NamedTuple):
    """A matter as it was handed in; ``content``, names and posts are commitments."""

    scope: str
    matter: int
    party: str
    title: str
    lead: str | None
    persons: list[dict[str, Any]]
    content: str | None
    handed_in: datetime.date
    annulled: bool


class SweepOutcome(NamedTuple):
    """What became of a matter: registered as a lead, a repeat, dropped; annulled where it was."""

    scope: str
    case_tag: str | None
    matter: int
    party: str
    outcome: str
    lead: str | None
    reason: str | None
    settled: datetime.date


class SweepRepeat(NamedTuple):
    """A suspected repeat, for case supervision: how many name the same persons, then what it repeats."""

    scope: str
    matter: int
    stage: str
    leads: int
    matters: int
    lead: str | None
    earlier: int | None
    reason: str | None


class SweepResult(NamedTuple):
    """Coverage and hits of a concluded sweep, or one annulled since; ``summary`` is a commitment."""

    scope: str
    stage: str
    kind: str
    convener: str
    summary: str
    concluded: datetime.date
    asked: int
    handed_in: int
    nothing: int
    excused: int
    matters: int
    registered: int
    leads: int
    repeats: int
    dropped: int


SWEEPS: Final = Table(
    "sweeps", Sweep, classes=("sweep",), indexes=(("jurisdiction", "convened", "stream"),)
)
SWEEP_PARTIES: Final = Table("sweep_parties", SweepParty, key=("party",), classes=("sweep_matter",))
SWEEP_MATTERS: Final = Table(
    "sweep_matters", SweepMatter, key=("matter",), classes=("sweep_matter",)
)
SWEEP_OUTCOMES: Final = Table(
    "sweep_outcomes", SweepOutcome, key=("matter",), classes=("sweep_outcome",)
)
SWEEP_REPEATS: Final = Table(
    "sweep_repeats", SweepRepeat, key=("matter",), classes=("sweep_repeat",)
)
SWEEP_RESULTS: Final = Table("sweep_results", SweepResult, classes=("sweep_result",))


def convened(rows: Rows, event: Recorded[events.Convened]) -> None:
    """A sweep was called."""
    e = event.event
    row = Sweep(
        scope=e.concerns.visibility,
        stage="convened",
        kind=e.kind,
        title=e.title,
        convener=e.convener,
        parties=e.parties,
        begins=e.begins,
        ends=e.ends,
        due=e.due,
        convened=e.occurred.date,
        concluded=None,
        reason=None,
    )
    rows.put(SWEEPS, row)


def changed(rows: Rows, event: Recorded[Event]) -> None:
    """Fold one event into the sweep. One never announced is a fault: `LookupError`."""
    row, e = rows.get(SWEEPS), event.event
    if row is None:
        raise LookupError("the sweep was never announced")
    match e:
        case events.Concluded():
            row = row._replace(stage="concluded", concluded=e.occurred.date)
        case events.Corrected():
            row = row._replace(title=e.title or row.title, due=e.due or row.due)
        case events.Annulled():
            row = row._replace(stage="annulled", reason=e.reason)
            result = rows.get(SWEEP_RESULTS)
            if result is not None:
                rows.put(SWEEP_RESULTS, result._replace(stage="annulled"))
        case _:
            raise TypeError(f"no event of a sweep: {type(e).__name__}")
    rows.put(SWEEPS, row)


def concluded(rows: Rows, event: Recorded[events.Concluded]) -> None:
    """What it came to, for those who may know; the rest learns that it ended."""
    e = event.event
    row = SweepResult(
        scope=e.concerns.visibility,
        stage="concluded",
        kind=e.kind,
        convener=e.convener,
        summary=e.summary,
        concluded=e.occurred.date,
        **asdict(e.result),
    )
    rows.put(SWEEP_RESULTS, row)
    changed(rows, event)


def party_moved(rows: Rows, event: Recorded[events.HandedIn | events.HandInReturned]) -> None:
    """A party handed in all there is, or is to look again."""
    e = event.event
    row = rows.get(SWEEP_PARTIES, e.party)
    if row is None:
        row = SweepParty(e.concerns.visibility, e.party, "handed_in", 0, None, 0, None)
    match e:
        case events.HandedIn():
            row = row._replace(stage="handed_in", matters=e.matters, handed_in=e.occurred.date)
        case events.HandInReturned():
            row = row._replace(stage="returned", returned=row.returned + 1, reason=e.reason)
    rows.put(SWEEP_PARTIES, row)


def handed_in(rows: Rows, event: Recorded[events.MatterHandedIn]) -> None:
    """A matter was handed in."""
    e = event.event
    persons = [
        {"person": each.person, "name": each.name, "post": each.post, **asdict(each.standing)}
        for each in e.handed_in.persons
    ]
    row = SweepMatter(
        scope=e.concerns.visibility,
        matter=e.matter,
        party=e.party,
        title=e.handed_in.title,
        lead=e.handed_in.lead,
        persons=persons,
        content=e.handed_in.content,
        handed_in=e.occurred.date,
        annulled=False,
    )
    rows.put(SWEEP_MATTERS, row)


def settled(rows: Rows, event: Recorded[events.MatterSettled]) -> None:
    """It is known what became of a matter."""
    e = event.event
    row = SweepOutcome(
        e.concerns.visibility,
        event.case,
        e.matter,
        e.party,
        e.outcome,
        e.lead,
        e.reason,
        e.occurred.date,
    )
    rows.put(SWEEP_OUTCOMES, row)


def annulled(rows: Rows, event: Recorded[events.MatterAnnulled]) -> None:
    """A matter does not count."""
    e = event.event
    row = rows.get(SWEEP_MATTERS, e.matter)
    if row is None:
        raise LookupError(f"matter {e.matter} was never added")
    rows.put(SWEEP_MATTERS, row._replace(annulled=True))
    rows.end(SWEEP_OUTCOMES, e.matter)
    rows.end(SWEEP_REPEATS, e.matter)


def repeat(rows: Rows, event: Recorded[Repeat]) -> None:
    """Suspected, then confirmed or dismissed."""
    e = event.event
    if isinstance(e, events.RepeatSuspected):
        row = SweepRepeat(
            e.concerns.visibility, e.matter, "suspected", e.leads, e.matters, None, None, None
        )
        rows.put(SWEEP_REPEATS, row)
        return
    known = rows.get(SWEEP_REPEATS, e.matter)
    if known is None:
        raise LookupError(f"matter {e.matter} was never a suspected repeat")
    match e:
        case events.RepeatConfirmed():
            known = known._replace(stage="confirmed", lead=e.lead, earlier=e.earlier)
        case events.RepeatDismissed():
            known = known._replace(stage="dismissed", reason=e.reason)
    rows.put(SWEEP_REPEATS, known)


_HANDLERS: Final[dict[type[Event], Handler]] = {
    events.Convened: convened,
    events.Concluded: concluded,
    events.Corrected: changed,
    events.Annulled: changed,
    events.HandedIn: party_moved,
    events.HandInReturned: party_moved,
    events.MatterHandedIn: handed_in,
    events.MatterSettled: settled,
    events.MatterAnnulled: annulled,
    events.RepeatSuspected: repeat,
    events.RepeatConfirmed: repeat,
    events.RepeatDismissed: repeat,
}

MODEL: Final = ReadModel(
    name="sweeps",
    version=2,
    tables=(
        SWEEPS,
        SWEEP_PARTIES,
        SWEEP_MATTERS,
        SWEEP_OUTCOMES,
        SWEEP_REPEATS,
        SWEEP_RESULTS,
    ),
    handlers=_HANDLERS,
)
