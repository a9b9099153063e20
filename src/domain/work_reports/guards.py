"""What has to be true before an action on a work report; each guard raises the refusal it needs."""

from typing import Final

from domain import mending
from domain.account import invalid
from domain.figures import Figures
from domain.periods import Cadence, CadencePeriod
from domain.streams import StreamState
from domain.work_reports import errors
from domain.work_reports.account import Account
from domain.work_reports.commands import Correct, Kind, Submit
from domain.work_reports.state import STAGE_NAMES, Stage, WorkReport

CADENCES: Final[dict[Kind, Cadence]] = {
    "monthly": Cadence.MONTH,
    "quarterly": Cadence.QUARTER,
    "half_yearly": Cadence.HALF_YEAR,
}
"""Which periods a kind of report is about; a topical one is about any."""


def at(account: Account, *stages: Stage) -> None:
    """Raise `WrongState` unless the report stands in one of ``stages``."""
    account.stands(account.state.stage, *stages, names=STAGE_NAMES)


def by_reporter(account: Account) -> None:
    """Raise `NotTheReporter` unless the reporter acts."""
    if account.acting != account.state.reporter:
        raise errors.NotTheReporter(reporter=account.state.reporter, party=account.acting)


def by_receiver(account: Account) -> None:
    """Raise `NotTheReceiver` unless the party it is addressed to acts."""
    if account.acting != account.state.receiver:
        raise errors.NotTheReceiver(receiver=account.state.receiver, party=account.acting)


def another(account: Account, command: Submit) -> None:
    """Raise `UnknownParty`, or `InvalidField` for a report to oneself."""
    account.jurisdiction.party(command.to)
    if command.to == account.acting:
        raise invalid("to", "不能报送本单位", "a party does not report to itself")


def period_fits(command: Submit) -> None:
    """Raise `InvalidField` unless a quarterly report names a quarter, and so on."""
    cadence = CADENCES.get(command.kind)
    if cadence is not None and CadencePeriod.parse(command.period).cadence is not cadence:
        raise invalid(
            "period",
            f"{command.period}与报告种类不符",
            f"{command.period} is no period of a {command.kind} report",
        )


def is_owed(stream: StreamState[WorkReport], account: Account, command: Submit) -> None:
    """Raise unless, in a stream of the cadence, the owner hands in what is owed to whom it is owed."""
    for owed in stream.obligations.values():
        arisen = owed.arisen
        if arisen.period is None:
            continue
        if account.acting != arisen.owner:
            raise errors.NotTheReporter(reporter=arisen.owner, party=account.acting)
        if (command.period, command.to) != (arisen.period, arisen.owed_to):
            raise errors.NotWhatIsOwed(
                owed=f"{arisen.period} → {arisen.owed_to}",
                given=f"{command.period} → {command.to}",
            )


def corrects(command: Correct, reported: Figures, counted: Figures | None) -> None:
    """Raise `InvalidField` where a correction changes nothing, the figures included."""
    mending.corrects(
        title=command.title,
        summary=command.summary,
        document=command.document,
        figures=None if counted == reported else counted,
    )
