"""Responsibility chains (强责链条): how far each level is with each step, and where a chain is broken."""

import datetime
from typing import Final, NamedTuple

from domain.model import Event, Recorded
from domain.obligations import events as obligations
from domain.responsibility_chains import events
from projections.model import Handler, ReadModel, Table
from projections.rows import Rows


class ResponsibilityChain(NamedTuple):
    """A chain: open → completed, or annulled; step ``number`` is under way, ``broken`` counts its links.

    It is open again while a step of it is sent back. ``unit`` is the unit, where it is a party.
    """

    scope: str
    stage: str
    party_group: str
    unit: str | None
    stationed_group: str
    risk: str
    opened: datetime.date
    steps: int
    number: int
    exceptions: int
    broken: int
    completed: datetime.date | None
    reason: str | None


class ResponsibilityLink(NamedTuple):
    """A level's part in a step: asked → taken → returned → taken, or excepted, or annulled; ``text`` sealed.

    ``answers`` is who answers for it at the level. It is ``broken`` while it is returned or overdue, and
    for ever where it was excepted; ``undermined`` while it is taken, and a step before it is sent back.
    """

    scope: str
    link: str
    number: int
    step: str
    level: str
    stage: str
    party_group: str
    stationed_group: str
    due: datetime.date
    taken: datetime.date | None
    answers: str | None
    text: str | None
    evidence: str | None
    returned: int
    obligation: str | None
    overdue: bool
    broken: bool
    undermined: bool
    reason: str | None


RESPONSIBILITY_CHAINS: Final = Table(
    "responsibility_chains",
    ResponsibilityChain,
    classes=("responsibility_chain",),
    indexes=(("jurisdiction", "opened", "party_group", "stream"),),
)
RESPONSIBILITY_LINKS: Final = Table(
    "responsibility_links",
    ResponsibilityLink,
    key=("link",),
    classes=("responsibility_chain",),
    indexes=(("jurisdiction", "party_group", "number", "stream", "link"),),
)


def opened(rows: Rows, event: Recorded[events.Opened]) -> None:
    """A chain was begun."""
    e = event.event
    row = ResponsibilityChain(
        scope=e.concerns.visibility,
        stage="open",
        party_group=e.party_group,
        unit=e.unit,
        stationed_group=e.group,
        risk=e.risk,
        opened=e.occurred.date,
        steps=len(e.steps),
        number=0,
        exceptions=0,
        broken=0,
        completed=None,
        reason=None,
    )
    rows.put(RESPONSIBILITY_CHAINS, row)


def asked(rows: Rows, event: Recorded[events.StepAsked]) -> None:
    """A level owes a step."""
    e = event.event
    row = ResponsibilityLink(
        scope=e.concerns.visibility,
        link=e.link,
        number=e.number,
        step=e.step,
        level=e.level,
        stage="asked",
        party_group=e.party_group,
        stationed_group=e.group,
        due=e.due,
        taken=None,
        answers=None,
        text=None,
        evidence=None,
        returned=0,
        obligation=None,
        overdue=False,
        broken=False,
        undermined=False,
        reason=None,
    )
    rows.put(RESPONSIBILITY_LINKS, row)
    rows.put(RESPONSIBILITY_CHAINS, _chain(rows)._replace(number=e.number))


def changed(
    rows: Rows,
    event: Recorded[
        events.StepTaken | events.StepReturned | events.StepExcepted | events.StepCorrected
    ],
) -> None:
    """A level took the step, or was sent back, or is excepted; or what it told is corrected."""
    e = event.event
    row = rows.get(RESPONSIBILITY_LINKS, e.link)
    if row is None:
        raise LookupError(f"step {e.link} was never asked")
    match e:
        case events.StepTaken():
            row = row._replace(stage="taken", taken=e.occurred.date, answers=e.answers, text=e.text)
            row = row._replace(evidence=e.evidence, overdue=False, broken=False, reason=None)
        case events.StepReturned():
            row = row._replace(stage="returned", returned=row.returned + 1, reason=e.reason)
            row = row._replace(broken=True)
            rows.put(RESPONSIBILITY_CHAINS, _chain(rows)._replace(stage="open", completed=None))
        case events.StepExcepted():
            row = row._replace(stage="excepted", overdue=False, broken=True, reason=e.reason)
        case events.StepCorrected():
            row = row._replace(answers=e.answers or row.answers, text=e.text or row.text)
            row = row._replace(evidence=e.evidence or row.evidence)
    rows.put(RESPONSIBILITY_LINKS, row)
    _count(rows)


def arisen(rows: Rows, event: Recorded[obligations.Arisen]) -> None:
    """By which obligation a link is known when it falls overdue."""
    e = event.event
    link = next((match.value for match in e.match if match.field == "link"), None)
    row = None if link is None else rows.get(RESPONSIBILITY_LINKS, link)
    if row is not None:
        rows.put(RESPONSIBILITY_LINKS, row._replace(obligation=e.obligation))


def overdue(rows: Rows, event: Recorded[obligations.Overdue]) -> None:
    """A link is broken: its day has passed."""
    for row in rows.all(RESPONSIBILITY_LINKS):
        if row.obligation == event.event.obligation:
            rows.put(RESPONSIBILITY_LINKS, row._replace(overdue=True, broken=True))
            _count(rows)


def chain_changed(
    rows: Rows, event: Recorded[events.Completed | events.Corrected | events.Annulled]
) -> None:
    """The last step was taken; the risk is called otherwise; nothing of it counts."""
    e = event.event
    row = _chain(rows)
    match e:
        case events.Completed():
            row = row._replace(stage="completed", completed=e.occurred.date)
        case events.Corrected():
            row = row._replace(risk=e.risk)
        case events.Annulled():
            for link in rows.all(RESPONSIBILITY_LINKS):
                gone = link._replace(
                    stage="annulled", overdue=False, broken=False, undermined=False
                )
                rows.put(RESPONSIBILITY_LINKS, gone)
            row = row._replace(stage="annulled", broken=0, reason=e.reason)
    rows.put(RESPONSIBILITY_CHAINS, row)


def _chain(rows: Rows) -> ResponsibilityChain:
    row = rows.get(RESPONSIBILITY_CHAINS)
    if row is None:
        raise LookupError("the chain was never opened")
    return row


def _count(rows: Rows) -> None:
    """Count the broken links anew, and say which were taken after one that is sent back."""
    links = rows.all(RESPONSIBILITY_LINKS)
    first = min((link.number for link in links if link.stage == "returned"), default=None)
    for link in links:
        undermined = first is not None and link.stage == "taken" and link.number > first
        if undermined != link.undermined:
            rows.put(RESPONSIBILITY_LINKS, link._replace(undermined=undermined))
    excepted = sum(link.stage == "excepted" for link in links)
    broken = sum(link.broken for link in links)
    rows.put(RESPONSIBILITY_CHAINS, _chain(rows)._replace(exceptions=excepted, broken=broken))


_HANDLERS: Final[dict[type[Event], Handler]] = {
    events.Opened: opened,
    events.StepAsked: asked,
    events.StepTaken: changed,
    events.StepReturned: changed,
    events.StepExcepted: changed,
    events.StepCorrected: changed,
    obligations.Arisen: arisen,
    obligations.Overdue: overdue,
    events.Completed: chain_changed,
    events.Corrected: chain_changed,
    events.Annulled: chain_changed,
}

MODEL: Final = ReadModel(
    name="responsibility_chains",
    version=3,
    tables=(RESPONSIBILITY_CHAINS, RESPONSIBILITY_LINKS),
    handlers=_HANDLERS,
)
