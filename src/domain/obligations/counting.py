"""What counts in a period of a cadence wherever it happened: a list begun, a talk held, a plan drawn up.

An event counts for the period that it names itself (``counts_in``), be it early or late. Without such a
field it counts for the one before as long as that is still owed, then for the one in which it happened.
What happens before the clock opened the period opens it (ADR 0008).
"""

import datetime
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from domain.errors import InvalidField
from domain.jurisdiction import Jurisdiction
from domain.model import Event, Occurred
from domain.obligations.arising import Cause
from domain.obligations.events import Arisen
from domain.obligations.periodic import Opening, is_asked, opened
from domain.periods import Cadence, CadencePeriod
from domain.scheme import Rule


def shares_of(cause: Cause) -> Iterator[tuple[Opening, ...]]:
    """For each rule that counts an event: the shares for which it may, the first that is owed first."""
    scheme = cause.jurisdiction.scheme
    for rule in () if scheme is None else scheme.counting.get(cause.name, ()):
        party = getattr(cause.event, str(rule.counts_for), None)
        if party in cause.jurisdiction.parties and rule.every is not None:
            periods = _periods(rule, rule.every, cause.event)
            shares = (_share(rule, period, party, cause.jurisdiction) for period in periods)
            found = tuple(share for share in shares if is_asked(share, cause.jurisdiction))
            if found:
                yield found


def ahead_of_the_clock(share: Opening, cause: Cause) -> Arisen | None:
    """What is owed for a period that the clock has not opened, as the event finds it; None if nothing is."""
    found = opened(share, cause.jurisdiction)
    if found is None:
        return None
    day = min(found.occurred.date, cause.event.occurred.date)
    return replace(found, occurred=Occurred(date=day), cause=cause.name)


def _share(rule: Rule, period: CadencePeriod, party: Any, jurisdiction: Jurisdiction) -> Opening:
    return Opening(jurisdiction=jurisdiction.code, rule=rule, period=period, party=party)


def _periods(rule: Rule, every: Cadence, event: Event) -> tuple[CadencePeriod, ...]:
    if rule.counts_in is not None:
        return _named(getattr(event, rule.counts_in, None), every)
    period = CadencePeriod.containing(every, event.occurred.date)
    return period.previous(), period


def _named(value: object, every: Cadence) -> tuple[CadencePeriod, ...]:
    """The period that a field names: by a day in it, or by its code (``2026`` and ``2026-H1``)."""
    if isinstance(value, datetime.date):
        return (CadencePeriod.containing(every, value),)
    try:
        period = CadencePeriod.parse(str(value))
    except InvalidField:
        return ()
    return (period,) if period.cadence is every else ()
