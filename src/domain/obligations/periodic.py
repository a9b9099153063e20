"""Cadences: what is owed every month, quarter, half-year or year, by each party of a kind."""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass, replace

from domain.ids import JurisdictionCode, PartyId, StreamId, derived_id, stream_id
from domain.jurisdiction import Jurisdiction
from domain.model import Occurred
from domain.obligations.arising import Terms, arisen, due_of, obligation_id, required
from domain.obligations.events import Arisen, Match
from domain.obligations.paths import Setting, parties_at
from domain.period_limits import PeriodLimit
from domain.periods import CadencePeriod, periods_between
from domain.scheme import Party, Rule


@dataclass(frozen=True, slots=True, kw_only=True)
class Opening:
    """One party's share of one period of a cadence, and the stream in which it is owed."""

    jurisdiction: JurisdictionCode
    rule: Rule
    period: CadencePeriod
    party: PartyId

    @property
    def stream(self) -> StreamId:
        """The stream: derived, so that every clock and every client finds the same."""
        rule = self.rule
        return stream_id(
            rule.opens or "obligation",
            derived_id(self.jurisdiction, rule.key, self.period.code, self.party),
        )


def openings(
    jurisdiction: Jurisdiction, *, after: datetime.date | None, until: datetime.date
) -> Iterator[Opening]:
    """Give every share of a period that begins after one day and not later than another.

    ``after=None`` gives all since the jurisdiction began, also the period running on that day.
    The clock asks from the last day it has seen to today.
    """
    scheme, begun = jurisdiction.scheme, jurisdiction.begun
    if scheme is None or begun is None:
        return
    for rule in scheme.periodic:
        if rule.every is None:
            continue
        for period in periods_between(rule.every, begun, until):
            first = first_day(period, jurisdiction)
            if (after is None or first > after) and first <= until and rule.in_force(first):
                for party in owing(rule, jurisdiction):
                    yield Opening(
                        jurisdiction=jurisdiction.code, rule=rule, period=period, party=party.code
                    )


def first_day(period: CadencePeriod, jurisdiction: Jurisdiction) -> datetime.date:
    """The day on which a share of a period arises: the first on which the jurisdiction was there."""
    return max(period.first_day, jurisdiction.begun or period.first_day)


def owing(rule: Rule, jurisdiction: Jurisdiction) -> tuple[Party, ...]:
    """The parties for which a share is owed: all of the kinds the rule names whose paths lead to somebody.

    So nothing is owed for a unit at which no group is stationed.
    """
    kinds = (party for party in jurisdiction.parties.values() if party.kind in rule.each)
    return tuple(party for party in kinds if all(_two(rule, party.code, jurisdiction)))


def _two(rule: Rule, party: PartyId, jurisdiction: Jurisdiction) -> tuple[PartyId | None, ...]:
    """Who owes a party's share, and to whom."""
    setting = Setting(jurisdiction=jurisdiction, acting=party, named={"each": party})
    paths = (rule.owner, rule.owed_to)
    return tuple(next(iter(parties_at(path, setting)), None) for path in paths)


def is_asked(opening: Opening, jurisdiction: Jurisdiction) -> bool:
    """Whether the scheme asks for this share: of that cadence, that party, and then in force."""
    rule, period, begun = opening.rule, opening.period, jurisdiction.begun
    return (
        rule.every is period.cadence
        and begun is not None
        and begun <= period.last_day
        and rule.in_force(first_day(period, jurisdiction))
        and opening.party in {party.code for party in owing(rule, jurisdiction)}
    )


def opened(opening: Opening, jurisdiction: Jurisdiction) -> Arisen | None:
    """What is owed for a period; None if the rule's paths lead to nobody.

    It arises on the period's first day, or on the day on which the jurisdiction began, if that was
    later. The limit runs from the period's last day (``start``), or from the day on which it arises.
    """
    rule, period, calendar = opening.rule, opening.period, jurisdiction.calendar
    owner, owed_to = _two(rule, opening.party, jurisdiction)
    if calendar is None or owner is None or owed_to is None:
        return None
    start = period.last_day
    if isinstance(rule.due, PeriodLimit) and rule.due.edge == "start":
        rule, start = replace(rule, due=rule.due.limit), first_day(period, jurisdiction)
    setting = Setting(
        jurisdiction=jurisdiction, acting=opening.party, named={"each": opening.party}
    )
    due = due_of(rule, start, setting=setting, calendar=calendar)
    if due is None:
        return None
    terms = Terms(
        id=obligation_id(opening.stream, 0, rule.key, owner),
        owner=owner,
        owed_to=owed_to,
        occurred=Occurred(date=first_day(period, jurisdiction)),
        start=start,
        due=due,
        period=period.code,
        share_of=None if opening.party == owner else opening.party,
        match=(*_matches(rule, opening.party, owner), *required(rule)),
    )
    return arisen(rule, terms, setting=setting, calendar=calendar)


def _matches(rule: Rule, party: PartyId, owner: PartyId) -> Iterator[Match]:
    """What ties an event to a share beside what the rule requires: who acts, and for whom it counts."""
    if "owner" in rule.match:
        yield Match(field="owner", value=owner)
    if rule.counts_for is not None:
        yield Match(field=rule.counts_for, value=party)
