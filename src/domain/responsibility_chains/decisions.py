"""What follows from each action on a responsibility chain, or why it is refused.

Basis: the eight-step mechanism for preventing integrity risks (廉洁风险防治“八步强责”), by which the
responsibility of five levels of a unit is taken step by step, with the stationed group as the link
(DOMAIN.md §5 mechanism 22). Which level owes which step, and within what time, stands in the scheme.
"""

from collections.abc import Iterable

from domain.context import Context
from domain.model import Draft
from domain.responsibility_chains import commands, events, guards
from domain.responsibility_chains.account import Account
from domain.responsibility_chains.state import ResponsibilityChain
from domain.streams import StreamState

Stream = StreamState[ResponsibilityChain]


def open_(stream: Stream, command: commands.Open, context: Context) -> Iterable[Draft]:
    """Begin a chain: its first step is owed at once. Raises `NotOfTheChain`, `NoSteps`."""
    account = Account(stream, context)
    group = guards.host_party_group(account)
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
            risk=command.risk,
            steps=steps,
        )
    )
    account.ask(1)
    return account


def take(stream: Stream, command: commands.Take, context: Context) -> Iterable[Draft]:
    """A level takes the step under way; the next is owed once all its levels have.

    So no step is taken before the one before it: what is not under way is refused (`WrongState`).
    """
    account = Account(stream, context)
    guards.at(account, "open")
    guards.by_party_group(account)
    guards.link_at(account, command.level, "asked", "returned")
    account.tell(
        events.StepTaken(
            **account.link(command.level), text=command.text, evidence=command.evidence
        )
    )
    account.go_on()
    return account


def return_(stream: Stream, command: commands.Return, context: Context) -> Iterable[Draft]:
    """Send back what a level did, while others still owe the step."""
    account = Account(stream, context)
    guards.at(account, "open")
    guards.by_stationed_group(account)
    guards.link_at(account, command.level, "taken")
    account.tell(
        events.StepReturned(**account.link(command.level), by=account.acting, reason=command.reason)
    )
    return account


def except_(stream: Stream, command: commands.Except, context: Context) -> Iterable[Draft]:
    """Let the chain go on without a level: a recorded exception, approved by a leading person."""
    account = Account(stream, context)
    guards.at(account, "open")
    guards.by_stationed_group(account)
    guards.link_at(account, command.level, "asked", "returned")
    account.tell(
        events.StepExcepted(
            **account.link(command.level),
            reason=command.reason,
            approved_by=command.approved_by,
        )
    )
    account.go_on()
    return account


def correct(stream: Stream, command: commands.Correct, context: Context) -> Iterable[Draft]:
    """更正: what the risk is called (DOMAIN.md §1.12)."""
    account = Account(stream, context)
    guards.at(account, "open", "completed")
    guards.by_party_group(account)
    account.tell(
        events.Corrected(
            **account.frame(),
            reason=command.reason,
            approved_by=command.approved_by,
            risk=command.risk,
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
