"""What was done and what it came to: measures, new rules, quarters, the closing, the look-back."""

from collections.abc import Iterable
from typing import Final

from domain.campaigns import commands, errors, events, figures, guards, quarter_events
from domain.campaigns.account import Account
from domain.campaigns.decisions.planning import ask_report
from domain.campaigns.state import Campaign
from domain.campaigns.values import Figures
from domain.cases.state import Case
from domain.context import Context
from domain.ids import PartyId, StreamId
from domain.leads.circle import is_discipline_body
from domain.leads.state import Lead
from domain.model import Draft
from domain.periods import CadencePeriod
from domain.responsibility import Responsibility
from domain.streams import StreamState

Stream = StreamState[Campaign]

WHOLE: Final = figures.Span()
"""From the beginning until now."""


def record_measure(
    stream: Stream, command: commands.RecordMeasure, context: Context
) -> Iterable[Draft]:
    """Record what was done on an object. Whose duty it was follows from who did it (两个责任).

    The unit that answers for it: 主体责任. A discipline body that screens it, or the organiser:
    监督责任 (mechanism 31). Raises `NotYourObject` for anybody else.
    """
    account = Account(stream, context)
    guards.at(account, "listed", "closed", "looked_back")
    entry = guards.object_at(account, command.object, "listed", "assigned", "screened")
    unit = guards.unit_of(entry)
    account.tell(
        events.MeasureRecorded(
            **account.frame(),
            measure=account.state.measures.next_key,
            object=command.object,
            unit=unit,
            by=account.acting,
            responsibility=_responsibility(account, unit, entry.party),
            kind=command.kind,
            text=command.text,
            papers=command.papers,
        )
    )
    return account


def _responsibility(account: Account, unit: PartyId, screener: PartyId | None) -> Responsibility:
    acting = account.acting
    if acting == unit:
        return "principal"
    if acting in (screener, account.state.organiser) and is_discipline_body(
        acting, account.jurisdiction
    ):
        return "supervisory"
    raise errors.NotYourObject(party=acting)


def adopt_system(
    stream: Stream, command: commands.AdoptSystem, context: Context
) -> Iterable[Draft]:
    """建章立制 as an outcome of its own kind: told by the unit, its screeners or the organiser."""
    account = Account(stream, context)
    guards.at(account, "listed", "closed")
    circle = (account.state.organiser, command.unit, *account.state.screeners_of(command.unit))
    account.jurisdiction.party(command.unit)
    if account.acting not in circle:
        raise errors.NotYourObject(party=account.acting)
    account.tell(
        events.SystemAdopted(
            **account.frame(),
            system=account.state.systems.next_key,
            unit=command.unit,
            by=account.acting,
            title=command.title,
            adopted=command.adopted,
            number=command.number,
            paper=command.paper,
        )
    )
    return account


def report(stream: Stream, command: commands.Report, context: Context) -> Iterable[Draft]:
    """Report a quarter to the commission, with the figures of the quarter and from the beginning.

    They are counted from the campaign and the leads it led to, as they stand now.
    """
    account = Account(stream, context)
    guards.at(account, "listed")
    guards.by_organiser(account)
    period = guards.quarter(account, command.period)
    quarter = figures.Span(first=period.first_day, last=period.last_day)
    account.tell(
        events.Reported(
            **account.frame(),
            to=account.founding,
            period=command.period,
            summary=command.summary,
            quarter=_counted(account, quarter),
            whole=_counted(account, WHOLE),
        )
    )
    if account.state.kind == "political_supervision":
        _report_units(account, period, quarter)
    ask_report(account, period.next())
    return account


def _report_units(account: Account, period: CadencePeriod, quarter: figures.Span) -> None:
    """How far each unit is: a decision's state quarter by quarter, unit by unit (mechanism 30)."""
    for unit, state in figures.unit_states(account.state, quarter):
        account.tell(
            quarter_events.UnitReported(
                **account.frame(),
                to=account.founding,
                period=period.code,
                unit=unit,
                state=state,
            )
        )


def _counted(account: Account, span: figures.Span) -> Figures:
    leads = figures.leads_of(account.state, span)
    streams = account.context.streams
    streams.require(leads)
    states: dict[StreamId, Lead] = {lead: streams[lead].state for lead in leads}
    ended = figures.Ended(
        annulled=[lead for lead in leads if states[lead].stage == "annulled"],
        filed=[lead for lead in leads if _filed(account, states[lead])],
    )
    return figures.counted(account.state, span, ended)


def _filed(account: Account, lead: Lead) -> bool:
    """Whether a case was filed from a lead that still counts."""
    if lead.stage != "case_filed" or lead.case is None:
        return lead.stage == "case_filed"
    case: Case = account.context.streams[lead.case].state
    return case.stage != "annulled"


def close(stream: Stream, command: commands.Close, context: Context) -> Iterable[Draft]:
    """Close it. What is open blocks it.

    Raises `ObjectsUnscreened`, `FindingsUnsettled`, `DutiesUndone`, `ReportOverdue`.
    """
    account = Account(stream, context)
    guards.at(account, "listed")
    guards.by_organiser(account)
    guards.all_done(account)
    guards.reported_on_time(stream)
    guards.day_ahead(account, command.look_back_on, "look_back_on")
    account.tell(
        events.Closed(**account.frame(), summary=command.summary, look_back_on=command.look_back_on)
    )
    return account


def look_back(stream: Stream, command: commands.LookBack, context: Context) -> Iterable[Draft]:
    """回头看: whether what was put right held, and which findings came back."""
    account = Account(stream, context)
    guards.at(account, "closed")
    guards.by_organiser(account)
    guards.recurred_fit(account, command.recurred, command.result)
    account.tell(
        events.LookedBack(
            **account.frame(),
            result=command.result,
            text=command.text,
            recurred=command.recurred,
        )
    )
    return account
