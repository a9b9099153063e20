"""What follows from each action on a work report, or why it is refused.

Basis: the cadence of the scheme (quarterly and half-yearly reports, DOMAIN.md §5 mechanisms 2, 18,
25; stationed bodies report regularly, A4). The period, its due date and «missed» belong to the
obligation that the clock opened in the same stream.
"""

from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from domain.context import Context
from domain.errors import InvalidField
from domain.model import Draft
from domain.periods import Cadence, CadencePeriod
from domain.streams import StreamState
from domain.work_reports import commands, errors, events
from domain.work_reports.state import STAGE_NAMES, Stage, WorkReport

Stream = StreamState[WorkReport]

CADENCES: Final[dict[commands.Kind, Cadence]] = {
    "monthly": Cadence.MONTH,
    "quarterly": Cadence.QUARTER,
    "half_yearly": Cadence.HALF_YEAR,
}
"""Which periods a kind of report is about; a topical one is about any."""


def submit(stream: Stream, command: commands.Submit, context: Context) -> Iterable[Draft]:
    """Hand in a report. In a stream that the cadence opened it has to be the one owed there.

    Raises `UnknownParty`, `InvalidField` for a report to oneself, `NotTheReporter` and
    `NotWhatIsOwed` where the cadence owes another.
    """
    reporter, receiver = context.acting, command.to
    context.jurisdiction.party(receiver)
    if receiver == reporter:
        raise InvalidField(
            field="to", reason_zh="不能报送本单位", reason_en="a party does not report to itself"
        )
    _check_period(command)
    _check_owed(stream, command, context)
    submitted = events.Submitted(
        occurred=context.occurred,
        concerns=WorkReport(reporter=reporter, receiver=receiver).concerns,
        kind=command.kind,
        period=command.period,
        reporter=reporter,
        to=receiver,
        title=command.title,
        summary=command.summary,
        document=command.document,
    )
    yield Draft(stream.stream, submitted)


def return_(stream: Stream, command: commands.Return, context: Context) -> Iterable[Draft]:
    """Send it back to be made better; the revised report is owed from now on."""
    state = stream.state
    _require(state, context, "submitted")
    _by_receiver(state, context)
    returned = events.Returned(
        occurred=context.occurred,
        concerns=state.concerns,
        reporter=state.reporter,
        to=state.receiver,
        reason=command.reason,
    )
    yield Draft(stream.stream, returned)


def resubmit(stream: Stream, command: commands.Resubmit, context: Context) -> Iterable[Draft]:
    """Hand in the revised report, saying what was changed; also in place of an annulled one."""
    state = stream.state
    _require(state, context, "returned", "annulled")
    _by_reporter(state, context)
    resubmitted = events.Resubmitted(
        occurred=context.occurred,
        concerns=state.concerns,
        reporter=state.reporter,
        to=state.receiver,
        changes=command.changes,
        summary=command.summary,
        document=command.document,
    )
    yield Draft(stream.stream, resubmitted)


def accept(stream: Stream, command: commands.Accept, context: Context) -> Iterable[Draft]:
    """Take the report as sufficient, with an instruction (批示) where there is one."""
    state = stream.state
    _require(state, context, "submitted")
    _by_receiver(state, context)
    accepted = events.Accepted(
        occurred=context.occurred,
        concerns=state.concerns,
        reporter=state.reporter,
        to=state.receiver,
        instruction=command.instruction,
    )
    yield Draft(stream.stream, accepted)


def circulate(stream: Stream, command: commands.Circulate, context: Context) -> Iterable[Draft]:
    """Pass it round; each party acknowledges. Raises `InvalidField` for one that has it already."""
    state = stream.state
    _require(state, context, "accepted")
    _by_receiver(state, context)
    for party in command.parties:
        context.jurisdiction.party(party)
        if party in state.concerns.parties:
            raise InvalidField(
                field="parties",
                reason_zh=f"“{party}”已有此报告",
                reason_en=f"{party} has the report already",
            )
        state = replace(state, circulated=(*state.circulated, party))
        circulated = events.Circulated(
            occurred=context.occurred, concerns=state.concerns, circulator=context.acting, to=party
        )
        yield Draft(stream.stream, circulated)


def acknowledge(
    stream: Stream,
    command: commands.Acknowledge,  # noqa: ARG001 - every decision has this shape
    context: Context,
) -> Iterable[Draft]:
    """Sign for a circulated report, once. Raises `NotCirculated`."""
    state = stream.state
    _require(state, context, "accepted")
    if context.acting not in state.pending:
        raise errors.NotCirculated(party=context.acting)
    signed = events.Acknowledged(
        occurred=context.occurred, concerns=state.concerns, by=context.acting
    )
    yield Draft(stream.stream, signed)


def correct(stream: Stream, command: commands.Correct, context: Context) -> Iterable[Draft]:
    """更正: what the report said wrongly. Raises `InvalidField` where nothing is corrected."""
    state = stream.state
    _require(state, context, "submitted", "accepted")
    _by_reporter(state, context)
    if command.title is None and command.summary is None and command.document is None:
        raise InvalidField(
            field="title", reason_zh="没有更正内容", reason_en="nothing is corrected"
        )
    corrected = events.Corrected(
        occurred=context.occurred,
        concerns=state.concerns,
        reason=command.reason,
        approved_by=command.approved_by,
        title=command.title,
        summary=command.summary,
        document=command.document,
    )
    yield Draft(stream.stream, corrected)


def annul(stream: Stream, command: commands.Annul, context: Context) -> Iterable[Draft]:
    """作废: the report was entered by mistake; what is owed from it is withdrawn."""
    state = stream.state
    _require(state, context, "submitted", "returned", "accepted")
    _by_reporter(state, context)
    annulled = events.Annulled(
        occurred=context.occurred,
        concerns=state.concerns,
        reporter=state.reporter,
        to=state.receiver,
        reason=command.reason,
        approved_by=command.approved_by,
    )
    yield Draft(stream.stream, annulled)


def _require(state: WorkReport, context: Context, *stages: Stage) -> None:
    if state.stage not in stages:
        zh, en = STAGE_NAMES[state.stage]
        raise context.wrong_state(zh=zh, en=en)


def _by_reporter(state: WorkReport, context: Context) -> None:
    if context.acting != state.reporter:
        raise errors.NotTheReporter(reporter=state.reporter, party=context.acting)


def _by_receiver(state: WorkReport, context: Context) -> None:
    if context.acting != state.receiver:
        raise errors.NotTheReceiver(receiver=state.receiver, party=context.acting)


def _check_period(command: commands.Submit) -> None:
    """A quarterly report names a quarter, a half-yearly one a half-year."""
    cadence = CADENCES.get(command.kind)
    if cadence is not None and CadencePeriod.parse(command.period).cadence is not cadence:
        raise InvalidField(
            field="period",
            reason_zh=f"{command.period}与报告种类不符",
            reason_en=f"{command.period} is no period of a {command.kind} report",
        )


def _check_owed(stream: Stream, command: commands.Submit, context: Context) -> None:
    """In a stream of the cadence: the owner hands in the period owed to whom it is owed."""
    for owed in stream.obligations.values():
        arisen = owed.arisen
        if arisen.period is None:
            continue
        if context.acting != arisen.owner:
            raise errors.NotTheReporter(reporter=arisen.owner, party=context.acting)
        if (command.period, command.to) != (arisen.period, arisen.owed_to):
            raise errors.NotWhatIsOwed(
                owed=f"{arisen.period} → {arisen.owed_to}",
                given=f"{command.period} → {command.to}",
            )
