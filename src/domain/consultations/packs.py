"""The pack of an analysis meeting (会议材料): of each body that is invited, what the log says of its period.

Counted by the writer when it is issued, never typed; which figures, the scheme's form says by the kind of
the body. It is told before the meeting, to whoever is invited, and stays as it was told.
"""

from collections.abc import Iterable
from typing import Any, Final

from domain.account import invalid
from domain.consultations import errors
from domain.consultations.account import Account
from domain.consultations.events import BodyFigures
from domain.ids import PartyId
from domain.periods import CadencePeriod
from domain.scheme_reports import ReportForm
from domain.streams import StreamState
from domain.work_reports import counting

FORM: Final = "analysis_pack"
MEETING: Final = "quarterly_analysis"


def forms(account: Account, parties: Iterable[PartyId]) -> list[tuple[PartyId, ReportForm]]:
    """The bodies among the parties that the scheme has a form of the pack for."""
    scheme, known = account.jurisdiction.scheme, account.jurisdiction.parties
    if scheme is None:
        return []
    found = (
        (party, scheme.report_form(FORM, known[party].kind)) for party in parties if party in known
    )
    return [(party, form) for party, form in found if form is not None]


def asked(account: Account) -> list[tuple[PartyId, ReportForm]]:
    """The bodies whose figures the pack of this meeting has; none where it needs no pack."""
    state = account.state
    return forms(account, (state.convener, *state.invited)) if state.kind == MEETING else []


def period_of(stream: StreamState[Any], period: str | None) -> CadencePeriod:
    """The period that the pack is about: the one named, else the one for which the meeting is owed.

    Raises `InvalidField` where it is neither.
    """
    cadence = stream.cadence
    found = period or (None if cadence is None else cadence.period)
    if found is None:
        raise invalid("period", "须写明统计周期", "say which period it is about")
    return CadencePeriod.parse(found)


def counted(account: Account, period: CadencePeriod) -> tuple[BodyFigures, ...]:
    """The figures of each body, as they were invited. Raises `NothingToCount` where there is none."""
    bodies = asked(account)
    if not bodies:
        raise errors.NothingToCount
    return tuple(
        BodyFigures(
            party=party,
            figures=counting.counted(form.figures, counting.Span(account.context, party, period)),
        )
        for party, form in bodies
    )
