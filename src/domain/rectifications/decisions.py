"""What follows from each action on a rectification item, or why it is refused.

Basis: mechanism 5 (问题收集—督促整改) and DOMAIN.md §4 «Rectification item»: a second body verifies,
who raised the problem follows it up (谁提出谁督办), looks back, and opens it again if it recurred.
Mechanism 17: a problem written into an inspection report stays one item. When each step is due
stands in the scheme, the day for rectifying in the item.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from domain.context import Context
from domain.ids import PartyId, StreamId
from domain.model import Draft
from domain.rectifications import commands, errors, events, guards
from domain.rectifications.account import Account
from domain.rectifications.state import OPEN, Rectification, Stage
from domain.streams import StreamState

Stream = StreamState[Rectification]

UNDER_WAY: Final[tuple[Stage, ...]] = ("raised", *OPEN, "reported", "verified")
"""Before it is signed off."""

STANDING: Final[tuple[Stage, ...]] = (*UNDER_WAY, "signed_off", "recurred", "settled")
"""Unless it was annulled."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """Where a problem stands: in which report of which team, and which office goes on after the round."""

    team: PartyId
    office: PartyId
    report: str
    paragraph: str


def raise_problem(
    stream: Stream, command: commands.RaiseProblem, context: Context
) -> Iterable[Draft]:
    """Raise a problem at a unit, under the raiser's next number.

    Raises `UnknownParty`, `InvalidField`, `NotItsUnit`, `NotFound` for a matter not one's own.
    """
    account = Account(stream, context)
    guards.of_another(account, command)
    if command.matter is not None:
        guards.from_known_matter(account, command.matter)
    open_item(account, command, raiser=account.acting)
    return account


def open_item(
    account: Account, command: commands.RaiseProblem, *, raiser: PartyId, skip: int = 0
) -> None:
    """Tell that a problem was raised; ``skip`` numbers are used by the same act already."""
    year = account.context.occurred.date.year
    account.tell(
        events.ProblemRaised(
            **account.plain(),
            number=account.jurisdiction.next_number(raiser, "rectification", year, skip=skip),
            origin=command.origin,
            title=command.title,
            text=command.text,
            raiser=raiser,
            unit=command.unit,
            document=command.document,
            observers=tuple(dict.fromkeys(command.observers)),
        )
    )
    if command.matter is not None:
        _record_origin(account, command.origin, command.matter)


def _record_origin(account: Account, origin: commands.Origin, matter: StreamId) -> None:
    account.tell(
        events.OriginRecorded(
            **account.plain(), raiser=account.state.raiser, origin=origin, matter=matter
        )
    )


def assign(stream: Stream, command: commands.Assign, context: Context) -> Iterable[Draft]:
    """Assign it, or assign it anew before it is reported; the second body is named with it.

    Raises `NotTheRaiser`, `NotASecondBody`, `InvalidField`.
    """
    account = Account(stream, context)
    guards.at(account, "raised", *OPEN)
    guards.by_raiser(account)
    guards.assignable(account, command)
    guards.ahead(account, command.due)
    assigned(account, command)
    return account


def assigned(account: Account, command: commands.Assign) -> None:
    """Tell to whom it is assigned."""
    account.tell(
        events.Assigned(
            **account.plain(),
            raiser=account.state.raiser,
            party=command.party,
            responsible=command.responsible,
            verifier=command.verifier,
            due=command.due,
        )
    )


def acknowledge(stream: Stream, _: commands.Acknowledge, context: Context) -> Iterable[Draft]:
    """Sign for the assignment, once."""
    account = Account(stream, context)
    guards.at(account, *OPEN)
    guards.by_rectifying(account)
    if account.state.acknowledged:
        raise account.wrong_state("已签收", "acknowledged already")
    account.tell(events.Acknowledged(**account.frame()))
    return account


def set_measures(
    stream: Stream, command: commands.SetMeasures, context: Context
) -> Iterable[Draft]:
    """Say what will be done by when. Who plans has the item: it is signed for with it."""
    account = Account(stream, context)
    guards.at(account, *OPEN)
    guards.by_rectifying(account)
    plan(account, command.measures)
    return account


def plan(account: Account, measures: commands.Measures) -> None:
    """Tell the measures, and the receipt where it is still missing."""
    for each in measures:
        guards.ahead(account, each.due, "measures")
    if not account.state.acknowledged:
        account.tell(events.Acknowledged(**account.frame()))
    account.tell(events.MeasuresSet(**account.frame(), measures=measures))


def file_evidence(
    stream: Stream, command: commands.FileEvidence, context: Context
) -> Iterable[Draft]:
    """File evidence. Whoever files it can no longer verify the item."""
    account = Account(stream, context)
    guards.at(account, "planned", "returned")
    guards.may_witness(account)
    guards.shows_measures(account, command)
    account.tell(
        events.EvidenceFiled(
            **account.frame(), by=account.acting, evidence=command.evidence, text=command.text
        )
    )
    return account


def adopt_system(
    stream: Stream, command: commands.AdoptSystem, context: Context
) -> Iterable[Draft]:
    """建章立制: an outcome of its own type."""
    account = Account(stream, context)
    guards.at(account, "planned", "returned")
    guards.by_rectifying(account)
    account.tell(
        events.SystemAdopted(
            **account.frame(),
            title=command.title,
            number=command.number,
            adopted=command.adopted,
            digest=command.digest,
        )
    )
    return account


def record_recovery(
    stream: Stream, command: commands.RecordRecovery, context: Context
) -> Iterable[Draft]:
    """挽回损失: money recovered, in fen."""
    account = Account(stream, context)
    guards.at(account, "planned", "returned")
    guards.by_rectifying(account)
    account.tell(
        events.MoneyRecovered(
            **account.frame(),
            recovery=len(account.state.recoveries) + 1,
            amount=command.amount,
            document=command.document,
        )
    )
    return account


def report_completion(
    stream: Stream, command: commands.ReportCompletion, context: Context
) -> Iterable[Draft]:
    """Report that it is done; every measure has to have evidence. Raises `EvidenceMissing`."""
    account = Account(stream, context)
    guards.at(account, "planned", "returned")
    guards.by_rectifying(account)
    guards.all_shown(account)
    account.tell(
        events.CompletionReported(
            **account.frame(), verifier=account.state.verifier, text=command.text
        )
    )
    return account


def name_verifier(
    stream: Stream, command: commands.NameVerifier, context: Context
) -> Iterable[Draft]:
    """Name another second body. Raises `NotASecondBody`."""
    account = Account(stream, context)
    guards.at(account, *OPEN, "reported")
    guards.by_raiser(account)
    state = account.state
    guards.second_body(account, command.verifier, state.rectifying)
    account.tell(
        events.VerifierNamed(
            **account.frame(),
            verifier=command.verifier,
            former_verifier=state.verifier,
            reason=command.reason,
            awaited=state.stage == "reported",
        )
    )
    return account


def verify(stream: Stream, command: commands.Verify, context: Context) -> Iterable[Draft]:
    """The second body found it rectified. Raises `NotTheVerifier`, `NotASecondBody`."""
    account = Account(stream, context)
    guards.at(account, "reported")
    guards.by_verifier(account)
    account.tell(
        events.Verified(
            **account.frame(),
            verifier=account.acting,
            manner=command.manner,
            text=command.text,
        )
    )
    return account


def send_back(stream: Stream, command: commands.SendBack, context: Context) -> Iterable[Draft]:
    """Not rectified: by the second body on verifying, or by the raiser before signing off."""
    account = Account(stream, context)
    guards.at(account, "reported", "verified")
    if account.state.stage == "reported":
        guards.by_verifier(account)
    else:
        guards.by_raiser(account)
    guards.ahead(account, command.due)
    account.tell(
        events.Returned(
            **account.frame(), by=account.acting, reason=command.reason, due=command.due
        )
    )
    return account


def sign_off(stream: Stream, _: commands.SignOff, context: Context) -> Iterable[Draft]:
    """销号: only what a second body verified, by a leader of who raised it."""
    account = Account(stream, context)
    guards.at(account, "verified")
    guards.by_raiser(account)
    guards.by_leader(account)
    state = account.state
    account.tell(
        events.SignedOff(
            **account.frame(),
            outcomes=state.outcomes,
            recovered=state.recovered,
            days_open=(context.occurred.date - state.raised).days,
        )
    )
    return account


def look_back(stream: Stream, command: commands.LookBackOn, context: Context) -> Iterable[Draft]:
    """回头看, by who raised it, or by case supervision for it."""
    account = Account(stream, context)
    guards.at(account, "signed_off", "settled")
    guards.by_raiser_or_case_supervision(account)
    account.tell(
        events.LookedBack(
            **account.frame(), by=account.acting, result=command.result, text=command.text
        )
    )
    return account


def reopen(stream: Stream, command: commands.Reopen, context: Context) -> Iterable[Draft]:
    """Open it again. As recurred only after a look-back that found it so."""
    account = Account(stream, context)
    if command.ground == "recurred":
        guards.at(account, "recurred")
    else:
        guards.at(account, "signed_off", "recurred", "settled")
    guards.by_raiser(account)
    guards.ahead(account, command.due)
    reopened(account, command)
    return account


def reopened(account: Account, command: commands.Reopen) -> None:
    """Tell that it is to be rectified again."""
    account.tell(
        events.Reopened(
            **account.frame(),
            ground=command.ground,
            reason=command.reason,
            due=command.due,
            round=account.state.round + 1,
        )
    )


def written_into_report(account: Account, told: Report) -> None:
    """写入巡察报告 (mechanism 17): inspection follows the same item; nobody reports twice.

    By way of an inspection link only. Raises `AlreadyInReport`.
    """
    if told.report in account.state.reports:
        raise errors.AlreadyInReport(report=told.report)
    account.tell(
        events.WrittenIntoReport(
            **account.plain(),
            raiser=account.state.raiser,
            body=told.team,
            office=told.office,
            report=told.report,
            paragraph=told.paragraph,
        )
    )


def correct(stream: Stream, command: commands.Correct, context: Context) -> Iterable[Draft]:
    """更正 (DOMAIN.md §1.12): title, text, a recovery, or the day, which moves what is owed."""
    account = Account(stream, context)
    guards.at(account, *STANDING)
    guards.by_raiser(account)
    guards.corrects(account, command)
    account.tell(
        events.Corrected(
            **account.plain(),
            raiser=account.state.raiser,
            party=account.state.party or None,
            reason=command.reason,
            approved_by=command.approved_by,
            title=command.title,
            text=command.text,
            due=command.due,
            recovery=command.recovery,
        )
    )
    return account


def annul(stream: Stream, command: commands.Annul, context: Context) -> Iterable[Draft]:
    """作废: the number is kept (DOMAIN.md §1.15), what is owed is withdrawn."""
    account = Account(stream, context)
    guards.at(account, *STANDING)
    guards.by_raiser(account)
    annulled(account, command)
    return account


def annulled(account: Account, command: commands.Annul) -> None:
    """Tell that it does not count."""
    account.tell(
        events.Annulled(
            **account.plain(),
            raiser=account.state.raiser,
            reason=command.reason,
            approved_by=command.approved_by,
        )
    )
