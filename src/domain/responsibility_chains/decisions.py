"""What follows from each action on a responsibility chain, or why it is refused.

Basis: the eight-step mechanism for preventing integrity risks (廉洁风险防治“八步强责”), by which the
responsibility of five levels of a unit is taken step by step, with the stationed group as the link
(DOMAIN.md §5 mechanism 22). Which level owes which step, and within what time, stands in the scheme.
"""

from collections.abc import Iterable

from domain import mending
from domain.context import Context
from domain.model import Draft
from domain.responsibility_chains import commands, events, guards
from domain.responsibility_chains.account import Account
from domain.responsibility_chains.state import ResponsibilityChain
from domain.streams import StreamState

Stream = StreamState[ResponsibilityChain]


def open_(stream: Stream, command: commands.Open, context: Context) -> Iterable[Draft]:
    """Begin a chain: its first step is owed at once. Raises `NotOfTheChain`, `NoSteps`, `InvalidField`."""
    account = Account(stream, context)
    group = guards.host_party_group(account)
    guards.unit_of_group(account, command.unit, group)
    steps = tuple(
        events.PlannedStep(
            code=step.code,
            zh=step.title.zh,
            en=step.title.en,
            levels=step.levels,
            due=str(step.due),
        )
        for step in guards.steps(account)
    )
    account.tell(
        events.Opened(
            **account.plain(),
            party_group=account.acting,
            group=group,
            unit=command.unit,
            risk=command.risk,
            steps=steps,
        )
    )
    account.ask(1)
    return account


def take(stream: Stream, command: commands.Take, context: Context) -> Iterable[Draft]:
    """A level takes the step under way, or again one that came back; the next is owed once all levels have.

    So no step is taken before the one before it: what is not owed is refused (`WrongState`). Who answers
    for it holds office at the level (`InvalidField`).
    """
    account = Account(stream, context)
    guards.at(account, "open")
    guards.by_party_group(account)
    number = guards.link_at(account, command.step, command.level, "asked", "returned")
    guards.in_office_at(account, command.level, command.answers, context.occurred.date)
    account.tell(
        events.StepTaken(
            **account.link(number, command.level),
            answers=command.answers,
            text=command.text,
            evidence=command.evidence,
        )
    )
    account.go_on()
    return account


def return_(stream: Stream, command: commands.Return, context: Context) -> Iterable[Draft]:
    """Send back what a level did for any step: it is owed anew, and the chain is broken until then.

    What was taken after it stands; the chain does not go on, or is open again, until it is taken anew.
    """
    account = Account(stream, context)
    guards.at(account, "open", "completed")
    guards.by_stationed_group(account)
    number = guards.link_at(account, command.step, command.level, "taken")
    link = account.link(number, command.level)
    account.tell(events.StepReturned(**link, by=account.acting, reason=command.reason))
    return account


def except_(stream: Stream, command: commands.Except, context: Context) -> Iterable[Draft]:
    """Let the chain go on without a level: a recorded exception, approved by a leading person."""
    account = Account(stream, context)
    guards.at(account, "open")
    guards.by_stationed_group(account)
    number = guards.link_at(account, command.step, command.level, "asked", "returned")
    account.tell(
        events.StepExcepted(
            **account.link(number, command.level),
            reason=command.reason,
            approved_by=command.approved_by,
        )
    )
    account.go_on()
    return account


def correct(stream: Stream, command: commands.Correct, context: Context) -> Iterable[Draft]:
    """更正: what the risk is called, or what a level told of a step it took (DOMAIN.md §1.12)."""
    account = Account(stream, context)
    guards.at(account, "open", "completed")
    guards.by_party_group(account)
    guards.corrects(command)
    by = mending.approval(command)
    if command.risk is not None:
        account.tell(events.Corrected(**account.frame(), **by, risk=command.risk))
    if command.level is not None:
        number = guards.was_taken(account, command, command.level)
        account.tell(
            events.StepCorrected(
                **account.link(number, command.level),
                **by,
                answers=command.answers,
                text=command.text,
                evidence=command.evidence,
            )
        )
    return account


def annul(stream: Stream, command: commands.Annul, context: Context) -> Iterable[Draft]:
    """作废: what is owed is withdrawn."""
    account = Account(stream, context)
    guards.at(account, "open", "completed")
    guards.by_party_group(account)
    account.tell(
        events.Annulled(**account.frame(), reason=command.reason, approved_by=command.approved_by)
    )
    return account
